"""Slash commands, heard ahead of what bolt does for all other requests."""

from collections.abc import Awaitable, Callable

from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse

from adapters.slack.heard import COMMANDS


class Commands(AsyncMiddleware):
    """Bolt makes a dozen tools for each listener, twice, to answer by calls to Slack. A command is
    answered in its acknowledgement and needs none of them: making them took longer than the award.
    """

    def __init__(self, hear: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]) -> None:
        self._hear = hear

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        command = isinstance(req.body, dict) and req.body.get("command")
        return await (self._hear(req) if command in COMMANDS else next())
