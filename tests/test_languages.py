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

from adapters.playground import frame
from adapters.playground.people import CHANNELS, SIX
from bot.case_forms import FORMS
from bot.export_words import PERIODS
from bot.exports import NAMES
from bot.heard import ActionName, FormName
from bot.kindness import Why
from bot.memory import Order
from bot.messages import Notice, Person
from bot.model import Kind, Move, Naming, Power, Reader, Settings, State
from bot.settings_forms import DUTIES
from bot.texts import FILES, LANGUAGES, say, sentence
from bot.tips import TIPS

ROOT = Path(__file__).parent.parent
SAME_IN_ALL = {"award-title", "pages-power-hr", "playground-role-hr"}
"""Texts whose English words are the other languages' words too."""
SAME_HERE = {
    "sv": {"filter-team", "filter-who", "playground-bot"},
    "nb": {"action-submit", "filter-team", "filter-who", "playground-bot"},
}
"""`Send` is Norwegian, too; a team is a team, a person a person, and a bot a bot."""
SAME_ANYWHERE = ("playground-city-", "playground-clock-elsewhere")
"""Names of cities, and a text of nothing but facts."""
QUOTES = {"en": "“”", "sv": "”", "nb": "«»", "fi": "”"}
BUTTON_LENGTH = 30
"""Fits a phone in one line; Slack's own limit is 75."""
TITLE_LENGTH = 24
"""What a Slack modal shows of its title, and of the button that sends it."""
NUMBERS = {
    "minutes",
    "week",
    "ever",
    "givers",
    "receivers",
    "count",
    "page",
    "pages",
    "hours",
    "days",
    "most",
}
SHOP = {
    "role": {person.role for person in SIX},
    "city": {person.city for person in SIX},
    "topic": set(CHANNELS.values()),
}
"""What the playground names in the reader's language."""
NOTICE_FACTS = {"who", "count", "other", "when", "detail"}
NEWS_FACTS = {"person", "day", "when"}
CARD_FACTS = {"giver", "owner", "receiver"}
NEVER_TOGETHER = {ActionName.EDIT, ActionName.EDIT_DRAFT}
"""Two buttons that may read alike: one for a draft, one for what is held."""


