"""Taking along what a filter shows: a file made on the spot, and a line in the audit."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute

from adapters.files import Written, write_export
from adapters.web import address, downloads
from adapters.web.site import Asked, Site
from bot import exporting, history, visits
from bot.errors import Refusal
from bot.exports import Form
from bot.memory import ExportFilter, Store, Unit
from bot.messages import Notice
from bot.model import Member, Reader
from bot.values import dataclass
from bot.visits import Visitor


@dataclass(frozen=True, slots=True)
class Taken:
    """What goes into the file, in which form, for whom."""

    wanted: ExportFilter
    form: Form
    reader: Reader
    by: Member
    notice: Notice | None = None
    """Set where there is no file yet: somebody else of HR is asked first."""


def routes(site: Site) -> list[BaseRoute]:
    return [site.file("/workspace/export", prepared, partial(_made, site))]


def prepared(unit: Unit, visitor: Visitor, asked: Asked) -> Taken:
    """What HR sees under the filter of the address. Raises Refusal."""
    history.require_hr(visitor)
    visits.require_fresh(unit, visitor)
    settings = visitor.workspace.settings
    wanted = address.wanted(address.read(asked.query), visitor.workspace.id, settings.zone)
    try:
        form = Form(asked.form.get("form", ""))
    except ValueError:
        raise Refusal("not-a-filter") from None
    reader = Reader(visitor.reader.language, settings.zone)
    taken = Taken(history.for_hr(unit, visitor, wanted), form, reader, visitor.member)
    if not exporting.needs_second(visitor.workspace, taken.wanted):
        return taken
    asked_first = exporting.ask_second(unit, visitor.workspace, visitor.member, taken.wanted, form)
    return replace(taken, notice=asked_first)


async def _made(site: Site, taken: Taken) -> Response:
    if taken.notice:
        return site.told(taken.notice, taken.reader)
    name = f"glitter.{taken.form}"
    fill, note = partial(_written, site.store, taken), partial(_noted, taken=taken)
    return await downloads.made(site.store, name, fill, note)


def _noted(unit: Unit, written: Written, *, taken: Taken) -> None:
    """Nobody takes records out unseen: the audit has it, and the others of HR hear of it."""
    held = exporting.audited(taken.wanted, taken.form, written.rows, written.sha256)
    details = {"where": "pages", **held}
    actor = f"member {taken.by.id}"
    unit.audit.add(taken.wanted.workspace_id, actor, "export", details)
    exporting.tell_hr(unit, taken.wanted, taken.form, written.rows, taken.by)


def _written(store: Store, taken: Taken, path: Path) -> Written:
    with store.export(taken.wanted) as rows:
        return write_export(path, taken.form, rows, taken.reader)
