"""Whatever is changed between two weeks, each award belongs to exactly one of them."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import count, pairwise
from threading import Event
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot import digests
from bot.heard import Installed
from bot.memory import NewAward, Unit
from bot.messages import WeeklyHighlights
from bot.model import Digest, DigestStatus, Kind, Profile, Settings, Source, Workspace
from bot.settings import change_settings
from storage import tables
from storage.database import Database
from storage.store import SqlStore, SqlUnit
from tests.worlds import FRIDAY, GENERAL, HOUSE, StillClock, World, award

ONE_WORLD = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
ZONES = [
    "Europe/Stockholm",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "America/Santiago",
    "Asia/Kolkata",
]
ROUND = 3
"""Hours between two rounds."""
houses = count(1)

steps = st.one_of(
    st.tuples(st.just("give"), st.none()),
    st.tuples(st.just("weekday"), st.integers(1, 7)),
    st.tuples(st.just("hour"), st.integers(0, 23)),
    st.tuples(st.just("zone"), st.sampled_from(ZONES)),
    st.tuples(st.just("send"), st.none()),
)
stories = st.lists(st.tuples(steps, st.integers(1, 60)), min_size=5, max_size=40)
"""What happens, and how many hours pass after it."""
starts = st.tuples(
    st.integers(0, 7 * 24), st.integers(1, 7), st.integers(0, 23), st.sampled_from(ZONES)
)


class House:
    """A workspace of its own in a shared world; a round comes by every few hours."""

    def __init__(self, world: World, connection: Any, start: tuple[int, int, int, str]) -> None:
        hours, weekday, hour, zone = start
        self.id = f"stage:spans-{next(houses)}"
        self.now = FRIDAY + timedelta(hours=hours)
        self._connection = connection
        self._refs = count(1)
        chosen = Settings(
            highlights_channel=GENERAL.key,
            highlights_weekday=weekday,
            highlights_hour=hour,
            zone=zone,
        )
        last = digests.last_week_at_installation(self.now, chosen)
        self.unit.workspaces.install(Installed(self.id), chosen, last)
        self.unit.members.put(self.id, [Profile("ana", "Ana"), Profile("bo", "Bo")])

    @property
    def unit(self) -> Unit:
        return SqlUnit(self._connection, self.now)

    @property
    def workspace(self) -> Workspace:
        found = self.unit.workspaces.get(self.id)
        assert found
        return found

    def live(self, what: str, value: Any) -> None:
        match what:
            case "give":
                self._give()
            case "weekday" | "hour":
                change_settings(self.unit, self.id, {f"highlights_{what}": value}, "test")
            case "zone":
                change_settings(self.unit, self.id, {"zone": value}, "test")
            case "send":
                zone = self.workspace.settings.zone
                this = digests.week_of(digests.local_date(self.now, zone))
                if self.unit.digests.of_week(self.id, this) is None:
                    digests.send_now(self.unit, self.workspace, this, again=False)

    def pass_hours(self, hours: int) -> None:
        for _ in range(0, hours, ROUND):
            self.now += timedelta(hours=ROUND)
            if self.id in self.unit.workspaces.digests_due():
                digests.run_due(self.unit, self.id)

    def _give(self) -> None:
        members = self.unit.members.find(self.id, ["ana", "bo"])
        new = NewAward(
            self.id,
            Kind.GLITTER,
            members["ana"].id,
            members["bo"].id,
            "the good coffee",
            (),
            Source.COLLEAGUE,
            GENERAL,
            f"ref-{next(self._refs)}",
        )
        self.unit.awards.add([new])

    def digests(self) -> list[Digest]:
        weeks, week = [], digests.week_of((FRIDAY - timedelta(weeks=2)).date())
        until = digests.week_of((self.now + timedelta(weeks=2)).date())
        while week <= until:
            weeks.append(self.unit.digests.of_week(self.id, week))
            week = digests.following(week)
        return [digest for digest in weeks if digest]

    def given(self) -> list[Any]:
        far = timedelta(weeks=99)
        return self.unit.awards.glitter_between(self.id, self.now - far, self.now + far)


@settings(max_examples=60, suppress_health_check=ONE_WORLD)
@given(starts, stories)
@example(  # installed after the week was due; then that week is due later
    (27, 5, 15, "Europe/Stockholm"), [(("give", None), 1), (("weekday", 7), 1)]
)
@example(  # the next week is due before the last one ended
    (0, 7, 23, "Pacific/Pago_Pago"),
    [
        (("hour", 23), 56),
        (("give", None), 20),
        (("zone", "Pacific/Kiritimati"), 1),
        (("hour", 0), 1),
        (("weekday", 1), 1),
    ],
)
def test_every_award_is_told_in_exactly_one_week(
    file_world: World, start: tuple[int, int, int, str], story: list[tuple[tuple[str, Any], int]]
) -> None:
    with file_world.database.begin() as connection:
        house = House(file_world, connection, start)
        for (what, value), hours in story:
            house.live(what, value)
            house.pass_hours(hours)
        house.pass_hours(15 * 24)
        told = house.digests()
        for sooner, later in pairwise(told):
            assert later.starts_at == sooner.ends_at
        for each in house.given():
            weeks = [one for one in told if one.starts_at <= each.given_at < one.ends_at]
            assert len(weeks) == 1, (each.given_at, told)
            assert weeks[0].status is not DigestStatus.SKIPPED


def test_an_award_that_was_held_up_is_given_anew_and_told_in_the_next_week(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It bore a moment of this week, and came to be written when the week had been told."""
    due = FRIDAY + timedelta(hours=2)
    world.clock.at = due - timedelta(seconds=1)
    ana, bo = world.join("ana", "bo")
    held_up = count(1)

    def slowly(unit: Unit) -> None:
        if next(held_up) == 1:  # the process is stopped here, the week is told elsewhere
            world.clock.at = due + digests.SETTLED_AFTER
            monkeypatch.setattr("storage.awards.monotonic", lambda: time.monotonic() + 60)
        unit.awards.add([award(ana, bo)])

    world.ask(slowly)
    world.ask(lambda unit: digests.run_due(unit, HOUSE))
    told = world.ask(lambda unit: unit.digests.of_week(HOUSE, digests.week_of(due.date())))
    assert told
    (given_at,) = [row.given_at for row in world.rows(tables.AWARD)]
    assert given_at >= told.ends_at