class _Names(Visitor):
    """Collects the facts that a sentence asks for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


@cache
def sentences(language: str) -> dict[str, ftl.Message]:
    folder = ROOT / "bot" / "languages"
    paths = [folder / name.format(language) for name in FILES]
    text = "\n".join(path.read_text("utf-8") for path in paths)
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
    said_apart = (text for text in sentences("en") if not text.startswith(SAME_ANYWHERE))
    same = {text for text in said_apart if said(language, text) == said("en", text)}
    assert same == SAME_IN_ALL | SAME_HERE.get(language, set())


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_quoted_as_the_language_quotes(language: str) -> None:
    foreign = set("“”«»„‘'") - set(QUOTES[language])
    for text in sentences(language):
        if not text.startswith("check-"):
            assert not set(said(language, text)) & foreign, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_has_a_short_label(language: str) -> None:
    labels = {name: said(language, f"action-{name}") for name in ActionName}
    assert [label for label in labels.values() if len(label) > BUTTON_LENGTH] == []
    apart = [label for name, label in labels.items() if name not in NEVER_TOGETHER]
    assert len(set(apart)) == len(apart)
    assert not set(apart) & {labels[name] for name in NEVER_TOGETHER}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_has_a_title_that_slack_shows_whole(language: str) -> None:
    titles = [said(language, f"form-{name}") for name in FormName]
    titles.append(said(language, f"action-{ActionName.SUBMIT}"))
    assert [title for title in titles if len(title) > TITLE_LENGTH] == []


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
            place = {"Notice": 0, "Refusal": 0, "say": 1, "BadInput": 0}.get(called)
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


def decided() -> list[str]:
    """The fields of the glitter form and of both settings forms."""
    glitter = ["receivers", "by-name", "to-team", "reason", "value", "customer", "channel"]
    mine = ["language", "naming", "direct_messages", "takes_cacti", "work_starts", "work_ends"]
    return [
        *glitter,
        *mine,
        *Settings.model_fields,
        *DUTIES,
    ]


def built() -> Iterator[str]:
    """The texts whose ids the code builds from the names of things."""
    yield from (f"action-{name}" for name in ActionName)
    yield from (f"form-{name}" for name in FormName)
    yield from (f"case-state-{state}" for state in State)
    yield from (f"option-naming-{naming}" for naming in Naming)
    yield from (f"check-why-{why}" for why in Why)
    yield from (f"pages-power-{power}" for power in Power)
    yield from (f"check-{why}" for why in Why)
    yield from (f"filter-order-{order}" for order in Order if order)
    yield from (f"words-state-{state}" for state in State if state is not State.HELD)
    yield from (f"words-period-{period}" for period in PERIODS)
    yield from (f"column-{name.replace('_', '-')}" for name in NAMES)
    yield from frame.TEXTS
    for family, names in SHOP.items():
        yield from (f"playground-{family}-{name}" for name in names)
    yield from (f"tip-{number:02}" for number in range(1, TIPS + 1))
    for name in ("who", "team", "situation", "effect", "wish", *asked_in_small_forms(), *decided()):
        yield f"field-{name}"
        yield f"field-{name}-hint"


def asked_in_small_forms() -> list[str]:
    return ["heir-team", *(field.name for _, fields in FORMS.values() for field in fields)]


def test_every_sentence_whose_id_is_built_exists() -> None:
    assert set(built()) - set(sentences("en")) == set()


def _source() -> str:
    """All that could say a sentence."""
    folders = (ROOT / "bot", ROOT / "adapters")
    paths = (path for folder in folders for path in folder.rglob("*"))
    return "".join(path.read_text("utf-8") for path in paths if path.suffix in {".py", ".html"})


def test_no_sentence_is_left_that_nothing_says() -> None:
    known, source = set(built()), _source()
    families = ("refused-", "words-", "news-")
    left = [
        text
        for text in sentences("en")
        if text not in known
        and f'"{text}"' not in source
        and not (text.startswith(families) and f'"{text.partition("-")[2]}"' in source)
        and not text.startswith("help-")  # built from a topic and a line
    ]
    assert left == []


def _told_of_a_case() -> Iterator[str]:
    """The news of a case: named outright, or built from the move that a branch is about."""
    for path in (ROOT / "bot").glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if node.value.startswith(("news-", "case-")) and node.value != "news-":
                    yield node.value
            elif isinstance(node, ast.match_case) and _builds_news(node.body):
                moves = (at.attr for at in ast.walk(node.pattern) if isinstance(at, ast.Attribute))
                yield from (f"news-{Move[name]}" for name in moves)


def _builds_news(body: list[ast.stmt]) -> bool:
    strings = (node for line in body for node in ast.walk(line) if isinstance(node, ast.JoinedStr))
    return any(
        isinstance(s.values[0], ast.Constant) and s.values[0].value == "news-" for s in strings
    )


def test_all_news_of_a_case_has_its_words_and_no_words_lack_news() -> None:
    told = {text for text in _told_of_a_case() if text.startswith("news-")}
    assert told == {text for text in sentences("en") if text.startswith("news-")}
    assert {"news-thank", "news-bloom", "news-overdue"} <= told
    assert set(_told_of_a_case()) - set(sentences("en")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_news_asks_only_for_what_is_known_where_it_is_shown(language: str) -> None:
    asked = {text: facts_of(message) for text, message in sentences(language).items()}
    on_cards = {text for text in set(_told_of_a_case()) if text.startswith("case-")}
    on_cards -= {"case-escalated"}
    assert [text for text in on_cards if asked[text] - CARD_FACTS] == []
    news = [text for text in asked if text.startswith("news-")]
    assert [text for text in news if asked[text] - NEWS_FACTS] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_a_case_reads_as_it_is_typed(language: str) -> None:
    notice = Notice("case-escalated", (Person("Åsa"),), 12345)
    reader = Reader(language, "Europe/Stockholm")
    assert "12345" in sentence(reader, notice, show=lambda person: person.name, plain=str)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_giver_is_not_told_what_else_reached_the_receiver(language: str) -> None:
    assert facts_of(sentences(language)["news-hold-back"]) == set()
    assert facts_of(sentences(language)["news-stop"]) == set()
