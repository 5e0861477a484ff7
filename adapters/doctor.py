"""What a check-up finds: each line is ok, or says what to do. Never a secret."""

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.values import dataclass

MOST_SKEW = timedelta(seconds=60)
"""Requests that are older than five minutes are refused; long before that something is wrong."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was looked at; `told` says how it is, or what to do."""

    what: str
    ok: bool
    told: str


def fine(what: str, told: str = "ok") -> Finding:
    return Finding(what, True, told)


def wrong(what: str, told: str) -> Finding:
    return Finding(what, False, told)


def clock(what: str, now: datetime, date: str) -> list[Finding]:
    """Our clock beside that of a server, by the `Date` of its answer; nothing without one."""
    try:
        return [skew_of(what, now - parsedate_to_datetime(date))]
    except (TypeError, ValueError):
        return []


def skew_of(what: str, skew: timedelta) -> Finding:
    """By how much two clocks differ."""
    skew = abs(skew)
    seconds = f"{skew.total_seconds():.0f} seconds"
    if skew <= MOST_SKEW:
        return fine(what, f"ok, within {seconds}")
    return wrong(what, f"differs by {seconds}: set the clock of this machine, by NTP for example")
