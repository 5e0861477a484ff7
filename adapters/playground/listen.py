"""How the playground is heard: its page, its stream of events, and what the page sends."""

import asyncio
from collections.abc import AsyncIterator, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates

from adapters.edge import Tick
from adapters.files import sha256_of
from adapters.playground.chat import Chat, Post
from adapters.playground.clock import Jump, PlaygroundClock, landing, stops
from adapters.playground.frame import frame
from adapters.playground.guard import BadInput, middleware, reading, told
from adapters.playground.heard import Move, Press, Saying, Submit
from adapters.playground.listeners import Queue
from adapters.playground.people import BOT, WORKSPACE, ZONE
from adapters.playground.pictures import show
from adapters.playground.render import render
from adapters.playground.understand import Typed, UnknownCommand, spoken, understand
from adapters.shelf import Shelf
from bot.heard import Action, ActionName, Said
from bot.messages import (
    Answer,
    CactusHeld,
    CaseCard,
    Form,
    GentleCheck,
    HighlightsPreview,
    Message,
    MomentChoice,
    Notice,
)
from bot.model import Place, PlaceKind, Profile
from bot.ports import Door

HERE = Path(__file__).parent
CARDS = CaseCard | CactusHeld | GentleCheck | HighlightsPreview | MomentChoice
"""They take the place of the card whose button led to them."""
STILL_OPEN = {"not-recorded", "went-wrong"}
"""Answers after which the same button may be pressed again."""


class Listener:
    """The routes of the playground."""

    def __init__(
        self, chat: Chat, clock: PlaygroundClock, door: Door, tick: Tick, shelf: Shelf
    ) -> None:
        self._chat = chat
        self._clock = clock
        self._door = door
        self._tick = tick
        self._shelf = shelf
        self._pages = Jinja2Templates(HERE / "templates")

    def routes(self, hosts: Collection[str]) -> list[BaseRoute]:
        guards = middleware(hosts)
        inner = [
            Route("/events", self.events),
            Route("/say", reading(Saying, self.say), methods=["POST"]),
            Route("/press", reading(Press, self.press), methods=["POST"]),
            Route("/submit", reading(Submit, self.submit), methods=["POST"]),
            Route("/clock", reading(Move, self.move), methods=["POST"]),
            Route("/picture", show),
            Route("/export/{export_id:int}/{sha256}", self.export),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]
        return [
            Route("/", self.page, middleware=guards),
            Mount("/playground", routes=inner, middleware=guards),
        ]

    async def page(self, request: Request) -> Response:
        people = self._chat.people
        asked = request.query_params.get("as", "")
        me = asked if asked in people else next(iter(people), "")
        facts = {
            "me": me,
            "frame": frame(self._chat.language(me)),
            "zone": ZONE,
            "bot": BOT,
            "jumps": Jump,
        }
        return self._pages.TemplateResponse(request, "page.html", facts)

    async def events(self, request: Request) -> Response:
        """Everything one person sees: first as it stands, then each change."""
        account = request.query_params.get("as", "")
        if account not in self._chat.people:
            return told(request, BadInput("playground-unknown-person"))
        leaving = anyio.Event()
        return EventSourceResponse(
            self._stream(account, leaving),
            send_timeout=30,
            shutdown_event=leaving,
            shutdown_grace_period=2,
        )

    async def export(self, request: Request) -> Response:
        """A file of HR's. Its hash, told to them alone, is the key to it."""
        file = self._shelf.find(WORKSPACE, request.path_params["export_id"])
        hash = request.path_params["sha256"]
        if file is None or await asyncio.to_thread(sha256_of, file.path) != hash:
            return told(request, BadInput("export-gone"), 404)
        headers = {"Cache-Control": "no-store"}
        return FileResponse(file.path, filename=file.path.name, headers=headers)

    async def say(self, saying: Saying) -> object:
        speaker, place = self._who(saying.speaker), self._where(saying.place, saying.speaker)
        direct = place.kind is PlaceKind.DIRECT
        try:
            typed = understand(saying.text, self._chat.profiles, to_the_bot=direct)
        except UnknownCommand:
            raise BadInput("playground-unknown-command") from None
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
        if not _is_open_still(answer.message):
            self._chat.retire_buttons(press.message, speaker.account)
        return {"answer": self._show(answer, place, speaker, press.ref, press.message)}

    async def submit(self, filled: Submit) -> object:
        speaker, place = self._who(filled.speaker), self._where(filled.place, filled.speaker)
        action = Action(
            WORKSPACE,
            place,
            speaker,
            ActionName.SUBMIT,
            filled.subject,
            f"playground:{filled.ref}",
            form=filled.form,
            fields=filled.fields,
        )
        answer = await self._door.answer(action)
        return {"answer": self._show(answer, place, speaker, filled.ref, filled.message)}

    async def move(self, move: Move) -> object:
        """Move the clock ahead, and do at once whatever becomes due on the way."""
        self._who(move.speaker)
        before = self._clock.now()
        for stop in stops(before, landing(move.to, before, ZONE)):
            self._clock.move_to(stop)
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
            raise BadInput("playground-unknown-person")
        return self._chat.people[account].profile

    def _where(self, key: str, account: str) -> Place:
        place = self._chat.place(key)
        if place is None or (place.kind is PlaceKind.DIRECT and place.id != account):
            raise BadInput("playground-unknown-place")
        return place

    def _chatter(self, saying: Saying, place: Place) -> None:
        person = saying.speaker
        words = spoken(saying.text, self._chat.profiles, self._who(person).locale)
        self._chat.post(Post(f"{person}:{saying.ref}", place, person, self._clock.now(), words))

    def _show(
        self, answer: Answer, place: Place, speaker: Profile, ref: str, pressed: str = ""
    ) -> dict[str, Any]:
        """Put the private answer where only the speaker sees it.

        `pressed` is the post whose button led here. A form lives on the page that opened it.
        """
        self._chat.speak(speaker.account, answer.reader.language, self._clock.now())
        words = render(answer.message, answer.reader, place)
        post = Post(
            f"answer:{speaker.account}:{ref}",
            place,
            BOT.account,
            self._clock.now(),
            words,
            speaker.account if place.kind is PlaceKind.CHANNEL else None,
        )
        if isinstance(answer.message, Form):
            return replace(post, only_for=speaker.account).for_page()
        if isinstance(answer.message, CARDS):
            post = self._chat.reworded(pressed, speaker.account, place, words) or post
        self._chat.post(post)
        return post.for_page()


def _is_open_still(message: Message) -> bool:
    """Whether the button that was answered with this can be pressed again."""
    if isinstance(message, Notice):
        return message.code in STILL_OPEN
    return isinstance(message, Form)


async def _end(queue: Queue, leaving: anyio.Event) -> None:
    """When the server goes, let the stream end as it should."""
    await leaving.wait()
    queue.put_nowait(None)
