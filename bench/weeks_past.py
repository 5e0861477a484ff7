"""Workspaces with twenty people each, and very many awards among them, written at once."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.memory import Unit
from bot.model import Profile, Standing
from storage.database import Database
from storage.store import SqlStore

PEOPLE = 20
"""In each workspace."""
_GIVEN_AT = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S.000000', '{ended:%Y-%m-%d %H:%M:%S}', '-' || {ago} || "
    "' seconds')",
    "postgresql": "timestamptz '{ended:%Y-%m-%d %H:%M:%S}+00' - {ago} * interval '1 second'",
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
_HASTE = {
    "sqlite": "PRAGMA cache_size = -500000",
    "postgresql": "SET LOCAL session_replication_role = replica",  # the keys are right
}
_AWARDS = """
    {numbers}
    INSERT INTO award (workspace_id, kind, giver_id, receiver_id, reason, tags, source, place,
                       place_name, source_ref, given_at)
    SELECT member.workspace_id, CASE WHEN i % 20 = 0 THEN 'cactus' ELSE 'glitter' END, member.id,
           1 + (i % {houses}) * {people} + (i / {houses} + 1) % {people},
           'stayed late for customer ' || i, '[]', 'colleague', 'channel:C1', 'till', 'r:' || i,
           {given_at}
    FROM n JOIN member ON member.id = 1 + (i % {houses}) * {people} + i / {houses} % {people}
"""


def fill(
    database: Database,
    store: SqlStore,
    houses: Sequence[str],
    move_in: Callable[[Unit, str], None],
    awards: int,
    ended: datetime,
    seconds: int,
) -> None:
    """Install the workspaces into an empty database, and spread the awards over `seconds`."""
    for at in range(0, len(houses), 500):
        some = houses[at : at + 500]
        store.run_now(lambda unit, some=some: [_open(unit, id, move_in) for id in some])  # type: ignore[misc]
    ago = f"(({awards} - i) * {seconds / awards:.6f})"
    facts = {
        "awards": awards,
        "houses": len(houses),
        "people": PEOPLE,
        "given_at": _GIVEN_AT[database.dialect].format(ago=ago, ended=ended),
        "numbers": _NUMBERS[database.dialect].format(awards=awards),
    }
    percent = "%%" if database.dialect == "postgresql" else "%"
    with database.begin() as connection:
        connection.exec_driver_sql(_HASTE[database.dialect])
        indexes = connection.exec_driver_sql(_INDEXES[database.dialect]).all()
        for name, _ in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        connection.exec_driver_sql(_AWARDS.format(**facts).replace("%", percent))
        for _, again in indexes:
            connection.exec_driver_sql(again)
    with database.begin() as connection:
        connection.exec_driver_sql("ANALYZE")


def _open(unit: Unit, id: str, move_in: Callable[[Unit, str], None]) -> None:
    move_in(unit, id)
    people = [
        Profile(f"U{at:02}", f"Kim {at} Lind", standing=Standing.ACTIVE) for at in range(PEOPLE)
    ]
    unit.members.put(id, people)
