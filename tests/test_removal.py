"""Thirty days after the bot was removed, nothing of a house is left; before that it may return."""

from datetime import timedelta

import pytest

from bot import privacy
from bot.heard import ActionName, Installed
from bot.installing import installed
from bot.memory import Hold, Unit
from bot.messages import CactusHeld
from bot.model import Duty, Settings
from bot.settings import change_settings
from storage import tables
from tests.drivers.stage import Stage
from tests.test_erasure import everything
from tests.worlds import FRIDAY, HOUSE, World

OTHER = "stage:other"
KEPT = {"workspace", "audit", "alembic_version"}


@pytest.fixture
def left(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A house with something in every table, and one next door; the bot leaves the first."""
    monkeypatch.setattr(privacy, "AT_ONCE", 3)
    world.open(OTHER)
    world.join("ana", "bo", at=OTHER)
    live(world, OTHER)
    world.ask(lambda unit: change_settings(unit, HOUSE, {"values": ("zyqcare",)}, "test"))
    live(world, HOUSE)
    world.ask(lambda unit: unit.workspaces.suspend(HOUSE))
    return world


def live(world: World, at: str) -> None:
    stage = Stage(world)
    world.say("ana", "/glitter @bo zyqcanary stayed late", workspace_id=at)
    world.say("ana", "/cactus away 2026-11-27..2026-12-31 @bo", workspace_id=at)
    world.ask(lambda unit: people(unit, at))
    stage.settle()
    world.say("ana", "/glitter Zyqtills kept calm", workspace_id=at)
    world.say("ana", '/glitter "Zyq Berg" (Zyqtills) carried everything', workspace_id=at)
    world.say("ana", "/glitter export", workspace_id=at)
    held = world.say("ana", "/cactus @bo the zyqcanary desk was empty", workspace_id=at)
    assert isinstance(held, CactusHeld)
    world.press("ana", ActionName.SEND_NOW, held.award_id, workspace_id=at)
    world.say("ana", "/cactus", workspace_id=at)
    world.say("ana", "/glitter undo", workspace_id=at)
    stage.settle()


def people(unit: Unit, at: str) -> None:
    found = unit.members.find(at, ["ana", "bo"])
    team = unit.teams.add(at, "Zyqtills")
    unit.teams.join(team.id, [one.id for one in found.values()])
    unit.members.give_duty(found["ana"].id, Duty.HR)


def lines(world: World, of: str) -> list[str]:
    return [line for line in everything(world) if of in line]


def rounds(world: World, times: int = 40) -> None:
    for _ in range(times):
        world.ask(privacy.empty_removed)


def test_nothing_is_left_after_thirty_days(left: World) -> None:
    next_door = sorted(lines(left, OTHER))
    left.later(days=31)
    rounds(left)
    assert [line for line in lines(left, HOUSE) if line.partition(":")[0] not in KEPT] == []
    assert lines(left, "zyqcare") == []
    ids = [row.id for row in left.rows(tables.MEMBER)]
    assert {row.workspace_id for row in left.rows(tables.MEMBER)} == {OTHER}
    assert {row.member_id for row in left.rows(tables.DUTY)} <= set(ids)
    assert sorted(lines(left, OTHER)) == next_door
    (line,) = [row for row in left.rows(tables.AUDIT) if row.action == "emptied after removal"]
    assert line.workspace_id == HOUSE


def test_it_goes_in_small_pieces(left: World) -> None:
    left.later(days=31)
    before = len(left.rows(tables.AWARD)) + len(left.rows(tables.DELIVERY))
    left.ask(privacy.empty_removed)
    assert before - 3 <= len(left.rows(tables.AWARD)) + len(left.rows(tables.DELIVERY)) < before


def test_before_thirty_days_a_house_comes_back_to_what_it_was(left: World) -> None:
    left.later(days=29)
    rounds(left, 3)
    left.ask(come_back)
    left.later(days=10)
    rounds(left, 3)
    assert "zyqcanary" in str(left.exported())
    assert lines(left, "zyqcare")


def test_after_that_it_begins_anew(left: World) -> None:
    left.later(days=31)
    rounds(left)
    left.ask(come_back)
    workspace = left.ask(lambda unit: unit.workspaces.get(HOUSE))
    assert workspace
    assert not workspace.suspended_at
    assert workspace.settings.values == ("new",)
    boss = left.ask(lambda unit: unit.members.find(HOUSE, ["boss"]))["boss"]
    assert left.ask(lambda unit: unit.members.duties(boss.id)) == {Duty.ADMIN}
    left.join("ana", "bo")
    left.say("ana", "/glitter @bo was the first again")
    rounds(left, 3)
    assert [row.reason for row in left.exported()] == ["was the first again"]


def come_back(unit: Unit) -> None:
    installed(unit, Installed(HOUSE, name="The House", installer="boss"), Settings(values=("new",)))


def test_a_legal_hold_keeps_it(left: World) -> None:
    bo = left.ask(lambda unit: unit.members.find(HOUSE, ["bo"]))["bo"]
    kept = Hold(bo.id, "a dispute", "Legal", FRIDAY + timedelta(days=90))
    left.ask(lambda unit: privacy.hold(unit, HOUSE, kept, "test"))
    left.later(days=60)
    rounds(left)
    assert "zyqcanary" in str(left.exported())
    left.later(days=40)
    rounds(left)
    assert left.exported() == []
