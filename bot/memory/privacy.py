"""Taking people out of the records."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.model import (
    Kind,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Footprint:
    """How much of somebody is in the records, in rows."""

    gave: int
    received: int
    owns: int
    """Cases."""
    said: int
    """Moves in cases."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Somebody whose records must stay: nothing of theirs is erased or runs out before then."""

    member_id: int
    reason: str
    owner: str
    """Who answers for it."""
    ends_at: datetime


class Privacy(Protocol):
    """Taking people out of the records."""

    def footprint(self, member_id: int) -> Footprint: ...

    def erase(self, member_id: int) -> None:
        """Take a member's words, names and traces out, and owe the edits of what is posted."""
        ...

    def hold(self, hold: Hold) -> None:
        """In place of one that the member may have."""
        ...

    def release(self, member_id: int) -> bool:
        """End a hold; False where there is none."""
        ...

    def holds(self, workspace_id: str) -> list[Hold]:
        """Those that last."""
        ...

    def keeper(self, member_id: int) -> Hold | None:
        """The hold that forbids to erase the member: their own, or one on somebody with whom they
        have a cactus in common."""
        ...

    def leavers(self, left_before: datetime, limit: int) -> list[tuple[str, int]]:
        """Workspaces and ids of members whose account went before then and whom nothing holds."""
        ...

    def run_out(
        self, workspace_id: str, kind: Kind, given_before: datetime, limit: int
    ) -> list[int]:
        """Ids of awards given before then that nobody's hold keeps, oldest first."""
        ...

    def forget(self, award_ids: Sequence[int]) -> None:
        """Delete awards and all that tells of them."""
        ...

    def forget_messages(
        self, workspace_id: str, kind: Kind, finished_before: datetime, limit: int
    ) -> int:
        """Delete messages that tell of no award of their own, oldest first; how many.

        With glitter go the highlights; with cacti whatever else was said, such as news of a case.
        """
        ...

    def removed(self, before: datetime) -> str | None:
        """A workspace from which the bot was removed before then, where nobody's hold lasts and
        something is left."""
        ...

    def empty(self, workspace_id: str, limit: int) -> bool:
        """Delete a few rows of a workspace; True once nothing is left but its row and audit."""
        ...
