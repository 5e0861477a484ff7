"""Security headers on every response of a part of the site."""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Headers:
    """Middleware that puts `always` on every response, and `cached` where nothing else is said."""

    def __init__(self, app: ASGIApp, always: Mapping[str, str], cached: str) -> None:
        self._app = app
        self._always = always
        self._cached = cached

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._always)
                headers.setdefault("Cache-Control", self._cached)
            await send(message)

        await self._app(scope, receive, with_headers)
