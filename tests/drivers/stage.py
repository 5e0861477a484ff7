"""A platform on which tests decide how each sending ends; it keeps no secrets and no network."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot.messages import AwardPosted, Delivery, Message, Notice
from bot.model import Place, Profile, Verb
from bot.outbox import Outbox
from bot.outcomes import Outcome, Sent
from bot.rounds import Rounds
from tests.worlds import World

TIMEOUT = 30


class Stage:
    """Implements `bot.ports.Platform`. Whatever is not foretold for a place is sent."""

    name = "stage"
    pace = timedelta(0)

    def __init__(self, world: World) -> None:
        self.world = world
        self.tried: list[Delivery] = []
        self.asked: list[str] = []
        self.people: dict[str, Profile] = {}
        self._foretold: dict[str, deque[Outcome | Exception]] = defaultdict(deque)
        self.chance = 0.0
        """How much later than it must a further attempt comes, from 0 up to 1."""
        self.before_each = lambda delivery: None
        """Called before a sending ends; tests look around and act from here."""

    def foretell(self, place: str, *outcomes: Outcome | Exception) -> None:
        """How the next sendings to the place with this id end."""
        self._foretold[place] += outcomes

    def relent(self) -> None:
        """From now on everything is sent."""
        self._foretold.clear()

    async def send(self, delivery: Delivery) -> Outcome:
        self.tried.append(delivery)
        await asyncio.to_thread(self.before_each, delivery)
        foretold = self._foretold[delivery.place.id]
        outcome = foretold.popleft() if foretold else Sent(f"ref-{delivery.id}")
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def profiles(
        self, workspace_id: str, place: Place, accounts: Sequence[str]
    ) -> list[Profile]:
        self.asked += accounts
        return [self.people[account] for account in accounts if account in self.people]

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:
        return []

    # ------------------------------------------------------------ what tests do with it

    def settle(self) -> None:
        """One round, and everything sent that can be, by a process of its own."""

        async def once() -> None:
            platforms = {self.name: self}
            rounds = Rounds(self.world.store, platforms)
            await rounds.go()
            await rounds.settle()
            await Outbox(self.world.store, platforms, lambda: self.chance).settle()

        asyncio.run(asyncio.wait_for(once(), TIMEOUT))

    def later(self, **by: float) -> None:
        self.world.later(**by)
        self.settle()

    def messages(self, place: str) -> list[Message | None]:
        """Everything tried there, oldest first; None for a deletion."""
        return [one.message for one in self.tried if one.place.id == place]

    def notices(self, place: str) -> list[str]:
        """The codes of the notices tried there."""
        return [one.code for one in self.messages(place) if isinstance(one, Notice)]

    def posts(self, place: str = "general") -> list[str]:
        """The reasons of all glitter tried in a channel."""
        return [one.reason for one in self.messages(place) if isinstance(one, AwardPosted)]

    def verbs(self, place: str = "general") -> list[Verb]:
        return [one.verb for one in self.tried if one.place.id == place]
