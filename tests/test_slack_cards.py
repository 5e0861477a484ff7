"""The cactus and its life as people read them in Slack."""

import pytest

from adapters.slack.render import render
from bot.heard import ActionName, FormName
from bot.messages import (
    Button,
    CactusHeld,
    CactusText,
    CaseCard,
    CaseFigures,
    CaseNews,
    Form,
    GentleCheck,
    Line,
)
from bot.model import State
from bot.moves import ENDED
from bot.texts import moment
from tests.drivers.slack_samples import (
    ANA,
    BO,
    CACTUS,
    FRIDAY,
    HOSTILE,
    KIM,
    NOON,
    about_cacti,
    card,
    cases,
)
from tests.drivers.slack_screen import ENGLISH, shown

AS_READ = [
    "Ana Ek → Bo Öst",
    "nobody at the till",
    "What it led to",
    "six left",
    "What would have been better",
    "two at noon",
]


def test_a_gentle_check_tells_what_it_saw_and_why_and_then_shows_the_cactus() -> None:
    said = shown(GentleCheck(3, CACTUS, "never", "person"))
    lines = said.text.splitlines()
    assert "“never”" in lines[1]
    assert lines[2].startswith("This is about what somebody is like")
    assert lines[3].startswith("Change it, or send it as it is")
    assert lines[4:] == AS_READ
    assert list(said.buttons) == [ActionName.EDIT_DRAFT, ActionName.SEND_ANYWAY]
    assert {button["value"] for button in said.buttons.values()} == {"3"}


def test_a_held_cactus_shows_exactly_what_its_receiver_will_read() -> None:
    said = shown(CactusHeld(1, CACTUS, NOON))
    received = shown(card(news="case-received"))
    assert "\n".join(AS_READ) in said.text
    assert "\n".join(AS_READ) in received.text
    assert "what Bo Öst will read" in said.text
    assert f"goes out on {moment(ENGLISH, NOON)}" in said.text
    assert list(said.buttons) == [ActionName.EDIT, ActionName.WITHDRAW, ActionName.SEND_NOW]


def test_a_card_reads_from_the_news_to_the_last_word_said() -> None:
    lines = (Line(BO, "who was on the plan?", NOON), Line(ANA, "I do not know", NOON))
    said = shown(card(lines=lines, side="there was a fire drill", news="case-received"))
    when = moment(ENGLISH, NOON)
    assert said.text.splitlines() == [
        "@UANA has a cactus for you: something that happened, said to you alone.",
        "🌵 A cactus",
        *AS_READ,
        "The other side",
        "there was a fire drill",
        "Waiting for an answer · With Bo Öst",
        f"Due by {when}.",
        "Promised for 27 November.",
        f"Bo Öst · {when}",
        "who was on the plan?",
        f"Ana Ek · {when}",
        "I do not know",
    ]


def test_what_nobody_wrote_has_no_heading() -> None:
    said = shown(card(text=CactusText(ANA, KIM, "nobody at the till")))
    assert said.text.splitlines()[:3] == ["🌵 A cactus", "Ana Ek → Kim", "nobody at the till"]
    assert "led to" not in said.text
    assert "other side" not in said.text


@pytest.mark.parametrize("state", State)
def test_only_a_running_case_has_a_due_time(state: State) -> None:
    said = shown(card(state)).text
    assert ("Due by" in said) is (state not in ENDED)
    assert ("Promised for" in said) is (state not in ENDED)


def test_a_cactus_that_bloomed_says_so() -> None:
    assert shown(card(State.BLOOMED)).text.startswith("🌸 A cactus that bloomed")


def test_news_quote_the_words_and_lead_to_the_case() -> None:
    buttons = (Button(ActionName.REPLY, "12"), Button(ActionName.SHOW, "12"))
    said = shown(CaseNews(12, "news-promise", BO, "a second till", FRIDAY, buttons=buttons))
    assert said.text == "Bo Öst promises to mend it by 27 November.\na second till"
    assert list(said.buttons) == [ActionName.REPLY, ActionName.SHOW]


def test_a_list_has_a_numbered_button_beside_each_of_the_first_cases() -> None:
    blocks = render(cases(7), ENGLISH)["blocks"]
    rows = [block for block in blocks if block["type"] == "section"]
    buttons = [row.get("accessory") for row in rows]
    assert [button["text"]["text"] for button in buttons[:5]] == [
        f"Show {number}" for number in range(12, 17)
    ]
    assert [button["value"] for button in buttons[:5]] == [str(at) for at in range(12, 17)]
    assert buttons[5:] == [None, None]
    read = shown(cases(7)).text
    assert "12 · from Ana Ek to you · Waiting for an answer" in read
    assert "13 · from you, with Ana Ek" in read
    assert f"due by {moment(ENGLISH, NOON)}" in read


