"""How the playground is heard: its page, its stream of events, and what the page sends."""

import asyncio
from collections.abc import AsyncIterator, Collection
from pathlib import Path
from typing import Annotated, Any

import anyio
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from adapters.edge import Tick
from adapters.playground.chat import Chat, Post
from adapters.playground.clock import Jump, PlaygroundClock, landing
from adapters.playground.guard import BadInput, middleware, reading
from adapters.playground.listeners import Queue
from adapters.playground.people import BOT, CITY, COMPANY, WORKSPACE, ZONE
from adapters.playground.render import render
from adapters.playground.understand import Typed, UnknownCommand, spoken, understand
from bot.cleaning import clean
from bot.messages import Action, ActionName, Answer, Notice, Said
from bot.model import Place, PlaceKind, Profile
from bot.ports import Door

HERE = Path(__file__).parent
JUMPS = {
    Jump.TEN_MINUTES: "+10 minutes",
    Jump.TOMORROW: "Tomorrow 9:00",
    Jump.FRIDAY: "To Friday 15:00",
}
STILL_OPEN = {"not-recorded", "went-wrong"}
"""Answers after which the same button may be pressed again."""

Ref = Field(pattern=r"^[\w.:-]{1,100}$")


def _cleaned(text: object) -> object:
    return clean(text).strip() if isinstance(text, str) else text


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    speaker: str = Field(alias="as", max_length=100)


class Saying(_Sent):
    """A line from the composer. `ref` is made by the page: sent again, it is the same action."""

    place: str = Field(max_length=200)
    text: Annotated[str, BeforeValidator(_cleaned), Field(min_length=1, max_length=8000)]
    ref: str = Ref


class Press(_Sent):
    """A pressed button. `message` is the post on which it stood."""

    place: str = Field(max_length=200)
    name: ActionName
    subject: str = Field(max_length=500)
    ref: str = Ref
    message: str = Field(default="", max_length=200)


class Move(_Sent):
    """A press on the clock."""

    to: Jump


class Listener:
    """The routes of the playground."""

    def __init__(self, chat: Chat, clock: PlaygroundClock, door: Door, tick: Tick) -> None:
        self._chat = chat
        self._clock = clock
        self._door = door
        self._tick = tick
        self._pages = Jinja2Templates(HERE / "templates")

    def routes(self, hosts: Collection[str]) -> list[BaseRoute]:
        guards = middleware(hosts)
        inner = [
            Route("/events", self.events),
            Route("/say", reading(Saying, self.say), methods=["POST"]),
            Route("/press", reading(Press, self.press), methods=["POST"]),
            Route("/clock", reading(Move, self.move), methods=["POST"]),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]
        return [
            Route("/", self.page, middleware=guards),
            Mount("/playground", routes=inner, middleware=guards),
        ]

    async def page(self, request: Request) -> Response:
        people = self._chat.people
        asked = request.query_params.get("as", "")
        facts = {
            "me": asked if asked in people else next(iter(people), ""),
            "company": COMPANY,
            "city": CITY,
            "zone": ZONE,
            "bot": BOT,
            "jumps": JUMPS,
        }
        return self._pages.TemplateResponse(request, "page.html", facts)

    async def events(self, request: Request) -> Response:
        """Everything one person sees: first as it stands, then each change."""
        account = request.query_params.get("as", "")
        if account not in self._chat.people:
            return JSONResponse({"error": "Nobody of that name works here."}, 400)
        leaving = anyio.Event()
        return EventSourceResponse(
            self._stream(account, leaving),
            send_timeout=30,
            shutdown_event=leaving,
            shutdown_grace_period=2,
        )

    async def say(self, saying: Saying) -> object:
        speaker, place = self._who(saying.speaker), self._where(saying.place, saying.speaker)
        direct = place.kind is PlaceKind.DIRECT
        try:
            typed = understand(saying.text, self._chat.profiles, to_the_bot=direct)
        except UnknownCommand:
            raise BadInput("I know /glitter and /cactus. Nobody has seen what you typed.") from None
        if direct or not isinstance(typed, Typed):
            self._chatter(saying, place)
        if not isinstance(typed, Typed):
            return {"answer": None}
        ref = f"playground:{saying.ref}"
        said = Said(WORKSPACE, place, speaker, typed.command, typed.parts, ref)
        answer = await self._door.answer(said)
        return {"answer": self._show(answer, place, speaker, saying.ref)}

    async def press(self, press: Press) -> object:
        speaker, place = self._who(press.speaker), self._where(press.place, press.speaker)
        ref = f"playground:{press.ref}"
        action = Action(WORKSPACE, place, speaker, press.name, press.subject, ref)
        answer = await self._door.answer(action)
        if not (isinstance(answer.message, Notice) and answer.message.code in STILL_OPEN):
            self._chat.retire_buttons(press.message, speaker.account)
        return {"answer": self._show(answer, place, speaker, press.ref)}

    async def move(self, move: Move) -> object:
        """Move the clock ahead, and do at once whatever has become due."""
        self._who(move.speaker)
        self._clock.move_to(landing(move.to, self._clock.now(), ZONE))
        now = self._clock.now().isoformat()
        self._chat.listeners.tell(self._chat.people, "clock", {"now": now})
        await self._tick()
        return {"now": now}

    async def _stream(self, account: str, leaving: anyio.Event) -> AsyncIterator[ServerSentEvent]:
        listeners = self._chat.listeners
        with listeners.open(account) as queue:
            goodbye = asyncio.create_task(_end(queue, leaving))
            try:
                snapshot = self._chat.snapshot(account, self._clock.now())
                yield listeners.event(account, "snapshot", snapshot)
                while event := await queue.get():
                    yield event
            finally:
                goodbye.cancel()

    def _who(self, account: str) -> Profile:
        if account not in self._chat.people:
            raise BadInput("Nobody of that name works here.")
        return self._chat.people[account].profile

    def _where(self, key: str, account: str) -> Place:
        place = self._chat.place(key)
        if place is None or (place.kind is PlaceKind.DIRECT and place.id != account):
            raise BadInput("There is no such place here.")
        return place

    def _chatter(self, saying: Saying, place: Place) -> None:
        person = saying.speaker
        words = spoken(saying.text, self._chat.profiles, self._who(person).locale)
        self._chat.post(Post(f"{person}:{saying.ref}", place, person, self._clock.now(), words))

    def _show(self, answer: Answer, place: Place, speaker: Profile, ref: str) -> dict[str, Any]:
        """Put the private answer where only the speaker sees it."""
        words = render(answer.message, answer.reader, place)
        only_for = speaker.account if place.kind is PlaceKind.CHANNEL else None
        post = Post(
            f"answer:{speaker.account}:{ref}",
            place,
            BOT.account,
            self._clock.now(),
            words,
            only_for,
        )
        self._chat.post(post)
        return post.for_page()


async def _end(queue: Queue, leaving: anyio.Event) -> None:
    """When the server goes, let the stream end as it should."""
    await leaving.wait()
    queue.put_nowait(None)
