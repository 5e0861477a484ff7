"""Where the bot may act, and what it knows of each such workspace."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.heard import Installed
from bot.model import (
    IsoWeek,
    Member,
    Place,
    Settings,
    Workspace,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a request happens, and who takes part."""

    workspace: Workspace
    known: dict[str, Member]
    """By account."""
    has_teams: bool = True
    """False where no team and no colleague without an account can be meant."""


class Workspaces(Protocol):
    def get(self, workspace_id: str) -> Workspace | None: ...

    def with_people(self, workspace_id: str, accounts: Sequence[str]) -> Meeting | None:
        """The workspace, and the known members among these accounts, in one look; None where
        nobody knows it.

        The first of them speaks, and has nothing else decided until the transaction ends.
        """
        ...

    def all(self) -> list[Workspace]: ...

    def next(self, after: str, limit: int) -> list[Workspace]:
        """By id, those behind `after`."""
        ...

    def install(self, seen: Installed, settings: Settings, last_week: IsoWeek) -> bool:
        """Remember that the bot may act there; `settings` are for a workspace never seen before.

        True where it is new.
        """
        ...

    def set_settings(
        self, workspace_id: str, settings: Settings, next_digest_at: datetime
    ) -> None: ...

    def suspend(self, workspace_id: str) -> None: ...

    def pause(self, workspace_id: str, until: datetime) -> None:
        """Nothing is sent to the workspace before `until`."""
        ...

    def installer(self, workspace_id: str) -> str | None:
        """The account of whoever installed the bot."""
        ...

    def set_installer(self, workspace_id: str, account: str) -> bool:
        """False where the installer is known already."""
        ...

    def digests_due(self) -> list[str]:
        """Ids of active workspaces whose next digest is due now."""
        ...

    def previews_due(self, ahead: timedelta) -> list[str]:
        """Ids of active workspaces whose next digest is due within `ahead` and not previewed."""
        ...

    def claim_preview(self, workspace_id: str, week: IsoWeek) -> bool:
        """False: the week was previewed already."""
        ...

    def last_week(self, workspace_id: str) -> IsoWeek:
        """The newest ISO week whose digest is decided."""
        ...

    def advance_week(self, workspace_id: str, last: IsoWeek, next_digest_at: datetime) -> None: ...

    def rosters_due(self, platform: str, due_again: datetime, limit: int) -> list[str]:
        """Claim workspaces whose people must be read again; they are due again at `due_again`."""
        ...

    def keep_place(self, workspace_id: str, place: Place) -> None: ...

    def places(self, workspace_id: str) -> list[Place]: ...
