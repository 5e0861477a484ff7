"""The filter of a page, as it stands in its address, and back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from bot.cleaning import clean
from bot.errors import Refusal
from bot.memory import ExportFilter, Mark, Order
from bot.model import Kind, Side, Source, State
from bot.values import dataclass
from bot.weeks import to_utc

LONGEST = 100
"""Characters of what is searched for."""
LONGEST_SECTION = 20
HIGHEST = 2**31 - 1
Choice = TypeVar("Choice", bound=StrEnum)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class View:
    """What a list is asked to show, in the words of the address; "" leaves a field open.

    Days are those of the workspace's zone, so that an address shows everybody the same.
    """

    kind: str = ""
    first: str = ""
    last: str = ""
    person: str = ""
    who: str = ""
    """A name that still has to be found."""
    chosen: str = ""
    """Which of its namesakes it was before."""
    side: str = ""
    team: str = ""
    value: str = ""
    source: str = ""
    state: str = ""
    text: str = ""
    order: str = ""
    """An `Order`; "" for the newest first."""

    @property
    def query(self) -> str:
        """`kind=cactus&state=open`, without what is open."""
        return urlencode({name: value for name, value in self._fields() if value})

    @property
    def fields(self) -> dict[str, str]:
        """What an address or a hidden part of a form carries."""
        return {name: value for name, value in self._fields() if value}

    def but(self, **other: str) -> "View":
        return replace(self, **other)

    def _fields(self) -> list[tuple[str, str]]:
        return [(name, getattr(self, name)) for name in self.__slots__]


def read(asked: Mapping[str, str]) -> View:
    """What the address asks for; what it does not know, it leaves alone."""
    found = {name: clean(asked.get(name, "")).strip()[:LONGEST] for name in View.__slots__}
    return View(**found)


def wanted(view: View, workspace_id: str, zone: str) -> ExportFilter:
    """The filter that an address means. Raises Refusal where a part of it cannot be."""
    last = _day(view.last)
    return ExportFilter(
        workspace_id,
        starts_at=_midnight(_day(view.first), zone),
        ends_at=_midnight(last + timedelta(days=1) if last else None, zone),
        kind=_one_of(Kind, view.kind),
        person=number(view.person),
        side=_one_of(Side, view.side),
        team=number(view.team),
        value=view.value,
        source=_one_of(Source, view.source),
        state=_one_of(State, view.state),
        text=view.text,
    )


def sorting(view: View) -> Order:
    """How the list is sorted. Raises Refusal."""
    return _one_of(Order, view.order) or Order.NEWEST


def mark(text: str) -> Mark | None:
    """Where a page begins, as `text_of` wrote it. Raises Refusal for anything else."""
    if not text:
        return None
    section, _, place = text.rpartition("~")
    at, _, award_id = place.partition(".")
    if len(section) > LONGEST_SECTION or not (section + "x").isascii():
        raise Refusal("not-a-filter")
    award = number(award_id)
    if award is None or not (at.isascii() and at.isdecimal()) or len(at) > 17:
        raise Refusal("not-a-filter")
    return Mark(_EPOCH + int(at) * _MICROSECOND, award, section)


def text_of(mark: Mark | None) -> str:
    """The section, microseconds since 1970, and the award; "" at the end of a list."""
    if mark is None:
        return ""
    section = f"{mark.section}~" if mark.section else ""
    return f"{section}{(mark.at - _EPOCH) // _MICROSECOND}.{mark.award_id}"


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        raise Refusal("not-a-filter") from None
    if day and not 2000 <= day.year <= 2100:
        raise Refusal("not-a-filter")
    return day


def _midnight(day: date | None, zone: str) -> datetime | None:
    return to_utc(datetime.combine(day, time()), zone) if day else None


def number(text: str) -> int | None:
    """A member's or a team's; None for "". Raises Refusal for what can be none."""
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or len(text) > 10 or int(text) > HIGHEST:
        raise Refusal("not-a-filter")
    return int(text)


def _one_of(choices: type[Choice], text: str) -> Choice | None:
    try:
        return choices(text) if text else None
    except ValueError:
        raise Refusal("not-a-filter") from None
