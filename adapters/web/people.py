"""HR looks somebody up, sees what an erasure would take, and erases them."""

import asyncio
from functools import partial

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from adapters import erasures
from adapters.web import address
from adapters.web.site import Asked, Shown, Site
from bot import erasing, history, privacy
from bot.errors import OperatorError, StoreUnavailable
from bot.memory import Unit
from bot.messages import Notice
from bot.model import Member
from bot.reports import report
from bot.visits import Visitor

MOST = 20


def routes(site: Site) -> list[BaseRoute]:
    return [
        site.page("/people", people),
        site.page("/people/{number}", person),
        site.file("/people/{number}/erase", confirmed, partial(_erased, site)),
    ]


def people(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    """Whom a name may mean; nobody before one is typed."""
    history.require_hr(visitor)
    who = address.read(asked.query).who
    found = unit.history.named(visitor.workspace.id, who, MOST) if who else []
    here = [one for one in found if not erasing.is_gone(one)]
    return Shown("people.html", {"who": who, "found": here, "erased": "erased" in asked.query})


def person(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    seen = erasing.preview(unit, visitor, asked.number(asked.path["number"]) or 0)
    return Shown("person.html", {"seen": seen})


def confirmed(unit: Unit, visitor: Visitor, asked: Asked) -> tuple[Member, Visitor]:
    """Whom to erase, and who asks for it. Raises Refusal."""
    number = asked.number(asked.path["number"]) or 0
    return erasing.confirmed(unit, visitor, number, asked.form.get("name", "")), visitor


async def _erased(site: Site, meant: tuple[Member, Visitor]) -> Response:
    member, visitor = meant
    mark = privacy.fingerprint(member.workspace_id, privacy.known_as(member))
    try:
        await asyncio.to_thread(erasures.note, site.erasures, mark)
    except OperatorError as error:
        report(error)
        return site.told(Notice("erase-not-noted"), visitor.reader)
    by = f"member {visitor.member.id}"
    await site.store.run(lambda unit: privacy.erase(unit, member, by))
    try:
        await asyncio.to_thread(site.store.tidy)
    except StoreUnavailable as error:  # the rows are gone; bytes may lie in the file for a while
        report(error)
    return RedirectResponse("/history/people?erased=1", 303)
