"""The cases that cacti become."""

from datetime import datetime
from typing import Protocol

from bot.model import (
    Event,
    Followup,
    Move,
    State,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """What figures may know of a case. The ids are counted, never told."""

    award_id: int
    receiver_id: int
    """Of a team's cactus: whoever has it."""
    team_id: int | None
    state: State
    delivered_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None


class Followups(Protocol):
    def add(self, followup: Followup) -> None: ...

    def get(self, workspace_id: str, award_id: int) -> Followup | None: ...

    def change(
        self,
        was: Followup,
        now: Followup,
        move: Move,
        actor_id: int | None,
        note: str = "",
        source_ref: str = "",
    ) -> bool:
        """Save `now` where the case still is as `was` says, and add to the history.

        False: somebody was first, nothing has changed.
        """
        ...

    def due(self, limit: int) -> list[Followup]:
        """Cacti whose `wake_at` has come, in workspaces where the bot may act."""
        ...

    def history(self, award_id: int) -> list[Event]: ...

    def running(self, member_id: int) -> list[Followup]:
        """Cases not ended that the member gave, owns or is offered, by due time."""
        ...

    def owned(self, owner_id: int) -> list[Followup]:
        """Cases not ended that a member owns."""
        ...

    def measured(self, workspace_id: str) -> list[Measured]:
        """Every delivered case that stands, without words or names."""
        ...

    def measured_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> list[Measured]:
        """Delivered cases that stand and had not ended before `starts_at`."""
        ...

    def note_reminder(self, followup: Followup) -> None:
        """Save `reminded` and `wake_at` alone: a reminder is no move."""
        ...
