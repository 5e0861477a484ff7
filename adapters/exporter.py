"""Makes the files that HR asked for in the chat, one after the other, beside everything else."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from adapters.files import Written, write_export
from adapters.mydata import write_mydata
from adapters.shelf import Kept, Shelf
from bot import exporting
from bot.errors import OperatorError, StoreUnavailable
from bot.exports import Form
from bot.memory import ExportJob, Store, Unit
from bot.model import Reader
from bot.reports import report

log = logging.getLogger(__name__)

LOST_AFTER = timedelta(minutes=15)
"""A file begun so long ago has lost its process; it is begun anew."""
TELL_EVERY = 30.0
"""Seconds of writing between two words to whoever waits."""


class Exporter:
    def __init__(self, store: Store, shelf: Shelf) -> None:
        self._store = store
        self._shelf = shelf
        self._making: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Look for what waits, unless that is being done; returns at once."""
        if self._making is None or self._making.done():
            self._making = asyncio.create_task(self._all())

    async def settle(self) -> None:
        """Make all that waits, and return when it is made."""
        self.begin()
        assert self._making
        await self._making

    async def stop(self, within: float) -> None:
        """Let what is being written be finished, within so many seconds."""
        if self._making is not None:
            await asyncio.wait({self._making}, timeout=within)

    async def _all(self) -> None:
        try:
            self._shelf.sweep(await self._store.run(lambda unit: unit.now))
            while job := await self._store.run(_claim):
                await self._one(job)
        except StoreUnavailable:
            log.warning("memory away")
        except Exception as error:  # a later tick looks again
            report(error)

    async def _one(self, job: ExportJob) -> None:
        reader = await self._store.run(partial(exporting.may_begin, job=job))
        if reader is None:
            return
        try:
            path = self._shelf.place(job.id, exporting.file_name(job))
            written = await asyncio.to_thread(self._write, job, reader)
        except (OSError, OperatorError) as error:
            report(error)
            await self._store.run(partial(exporting.failed, job=job))
            return
        until = await self._store.run(lambda unit: unit.now + exporting.FILES_LAST)
        self._shelf.keep(job.workspace_id, job.id, Kept(path, written.size, until))
        await self._store.run(partial(_made, job=job, written=written))

    def _write(self, job: ExportJob, reader: Reader) -> Written:
        path = self._shelf.place(job.id, exporting.file_name(job))
        if exporting.is_own(job):
            member = self._store.run_now(partial(exporting.asker_of, job=job))
            return write_mydata(path, self._store, member, reader.zone)
        with self._store.export(job.wanted) as rows:
            return write_export(path, Form(job.form), rows, reader, self._teller(job, rows.total))

    def _teller(self, job: ExportJob, total: int) -> Callable[[int], None]:
        """Says now and then to whoever waits how many rows are written."""
        told_at = time.monotonic()

        def tell(done: int) -> None:
            nonlocal told_at
            if time.monotonic() - told_at > TELL_EVERY:
                told_at = time.monotonic()
                news = partial(exporting.still_making, job=job, done=done, total=total)
                self._store.run_now(news)

        return tell


def _claim(unit: Unit) -> ExportJob | None:
    return unit.exports.claim(unit.now - LOST_AFTER)


def _made(unit: Unit, *, job: ExportJob, written: Written) -> None:
    exporting.made(unit, job, written.rows, written.size, written.sha256)
