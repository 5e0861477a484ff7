"""`python -m bench.hostile`: how honest people fare while somebody attacks, and what it weighs.

Forged keys, tokens and signatures, bodies without end, requests that come drop by drop, nesting
and bombs: each beside a steady stream of honest requests, which runs alone before it. Time is the
best of the rounds, memory the worst.
"""

import json
import multiprocessing
import time
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import Annotated
from urllib.request import urlopen

import typer
from rich.console import Console
from rich.table import Table

from bench.databases import databases
from bench.fire import FIRES, Hits, burn
from bench.load import Shot
from bench.processes import Server, product
from bench.requests import Wanted
from bench.rig import Rig, rig

PER_SECOND = 50
"""Honest requests."""
AHEAD = 0.5
"""Seconds of fire before the honest ones come, and behind them."""
ALONE = "nobody"


@dataclass(slots=True)
class Row:
    """What was found beside one kind of fire."""

    name: str
    platform: str
    shots: list[Shot] = field(default_factory=list)
    hits: Hits = field(default_factory=Hits)
    before: list[float] = field(default_factory=list)
    """Megabytes."""
    more: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    """Share of a core."""

    def cells(self) -> Iterable[str]:
        yield self.name
        yield self.platform
        yield f"{min(shot.p50 for shot in self.shots):.1f}"
        yield f"{min(shot.p99 for shot in self.shots):.1f}"
        yield f"{min(self.processor):.0%}"
        yield ", ".join(_told(status, much) for status, much in sorted(self.hits.answered.items()))
        yield f"{self.hits.slowest:.2f}" if self.hits.slowest else ""
        yield f"{max(self.before):.0f}"
        yield f"{max(self.more):.1f}"


_HEAD = ("who attacks", "beside", "p50 ms", "p99 ms", "of a core", "answers", "slowest s")
_WEIGHT = ("MB before", "MB more")


def main(
    rounds: Annotated[int, typer.Option(help="Of everything, in turn.")] = 3,
    seconds: Annotated[int, typer.Option(help="Of each stream of honest requests.")] = 8,
    database: Annotated[str, typer.Option(help="sqlite or postgresql.")] = "sqlite",
) -> None:
    """Attack, and tell how the honest ones fared; under ten minutes, on loopback alone."""
    console = Console(stderr=True)
    apart = multiprocessing.get_context("spawn")
    with (
        console.status("starting") as status,
        rig() as tools,
        databases(database, [0], tools.fake_url) as [past],
        product(past.url, tools.fake_url, "slack", "teams") as target,
        ProcessPoolExecutor(1, mp_context=apart) as foe,
    ):
        rows = [Row(ALONE, platform) for platform in ("slack", "teams")]
        rows += [Row(fire.name, "teams" if "token" in fire.name else "slack") for fire in FIRES]
        for row in rows[:2]:  # to be warm
            tools.stream(target, row.platform, seconds, PER_SECOND)
        for turn in range(rounds):
            for number, row in enumerate(rows, -2):
                status.update(f"round {turn + 1} of {rounds}: {row.name}")
                _measure(row, number, tools, target, foe, seconds)
        fetched = _asked(tools.fake_url)["keys"]
    _show(rows)
    Console().print(f"Microsoft's keys were fetched {fetched} times in all.")


def _measure(
    row: Row, number: int, tools: Rig, target: Server, foe: ProcessPoolExecutor, seconds: int
) -> None:
    """`number` of the fire; below 0 there is none."""
    target.until_quiet()
    target.forget_peak()
    row.before.append(before := target.resident_megabytes())
    busy, began = target.processor_seconds(), time.perf_counter()
    wanted = Wanted("", target.port, 0, 0, tools.token, f"{tools.fake_url}/teams/")
    burning = foe.submit(burn, number, wanted, seconds + 2 * AHEAD) if number >= 0 else None
    time.sleep(AHEAD)
    row.shots.append(tools.stream(target, row.platform, seconds, PER_SECOND))
    if burning:
        hits = burning.result()
        row.hits.answered += hits.answered
        row.hits.slowest = max(row.hits.slowest, hits.slowest)
    row.processor.append((target.processor_seconds() - busy) / (time.perf_counter() - began))
    row.more.append(target.peak_megabytes() - before)


def _asked(fake_url: str) -> Counter[str]:
    with urlopen(f"{fake_url}/asked") as answer:
        return Counter(json.load(answer))


def _told(status: int, much: int) -> str:
    words = {0: "closed", -1: "still open"}.get(status, str(status))
    return f"{much:,} × {words}"


def _show(rows: Iterable[Row]) -> None:
    table = Table(title="Honest requests while somebody attacks", title_justify="left")
    for name in (*_HEAD, *_WEIGHT):
        table.add_column(name, justify="left" if name in (*_HEAD[:2], "answers") else "right")
    for row in rows:
        table.add_row(*row.cells())
    Console(width=150).print(table)


if __name__ == "__main__":
    typer.run(main)
