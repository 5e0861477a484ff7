"""What every platform folder offers to `app.py`."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Protocol

from starlette.routing import BaseRoute

from adapters.doctor import Finding
from bot.memory import Store
from bot.messages import Delivery
from bot.ports import Door, Platform
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class SentBefore:
    """A message that an earlier run has posted."""

    delivery: Delivery
    ref: str
    sent_at: datetime


Tick = Callable[[], Awaitable[None]]
"""Looks at once for whatever is due, and returns when it has been sent."""


class Edge(Protocol):
    """One chat platform: how it is heard, and (as `Platform`) how it is spoken to."""

    @property
    def platform(self) -> Platform: ...

    def routes(self, door: Door, tick: Tick) -> list[BaseRoute]:
        """The HTTP routes of this platform. Called once, before `start`."""
        ...

    async def start(self, door: Door, sent: Iterable[SentBefore]) -> None:
        """Open connections and tell the door what is installed. Runs on the server's loop.

        Raises OperatorError where the configuration cannot work; a platform that is merely
        out of reach is no error.
        """
        ...

    async def stop(self) -> None:
        """Close connections."""
        ...

    async def checkup(self, store: Store | None) -> list[Finding]:
        """Look whether everything fits, without `start`; None: the database cannot be asked."""
        ...
