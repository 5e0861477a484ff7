"""The page of a lead: their people's glitter, and which cases wait."""

from starlette.routing import BaseRoute

from adapters.web import address
from adapters.web.site import Asked, Shown, Site
from bot import history
from bot.memory import Unit
from bot.visits import Visitor


def routes(site: Site) -> list[BaseRoute]:
    return [site.page("/team", team), site.page("/team/{number}", team)]


def team(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    given = asked.path.get("number")
    number = (asked.number(given) or 0) if given else None
    after = address.mark(asked.query.get("after", ""))
    view = history.team(unit, visitor, number, after)
    rest = address.text_of(view.glitter.rest)
    return Shown("team.html", {"view": view, "rest": rest, "first": after is None})
