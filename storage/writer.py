"""Many waiting units of work under one commit, each answered after that commit alone."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import sleep
from typing import Any, TypeAlias, TypeVar, cast

import structlog
from sqlalchemy import Connection
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import IntegrityError

from bot.errors import StoreUnavailable
from bot.values import dataclass
from storage.by_turns import by_turns
from storage.database import Database
from storage.faults import Contended, unavailable
from storage.on_loop import on_loop

log = structlog.get_logger()

T = TypeVar("T")
_TOGETHER = 64
_TRIES = 3
_THREADS = {"sqlite": 1, "postgresql": 2}
_GATHER = 0.001
"""Seconds in which more may come before PostgreSQL is asked: the fewer transactions, the cheaper
each. While SQLite flushes one to the disk, enough comes for the next without."""


@dataclass(slots=True, eq=False)
class _Job:
    work: Callable[[Connection], Any]
    future: asyncio.Future[Any] | None = None
    quick_for: str | None = None
    result: Any = None
    error: BaseException | None = None

    @property
    def wants_another_try(self) -> bool:
        """Someone else was first; a second run sees what they wrote."""
        return isinstance(self.error, IntegrityError | Contended)

    @property
    def abandoned(self) -> bool:
        return self.future is not None and self.future.cancelled()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        assert self.future is not None
        return self.future.get_loop()

    def perform(self, connection: Connection) -> None:
        """Run alone in the transaction of `connection`; raises whatever the work raises."""
        self.error = None
        self.result = self.work(connection)

    def perform_beside_others(self, connection: Connection, cursor: DBAPICursor) -> None:
        """Run in a savepoint, and keep the error. Raises where no transaction is left.

        `cursor` is the driver's own, on the same connection: 15 times as fast as SQLAlchemy here.
        """
        cursor.execute("SAVEPOINT job")
        try:
            self.perform(connection)
        except Exception as error:
            known = unavailable(error)
            if known and not isinstance(known, Contended):
                raise
            self.error = known or error
            cursor.execute("ROLLBACK TO SAVEPOINT job")
        if connection.dialect.name == "sqlite":
            # Unreleased ones cost SQLite copies of pages; elsewhere releasing is a round trip.
            cursor.execute("RELEASE SAVEPOINT job")

    def hand_back(self) -> None:
        if self.future is None or self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        elif isinstance(self.error, StopIteration):  # a future cannot carry this one
            self.future.set_exception(RuntimeError("the work raised StopIteration"))
        else:
            self.future.set_exception(self.error)


_Queue: TypeAlias = "SimpleQueue[_Job | None]"


class Writer:
    """Writes for any number of event loops. Its threads start with the first `run`.

    All that is quick shares one thread, and so its commits. Where the database has more than one
    writer, everything else has a thread of its own, and holds nobody up.

    `work` gets a connection inside a transaction, and has no effects but those on it: it may
    run more than once, and whatever it wrote is gone where it raises.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        # One for each thread: the first for what is quick, the last for everything else.
        self._queues: list[_Queue] = [SimpleQueue() for _ in range(_THREADS[database.dialect])]
        self._gate = Lock()
        self._closed = False
        self._threads: list[Thread] = []

    async def run(self, work: Callable[[Connection], T], *, quick_for: str | None = None) -> T:
        """What `work` returns, once that is on disk. Raises what `work` raises.

        `quick_for`: see `bot.memory.Store.run`. Raises StoreUnavailable within about 2 seconds
        where the database does not take it. A cancelled call may or may not have been written.
        """
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        with self._gate:
            if self._closed:
                raise StoreUnavailable("closed")
            if not self._threads:
                self._start()
            self._queues[0 if quick_for else -1].put(_Job(work, future, quick_for))
        return await future

    def run_now(self, work: Callable[[Connection], T]) -> T:
        """The same without an event loop, in the calling thread."""
        if self._closed:
            raise StoreUnavailable("closed")
        job = _Job(work)
        self._run_alone(job)
        if job.error is not None:
            raise job.error
        return cast(T, job.result)

    def close(self) -> None:
        """Finish what waits, then end. Blocks until that is done."""
        with self._gate:
            self._closed = True
            threads, self._threads = self._threads, []
            for waiting in self._queues:
                waiting.put(None)
        for thread in threads:
            thread.join()

    def _start(self) -> None:
        for number, waiting in enumerate(self._queues):
            name = f"writer-{number}"
            thread = Thread(target=self._serve, args=[waiting], name=name, daemon=True)
            thread.start()
            self._threads.append(thread)

    def _serve(self, waiting: _Queue) -> None:
        while (first := waiting.get()) is not None:
            jobs = self._run_together(first, waiting)
            again = [job for job in jobs if job.wants_another_try]
            _hand_back(job for job in jobs if not job.wants_another_try)
            for job in again:
                self._run_alone(job)
                _hand_back([job])

    def _run_together(self, first: _Job, waiting: _Queue) -> list[_Job]:
        """Run `first` and whatever waits by now in one transaction."""
        jobs: list[_Job] = []
        if first.quick_for and self._database.dialect == "postgresql":
            sleep(_GATHER)
        try:
            with self._database.begin() as connection:
                jobs = [job for job in (first, *_take(waiting, _TOGETHER - 1)) if not job.abandoned]
                self._perform(jobs, connection)
        except Exception as error:
            if len(jobs) > 1 and _lies_in_the_work(error):
                return self._run_side_by_side(jobs)
            # Not even begun: all who wait have waited as long as a person should.
            jobs = jobs or [first, *_take(waiting, waiting.qsize())]
            _tell_all(jobs, error)
        return jobs

    def _perform(self, jobs: list[_Job], connection: Connection) -> None:
        """All in one transaction, the quick ones first. Raises the first error."""
        quick = next((job for job in jobs if job.quick_for), None)
        if quick and self._database.dialect == "sqlite":
            on_loop(quick.loop, partial(self._perform_quick, jobs, connection))
        elif quick:
            # What the loop has in its hands comes along.
            on_loop(quick.loop, partial(self._join, jobs))
            _perform_by_turns(jobs, connection)
        for job in jobs:
            if not job.quick_for:
                job.perform(connection)

    def _perform_quick(self, jobs: list[_Job], connection: Connection) -> None:
        """Those among `jobs`; what has come until now joins them."""
        self._join(jobs)
        _perform_by_turns(jobs, connection)

    def _join(self, jobs: list[_Job]) -> None:
        jobs += _take(self._queues[0], _TOGETHER - len(jobs))

    def _run_side_by_side(self, jobs: list[_Job]) -> list[_Job]:
        """The same once more, where the work of one has raised: now with a savepoint each."""
        try:
            with (
                self._database.begin() as connection,
                closing(connection.connection.cursor()) as cursor,
            ):
                for job in jobs:
                    job.perform_beside_others(connection, cursor)
        except Exception as error:
            _tell_all(jobs, error)
        return jobs

    def _run_alone(self, job: _Job) -> None:
        for _ in range(_TRIES):
            try:
                with self._database.begin() as connection:
                    job.perform(connection)
            except Exception as error:
                job.error = error
            if not job.wants_another_try:
                return


