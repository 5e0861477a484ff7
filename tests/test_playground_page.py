"""The playground's page in a real browser."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.messages import (
    Action,
    AwardPosted,
    CactusHeld,
    CactusMoved,
    CactusReceived,
    GlitterRecorded,
    Help,
    HighlightEntry,
    Mention,
    Message,
    Notice,
    Person,
    Quote,
    Said,
    WeeklyHighlights,
)
from bot.model import Kind, Place, Reader, Source, State
from tests.browser import chromium as chromium
from tests.playground_alone import GENERAL, Alone

SCREENSHOT = Path(__file__).parent.parent / "docs" / "playground.png"
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


@pytest.fixture
def alone() -> Iterator[Alone]:
    with Alone() as alone:
        alone.start_at(THURSDAY)
        yield alone


Open = Callable[..., Page]


@pytest.fixture
def window(alone: Alone, chromium: Browser) -> Iterator[Open]:
    """Opens a window of its own for a person; nothing on the page may go wrong unseen."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_window(
        who: str = "ana", place: str = "general", size: tuple[int, int] = DESK, **options: Any
    ) -> Page:
        width, height = size
        context = chromium.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text))
        page.goto(f"{alone.url}/?as={who}&in={place}")
        expect(page.locator("#log > *").first).to_be_visible()
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert [text for text in complaints if "status of 400" not in text] == []


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
    return page.get_by_role("combobox")


# ---------------------------------------------------------------- praise and criticism


