"""Every message as an Adaptive Card."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.render import MAX_SIZE, PAGE_CHARACTERS, PAGE_PEOPLE, render, size
from bot.messages import (
    ActionName,
    AwardPosted,
    Button,
    CactusHeld,
    CactusMoved,
    CactusReceived,
    GlitterReceived,
    GlitterRecorded,
    Help,
    HighlightEntry,
    Message,
    MyGlitter,
    Notice,
    Person,
    Quote,
    SameAgain,
    WeeklyHighlights,
)
from bot.model import Kind, Place, Reader, Source, State
from bot.texts import LANGUAGES
from tests.drivers.teams_cards import mentions_of, problem_of, texts_of

SCHEMA = Path(__file__).parents[2] / "shared" / "schemas" / "adaptive-card-1.5.0.json"
READER = Reader("en", "Europe/Stockholm")
ANA, BO = Person("Ana Åberg", "29:ana"), Person("Bo Berg", "29:bo")
CAY = Person("Cay")
NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
SECRET = "the drawer was left open"


def highlights(*entries: HighlightEntry, **changed: Any) -> WeeklyHighlights:
    days = (date(2026, 11, 23), date(2026, 11, 29))
    facts = {"page": 1, "pages": 2, "givers": 3, "receivers": 1, "late": True, **changed}
    return WeeklyHighlights("2026-W48", *days, entries=entries, **facts)


ENTRY = HighlightEntry(BO, (Quote(ANA, "so calm"), Quote(CAY, "kind", Source.CUSTOMER)), more=2)
MESSAGES: dict[str, Message] = {
    "award posted": AwardPosted(1, ANA, (BO, CAY), "the calm release", ("calm",)),
    "from a customer": AwardPosted(1, ANA, (BO,), "so friendly", source=Source.CUSTOMER),
    "glitter received": GlitterReceived(1, ANA, "the calm release", ("calm",)),
    "recorded": GlitterRecorded(1, (BO,), "calm", Place.channel("19:x", "general"), 10),
    "recorded, no name": GlitterRecorded(
        1, (BO, CAY), "calm", Place.channel("19:x"), 1, ("t",), Source.CUSTOMER
    ),
    "recorded, direct": GlitterRecorded(1, (BO,), "calm", None, 10),
    "same again": SameAgain(4, (BO,), "calm", NOON),
    "my glitter": MyGlitter(1, 2, 3, 4, (Quote(ANA, "so calm", Source.CUSTOMER),)),
    "no glitter yet": MyGlitter(0, 0, 0, 0),
    "help with glitter": Help(Kind.GLITTER),
    "help with cacti": Help(Kind.CACTUS),
    "cactus held": CactusHeld(2, ANA, BO, SECRET, NOON),
    "cactus received": CactusReceived(2, ANA, SECRET),
    "cactus open": CactusMoved(2, BO, State.OPEN),
    "cactus withdrawn": CactusMoved(2, BO, State.WITHDRAWN),
    "highlights": highlights(ENTRY),
    "a quiet week": highlights(),
    "notice": Notice("undone", people=(BO, CAY)),
    "notice with everything": Notice(
        "refused-not-a-mention",
        detail="kim",
        draft="well done",
        buttons=(Button(ActionName.RESEND, "9"),),
    ),
}


def card_of(message: Message, reader: Reader = READER) -> dict[str, Any]:
    content = render(message, reader, "card")["attachments"][0]["content"]
    assert isinstance(content, dict)
    return content


def read(message: Message) -> str:
    return "\n".join(text for _, text in texts_of(card_of(message))).replace("\u200b", "")


@pytest.fixture(scope="module")
def judge() -> jsonschema.protocols.Validator:
    if not SCHEMA.exists():
        pytest.skip("Microsoft's card schema is not beside the checkout")
    return jsonschema.Draft6Validator(json.loads(SCHEMA.read_text()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_every_card_is_valid_by_microsofts_schema(
    judge: jsonschema.protocols.Validator, message: Message, language: str
) -> None:
    card = card_of(message, Reader(language, "Europe/Helsinki"))
    assert card["version"] == "1.5"
    card.pop("msteams", None)
    assert [error.message for error in judge.iter_errors(card)] == []


def test_the_schema_would_notice_a_fault(judge: jsonschema.protocols.Validator) -> None:
    card = card_of(Help(Kind.GLITTER))
    card["body"][0]["wrapp"] = True
    assert not judge.is_valid(card)


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_teams_takes_every_card_and_every_summary_says_something(message: Message) -> None:
    activity = render(message, READER, "card")
    assert problem_of(json.dumps(activity)) is None
    assert activity["summary"].strip()
    assert "text" not in activity


def test_every_kind_of_message_is_shown_here() -> None:
    assert {type(message) for message in MESSAGES.values()} == set(get_args(Message))


def test_praise_notifies_its_receivers_by_name() -> None:
    card = card_of(MESSAGES["award posted"])
    assert mentions_of(card) == [
        {
            "type": "mention",
            "text": "<at>Bo Berg</at>",
            "mentioned": {"id": "29:bo", "name": "Bo Berg"},
        }
    ]
    said = [text for kind, text in texts_of(card) if "<at>" in text]
    assert said == ["Ana Åberg gave glitter to <at>Bo Berg</at> and Cay"]


def test_namesakes_are_notified_each() -> None:
    twins = (Person("Kim", "29:1"), Person("Kim", "29:2"))
    card = card_of(AwardPosted(1, ANA, twins, "both of you"))
    assert [one["mentioned"]["id"] for one in mentions_of(card)] == ["29:1", "29:2"]
    assert len({one["text"] for one in mentions_of(card)}) == 2


@pytest.mark.parametrize("name", [name for name in MESSAGES if "award" not in name])
def test_only_posted_praise_notifies_anybody(name: str) -> None:
    if name != "from a customer":
        assert mentions_of(card_of(MESSAGES[name])) == []


@pytest.mark.parametrize("name", ["cactus held", "cactus received", "cactus open"])
def test_no_word_of_a_cactus_stands_on_a_lock_screen(name: str) -> None:
    activity = render(MESSAGES[name], READER, "card")
    assert SECRET not in activity["summary"]
    assert SECRET not in activity["attachments"][0]["content"]["fallbackText"]


def test_a_held_cactus_shows_what_will_be_read_and_when() -> None:
    shown = read(MESSAGES["cactus held"])
    assert SECRET in shown
    assert "13:00" in shown


def test_highlights_name_everybody_and_count_what_did_not_fit() -> None:
    shown = read(MESSAGES["highlights"])
    for words in ("Bo Berg", "“so calm” — Ana Åberg", "“kind” — Cay", "and 2 more", "Page 1 of 2"):
        assert words in shown


def test_a_refusal_gives_the_words_back() -> None:
    assert "Your words: well done" in read(MESSAGES["notice with everything"])


def test_every_button_has_its_own_draft_on_its_own_card() -> None:
    held = MESSAGES["cactus held"]
    drafts = [
        action["data"]["draft"]
        for card_id in ("1", "2", "1")
        for action in render(held, READER, card_id)["attachments"][0]["content"]["actions"]
    ]
    assert drafts[:2] == drafts[4:]
    assert len(set(drafts)) == 4


def test_an_old_client_falls_back_to_the_same_data() -> None:
    [action] = card_of(MESSAGES["recorded"])["actions"]
    assert action["type"] == "Action.Execute"
    assert action["fallback"]["type"] == "Action.Submit"
    assert action["fallback"]["data"] == action["data"]
    assert (action["verb"], action["data"]["subject"]) == ("undo", "1")


HOSTILE = [
    "<at>Bo Berg</at>",
    "<AT>Bo Berg</AT>",
    "&lt;at&gt;Bo Berg&lt;/at&gt;",
    "[click](https://evil.example)",
    "https://evil.example",
    "**bold** _soft_ `code`",
    "{{DATE(2026-11-27T12:00:00Z, SHORT)}}",
    "${$root.secret}",
    "\\[x](y)",
    "</TextBlock><script>",
    "1. list\n- list\n# title",
    '"}]}, {"type": "Action.OpenUrl"',
]


def everything_said(words: str) -> list[Message]:
    """Each message with `words` wherever people's words go."""
    who, quote = Person(words, "29:kim"), Quote(Person(words), words)
    return [
        AwardPosted(1, who, (who, Person(words)), words, (words,)),
        GlitterReceived(1, who, words, (words,)),
        GlitterRecorded(1, (who,), words, Place.channel("19:x", words), 10, (words,)),
        SameAgain(4, (who,), words, NOON),
        MyGlitter(1, 2, 3, 4, (quote,)),
        CactusHeld(2, who, who, words, NOON),
        CactusReceived(2, who, words),
        CactusMoved(2, who, State.OPEN),
        highlights(HighlightEntry(who, (quote,))),
        Notice("refused-not-a-mention", detail=words, draft=words),
        Notice("undone", people=(who,)),
    ]


