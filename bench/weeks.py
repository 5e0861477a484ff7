"""`python -m bench.weeks`: one week among very many awards, and very many weeks due at once.

Run by hand when the queries of the highlights have changed; writes no page.
"""

import asyncio
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer
from sqlalchemy import Connection, event

from bench.databases import started
from bot import digests, highlights
from bot.heard import Installed
from bot.memory import Unit
from bot.messages import Delivery
from bot.model import Place, Profile, Settings, Standing
from bot.outbox import Outbox
from bot.outcomes import Outcome, Sent
from bot.rounds import Rounds
from storage import prepared
from storage.database import Database
from storage.migrate import upgrade
from storage.store import SqlStore, SqlUnit

FRIDAY = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
"""15:00 in Stockholm: when a week ends."""
WEEKS = 156
PEOPLE = 20
"""In each workspace."""
LATENCY = 0.05
"""Seconds that the platform takes for a message."""
_GIVEN_AT = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S.000000', '2026-11-27 14:00:00', '-' || {ago} || "
    "' seconds')",
    "postgresql": "timestamptz '2026-11-27 14:00:00+00' - {ago} * interval '1 second'",
}
_NUMBERS = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {awards})",
    "postgresql": "WITH n(i) AS (SELECT generate_series(1, {awards}))",
}
_INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'award' "
    "AND sql IS NOT NULL",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'award' AND "
    "indexname NOT IN (SELECT conname FROM pg_constraint)",
}
"""Those that are put up when the table is full: sorted once, instead of row by row."""
_TELLING = ("Scan", "Execution", "Index Cond")
"""What of PostgreSQL's plans is shown."""
_AWARDS = """
    {numbers}
    INSERT INTO award (workspace_id, kind, giver_id, receiver_id, reason, tags, source, place,
                       place_name, source_ref, given_at)
    SELECT 'bench:' || (i % {houses}), CASE WHEN i % 20 = 0 THEN 'cactus' ELSE 'glitter' END,
           1 + (i % {houses}) * {people} + i / {houses} % {people},
           1 + (i % {houses}) * {people} + (i / {houses} + 1) % {people},
           'stayed late for customer ' || i, '[]', 'colleague', 'channel:C1', 'till', 'r:' || i,
           {given_at}
    FROM n
"""


