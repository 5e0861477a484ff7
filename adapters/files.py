"""Exports on disk: whole or not at all."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from adapters.workbook import write_xlsx, xlsx_cells
from bot.errors import OperatorError
from bot.exports import Form, Rows, csv_cells, json_cells, write_csv, write_jsonl
from bot.memory import ExportCells, ExportRows
from bot.model import Reader
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a finished file; `size` is in bytes."""

    rows: int
    sha256: str
    size: int


def _unseen(_done: int) -> None: ...


def write_export(
    path: Path,
    form: Form,
    rows: ExportRows,
    reader: Reader,
    seen: Callable[[int], None] = _unseen,
) -> Written:
    """Write the rows as the reader reads them. Raises OperatorError as `write_whole` does.

    `seen` is told, again and again, how many have gone by.
    """

    def passing(cells: ExportCells) -> Iterator[Rows]:
        done = 0
        for some in rows.written(cells):
            yield some
            done += len(some)
            seen(done)

    def fill(file: Path) -> int:
        match form:
            case Form.CSV:
                with _text(file) as out:
                    return write_csv(passing(csv_cells(reader.zone)), out)
            case Form.JSONL:
                with _text(file) as out:
                    return write_jsonl(passing(json_cells(reader.zone)), out)
            case Form.XLSX:
                return write_xlsx(passing(xlsx_cells(reader.zone)), rows.total, reader, file)

    return write_whole(path, fill)


def _text(file: Path) -> TextIO:
    return file.open("w", encoding="utf-8", newline="")


def write_whole(path: Path, fill: Callable[[Path], int]) -> Written:
    """Let `fill` write a temporary file beside `path`, then put it in place.

    Readable by its owner only. Raises OperatorError where the folder does not take it.
    """
    with _beside(path) as temporary:
        rows = fill(temporary)
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        digest, size = sha256_of(temporary), temporary.stat().st_size
        temporary.replace(path)
    return Written(rows, digest, size)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        temporary.touch(mode=0o600)
        yield temporary
    except OSError as error:
        raise OperatorError(f"{path} cannot be written: {error.strerror}.") from None
    finally:
        with suppress(OSError):  # where it could not even be made
            temporary.unlink()
