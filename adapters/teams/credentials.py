"""The bot's own token, towards the Bot Connector unless told otherwise: client credentials, kept
until shortly before they expire."""

import asyncio
import time
from datetime import timedelta
from typing import Any

import aiohttp
import structlog

from adapters.teams.http import Http
from bot.outcomes import Again, Revoked
from bot.values import dataclass

log = structlog.get_logger()

SCOPE = "https://api.botframework.com/.default"
TIMEOUT = aiohttp.ClientTimeout(total=10)
EARLY = 300.0
"""Seconds before its end at which a token is renewed."""
A_MINUTE = timedelta(minutes=1)


class NoToken(Exception):
    """There is no token; `outcome` says what that means for whatever was to be sent."""

    def __init__(self, outcome: Again | Revoked) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class _Token:
    value: str
    renew_at: float


class Credentials:
    """`token_url` may hold `{tenant}`; tokens are kept per resulting address."""

    def __init__(
        self, app_id: str, app_password: str, token_url: str, http: Http, scope: str = SCOPE
    ) -> None:
        self._app_id = app_id
        self._app_password = app_password
        self._token_url = token_url
        self._http = http
        self._scope = scope
        self._tokens: dict[str, _Token] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def token(self, tenant_id: str) -> str:
        """Raises NoToken."""
        url = self._token_url.replace("{tenant}", tenant_id)
        async with self._locks.setdefault(url, asyncio.Lock()):
            kept = self._tokens.get(url)
            if kept is None or time.monotonic() >= kept.renew_at:
                kept = self._tokens[url] = await self._fetch(url)
        return kept.value

    def forget(self, tenant_id: str) -> None:
        """The connector did not take the token: fetch another one next time."""
        self._tokens.pop(self._token_url.replace("{tenant}", tenant_id), None)

    async def _fetch(self, url: str) -> _Token:
        form = {
            "grant_type": "client_credentials",
            "client_id": self._app_id,
            "client_secret": self._app_password,
            "scope": self._scope,
        }
        try:
            async with self._http.session.post(
                url, data=form, timeout=TIMEOUT, allow_redirects=False
            ) as response:
                answer = await response.json(content_type=None)
                return _read(response.status, answer)
        except (aiohttp.ClientError, TimeoutError, ValueError, LookupError, TypeError) as error:
            log.warning("teams.token_unavailable", kind=type(error).__name__)
            raise NoToken(Again("token-unavailable")) from None


def _read(status: int, answer: Any) -> _Token:
    error = str(answer["error"]) if status in (400, 401) else ""
    if error == "unauthorized_client":
        raise NoToken(Revoked(error))
    if status != 200:
        # Also where the secret ran out: nobody removed the bot, so nothing is given up.
        log.warning("teams.token_refused", code=error, status=status)
        raise NoToken(Again(error or "token-refused", A_MINUTE, whole_workspace=True))
    lasts = float(answer["expires_in"])
    # A short-lived token is still used for half of its life.
    keep = max(lasts - EARLY, lasts / 2)
    return _Token(str(answer["access_token"]), time.monotonic() + keep)
