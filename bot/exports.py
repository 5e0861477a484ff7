"""The history as a table: its columns, listed here alone, and the two plain forms of a file."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache, partial
from itertools import chain, islice, repeat
from json.encoder import encode_basestring
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from bot.memory import ExportColumns, ExportRow


class Form(StrEnum):
    """Which kind of file."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


class Shape(StrEnum):
    """What stands in a column."""

    NUMBER = "number"
    CODE = "code"
    """One of a few words of ours."""
    NAME = "name"
    """Of somebody or something: few, again and again."""
    WORDS = "words"
    """Whatever people write."""
    TAGS = "tags"
    PLACE = "place"
    UTC = "utc"
    LOCAL = "local"
    """A moment on the clocks of the workspace."""


@dataclass(frozen=True, slots=True)
class Column:
    """`field` is that of `ExportRow`; the text `column-<name>` explains it."""

    name: str
    field: str
    shape: Shape


COLUMNS = (
    Column("award_id", "award_id", Shape.NUMBER),
    Column("kind", "kind", Shape.CODE),
    Column("given_at_utc", "given_at", Shape.UTC),
    Column("given_at_local", "given_at", Shape.LOCAL),
    Column("giver_id", "giver_account", Shape.NAME),
    Column("giver_name", "giver_name", Shape.NAME),
    Column("receiver_kind", "receiver_kind", Shape.CODE),
    Column("receiver_id", "receiver_account", Shape.NAME),
    Column("receiver_name", "receiver_name", Shape.NAME),
    Column("reason", "reason", Shape.WORDS),
    Column("effect", "effect", Shape.WORDS),
    Column("wish", "wish", Shape.WORDS),
    Column("tags", "tags", Shape.TAGS),
    Column("source", "source", Shape.CODE),
    Column("channel_id", "place", Shape.PLACE),
    Column("channel_name", "place_name", Shape.NAME),
    Column("retracted_at_utc", "retracted_at", Shape.UTC),
    Column("state", "state", Shape.CODE),
    Column("owner_id", "owner_account", Shape.NAME),
    Column("owner_name", "owner_name", Shape.NAME),
    Column("owner_side", "side", Shape.WORDS),
    Column("delivered_at_utc", "delivered_at", Shape.UTC),
    Column("answered_at_utc", "answered_at", Shape.UTC),
    Column("ended_at_utc", "ended_at", Shape.UTC),
)
NAMES = tuple(column.name for column in COLUMNS)
_JSON_LINE = "{" + ",".join(f'"{name}":%s' for name in NAMES) + "}\n"
Cells = Mapping[Shape, Callable[[Any], object]]
_AT_ONCE = 1_000
# What a spreadsheet takes for a formula where a cell begins; the wide forms count as well. A cell
# also begins wherever a program that was told of other separators would split.
_SIGNS = "=+-@＝＋－＠−"
_SPLITS = ";|\t\r\n"
_FORMULA = re.compile(rf"((?:^|[{_SPLITS}])[\s\0]*)('*[{re.escape(_SIGNS)}])")
_GUARDED = re.compile(rf"((?:^|[{_SPLITS}])[\s\0]*)'('*[{re.escape(_SIGNS)}])")


def harmless(text: str) -> str:
    """`text` with an apostrophe before each sign with which a spreadsheet would begin to calculate.

    `original` takes them away again, and nothing else.
    """
    # Nearly every text is this plain, and a million of them are asked about.
    if not text or (
        text[:1].isalnum()
        and ";" not in text
        and "\n" not in text
        and "|" not in text
        and "\t" not in text
        and "\r" not in text
    ):
        return text
    return _FORMULA.sub(r"\1'\2", text)


def original(cell: str) -> str:
    """The text of which `harmless` made `cell`."""
    return _GUARDED.sub(r"\1\2", cell)


def in_columns(rows: Iterable[ExportRow]) -> Iterator[ExportColumns]:
    source = iter(rows)
    while some := list(islice(source, _AT_ONCE)):
        yield dict(zip(ExportRow._fields, zip(*some, strict=True), strict=True))


def table(batch: ExportColumns, cells: Cells) -> Iterator[tuple[Any, ...]]:
    """The rows under `NAMES`; each shape of cell is made by its function of `cells`."""
    return zip(*_columns(batch, cells))  # noqa: B905


def _columns(batch: ExportColumns, cells: Cells) -> Iterator[Iterable[Any]]:
    return (_made(batch[one.field], cells[one.shape]) for one in COLUMNS)


