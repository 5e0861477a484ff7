"""The playground over real HTTP, with a door that answers what a test tells it to."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, Self, TypeVar

import httpx
from starlette.applications import Starlette

from adapters.edge import SentBefore
from adapters.playground import PlaygroundClock, PlaygroundEdge
from adapters.playground.people import SIX
from bot.heard import Action, Noted, Said
from bot.messages import Answer, Delivery, Message, Notice
from bot.model import Place, Reader, Verb
from bot.outcomes import Outcome
from tests.drivers.http import NO_TLS, LocalAsgi

T = TypeVar("T")
STOCKHOLM = Reader("en", "Europe/Stockholm")
ENGLISH = tuple(replace(person, profile=replace(person.profile, locale="en-GB")) for person in SIX)
"""The six, reading what this door says."""
GENERAL = Place.channel("general", "general")


class RecordingDoor:
    """Keeps what it hears and answers with `reply`."""

    def __init__(self) -> None:
        self.heard: list[Said | Action] = []
        self.noted: list[Noted] = []
        self.reply: Callable[[Said | Action], Message] = lambda _: Notice("resent")
        self.reader = STOCKHOLM

    async def answer(self, heard: Said | Action) -> Answer:
        self.heard.append(heard)
        return Answer(self.reply(heard), self.reader)

    async def note(self, seen: Noted) -> None:
        self.noted.append(seen)


class Alone:
    """The playground and nothing behind it."""

    def __init__(self, sent: Iterable[SentBefore] = (), **options: Any) -> None:
        self.door = RecordingDoor()
        self.clock = PlaygroundClock()
        self.edge = PlaygroundEdge(self.clock, **{"people": ENGLISH, **options})
        self.ticks = 0
        self.due: Callable[[], Awaitable[None]] | None = None
        """What a tick sends."""
        self._deliveries = 0
        app = Starlette(routes=self.edge.routes(self.door, self._tick))
        self.server = LocalAsgi(app, before=lambda: self.edge.start(self.door, sent))

    def __enter__(self) -> Self:
        self.server.start()
        self.http = httpx.Client(
            base_url=self.server.url, timeout=10, verify=NO_TLS, trust_env=False
        )
        return self

    def __exit__(self, *exc: object) -> None:
        self.http.close()
        self.run(self.edge.stop())
        self.server.stop()

    @property
    def url(self) -> str:
        return self.server.url

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something on the server's loop."""
        return asyncio.run_coroutine_threadsafe(doing, self.server.loop).result(10)

    def start_at(self, moment: datetime) -> None:
        """Move the clock there before anybody looks."""
        self.clock.never_before(moment)

    def delivery(
        self,
        message: Message | None,
        place: Place = GENERAL,
        reader: Reader = STOCKHOLM,
        verb: Verb = Verb.POST,
        target: str = "",
    ) -> Delivery:
        self._deliveries += 1
        return Delivery(
            self._deliveries, self.edge.workspace_id, place, verb, message, reader, "", target
        )

    def send(self, message: Message | None, place: Place = GENERAL, **more: Any) -> Outcome:
        return self.run(self.edge.platform.send(self.delivery(message, place, **more)))

    def post(self, path: str, **body: object) -> httpx.Response:
        return self.http.post(f"/playground/{path}", json=body)

    def say(self, who: str, text: str, place: str = "channel:general", ref: str = "r1") -> Any:
        """The answer as the page gets it."""
        response = self.post("say", **{"as": who, "place": place, "text": text, "ref": ref})
        assert response.status_code == 200, response.text
        return response.json()["answer"]

    def snapshot(self, who: str) -> Any:
        """What this person's page is told when it opens."""
        with self.http.stream("GET", "/playground/events", params={"as": who}) as stream:
            data = next(line for line in stream.iter_lines() if line.startswith("data: "))
        return json.loads(data.removeprefix("data: "))

    async def _tick(self) -> None:
        self.ticks += 1
        if self.due is not None:
            await self.due()
