"""The cookie of a session, and the token that ties a form to it."""

from hashlib import sha256
from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import Response

from bot.visits import SESSION_LASTS


class Cookie:
    """`secure`: the pages are reached over https, and the browser may send it there alone."""

    def __init__(self, secure: bool) -> None:
        self._secure = secure
        self.name = "__Host-glitter" if secure else "glitter"

    def token(self, request: Request) -> str:
        """The session's token; "" where there is none."""
        return request.cookies.get(self.name, "")

    def put(self, response: Response, token: str) -> None:
        response.set_cookie(
            self.name,
            token,
            max_age=int(SESSION_LASTS.total_seconds()),
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def take(self, response: Response) -> None:
        response.delete_cookie(
            self.name, path="/", secure=self._secure, httponly=True, samesite="lax"
        )


def form_token(token: str) -> str:
    """What a form of this session carries. Nobody can tell the session's token from it."""
    return sha256(f"form {token}".encode("utf-8", "surrogateescape")).hexdigest()


def is_form_of(token: str, given: str) -> bool:
    return compare_digest(form_token(token).encode(), given.encode("utf-8", "surrogateescape"))
