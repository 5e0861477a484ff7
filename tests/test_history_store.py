"""Lists by time: whatever the filter, page after page tells what an export tells."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.heard import ActionName
from bot.memory import Entry, ExportFilter, ExportRow, Mark, NewAward, Order, Unit
from bot.messages import CactusHeld
from bot.model import Kind, Member, Side, Source, State
from storage import history, lists, recent, sorting
from tests.worlds import HOUSE, World, award

OTHER = "stage:other"
PAGE = 10
"""Rows; those of the same moment, three each, stand on both sides of its end."""


@pytest.fixture
def past(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """Forty awards of four people and a team, some at the same moment; a namesake elsewhere."""
    monkeypatch.setattr(lists, "WIDTHS", (4, 12))
    monkeypatch.setattr(sorting, "WIDTHS", (4, 12))
    monkeypatch.setattr(sorting, "MOST", 3)
    people = world.join("ana", "bo", "kim", "boss")
    world.ask(lambda unit: _tills(unit, people[1:3]))
    for at in range(0, 36, 3):
        new = [_deed(people, number) for number in range(at, at + 3)]
        world.ask(lambda unit, new=new: unit.awards.add(new))
        world.later(minutes=1)
    with world.database.begin() as connection:  # the older half of them is no longer recent
        recent.shelve(connection, world.clock.now() + recent.LASTS - timedelta(minutes=6))
    for who, text in (("ana", "@bo the desk was empty"), ("kim", "@ana the till was alone")):
        held = world.say(who, f"/cactus {text}")
        assert isinstance(held, CactusHeld)
        world.press(who, ActionName.SEND_NOW, held.award_id)
    world.say("bo", "/cactus @kim still held, so nobody reads it")
    undone = world.say("ana", "/glitter @kim something said too soon")
    world.press("ana", ActionName.UNDO, getattr(undone, "award_id", 0))
    world.open(OTHER)
    ana, bo = world.join("ana", "bo", at=OTHER)
    world.ask(lambda unit: unit.awards.add([award(ana, bo, "x", reason="canary at the till")]))
    return world


def _deed(people: list[Member], number: int) -> NewAward:
    giver, receiver = people[number % 4], people[(number + 1 + number // 4 % 3) % 4]
    more: dict[str, Any] = {
        "reason": f"deed {number} for the customer" + (" at the TILL" if number % 5 == 0 else ""),
        "tags": ("care",) if number % 7 == 0 else (),
        "source": Source.CUSTOMER if number % 11 == 0 else Source.COLLEAGUE,
    }
    return award(giver, receiver, f"r{number}", **more)


def _tills(unit: Unit, people: list[Member]) -> None:
    team = unit.teams.add(HOUSE, "The tills")
    unit.teams.join(team.id, [one.id for one in people])


def pages(world: World, wanted: ExportFilter, order: Order = Order.NEWEST) -> Iterator[Entry]:
    """Everything, page by page; each page is full, or says how far it has looked."""
    after: Mark | None = None
    for _ in range(100):
        with world.database.snapshot() as connection:
            reading = history.History(connection)
            found = reading.awards(wanted, PAGE, after, order=order)
        yield from found.entries
        assert len(found.entries) <= PAGE
        if found.rest is None:
            return
        assert found.rest != after
        after = found.rest
    raise AssertionError("the list does not end")


FILTERS: list[dict[str, Any]] = [
    {},
    {"kind": Kind.GLITTER},
    {"kind": Kind.CACTUS},
    {"person": "bo"},
    {"person": "bo", "side": Side.GAVE},
    {"person": "kim", "side": Side.RECEIVED, "kind": Kind.GLITTER},
    {"team": "The tills"},
    {"value": "care"},
    {"source": Source.CUSTOMER},
    {"state": State.OPEN},
    {"state": State.HELD},
    {"text": "the till"},
    {"text": "nothing like it"},
    {"standing": True},
    {"for_hr": True},
    {"for_hr": True, "text": "still held"},
    {"person": "ana", "text": "till", "value": "care"},
]


LAST = datetime(9999, 1, 1, tzinfo=UTC)
SORTED: dict[Order, Callable[[Entry], Any]] = {
    Order.NEWEST: lambda one: 0,
    Order.OLDEST: lambda one: 0,
    Order.GIVER: lambda one: one.giver,
    Order.RECEIVER: lambda one: one.receiver,
    Order.KIND: lambda one: list(Kind).index(one.kind),
    Order.STATE: lambda one: list(State).index(one.state) if one.state else len(State),
    Order.DUE: lambda one: one.due_at or LAST,
}
"""What a list is sorted by before the time."""


def filters(order: Order) -> list[dict[str, Any]]:
    """By time all of them; by anything else every third, so that each is tried with some."""
    if order in (Order.NEWEST, Order.OLDEST):
        return FILTERS
    return [{}, *FILTERS[1 + list(Order).index(order) % 3 :: 3]]


@pytest.mark.parametrize("order", Order)
def test_page_after_page_tells_what_an_export_tells(past: World, order: Order) -> None:
    members = past.ask(lambda unit: unit.members.find(HOUSE, ["ana", "bo", "kim"]))
    team = past.ask(lambda unit: unit.teams.all(HOUSE)[0].id)
    for asked in filters(order):
        fields = dict(asked)
        if "person" in fields:
            fields["person"] = members[fields["person"]].id
        if "team" in fields:
            fields["team"] = team
        wanted = ExportFilter(HOUSE, **fields)
        with past.store.export(wanted) as rows:
            expected = {row.award_id for row in rows if order is not Order.STATE or shown(row)}
        listed = list(pages(past, wanted, order))
        assert len(listed) == len(expected), asked
        assert {one.award_id for one in listed} == expected, asked
        by_time = sorted(listed, key=lambda one: (one.given_at, one.award_id))
        newest_first = by_time if order is Order.OLDEST else by_time[::-1]
        assert listed == sorted(newest_first, key=SORTED[order]), asked


def shown(row: ExportRow) -> bool:
    """No page shows a cactus that is held, so none is sorted by that."""
    return row.state != State.HELD


def test_a_large_team_is_found_as_a_small_one_is(
    past: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    team = past.ask(lambda unit: unit.teams.all(HOUSE)[0].id)
    wanted = ExportFilter(HOUSE, team=team)
    few = list(pages(past, wanted))
    monkeypatch.setattr(lists, "_FEW", 1)
    assert list(pages(past, wanted)) == few != []


def test_a_person_of_another_house_has_nothing_here(past: World) -> None:
    stranger = past.ask(lambda unit: unit.members.find(OTHER, ["ana"]))["ana"].id
    wanted = ExportFilter(HOUSE, person=stranger)
    assert list(pages(past, wanted)) == []


def test_names_are_found_in_capitals_or_not_and_here_alone(past: World) -> None:
    past.join("asa", name="Åsa 100% Öst")

    def named(words: str) -> list[str]:
        return [one.name for one in past.ask(lambda unit: unit.history.named(HOUSE, words, 5))]

    assert named("åsa") == named("ÖST") == named("0%") == ["Åsa 100% Öst"]
    assert named("ana") == ["Ana Ana"]
    assert named("_") == []


def test_reading_writes_nothing(past: World) -> None:
    kim = past.ask(lambda unit: unit.members.find(HOUSE, ["kim"]))["kim"].id

    def write(unit: Unit) -> None:
        unit.members.set_hours(kim, 1, 2)

    with pytest.raises(Exception, match=r"READONLY|25006"):
        asyncio.run(past.store.read(write))
