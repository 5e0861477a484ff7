"""Taking along what a filter shows: a file made on the spot, and a line in the audit."""

import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute

from adapters.files import Written, write_export
from adapters.web import address
from adapters.web.site import Asked, Site
from bot import history
from bot.errors import Refusal
from bot.exporting import audited
from bot.exports import Form
from bot.memory import ExportFilter, Store, Unit
from bot.model import Reader
from bot.visits import Visitor

PIECE = 256 * 1024
TYPES = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.JSONL: "application/jsonl",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What goes into the file, in which form, for whom."""

    wanted: ExportFilter
    form: Form
    reader: Reader
    actor: str


def routes(site: Site) -> list[BaseRoute]:
    return [site.file("/workspace/export", prepared, partial(_made, site.store))]


def prepared(unit: Unit, visitor: Visitor, asked: Asked) -> Taken:
    """What HR sees under the filter of the address. Raises Refusal."""
    history.require_hr(visitor)
    settings = visitor.workspace.settings
    wanted = address.wanted(address.read(asked.query), visitor.workspace.id, settings.zone)
    try:
        form = Form(asked.form.get("form", ""))
    except ValueError:
        raise Refusal("not-a-filter") from None
    reader = Reader(visitor.reader.language, settings.zone)
    actor = f"member {visitor.member.id}"
    return Taken(history.for_hr(unit, visitor, wanted), form, reader, actor)


async def _made(store: Store, taken: Taken) -> Response:
    # The file has no name any more when it is sent: whatever happens then, nothing stays behind.
    with tempfile.TemporaryDirectory(prefix="glitter-export-") as folder:
        path = Path(folder) / f"glitter.{taken.form}"
        written = await asyncio.to_thread(_written, store, taken, path)
        details = audited(taken.wanted, taken.form, written.rows, written.sha256)
        here = taken.wanted.workspace_id
        await store.run(lambda unit: unit.audit.add(here, taken.actor, "export", details))
        file = path.open("rb")
    headers = {
        "Content-Disposition": f'attachment; filename="{path.name}"',
        "Content-Length": str(written.size),
    }
    return StreamingResponse(_pieces(file), headers=headers, media_type=TYPES[taken.form])


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(PIECE):
            yield piece


def _written(store: Store, taken: Taken, path: Path) -> Written:
    with store.export(taken.wanted) as rows:
        return write_export(path, taken.form, rows, taken.reader)
