"""A file made on the spot for one browser, which leaves nothing on this machine."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse

from adapters.files import Written
from bot.memory import Store, Unit

PIECE = 256 * 1024
TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


async def made(
    store: Store,
    name: str,
    fill: Callable[[Path], Written],
    note: Callable[[Unit, Written], None],
) -> Response:
    """The file that `fill` writes, sent once `note` has recorded that it was taken."""
    # It has no name any more when it is sent: whatever happens then, nothing stays behind.
    with tempfile.TemporaryDirectory(prefix="glitter-export-") as folder:
        path = Path(folder) / name
        written = await asyncio.to_thread(fill, path)
        await store.run(lambda unit: note(unit, written))
        file = path.open("rb")
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(written.size),
    }
    return StreamingResponse(_pieces(file), headers=headers, media_type=TYPES[path.suffix])


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece
