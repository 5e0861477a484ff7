"""One database, SQLite or PostgreSQL: opened, checked, and lent out a transaction at a time."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Literal, Protocol, cast

import structlog
from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import OperatorError, StoreUnavailable
from storage import instance, recent
from storage.by_turns import write_before
from storage.faults import translated

log = structlog.get_logger()

FIT_EVERY = timedelta(days=1)
SHELVE_EVERY = timedelta(hours=1)
BEAT_EVERY = timedelta(seconds=20)
_REASONS = (
    "Connection refused",
    "authentication failed",
    "does not exist",
    "resolve host",
    "No such file or directory",
    "timeout",
)


class _Own(Protocol):
    """What one kind of database has of its own; the modules of their names have it."""

    PATIENCE: float

    def engines(self, url: URL, /) -> tuple[Engine, Engine]: ...
    def migration(self, connection: Connection, /) -> AbstractContextManager[None]: ...


class Database:
    """Raises OperatorError for a `url` (DATABASE_URL) of which nothing can be made."""

    def __init__(self, url: str) -> None:
        self.url = _read(url)
        self.dialect = cast(Literal["sqlite", "postgresql"], self.url.get_backend_name())
        self.file: Path | None = None
        self._own: _Own
        # Each brings its driver along, and only one is needed.
        if self.dialect == "sqlite":
            from storage import sqlite

            self._own, self.file = sqlite, sqlite.file_of(self.url)
        else:
            from storage import postgresql

            self._own = postgresql
        self._writing, self._reading = self._own.engines(self.url)
        event.listen(self._writing, "before_cursor_execute", write_before)
        self._turn = Lock()
        self._kept: Connection | None = None
        self._host: str | None = None
        self._beaten_at: datetime | None = None
        self._fit_at: datetime | None = None
        self._shelved_at: datetime | None = None

    def open(self) -> None:
        """Check that the database can keep the promises. Raises OperatorError."""
        if self.file is not None:
            from storage import sqlite

            sqlite.prepare_file(self.file)
        try:
            with self._reading.connect() as connection:
                connection.exec_driver_sql("SELECT 1")
        except DBAPIError as error:
            raise OperatorError(self._out_of_reach(error)) from None

    def close(self) -> None:
        """Give up the claim of `claim_host` and close every connection."""
        host, self._host = self._host, None
        try:
            if host is not None:
                with self.begin() as connection:
                    instance.forget(connection, host)
        except StoreUnavailable as error:  # the claim runs out by itself in a minute
            log.warning("database.claim_kept", code=str(error))
        finally:
            with suppress(StoreUnavailable), self._own_turn():
                self._let_go()  # not where somebody writes on: the process ends with them
            for engine in (self._reading, self._writing):
                # A thread may still be reading; what it brings back later finds no pool to wait in.
                event.listen(engine, "checkin", _close_at_once)
                engine.dispose()

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A write transaction: committed at the end, rolled back where anything is raised.

        Raises StoreUnavailable where the database does not take it within about 2 seconds.
        """
        with translated(), self._own_turn(), self._to_write() as connection, connection.begin():
            yield connection

    @contextmanager
    def _to_write(self) -> Iterator[Connection]:
        """SQLite's one writer keeps its connection; it is given up where anything is raised."""
        if self.dialect != "sqlite":
            with self._writing.connect() as connection:
                yield connection
            return
        self._kept = self._kept or self._writing.connect()
        try:
            yield self._kept
        except BaseException:
            self._let_go()
            raise

    def _let_go(self) -> None:
        if self._kept is not None:
            self._kept.close()
        self._kept = None

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """Read only, and from the first read on nothing that others write comes into view.

        For long results use `connection.execution_options(stream_results=True)`. Raises
        StoreUnavailable.
        """
        with translated(), self._reading.begin() as connection:
            yield connection

    @contextmanager
    def migration(self) -> Iterator[Connection]:
        """A write transaction for one process at a time, patient for a minute.

        On SQLite, tables may be rebuilt in it: references are checked once, at the end.
        """
        with (
            translated(),
            self._own_turn(),
            self._writing.connect() as connection,
            self._own.migration(connection),
        ):
            yield connection

    def skew(self, now: datetime) -> timedelta | None:
        """By how much `now` is ahead of the server's clock; None where there is no server.

        Raises StoreUnavailable.
        """
        if self.dialect == "sqlite":
            return None
        with self.snapshot() as connection:
            theirs: datetime = connection.exec_driver_sql("SELECT clock_timestamp()").scalar_one()
        return now - theirs

    def tidy(self) -> None:
        """Write SQLite's file anew, so that no byte of what was erased stays; seconds for a large
        one, in which nobody can write. PostgreSQL's operator does it with VACUUM FULL.

        Raises StoreUnavailable.
        """
        if self.file is not None:
            from storage import sqlite

            with translated(), self._own_turn():
                sqlite.tidy(self.file)

    def keep_fit(self, now: datetime) -> None:
        """Once a day, let SQLite see how large the tables are; PostgreSQL does so by itself."""
        if self.file is None or (self._fit_at and now - self._fit_at < FIT_EVERY):
            return
        from storage import sqlite

        try:
            with translated(), self._own_turn():
                sqlite.analyze(self.file)
                self._let_go()
        except StoreUnavailable as error:  # everything works without it, only slower
            log.warning("database.not_analyzed", code=str(error))
        if self._fit_at is None:  # the first time, nobody uses these yet
            self._reading.dispose()
            self._writing.dispose()
        self._fit_at = now

    def shelve(self, now: datetime) -> None:
        """Put some of the awards that are no longer recent with the older ones; then, once there
        are no more, look again in an hour. Raises StoreUnavailable."""
        if self._shelved_at and now - self._shelved_at < SHELVE_EVERY:
            return
        with self.begin() as connection:
            more = recent.shelve(connection, now)
        self._shelved_at = None if more else now

    def claim_host(self, now: datetime) -> None:
        """Say that this host works on the file. PostgreSQL takes any number of hosts.

        Raises OperatorError where another host was alive less than a minute ago.
        """
        if self.dialect != "sqlite":
            return
        host = instance.this_host()
        with self.begin() as connection:
            if other := instance.other_host(connection, host, now):
                raise OperatorError(
                    f"Another host ({other.partition('/')[0]}) works on this database file; stop "
                    "it and wait a minute, or use PostgreSQL."
                )
            instance.beat(connection, host, now)
        self._host, self._beaten_at = host, now

    def beat(self, now: datetime) -> None:
        """Say that this host lives, if it has claimed. Cheap: written every 20 seconds at most."""
        if self._host is None or (self._beaten_at and now - self._beaten_at < BEAT_EVERY):
            return
        with self.begin() as connection:
            instance.beat(connection, self._host, now)
        self._beaten_at = now

    @contextmanager
    def _own_turn(self) -> Iterator[None]:
        # SQLite lets in one writer and makes others poll; threads here queue instead.
        if self.dialect != "sqlite":
            yield
        elif self._turn.acquire(timeout=self._own.PATIENCE):
            try:
                yield
            finally:
                self._turn.release()
        else:
            raise StoreUnavailable("SQLITE_BUSY")

    def _out_of_reach(self, error: DBAPIError) -> str:
        if self.dialect == "sqlite":
            return f"The database file {self.url.database} cannot be used: {error.orig}."
        # The driver's own text may quote pieces of the address, and those of the password in it.
        reason = next((known for known in _REASONS if known in str(error.orig)), "no answer")
        return f"DATABASE_URL: PostgreSQL cannot be reached ({reason}); start it or correct it."


def _close_at_once(_connection: object, entry: ConnectionPoolEntry) -> None:
    entry.invalidate()


def _read(url: str) -> URL:
    try:
        made = make_url(url)
    except (ArgumentError, ValueError):
        made = URL.create("none")
    if made.drivername in {"sqlite", "sqlite+pysqlite", "postgresql+psycopg"}:
        return made
    if made.drivername == "postgresql":
        return made.set(drivername="postgresql+psycopg")
    raise OperatorError(
        "DATABASE_URL: write it like sqlite:///glitter.db or "
        "postgresql+psycopg://user:password@host/database."
    )
