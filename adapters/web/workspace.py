"""The pages of HR: everything that was ever given, and figures without faces."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from adapters.web import address
from adapters.web.address import View
from adapters.web.site import Asked, Shown, Site
from bot import history
from bot.memory import Found, Unit
from bot.model import Member, State
from bot.visits import Visitor

NAMESAKES = 20


def routes(site: Site) -> list[BaseRoute]:
    return [site.page("/workspace", everything)]


def everything(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:
    """The list under the filter of the address; or whom the name in it may mean."""
    history.require_hr(visitor)
    view, namesakes = _with_person(unit, visitor, address.read(asked.query))
    zone = visitor.workspace.settings.zone
    wanted = address.wanted(view, visitor.workspace.id, zone)
    after = address.mark(asked.query.get("after", ""))
    order = address.sorting(view)
    found = Found((), None)
    if not view.who:
        found = history.everything(unit, visitor, wanted, after, order)
    facts = {
        "view": view,
        "namesakes": namesakes,
        "person": _name(unit, visitor, wanted.person),
        "states": [state for state in State if state is not State.HELD],
        "teams": unit.teams.all(visitor.workspace.id),
        "found": found,
        "rest": address.text_of(found.rest),
        "first": after is None,
        "zone": zone,
    }
    return Shown("workspace.html", facts)


def _with_person(unit: Unit, visitor: Visitor, view: View) -> tuple[View, Sequence[Member]]:
    """The view with a typed name turned into a person.

    Where it is not one, the name stays, with all whom it may mean.
    """
    if view.person or not view.who:
        return view.but(who="", chosen=""), ()
    chosen = address.number(view.chosen)
    if _name(unit, visitor, chosen) == view.who:
        return view.but(who="", chosen="", person=str(chosen)), ()
    found = unit.history.named(visitor.workspace.id, view.who, NAMESAKES)
    exact = [one for one in found if one.name == view.who]
    meant = exact if len(exact) == 1 else found
    if len(meant) == 1:
        return view.but(who="", chosen="", person=str(meant[0].id)), ()
    return view, meant


def _name(unit: Unit, visitor: Visitor, person: int | None) -> str:
    """The name to a number of the filter; "" where nobody here has it."""
    found = unit.members.get(visitor.workspace.id, [person] if person else [])
    return found[person].name if person in found else ""
