"""The Slack folder as `app.py` uses it."""

from collections.abc import Iterable

from starlette.routing import BaseRoute

from adapters.doctor import Finding
from adapters.edge import SentBefore, Tick
from adapters.shelf import Shelf
from adapters.slack import http
from adapters.slack.access import Access
from adapters.slack.checkup import Checkup
from adapters.slack.guard import Guard
from adapters.slack.install import Installation
from adapters.slack.listen import Listener
from adapters.slack.manifest import EVENTS_PATH
from adapters.slack.oauth import Install
from adapters.slack.send import SlackPlatform
from adapters.slack.socket import Socket
from adapters.slack.tokens import App, Tokens
from adapters.slack.wire import Wire
from bot.memory import Store
from bot.ports import Clock, Door, Platform


class SlackEdge:
    """The workspace of `bot_token`, and all in which `app` is installed.

    Slack comes to us where there is a `signing_secret`; with an `app_token` we go to Slack.
    `api_url` is the base of the Web API, with or without a slash at the end.
    """

    def __init__(
        self,
        *,
        api_url: str,
        signing_secret: str | None = None,
        app_token: str | None = None,
        bot_token: str | None = None,
        app: App | None = None,
        public_url: str = "",
        clock: Clock | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self._api_url = api_url
        self._app_token = app_token
        self._bot_token = bot_token
        self._wire = Wire(api_url)
        own = Installation(self._wire, bot_token) if bot_token else None
        kept = Tokens(app, self._wire) if app else None
        self._access = Access(self._wire, own, kept)
        self._guard = Guard(signing_secret) if signing_secret else None
        self._platform = SlackPlatform(self._wire, self._access, shelf)
        self._install: Install | None = None
        if app and kept and clock:
            self._install = Install(app, clock, public_url, api_url, self._wire, kept)
        self._socket: Socket | None = None

    @property
    def platform(self) -> Platform:
        return self._platform

    def routes(self, door: Door, tick: Tick) -> list[BaseRoute]:  # noqa: ARG002
        found: list[BaseRoute] = []
        if self._guard:
            found.append(http.route(EVENTS_PATH, self._guard, self._listener(door)))
        if self._install:
            found += self._install.routes(door, self._access)
        return found

    async def start(self, door: Door, sent: Iterable[SentBefore]) -> None:  # noqa: ARG002
        self._wire.open()
        try:
            await self._access.start(door)
            if self._app_token:
                self._socket = Socket(self._app_token, self._api_url, self._listener(door))
                await self._socket.start()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        if self._socket:
            await self._socket.stop()
        await self._access.stop()
        await self._wire.close()

    async def checkup(self, store: Store | None) -> list[Finding]:
        self._wire.open()
        try:
            look = Checkup(self._wire, self._access, self._bot_token, self._app_token)
            return await look.all(store)
        finally:
            await self._wire.close()

    def _listener(self, door: Door) -> Listener:
        return Listener(door, self._access, self._wire)
