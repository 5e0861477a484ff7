"""Names and words in Arabic and Hebrew leave the sentences round them in order."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page

from bot import texts
from bot.cleaning import clean
from bot.messages import (
    AwardPosted,
    GlitterToShow,
    Message,
    Notice,
    Person,
)
from bot.model import Reader
from bot.texts import LANGUAGES, together
from tests.browser import Windows
from tests.drivers.week_samples import DUE, WEEKS
from tests.test_golden_weeks import PLATFORMS
from tests.test_languages import NUMBERS, facts_of, sentences

READER = Reader("en", "Europe/Stockholm")
MOHAMMED, ABRAHAM = "محمد", "אברהם"
LETTERS = re.compile(r"[\u0590-\u08ff]")
ISOLATED = re.compile("\u2068[^\u2066-\u2069]*\u2069")
OURS = re.compile(r"[A-Za-z0-9]")


def loose(line: str) -> bool:
    """Whether letters from right to left stand beside others and are not isolated."""
    rest = ISOLATED.sub("", line)
    return bool(LETTERS.search(rest) and OURS.search(rest))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_isolates_what_runs_the_other_way(language: str) -> None:
    reader = Reader(language, "Europe/Stockholm")
    for name, message in sentences(language).items():
        facts = {one: 3 if one in NUMBERS else MOHAMMED for one in facts_of(message)}
        told = texts.say(reader, name, **facts)
        assert told.count("\u2068") == told.count("\u2069")
        assert not LETTERS.search(ISOLATED.sub("", told)), told


def test_no_other_sentence_has_a_mark_in_it() -> None:
    assert texts.say(READER, "show-from", giver="Åsa Öst 李", day="27 November").isprintable()
    assert together(READER, ["Åsa", "Ἀλέξανδρος", "李"]).isprintable()


def test_in_a_list_each_is_isolated_and_the_list_is_not_once_more() -> None:
    listed = together(READER, [MOHAMMED, "Bo", ABRAHAM])
    assert listed == f"\u2068{MOHAMMED}\u2069, Bo and \u2068{ABRAHAM}\u2069"
    assert texts.say(READER, "award-team", team="Kassan", people=listed).count("\u2068") == 2


def test_a_long_text_is_isolated_too() -> None:
    words = f"{MOHAMMED} " * 200
    assert texts.say(READER, "quoted", words=words) == f"“\u2068{words}\u2069”"


def test_what_is_copied_from_a_sentence_is_cleaned_when_it_is_typed() -> None:
    assert clean(texts.apart(MOHAMMED)) == MOHAMMED


def renamed(message: Message) -> Message:
    """The sample with people and teams whose names run the other way."""
    made: Message = _renamed(message)
    return made


def _renamed(value: Any) -> Any:
    match value:
        case Person():
            return Person(MOHAMMED if value.name < "B" else ABRAHAM, value.account)
        case tuple():
            return tuple(map(_renamed, value))
        case _ if hasattr(value, "__dataclass_fields__"):
            fields = [one for one in value.__dataclass_fields__ if one not in ("what", "week")]
            changed = {one: _renamed(getattr(value, one)) for one in fields}
            return replace(value, **changed)
        case "Kassan":
            return ABRAHAM
        case _:
            return value


def samples() -> Iterator[tuple[str, Message]]:
    yield from ((name, renamed(message)) for name, message in WEEKS.items())
    one, other = Person(MOHAMMED), Person(ABRAHAM)
    yield "a post", AwardPosted(1, one, (other, one), "3 parcels")
    yield "a notice", Notice("undone", (one, other))
    yield "to be shown", GlitterToShow(1, one, ABRAHAM, other, "3 parcels", DUE.date())


SAMPLES = dict(samples())


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_names_leave_the_lines_of_every_platform_in_order(platform: str, sample: str) -> None:
    lines = [line for line in PLATFORMS[platform](SAMPLES[sample], READER) if line]
    assert [line for line in lines if loose(line)] == []


def test_a_browser_shows_the_day_behind_the_name(windows: Windows) -> None:
    with windows.lent() as open_page:
        page = open_page((600, 200))
        told = texts.say(READER, "show-from", giver=MOHAMMED, day="27 November")
        assert end_of_name(page, told) <= start_of_day(page)
        mixed = told.replace("\u2068", "").replace("\u2069", "")
        assert end_of_name(page, mixed) > start_of_day(page)


def end_of_name(page: Page, told: str) -> float:
    page.set_content(f"<p>{told}</p>")
    return float(page.evaluate(f"({_BOX})('{MOHAMMED}').right"))


def start_of_day(page: Page) -> float:
    return float(page.evaluate(f"({_BOX})('27').left"))


_BOX = """(words) => {
    const text = document.querySelector("p").firstChild, range = document.createRange();
    const at = text.data.indexOf(words);
    range.setStart(text, at);
    range.setEnd(text, at + words.length);
    return range.getBoundingClientRect();
}"""