def _take(waiting: _Queue, most: int) -> list[_Job]:
    jobs: list[_Job] = []
    while len(jobs) < most:
        try:
            job = waiting.get_nowait()
        except Empty:
            break
        if job is None:  # the end; nothing comes after it
            waiting.put(None)
            break
        jobs.append(job)
    return jobs


def _perform_by_turns(jobs: Iterable[_Job], connection: Connection) -> None:
    """The quick ones."""
    for group in _apart(job for job in jobs if job.quick_for):
        by_turns([partial(job.perform, connection) for job in group], connection)


def _apart(jobs: Iterable[_Job]) -> Iterable[list[_Job]]:
    """Groups in which nobody has two; those of one person keep their order.

    People come in one order everywhere, so that two replicas never wait for each other's people.
    """
    groups: dict[int, list[_Job]] = defaultdict(list)
    before: Counter[str] = Counter()
    for job in sorted(jobs, key=_person):
        groups[before[_person(job)]].append(job)
        before[_person(job)] += 1
    return groups.values()


def _person(job: _Job) -> str:
    return job.quick_for or ""


def _lies_in_the_work(error: Exception) -> bool:
    known = unavailable(error)
    return known is None or isinstance(known, Contended)


def _tell_all(jobs: list[_Job], error: Exception) -> None:
    for job in jobs:
        job.error = job.error or _own_copy(error, jobs)


def _own_copy(error: Exception, sharers: list[_Job]) -> Exception:
    """An exception grows a traceback with each await, so two futures never share one."""
    if len(sharers) == 1 or not isinstance(error, StoreUnavailable):
        return error
    return type(error)(*error.args)


def _hand_back(jobs: Iterable[_Job]) -> None:
    """Wake the waiting futures, with one call per event loop."""
    loops: dict[asyncio.AbstractEventLoop, list[_Job]] = defaultdict(list)
    for job in jobs:
        if job.future is not None:
            loops[job.loop].append(job)
    for loop, group in loops.items():
        try:
            loop.call_soon_threadsafe(_resolve, group)
        except RuntimeError:  # the loop is closed: nobody waits any more
            log.warning("writer.nobody_waits", jobs=len(group))


def _resolve(jobs: list[_Job]) -> None:
    for job in jobs:
        job.hand_back()