def test_praise_can_be_given_with_the_keyboard_alone(alone: Alone, window: Open) -> None:
    giving(alone)
    page = window("ana")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the message field")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.type("/gl")
    expect(page.get_by_role("option", selected=True)).to_contain_text("/glitter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("option")).to_have_count(5)
    page.keyboard.type("sjo")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Maja Sjöberg")
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value("/glitter @maja ")
    page.keyboard.type("kept calm when the tills stood still")
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Only you see this")
    expect(log(page)).to_contain_text("Recorded: your glitter to @Maja Sjöberg.")
    expect(field(page)).to_have_value("")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Taken back")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_two_windows_are_two_people_and_a_post_appears_in_both(alone: Alone, window: Open) -> None:
    ana, kim = window("ana"), window("kim")
    alone.send(AwardPosted(1, ANA, (KIM,), "stayed late for the balsamico customer"))
    for page in (ana, kim):
        expect(log(page)).to_contain_text("stayed late for the balsamico customer")
    expect(kim.locator(".mention.me")).to_have_text("@Kim Berg")
    expect(ana.locator(".mention.me")).to_have_text("@Ana Lindqvist")


def test_a_cactus_is_held_sent_and_seen_by_its_receiver_alone(alone: Alone, window: Open) -> None:
    words = "the returns desk was empty at noon"

    def reply(heard: Said | Action) -> Message:
        if isinstance(heard, Action):
            return CactusMoved(4, BO, State.OPEN)
        return CactusHeld(4, KIM, BO, words, alone.clock.now() + timedelta(minutes=10))

    alone.door.reply = reply
    kim, bo, ana = window("kim"), window("bo"), window("ana")
    field(kim).fill(f"/cactus @bo {words}")
    kim.keyboard.press("Enter")
    expect(log(kim)).to_contain_text("It goes out at Thu 27 Nov 13:50")
    kim.get_by_role("button", name="Send now").click()
    expect(log(kim)).to_contain_text("Your cactus is with @Bo Nielsen now.")
    expect(kim.get_by_role("button", name="Withdraw")).to_have_count(0)
    alone.send(CactusReceived(4, KIM, words), Place.direct("bo"))
    bo.get_by_role("link", name="Glitterkaktus has new").or_(
        bo.get_by_role("link", name="Glitterkaktus new messages")
    ).click()
    expect(log(bo)).to_contain_text(words)
    expect(ana.get_by_role("link", name="Bo Nielsen")).to_contain_text("has a new message")
    assert words not in ana.content()


def test_a_moved_clock_brings_what_is_due(alone: Alone, window: Open) -> None:
    async def due() -> None:
        await alone.edge.platform.send(alone.delivery(WEEK))

    alone.due = due
    page, elsewhere = window("priya"), window("ana", "kassan")
    expect(page.locator("#now")).to_have_text("Thu 27 Nov, 18:10")
    expect(page.get_by_role("group", name="Clock")).to_contain_text("13:40 in Stockholm")
    page.get_by_role("button", name="To Friday 15:00").click()
    expect(page.locator("#now")).to_have_text("Fri 28 Nov, 19:30")
    expect(log(page)).to_contain_text("Glitter of the week")
    expect(elsewhere.locator("#now")).to_have_text("Fri 28 Nov, 15:00")
    expect(elsewhere.get_by_role("link", name="general")).to_contain_text("new messages")
    elsewhere.get_by_role("link", name="general").click()
    expect(log(elsewhere)).to_contain_text("and 2 more")
    expect(elsewhere.get_by_role("link", name="general")).not_to_contain_text("new messages")


def test_whatever_was_refused_can_be_mended(alone: Alone, window: Open) -> None:
    alone.door.reply = lambda _: Notice("refused-nobody", draft="stayed late")
    page = window("ana")
    field(page).fill("/glitter stayed late")
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Nobody is named.")
    expect(field(page)).to_have_value("/glitter stayed late")
    field(page).fill("/glitzer @kim")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nobody has seen what you typed")
    expect(field(page)).to_have_value("/glitzer @kim")


def test_a_lost_connection_is_said_and_the_words_arrive_once(alone: Alone, window: Open) -> None:
    giving(alone)
    page = window("ana")
    page.context.set_offline(True)
    field(page).fill("/glitter @kim so calm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Please try again")
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Recorded")
    assert len(alone.door.heard) == 1


def test_a_page_whose_stream_ended_shows_what_it_missed(alone: Alone, window: Open) -> None:
    page = window("ana")
    alone.run(alone.edge.stop())
    alone.send(AwardPosted(1, KIM, (BO,), "while nobody listened"))
    expect(log(page)).to_contain_text("while nobody listened", timeout=10_000)
    expect(page.get_by_role("alert")).to_have_text("")


def test_a_taken_back_post_disappears(alone: Alone, window: Open) -> None:
    from bot.model import Verb

    page = window("ana")
    sent: Any = alone.send(AwardPosted(1, KIM, (BO,), "a hasty word"))
    expect(log(page)).to_contain_text("a hasty word")
    alone.send(None, verb=Verb.DELETE, target=sent.ref)
    expect(log(page)).not_to_contain_text("a hasty word")


def test_typed_markup_stays_text(alone: Alone, window: Open) -> None:
    page = window("ana")
    evil = "<img src=x onerror=alert(1)><b>@kim</b>"
    field(page).fill(evil)
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("<img src=x onerror=alert(1)><b>@Kim Berg</b>")
    alone.send(AwardPosted(1, Person(evil, None), (Person(evil, "kim"),), evil))
    expect(log(page)).to_contain_text(f"{evil} gave glitter to @{evil}")
    assert page.locator("#log img[src=x], #log b").count() == 0


# ---------------------------------------------------------------- for everybody


def test_an_example_is_put_into_the_field(alone: Alone, window: Open) -> None:
    page = window("kim")
    page.get_by_role("button", name="/glitter @maja stayed late").click()
    expect(field(page)).to_have_value("/glitter @maja stayed late for the balsamico customer")
    expect(field(page)).to_be_focused()


def test_a_screen_reader_finds_its_way(alone: Alone, window: Open) -> None:
    page = window("ana")
    field(page).press_sequentially("/glitter @k")
    expect(page.locator("body")).to_match_aria_snapshot("""
      - complementary "People and places":
        - navigation "You are":
          - list
        - navigation "Channels":
          - list
        - navigation "Direct":
          - list
      - banner:
        - heading "#general" [level=1]
        - group "Clock":
          - button "+10 minutes"
          - button "Tomorrow 9:00"
          - button "To Friday 15:00"
      - main:
        - log "#general"
        - listbox "Suggestions":
          - option /Kim Berg/ [selected]
        - combobox "Message to #general" [expanded]
        - button "Send"
      - status
    """)
    active = field(page).get_attribute("aria-activedescendant")
    assert page.get_by_role("option", selected=True).get_attribute("id") == active
    page.keyboard.press("Escape")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    assert field(page).get_attribute("aria-activedescendant") is None
    here = page.get_by_role("link", name="Ana Lindqvist")
    expect(here).to_have_attribute("aria-current", "true")


def test_what_the_bot_says_is_marked_with_its_language(alone: Alone, window: Open) -> None:
    page = window("aino", "glitterkaktus")
    alone.send(
        AwardPosted(1, KIM, (AINO,), "so calm"),
        Place.direct("aino"),
        reader=Reader("fi", "Europe/Helsinki"),
    )
    expect(page.locator(".words[lang=fi]")).to_have_count(1)


def test_a_new_message_is_read_out_and_an_old_one_is_not(alone: Alone, window: Open) -> None:
    alone.say("kim", "good morning", ref="early")
    page = window("ana", "kassan")
    page.get_by_role("link", name="general").click()
    expect(log(page)).to_contain_text("good morning")
    expect(log(page)).to_have_attribute("aria-live", "polite")
    page.get_by_role("link", name="kassan").click()
    alone.say("kim", "coffee?", ref="late")
    expect(page.get_by_role("status")).to_have_text("New message in #general")


def busy(alone: Alone) -> None:
    """A day in the shop."""
    alone.send(AwardPosted(1, AINO, (KIM, BO), "found the last jar of balsamico", ("service",)))
    alone.say("maja", "The new self-checkouts arrive at ten, @kim could you help me?", ref="b1")
    alone.send(AwardPosted(2, MAJA, (ANA,), "so calm at noon", (), Source.CUSTOMER))
    alone.door.reply = lambda _: Help(Kind.GLITTER)
    alone.say("ana", "/glitter help", ref="b2")
    alone.send(WEEK)
    alone.send(CactusReceived(4, KIM, "the returns desk was empty"), Place.direct("bo"))
    alone.door.reply = lambda _: CactusHeld(4, ANA, BO, "the desk was empty", alone.clock.now())
    alone.say("ana", "/cactus @bo the desk was empty", ref="b3")


READABLE = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const over = (top, under) => {
    canvas.fillStyle = `rgb(${under.join()})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = top; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const ground = (element) => element
    ? over(getComputedStyle(element).backgroundColor, ground(element.parentElement)) : [255, 255, 255];
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !element.checkVisibility()) continue;
    const under = ground(element);
    const [a, b] = [light(over(getComputedStyle(element).color, under)), light(under)];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) found.push(`${contrast.toFixed(2)}: ${walk.currentNode.data}`);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_by_weak_eyes(alone: Alone, window: Open, scheme: str) -> None:
    busy(alone)
    page = window("ana", color_scheme=scheme)
    expect(page.locator(".post")).to_have_count(6)
    field(page).press_sequentially("/glitter @")
    expect(page.get_by_role("option")).to_have_count(5)
    assert page.evaluate(READABLE) == []


def test_a_phone_shows_everything_within_its_width(alone: Alone, window: Open) -> None:
    busy(alone)
    page = window("ana", size=PHONE, has_touch=True)
    wide = "document.documentElement.scrollWidth > innerWidth || log.scrollWidth > log.clientWidth"
    assert page.evaluate(wide) is False
    expect(page.get_by_role("link", name="Kim Berg")).to_have_count(0)
    menu = page.get_by_role("button", name="People and places")
    menu.tap()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(page.get_by_role("link", name="Kim Berg")).to_have_count(0)
    menu.tap()
    page.get_by_role("link", name="Bo Nielsen").tap()
    expect(page).to_have_title("#general · Bo Nielsen · Glitterkaktus")
    menu.tap()
    page.get_by_role("link", name="Glitterkaktus").tap()
    expect(log(page)).to_contain_text("the returns desk was empty")
    small = """[...document.querySelectorAll("button, a, input")].filter((it) =>
      it.checkVisibility() && it.id !== "skip" && it.getBoundingClientRect().height < 40).length"""
    assert page.evaluate(small) == 0


def test_back_and_reload_keep_the_person_and_the_place(alone: Alone, window: Open) -> None:
    page = window("ana")
    page.get_by_role("link", name="Kim Berg").click()
    page.get_by_role("link", name="kassan").click()
    page.reload()
    expect(page).to_have_title("#kassan · Kim Berg · Glitterkaktus")
    page.go_back()
    expect(page).to_have_title("#general · Kim Berg · Glitterkaktus")
    page.go_back()
    expect(page).to_have_title("#general · Ana Lindqvist · Glitterkaktus")


@contextmanager
def picture(page: Page) -> Iterator[None]:
    yield
    if os.environ.get("SCREENSHOTS") == "1":
        SCREENSHOT.parent.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOT)


def test_the_picture_in_readme_shows_a_day_in_the_shop(alone: Alone, window: Open) -> None:
    giving(alone)
    page = window("ana")
    alone.say("maja", "Good morning! The new self-checkouts arrive at ten.", ref="p1")
    alone.send(
        AwardPosted(
            2, AINO, (KIM, BO), "found the last jar of balsamico for a customer who drove an hour"
        )
    )
    alone.send(CactusReceived(4, KIM, "the returns desk was empty"), Place.direct("bo"))
    field(page).fill("/glitter @priya the web shop stood the whole weekend")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    field(page).press_sequentially("/glitter @")
    with picture(page):
        expect(page.get_by_role("option")).to_have_count(5)
