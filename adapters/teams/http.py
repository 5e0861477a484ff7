"""The one HTTP session of this edge, open between start and stop."""

import aiohttp


class Http:
    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the Teams edge has not been started")
        return self._session

    async def open(self) -> None:
        if self._session is None:
            # Somebody else's cookies have no business between us and the connector.
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None
