"""All pages under /history."""

from collections.abc import Callable
from pathlib import Path

from starlette.routing import Mount

from adapters import erasures
from adapters.web import about, figures, mine, people, taking, team, workspace
from adapters.web.site import Site
from bot.memory import Store


def mounted(
    store: Store,
    address: str | None,
    wake: Callable[[], None] = lambda: None,
    erased: Path = erasures.LOG,
) -> Mount:
    """`address` is PUBLIC_URL, None where only this machine comes in.

    `wake` lets the outbox look for what is owed; `erased` is where erasures are noted.
    """
    site = Site(store, address, wake, erased)
    rooms = (about, mine, team, workspace, taking, people, figures)
    return site.mounted([route for room in rooms for route in room.routes(site)])
