"""Weeks on every clock of the world: one due moment each, at the hour that the wall shows."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import IsoWeek
from bot.weeks import (
    day_start,
    due_moment,
    first_day,
    following,
    is_zone,
    next_day_start,
    next_working_moment,
    parse_week,
    to_utc,
    week_of,
    week_start,
)
from tests.worlds import wall

FIRST, LAST = IsoWeek(2024, 1), IsoWeek(2040, 52)
WEEK = timedelta(weeks=1)
ZONES = sorted(available_timezones() - {"localtime"})
NAMED = [
    "Europe/Stockholm",
    "Asia/Kolkata",
    "America/Santiago",
    "Pacific/Apia",
    "Australia/Lord_Howe",
]


def weeks_of_17_years() -> list[IsoWeek]:
    weeks = [FIRST]
    while weeks[-1] < LAST:
        weeks.append(following(weeks[-1]))
    return weeks


WEEKS = weeks_of_17_years()


def moments(zone: str, weekday: int, hour: int) -> list[datetime]:
    return [due_moment(week, weekday, hour, zone) for week in WEEKS]


def test_seventeen_years_have_every_iso_week_once() -> None:
    assert len(WEEKS) == len(set(WEEKS)) == 52 * 17 + 3
    assert [week for week in WEEKS if week.week == 53] == [
        IsoWeek(2026, 53),
        IsoWeek(2032, 53),
        IsoWeek(2037, 53),
    ]


@pytest.mark.parametrize("zone", NAMED)
@pytest.mark.parametrize(("weekday", "hour"), [(5, 15), (7, 2), (7, 0), (7, 23), (1, 0)])
def test_each_week_has_its_own_moment_at_the_hour_on_the_wall(
    zone: str, weekday: int, hour: int
) -> None:
    local = ZoneInfo(zone)
    found = moments(zone, weekday, hour)
    assert found == sorted(set(found))
    for week, moment in zip(WEEKS, found, strict=True):
        wanted = wall(f"{date.fromisocalendar(week.year, week.week, weekday)} {hour:02}:00")
        there, just_before = (
            at.astimezone(local).replace(tzinfo=None)
            for at in (moment, moment - timedelta(minutes=1))
        )
        # The first moment at which the clock shows that hour, or has jumped over it.
        assert just_before < wanted <= there, (week, there)
        assert week_of(there.date()) == week


@pytest.mark.parametrize("half", [0, 1])
def test_no_zone_of_the_world_skips_or_doubles_a_week_of_seventeen_years(half: int) -> None:
    """At the hour in which most clocks are changed."""
    assert len(ZONES) > 400
    for zone in ZONES[half::2]:
        found = moments(zone, 7, 2)
        gaps = {later - sooner for sooner, later in pairwise(found)}
        assert all(abs(gap - WEEK) <= timedelta(hours=3) for gap in gaps), (zone, gaps)


def test_in_a_gap_it_is_the_next_minute_that_exists() -> None:
    spring = IsoWeek(2027, 12)
    assert due_moment(spring, 7, 2, "Europe/Stockholm") == datetime(2027, 3, 28, 1, tzinfo=UTC)
    midnight = to_utc(wall("2026-09-06 00:00"), "America/Santiago")
    assert midnight.astimezone(ZoneInfo("America/Santiago")).hour == 1
    half_an_hour = to_utc(wall("2026-10-04 02:15"), "Australia/Lord_Howe")
    assert half_an_hour == to_utc(wall("2026-10-04 02:30"), "Australia/Lord_Howe")


def test_in_a_fold_it_is_the_first_of_the_two() -> None:
    autumn = due_moment(IsoWeek(2026, 43), 7, 2, "Europe/Stockholm")
    assert autumn == datetime(2026, 10, 25, 0, tzinfo=UTC)


def test_a_day_that_never_was_moves_to_the_next_minute_that_was() -> None:
    """Apia went to sleep on Thursday 29 December 2011 and woke up on Saturday."""
    friday = to_utc(wall("2011-12-30 15:00"), "Pacific/Apia")
    assert friday.astimezone(ZoneInfo("Pacific/Apia")) == datetime(
        2011, 12, 31, tzinfo=ZoneInfo("Pacific/Apia")
    )


def test_the_turn_of_the_year_belongs_to_the_week_of_its_thursday() -> None:
    assert str(week_of(date(2027, 1, 1))) == "2026-W53"
    assert str(week_of(date(2024, 12, 30))) == "2025-W01"
    assert following(IsoWeek(2026, 53)) == IsoWeek(2027, 1)
    assert following(IsoWeek(2025, 52)) == IsoWeek(2026, 1)
    assert following(IsoWeek(2027, 1), -1) == IsoWeek(2026, 53)
    assert IsoWeek(2026, 53) < IsoWeek(2027, 1)


@given(st.integers(2024, 2040), st.integers(1, 52), st.integers(-60, 60))
def test_weeks_can_be_written_read_and_counted(year: int, number: int, by: int) -> None:
    week = IsoWeek(year, number)
    assert parse_week(str(week)) == week
    assert following(following(week, by), -by) == week
    assert first_day(following(week, by)) - first_day(week) == by * WEEK


@pytest.mark.parametrize(
    "wrong", ["", "47", "2026-47", "2026-W54", "2025-W53", "2026-W0", "2026-W", "x-Wy", "2026W47"]
)
def test_what_is_no_week_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        parse_week(wrong)


@pytest.mark.parametrize("zone", NAMED)
def test_a_day_begins_at_the_readers_midnight(zone: str) -> None:
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC)
    local = ZoneInfo(zone)
    today, tomorrow = day_start(noon, zone), next_day_start(noon, zone)
    assert today <= noon < tomorrow
    assert [moment.astimezone(local).hour for moment in (today, tomorrow)] == [0, 0]
    assert week_start(noon, zone).astimezone(local).isoweekday() == 1


@pytest.mark.parametrize(
    ("local", "expected"),
    [
        ("2026-11-27T13:30", "2026-11-27T13:30"),  # a Friday
        ("2026-11-27T07:59", "2026-11-27T08:00"),
        ("2026-11-27T08:00", "2026-11-27T08:00"),
        ("2026-11-27T16:59", "2026-11-27T16:59"),
        ("2026-11-27T17:00", "2026-11-30T08:00"),
        ("2026-11-26T17:00", "2026-11-27T08:00"),
        ("2026-11-28T12:00", "2026-11-30T08:00"),
        ("2026-11-29T23:59", "2026-11-30T08:00"),
        ("2026-12-31T20:00", "2027-01-01T08:00"),
    ],
)
def test_working_hours_are_on_the_receivers_wall(local: str, expected: str) -> None:
    for zone in NAMED:
        moment = to_utc(wall(local), zone)
        found = next_working_moment(moment, zone).astimezone(ZoneInfo(zone))
        assert found.replace(tzinfo=None).isoformat("T", "minutes") == expected, zone


@given(
    st.datetimes(wall("2024-01-01"), wall("2040-12-31"), timezones=st.just(UTC)),
    st.sampled_from(NAMED),
)
def test_a_working_moment_is_never_earlier_and_never_off_hours(moment: datetime, zone: str) -> None:
    found = next_working_moment(moment, zone)
    there = found.astimezone(ZoneInfo(zone))
    assert moment <= found <= moment + timedelta(days=3)
    assert there.isoweekday() <= 5
    assert 8 <= there.hour < 17
    assert next_working_moment(found, zone) == found


@pytest.mark.parametrize(
    "name", ["", "Nowhere/Here", "../../etc/passwd", "Europe", "/etc/localtime", "\0", "x" * 9999]
)
def test_what_is_no_zone_is_told_apart(name: str) -> None:
    assert not is_zone(name)
    assert is_zone("Europe/Helsinki")
