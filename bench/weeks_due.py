"""Very many workspaces whose week ends in the same minute: the product as it is started in
production, and the platforms, are processes of their own and speak HTTP with each other."""

import asyncio
import os
import time
from collections import Counter
from datetime import timedelta
from uuid import UUID

import httpx
import typer

from adapters.clock import SystemClock
from adapters.sealing import Seals
from adapters.slack.tokens import App, Tokens
from adapters.slack.wire import Wire
from adapters.teams.address import Address
from bench import world
from bench.fakes import Signer
from bench.processes import Server, free_port, product_environment, server
from bench.weeks_past import fill
from bot import digests
from bot.heard import Installed
from bot.memory import Unit
from bot.model import Settings
from storage.database import Database
from storage.store import SqlStore

AWARDS_EACH = 10
IN_TEAMS = 4
"""Every fourth workspace is one in Teams, the others are in Slack."""
STUCK = 120.0
"""Seconds without a single post after which it is no use to wait."""
LOOK = 0.5
A_ROUND = 12.0
"""Seconds in which the next round has begun, which must find nothing."""
CLIENT = "1.2"


def measure(database: Database, due: int) -> None:
    """Fill the empty database, start the product on it, and tell how the weeks went out."""
    signer, port = Signer.made(), free_port()
    fake = f"http://127.0.0.1:{port}"
    houses = [_house(number) for number in range(due)]
    _prepare(database, houses, fake)
    with server(["-m", "bench.fakes", str(port)], {}, port, signer.pem):
        own = free_port()
        environment = _environment(own, database, fake, houses)
        began = time.perf_counter()
        with server(["app.py", "run"], environment, own, within=STUCK) as running:
            _watch(database, running, fake, houses, began)


def _house(number: int) -> str:
    return f"slack:T{number:07}" if number % IN_TEAMS else f"teams:{UUID(int=number + (1 << 96))}"


def _channel(house: str) -> str:
    platform, _, id = house.partition(":")
    return f"C{id[1:]}" if platform == "slack" else f"19:{id}@thread.tacv2"


def _prepare(database: Database, houses: list[str], fake: str) -> None:
    """Each workspace with people, awards and a token; its week ended a minute ago or earlier."""
    ended = (SystemClock().now() - timedelta(minutes=1)).replace(minute=0, second=0, microsecond=0)
    store = SqlStore(database, SystemClock())

    def move_in(unit: Unit, house: str) -> None:
        settings = Settings(
            highlights_channel=f"channel:{_channel(house)}",
            highlights_weekday=ended.isoweekday(),
            highlights_hour=ended.hour,
            zone="UTC",
        )
        last = digests.last_week_at_installation(ended - timedelta(days=3), settings)
        at = Address(f"{fake}/teams/", f"28:{world.APP_ID}", house.partition(":")[2])
        in_slack = house.startswith("slack:")
        seen = Installed(house, house, holder=house if in_slack else "", address=at.text)
        unit.workspaces.install(seen, settings, last)

    fill(database, store, houses, move_in, len(houses) * AWARDS_EACH, ended, 6 * 24 * 3600)
    asyncio.run(_keep_tokens(store, [house for house in houses if house.startswith("slack:")]))
    later = SystemClock().now() + timedelta(days=1)  # everybody is known: nobody need be asked for
    for platform in ("slack", "teams"):
        store.run_now(lambda unit, on=platform: unit.workspaces.rosters_due(on, later, len(houses)))  # type: ignore[misc]
    store.close()


async def _keep_tokens(store: SqlStore, houses: list[str]) -> None:
    app = App(CLIENT, "secret", store, Seals(lambda: (world.SECRET_KEY,)))
    tokens = Tokens(app, Wire("http://127.0.0.1/"))
    await asyncio.gather(
        *(tokens.keep(house, {"access_token": f"xoxb-{_channel(house)}"}) for house in houses)
    )


def _environment(port: int, database: Database, fake: str, houses: list[str]) -> dict[str, str]:
    url = database.url.render_as_string(hide_password=False)
    tenants = [house.removeprefix("teams:") for house in houses if house.startswith("teams:")]
    usual = product_environment(port, url, fake)
    del usual["SLACK_BOT_TOKEN"]
    return {
        **usual,
        "SLACK_CLIENT_ID": CLIENT,
        "SLACK_CLIENT_SECRET": "secret",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "TEAMS_TENANT_ID": ",".join(tenants),
    }


def _watch(database: Database, running: Server, fake: str, houses: list[str], began: float) -> None:
    due, load = len(houses), os.getloadavg()[0]
    ready = time.perf_counter() - began
    resident = [running.resident_megabytes()]
    owed_at, posted, heard_at = 0.0, 0, time.perf_counter()
    while posted < due and time.perf_counter() - heard_at < STUCK:
        time.sleep(LOOK)
        resident.append(running.resident_megabytes())
        if not owed_at and _count(database) == due:
            owed_at = time.perf_counter()
        if (now := sum(_journal(fake).values())) > posted:
            posted, heard_at = now, time.perf_counter()
    ended, worked = time.perf_counter(), running.processor_seconds()
    time.sleep(A_ROUND)
    _tell(due, load, ready, owed_at - began, ended - began, worked, resident)
    _judge(_journal(fake), houses)


def _tell(
    due: int,
    load: float,
    ready: float,
    owed: float,
    took: float,
    worked: float,
    resident: list[float],
) -> None:
    at = [resident[len(resident) * part // 4] for part in (1, 2, 3)]
    shown = ", ".join(f"{megabytes:.0f}" for megabytes in (resident[0], *at, resident[-1]))
    typer.echo(
        f"{due:,} workspaces due at once, load {load:.1f} to {os.getloadavg()[0]:.1f}: ready in "
        f"{ready:.1f} s, owed after {owed:.1f} s, posted after {took:.1f} s; the processor worked "
        f"{worked:.1f} s; resident at the start, after each quarter and at the end: {shown} MB, "
        f"at the most {max(resident):.0f} MB"
    )


def _judge(journal: Counter[str], houses: list[str]) -> None:
    """What the platforms have heard decides."""
    wanted = {_channel(house) for house in houses}
    missing, strange = wanted - set(journal), set(journal) - wanted
    twice = [place for place, times in journal.items() if times > 1]
    typer.echo(
        f"the platforms heard {sum(journal.values()):,} posts for {len(wanted):,} channels: "
        f"{len(missing)} missing, {len(twice)} twice, {len(strange)} elsewhere"
    )
    if missing or twice or strange:
        raise typer.Exit(1)


def _journal(fake: str) -> Counter[str]:
    return Counter(httpx.get(f"{fake}/journal", timeout=30).json())


def _count(database: Database) -> int:
    with database.snapshot() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM digest").scalar_one())
