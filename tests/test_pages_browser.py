"""The pages in a real browser: from the chat into them, with every role, for everybody's eyes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bot.heard import ActionName
from bot.memory import NewAward, Unit
from bot.messages import CactusHeld
from bot.model import Duty, Member
from tests.browser import Windows
from tests.pages import Pages
from tests.playground_window import picture
from tests.worlds import FRIDAY, HOUSE, World, award

DESK, PHONE = (1280, 900), (390, 844)
LOOKS: dict[str, tuple[Literal["light", "dark"], tuple[int, int]]] = {
    "light": ("light", DESK),
    "dark": ("dark", DESK),
    "phone": ("light", PHONE),
}
GIVEN = [
    ("ana", "@kim stayed late for the customer who was looking for balsamico #care"),
    ("bo", "@kim customer: nobody has ever explained it so clearly to me"),
    ("kim", "@bo found the lost delivery and rang the customer himself"),
    ("bo", "@ana opened a second till before anybody asked #pace"),
    ("hanna", "@kim calmed a customer who had got the wrong parcel; it ended in laughter"),
    ("elsa", "@kim and @bo carried the whole inventory upstairs #team"),
    ("hanna", "@bo showed the new colleague the whole store, step by step #care"),
    ("kim", "@ana took my evening when the child fell ill"),
    ("eero", "@kim spotted the wrong label before the pallet left"),
]
NAMES = {
    "ana": "Ana Lindqvist",
    "bo": "Bo Nielsen",
    "kim": "Kim Berg",
    "hanna": "Hanna Öberg",
    "elsa": "Elsa Nyström",
    "eero": "Eero Mäkinen",
    "sara": "Sara Bakken",
}


@pytest.fixture
def shop(pages: Pages) -> Pages:
    """A small shop: Ana leads the tills, Hanna is HR, Kim has a cactus that waits."""
    world = pages.world
    for account, name in NAMES.items():
        world.join(account, name=name, zone="Europe/Stockholm")
    world.ask(_roles)
    world.clock.at = FRIDAY - timedelta(days=4)
    answered(world)
    for who, text in GIVEN:
        world.say(who, f"/glitter {text}")
        world.later(hours=10)
    world.clock.at = FRIDAY
    held = world.say("bo", "/cactus @kim the returns desk was empty at noon wish: two of us then")
    assert isinstance(held, CactusHeld)
    world.press("bo", ActionName.SEND_NOW, held.award_id)
    return pages


def _roles(unit: Unit) -> None:
    people = unit.members.find(HOUSE, NAMES)
    unit.members.give_duty(people["hanna"].id, Duty.HR)
    team = unit.teams.add(HOUSE, "The tills")
    unit.teams.join(team.id, [people["bo"].id, people["kim"].id])
    unit.teams.save(replace(team, lead_id=people["ana"].id))


def answered(world: World) -> None:
    """Enough people and cacti for figures."""
    accounts = list(NAMES)
    for giver, other in zip(accounts, accounts[3:] + accounts[:3], strict=True):
        held = world.say(giver, f"/cactus @{other} the shelf was empty on Monday morning")
        assert isinstance(held, CactusHeld)
        world.press(giver, ActionName.SEND_NOW, held.award_id)
        world.later(minutes=20)
        world.press(other, ActionName.THANK, held.award_id)


WEEKLY = (
    9,
    12,
    10,
    14,
    11,
    3,
    6,
    2,
    7,
    10,
    13,
    12,
    16,
    15,
    14,
    17,
    19,
    16,
    18,
    21,
    17,
    20,
    22,
    19,
    23,
)
"""Glitter in the weeks before the present one; in two of them too little to be told."""
ANSWERS = {2: 14, 26: 9, 50: 7, 98: 5, 218: 3, 500: 2, None: 6}
"""After so many hours so many cacti were answered; None: not yet."""


def half_a_year(world: World) -> None:
    """What a larger shop would have lived through until now."""
    now = world.clock.at
    staff = world.join(*(f"c{number}" for number in range(24)), zone="Europe/Stockholm")
    for ago, count in enumerate(reversed(WEEKLY), start=1):
        world.clock.at = now - timedelta(weeks=ago)
        world.ask(lambda unit, n=count, week=ago: unit.awards.add(_gifts(staff, week, n)))  # type: ignore[misc]
    waits = [hours for hours, count in ANSWERS.items() for _ in range(count)]
    for number, hours in enumerate(waits):
        world.clock.at = FRIDAY - timedelta(weeks=4 + number % 20, days=4, hours=3)
        giver, owner = (f"c{(number + other) % len(staff)}" for other in (0, 7 + number // 24))
        held = world.say(giver, f"/cactus @{owner} the shelf was empty, case {number}")
        assert isinstance(held, CactusHeld), held
        world.press(giver, ActionName.SEND_NOW, held.award_id)
        if hours is not None:
            world.later(hours=hours)
            world.press(owner, ActionName.THANK, held.award_id)
    world.clock.at = now


def _gifts(staff: list[Member], week: int, count: int) -> list[NewAward]:
    size = len(staff)
    pairs = [(staff[n % size], staff[(n + week % (size - 1) + 1) % size]) for n in range(count)]
    return [award(*pair, f"w{week}-{n}", reason=f"deed {n}") for n, pair in enumerate(pairs)]


@pytest.fixture
def visit(windows: Windows, shop: Pages) -> Iterator[Callable[..., Page]]:
    """Sign somebody in with a press."""
    with windows.lent() as open_page:

        def go(who: str, path: str = "/history/mine", **options: Any) -> Page:
            page = open_page(DESK, **options)
            page.goto(shop.base_url + shop.link(who))
            page.get_by_role("button", name="Sign in").click()
            page.goto(shop.base_url + path)
            return page

        yield go


def heading(page: Page) -> Any:
    return page.get_by_role("heading", level=1)


def problems(page: Page) -> list[str]:
    """What axe finds."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    run = "axe.run({ resultTypes: ['violations'] }).then(found => found.violations)"
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in page.evaluate(run)]


