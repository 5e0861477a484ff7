"""All pages under /history."""

from starlette.routing import Mount

from adapters.web import mine, team, workspace
from adapters.web.site import Site
from bot.memory import Store


def mounted(store: Store, address: str | None) -> Mount:
    """`address` is PUBLIC_URL, None where only this machine comes in."""
    site = Site(store, address)
    return site.mounted([*mine.routes(site), *team.routes(site), *workspace.routes(site)])
