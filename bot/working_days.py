"""Working days of a country, counted on the local calendar."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from bot.weeks import SATURDAY, local_date, to_utc

COUNTRIES = ("SE", "NO", "FI", "DK")
DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def _free(country: str, year: int) -> frozenset[date]:
    from holidays import country_holidays  # few need it, and not before a case is due

    return frozenset(
        day
        for day, name in country_holidays(country, years=year).items()
        if day.isoweekday() < SATURDAY and name
    )


def is_working_day(day: date, country: str | None) -> bool:
    """Monday to Friday, but for the public holidays of `country`; None knows none."""
    if day.isoweekday() >= SATURDAY:
        return False
    return country is None or day not in _free(country, day.year)


def working_days_later(day: date, count: int, country: str | None) -> date:
    """The day so many working days after `day`; before it where `count` is negative."""
    step = DAY if count >= 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, country)
    return day


def due_after(moment: datetime, days: int, hour: int, zone: str, country: str | None) -> datetime:
    """The end of work (`hour`) so many working days after `moment`, by the clock of `zone`."""
    day = working_days_later(local_date(moment, zone), days, country)
    return to_utc(datetime.combine(day, time(hour)), zone)


def working_day_before(moment: datetime, hour: int, zone: str, country: str | None) -> datetime:
    """`hour` o'clock on the working day before `moment`."""
    day = working_days_later(local_date(moment, zone), -1, country)
    return to_utc(datetime.combine(day, time(hour)), zone)


def working_hours_between(
    start: datetime, end: datetime, zone: str, country: str | None, hours: tuple[int, int]
) -> float:
    """How much of the time from `start` to `end` lies in working hours."""
    total, day = 0.0, local_date(start, zone)
    while day <= local_date(end, zone):
        if is_working_day(day, country):
            opens = to_utc(datetime.combine(day, time(hours[0])), zone)
            closes = to_utc(datetime.combine(day, time(hours[1])), zone)
            worked = min(end, closes) - max(start, opens)
            total += max(timedelta(0), worked).total_seconds() / 3600
        day += DAY
    return total
