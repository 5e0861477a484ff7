"""The store: units of work on one database."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Connection

from bot.memory import ExportFilter, Unit
from bot.ports import Clock
from storage import exports
from storage.audit import Audit
from storage.awards import Awards
from storage.by_name import PeopleByName
from storage.credentials import Credentials
from storage.database import Database
from storage.deliveries import Deliveries
from storage.digests import Digests
from storage.drafts import Drafts
from storage.export_jobs import Exports
from storage.followups import Followups
from storage.history import History
from storage.members import Members
from storage.privacy import Privacy
from storage.teams import Teams
from storage.visits import Visits
from storage.workspaces import Workspaces
from storage.writer import Writer

T = TypeVar("T")


class SqlUnit:
    """Implements `bot.memory.Unit` on the connection of one transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self.now = now
        self.workspaces = Workspaces(connection, now)
        self.credentials = Credentials(connection, now)
        self.members = Members(connection, now)
        self.teams = Teams(connection, now)
        self.by_name = PeopleByName(connection, now)
        self.awards = Awards(connection, now)
        self.followups = Followups(connection, now)
        self.drafts = Drafts(connection, now)
        self.deliveries = Deliveries(connection, now)
        self.digests = Digests(connection, now)
        self.history = History(connection)
        self.visits = Visits(connection, now)
        self.audit = Audit(connection, now)
        self.exports = Exports(connection, now)
        self.privacy = Privacy(connection, now)


class SqlStore:
    """Implements `bot.memory.Store`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._writer = Writer(database)

    async def run(self, work: Callable[[Unit], T], *, quick_for: str | None = None) -> T:
        def in_a_unit(connection: Connection) -> T:
            return work(self._unit(connection))

        return await self._writer.run(in_a_unit, quick_for=quick_for)

    def run_now(self, work: Callable[[Unit], T]) -> T:
        return self._writer.run_now(lambda connection: work(self._unit(connection)))

    async def read(self, work: Callable[[Unit], T]) -> T:
        return await asyncio.to_thread(self._read, work)

    @contextmanager
    def export(self, wanted: ExportFilter) -> Iterator[exports.Rows]:
        with (
            self._database.snapshot() as connection,
            closing(exports.Rows(connection, wanted)) as rows,
        ):
            yield rows

    def tidy(self) -> None:
        self._database.tidy()

    def close(self) -> None:
        """Finish what is waiting, then let nothing more in."""
        self._writer.close()

    def _read(self, work: Callable[[Unit], T]) -> T:
        with self._database.snapshot() as connection:
            return work(self._unit(connection))

    def _unit(self, connection: Connection) -> SqlUnit:
        return SqlUnit(connection, self._clock.now())
