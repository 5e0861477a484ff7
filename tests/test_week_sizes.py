"""Weeks of no, one, two and a thousand receivers, as each platform gets them: all are in it."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import cycle, islice

import pytest

from adapters.playground.render import render as in_the_playground
from adapters.slack.render import render as in_slack
from adapters.teams.render import MAX_SIZE, encoded, size
from adapters.teams.render import render as in_teams
from bot import naming
from bot.highlights import QUOTE_LENGTH, QUOTES_EACH, laid_out
from bot.messages import (
    HighlightEntry,
    Person,
    Quote,
    Specials,
    Story,
    WeeklyHighlights,
)
from bot.model import Place, Reader, Source
from bot.texts import LANGUAGES
from tests.drivers.slack_limits import refusal
from tests.drivers.slack_screen import shown
from tests.drivers.teams_cards import problem_of, texts_of

READER = Reader("en", "Europe/Stockholm")
NAMES = (
    "Bartholomew-Maximilian Featherstonehaugh-Cholmondeley",
    "محمد عبد الرحمن الهاشمي",
    "โชติกา วงศ์สุวรรณพิทักษ์",
    "אברהם בן־שמעון",
    "श्रीनिवासन् रामानुजन्",
    "司馬相如",
    "Ἀλέξανδρος Παπαδόπουλος",
    "👩🏽‍🚒👨‍👩‍👧‍👦 Kaktus",
    "Anna & Bo <Öst>",
    'Zoë "Z" \\ Ålöv',
)
WORDS = (
    "Å & <b> \"så\" 'där' \\ ",
    "ขอบคุณมากสำหรับความช่วยเหลือ ",
    "شكرا جزيلا على المساعدة ",
    "👩🏽‍🚒🌵✨ ",
    "お疲れ様でした ",
    "*_~`> [x](y) @here <!channel> ",
)
TEAMS = ("Kassan", "Tillsammans-för-kunden på Storgatan 14", "厨房", "", "&" * 60)


def name(number: int) -> str:
    """The number stands first, where no shortening takes it away."""
    return f"{number:04}{NAMES[number % len(NAMES)]}"


@cache
def reason(number: int, length: int = QUOTE_LENGTH) -> str:
    """So many characters in several scripts; the mark at its end shows that nothing is cut."""
    mark = f"·{number}·"
    signs = cycle(WORDS[number % len(WORDS) :][0] + WORDS[0])
    return "".join(islice(signs, length - len(mark))) + mark


def entries(receivers: int, quotes: int) -> list[HighlightEntry]:
    return sorted(
        (
            HighlightEntry(
                Person(name(number)),
                tuple(
                    Quote(Person(name(number + 1)), reason(number * 10 + at))
                    for at in range(quotes)
                ),
                more=3 if quotes == QUOTES_EACH else 0,
                team=TEAMS[number % len(TEAMS)] + str(number // 3 if receivers == 60 else ""),
            )
            for number in range(receivers)
        ),
        key=lambda one: (not one.team, one.team, one.person.name),
    )


def week(receivers: int, quotes: int) -> list[WeeklyHighlights]:
    """Everything that a week can hold, as large as it may be."""
    people = tuple(Person(name(at)) for at in range(20))
    story = Story(1, people[0], people, reason(0, 1000), Source.CUSTOMER)
    heard = Story(2, people[0], people[:3], reason(1), Source.CUSTOMER)
    told = Specials(story, (heard,) * 3, people[:10], ("#" + "v" * 40,) * 5, 7, "tip-01")
    specials = told if receivers > 2 else Specials(tip="tip-01")
    first = WeeklyHighlights(
        "2026-W48",
        *(date(2026, 11, 20), date(2026, 11, 27)),
        *(1, 1, (), receivers, receivers),
        late=True,
        chart=(10_000,) * 12,
        specials=specials,
    )
    made = list(laid_out(first, entries(receivers, quotes)))
    return [
        WeeklyHighlights(**{**_facts(page), "page": number, "pages": len(made)})
        for number, page in enumerate(made, start=1)
    ]


def _facts(page: WeeklyHighlights) -> dict[str, object]:
    return {field: getattr(page, field) for field in page.__dataclass_fields__ if field != "what"}


def on_slack(page: WeeklyHighlights, reader: Reader) -> str:
    payload = in_slack(page, reader)
    assert refusal(payload) is None, page.page
    return shown(page).text


def on_teams(page: WeeklyHighlights, reader: Reader) -> str:
    activity = in_teams(page, reader, "card")
    assert size(activity) <= MAX_SIZE
    assert problem_of(encoded(activity)) is None, page.page
    texts = texts_of(activity["attachments"][0]["content"]["body"])
    return "\n".join(text for _, text in texts)


def in_the_browser(page: WeeklyHighlights, reader: Reader) -> str:
    return "\n".join(_strings(in_the_playground(page, reader, Place.channel("general"))))


def _strings(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list | tuple):
        for one in content.values() if isinstance(content, dict) else content:
            yield from _strings(one)


PLATFORMS = {"slack": on_slack, "teams": on_teams, "playground": in_the_browser}
Told = Callable[[WeeklyHighlights, Reader], str]


@pytest.mark.parametrize("told", PLATFORMS.values(), ids=PLATFORMS)
@pytest.mark.parametrize(
    ("receivers", "quotes"), [(0, 0), (1, 5), (2, 5), (12, 1), (60, 0), (60, 5), (1000, 1)]
)
def test_nobody_and_no_word_is_dropped(told: Told, receivers: int, quotes: int) -> None:
    first, *others = (told(page, READER) for page in week(receivers, quotes))
    everything = "\n".join([first, *others])
    assert [at for at in range(receivers) if f"{at:04}" not in first] == []
    marks = {f"·{at * 10 + quote}·" for at in range(receivers) for quote in range(quotes)}
    assert [mark for mark in sorted(marks) if mark not in everything] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("told", PLATFORMS.values(), ids=PLATFORMS)
def test_every_page_fits_in_each_language(told: Told, language: str) -> None:
    pages = week(300, 5)
    for page in (*pages[:3], pages[-1]):
        assert told(page, Reader(language, "Europe/Helsinki"))


def test_a_name_is_cut_between_its_signs_and_keeps_its_beginning() -> None:
    whole = [one.replace(" ", "") * 3 for one in NAMES]
    for receivers in range(600, 1200, 35):  # every length from 6 letters on, twice
        many = [HighlightEntry(Person(whole[at % len(whole)]), ()) for at in range(receivers)]
        (group,), _ = naming.named(many)
        for full, person in zip(whole, group.people, strict=False):
            begun = person.name.removesuffix("…")
            assert begun
            assert full.startswith(begun)
            assert begun[-1] != "\u200d"
            following = full[len(begun) : len(begun) + 1]
            assert following != "\u200d"
            assert not any(unicodedata.category(sign).startswith("M") for sign in following)
