"""Whether a request comes from the Bot Framework: its token, checked before its body is read.

The checks are those of Microsoft's page "Authentication with the Bot Connector API".
"""

import asyncio
import time
from collections import deque
from typing import Any

import aiohttp
import jwt
import structlog

from adapters.teams.http import Http
from bot.values import dataclass

log = structlog.get_logger()

ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
LEEWAY = 300
"""Seconds by which clocks may differ."""
TIMEOUT = aiohttp.ClientTimeout(total=5)
FETCHES = 2
PER = 60.0
"""At most so many key fetches within so many seconds."""
STALE = 24 * 3600.0
"""Seconds after which keys are fetched anew although none is missing."""
MAX_TOKEN = 16 * 1024
MOST_PASSED = 100
"""Tokens that are remembered once they were checked, until they end or their key goes."""

# All that hostile JSON makes PyJWT and its JSON reader raise.
_FORGED = (
    jwt.PyJWTError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
)


class Unverified(Exception):
    """The request is not from the Bot Framework, or it cannot be told."""


class Keys:
    """Microsoft's signing keys that are endorsed for Teams, by key id."""

    def __init__(self, openid_url: str, http: Http) -> None:
        self._openid_url = openid_url
        self._http = http
        self._keys: dict[str, Any] = {}
        self._fetched_at = float("-inf")
        self._attempts: deque[float] = deque(maxlen=FETCHES)
        self._lock = asyncio.Lock()
        self._refreshing: asyncio.Task[None] | None = None

    async def get(self, kid: str) -> Any:
        """The public key. Raises Unverified where there is none, also after a fetch."""
        if kid not in self._keys:
            await self._look_for(kid)
        elif time.monotonic() - self._fetched_at > STALE:
            self.warm()
        try:
            return self._keys[kid]
        except KeyError:
            raise Unverified("key") from None

    def warm(self) -> None:
        """Fetch in the background, where the limit allows it."""
        if self._refreshing is None or self._refreshing.done():
            self._refreshing = asyncio.create_task(self._fetch_once())

    async def stop(self) -> None:
        if self._refreshing is not None:
            self._refreshing.cancel()
            await asyncio.gather(self._refreshing, return_exceptions=True)

    async def _fetch_once(self) -> None:
        async with self._lock:
            await self._fetch()

    async def _look_for(self, kid: str) -> None:
        async with self._lock:
            if kid not in self._keys:
                await self._fetch()

    async def _fetch(self) -> None:
        now = time.monotonic()
        if len(self._attempts) == FETCHES and now - self._attempts[0] < PER:
            return
        self._attempts.append(now)
        try:
            metadata = await self._read(self._openid_url)
            self._keys = _endorsed(await self._read(metadata["jwks_uri"]))
            self._fetched_at = now
        except (aiohttp.ClientError, TimeoutError, *_FORGED) as error:
            log.warning("teams.keys_unavailable", kind=type(error).__name__)

    async def _read(self, url: str) -> Any:
        async with self._http.session.get(url, timeout=TIMEOUT, allow_redirects=False) as response:
            response.raise_for_status()
            return await response.json(content_type=None)


def _endorsed(found: Any) -> dict[str, Any]:
    """The RSA keys of a JWKS document that Teams may sign with."""
    return {
        key["kid"]: jwt.PyJWK(key, algorithm="RS256").key
        for key in found["keys"]
        if key.get("kty") == "RSA" and CHANNEL in key.get("endorsements", ())
    }


@dataclass(frozen=True, slots=True)
class _Passed:
    """What a token that was checked said."""

    kid: str
    key: Any
    exp: int
    """Seconds since 1970."""
    service_url: str


class Gate:
    """Checks the Authorization header of one bot."""

    def __init__(self, app_id: str, keys: Keys) -> None:
        self._app_id = app_id
        self._keys = keys
        # The Bot Framework sends one token for an hour, with each request.
        self._passed: dict[str, _Passed] = {}

    async def claimed_service_url(self, authorization: list[str]) -> str:
        """The `serviceurl` claim of a valid token. Raises Unverified for any other header."""
        try:
            token = _bearer(authorization)
            passed = self._passed.get(token)
            kid = passed.kid if passed else jwt.get_unverified_header(token)["kid"]
            key = await self._keys.get(kid)
            if passed is None or passed.key is not key or _is_over(passed):
                passed = self._check(token, kid, key)
        except _FORGED as error:
            raise Unverified(type(error).__name__) from None
        return passed.service_url

    def _check(self, token: str, kid: str, key: Any) -> _Passed:
        claims = self._decode(token, key)
        service_url = claims["serviceurl"]
        if not isinstance(service_url, str) or not service_url:
            raise Unverified("serviceurl")
        if len(self._passed) >= MOST_PASSED:
            self._passed.clear()
        made = _Passed(kid, key, int(claims["exp"]), service_url)
        self._passed[token] = made
        return made

    def _decode(self, token: str, key: Any) -> dict[str, Any]:
        return jwt.decode(
            token,
            key,
            algorithms=["RS256"],
            audience=self._app_id,
            issuer=ISSUER,
            leeway=LEEWAY,
            options={"require": ["exp", "iss", "aud"], "strict_aud": True},
        )


def _is_over(passed: _Passed) -> bool:
    return passed.exp + LEEWAY <= time.time()


def _bearer(authorization: list[str]) -> str:
    if len(authorization) != 1 or len(authorization[0]) > MAX_TOKEN:
        raise Unverified("header")
    scheme, _, token = authorization[0].partition(" ")
    if scheme.lower() != "bearer":
        raise Unverified("scheme")
    return token
