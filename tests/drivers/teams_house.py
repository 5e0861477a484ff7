"""The Teams edge under a real server, with a door that writes down what it hears."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Self, TypeVar

import httpx
from starlette.applications import Starlette

from adapters.teams import TeamsEdge
from adapters.teams.pace import Pace
from adapters.teams.send import TeamsPlatform
from bot.errors import StoreUnavailable
from bot.heard import Action, Installed, Noted, Said
from bot.messages import Answer, Delivery, Form, Help, Message
from bot.model import Kind, Place, Reader, Verb
from tests.drivers.http import NO_TLS, LocalAsgi
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_service import APP_ID, APP_PASSWORD, TENANT

T = TypeVar("T")
READER = Reader("en", "Europe/Stockholm")


class RecordingDoor:
    """Answers everything with `says`; owes it as a delivery where it is told to."""

    def __init__(self) -> None:
        self.says: Message = Help(Kind.GLITTER)
        self.heard: list[Said | Action] = []
        self.noted: list[Noted] = []
        self.owed: list[Delivery] = []
        self.forgetful = False
        """The database is away."""
        self.breaks: Exception | None = None

    async def answer(self, heard: Said | Action) -> Answer:
        if self.breaks:
            raise self.breaks
        self.heard.append(heard)
        at_once = heard.opens_forms and isinstance(self.says, Form)
        if not heard.reply_to or self.forgetful or at_once:
            return Answer(self.says, READER)
        self.owed.append(self._delivery(heard.workspace_id, heard.reply_to))
        return Answer(self.says, READER, owed=True)

    async def note(self, seen: Noted) -> None:
        if self.forgetful:
            raise StoreUnavailable
        self.noted.append(seen)

    def _delivery(self, workspace_id: str, place: Place) -> Delivery:
        known = [one.address for one in self.noted if isinstance(one, Installed)]
        return Delivery(
            id=len(self.heard),
            workspace_id=workspace_id,
            place=place,
            verb=Verb.POST,
            message=self.says,
            reader=READER,
            workspace_address=known[-1],
        )


class TeamsHouse:
    """`chat` talks to `edge`, which tells `door`."""

    def __init__(self, chat: TeamsChat, **changed: Any) -> None:
        self.chat = chat
        self.service = chat.service
        self.door = RecordingDoor()
        settings: dict[str, Any] = {
            "app_id": APP_ID,
            "app_password": APP_PASSWORD,
            "tenants": (TENANT,),
            "openid_url": chat.environment["TEAMS_OPENID_URL"],
            "token_url": chat.environment["TEAMS_TOKEN_URL"],
            "service_urls": (chat.service.url,),
        }
        self.edge = TeamsEdge(**{**settings, **changed})
        assert isinstance(self.edge.platform, TeamsPlatform)
        self.edge.platform.paced = self.edge.platform.paced_asides = Pace(limits=())
        app = Starlette(routes=self.edge.routes(self.door, self._tick))
        self.server = LocalAsgi(app, before=self._start, after=self.edge.stop)
        self.http = httpx.Client(verify=NO_TLS, trust_env=False, timeout=30)

    def __enter__(self) -> Self:
        self.server.start()
        self.chat.connect(self.server.url, self.settle)
        return self

    def __exit__(self, *exc: object) -> None:
        self.http.close()
        self.server.stop()

    def settle(self) -> None:
        owed, self.door.owed = self.door.owed, []
        for delivery in owed:
            self.run(self.edge.platform.send(delivery))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the loop of the edge."""
        return asyncio.run_coroutine_threadsafe(work, self.server.loop).result(30)

    def post(self, body: Any = None, *, authorization: str | None, **more: Any) -> httpx.Response:
        headers = {} if authorization is None else {"Authorization": authorization}
        sent = {"json": body} if body is not None else more
        return self.http.post(f"{self.server.url}/api/messages", headers=headers, **sent)

    @property
    def said(self) -> list[Said]:
        return [one for one in self.door.heard if isinstance(one, Said)]

    @property
    def pressed(self) -> list[Action]:
        return [one for one in self.door.heard if isinstance(one, Action)]

    async def _start(self) -> None:
        await self.edge.start(self.door, ())

    async def _tick(self) -> None:
        return None
