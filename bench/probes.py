"""`python -m bench.probes`: can a clock tell what is next door from what does not exist?

HR of one house asks for numbers of the house next door and for numbers that nobody has, in random
order and without a network between. From half of the times the best threshold is learned; how
often it is right in the other half is what is told: 50 % is a coin.
"""

import asyncio
import time
from bisect import bisect_right
from collections.abc import Awaitable, Callable, Mapping, Sequence
from random import Random
from statistics import median
from typing import Annotated

import httpx
import typer
from rich.console import Console
from rich.table import Table
from starlette.applications import Starlette

from adapters.clock import SystemClock
from adapters.web import pages
from bench import world
from bench.databases import databases
from bench.pages import sign_in
from bot.answer import answer
from bot.heard import Action, ActionName, Said
from bot.memory import Store
from bot.model import Kind, Place, Profile
from storage.database import Database
from storage.store import SqlStore

AWARDS = 40_000
_LIFE = (
    "UPDATE award SET kind = 'cactus' WHERE id % 5 = 0",
    """INSERT INTO followup (award_id, workspace_id, state, owner_id, delivered_at)
       SELECT id, workspace_id, 'open', receiver_id, given_at FROM award WHERE kind = 'cactus'""",
    """INSERT INTO team (workspace_id, name, aliases, cacti_to_all)
       SELECT workspace_id, 'Team ' || id, '[]', 1 = 0 FROM member""",
)
_IDS = {
    "case": "SELECT award_id FROM followup WHERE workspace_id = '{0}'",
    "person": "SELECT id FROM member WHERE workspace_id = '{0}'",
    "team": "SELECT id FROM team WHERE workspace_id = '{0}'",
}
_SPAN = 50_000
"""Numbers from here on nobody has; they are as long as most of the others."""
_PAGES = {
    "page of a case": ("case", "/history/cases/{0}"),
    "page of a person": ("person", "/history/people/{0}"),
    "filter by a person": ("person", "/history/workspace?person={0}"),
    "filter by a team": ("team", "/history/workspace?team={0}"),
}
Ask = Callable[[int], Awaitable[object]]


def main(
    probes: Annotated[int, typer.Option(help="Of each kind, half of them to learn from.")] = 2000,
    database: Annotated[list[str] | None, typer.Option(help="sqlite or postgresql.")] = None,
) -> None:
    """Ask for both kinds of numbers, and guess from the time which it was."""
    table = Table("asked for", "database", "median ms next door", "median ms nobody's", "right")
    for dialect in database or ("sqlite", "postgresql"):
        with databases(dialect, [AWARDS], "http://127.0.0.1:1") as [past]:
            for row in asyncio.run(_measured(past.url, probes)):
                table.add_row(row[0], dialect, *row[1:])
    Console().print(table)


async def _measured(url: str, probes: int) -> list[tuple[str, ...]]:
    opened = Database(url)
    foreign = _furnish(opened)
    store = SqlStore(opened, SystemClock())
    account = world.slack_account(0)
    token, _ = await store.run(lambda unit: sign_in(unit, account))
    app = Starlette(routes=[pages.mounted(store, None)])
    transport = httpx.ASGITransport(app)
    found = []
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        client.cookies.set("glitter", token)
        for words, (about, path) in _PAGES.items():
            found.append((words, *await _told(_page(client, path), foreign[about], probes)))
    for words, ask in (("/cactus show", _typed), ("a button of a case", _pressed)):
        asked = ask(store, account)
        found.append((words, *await _told(asked, foreign["case"], probes)))
    store.close()
    opened.close()
    return found


def _furnish(opened: Database) -> Mapping[str, Sequence[int]]:
    with opened.begin() as connection:
        for statement in _LIFE:
            percent = "%" if opened.dialect == "sqlite" else "%%"
            connection.exec_driver_sql(statement.replace("%", percent))
        return {
            about: connection.exec_driver_sql(select.replace("{0}", world.TEAMS)).scalars().all()
            for about, select in _IDS.items()
        }


def _page(client: httpx.AsyncClient, path: str) -> Ask:
    async def ask(number: int) -> None:
        response = await client.get(path.replace("{0}", str(number)))
        if response.status_code != httpx.codes.NOT_FOUND:
            raise RuntimeError(f"{path} answered {response.status_code} for {number}")

    return ask


def _typed(store: Store, account: str) -> Ask:
    async def ask(number: int) -> None:
        said = Said(
            workspace_id=world.SLACK,
            place=Place.channel("C1", "till"),
            speaker=Profile(account),
            command=Kind.CACTUS,
            parts=(f"show {number}",),
            source_ref=f"probe:{number}:{time.perf_counter_ns()}",
        )
        await store.run(lambda unit: answer(said, unit, ()))

    return ask


def _pressed(store: Store, account: str) -> Ask:
    async def ask(number: int) -> None:
        action = Action(
            workspace_id=world.SLACK,
            place=Place.channel("C1", "till"),
            speaker=Profile(account),
            name=ActionName.SHOW,
            subject=str(number),
            source_ref=f"probe:{number}:{time.perf_counter_ns()}",
        )
        await store.run(lambda unit: answer(action, unit, ()))

    return ask


async def _told(ask: Ask, foreign: Sequence[int], probes: int) -> tuple[str, ...]:
    chance = Random(23)
    numbers = [(True, chance.choice(foreign)) for _ in range(probes)]
    numbers += [(False, chance.randrange(_SPAN, 2 * _SPAN)) for _ in range(probes)]
    chance.shuffle(numbers)
    for _, number in numbers[:50]:  # to be warm
        await ask(number)
    times: list[tuple[float, bool]] = []
    for is_foreign, number in numbers:
        start = time.perf_counter()
        await ask(number)
        times.append((time.perf_counter() - start, is_foreign))
    half = len(times) // 2
    right = _right(times[half:], *_threshold(times[:half]))
    medians = (f"{median(_of(times, kind)) * 1000:.2f}" for kind in (True, False))
    return (*medians, f"{right:.1%}")


def _threshold(times: Sequence[tuple[float, bool]]) -> tuple[float, bool]:
    """What separates best, and whether the slower ones are next door."""
    nobodys, foreign = (_of(times, is_foreign) for is_foreign in (False, True))

    def gap(at: float) -> float:
        return bisect_right(nobodys, at) / len(nobodys) - bisect_right(foreign, at) / len(foreign)

    best = max((taken for taken, _ in times), key=lambda at: abs(gap(at)))
    return best, gap(best) > 0


def _right(times: Sequence[tuple[float, bool]], at: float, slower_is_foreign: bool) -> float:
    guessed = [((taken > at) is slower_is_foreign) is kind for taken, kind in times]
    return sum(guessed) / len(guessed)


def _of(times: Sequence[tuple[float, bool]], kind: bool) -> list[float]:
    return sorted(taken for taken, is_foreign in times if is_foreign is kind)


if __name__ == "__main__":
    typer.run(main)