def _made(values: Sequence[Any], make: Callable[[Any], object]) -> Iterable[object]:
    """A column of cells; endless where all are empty."""
    if make is itself:
        return values
    return map(make, values) if any(values) else repeat(make(values[0]))


def write_csv(batches: Iterable[ExportColumns], zone: str, out: TextIO) -> int:
    """Write RFC 4180 with a header and CRLF; local times are of `zone`. The number of rows.

    `out` is opened with newline="" and the encoding utf-8; spreadsheets know it by the byte order
    mark that is written first.
    """
    # By hand, because Python's utf-8-sig takes as long as all the rest of a row's writing.
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(NAMES)
    cells, count = _as_text(zone), 0
    for batch in batches:
        writer.writerows(table(batch, cells))
        count += len(batch["award_id"])
    return count


def as_objects(batches: Iterable[ExportColumns], zone: str) -> Iterator[dict[str, Any]]:
    """The rows as docs/export.md describes them; local times are of `zone`."""
    cells = _as_json(zone)
    for batch in batches:
        for row in table(batch, cells):
            yield dict(zip(NAMES, row, strict=True))


def write_jsonl(batches: Iterable[ExportColumns], zone: str, out: TextIO) -> int:
    """Write one JSON object a line, as docs/export.md describes. The number of rows."""
    # `line % row` would take twice as long.
    begins, *between = map(repeat, _JSON_LINE.split("%s"))
    cells, count = _as_json_text(zone), 0
    for batch in batches:
        pieces = chain.from_iterable(zip(_columns(batch, cells), between, strict=True))
        out.write("".join(map("".join, zip(begins, *pieces))))  # noqa: B905
        count += len(batch["award_id"])
    return count


def _as_text(zone: str) -> Cells:
    # What few words are said in again and again is made once.
    again = lru_cache(maxsize=4096)
    return {
        **_as_json(zone),
        Shape.NAME: again(harmless),
        Shape.WORDS: harmless,
        Shape.TAGS: again(lambda tags: harmless(" ".join(tags))),
        Shape.PLACE: again(lambda place: harmless(id_of(place))),
    }


def _as_json(zone: str) -> Cells:
    return {
        Shape.NUMBER: itself,
        Shape.CODE: itself,
        Shape.NAME: itself,
        Shape.WORDS: itself,
        Shape.TAGS: list,
        Shape.PLACE: id_of,
        Shape.UTC: itself,
        Shape.LOCAL: wall_clock(zone),
    }


def _as_json_text(zone: str) -> Cells:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    # What few words are said in again and again is written down once.
    again = lru_cache(maxsize=4096)(encode)
    local = wall_clock(zone)
    return {
        Shape.NUMBER: str,
        Shape.CODE: again,
        Shape.NAME: again,
        Shape.WORDS: encode_basestring,
        Shape.TAGS: again,
        Shape.PLACE: lambda place: again(id_of(place)),
        Shape.UTC: lambda moment: f'"{moment}"' if moment else "null",
        Shape.LOCAL: lambda moment: f'"{local(moment)}"',
    }


def wall_clock(zone: str) -> Callable[[str], str]:
    """Turns `2026-11-27T12:00:00+00:00` into `2026-11-27T13:00:00+01:00`."""
    hour = lru_cache(maxsize=100_000)(partial(_local_hour, zone=ZoneInfo(zone)))

    def on_the_wall(moment: str) -> str:
        if known := hour(moment[:13]):
            return f"{known[0]}{moment[13:19]}{known[1]}"
        return datetime.fromisoformat(moment).astimezone(ZoneInfo(zone)).isoformat()

    return on_the_wall


def _local_hour(hour: str, zone: ZoneInfo) -> tuple[str, str] | None:
    """`2026-11-27T12` as `2026-11-27T13` and `+01:00`; None where its minutes become others."""
    begins = datetime.fromisoformat(f"{hour}:00:00+00:00").astimezone(zone)
    ends = datetime.fromisoformat(f"{hour}:59:59+00:00").astimezone(zone)
    if begins.minute or begins.second or begins.utcoffset() != ends.utcoffset():
        return None
    text = begins.isoformat()
    return text[:13], text[19:]


def itself(value: object) -> object:
    return value


def id_of(place: str) -> str:
    """The platform's id in the key of a place."""
    return place.partition(":")[2]
