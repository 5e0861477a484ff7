"""Calls to the Bot Connector, each with a token, to trusted addresses only."""

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import aiohttp

from adapters.teams.address import Address
from adapters.teams.credentials import Credentials, NoToken
from adapters.teams.http import Http
from adapters.teams.trust import ServiceUrls
from bot.outcomes import Again, Blocked, Outcome, Rejected, Uncertain
from bot.values import dataclass

TIMEOUT = 15.0
"""Seconds for one call."""
MAX_ANSWER = 4 * 1024 * 1024
_CODE = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NEVER_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class Failed(Exception):
    """The call did not succeed; `outcome` says what became of it."""

    def __init__(self, outcome: Outcome, status: int = 0) -> None:
        super().__init__(type(outcome).__name__)
        self.outcome = outcome
        self.status = status


@dataclass(frozen=True, slots=True)
class Call:
    """`path` is below the service URL, its parts quoted already."""

    method: str
    path: str
    body: str | None = None
    timeout: float | None = None
    """Seconds; None for what is usual."""


class Connector:
    def __init__(self, http: Http, credentials: Credentials, urls: ServiceUrls) -> None:
        self._http = http
        self._credentials = credentials
        self._urls = urls

    async def call(self, address: Address, call: Call) -> Any:
        """The JSON of a successful answer, None where there is none. Raises Failed."""
        if not self._urls.allow(address.service_url):
            raise Failed(Blocked("service-url"))
        try:
            token = await self._credentials.token(address.tenant_id)
        except NoToken as error:
            raise Failed(error.outcome) from None
        try:
            return await self._request(address, call, token)
        except _NEVER_CONNECTED:
            raise Failed(Again("unreachable")) from None
        except TimeoutError:
            raise Failed(Uncertain("timeout")) from None
        except aiohttp.ClientError:
            raise Failed(Uncertain("cut")) from None

    async def repeatable(self, address: Address, call: Call) -> Any:
        """The same for a call that does no harm twice: nothing is uncertain about it."""
        try:
            return await self.call(address, call)
        except Failed as failure:
            if isinstance(failure.outcome, Uncertain):
                raise Failed(Again(failure.outcome.code), failure.status) from None
            raise

    async def open_personal(self, address: Address, account: str) -> Address:
        """The bot's chat with a member: the same one however often it is asked for.

        Raises Failed, with status 403 or 404 where the member cannot be reached at all.
        """
        asked = {
            "isGroup": False,
            "bot": {"id": address.bot_id},
            "members": [{"id": account}],
            "tenantId": address.tenant_id,
            "channelData": {"tenant": {"id": address.tenant_id}},
        }
        call = Call("POST", "/v3/conversations", json.dumps(asked))
        conversation = id_of(await self.repeatable(address, call))
        if not conversation:
            raise Failed(Again("no-conversation"))
        return address.at(conversation)

    async def _request(self, address: Address, call: Call, token: str) -> Any:
        async with self._http.session.request(
            call.method,
            address.service_url.rstrip("/") + call.path,
            data=call.body.encode("utf-8", "replace") if call.body is not None else None,
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            timeout=aiohttp.ClientTimeout(total=call.timeout or TIMEOUT),
            allow_redirects=False,
        ) as response:
            answer = _read(await response.content.read(MAX_ANSWER))
            if response.status == 401:
                self._credentials.forget(address.tenant_id)
            if not 200 <= response.status < 300:
                outcome = _outcome(response.status, _code(answer), response.headers)
                raise Failed(outcome, response.status)
            return answer


def escaped(part: str) -> str:
    """One part of a path."""
    return quote(part, safe="")


def id_of(answer: Any) -> str:
    """The id that an answer names, or ""."""
    found = answer.get("id") if isinstance(answer, dict) else None
    return found if isinstance(found, str) else ""


def _read(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _code(answer: Any) -> str:
    """The connector's own word for an error, as `MessageWritesBlocked`, or ""."""
    error = answer.get("error") if isinstance(answer, dict) else None
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def _outcome(status: int, code: str, headers: Any) -> Outcome:
    """Microsoft advises to repeat on 412, 502 and 504; but a message may stand by then."""
    code = code or f"http-{status}"
    match status:
        case 429:
            return Again(code, wait(headers.get("Retry-After", "")))
        case 401:
            return Again(code)
        case 403 | 404 | 410:
            return Blocked(code)
        case 408 | 412:
            return Uncertain(code)
        case _ if status >= 500:
            return Uncertain(code)
        case _ if 300 <= status < 400:
            return Blocked("redirected")
        case _:
            return Rejected(code)


def wait(retry_after: str) -> timedelta | None:
    """What a `Retry-After` of seconds asks for, an hour at most; None for anything else."""
    return timedelta(seconds=min(int(retry_after), 3600)) if retry_after.isdecimal() else None
