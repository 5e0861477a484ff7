"""Nothing passes unless Slack signed it a moment ago."""

import re
from http import HTTPStatus

from slack_sdk.signature import SignatureVerifier
from starlette.requests import Request

from adapters import bodies

LIMIT = 1024 * 1024
"""Bytes of a body, counted before anything is parsed."""
_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


class Refused(Exception):
    """The request is not taken; `status` says why as far as a stranger may know."""

    def __init__(self, reason: str, status: HTTPStatus = HTTPStatus.UNAUTHORIZED) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class CertificateCheck(Exception):
    """Slack only looked whether somebody is here; nothing was asked, nothing is to be read."""


class Guard:
    """Checks size, headers, age, encoding and signature, in this order, before any parsing.

    The checks ahead of the library's own exist because it raises for such headers and bodies.
    https://docs.slack.dev/authentication/verifying-requests-from-slack
    """

    def __init__(self, signing_secret: str) -> None:
        self._verifier = SignatureVerifier(signing_secret)

    async def read(self, request: Request) -> str:
        """The body, proven to come from Slack. Raises Refused or CertificateCheck."""
        raw = await _read(request)
        if _is_certificate_check(request, raw):
            raise CertificateCheck
        timestamp = _only(request, "x-slack-request-timestamp", _TIMESTAMP)
        signature = _only(request, "x-slack-signature", _SIGNATURE)
        try:
            body = raw.decode()
        except UnicodeDecodeError:
            raise Refused("encoding") from None
        if not self._verifier.is_valid(body, timestamp, signature):
            raise Refused("signature")
        return body


def _is_certificate_check(request: Request, raw: bytes) -> bool:
    # Slack's look at our certificate is the one request that it does not sign; it wants nothing.
    return "x-slack-signature" not in request.headers and b"ssl_check=1" in raw.split(b"&")


def _only(request: Request, name: str, form: re.Pattern[str]) -> str:
    values = request.headers.getlist(name)
    if len(values) != 1 or not form.fullmatch(values[0]):
        raise Refused(name)
    return values[0]


async def _read(request: Request) -> bytes:
    try:
        return await bodies.read(request, LIMIT)
    except bodies.TooLarge:
        raise Refused("size", HTTPStatus.REQUEST_ENTITY_TOO_LARGE) from None
    except bodies.Unfinished:
        raise Refused("unfinished") from None
