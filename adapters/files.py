"""Exports on disk: whole or not at all."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bot.errors import OperatorError


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a finished file."""

    rows: int
    sha256: str


def write_whole(path: Path, fill: Callable[[TextIO], int]) -> Written:
    """Let `fill` write a temporary file beside `path`, then put it in place.

    Readable by its owner only. Raises OperatorError where the folder does not take it.
    """
    with _beside(path) as temporary:
        with temporary.open("w", encoding="utf-8-sig", newline="") as out:
            rows = fill(out)
            out.flush()
            os.fsync(out.fileno())
        with temporary.open("rb") as written:
            digest = hashlib.file_digest(written, "sha256").hexdigest()
        temporary.replace(path)
    return Written(rows, digest)


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
