"""The four languages say the same things, in words that fit where they are shown."""

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.messages import ActionName, Notice, Person
from bot.model import Kind, Reader, State
from bot.texts import LANGUAGES, say, sentence

ROOT = Path(__file__).parent.parent
SAME_IN_ALL = {"award-title"}
"""Texts whose English words are the other languages' words too."""
BUTTON_LENGTH = 30
"""Fits a phone in one line; Slack's own limit is 75."""
NUMBERS = {"minutes", "week", "ever", "givers", "receivers", "count", "other", "page", "pages"}
NOTICE_FACTS = {"who", "count", "other", "when", "detail"}


class _Names(Visitor):
    """Collects the facts that a sentence asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


@cache
def sentences(language: str) -> dict[str, ftl.Message]:
    text = (ROOT / "bot" / "languages" / f"{language}.ftl").read_text("utf-8")
    entries = FluentParser(with_spans=False).parse(text).body
    junk = [entry.content for entry in entries if isinstance(entry, ftl.Junk)]
    assert junk == []
    messages = [entry for entry in entries if isinstance(entry, ftl.Message)]
    ids = [message.id.name for message in messages]
    assert sorted(ids) == sorted(set(ids)), "the same id stands twice"
    return {message.id.name: message for message in messages}


def facts_of(message: ftl.Message) -> set[str]:
    names = _Names()
    names.visit(message)
    return names.names


def said(language: str, text: str, number: int = 3) -> str:
    facts = facts_of(sentences(language)[text])
    samples = {name: number if name in NUMBERS else f"‹{name}›" for name in facts}
    return say(Reader(language, "Europe/Stockholm"), text, **samples)


OTHERS = [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_everything_and_nothing_more(language: str) -> None:
    assert list(sentences(language)) == list(sentences("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_tells_the_same_facts(language: str) -> None:
    told = {text: facts_of(message) for text, message in sentences(language).items()}
    assert told == {text: facts_of(message) for text, message in sentences("en").items()}


@pytest.mark.parametrize("number", [0, 1, 2, 5, 21])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_can_be_said_with_any_number(language: str, number: int) -> None:
    for text, message in sentences(language).items():
        words = said(language, text, number)
        shown = [name for name in facts_of(message) if name not in NUMBERS]
        assert words.strip() == words != ""
        assert [name for name in shown if f"‹{name}›" not in words] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "and one more", "and {} more"),
        ("sv", "och en till", "och {} till"),
        ("nb", "og én til", "og {} til"),
        ("fi", "ja vielä yksi", "ja vielä {}"),
    ],
)
def test_numbers_agree_with_their_words(language: str, one: str, other: str) -> None:
    expected = [one if number == 1 else other.format(number) for number in (0, 1, 2, 5, 21)]
    assert [said(language, "highlights-more", n) for n in (0, 1, 2, 5, 21)] == expected


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_over(language: str) -> None:
    same = {text for text in sentences("en") if said(language, text) == said("en", text)}
    assert same == SAME_IN_ALL


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_has_a_short_label(language: str) -> None:
    labels = {name: said(language, f"action-{name}") for name in ActionName}
    assert [label for label in labels.values() if len(label) > BUTTON_LENGTH] == []
    assert len(set(labels.values())) == len(labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_typed_words_are_plain_lower_case_lists(language: str) -> None:
    for text in sentences(language):
        if text.startswith("words-"):
            words = said(language, text).split(", ")
            assert [word for word in words if not word.isalpha() or word != word.lower()] == []


def test_no_typed_word_means_two_things_in_any_language() -> None:
    meanings: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for text in (text for text in sentences(language) if text.startswith("words-")):
            for word in said(language, text).split(", "):
                meanings.setdefault(word, set()).add(text)
    assert {word: texts for word, texts in meanings.items() if len(texts) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_in_the_help_use_words_that_are_understood(language: str) -> None:
    prefix = said(language, "words-customer").split(", ")[0]
    assert f"@Kim {prefix}: " in said(language, "help-glitter-customer")
    for kind in Kind:
        assert said(language, f"help-{kind}-give").startswith(f"/{kind} @Kim ")


@pytest.mark.parametrize("language", ["fi"])
def test_finnish_glues_no_ending_to_a_name(language: str) -> None:
    text = (ROOT / "bot" / "languages" / f"{language}.ftl").read_text("utf-8")
    assert [line for line in text.splitlines() if "}:" in line or "}n" in line] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_notice_is_one_sentence_with_its_facts(language: str) -> None:
    notice = Notice(
        "refused-pair-cactus",
        (Person("Åsa"), Person("Björn")),
        moment=datetime(2026, 11, 27, 14, 0, tzinfo=UTC),
    )
    reader = Reader(language, "Europe/Stockholm")
    words = sentence(reader, notice, show=lambda person: person.name, plain=str)
    assert "Åsa" in words
    assert "Björn" in words
    assert "15" in words


def _named() -> Iterator[str]:
    """The texts that the heart and the edges name outright."""
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            place = {"Notice": 0, "Refusal": 0, "say": 1}.get(called)
            for value in node.args[place : place + 1] if place is not None else []:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield f"refused-{value.value}" if called == "Refusal" else value.value


def test_every_sentence_that_the_code_names_exists() -> None:
    named = set(_named())
    assert named - set(sentences("en")) == set()
    assert {"undone", "refused-nobody", "award-title"} <= named


def test_a_refusal_asks_only_for_facts_that_a_notice_has() -> None:
    answers = {
        text: facts_of(message) - NOTICE_FACTS
        for text, message in sentences("en").items()
        if text.startswith("refused-")
    }
    assert {text: facts for text, facts in answers.items() if facts} == {}


def test_every_state_a_giver_is_told_of_has_its_words() -> None:
    told = {text for text in sentences("en") if text.startswith("cactus-moved-")}
    assert told == {f"cactus-moved-{state}" for state in State if state is not State.HELD}
