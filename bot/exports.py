"""The history as a table: which columns, and cells that no spreadsheet can mistake for formulas."""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TextIO
from zoneinfo import ZoneInfo

from bot.memory import ExportRow

COLUMNS = (
    "award_id",
    "kind",
    "given_at_utc",
    "given_at_local",
    "giver_id",
    "giver_name",
    "receiver_id",
    "receiver_name",
    "reason",
    "tags",
    "source",
    "channel_id",
    "channel_name",
    "state",
    "retracted_at_utc",
)
# What a spreadsheet takes for a formula, also behind blanks; the wide forms count as well.
_FORMULA = re.compile(r"\s*[=+\-@\t\r\0＝＋－＠−]")


def harmless(text: str) -> str:
    """`text` with a leading apostrophe where a spreadsheet would calculate it."""
    return f"'{text}" if _FORMULA.match(text) else text


def write_csv(rows: Iterable[ExportRow], zone: str, out: TextIO) -> int:
    """Write RFC 4180 with a header and CRLF; local times are of `zone`. The number of rows.

    `out` is opened with newline="" and the encoding utf-8-sig, for spreadsheets.
    """
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    written = 0
    for cells in _cells(rows, ZoneInfo(zone)):
        writer.writerow(cells)
        written += 1
    return written


def _cells(rows: Iterable[ExportRow], zone: ZoneInfo) -> Iterator[tuple[object, ...]]:
    for row in rows:
        yield (
            row.award_id,
            row.kind,
            _utc(row.given_at),
            row.given_at.astimezone(zone).isoformat(timespec="seconds"),
            harmless(row.giver_account),
            harmless(row.giver_name),
            harmless(row.receiver_account),
            harmless(row.receiver_name),
            harmless(row.reason),
            harmless(" ".join(row.tags)),
            row.source,
            harmless(row.place.partition(":")[2]),
            harmless(row.place_name),
            row.state,
            _utc(row.retracted_at),
        )


def _utc(moment: datetime | None) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds") if moment else ""
