"""The one HTTP session to Slack, and the clients that share it."""

import asyncio
import logging
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 20.0

SILENT = logging.Logger("slack", logging.CRITICAL + 1)
"""For the libraries: their log lines carry whole requests, words and tokens included."""


class Wire:
    """`writes` never repeats a call; `reads` waits out a 429 and repeats a broken connection.

    Neither holds a token: each call names its own.
    """

    def __init__(self, api_url: str, answer_seconds: float = ANSWER_SECONDS) -> None:
        self._timeout = aiohttp.ClientTimeout(
            total=answer_seconds, sock_connect=min(CONNECT_SECONDS, answer_seconds)
        )
        self._session: aiohttp.ClientSession | None = None
        self._background: set[asyncio.Task[None]] = set()
        self.writes = AsyncWebClient(None, api_url, logger=SILENT, retry_handlers=[])
        self.reads = AsyncWebClient(
            None,
            api_url,
            logger=SILENT,
            retry_handlers=[
                AsyncRateLimitErrorRetryHandler(max_retry_count=5),
                AsyncConnectionErrorRetryHandler(max_retry_count=2),
            ],
        )

    @property
    def is_open(self) -> bool:
        return self._session is not None

    def open(self) -> None:
        """Called on the loop that will use it."""
        # A reused connection that Slack closes that moment looks like a post that may have
        # arrived, so every call has a connection of its own.
        connector = aiohttp.TCPConnector(force_close=True)
        self._session = aiohttp.ClientSession(connector=connector, timeout=self._timeout)
        self.writes.session = self.reads.session = self._session

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Runs `work`, which handles its own errors; `close` waits for it."""
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    async def close(self) -> None:
        if self._background:
            await asyncio.wait(self._background, timeout=self._timeout.total)
        session, self._session = self._session, None
        if session:
            await session.close()

    async def exchange(self, **given: str) -> dict[str, Any]:
        """A token for a code, or for the token that renews it. Raises what the SDK raises."""
        # The SDK's own method puts the secret into a header by a way that aiohttp gives up.
        answer = await self.writes.api_call("oauth.v2.access", data=given)
        return answer.data if isinstance(answer.data, dict) else {}

    async def put(self, url: str, path: Path, seconds: float) -> None:
        """Send a file to the address that Slack gave for it. Raises aiohttp.ClientError."""
        if self._session is None:
            raise aiohttp.ClientConnectionError("closed")
        within = aiohttp.ClientTimeout(total=seconds)
        with path.open("rb") as content:
            async with self._session.post(
                url, data=content, timeout=within, allow_redirects=False
            ) as got:
                got.raise_for_status()

    async def respond(self, response_url: str, payload: dict[str, Any]) -> None:
        """Answer an interaction after its acknowledgement. Raises aiohttp.ClientError."""
        if self._session is None:
            raise aiohttp.ClientConnectionError("closed")
        async with self._session.post(response_url, json=payload, allow_redirects=False) as got:
            got.raise_for_status()
