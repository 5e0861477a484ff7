"""Everything about one person as a file for them: JSON, or a table."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from adapters.files import Written, write_whole
from bot import mydata
from bot.exports import as_objects, in_columns, write_csv
from bot.memory import ExportRow, Store
from bot.model import Member, Side


def write_mydata(path: Path, store: Store, member: Member, zone: str) -> Written:
    """CSV where the name of the file ends so. Raises OperatorError as `write_whole` does."""
    fill = _csv if path.suffix.lower() == ".csv" else _json
    return write_whole(path, lambda file: fill(store, member, zone, file))


def _rows(store: Store, member: Member, side: Side) -> Iterator[ExportRow]:
    with store.export(mydata.wanted(member, side)) as rows:
        yield from mydata.minimised(rows, member, side)


def _csv(store: Store, member: Member, zone: str, file: Path) -> int:
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = (row for side in Side for row in _rows(store, member, side))
        return write_csv(in_columns(rows), zone, out)


def _json(store: Store, member: Member, zone: str, file: Path) -> int:
    told: dict[str, Any] = {"person": store.run_now(lambda unit: mydata.about(unit, member))}
    for side in Side:
        told[side.value] = list(as_objects(in_columns(_rows(store, member, side)), zone))
    file.write_text(json.dumps(told, ensure_ascii=False, indent=1), "utf-8")
    return sum(len(told[side.value]) for side in Side)
