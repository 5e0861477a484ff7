"""APScheduler keeps one tick and decides nothing: the database knows what is due."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

EVERY = timedelta(seconds=10)


def ticking(tick: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """A scheduler, not started yet, that calls `tick` every 10 seconds, never twice at once."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    every = IntervalTrigger(seconds=int(EVERY.total_seconds()), timezone="UTC")
    scheduler.add_job(tick, every, coalesce=True, max_instances=1, misfire_grace_time=None)
    return scheduler
