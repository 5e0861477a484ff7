"""Which awards are meant, and the files that HR asks for."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from bot.model import (
    Kind,
    Side,
    Source,
    State,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """Which awards are meant: by an export, or by a page. None and "" leave a field open.

    All fields that are set must hold.
    """

    workspace_id: str
    starts_at: datetime | None = None
    """The first moment, included."""
    ends_at: datetime | None = None
    """The moment after the last one."""
    kind: Kind | None = None
    person: int | None = None
    """A member who gave or received it."""
    side: Side | None = None
    """Which of the two the person did; None: either."""
    team: int | None = None
    """A team that received it, also through one of its members."""
    value: str = ""
    """One of its `#words`, without the mark."""
    source: Source | None = None
    state: State | None = None
    """Of a cactus."""
    text: str = ""
    """Stands in the reason, in capitals or not."""
    standing: bool = False
    """Leaves out what was taken back."""
    for_hr: bool = False
    """Leaves out cacti that HR may not read (yet): held, or withdrawn before anybody read them."""


class ExportStatus(StrEnum):
    ASKED = "asked"
    """Somebody else of HR must agree first."""
    PENDING = "pending"
    MAKING = "making"
    READY = "ready"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A file that HR asked for in the chat."""

    id: int
    workspace_id: str
    member_id: int
    wanted: ExportFilter
    form: str
    status: ExportStatus
    asked_at: datetime


class Exports(Protocol):
    def ask(self, member_id: int, wanted: ExportFilter, form: str, status: ExportStatus) -> int: ...

    def get(self, workspace_id: str, job_id: int) -> ExportJob | None: ...

    def claim(self, lost_before: datetime) -> ExportJob | None:
        """The oldest that waits to be made, ours from now on; also one begun before then whose
        process is gone."""
        ...

    def move(self, job: ExportJob, status: ExportStatus) -> bool:
        """False: somebody was first, nothing has changed."""
        ...


class ExportRow(NamedTuple):
    """One award with all that is known about it; "" where there is nothing to say.

    Moments are texts in UTC, as `2026-11-27T12:00:00+00:00`, because nearly all that is done with
    them is to write them down.
    """

    award_id: int
    kind: str
    given_at: str
    given_at_local: str
    """The same, for the clocks of whoever reads; see `ExportCells`."""
    giver_account: str
    giver_name: str
    receiver_kind: str
    """`person` or `team`."""
    receiver_account: str
    """"" for a team, and for a person without a chat account."""
    receiver_name: str
    reason: str
    effect: str
    wish: str
    tags: tuple[str, ...]
    source: str
    place: str
    place_name: str
    retracted_at: str | None
    state: str
    """Of a cactus, like all that follows."""
    owner_account: str
    owner_name: str
    side: str
    """What the owner said against it."""
    delivered_at: str | None
    answered_at: str | None
    ended_at: str | None


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class ExportCells:
    """How a kind of file has what stands in an `ExportRow`; it is not asked about nothing.

    Of what comes again and again it may be asked once.
    """

    name: Callable[[str], Any] = _as_it_is
    """Of somebody or something, or an account."""
    words: Callable[[str], Any] = _as_it_is
    """Whatever people write."""
    tags: Callable[[tuple[str, ...]], Any] = _as_it_is
    place: Callable[[str], Any] = _as_it_is
    utc: Callable[[str], Any] = _as_it_is
    local: Callable[[str], Any] = _as_it_is


class ExportRows(Protocol):
    """What an export holds; gone over once."""

    @property
    def total(self) -> int:
        """How many rows there are."""
        ...

    def __iter__(self) -> Iterator[ExportRow]: ...

    def written(self, cells: ExportCells) -> Iterator[Sequence[tuple[Any, ...]]]:
        """Some at a time, in the order of `ExportRow`, with these cells in them."""
        ...
