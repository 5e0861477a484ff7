"""A clock that runs like the real one, and can be moved ahead."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from adapters.clock import SystemClock
from bot.digests import SETTLED_AFTER

FRIDAY = 5


class PlaygroundClock(SystemClock):
    """The real time plus an offset that only grows."""

    def __init__(self) -> None:
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return super().now() + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Go on from `moment` (aware). A moment that has passed changes nothing."""
        self._ahead += max(moment - self.now(), timedelta(0))

    def never_before(self, moment: datetime) -> None:
        """Continue from `moment`, the newest that is stored, where that lies ahead."""
        self.move_to(moment)


STEP = timedelta(hours=3)
"""What a day brings is brought on the way: nobody's working day is as short."""


class Jump(StrEnum):
    """How far the clock's buttons move it."""

    TEN_MINUTES = "ten-minutes"
    TOMORROW = "tomorrow"
    FRIDAY = "friday"


def landing(jump: Jump, now: datetime, zone: str) -> datetime:
    """The moment, in UTC and after `now`, to which a jump leads by the wall clock of `zone`.

    On Friday it is the one at which the highlights of 15:00 are told.
    """
    local = now.astimezone(ZoneInfo(zone))
    match jump:
        case Jump.TEN_MINUTES:
            return now + timedelta(minutes=10)
        case Jump.TOMORROW:
            return _on_the_wall(local, days=1, hour=9)
        case Jump.FRIDAY:
            days = (FRIDAY - local.isoweekday()) % 7
            this_week, next_week = (
                _on_the_wall(local, days=ahead, hour=15) + SETTLED_AFTER
                for ahead in (days, days + 7)
            )
            return this_week if this_week > now else next_week


def stops(now: datetime, there: datetime) -> Iterator[datetime]:
    """The moments of a jump at which what has become due is done; the last is `there`."""
    while (now := now + STEP) < there:
        yield now
    yield there


def _on_the_wall(local: datetime, *, days: int, hour: int) -> datetime:
    date = local.date() + timedelta(days=days)
    return datetime.combine(date, time(hour), local.tzinfo).astimezone(UTC)
