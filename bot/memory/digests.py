"""The weeks: which was told, and what is planned for the next."""

from datetime import datetime
from typing import Protocol

from bot.model import (
    Digest,
    DigestStatus,
    IsoWeek,
    Plan,
)


class Digests(Protocol):
    def add(
        self,
        workspace_id: str,
        week: IsoWeek,
        status: DigestStatus,
        starts_at: datetime,
        ends_at: datetime,
        moment_id: int | None = None,
    ) -> int:
        """Raises IntegrityError where the week has its digest already."""
        ...

    def of_week(self, workspace_id: str, week: IsoWeek) -> Digest | None: ...

    def newest(self, workspace_id: str) -> Digest | None: ...

    def get(self, digest_id: int) -> Digest | None: ...

    def set_status(self, digest_id: int, status: DigestStatus) -> None: ...

    def at(self, workspace_id: str, moment: datetime) -> Digest | None:
        """The digest that tells of a moment."""
        ...

    def set_moment(self, digest_id: int, award_id: int | None) -> None: ...

    def featured(self, workspace_id: str, weeks: int) -> dict[int, IsoWeek]:
        """By member: when they last gave or received a moment of the week, in so many digests."""
        ...

    def plan(self, workspace_id: str, week: IsoWeek) -> Plan: ...

    def set_plan(self, workspace_id: str, week: IsoWeek, plan: Plan) -> None: ...
