"""The life of a cactus as Adaptive Cards."""

from dataclasses import replace
from typing import Any

import pytest

from adapters.teams.render import MAX_SIZE, encoded, render, size
from bot.heard import ActionName
from bot.messages import (
    CactusHeld,
    CactusText,
    CaseCard,
    CaseEntry,
    CaseList,
    CaseNews,
    GentleCheck,
    Line,
    Message,
    Person,
)
from bot.model import State
from bot.moves import ENDED
from tests.drivers.teams_cards import problem_of, texts_of
from tests.drivers.teams_samples import (
    ANA,
    BO,
    FRIDAY,
    MESSAGES,
    NOON,
    OWNERS,
    READER,
    TALK,
    TEXT,
    case,
)


def card_of(message: Message) -> dict[str, Any]:
    content = render(message, READER, "card")["attachments"][0]["content"]
    assert isinstance(content, dict)
    return content


def read(message: Message) -> list[str]:
    return [text.replace("\u200b", "") for _, text in texts_of(card_of(message))]


def test_a_cactus_reads_the_same_to_its_giver_and_to_its_receiver() -> None:
    words = [
        "Ana Åberg → Bo Berg",
        TEXT.situation,
        "What it led to",
        TEXT.effect,
        "What would have been better",
        TEXT.wish,
    ]
    for message in (
        GentleCheck(4, TEXT, "left open", "general"),
        CactusHeld(2, TEXT, NOON),
        case("case-received"),
    ):
        shown = read(message)
        start = shown.index(words[0])
        assert shown[start : start + len(words)] == words


def test_what_was_left_empty_has_no_heading() -> None:
    shown = read(CactusHeld(2, CactusText(ANA, BO, "empty at noon"), NOON))
    assert "What it led to" not in shown
    assert "What would have been better" not in shown


def test_the_gentle_check_names_the_phrase_and_says_why() -> None:
    shown = read(GentleCheck(4, TEXT, "always", "general"))
    assert shown[1] == "One phrase may hurt your point: “always”."
    assert shown[2].startswith("Words like this are easy to refute")
    [edit, send] = card_of(GentleCheck(4, TEXT, "always", "general"))["actions"]
    assert (edit["title"], send["title"]) == ("Edit", "Send as it is")


def test_a_card_begins_with_its_news_and_tells_where_the_case_stands() -> None:
    card = case("case-offered", state=State.PROMISED, due_at=NOON, promised_on=FRIDAY)
    shown = read(card)
    assert shown[:2] == ["Bo Berg asks you to take over this cactus.", "🌵 A cactus"]
    assert shown[-3:] == [
        "Promised · With Bo Berg",
        "Due by Fri 27 Nov at 13:00.",
        "Promised for 27 November.",
    ]


@pytest.mark.parametrize("state", sorted(ENDED))
def test_nothing_is_due_in_a_case_that_has_ended(state: State) -> None:
    shown = "\n".join(read(case(state=state, due_at=NOON, promised_on=FRIDAY)))
    assert "Due by" not in shown
    assert "Promised for" not in shown


def test_a_cactus_that_bloomed_says_so() -> None:
    assert "🌸 A cactus that bloomed" in read(case(state=State.BLOOMED))


def test_the_other_side_stands_on_the_card_with_the_talk_in_order() -> None:
    shown = read(case(state=State.DISPUTED, side="nobody was on shift", lines=TALK))
    side = shown.index("The other side")
    assert shown[side + 1] == "nobody was on shift"
    assert shown[-4:] == [
        "Bo Berg · Fri 27 Nov at 13:00",
        "I was called away",
        "Ana Åberg · Fri 27 Nov at 13:00",
        "I see",
    ]


def test_six_buttons_are_seen_and_reporting_waits_behind_the_dots() -> None:
    actions = card_of(case())["actions"]
    assert [one["verb"] for one in actions] == [
        *(name.value for name in OWNERS if name is not ActionName.REPORT),
        "report",
    ]
    assert [one.get("mode") for one in actions] == [None] * 6 + ["secondary"]
    assert actions[-1]["fallback"]["mode"] == "secondary"


def test_news_tell_the_day_and_quote_the_words() -> None:
    assert read(MESSAGES["news-promise"]) == [
        "Bo Berg promises to mend it by 27 November.",
        TEXT.situation,
    ]
    assert "due" in read(MESSAGES["news-overdue"])[0]


def test_open_cases_are_listed_without_words_and_opened_by_number() -> None:
    assert read(MESSAGES["open cases"]) == [
        "🌵 Open cacti",
        "2 · from Ana Åberg to you · Waiting for an answer",
        "due by Fri 27 Nov at 13:00",
        "12 · from you, with Bo Berg · Not sent yet",
    ]
    actions = card_of(MESSAGES["open cases"])["actions"]
    assert [one["title"] for one in actions] == ["Show 2", "Show 12"]
    assert [one["data"]["subject"] for one in actions] == ["2", "12"]


def test_figures_of_too_few_are_told_to_be_hidden() -> None:
    assert read(MESSAGES["figures"]) == [
        "🌵 How cacti fare here",
        "12 cacti came.",
        "Answered in time: 9.",
        "🌸 Bloomed: 5.",
        "Half of them were answered within 2.5 working hours.",
        "Half of them ended within 1,234 working hours.",
    ]
    assert read(MESSAGES["hidden figures"])[2:] == [
        "What is not shown here would tell of fewer than 5 cases."
    ]


LONGEST = ["x" * 1000, "😀" * 1000, '"' * 1000, "{" * 1000, "\n" * 1000, "<at" * 333, "&amp;" * 200]


@pytest.mark.parametrize("words", LONGEST, ids=lambda words: repr(words[:3]))
def test_a_thousand_characters_fit_wherever_words_go(words: str) -> None:
    kim = Person("Kim " + "x" * 250, "29:kim")
    text = CactusText(kim, kim, words, words, words)
    lines = (Line(kim, words, NOON),) * 10
    full = replace(
        case("case-reported", side=words, lines=lines), text=text, owner=kim, due_at=NOON
    )
    for message in (
        GentleCheck(4, text, words[:100], "person"),
        CactusHeld(2, text, NOON),
        full,
        CaseNews(2, "news-reply", kim, words, buttons=full.buttons),
    ):
        activity = render(message, READER, "card")
        assert size(activity) <= MAX_SIZE
        assert problem_of(encoded(activity)) is None
        assert "".join(read(message)).count(words) >= (14 if isinstance(message, CaseCard) else 1)


def test_a_case_that_outgrows_its_card_keeps_the_newest_words() -> None:
    lines = tuple(Line(BO, str(number) * 4000, NOON) for number in range(10))
    card = case(lines=lines)
    assert size(render(card, READER, "card")) <= MAX_SIZE
    assert [text[0] for text in read(card) if len(text) == 4000] == ["5", "6", "7", "8", "9"]


def test_a_long_list_fits_and_counts_what_it_leaves_out() -> None:
    kim = Person("😀" * 256, "29:kim")
    entry = CaseEntry(123456, kim, State.OPEN, mine=True, due_at=NOON)
    message = CaseList((entry,) * 500)
    assert size(render(message, READER, "card")) <= MAX_SIZE
    assert read(message)[-1] == "and 460 more"
