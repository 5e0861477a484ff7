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

from adapters.headers import Headers

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MOST = 64 * 1024
"""Bytes of a request's body."""

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
    """The sentence that the page shows."""


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
            return JSONResponse({"error": _sentence(error)}, 400)
        except BadInput as error:
            return JSONResponse({"error": str(error)}, 400)

    return endpoint


def _is_foreign(request: Request) -> bool:
    """Whether a page of somebody else sent it. Programs send no Origin."""
    origin = request.headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != request.headers.get("host")


async def _read(request: Request) -> object:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise BadInput("Send this as application/json.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST:
            raise BadInput("That is too much at once. Shorten it.")
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise BadInput("That is no JSON.") from None


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg']}." if where else f"{first['msg']}."
