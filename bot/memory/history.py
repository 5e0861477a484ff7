"""Awards and cases as the pages list them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.memory.exports import ExportFilter
from bot.model import (
    Followup,
    Kind,
    Member,
    Source,
    State,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One award as a list shows it."""

    award_id: int
    kind: Kind
    given_at: datetime
    giver: str
    receiver: str
    """A name; of a member, or of a team."""
    reason: str
    tags: tuple[str, ...]
    source: Source
    place_name: str
    state: State | None
    """Of a cactus."""
    retracted_at: datetime | None
    due_at: datetime | None = None
    """When somebody owes an answer, or what they promised."""


class Order(StrEnum):
    """How a list of awards is sorted; within the same, the newest come first."""

    NEWEST = ""
    OLDEST = "oldest"
    GIVER = "giver"
    """By name, like the next."""
    RECEIVER = "receiver"
    KIND = "kind"
    STATE = "state"
    """As the life of a cactus goes; glitter comes last."""
    DUE = "due"
    """What is due first comes first; what is not due at all comes last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a list: right after this award. `section` is the part of a sorted list."""

    at: datetime
    award_id: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a list. Only so many awards are looked through at a time.

    `rest` is where to go on, None at the end. With a `rest`, fewer entries than asked for mean
    that nothing more was found as far as `rest`.
    """

    entries: tuple[Entry, ...]
    rest: Mark | None


@dataclass(frozen=True, slots=True)
class WeekCount:
    """Standing glitter of a week, and how many people gave or received it."""

    glitter: int
    people: int


@dataclass(frozen=True, slots=True)
class Answered:
    """When a case came and when it was answered. The id is counted, never told."""

    owner_id: int
    delivered_at: datetime
    answered_at: datetime | None


class History(Protocol):
    """What the pages read. It writes nothing."""

    def awards(
        self,
        wanted: ExportFilter,
        limit: int,
        after: Mark | None,
        *,
        order: Order = Order.NEWEST,
    ) -> Found: ...

    def cases(self, member_id: int, limit: int, below: int | None) -> list[tuple[Followup, int]]:
        """Cases, ended ones too, that the member gave, owns or is offered; newest first.

        Each with its giver's id; `below` is an award id. What has not reached anybody is there
        for its giver alone.
        """
        ...

    def cases_of(self, workspace_id: str, owner_ids: Iterable[int]) -> list[tuple[Followup, int]]:
        """Delivered cases of these owners that have not ended, with their givers' ids; by due
        time."""
        ...

    def weeks(self, workspace_id: str, bounds: Sequence[datetime]) -> list[WeekCount]:
        """One count for each span between two neighbours of `bounds`."""
        ...

    def answers(self, workspace_id: str, since: datetime) -> list[Answered]:
        """Every standing case that was given since then and delivered."""
        ...

    def named(self, workspace_id: str, name: str, limit: int) -> list[Member]:
        """Members whose name holds these words, in capitals or not; by name."""
        ...
