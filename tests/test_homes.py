"""A home page that was opened is published anew after each change that concerns its owner."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot import digests, homes, outcome_rules, privacy
from bot.heard import ActionName, Reacted
from bot.messages import CactusHeld, Delivery, Form, GlitterRecorded, Home
from bot.model import DeliveryStatus, Duty, Place, PlaceKind, Profile, State
from bot.reactions import reacted
from bot.settings import change_settings
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import GENERAL, HOUSE, World

LATE = "stayed late for the balsamico customer"
EMPTY = "the returns desk was empty at noon"
STAR = Reacted(HOUSE, GENERAL, Profile("ana"), Profile("bo"), "general:1", "glitter", True)


class Tabs:
    """Everybody's home pages, as they were published last."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._stage = Stage(world)

    def open(self, *accounts: str) -> None:
        for account in accounts:
            self.world.hear(self.world.said(account, "/glitter home", place=Place.home(account)))
        self.published()

    def published(self) -> dict[str, Home]:
        """The pages that are shown anew since the last time."""
        self._stage.settle()
        made = [one for one in self._stage.tried if one.place.kind is PlaceKind.HOME]
        self._stage.tried.clear()
        return {one.place.id: page(one) for one in made}


def page(delivery: Delivery) -> Home:
    assert isinstance(delivery.message, Home)
    return delivery.message


@pytest.fixture
def tabs(file_world: World) -> Tabs:
    return Tabs(file_world)


def give(world: World) -> GlitterRecorded:
    told = world.say("ana", f"/glitter @bo {LATE}")
    assert isinstance(told, GlitterRecorded)
    return told


def cactus(world: World) -> int:
    """A cactus from Ana to Bo that has reached him; its number."""
    held = world.say("ana", f"/cactus @bo {EMPTY}")
    assert isinstance(held, CactusHeld)
    world.press("ana", ActionName.SEND_NOW, held.award_id)
    return held.award_id


def fill(world: World, who: str, form: Form, **filled: str) -> None:
    fields = {field.name: field.value for field in form.fields} | filled
    world.press(who, ActionName.SUBMIT, form.subject, form=form.name, fields=fields)


def test_nobody_s_page_is_published_who_never_opened_it(tabs: Tabs) -> None:
    give(tabs.world)
    assert tabs.published() == {}


def test_a_page_that_nobody_looks_at_any_more_is_left_alone(tabs: Tabs) -> None:
    tabs.open("bo")
    tabs.world.later(days=homes.STALE.days + 1)
    give(tabs.world)
    assert "bo" not in tabs.published()


def test_glitter_stands_on_both_pages_also_where_no_message_tells_of_it(tabs: Tabs) -> None:
    world = tabs.world
    tabs.open("ana", "bo", "kim")
    form = world.press("bo", ActionName.MY_SETTINGS, "")
    assert isinstance(form, Form)
    fill(world, "bo", form, direct_messages="")
    tabs.published()
    world.ask(lambda unit: reacted(unit, STAR))
    shown = tabs.published()
    assert shown.keys() == {"ana", "bo"}
    assert [one.person.name for one in shown["bo"].received] == ["Ana Ana"]
    assert [one.person.name for one in shown["ana"].given] == ["Bo Bo"]


def test_glitter_for_a_team_stands_on_the_page_of_everybody_in_it(tabs: Tabs) -> None:
    world = tabs.world
    kim = world.join("kim")[0]
    team = world.ask(lambda unit: unit.teams.add(HOUSE, "Kassan"))
    world.ask(lambda unit: unit.teams.join(team.id, [kim.id]))
    tabs.open("bo", "kim")
    world.say("ana", f"/glitter kassan {LATE}")
    shown = tabs.published()
    assert shown.keys() == {"kim"}
    assert [one.team for one in shown["kim"].received] == ["Kassan"]


def test_what_is_taken_back_leaves_both_pages(tabs: Tabs) -> None:
    tabs.open("ana", "bo")
    told = give(tabs.world)
    tabs.published()
    tabs.world.press("ana", ActionName.UNDO, told.award_id)
    shown = tabs.published()
    assert shown.keys() == {"ana", "bo"}
    assert shown["bo"].received == shown["ana"].given == ()


