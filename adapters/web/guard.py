"""What the pages demand of a request, and what every response of theirs carries."""

from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from adapters import bodies

MOST = 16 * 1024
"""Bytes of a request's body; our forms are small."""
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Refused(Exception):
    """A request that no page of ours sends."""


async def fields(request: Request, home: str) -> dict[str, str]:
    """What a form of ours sent. Raises Refused for anything else.

    `home` is the host of PUBLIC_URL: a proxy may tell us another name than the browser used.
    """
    origin = request.headers.get("origin")
    ours = {request.headers.get("host", ""), home}
    if origin is not None and urlsplit(origin).netloc not in ours - {""}:
        raise Refused
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise Refused
    try:
        body = await bodies.read(request, MOST)
    except (bodies.TooLarge, bodies.Unfinished):
        raise Refused from None
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=50))
    except ValueError:
        raise Refused from None


def is_loopback(request: Request) -> bool:
    return (request.url.hostname or "") in LOOPBACK
