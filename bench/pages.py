"""`python -m bench.pages`: how long HR waits for a filtered page of 1,000,000 awards."""

import asyncio
import statistics
import time
from collections.abc import Iterator
from typing import Annotated

import httpx
import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection
from starlette.applications import Starlette

from adapters.clock import SystemClock
from adapters.web import pages
from bench import history, world
from bench.databases import databases
from bot import visits
from bot.memory import Unit
from bot.messages import SignInLink
from bot.model import Duty
from storage.database import Database
from storage.store import SqlStore

TIMES = 7
_LIFE = (
    "UPDATE award SET kind = 'cactus' WHERE id % 10 = 0",
    """INSERT INTO followup (award_id, workspace_id, state, owner_id, delivered_at)
       SELECT id, workspace_id, CASE WHEN id % 100 = 0 THEN 'open' ELSE 'bloomed' END,
              receiver_id, given_at FROM award WHERE kind = 'cactus'""",
    "UPDATE award SET tags = '[\"care\"]' WHERE id % 7 = 0",
    "UPDATE award SET tags = '[\"rare\"]' WHERE id % 300000 = 0",
    "UPDATE award SET source = 'customer' WHERE id % 11 = 0 AND kind = 'glitter'",
    """INSERT INTO team (workspace_id, name, aliases, cacti_to_all)
       VALUES ('{0}', 'Till', '[]', {1})""",
    """INSERT INTO team_member (team_id, member_id)
       SELECT 1, id FROM member WHERE workspace_id = '{0}' ORDER BY id LIMIT 12""",
)
"""One in ten is a cactus, and there are values, customers and a team."""


def filters(person: int) -> Iterator[tuple[str, str]]:
    """What is asked for, in words and as an address."""
    yield "nothing", ""
    yield "oldest first", "order=oldest"
    for order in ("giver", "receiver", "kind", "state", "due"):
        yield f"sorted by {order}", f"order={order}"
    yield "sorted by giver, a word that is rare", "order=giver&text=customer+777777"
    yield "sorted by state, a word that nobody wrote", "order=state&text=zebra"
    yield "cacti", "kind=cactus"
    yield "one month", "first=2026-01-01&last=2026-01-31"
    yield "a person", f"person={person}"
    yield "cacti that a person received", f"person={person}&side=received&kind=cactus"
    yield "a team", "team=1"
    yield "a value", "value=care"
    yield "a value that is rare", "value=rare"
    yield "from customers", "source=customer"
    yield "open cacti", "state=open"
    yield "a word that is common", "text=customer"
    yield "a word that is rare", "text=customer+777777"
    yield "a word that nobody wrote", "text=zebra"
    yield (
        "everything at once",
        f"kind=glitter&source=customer&value=care&text=smile&person={person}",
    )


def main(
    awards: Annotated[int, typer.Option(help="In one workspace.")] = 1_000_000,
    database: Annotated[list[str] | None, typer.Option(help="sqlite or postgresql.")] = None,
) -> None:
    """Fill a database, sign in as HR, and ask for pages under each filter."""
    table = Table("filter", "database", "median ms", "worst ms", "our CPU ms", "entries")
    for dialect in database or ("sqlite", "postgresql"):
        with databases(dialect, [0], "http://127.0.0.1:1") as [past]:
            _fill(past.url, awards)
            for row in asyncio.run(_measured(past.url)):
                table.add_row(row[0], dialect, *row[1:])
    Console().print(table)


def _fill(url: str, awards: int) -> None:
    opened = Database(url)
    with opened.begin() as connection:
        history.write_awards(connection, world.SLACK, awards)
        _live(connection)
    opened.keep_fit(SystemClock().now())
    opened.close()
    history.analyze(url)


def _live(connection: Connection) -> None:
    no = "0" if connection.dialect.name == "sqlite" else "false"
    percent = "%" if connection.dialect.name == "sqlite" else "%%"
    for statement in _LIFE:
        written = statement.replace("{0}", world.SLACK).replace("{1}", no).replace("%", percent)
        connection.exec_driver_sql(written)


async def _measured(url: str) -> list[tuple[str, ...]]:
    opened = Database(url)
    store = SqlStore(opened, SystemClock())
    app = Starlette(routes=[pages.mounted(store, None)])
    account = world.slack_account(0)
    token, person = await store.run(lambda unit: sign_in(unit, account))
    transport = httpx.ASGITransport(app)
    found = []
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        client.cookies.set("glitter", token)
        for words, query in filters(person):
            times, busy, entries = await _asked(client, f"/history/workspace?{query}")
            median, worst = statistics.median(times), max(times)
            figures = (f"{median:.0f}", f"{worst:.0f}", f"{busy:.0f}", str(entries))
            found.append((words, *figures))
    store.close()
    opened.close()
    return found


async def _asked(client: httpx.AsyncClient, address: str) -> tuple[list[float], float, int]:
    """Milliseconds on the wall, the processor's (not PostgreSQL's) for one page, and entries."""
    times = []
    busy = time.process_time()
    for _ in range(TIMES):
        start = time.perf_counter()
        response = await client.get(address)
        times.append((time.perf_counter() - start) * 1000)
        response.raise_for_status()
    busy = (time.process_time() - busy) * 1000 / TIMES
    return times, busy, response.text.count('<td class="words">')


def sign_in(unit: Unit, account: str) -> tuple[str, int]:
    member = unit.members.find(world.SLACK, [account])[account]
    unit.members.give_duty(member.id, Duty.HR)
    link = visits.with_token(unit, world.SLACK, SignInLink(account, "", 5))
    return visits.enter(unit, link.address), member.id


if __name__ == "__main__":
    typer.run(main)