ROOMS = {
    "history-mine": ("kim", "/history/mine"),
    "history-given": ("kim", "/history/mine/given"),
    "history-cases": ("kim", "/history/mine/cases"),
    "history-case": ("kim", "case"),
    "history-me": ("hanna", "/history/mine/me"),
    "history-team": ("ana", "/history/team"),
    "history-workspace": ("hanna", "/history/workspace"),
    "history-filtered": ("hanna", "/history/workspace?kind=glitter&source=customer&who=Kim+Berg"),
    "history-people": ("hanna", "/history/people?who=bo"),
    "history-person": ("hanna", "person"),
    "history-nothing": ("hanna", "/history/workspace?text=zebra"),
    "history-refused": ("kim", "/history/workspace"),
    "history-figures": ("hanna", "/history/figures"),
}
DIFFERENT = {
    "history-mine",
    "history-case",
    "history-me",
    "history-team",
    "history-workspace",
    "history-person",
    "history-figures",
}
"""These hold everything that looks different in the dark or on a phone."""
SHOWN = {
    ("history-mine", "light"),
    ("history-case", "dark"),
    ("history-team", "light"),
    ("history-workspace", "light"),
    ("history-workspace", "dark"),
    ("history-workspace", "phone"),
    ("history-mine", "phone"),
    ("history-me", "light"),
    ("history-person", "light"),
    ("history-figures", "light"),
}
"""These are pictures in docs/history.md."""


def test_everybody_can_use_every_page(visit: Callable[..., Page], shop: Pages) -> None:
    """No finding of axe, nothing wider than the window; in light, in the dark, on a phone."""
    case = next(row.award_id for row in shop.world.exported() if "returns desk" in row.reason)
    bo = shop.world.ask(lambda unit: unit.members.find(HOUSE, ["bo"]))["bo"]
    numbered = {"case": f"/history/cases/{case}", "person": f"/history/people/{bo.id}"}
    windows = {who: visit(who) for who in ("kim", "ana", "hanna")}
    for room, (who, path) in ROOMS.items():
        page = windows[who]
        if room == "history-figures":
            half_a_year(shop.world)
        page.goto(shop.base_url + numbered.get(path, path))
        for look in LOOKS if room in DIFFERENT else ["light"]:
            put_into(page, look)
            assert problems(page) == [], (room, look)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (room, look, wide)
            if (room, look) in SHOWN:
                with picture(page, f"{room}-{look}"):
                    expect(heading(page)).to_be_visible()
    # The last room: most of what it tells is of five or more, and little of it hides.
    assert page.locator("rect.bar.glitter").count() == len(WEEKLY) - 2
    assert page.locator("rect.bar.cactus").count() == 5
    assert page.locator("rect.few").count() == 5


