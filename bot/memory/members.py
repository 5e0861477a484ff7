"""The people of a workspace, and who stands in for whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.model import (
    Duty,
    Member,
    Naming,
    OptIn,
    Profile,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Absence:
    id: int
    member: Member
    stand_in: Member
    ends_at: datetime


class Members(Protocol):
    def find(self, workspace_id: str, accounts: Iterable[str]) -> dict[str, Member]:
        """The known members among these accounts, by account."""
        ...

    def get(self, workspace_id: str, ids: Iterable[int]) -> dict[int, Member]: ...

    def all(self, workspace_id: str) -> list[Member]: ...

    def duties(self, member_id: int) -> set[Duty]:
        """What the member may do for the workspace, read whenever it matters.

        The platform's own admins are admins.
        """
        ...

    def in_charge(self, workspace_id: str) -> str | None:
        """The account of the platform's owner of the workspace, else of one of its admins."""
        ...

    def with_duty(self, workspace_id: str, duty: Duty) -> list[Member]: ...

    def give_duty(self, member_id: int, duty: Duty) -> None: ...

    def take_duty(self, member_id: int, duty: Duty) -> None: ...

    def set_hours(self, member_id: int, starts: int, ends: int) -> None: ...

    def choose(
        self, member_id: int, *, language: str | None, naming: Naming, direct_messages: bool
    ) -> None: ...

    def opt_in(self, member_id: int, answer: OptIn) -> None: ...

    def at_home(self, workspace_id: str, since: datetime | None) -> list[Member]:
        """Who has opened their home page since then, or ever; the oldest member first."""
        ...

    def open_home(self, member_id: int) -> None:
        """The member looks at their home page now."""
        ...

    def mute(self, member_id: int, until: datetime | None) -> None: ...

    def set_naming(self, member_id: int, naming: Naming) -> None: ...

    def set_weekly(self, member_id: int, wanted: bool) -> None: ...

    def be_away(
        self, member_id: int, stand_in_id: int, starts: datetime, ends: datetime
    ) -> None: ...

    def end_absences(self, member_id: int) -> bool:
        """End what has begun, and cancel what was planned; whether there was anything."""
        ...

    def absences_begun(self) -> list[Absence]:
        """Absences that have begun and whose open cases nobody has moved yet; as `due`."""
        ...

    def absence_handled(self, absence_id: int) -> None: ...

    def stand_in(self, member_id: int, at: datetime) -> Member | None:
        """Who stands in for a member who is away then; None where they are there."""
        ...

    def put(self, workspace_id: str, profiles: Sequence[Profile]) -> None:
        """Add or refresh; what a profile leaves blank or unverified stays as it is known."""
        ...

    def seen(self, workspace_id: str, profiles: Sequence[Profile]) -> None:
        """The same for what a platform tells unasked: whoever left before we knew them, or was
        erased since, is not remembered again."""
        ...