class Clock:
    """Implements `bot.ports.Clock`; stands still."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class Posts:
    """Implements `bot.ports.Platform`: takes every message after a while, and counts them."""

    name = "bench"
    pace = timedelta(0)

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()

    async def send(self, delivery: Delivery) -> Outcome:
        await asyncio.sleep(LATENCY)
        self.taken[delivery.workspace_id] += 1
        return Sent(f"ref-{delivery.id}")

    async def profiles(
        self,
        workspace_id: str,  # noqa: ARG002
        place: Place,  # noqa: ARG002
        accounts: Sequence[str],  # noqa: ARG002
    ) -> list[Profile]:
        return []

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:  # noqa: ARG002
        return []


def main(
    dialect: Annotated[str, typer.Argument(help="sqlite or postgresql")] = "sqlite",
    awards: Annotated[int, typer.Option(help="in 500 workspaces, over three years")] = 1_000_000,
    due: Annotated[int, typer.Option(help="workspaces whose week ends at once")] = 1_000,
) -> None:
    """Measure both, each on a database of its own."""
    with _database(dialect) as database:
        _one_week(database, awards)
    with _database(dialect) as database:
        asyncio.run(_all_at_once(database, due))


@contextmanager
def _database(dialect: str) -> Iterator[Database]:
    with tempfile.TemporaryDirectory(prefix="glitter-weeks-") as folder:
        if dialect == "sqlite":
            yield from _opened(f"sqlite:///{Path(folder) / 'weeks.db'}")
        else:
            with started("weeks") as url:
                yield from _opened(url)


def _opened(url: str) -> Iterator[Database]:
    database = Database(url)
    database.open()
    upgrade(database)
    yield database
    database.close()


def _move_in(unit: Unit, number: int) -> None:
    """A workspace whose week is due, with some people in it."""
    id = f"bench:{number}"
    settings = Settings(highlights_channel="channel:C1")
    last = digests.last_week_at_installation(unit.now - timedelta(days=3), settings)
    unit.workspaces.install(Installed(id, id, installer="boss"), settings, last)
    people = [Profile(f"{number}-{at:02}", f"Kim {at} Lind") for at in range(PEOPLE)]
    active = [Profile(one.account, one.name, standing=Standing.ACTIVE) for one in people]
    unit.members.put(id, active)


def _fill(database: Database, store: SqlStore, awards: int, houses: int, seconds: int) -> None:
    store.run_now(lambda unit: [_move_in(unit, number) for number in range(houses)])
    ago = f"(({awards} - i) * {seconds / awards:.6f})"
    facts = {
        "awards": awards,
        "houses": houses,
        "people": PEOPLE,
        "given_at": _GIVEN_AT[database.dialect].format(ago=ago),
        "numbers": _NUMBERS[database.dialect].format(awards=awards),
    }
    percent = "%%" if database.dialect == "postgresql" else "%"
    with database.begin() as connection:
        fast = {"sqlite": "PRAGMA cache_size = -500000"}
        careless = "SET LOCAL session_replication_role = replica"  # the keys are right
        connection.exec_driver_sql(fast.get(database.dialect, careless))
        indexes = connection.exec_driver_sql(_INDEXES[database.dialect]).all()
        for name, _ in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        connection.exec_driver_sql(_AWARDS.format(**facts).replace("%", percent))
        for _, again in indexes:
            connection.exec_driver_sql(again)
    with database.begin() as connection:
        connection.exec_driver_sql("ANALYZE")


def _one_week(database: Database, awards: int) -> None:
    store = SqlStore(database, Clock(FRIDAY + digests.SETTLED_AFTER))
    began = time.perf_counter()
    _fill(database, store, awards, 500, WEEKS * 7 * 24 * 3600)
    typer.echo(
        f"{awards:,} awards in 500 workspaces, written in {time.perf_counter() - began:.0f} s"
    )
    for which in ("first", "again"):
        taken = [_time(store, f"bench:{number}") for number in range(3, 500, 25)]
        walls, worked = zip(*taken, strict=True)
        typer.echo(
            f"one week of each of 20 workspaces, {which}: median {median(walls):.1f} ms, "
            f"worst {max(walls):.1f} ms; the processor worked {median(worked):.1f} ms"
        )
    with database.begin() as connection:
        asked = _asked(SqlUnit(connection, FRIDAY + digests.SETTLED_AFTER))
        _explain(database, connection, asked)
    store.close()


def _time(store: SqlStore, id: str) -> tuple[float, float]:
    """Milliseconds: by the clock on the wall, and those in which this thread worked."""
    wall, worked = time.perf_counter(), time.thread_time()
    store.run_now(lambda unit: _told(unit, id))
    return (time.perf_counter() - wall) * 1000, (time.thread_time() - worked) * 1000


def _asked(unit: SqlUnit) -> list[tuple[str, Any]]:
    """Each statement of one week, with its values."""
    asked: list[tuple[str, Any]] = []
    rows = prepared._Made.bound

    def bound(made: Any, values: Any) -> Any:
        asked.append((made.sql, given := rows(made, values)))
        return given

    def executed(_c: Any, _cursor: Any, sql: str, values: Any, *_: Any) -> None:
        asked.append((sql, values))

    event.listen(Connection, "before_cursor_execute", executed)
    prepared._Made.bound = bound  # type: ignore[method-assign]
    try:
        _told(unit, "bench:250")
    finally:
        event.remove(Connection, "before_cursor_execute", executed)
        prepared._Made.bound = rows  # type: ignore[method-assign]
    return asked


def _told(unit: Unit, id: str) -> int:
    workspace = unit.workspaces.get(id)
    assert workspace
    week = digests.newest_due_week(unit.now, workspace.settings)
    span = highlights.Span(week, FRIDAY - timedelta(weeks=1), FRIDAY)
    told = highlights.read(unit, workspace, span)
    made = highlights.pages(unit, workspace, told, digests.moment_of(unit, workspace, told))
    return made[0].receivers


def _explain(database: Database, connection: Any, asked: Sequence[tuple[str, Any]]) -> None:
    prefix = "EXPLAIN QUERY PLAN " if database.dialect == "sqlite" else "EXPLAIN (ANALYZE) "
    for statement, values in asked:
        given = tuple(values) if isinstance(values, list) else values
        plan = connection.exec_driver_sql(prefix + statement, given).all()
        shown = [str(row[-1]) for row in plan]
        typer.echo("  " + " ".join(statement.split())[:110])
        for line in shown:
            if database.dialect == "sqlite" or any(word in line for word in _TELLING):
                typer.echo(f"      {line.strip()}")


async def _all_at_once(database: Database, due: int) -> None:
    store = SqlStore(database, Clock(FRIDAY + digests.SETTLED_AFTER))
    _fill(database, store, due * 10, due, 6 * 24 * 3600)
    platform = Posts()
    platforms = {"bench": platform}
    before, began = _memory(), time.perf_counter()
    await Rounds(store, platforms).go()
    owed = time.perf_counter() - began
    await Outbox(store, platforms).settle()
    took = time.perf_counter() - began
    twice = [id for id, times in platform.taken.items() if times != 1]
    typer.echo(
        f"{due:,} workspaces due at once: owed in {owed:.1f} s, posted in {took:.1f} s; "
        f"{len(platform.taken):,} told, {len(twice)} not exactly once; "
        f"memory {before} to {_memory()} MB"
    )
    store.close()


def _memory() -> int:
    """Megabytes, at the most so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    typer.run(main)
