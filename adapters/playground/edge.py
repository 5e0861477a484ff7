"""The playground as `app.py` sees it: a chat in the browser that needs no account."""

import asyncio
from collections.abc import Collection, Iterable

from starlette.routing import BaseRoute

from adapters.doctor import Finding
from adapters.edge import SentBefore, Tick
from adapters.playground.chat import Chat
from adapters.playground.clock import PlaygroundClock
from adapters.playground.listen import Listener
from adapters.playground.people import COMPANY, HR, SIX, WORKSPACE, Colleague
from adapters.playground.send import Playground
from adapters.shelf import Shelf
from bot.heard import Installed, PeopleSeen, PlaceSeen
from bot.memory import Store, Unit
from bot.model import PlaceKind
from bot.ports import Door


class PlaygroundEdge:
    """Implements `adapters.edge.Edge`.

    `hosts` are names beside loopback under which the page may be opened, without ports; `store`
    knows the language that somebody has chosen.
    """

    def __init__(
        self,
        clock: PlaygroundClock,
        *,
        people: Iterable[Colleague] = SIX,
        hosts: Collection[str] = (),
        shelf: Shelf | None = None,
        store: Store | None = None,
    ) -> None:
        self.workspace_id = WORKSPACE
        self.chat = Chat(people)
        self.platform = Playground(self.chat, clock)
        self.clock = clock
        self._hosts = hosts
        self._shelf = shelf or Shelf()
        self._store = store
        self._door: Door | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The server's loop, on which the chat may be touched. Raises RuntimeError before start."""
        if self._loop is None:
            raise RuntimeError("the playground has not started")
        return self._loop

    def routes(self, door: Door, tick: Tick) -> list[BaseRoute]:
        return Listener(self.chat, self.clock, door, tick, self._shelf).routes(self._hosts)

    async def start(self, door: Door, sent: Iterable[SentBefore]) -> None:
        """Tell the door who works here, and show again what was posted before."""
        self._loop = asyncio.get_running_loop()
        self._door = door
        channels = [place for place in self.chat.places if place.kind is PlaceKind.CHANNEL]
        await door.note(
            Installed(
                WORKSPACE,
                COMPANY,
                installer=next(iter(self.chat.people), None),
                highlights_channel=channels[0].key,
                hr=HR if HR in self.chat.people else None,
                welcome=False,
            )
        )
        await door.note(PeopleSeen(WORKSPACE, tuple(self.chat.profiles.values())))
        for channel in channels:
            await door.note(PlaceSeen(WORKSPACE, channel))
        if self._store is not None:
            self.chat.languages = await self._store.run(_chosen)
        self.platform.restore(sent)

    async def stop(self) -> None:
        """End the open pages' streams."""
        self.chat.listeners.close()

    async def checkup(self, store: Store | None) -> list[Finding]:  # noqa: ARG002
        return []

    async def join(self, person: Colleague) -> None:
        """Somebody new, or somebody changed, works here."""
        self.chat.join(person)
        if self._door is not None:
            await self._door.note(PeopleSeen(WORKSPACE, (person.profile,)))


def _chosen(unit: Unit) -> dict[str, str]:
    """The languages that people have chosen for themselves, by account."""
    known = unit.members.all(WORKSPACE)
    return {one.account: one.language for one in known if one.account and one.language}