def test_each_move_of_a_case_stands_on_the_pages_of_both_sides(tabs: Tabs) -> None:
    tabs.open("ana", "bo")
    number = cactus(tabs.world)
    shown = tabs.published()
    assert [one.state for one in shown["bo"].cases] == [State.OPEN]
    tabs.world.press("bo", ActionName.THANK, number)
    shown = tabs.published()
    assert shown.keys() == {"ana", "bo"}
    assert {one.state for home in shown.values() for one in home.cases} == {State.ACKNOWLEDGED}
    tabs.world.press("ana", ActionName.WITHDRAW, number)
    shown = tabs.published()
    assert [shown[who].cases for who in ("ana", "bo")] == [(), ()]


def test_a_held_cactus_stands_on_its_giver_s_page_alone(tabs: Tabs) -> None:
    tabs.open("ana", "bo")
    tabs.world.say("ana", f"/cactus @bo {EMPTY}")
    shown = tabs.published()
    assert [one.state for one in shown["ana"].cases] == [State.HELD]
    assert "bo" not in shown


OWN = {
    "hours": lambda world: world.say("bo", "/cactus hours 7-15"),
    "naming": lambda world: world.say("bo", "/glitter name first"),
}
EVERYBODY = {
    "cacti are switched off": lambda world: world.ask(
        lambda unit: change_settings(unit, HOUSE, {"cactus_on": False}, "test")
    ),
    "the week is told": lambda world: world.ask(
        lambda unit: digests.run_due(unit, HOUSE),
    ),
}


@pytest.mark.parametrize("change", OWN.values(), ids=OWN)
def test_what_somebody_chooses_stands_on_their_page(
    tabs: Tabs, change: Callable[[World], object]
) -> None:
    tabs.open("ana", "bo")
    change(tabs.world)
    assert tabs.published().keys() == {"bo"}


@pytest.mark.parametrize("change", EVERYBODY.values(), ids=EVERYBODY)
def test_what_concerns_everybody_stands_on_every_page(
    tabs: Tabs, change: Callable[[World], object]
) -> None:
    tabs.open("ana", "bo")
    tabs.world.later(days=7)
    change(tabs.world)
    assert tabs.published().keys() == {"ana", "bo"}


def test_whoever_becomes_admin_finds_the_settings_on_their_page(tabs: Tabs) -> None:
    world = tabs.world
    ana = world.join("ana")[0]
    world.ask(lambda unit: unit.members.give_duty(ana.id, Duty.ADMIN))
    tabs.open("bo")
    form = world.say("ana", "/glitter settings")
    assert isinstance(form, Form)
    fill(world, "ana", form, admins="ana,bo")
    assert ActionName.SETTINGS in [one.name for one in tabs.published()["bo"].buttons]


def test_whoever_is_erased_leaves_the_pages_of_others(tabs: Tabs) -> None:
    world = tabs.world
    tabs.open("bo")
    give(world)
    tabs.published()
    world.later(days=homes.STALE.days + 1)
    ana = world.join("ana")[0]
    world.ask(lambda unit: privacy.erase(unit, ana, "test"))
    assert "Ana" not in str(tabs.published()["bo"])


def test_several_changes_at_once_are_one_page_and_no_words_wait_in_the_outbox(
    world: World,
) -> None:
    world.hear(world.said("bo", "/glitter home", place=Place.home("bo")))
    for number in range(3):
        world.say("ana", f"/glitter @bo good deed number {number}")
    (owed,) = at_home(world)
    assert owed == (DeliveryStatus.PENDING, None)


def test_a_page_that_was_lost_on_its_way_is_shown_again_and_nobody_is_asked(world: World) -> None:
    world.hear(world.said("bo", "/glitter home", place=Place.home("bo")))
    world.say("bo", "/cactus hours 7-15")
    lease, pace = timedelta(seconds=30), timedelta(0)
    world.ask(lambda unit: unit.deliveries.lease("stage", 9, lease, pace))
    world.later(minutes=1)
    world.ask(outcome_rules.expire)
    assert at_home(world) == [(DeliveryStatus.PENDING, None)]
    assert len(world.rows(tables.DELIVERY)) == 1


def at_home(world: World) -> list[tuple[str, str | None]]:
    found = (row for row in world.rows(tables.DELIVERY) if row.place == Place.home("bo").key)
    return [(row.status, row.message) for row in found]
