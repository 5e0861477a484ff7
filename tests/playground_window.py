"""Windows of a real browser on the playground. Import `alone` and `window`."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.heard import Action, ActionName, Mention, Said
from bot.messages import (
    Button,
    CactusHeld,
    CactusText,
    CaseCard,
    GlitterRecorded,
    HighlightEntry,
    Line,
    Message,
    Notice,
    Person,
    Quote,
    WeeklyHighlights,
)
from bot.model import Source, State
from tests.browser import Open, Windows
from tests.playground_alone import GENERAL, Alone

PICTURES = Path(__file__).parent.parent / "docs"
THURSDAY = datetime(2031, 11, 27, 12, 40, tzinfo=UTC)
DESK, PHONE = (1280, 860), (390, 844)
ANA, KIM, BO = (
    Person("Ana Lindqvist", "ana"),
    Person("Kim Berg", "kim"),
    Person("Bo Nielsen", "bo"),
)
AINO, MAJA, PRIYA = (
    Person("Aino Virtanen", "aino"),
    Person("Maja Sjöberg", "maja"),
    Person("Priya Raman", "priya"),
)
WEEK = WeeklyHighlights(
    "2031-W48",
    date(2031, 11, 21),
    date(2031, 11, 28),
    1,
    1,
    (
        HighlightEntry(KIM, (Quote(AINO, "stayed late for the balsamico customer"),)),
        HighlightEntry(Person("Bo"), (Quote(MAJA, "so friendly", Source.CUSTOMER),), 2),
    ),
    2,
    2,
)

DESK_EMPTY = "the returns desk was empty from noon to half past on Tuesday"
TEXT = CactusText(KIM, BO, DESK_EMPTY, "six customers left", "two people at noon")


def held(goes_out_at: datetime = THURSDAY + timedelta(minutes=10)) -> CactusHeld:
    return CactusHeld(4, TEXT, goes_out_at)


def case(state: State = State.OPEN, *buttons: ActionName, **more: Any) -> CaseCard:
    """Kim's cactus, as Bo has it."""
    return CaseCard(4, TEXT, BO, state, tuple(Button(name, "4") for name in buttons), **more)


TALK = (
    Line(BO, "Who was on the plan that day?", THURSDAY),
    Line(KIM, "Maja, but she was at the dock.", THURSDAY + timedelta(minutes=5)),
)


@pytest.fixture
def alone() -> Iterator[Alone]:
    with Alone() as alone:
        alone.start_at(THURSDAY)
        yield alone


@pytest.fixture
def window(alone: Alone, windows: Windows) -> Iterator[Open]:
    with opening(windows, alone.url) as open_window:
        yield open_window


@contextmanager
def opening(windows: Windows, url: str) -> Iterator[Open]:
    """Opens a window of its own for a person."""
    with windows.lent() as open_page:

        def open_window(
            who: str = "ana", place: str = "general", size: tuple[int, int] = DESK, **options: Any
        ) -> Page:
            page = open_page(size, **options)
            page.goto(f"{url}/?as={who}&in={place}")
            expect(page.locator("#log > *").first).to_be_visible()
            return page

        yield open_window


@contextmanager
def picture(page: Page | Locator, name: str) -> Iterator[None]:
    """What is expected inside is what `docs/<name>.png` shows; SCREENSHOTS=1 takes it anew."""
    yield
    if os.environ.get("SCREENSHOTS") == "1":
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png")


def giving(alone: Alone) -> None:
    """Let the bot answer a glitter as the product does."""

    def reply(heard: Said | Action) -> Message:
        if isinstance(heard, Action):
            return Notice("undone", (KIM,))
        named = [part.profile for part in heard.parts if isinstance(part, Mention)]
        people = tuple(Person(profile.name, profile.account) for profile in named)
        words = "".join(part for part in heard.parts if isinstance(part, str)).strip()
        return GlitterRecorded(1, people, words, GENERAL, 10)

    alone.door.reply = reply


def log(page: Page) -> Any:
    return page.get_by_role("log")


def field(page: Page) -> Any:
    return page.locator("#line")
