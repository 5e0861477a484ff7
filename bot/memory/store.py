"""One transaction with all of it, and the store that runs it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, TypeVar

from bot.memory.audit import Audit
from bot.memory.awards import Awards
from bot.memory.credentials import Credentials
from bot.memory.deliveries import Deliveries
from bot.memory.digests import Digests
from bot.memory.drafts import Drafts
from bot.memory.exports import ExportFilter, ExportRows, Exports
from bot.memory.followups import Followups
from bot.memory.history import History
from bot.memory.members import Members
from bot.memory.privacy import Privacy
from bot.memory.teams import PeopleByName, Teams
from bot.memory.visits import Visits
from bot.memory.workspaces import Workspaces

T = TypeVar("T")


class Unit(Protocol):
    """One transaction. Everything read is as of now; everything written is written together."""

    @property
    def now(self) -> datetime: ...
    @property
    def workspaces(self) -> Workspaces: ...
    @property
    def credentials(self) -> Credentials: ...
    @property
    def members(self) -> Members: ...
    @property
    def teams(self) -> Teams: ...
    @property
    def by_name(self) -> PeopleByName: ...
    @property
    def awards(self) -> Awards: ...
    @property
    def followups(self) -> Followups: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def history(self) -> History: ...
    @property
    def visits(self) -> Visits: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def exports(self) -> Exports: ...
    @property
    def privacy(self) -> Privacy: ...


class Store(Protocol):
    async def run(self, work: Callable[[Unit], T], *, quick_for: str | None = None) -> T:
        """Run `work` in a transaction and return its result after the commit.

        `work` may be run again from the start, so it does nothing outside its unit. Raises
        StoreUnavailable where the database did not take it; nothing is recorded then.

        `quick_for` names the person on whose behalf `work` finds a few rows by index and adds
        some, in some milliseconds at most. It may then run on the event loop, and turn by turn
        with the quick work of others; that of one person stays one after the other.
        """
        ...

    def run_now(self, work: Callable[[Unit], T]) -> T:
        """The same, waiting, for the command line."""
        ...

    async def read(self, work: Callable[[Unit], T]) -> T:
        """Run `work` on one moment's view, beside all writing; it can only read.

        Raises StoreUnavailable.
        """
        ...

    def tidy(self) -> None:
        """Leave nothing of what was erased in the files of the database, as far as it allows.

        Raises StoreUnavailable.
        """
        ...

    def export(self, wanted: ExportFilter) -> AbstractContextManager[ExportRows]:
        """Every award under the filter as of one moment, oldest first, in constant memory."""
        ...
