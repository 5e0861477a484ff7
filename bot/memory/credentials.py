"""What opens a workspace, sealed."""

from datetime import datetime
from typing import Protocol

from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Credential:
    """What opens a workspace, or all of an organisation (`holder`), sealed by its adapter."""

    holder: str
    sealed: str
    renew_at: datetime | None
    """None: it does not run out."""
    kept_at: datetime


class Credentials(Protocol):
    """Goes, with the workspace it opens, when that is suspended."""

    def keep(self, holder: str, sealed: str, renew_at: datetime | None = None) -> None: ...

    def of(self, workspace_id: str) -> Credential | None:
        """What opens a workspace: its own, or that of whoever holds it."""
        ...

    def get(self, holder: str) -> Credential | None: ...

    def all(self, platform: str) -> list[Credential]: ...

    def replace(self, was: Credential, sealed: str, renew_at: datetime | None) -> bool:
        """False: somebody was first, nothing has changed."""
        ...

    def forget(self, holder: str) -> None: ...

    def opened_by(self, holder: str) -> list[str]:
        """Ids of the workspaces that the holder's credential opens."""
        ...

    def spend(self, ticket: str, older_than: datetime) -> bool:
        """True once for each ticket. Forgets tickets from before `older_than`."""
        ...
