"""The playground's page for everybody: keyboard, screen reader, weak eyes, a phone."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from bot.heard import ActionName, FormName
from bot.messages import (
    AwardPosted,
    CactusText,
    CaseEntry,
    CaseList,
    CaseNews,
    Field,
    FieldKind,
    Form,
    GentleCheck,
    Help,
    Line,
    Message,
    Notice,
)
from bot.model import Kind, Place, Reader, Source, State
from tests.playground_alone import Alone
from tests.playground_window import (
    AINO,
    ANA,
    BO,
    KIM,
    MAJA,
    PHONE,
    TALK,
    TEXT,
    THURSDAY,
    WEEK,
    Open,
    case,
    field,
    held,
    log,
)
from tests.playground_window import alone as alone
from tests.playground_window import window as window


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
        - navigation "Direct messages":
          - list
      - banner:
        - 'heading "#general" [level=1]'
        - group "Clock":
          - button "+10 minutes"
          - button "Tomorrow 9:00"
          - button "To Friday 15:00"
      - main:
        - 'log "#general"'
        - listbox "Suggestions":
          - option /Kim Berg/ [selected]
        - 'combobox "Message to #general" [expanded]'
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
    alone.send(case(news="case-received"), Place.direct("bo"))
    alone.door.reply = lambda _: held()
    alone.say("ana", "/cactus @bo the desk was empty", ref="b3")
    for shown in life():
        alone.send(shown, Place.direct("ana"))


def life() -> list[Message]:
    """A case as it looks on its way, as long as it may be."""
    press = (ActionName.THANK, ActionName.REPLY, ActionName.PROMISE, ActionName.REPORT)
    lines = (*TALK, Line(BO, "x" * 1000, THURSDAY))
    long = CactusText(KIM, ANA, "word " * 200, "y" * 1000, "z" * 1000)
    return [
        GentleCheck(3, replace(TEXT, situation="you always do"), "always", "general"),
        case(State.OPEN, *press, due_at=THURSDAY, lines=lines, side="the fire drill"),
        replace(case(State.REPORTED, *press), text=long),
        case(State.PROMISED, *press, promised_on=THURSDAY.date(), lines=TALK),
        case(State.BLOOMED, lines=TALK),
        CaseNews(4, "news-bloom", KIM),
        CaseList((CaseEntry(12, KIM, State.OPEN, True, THURSDAY),)),
    ]


MENDED = Form(
    FormName.CACTUS,
    "3",
    (
        Field("who", FieldKind.PERSON),
        Field("situation", FieldKind.LINES, "x" * 1001),
        Field("day", FieldKind.DATE, required=False),
    ),
    Notice("refused-nobody"),
    "who",
)


READABLE = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const over = (top, under) => {
    canvas.fillStyle = `rgb(${under.join()})`; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = top; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const ground = (element) => element
    ? over(getComputedStyle(element).backgroundColor, ground(element.parentElement))
    : [255, 255, 255];
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
    if (element.matches(".hidden")) continue;
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
    page = window("ana", scheme=scheme)
    expect(page.locator(".post")).to_have_count(6)
    field(page).press_sequentially("/glitter @")
    expect(page.get_by_role("listbox").get_by_role("option")).to_have_count(5)
    assert page.evaluate(READABLE) == []
    page.get_by_role("link", name="Glitterkaktus").click()
    expect(page.locator(".post")).to_have_count(len(life()))
    open_form(alone, page)
    assert page.evaluate(READABLE) == []


def open_form(alone: Alone, page: Page) -> None:
    alone.door.reply = lambda _: MENDED
    field(page).fill("/cactus")
    field(page).press("Enter")
    expect(page.get_by_role("form", name="A cactus")).to_be_visible()


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
    open_form(alone, page)
    menu.tap()
    page.get_by_role("link", name="Ana Lindqvist").tap()
    expect(page.locator(".post")).to_have_count(len(life()))
    open_form(alone, page)
    assert page.evaluate(wide) is False
    small = """[...document.querySelectorAll("button, a, input, select, textarea")].filter((it) =>
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
