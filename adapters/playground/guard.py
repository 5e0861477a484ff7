"""What a request must be before the playground, which has no sign-in, listens to it."""

import json
from collections.abc import Awaitable, Callable, Collection
from typing import TypeVar
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters import bodies, browser
from adapters.headers import Headers
from bot import texts

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MOST = 64 * 1024
"""Bytes of a request's body."""
_SHOWN = 80
"""Characters of a name that was sent."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Body = TypeVar("Body", bound=BaseModel)


class BadInput(Exception):
    """What went wrong: a text, and its facts."""

    def __init__(self, text: str, **facts: object) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts


def middleware(hosts: Collection[str]) -> list[Middleware]:
    """Only these names of ours are answered, so that no foreign name can be pointed at us."""
    return [
        # A changed script must reach the page at once.
        Middleware(Headers, always=HEADERS, cached="no-cache"),
        Middleware(TrustedHostMiddleware, allowed_hosts=[*LOOPBACK, *hosts], www_redirect=False),
    ]


def reading(
    body: type[Body], handle: Callable[[Body], Awaitable[object]]
) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that hands a checked JSON body on, and turns bad input into a sentence."""

    async def endpoint(request: Request) -> Response:
        if _is_foreign(request):
            return JSONResponse({"error": "This page may not speak here."}, 403)
        try:
            return JSONResponse(await handle(body.model_validate(await _read(request))))
        except ValidationError as error:
            return told(request, _said(error))
        except BadInput as error:
            return told(request, error)

    return endpoint


def told(request: Request, error: BadInput, status: int = 400) -> Response:
    """What went wrong, in the language that the page asks for."""
    sentence = texts.say(browser.reader(request), error.text, **error.facts)
    return JSONResponse({"error": sentence}, status)


def _is_foreign(request: Request) -> bool:
    """Whether a page of somebody else sent it. Programs send no Origin."""
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


async def _read(request: Request) -> object:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise BadInput("playground-unreadable", detail="application/json")
    try:
        body = await bodies.read(request, MOST)
    except bodies.TooLarge:
        raise BadInput("playground-too-much") from None
    except bodies.Unfinished:
        raise BadInput("playground-unreadable", detail="JSON") from None
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise BadInput("playground-unreadable", detail="JSON") from None


def _said(error: ValidationError) -> BadInput:
    """People meet a limit of length; anything else is a page that is not ours or not today's."""
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "string_too_long":
        return BadInput("playground-too-long", count=first["ctx"]["max_length"])
    where = ".".join(map(str, first["loc"]))
    return BadInput("playground-unreadable", detail=where[:_SHOWN] or first["type"])
