"""Weeks, and what is told of them."""

from datetime import datetime
from enum import StrEnum

from bot.values import dataclass


class DigestStatus(StrEnum):
    PLANNED = "planned"
    POSTED = "posted"
    BLOCKED = "blocked"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """A week by ISO 8601: the year of its Thursday, and 1 to 53."""

    year: int
    week: int

    def __str__(self) -> str:
        return f"{self.year}-W{self.week:02}"


@dataclass(frozen=True, slots=True)
class Digest:
    """The run of one week: glitter given from `starts_at` up to, not including, `ends_at`."""

    id: int
    workspace_id: str
    week: IsoWeek
    status: DigestStatus
    starts_at: datetime
    ends_at: datetime
    moment_id: int | None = None
    """The first award of the gift that was told in full."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What people have decided about a week that is still ahead."""

    moment_id: int | None = None
    """The first award of the gift that is to be told in full."""
    skip: bool = False
