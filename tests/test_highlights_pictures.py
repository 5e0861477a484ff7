"""The pictures in docs/highlights.md: a week in the playground, and the look ahead at it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect

from bot.messages import (
    HighlightEntry,
    HighlightsPreview,
    NamedGroup,
    Person,
    Quote,
    Specials,
    Story,
    WeeklyHighlights,
)
from bot.model import Reader, Source
from tests.playground_alone import STOCKHOLM, Alone
from tests.playground_window import Open, log, picture
from tests.playground_window import alone as alone
from tests.playground_window import window as window

FRIDAY = datetime(2031, 11, 28, 14, tzinfo=UTC)
COLUMN, PREVIEW = (1000, 1400), (1000, 870)
SWEDISH = Reader("sv", "Europe/Stockholm")
# Highlights name everybody and notify nobody: they know no accounts.
AINO, ANA, BO, KIM, MAJA, PRIYA = map(
    Person,
    (
        "Aino Virtanen",
        "Ana Lindqvist",
        "Bo Nielsen",
        "Kim Berg",
        "Maja Sjöberg",
        "Priya Raman",
    ),
)
HOUR, CALM = "Stayed an hour for the balsamico customer", "Calm as a cat when the tills were down"
TILL, GLOVE = "The friendliest till in town", "Found the lost glove of a little girl"
STORIES = (
    Story(7, AINO, (KIM,), HOUR),
    Story(8, MAJA, (BO,), TILL, Source.CUSTOMER),
    Story(9, KIM, (PRIYA,), GLOVE),
    Story(10, ANA, (KIM,), CALM),
)
BLOOMED = 5
"""Fewer are not told."""


def quotes(receiver: Person) -> tuple[Quote, ...]:
    return tuple(
        Quote(one.giver, one.reason, one.source) for one in STORIES if receiver in one.receivers
    )


def people(of: Sequence[Story]) -> set[Person]:
    return {receiver for one in of for receiver in one.receivers}


WEEK = WeeklyHighlights(
    "2031-W48",
    date(2031, 11, 21),
    date(2031, 11, 28),
    page=1,
    pages=1,
    entries=(
        HighlightEntry(BO, quotes(BO), team="Kassan"),
        HighlightEntry(KIM, quotes(KIM), team="Kassan"),
        HighlightEntry(PRIYA, quotes(PRIYA)),
    ),
    givers=len({one.giver for one in STORIES}),
    receivers=len(people(STORIES)),
    chart=(3, 5, 8, 2, 9, 14, 6, 7, 9, 12, 3, len(STORIES)),
    specials=Specials(STORIES[0], (), (PRIYA,), ("service", "calm"), BLOOMED, "tip-01"),
)
AHEAD = HighlightsPreview(
    "2031-W48",
    203148,
    FRIDAY,
    WEEK.givers,
    WEEK.receivers,
    (NamedGroup("Kassan", (BO, KIM)), NamedGroup("", (PRIYA,))),
    moment=STORIES[0],
    candidates=STORIES[1:3],
)


@pytest.mark.parametrize(
    ("name", "who", "scheme", "reader", "counts", "chart"),
    [
        ("week-light", "bo", "light", STOCKHOLM, "4 colleagues gave glitter to 3", "12, 3 and 4"),
        ("week-dark", "ana", "dark", SWEDISH, "4 kollegor gav glitter till 3", "12, 3 och 4"),
    ],
)
def test_the_week_in_the_docs_agrees_with_itself(
    alone: Alone,
    window: Open,
    name: str,
    who: str,
    scheme: str,
    reader: Reader,
    counts: str,
    chart: str,
) -> None:
    alone.start_at(FRIDAY)
    alone.send(WEEK, reader=reader)
    page = window(who, size=COLUMN, scheme=scheme)
    shown = log(page)
    with picture(shown, f"highlights-{name}"):
        expect(shown).to_contain_text(counts)
        expect(shown.get_by_role("heading").first).to_be_in_viewport(ratio=1)
        expect(shown.locator("blockquote")).to_have_count(len(STORIES) + 1)
        drawn = shown.get_by_role("img", name=chart)
        expect(drawn).to_have_js_property("naturalWidth", 640)
        expect(drawn).to_be_in_viewport(ratio=1)


def test_the_look_ahead_in_the_docs_tells_of_the_same_week(alone: Alone, window: Open) -> None:
    alone.send(AHEAD)
    shown = log(window("bo", size=PREVIEW))
    with picture(shown, "highlights-preview-light"):
        expect(shown.get_by_role("heading").first).to_be_in_viewport(ratio=1)
        expect(shown).to_contain_text("They go out on Fri 28 Nov at 15:00")
        for one in STORIES[:3]:
            expect(shown).to_contain_text(one.reason)
        expect(shown.get_by_role("button", name="No more of these")).to_be_in_viewport(ratio=1)
