"""The body of a request, read to its end: no more of it is held than allowed, nor for longer."""

import asyncio

from starlette.requests import ClientDisconnect, Request

READING_SECONDS = 3.0
"""Whoever takes longer is given up; Slack itself waits no longer for an answer."""


class TooLarge(Exception):
    """More than was allowed; nothing beyond that has been read."""


class Unfinished(Exception):
    """It did not come in time, or its sender left."""


async def read(request: Request, most: int) -> bytes:
    """All of it, `most` bytes at most. Raises TooLarge or Unfinished."""
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and len(announced) < 20 and int(announced) > most:
        raise TooLarge
    body = bytearray()
    try:
        async with asyncio.timeout(READING_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most:
                    raise TooLarge
    except (TimeoutError, ClientDisconnect):
        raise Unfinished from None
    return bytes(body)
