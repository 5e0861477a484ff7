"""The pages that everybody has: what is theirs."""

from starlette.routing import BaseRoute

from adapters.web import address
from adapters.web.site import Asked, Shown, Site
from bot import history, visits
from bot.memory import Unit
from bot.model import Role
from bot.visits import Visitor


def routes(site: Site) -> list[BaseRoute]:
    return [
        site.page("/", received),
        site.page("/mine", received),
        site.page("/mine/given", given),
        site.page("/mine/cases", cases),
        site.page("/cases/{number}", case),
        site.page("/mine/me", me),
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


def me(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:  # noqa: ARG001
    """What is kept about the visitor, and where they are signed in."""
    return Shown("me.html", {"sessions": visits.mine(unit, visitor)})


def end_session(unit: Unit, visitor: Visitor, asked: Asked) -> str:
    """Sign one browser out, perhaps another than this one."""
    unit.visits.end(visitor.member.id, asked.number(asked.form.get("session", "")) or 0)
    return "/history/mine/me"


def leave(unit: Unit, visitor: Visitor, asked: Asked) -> str:  # noqa: ARG001
    unit.visits.end(visitor.member.id, visitor.session.id)
    return "/history/gone"