def put_into(page: Page, look: str) -> None:
    """Turn the light on or off, or shrink the window to a phone's."""
    scheme, (width, height) = LOOKS[look]
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": height})


@pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without"])
def test_hr_filters_by_hand_and_comes_to_an_address(
    visit: Callable[..., Page], javascript: bool
) -> None:
    page = visit("hanna", "/history/workspace", java_script_enabled=javascript)
    page.get_by_label("Person").fill("kim berg")
    page.get_by_label("Words", exact=True).fill("BALSAMICO")
    page.get_by_role("button", name="Show").click()
    rows = page.get_by_role("row")
    expect(rows).to_have_count(2)
    expect(rows.nth(1)).to_contain_text("looking for balsamico")
    expect(page.get_by_label("Person")).to_have_value("Kim Berg")
    page.get_by_label("Words", exact=True).fill("")
    page.get_by_label("Kind").select_option("cactus")
    if not javascript:
        page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("cell", name="returns desk")).to_be_visible()
    expect(page.get_by_text("balsamico")).to_have_count(0)
    if javascript:
        assert "text=" not in page.url
    page.get_by_role("link", name="When").click()
    expect(page.get_by_role("columnheader", name="When")).to_have_attribute(
        "aria-sort", "ascending"
    )
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download").click()
    assert taken.value.suggested_filename == "glitter.xlsx"


def test_the_keyboard_alone_leads_everywhere(visit: Callable[..., Page]) -> None:
    page = visit("kim")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Received")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Your cacti")


def test_a_lead_looks_after_the_team(visit: Callable[..., Page]) -> None:
    page = visit("ana")
    page.get_by_role("link", name="My team").click()
    expect(heading(page)).to_have_text("The tills")
    expect(page.get_by_text("with Kim Berg").first).to_be_visible()
    expect(page.get_by_text("found the lost delivery")).to_be_visible()
    assert page.get_by_role("link", name="Everything").count() == 0


def test_times_are_those_of_the_reader_and_say_so(visit: Callable[..., Page], shop: Pages) -> None:
    shop.world.join("kim", name="Kim Berg", zone="Asia/Kolkata")
    page = visit("kim")
    expect(page.get_by_text("23 Nov 2026, 19:50")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_have_text(
        "Times are those of India Time (Asia/Kolkata)."
    )


def test_signing_out_ends_it(visit: Callable[..., Page], shop: Pages) -> None:
    page = visit("kim")
    page.get_by_role("button", name="Sign out").click()
    expect(heading(page)).to_have_text("You are signed out")
    page.goto(f"{shop.base_url}/history/mine/me")
    expect(page.get_by_text("You are not signed in")).to_be_visible()


def test_people_change_their_settings_by_hand(visit: Callable[..., Page]) -> None:
    page = visit("kim", "/history/mine/me")
    page.get_by_label("In the weekly highlights").select_option("out")
    page.get_by_label("Direct messages about glitter").uncheck()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_have_text("Saved.")
    expect(page.get_by_label("Direct messages about glitter")).not_to_be_checked()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download as JSON").click()
    assert taken.value.suggested_filename == "my-data.json"


def test_hr_erases_somebody_by_hand(visit: Callable[..., Page]) -> None:
    page = visit("hanna")
    page.get_by_role("link", name="People").click()
    page.get_by_label("Person").fill("eero")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Eero Mäkinen", exact=True).click()
    page.get_by_label("To erase, type the name").fill("Eero Mäkinen")
    page.get_by_role("button", name="Erase for good").click()
    expect(page.get_by_role("status")).to_contain_text("Erased for good")
