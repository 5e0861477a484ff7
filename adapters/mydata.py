"""Everything about one person as a file for them: JSON, or a table."""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from adapters.files import Written, write_whole
from bot import mydata
from bot.exports import Rows, as_objects, csv_cells, json_cells, write_csv
from bot.memory import ExportCells, ExportRow, Store
from bot.model import Member, Side


def write_mydata(path: Path, store: Store, member: Member, zone: str) -> Written:
    """CSV where the name of the file ends so. Raises OperatorError as `write_whole` does."""
    fill = _csv if path.suffix.lower() == ".csv" else _json
    return write_whole(path, lambda file: fill(store, member, zone, file))


def _rows(store: Store, member: Member, side: Side, cells: ExportCells) -> Iterator[Rows]:
    with store.export(mydata.wanted(member, side)) as found:
        for rows in found.written(cells):
            yield list(mydata.minimised(map(ExportRow._make, rows), member, side, cells))


def _csv(store: Store, member: Member, zone: str, file: Path) -> int:
    cells = csv_cells(zone)
    with file.open("w", encoding="utf-8", newline="") as out:
        return write_csv((some for side in Side for some in _rows(store, member, side, cells)), out)


def _json(store: Store, member: Member, zone: str, file: Path) -> int:
    cells = json_cells(zone)
    told: dict[str, Any] = {"person": store.run_now(lambda unit: mydata.about(unit, member))}
    for side in Side:
        rows = chain.from_iterable(_rows(store, member, side, cells))
        told[side.value] = list(as_objects(rows))
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    return sum(len(told[side.value]) for side in Side)