def test_no_open_cases_are_a_quiet_word() -> None:
    assert "No open cacti" in shown(cases(0)).text


def test_a_list_longer_than_a_message_ends() -> None:
    assert shown(cases(200)).text.count("Waiting") == 39


def test_figures_are_told_where_enough_cases_stand_behind_them() -> None:
    said = shown(CaseFigures(9, 5, None, 2.5, None)).text.splitlines()
    assert said[1:] == [
        "9 cacti came.",
        "Answered in time: 5.",
        "Half of them were answered within 2.5 working hours.",
        "What is not shown here would tell of fewer than 5 cases.",
    ]


def test_a_form_is_never_posted() -> None:
    with pytest.raises(ValueError, match="opened"):
        render(Form(FormName.REPLY, "12", ()), ENGLISH)


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize("letter", ["a", "å", '"', "😀", "<", "\x01"])
def test_the_longest_case_with_every_button_fits(letter: str) -> None:
    buttons = tuple(Button(name, "12") for name in ActionName)
    assert set(shown(long_card(letter, buttons=buttons)).buttons) == set(ActionName)


@pytest.mark.parametrize("letter", ["a", "å", "😀", "<"])
def test_the_longest_case_keeps_the_cactus_both_sides_and_the_newest_words(letter: str) -> None:
    read = shown(long_card(letter)).text
    assert read.count(letter * 999) >= 5
    assert read.endswith(f"{letter}9")


def long_card(letter: str, buttons: tuple[Button, ...] = ()) -> CaseCard:
    """Nothing in it could be longer."""
    long = letter * 999
    lines = tuple(Line(ANA, f"{long}{at}", NOON) for at in range(10))
    text = CactusText(ANA, BO, long, long, long)
    return card(text=text, side=long, lines=lines, buttons=buttons)


def test_ten_lines_of_usual_length_are_all_there() -> None:
    lines = tuple(Line(ANA, f"{at}:" + "å" * 300, NOON) for at in range(10))
    read = shown(card(lines=lines, side="a fire drill")).text
    assert all(line.words in read for line in lines)
    assert "…" not in read


def test_where_lines_are_left_out_the_oldest_go_and_a_sign_says_so() -> None:
    long = "a" * 990
    lines = tuple(Line(ANA, f"{at}:{long if at > 2 else 'short'}", NOON) for at in range(10))
    read = shown(card(text=CactusText(ANA, BO, long, long, long), lines=lines)).text
    there = [line.words in read for line in lines]
    assert there == sorted(there)
    assert 4 <= sum(there) < 10
    assert "\n…\n" in read


# ---------------------------------------------------------------- nobody's words do harm


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_written_everywhere(hostile: str) -> None:
    words = f"x{hostile[:900]}x"
    text = CactusText(ANA, BO, words, words, words)
    lines = (Line(ANA, words, NOON),)
    for said, times in (
        (shown(card(text=text, side=words, lines=lines)), 5),
        (shown(CactusHeld(1, text, NOON)), 3),
        (shown(GentleCheck(1, text, words, "general")), 4),
        (shown(CaseNews(12, "news-reply", BO, words)), 1),
    ):
        assert said.text.count(words) == times
        assert said.mentions == set()
        assert said.links == ()


def test_no_words_of_a_cactus_stand_in_a_notification() -> None:
    canary = "canary-word"
    text = CactusText(ANA, BO, canary, canary, canary)
    for message in (
        GentleCheck(1, text, canary, "person"),
        CactusHeld(1, text, NOON),
        card(text=text, side=canary, lines=(Line(ANA, canary, NOON),), news="case-received"),
        CaseNews(12, "news-reply", BO, canary),
    ):
        payload = render(message, ENGLISH)
        assert canary in str(payload["blocks"])
        assert canary not in payload["text"]
        assert payload["text"]


def test_a_notification_tells_at_least_what_it_is_about() -> None:
    received = render(card(news="case-received"), ENGLISH)["text"]
    assert received.startswith("<@UANA> has a cactus for you")
    for message in about_cacti():
        assert render(message, ENGLISH)["text"].strip()
