"""The pages that everybody has: what is theirs."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from starlette.responses import Response
from starlette.routing import BaseRoute

from adapters.files import Written
from adapters.mydata import write_mydata
from adapters.web import address, downloads
from adapters.web.site import Asked, Shown, Site
from bot import exporting, history, settings_forms, visits
from bot.errors import Refusal
from bot.memory import Unit
from bot.messages import Field, FieldKind, Form, Notice
from bot.model import Member, Reader, Role
from bot.scene import Scene
from bot.visits import Visitor


def routes(site: Site) -> list[BaseRoute]:
    return [
        site.page("/", received),
        site.page("/mine", received),
        site.page("/mine/given", given),
        site.page("/mine/cases", cases),
        site.page("/cases/{number}", case),
        site.page("/mine/me", me),
        site.action("/mine/settings", save_settings),
        site.file("/mine/data", own_data, partial(_gathered, site)),
        site.action("/sessions/end", end_session),
        site.action("/leave", leave),
    ]


def received(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    found = history.received(unit, visitor, address.mark(asked.query.get("after", "")))
    facts = {"found": found, "rest": address.text_of(found.rest), "given": False}
    return Shown("mine.html", {**facts, "first": not asked.query.get("after")})


def given(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    found = history.given(unit, visitor, address.mark(asked.query.get("after", "")))
    facts = {"found": found, "rest": address.text_of(found.rest), "given": True}
    return Shown("mine.html", {**facts, "first": not asked.query.get("after")})


def cases(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    lines, rest = history.cases(unit, visitor, asked.number(asked.query.get("below", "")))
    return Shown("cases.html", {"cases": lines, "rest": rest})


def case(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    number = asked.number(asked.path["number"]) or 0
    case, role = history.case(unit, visitor, number)
    return Shown("case.html", {"case": case, "of_others": role is Role.HR})


def me(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    """What the visitor has chosen, what is known about them, and where they are signed in."""
    fields = settings_forms.my_fields(visitor.member, visitor.workspace)
    return _me(unit, visitor, fields, saved="saved" in asked.query)


def _me(
    unit: Unit,
    visitor: Visitor,
    fields: Sequence[Field],
    problem: Notice | None = None,
    *,
    saved: bool = False,
) -> Shown:
    facts = {"fields": fields, "problem": problem, "saved": saved}
    return Shown("me.html", {**facts, "sessions": visits.mine(unit, visitor)})


def save_settings(unit: Unit, visitor: Visitor, asked: Asked) -> str | Shown:
    """Keep what the visitor chose, or show the form again with what to mend."""
    member = visitor.member
    scene = Scene(unit, visitor.workspace, member, {member.account or "": member})
    fields = settings_forms.my_fields(member, visitor.workspace)
    # A browser says nothing of a box that is not ticked.
    empty = {one.name: "" for one in fields if one.kind is FieldKind.CHECK}
    saved = settings_forms.save_mine(scene, {**empty, **asked.form})
    if isinstance(saved, Form):
        return _me(unit, visitor, saved.fields, saved.problem)
    return "/history/mine/me?saved=1#settings"


def own_data(unit: Unit, visitor: Visitor, asked: Asked) -> tuple[Member, Reader, str]:  # noqa: ARG001
    """Whose data go into the file, and in which form. Raises Refusal."""
    form = asked.form.get("form", "")
    if form not in ("json", "csv"):
        raise Refusal("not-a-filter")
    return visitor.member, Reader(visitor.reader.language, visitor.reader.zone), form


async def _gathered(site: Site, wanted: tuple[Member, Reader, str]) -> Response:
    member, reader, form = wanted

    def fill(path: Path) -> Written:
        return write_mydata(path, site.store, member, reader.zone)

    def note(unit: Unit, written: Written) -> None:
        exporting.note_own(unit, member, written.rows, written.sha256)

    return await downloads.made(site.store, f"my-data.{form}", fill, note)


def end_session(unit: Unit, visitor: Visitor, asked: Asked) -> str:
    """Sign one browser out, perhaps another than this one."""
    unit.visits.end(visitor.member.id, asked.number(asked.form.get("session", "")) or 0)
    return "/history/mine/me"


def leave(unit: Unit, visitor: Visitor, asked: Asked) -> str:  # noqa: ARG001
    unit.visits.end(visitor.member.id, visitor.session.id)
    return "/history/gone"
