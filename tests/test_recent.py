"""What is recent lies apart in the indexes by person; nobody can tell, however much is there."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.memory import ExportFilter, Order, Unit
from bot.model import Kind, Member, Side
from storage import recent
from storage.tables import AWARD
from tests.worlds import HOUSE, World, award

AGO = (40, 9, 3, 2, 1, 0)
"""Days before now on which Ana gave Bo glitter, and Bo gave some to Ana."""


@pytest.fixture
def people(world: World) -> list[Member]:
    ana, bo, *_ = people = world.join("ana", "bo", "kim")
    now = world.clock.now()
    for days in AGO:
        world.clock.at = now - timedelta(days=days)
        for giver, receiver in ((ana, bo), (bo, ana)):
            new = award(giver, receiver, f"{giver.name} {days}", reason=f"{days} days ago")
            world.ask(lambda unit, new=new: unit.awards.add([new]))
    return people


def shelve(world: World) -> bool:
    with world.database.begin() as connection:
        return recent.shelve(connection, world.clock.now())


def recent_ones(world: World) -> list[str]:
    with world.database.snapshot() as connection:
        found = select(AWARD.c.reason).where(AWARD.c.recent).order_by(AWARD.c.id)
        return list(connection.execute(found).scalars())


def told(unit: Unit, giver: Member, receiver: Member) -> list[Any]:
    """All that is found by who gave or received."""
    since = unit.now - timedelta(days=2, hours=1)
    ana, bo = giver.id, receiver.id
    everybody = [ana, bo]
    lists = [
        unit.history.awards(ExportFilter(HOUSE, person=ana, side=side), 9, None, order=order)
        for side in (None, *Side)
        for order in Order
    ]
    return [
        [one.reason for one in unit.awards.newest_given(ana, 4, skip=1)],
        [one.reason for one in unit.awards.newest_received(ana, 4, skip=1)],
        unit.awards.tallies(ana, since),
        unit.awards.latest(ana, Kind.GLITTER, since),
        unit.awards.last_to(ana, Kind.GLITTER, bo),
        unit.awards.retracted_by(ana, "nothing", since),
        unit.awards.without_glitter_before(everybody, since),
        unit.awards.without_glitter_since(everybody, since),
        unit.awards.before(
            [award(giver, receiver, "new", reason="2 days ago")],
            day_start=since,
            same_since=since,
        ),
        unit.privacy.footprint(ana),
        [[entry.award_id for entry in found.entries] for found in lists],
    ]


def test_only_what_is_older_than_two_days_is_put_with_the_rest(
    world: World, people: list[Member]
) -> None:
    assert len(recent_ones(world)) == 2 * len(AGO)
    assert shelve(world) is False
    assert recent_ones(world) == [f"{days} days ago" for days in (2, 2, 1, 1, 0, 0)]
    world.later(days=1)
    shelve(world)
    assert recent_ones(world) == [f"{days} days ago" for days in (1, 1, 0, 0)]


def test_nobody_can_tell_what_is_recent(world: World, people: list[Member]) -> None:
    ana, bo, _ = people
    at_first = world.ask(lambda unit: told(unit, ana, bo))
    assert at_first[0] == [f"{days} days ago" for days in AGO[1:-1][::-1]]
    for _ in range(2):
        shelve(world)
        assert world.ask(lambda unit: told(unit, ana, bo)) == at_first
    world.later(days=90)
    long_after = world.ask(lambda unit: told(unit, ana, bo))
    shelve(world)
    assert recent_ones(world) == []
    assert world.ask(lambda unit: told(unit, ana, bo)) == long_after


def test_many_are_put_there_some_at_a_time(
    world: World, people: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recent, "AT_ONCE", 4)
    nearly = world.clock.now() + timedelta(days=2, minutes=-30)
    left = []
    for minutes in (0, 0, 0, 31, 59, 60):
        world.database.shelve(nearly + timedelta(minutes=minutes))
        left.append(len(recent_ones(world)))
    assert left == [8, 4, 2, 2, 2, 0]


@contextmanager
def plans(world: World) -> Iterator[list[str]]:
    """How SQLite looks for what is asked of it meanwhile."""
    steps: list[str] = []
    with world.database.begin() as connection:
        driver: Any = connection.connection.driver_connection
    asked: list[str] = []
    driver.set_trace_callback(asked.append)
    yield steps
    driver.set_trace_callback(None)
    with closing(driver.cursor()) as cursor:
        for one in asked:
            if one.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
                steps += [row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {one}")]


def test_whose_an_award_is_is_found_by_an_index(file_world: World) -> None:
    ana, bo = file_world.join("ana", "bo")
    with plans(file_world) as steps:
        file_world.ask(lambda unit: told(unit, ana, bo))
        file_world.ask(lambda unit: unit.privacy.erase(ana.id))
    by_person = [step for step in steps if "ix_award_giver" in step or "ix_award_rec" in step]
    assert len(by_person) > 30
    assert all("recent=? AND" in step for step in by_person)
    assert not [step for step in steps if f"{step} ".startswith("SCAN award ")]
