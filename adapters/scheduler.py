"""APScheduler keeps one tick and decides nothing: the database knows what is due."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

EVERY = timedelta(seconds=10)


def ticking(tick: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """A scheduler, not started yet, that calls `tick` every 10 seconds, never twice at once."""

    async def once() -> None:
        with suppress(asyncio.CancelledError):  # of a stop, which would be logged as an error
            await tick()

    scheduler = AsyncIOScheduler(timezone="UTC")
    every = IntervalTrigger(seconds=int(EVERY.total_seconds()), timezone="UTC")
    scheduler.add_job(once, every, coalesce=True, max_instances=1, misfire_grace_time=None)
    return scheduler
