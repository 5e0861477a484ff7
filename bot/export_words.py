"""What HR types behind `export`, and how a period reads."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from bot import texts, weeks
from bot.commands import listed
from bot.errors import Refusal
from bot.exports import Form
from bot.memory import ExportFilter
from bot.model import Kind, Reader, Source, State
from bot.values import dataclass

_FORMS = {
    "csv": Form.CSV,
    "xlsx": Form.XLSX,
    "excel": Form.XLSX,
    "json": Form.JSONL,
    "jsonl": Form.JSONL,
}
_DAY = r"\d{4}-\d\d-\d\d"
_SPAN = re.compile(rf"({_DAY})(?:\.\.|–)({_DAY})|({_DAY})|(\d{{4}})-(\d\d)|(\d{{4}})")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")
PERIODS = ("week", "month", "year")


@dataclass(frozen=True, slots=True)
class Read:
    """`text` stood in quotation marks; `team` is whatever no other field took."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    kind: Kind | None = None
    value: str = ""
    source: Source | None = None
    state: State | None = None
    text: str = ""
    team: str = ""
    form: Form = Form.CSV


def read(text: str, now: datetime, zone: str) -> Read:
    """Words in any order. Raises Refusal for a day that is none."""
    quoted = _QUOTED.search(text)
    found, left = Read(text=quoted[1].strip() if quoted else ""), []
    today = weeks.local_date(now, zone)
    for word in _QUOTED.sub(" ", text).lower().split():
        if days := _days(word, today):
            first, after = (weeks.to_utc(datetime.combine(one, time()), zone) for one in days)
            found = replace(found, starts_at=first.astimezone(UTC), ends_at=after.astimezone(UTC))
        elif word in _FORMS:
            found = replace(found, form=_FORMS[word])
        elif kind := _kinds().get(word):
            found = replace(found, kind=kind)
        elif source := _sources().get(word):
            found = replace(found, source=source)
        elif state := _states().get(word):
            found = replace(found, state=state)
        elif word.startswith("#"):
            found = replace(found, value=word.removeprefix("#"))
        else:
            left.append(word)
    return replace(found, team=" ".join(left))


def typed(reader: Reader, state: State) -> str:
    """The word of the reader's language that finds a state."""
    return texts.words(reader.language, f"words-state-{state}").partition(",")[0]


def span(wanted: ExportFilter, reader: Reader) -> str:
    """The period in days on the reader's clock, both included."""
    first = _day(wanted.starts_at, reader)
    last = _day(wanted.ends_at and wanted.ends_at - timedelta(microseconds=1), reader)
    if first and last:
        return texts.say(reader, "export-between", first=first, last=last)
    if first:
        return texts.say(reader, "export-since", first=first)
    if last:
        return texts.say(reader, "export-until", last=last)
    return texts.say(reader, "export-always")


def _day(moment: datetime | None, reader: Reader) -> str:
    return weeks.local_date(moment, reader.zone).isoformat() if moment else ""


def _days(word: str, today: date) -> tuple[date, date] | None:
    """The first day and the day after the last one; None where the word names no period."""
    if period := _period_words().get(word):
        first = {
            "week": today - timedelta(days=today.weekday()),
            "month": today.replace(day=1),
            "year": today.replace(month=1, day=1),
        }[period]
        return first, today + weeks.DAY
    if not (match := _SPAN.fullmatch(word)):
        return None
    try:
        first, after = _bounds(match)
    except (ValueError, OverflowError):
        raise Refusal("export-how", detail=word) from None
    if first >= after:
        raise Refusal("export-how", detail=word)
    return first, after


def _bounds(match: re.Match[str]) -> tuple[date, date]:
    begin, end, day, year, month, whole_year = match.groups()
    if whole_year:
        return date(int(whole_year), 1, 1), date(int(whole_year) + 1, 1, 1)
    if year:
        first = date(int(year), int(month), 1)
        return first, (first + timedelta(days=31)).replace(day=1)
    return date.fromisoformat(begin or day), date.fromisoformat(end or day) + weeks.DAY


_KINDS = {
    "words-kind-glitter": Kind.GLITTER,
    "words-kind-cactus": Kind.CACTUS,
    "words-team-cacti": Kind.CACTUS,
}


@cache
def _kinds() -> dict[str, Kind]:
    return {word: kind for text, kind in _KINDS.items() for word in listed(text)}


@cache
def _sources() -> dict[str, Source]:
    return {word: source for source in Source for word in listed(f"words-{source}")}


@cache
def _states() -> dict[str, State]:
    """What HR may look for; also by the names that the columns of an export use."""
    seen = [state for state in State if state is not State.HELD]
    typed = {word: state for state in seen for word in listed(f"words-state-{state}")}
    return {**typed, **{state.value: state for state in seen}}


@cache
def _period_words() -> dict[str, str]:
    return {word: period for period in PERIODS for word in listed(f"words-period-{period}")}
