"""Local dates and ISO weeks, turned into UTC moments last."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.model import IsoWeek

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
SATURDAY = 6


@cache
def is_zone(name: str) -> bool:
    """Whether `name` is an IANA time zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@lru_cache(maxsize=1000)
def to_utc(local: datetime, zone: str) -> datetime:
    """The moment of a wall-clock time; in a gap the next valid minute, in a fold the first."""
    place = ZoneInfo(zone)
    while True:
        moment = local.replace(tzinfo=place).astimezone(UTC)
        if moment.astimezone(place).replace(tzinfo=None) == local:
            return moment
        local += MINUTE


def local_date(moment: datetime, zone: str) -> date:
    return moment.astimezone(ZoneInfo(zone)).date()


def day_start(moment: datetime, zone: str) -> datetime:
    """The midnight before `moment` where the clock shows `zone`."""
    return to_utc(datetime.combine(local_date(moment, zone), time()), zone)


def next_day_start(moment: datetime, zone: str) -> datetime:
    """The midnight after `moment` where the clock shows `zone`."""
    return to_utc(datetime.combine(local_date(moment, zone) + DAY, time()), zone)


def week_of(day: date) -> IsoWeek:
    year, week, _ = day.isocalendar()
    return IsoWeek(year, week)


def week_start(moment: datetime, zone: str) -> datetime:
    """The midnight that began the ISO week of `moment`."""
    monday = first_day(week_of(local_date(moment, zone)))
    return to_utc(datetime.combine(monday, time()), zone)


def first_day(week: IsoWeek) -> date:
    """Its Monday."""
    return date.fromisocalendar(week.year, week.week, 1)


def following(week: IsoWeek, weeks: int = 1) -> IsoWeek:
    """The ISO week so many weeks later; negative for earlier."""
    return week_of(first_day(week) + timedelta(weeks=weeks))


def parse_week(text: str) -> IsoWeek:
    """Read `2026-W47`. Raises ValueError for anything else, also for a week 53 that is not."""
    year, mark, week = text.partition("-W")
    if not mark:
        raise ValueError(f"{text!r} is not a week; write it like 2026-W47")
    return week_of(date.fromisocalendar(int(year), int(week), 1))


def due_moment(week: IsoWeek, weekday: int, hour: int, zone: str) -> datetime:
    """When the digest of `week` is due: at that hour of that ISO weekday on the local clock."""
    day = date.fromisocalendar(week.year, week.week, weekday)
    return to_utc(datetime.combine(day, time(hour)), zone)


def next_working_moment(moment: datetime, zone: str, starts: int = 8, ends: int = 17) -> datetime:
    """`moment` itself where it lies in working hours (Mon-Fri), else their next start."""
    local = moment.astimezone(ZoneInfo(zone))
    day = local.date()
    if day.isoweekday() < SATURDAY and starts <= local.hour < ends:
        return moment
    if local.hour >= ends:
        day += DAY
    while day.isoweekday() >= SATURDAY:
        day += DAY
    return to_utc(datetime.combine(day, time(starts)), zone)
