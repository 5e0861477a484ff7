"""A past for a database: people, places, and as many awards and sent messages as wanted."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from adapters.clock import SystemClock
from adapters.teams.address import Address
from bench import world
from bot.digests import last_week_at_installation
from bot.heard import Installed
from bot.memory import Unit
from bot.model import Place, Profile, Settings, Standing
from storage.database import Database
from storage.migrate import upgrade
from storage.store import SqlStore

SECONDS = 3 * 365 * 24 * 3600
"""The awards are spread evenly over the three years before now."""
_AGO = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S.000000', '{now}', '-' || ({ago}) || ' seconds')",
    "postgresql": "timestamptz '{now}+00' - ({ago}) * interval '1 second'",
}
_HASTE = {
    "sqlite": "PRAGMA cache_size = -500000",
    "postgresql": "SET LOCAL session_replication_role = replica",  # references need no check
}
_AWARDS = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {awards})
    INSERT INTO award (workspace_id, kind, giver_id, receiver_id, reason, tags, source, place,
                       place_name, source_ref, given_at)
    SELECT '{workspace}', 'glitter', {member} + i % {people},
           {member} + (i + 1 + i / {people} % ({people} - 1)) % {people},
           'stayed late for customer ' || i || ' and made the till line smile', '[]',
           'colleague', 'channel:C' || (i % {channels}), '#till', 'history:' || i, {given_at}
    FROM n
"""
_DELIVERIES = """
    INSERT INTO delivery (workspace_id, place, verb, message, language, zone, status, try_at,
                          attempts, award_id, check_first, ref, code, finished_at)
    SELECT workspace_id, place, 'post', '{{"what":"award_posted","reason":"' || reason || '"}}',
           'en', 'Europe/Stockholm', 'sent', given_at, 1, id, false, 'C1:' || id, '', given_at
    FROM award WHERE workspace_id = '{workspace}'
"""


def fill(url: str, awards: int, fake: str) -> None:
    """The newest schema, two workspaces of 1,000 people, and half of the awards in each."""
    database = Database(url)
    database.open()
    upgrade(database)
    store = SqlStore(database, SystemClock())
    store.run_now(lambda unit: _move_in(unit, fake))
    for workspace in (world.SLACK, world.TEAMS) if awards else ():
        with database.begin() as connection:
            _write(connection, workspace, awards // 2, (_AWARDS, _DELIVERIES))
    store.close()
    database.close()
    analyze(url)


def analyze(url: str) -> None:
    """Do what PostgreSQL does by itself within a minute: see how large the tables are."""
    database = Database(url)
    if database.dialect == "postgresql":
        with database.begin() as connection:
            connection.exec_driver_sql("ANALYZE")
    database.close()


def _move_in(unit: Unit, fake: str) -> None:
    # As long as may be: what runs out meanwhile would be missing from the count.
    settings = Settings(daily_glitter_limit=0, glitter_months=60)
    week = last_week_at_installation(unit.now, settings)
    teams = Address(f"{fake}/teams/", f"28:{world.APP_ID}", world.TENANT)
    unit.workspaces.install(Installed(world.SLACK, "Kaktus AB"), settings, week)
    unit.workspaces.install(Installed(world.TEAMS, address=teams.text), settings, week)
    everybody = range(world.PEOPLE)
    unit.members.put(world.SLACK, [_profile(world.slack_account(n), n) for n in everybody])
    unit.members.put(world.TEAMS, [_profile(world.teams_account(n), n) for n in everybody])
    for number in everybody:
        chat = teams.at(world.teams_chat(number)).text
        place = Place.direct(world.teams_account(number), chat)
        unit.workspaces.keep_place(world.TEAMS, place)
    for platform in ("slack", "teams"):  # everybody is known: the platforms need not be asked
        unit.workspaces.rosters_due(platform, unit.now + timedelta(days=1), 1)


def _profile(account: str, number: int) -> Profile:
    name = world.person_name(number)
    return Profile(account, name, "en-GB", "Europe/Stockholm", Standing.ACTIVE)


def write_awards(connection: Connection, workspace: str, awards: int) -> None:
    """Awards alone, without the messages that told of them."""
    _write(connection, workspace, awards, (_AWARDS,))


def _write(connection: Connection, workspace: str, awards: int, statements: Sequence[str]) -> None:
    member = connection.exec_driver_sql(
        f"SELECT min(id) FROM member WHERE workspace_id = '{workspace}'"
    ).scalar_one()
    ago = f"({awards} - i) * {SECONDS // awards}"
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}"
    facts = {
        "workspace": workspace,
        "awards": awards,
        "member": member,
        "people": world.PEOPLE,
        "channels": world.CHANNELS,
        "given_at": _AGO[connection.dialect.name].format(now=now, ago=ago),
    }
    connection.exec_driver_sql(_HASTE[connection.dialect.name])
    for statement in statements:
        written = statement.format(**facts)
        percent = "%%" if connection.dialect.name == "postgresql" else "%"
        connection.exec_driver_sql(written.replace("%", percent))
