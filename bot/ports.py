"""What the heart needs from outside, and what the edges may call. Nothing here has a body."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.heard import Action, Noted, Said
from bot.messages import Answer, Delivery
from bot.model import (
    Place,
    Profile,
)
from bot.outcomes import Outcome


class Clock(Protocol):
    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        ...


class Door(Protocol):
    """The way in for every edge."""

    async def answer(self, heard: Said | Action) -> Answer:
        """Decide, record durably, and say what the speaker reads. Never raises for bad input.

        Where `heard.reply_to` is set, the answer is owed there as a delivery, as `owed` says; only
        where nothing could be written it is left to the edge.
        """
        ...

    async def note(self, seen: Noted) -> None:
        """Remember what the platform told. Raises StoreUnavailable where that failed."""
        ...


class Platform(Protocol):
    """One chat platform, as the outbox sees it."""

    @property
    def name(self) -> str:
        """The part of a workspace id before the colon."""
        ...

    @property
    def pace(self) -> timedelta:
        """The least time between two messages in one place."""
        ...

    async def send(self, delivery: Delivery) -> Outcome:
        """Render and send one delivery, once. Never raises and never retries a write."""
        ...

    async def profiles(
        self, workspace_id: str, place: Place, accounts: Sequence[str]
    ) -> list[Profile]:
        """Describe these accounts as seen from `place`; leave out whoever stays unknown."""
        ...

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:
        """Describe everybody. `places` are those known in the workspace."""
        ...
