"""All pages under /history."""

from starlette.routing import Mount

from adapters.web import figures, mine, taking, team, workspace
from adapters.web.site import Site
from bot.memory import Store


def mounted(store: Store, address: str | None) -> Mount:
    """`address` is PUBLIC_URL, None where only this machine comes in."""
    site = Site(store, address)
    rooms = (mine, team, workspace, taking, figures)
    return site.mounted([route for room in rooms for route in room.routes(site)])