def outside_of_mentions(card: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for kind, text in texts_of(card):
        for mention in mentions_of(card):
            text = text.replace(mention["text"], "")
        yield kind, text


def check_nothing_is_active(words: str) -> None:
    for message in everything_said(words):
        card = card_of(message)
        assert problem_of(json.dumps(render(message, READER, "card"))) is None
        for kind, text in outside_of_mentions(card):
            lowered = text.lower()
            assert not any(sign in lowered for sign in ("<at", "</at", "{{", "${", "&lt;"))
            if kind == "TextBlock":
                bare = text.replace("\\\\", "").replace("\\[", "").replace("\\*", "")
                assert not any(sign in bare for sign in ("[", "*", "://"))
        verbs = {action["verb"] for action in card.get("actions", [])}
        assert verbs == {button.name.value for button in message.buttons}
        assert "selectAction" not in json.dumps([item for item in card["body"] if "items" in item])


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    check_nothing_is_active(words)


@given(st.text(st.sampled_from("<>at/&;{}$[]()*_`\\:/.@#- \nKim\u200b") | st.characters()))
def test_no_words_of_people_become_active(words: str) -> None:
    check_nothing_is_active(words)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\u200b")))
def test_a_reason_reads_as_it_was_typed(words: str) -> None:
    assert words in read(GlitterReceived(1, ANA, words))


@pytest.mark.parametrize("quote", ["fine", "so kind " * 12, '"' * 100, "😀" * 50])
def test_a_full_page_of_highlights_fits(quote: str) -> None:
    quotes = PAGE_CHARACTERS // (len(quote) + len(BO.name))
    each, rest = divmod(quotes, PAGE_PEOPLE)
    entries = [
        HighlightEntry(BO, (Quote(ANA, quote),) * (each + (number < rest)))
        for number in range(PAGE_PEOPLE)
    ]
    message = highlights(*entries)
    assert size(render(message, READER, "card")) <= MAX_SIZE
    assert read(message).count("Bo Berg") >= PAGE_PEOPLE


def test_a_gift_to_twenty_people_with_a_thousand_characters_fits() -> None:
    people = tuple(
        Person(f"Kim {'x' * 100} {number}", f"29:{number:0>100}") for number in range(20)
    )
    assert size(render(AwardPosted(1, ANA, people, "<" * 1000), READER, "card")) <= MAX_SIZE
