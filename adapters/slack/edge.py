"""The Slack folder as `app.py` uses it."""

from collections.abc import Iterable

from starlette.routing import BaseRoute

from adapters.edge import SentBefore, Tick
from adapters.slack.guard import Guard
from adapters.slack.install import Installation
from adapters.slack.listen import Listener
from adapters.slack.send import SlackPlatform
from adapters.slack.wire import Wire
from bot.ports import Door, Platform


class SlackEdge:
    """One Slack workspace.

    `api_url` is the base of the Web API, with or without a slash at the end.
    """

    def __init__(self, *, signing_secret: str, bot_token: str, api_url: str) -> None:
        self._wire = Wire(bot_token, api_url)
        self._installation = Installation(self._wire)
        self._guard = Guard(signing_secret)
        self._platform = SlackPlatform(self._wire, self._installation)

    @property
    def platform(self) -> Platform:
        return self._platform

    def routes(self, door: Door, tick: Tick) -> list[BaseRoute]:  # noqa: ARG002
        listener = Listener(door, self._installation, self._wire)
        return [listener.route("/slack/events", self._guard)]

    async def start(self, door: Door, sent: Iterable[SentBefore]) -> None:  # noqa: ARG002
        self._wire.open()
        try:
            await self._installation.start(door)
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        await self._installation.stop()
        await self._wire.close()