def test_whoever_tells_a_week_waits_for_an_award_that_is_not_committed_yet(world: World) -> None:
    """Only a database with several writers at once can come into this."""
    ana, bo = world.join("ana", "bo")
    if world.database.dialect == "sqlite":
        return
    written, told = Event(), Event()

    def give(unit: Unit) -> None:
        unit.awards.add([award(ana, bo)])
        written.set()
        assert not told.wait(0.3), "the week was told while an award of it was being written"

    def tell() -> int:
        database = Database(world.url)
        store = SqlStore(database, StillClock(FRIDAY + timedelta(hours=2) + digests.SETTLED_AFTER))
        written.wait(10)
        pages = store.run_now(lambda unit: tell_and_look(unit, told))
        store.close()
        database.close()
        return pages

    with ThreadPoolExecutor(2) as pool:
        given = pool.submit(world.ask, give)
        assert pool.submit(tell).result(30) == 1
        given.result(30)


def tell_and_look(unit: Unit, told: Event) -> int:
    """How many receivers the week has."""
    digests.run_due(unit, HOUSE)
    digest = unit.digests.newest(HOUSE)
    assert digest
    told.set()
    (page,) = [one.message for one in unit.deliveries.posts_of_digest(digest.id)]
    assert isinstance(page, WeeklyHighlights)
    return page.receivers
