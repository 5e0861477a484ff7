"""Every message as an Adaptive Card."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.cards import in_markdown
from adapters.teams.invokes import in_dialog
from adapters.teams.render import MAX_SIZE, render, size
from bot.highlights import PAGE
from bot.messages import (
    AwardPosted,
    ExportReady,
    Form,
    GlitterReceived,
    Help,
    HighlightEntry,
    Message,
    Person,
    Quote,
)
from bot.model import Kind, Reader
from bot.texts import LANGUAGES
from tests.drivers.teams_cards import inputs_of, mentions_of, problem_of, texts_of
from tests.drivers.teams_samples import (
    ANA,
    BO,
    HOSTILE,
    MESSAGES,
    READER,
    SECRET,
    everything_said,
    highlights,
)

WORDS = {"text", "title", "label", "placeholder", "altText", "errorMessage"}
SCHEMA = Path(__file__).parents[2] / "shared" / "schemas" / "adaptive-card-1.5.0.json"


def card_of(message: Message, reader: Reader = READER) -> dict[str, Any]:
    content = render(message, reader, "card")["attachments"][0]["content"]
    assert isinstance(content, dict)
    return content


def read(message: Message) -> str:
    return "\n".join(text for _, text in texts_of(card_of(message))).replace("\u200b", "")


class Judge:
    """Microsoft's schema, which takes any words: it is asked once about cards that differ in them
    alone, as in another language."""

    def __init__(self) -> None:
        self._schema = jsonschema.Draft6Validator(json.loads(SCHEMA.read_text()))
        self._valid: set[str] = set()

    def minds(self, card: dict[str, Any]) -> list[str]:
        for extension in (card, *inputs_of(card)):  # Teams' own, in no published schema
            extension.pop("msteams", None)
            extension.pop("choices.data", None)
        shape = json.dumps(wordless(card), sort_keys=True)
        if shape in self._valid:
            return []
        found = [error.message for error in self._schema.iter_errors(card)]
        self._valid |= set() if found else {shape}
        return found


def wordless(card: Any) -> Any:
    if isinstance(card, list):
        return [wordless(one) for one in card]
    if not isinstance(card, dict):
        return card
    return {
        key: "" if key in WORDS and isinstance(value, str) else wordless(value)
        for key, value in card.items()
    }


@pytest.fixture(scope="module")
def judge() -> Judge:
    if not SCHEMA.exists():
        pytest.skip("Microsoft's card schema is not beside the checkout")
    return Judge()


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_every_card_is_valid_by_microsofts_schema(judge: Judge, message: Message) -> None:
    for language in LANGUAGES:
        card = card_of(message, Reader(language, "Europe/Helsinki"))
        assert card["version"] == "1.5"
        assert judge.minds(card) == [], language


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_a_card_in_a_dialog_is_valid_and_knows_no_button_but_submit(
    judge: Judge, message: Message
) -> None:
    card = in_dialog(message, READER)
    kinds = {action["type"] for action in card.get("actions", [])}
    assert kinds <= {"Action.Submit", "Action.OpenUrl"}
    assert judge.minds(card) == []


def test_the_schema_would_notice_a_fault(judge: Judge) -> None:
    card = card_of(Help(Kind.GLITTER))
    assert judge.minds(card) == []
    card["body"][0]["wrapp"] = True
    assert judge.minds(card)
    card = card_of(Help(Kind.GLITTER))
    card["body"][0]["text"] = None
    assert judge.minds(card)


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_teams_takes_every_card_and_every_summary_says_something(message: Message) -> None:
    activity = render(message, READER, "card")
    assert problem_of(json.dumps(activity)) is None
    assert activity["summary"].strip()
    assert "text" not in activity


def test_every_kind_of_message_is_shown_here() -> None:
    a_file = {ExportReady}  # Teams asks for it with a card of its own
    assert {type(message) for message in MESSAGES.values()} == set(get_args(Message)) - a_file


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


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_no_word_of_a_cactus_stands_on_a_lock_screen(message: Message) -> None:
    activity = render(message, READER, "card")
    for shown in (activity["summary"], activity["attachments"][0]["content"]["fallbackText"]):
        for words in (SECRET, "till was empty", "close it", "called away", "at noon", "left open"):
            assert words not in shown


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
    assert drafts[:3] == drafts[6:]
    assert len(set(drafts)) == 6


def test_an_old_client_falls_back_to_the_same_data() -> None:
    [action] = card_of(MESSAGES["recorded"])["actions"]
    assert action["type"] == "Action.Execute"
    assert action["fallback"]["type"] == "Action.Submit"
    assert action["fallback"]["data"] == action["data"]
    assert (action["verb"], action["data"]["subject"]) == ("undo", "1")


def outside_of_mentions(card: dict[str, Any]) -> Iterator[tuple[str, str]]:
    choices = [one for put in inputs_of(card) for one in put.get("choices", ())]
    for kind, text in (*texts_of(card), *(("Input.Choice", one["title"]) for one in choices)):
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
        verbs = {action["data"]["action"] for action in card.get("actions", [])}
        named = {button.name.value for button in message.buttons}
        assert verbs == ({"submit"} if isinstance(message, Form) else named)
        assert "selectAction" not in json.dumps([item for item in card["body"] if "items" in item])


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    check_nothing_is_active(words)


@given(st.text(st.sampled_from("<>at/&;{}$[]()*_`\\:/.@#- \nKim\u200b") | st.characters()))
def test_no_words_of_people_become_active(words: str) -> None:
    check_nothing_is_active(words)


@pytest.mark.parametrize("words", HOSTILE)
def test_a_spoken_answer_has_no_links_and_no_mentions(words: str) -> None:
    said = in_markdown(words)
    bare = re.sub(r"\\[\\\[\]*<>]", "", said)
    assert not any(sign in bare for sign in ("[", "*", "://", "<", "{{", "${"))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\u200b")))
def test_a_reason_reads_as_it_was_typed(words: str) -> None:
    assert words in read(GlitterReceived(1, ANA, words))


@pytest.mark.parametrize("wide", ["&" * 60, "W" * 60, "Ж" * 60, "_" * 60])
def test_a_name_in_one_piece_is_broken_before_it_runs_out_of_the_card(wide: str) -> None:
    """A telephone shows twenty of the widest letters in a line; text runs break at gaps alone."""
    message = highlights(HighlightEntry(Person(wide), (Quote(ANA, wide),), team=wide))
    pieces = re.split(r"[\s\u200b]", "\n".join(text for _, text in texts_of(card_of(message))))
    assert max(map(len, pieces)) <= 20 + len("“”")
    assert wide in read(message)


def test_an_address_stays_in_one_piece_for_it_is_copied() -> None:
    address = f"https://intranet.example.com/{'policy' * 9}"
    told = "\n".join(text for _, text in texts_of(card_of(GlitterReceived(1, ANA, address))))
    assert address in told


@pytest.mark.parametrize("quote", ["fine", "so kind " * 12, '"' * 100, "😀" * 50])
def test_a_full_page_of_highlights_fits(quote: str) -> None:
    quotes = PAGE.weight // (len(quote) + len(BO.name))
    each, rest = divmod(quotes, PAGE.people)
    entries = [
        HighlightEntry(BO, (Quote(ANA, quote),) * (each + (number < rest)))
        for number in range(PAGE.people)
    ]
    message = highlights(*entries)
    assert size(render(message, READER, "card")) <= MAX_SIZE
    assert read(message).count("Bo Berg") >= PAGE.people


def test_a_gift_to_twenty_people_with_a_thousand_characters_fits() -> None:
    people = tuple(
        Person(f"Kim {'x' * 100} {number}", f"29:{number:0>100}") for number in range(20)
    )
    assert size(render(AwardPosted(1, ANA, people, "<" * 1000), READER, "card")) <= MAX_SIZE
