"""Files that wait to be fetched: on this machine's disk, for an hour, for whoever asked."""

import shutil
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock

from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A file on the shelf; `size` is in bytes."""

    path: Path
    size: int
    until: datetime


class Shelf:
    """A folder readable by this user alone, made when first needed and gone with the process.

    May be used from any thread.
    """

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._kept: dict[tuple[str, int], Kept] = {}
        self._lock = Lock()

    def place(self, export_id: int, file_name: str) -> Path:
        """Where the file of an export is to be written. Raises OSError."""
        with self._lock:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="glitterkaktus-"))
            own = self._folder / str(export_id)
            own.mkdir(mode=0o700, exist_ok=True)
            return own / file_name

    def keep(self, workspace_id: str, export_id: int, file: Kept) -> None:
        with self._lock:
            self._kept[workspace_id, export_id] = file

    def find(self, workspace_id: str, export_id: int) -> Kept | None:
        """The file, for as long as it is kept."""
        with self._lock:
            kept = self._kept.get((workspace_id, export_id))
        return kept if kept and kept.path.exists() else None

    def sweep(self, now: datetime) -> None:
        """Remove what nobody has fetched in time."""
        with self._lock:
            over = [key for key, kept in self._kept.items() if kept.until <= now]
            for key in over:
                shutil.rmtree(self._kept.pop(key).path.parent, ignore_errors=True)

    def close(self) -> None:
        with self._lock, suppress(OSError):
            self._kept.clear()
            if self._folder is not None:
                shutil.rmtree(self._folder)
                self._folder = None
