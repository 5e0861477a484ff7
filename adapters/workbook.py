"""Exports as XLSX: real dates, a header that stays, filters, and a sheet that explains."""

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count, islice
from typing import Any

from bot import texts
from bot.exports import NAMES, Rows, as_objects, id_of, wall_clock
from bot.memory import ExportCells
from bot.model import Reader

ROWS_ON_A_SHEET = 1_048_575
"""What Excel can show below a header."""
_EVERY_SHEET = "general"
"""The library's word."""
_WIDTHS = dict.fromkeys(NAMES, 16.0) | {"reason": 60.0, "effect": 40.0, "wish": 40.0}


def write_xlsx(
    batches: Iterable[Rows], total: int, reader: Reader, path: str | os.PathLike[str]
) -> int:
    """Write a workbook in constant memory, the cells as of `xlsx_cells`. The number of rows.

    What people wrote is stored as text, so nothing of it is ever calculated. `total` is the number
    of rows to come, as it decides on the number of sheets.
    """
    # Three megabytes that only this has a use for.
    from rustpy_xlsxwriter import write_worksheets

    told = 0

    def records() -> Iterator[dict[str, Any]]:
        nonlocal told
        for rows in batches:
            told += len(rows)
            yield from as_objects(rows)

    awards = records()
    sheets: list[tuple[str, Any]] = [
        (name, _or_empty(islice(awards, ROWS_ON_A_SHEET))) for name in _names(total, reader)
    ]
    write_worksheets(
        [*sheets, (texts.say(reader, "export-sheet-columns"), list(_explained(reader)))],
        os.fspath(path),
        freeze_panes={_EVERY_SHEET: {"row": 1, "col": 0}},
        autofilter={name: True for name, _ in sheets},
        column_widths={name: _WIDTHS for name, _ in sheets},
        datetime_format="yyyy-mm-dd hh:mm:ss",
        bold_headers=True,
    )
    return told


def _names(rows: int, reader: Reader) -> list[str]:
    """A sheet's name each for as many rows as fit; one sheet at least."""
    first = texts.say(reader, "export-sheet-awards")
    sheets = max(1, -(-rows // ROWS_ON_A_SHEET))
    return [first, *(f"{first} {number}" for number in islice(count(2), sheets - 1))]


def _or_empty(records: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The header is to be seen where there is nothing below it, too."""
    yield next(records, dict.fromkeys(NAMES))
    yield from records


def _explained(reader: Reader) -> Iterator[dict[str, str]]:
    name, meaning = (texts.say(reader, text) for text in ("export-column", "export-meaning"))
    for column in NAMES:
        yield {name: column, meaning: texts.say(reader, f"column-{column.replace('_', '-')}")}


def xlsx_cells(zone: str) -> ExportCells:
    """As `write_xlsx` takes them; local times are of `zone`. Spreadsheets know no zones."""
    wall = wall_clock(zone)
    return ExportCells(
        tags=" ".join, place=id_of, utc=_without_zone, local=lambda at: _without_zone(wall(at))
    )


def _without_zone(moment: str) -> datetime:
    return datetime.fromisoformat(moment[:19])
