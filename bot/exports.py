"""The history as a table: its columns, listed here alone, and the two plain forms of a file."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from bot.memory import ExportCells


class Form(StrEnum):
    """Which kind of file."""

    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


NAMES = (
    "award_id", "kind", "given_at_utc", "given_at_local",
    "giver_id", "giver_name", "receiver_kind", "receiver_id", "receiver_name",
    "reason", "effect", "wish", "tags", "source", "channel_id", "channel_name", "retracted_at_utc",
    "state", "owner_id", "owner_name", "owner_side",
    "delivered_at_utc", "answered_at_utc", "ended_at_utc",
)  # fmt: skip
"""The columns of a file, one for each field of `ExportRow`; `column-<name>` explains it."""
Rows = Sequence[tuple[Any, ...]]
"""Some awards in the order of `NAMES`, each cell as the file has it."""
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


def csv_cells(zone: str) -> ExportCells:
    """As `write_csv` takes them; local times are of `zone`."""
    return ExportCells(
        name=harmless,
        words=harmless,
        tags=lambda tags: harmless(" ".join(tags)),
        place=lambda place: harmless(id_of(place)),
        local=wall_clock(zone),
    )


def json_cells(zone: str) -> ExportCells:
    """As docs/export.md describes them; local times are of `zone`."""
    return ExportCells(tags=list, place=id_of, local=wall_clock(zone))


def write_csv(batches: Iterable[Rows], out: TextIO) -> int:
    """Write RFC 4180 with a header and CRLF, the cells as of `csv_cells`. The number of rows.

    `out` is opened with newline="" and the encoding utf-8; spreadsheets know it by the byte order
    mark that is written first.
    """
    # By hand, because Python's utf-8-sig takes as long as all the rest of a row's writing.
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(NAMES)
    count = 0
    for rows in batches:
        writer.writerows(rows)
        count += len(rows)
    return count


def write_jsonl(batches: Iterable[Rows], out: TextIO) -> int:
    """Write one JSON object a line, the cells as of `json_cells`. The number of rows."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    count = 0
    for rows in batches:
        out.writelines(f"{encode(one)}\n" for one in as_objects(rows))
        count += len(rows)
    return count


def as_objects(rows: Iterable[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    return (dict(zip(NAMES, row, strict=True)) for row in rows)


def wall_clock(zone: str) -> Callable[[str], str]:
    """Turns `2026-11-27T12:00:00+00:00` into `2026-11-27T13:00:00+01:00`."""
    hours = _Hours(ZoneInfo(zone))

    def on_the_wall(moment: str) -> str:
        if hour := hours[moment[:13]]:
            return hour[0] + moment[13:19] + hour[1]
        return datetime.fromisoformat(moment).astimezone(hours.zone).isoformat()

    return on_the_wall


class _Hours(dict[str, tuple[str, str] | None]):
    """`2026-11-27T12` as `2026-11-27T13` and `+01:00`; None where its minutes become others."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone

    def __missing__(self, hour: str) -> tuple[str, str] | None:
        begins = datetime.fromisoformat(f"{hour}:00:00+00:00").astimezone(self.zone)
        ends = datetime.fromisoformat(f"{hour}:59:59+00:00").astimezone(self.zone)
        text = begins.isoformat()
        whole = not (begins.minute or begins.second) and begins.utcoffset() == ends.utcoffset()
        self[hour] = found = (text[:13], text[19:]) if whole else None
        return found


def id_of(place: str) -> str:
    """The platform's id in the key of a place."""
    return place.partition(":")[2]
