"""`python -m bench.weeks`: one week among very many awards, and very many weeks due at once.

Run by hand when the queries of the highlights have changed; writes no page.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Annotated, Any

import typer
from sqlalchemy import Connection, event

from bench import weeks_due
from bench.databases import started
from bench.weeks_past import fill
from bot import digests, highlights
from bot.heard import Installed
from bot.memory import Unit
from bot.model import Settings
from storage import prepared
from storage.database import Database
from storage.migrate import upgrade
from storage.store import SqlStore, SqlUnit

FRIDAY = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
"""15:00 in Stockholm: when a week ends."""
WEEKS = 156
HOUSES = 500
_TELLING = ("Scan", "Execution", "Index Cond")
"""What of PostgreSQL's plans is shown."""


class Clock:
    """Implements `bot.ports.Clock`; stands still."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def main(
    dialect: Annotated[str, typer.Argument(help="sqlite or postgresql")] = "sqlite",
    awards: Annotated[int, typer.Option(help="in 500 workspaces, over three years")] = 1_000_000,
    due: Annotated[int, typer.Option(help="workspaces whose week ends at once")] = 1_000,
) -> None:
    """Measure both, each on a database of its own; what is 0 is left out."""
    if awards:
        with _database(dialect) as database:
            _one_week(database, awards)
    if due:
        with _database(dialect) as database:
            weeks_due.measure(database, due)


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


def _move_in(unit: Unit, id: str) -> None:
    settings = Settings(highlights_channel="channel:C1")
    last = digests.last_week_at_installation(unit.now - timedelta(days=3), settings)
    unit.workspaces.install(Installed(id, id, installer="boss"), settings, last)


def _one_week(database: Database, awards: int) -> None:
    store = SqlStore(database, Clock(FRIDAY + digests.SETTLED_AFTER))
    began = time.perf_counter()
    houses = [f"bench:{number}" for number in range(HOUSES)]
    fill(database, store, houses, _move_in, awards, FRIDAY, WEEKS * 7 * 24 * 3600)
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


if __name__ == "__main__":
    typer.run(main)
