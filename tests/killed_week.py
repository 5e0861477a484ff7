"""A process that tells a week and is killed in the middle: it sends itself a real SIGKILL."""

import asyncio
import os
import signal
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.messages import Delivery, WeeklyHighlights
from bot.outbox import Outbox
from bot.outcomes import Outcome, Sent
from bot.rounds import Rounds
from storage.database import Database
from storage.deliveries import Deliveries
from storage.digests import Digests
from storage.store import SqlStore
from tests.drivers.stage import Stage
from tests.process import FORKS
from tests.worlds import World

IN_A_TRANSACTION = {
    "claimed": (Digests, "add"),
    "owed": (Deliveries, "owe_thread"),
    "leased": (Deliveries, "lease"),
    "recorded": (Deliveries, "finish"),
}
"""Killed behind the method, before what it wrote is committed."""
STEPS = ("claimed", "owed", "committed", "leased", "sending", "sent", "recorded", "settled")
"""In the order of a week."""


def end_at(step: str, url: str, at: datetime, taken: Path) -> int:
    """Tell the week of `at` in a process of its own, killed at `step`; how that ended.

    The platform writes the week of each page that it takes into `taken`.
    """
    process = FORKS.Process(target=_live, args=(step, url, at, taken))
    process.start()
    process.join(30)
    code = process.exitcode
    process.close()
    return code if code is not None else 0


def _live(step: str, url: str, at: datetime, taken: Path) -> None:
    if step in IN_A_TRANSACTION:
        _die_behind(*IN_A_TRANSACTION[step])
    database = Database(url)
    world = World(database)
    world.clock.at = at
    asyncio.run(_tell(world.store, _Doomed(world, step, taken), step))


async def _tell(store: SqlStore, platform: "_Doomed", step: str) -> None:
    platforms = {platform.name: platform}
    await Rounds(store, platforms).go()
    if step == "committed":
        _die()
    await Outbox(store, platforms).settle()
    _die()


class _Doomed(Stage):
    def __init__(self, world: World, step: str, taken: Path) -> None:
        super().__init__(world)
        self._step = step
        self._taken = taken

    async def send(self, delivery: Delivery) -> Outcome:
        if self._step == "sending":
            _die()
        note(self._taken, delivery)
        if self._step == "sent":
            _die()
        return Sent(f"ref-{delivery.id}")


def note(taken: Path, delivery: Delivery) -> None:
    """The platform has it, whatever becomes of whoever sent it."""
    if isinstance(delivery.message, WeeklyHighlights):
        with taken.open("a") as file:
            file.write(f"{delivery.message.week}\n")


def _die_behind(owner: type[Any], method: str) -> None:
    real: Callable[..., Any] = getattr(owner, method)

    def and_die(*given: Any, **named: Any) -> None:
        real(*given, **named)
        _die()

    setattr(owner, method, and_die)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
