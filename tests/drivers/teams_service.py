"""Microsoft's side of Teams on loopback: keys, tokens and a strict connector."""

import asyncio
import json
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import uuid4

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.drivers.http import LocalServer
from tests.drivers.teams_cards import problem_of
from tests.drivers.teams_graph import FakeGraph

APP_ID = "0b7d4c1e-6b1f-4a52-9f0e-2f1f6f2f9a10"
APP_PASSWORD = "a-password-of-tests"
TENANT = "7f3c1a52-0000-4000-8000-000000000001"
BOT_ID = f"28:{APP_ID}"
ISSUER = "https://api.botframework.com"
ROOT = "17"
"""The message of a person below which everything in a channel is typed."""
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Conversation:
    id: str
    members: dict[str, dict[str, Any]] = field(default_factory=dict)
    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Standing messages of the bot by activity id, oldest first."""
    asides: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The same for those that only their recipient sees."""
    answers: dict[str, str] = field(default_factory=dict)
    """By activity id: the message below which it stands, or ""."""
    forbidden: bool = False
    takes_asides: bool = True

    def shelf(self, request: web.Request) -> dict[str, dict[str, Any]]:
        """Where the message lies, or will lie, of which a request speaks."""
        return self.asides if _is_aside(request) else self.messages


@dataclass(frozen=True)
class Call:
    """One request that reached the service."""

    method: str
    path: str
    authorization: str
    body: str


@dataclass(frozen=True)
class Fault:
    """What the next call to the connector meets instead of an answer."""

    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    code: str = ""
    delay: float = 0.0
    """Seconds before anything is answered."""
    delivered: bool = False
    """The message stands nevertheless."""
    cut: bool = False
    """The connection is dropped instead of an answer."""


@cache
def _private(kid: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Key:
    def __init__(self, kid: str, endorsements: tuple[str, ...] = ("msteams",)) -> None:
        self.kid = kid
        self.endorsements = endorsements
        self.private = _private(kid)

    @property
    def public(self) -> dict[str, Any]:
        found = jwt.algorithms.RSAAlgorithm.to_jwk(self.private.public_key(), as_dict=True)
        return {**found, "kid": self.kid, "use": "sig", "endorsements": list(self.endorsements)}


class FakeTeams:
    """Call `start` first. Everything that is read here may be read from any thread."""

    def __init__(self) -> None:
        self.keys = [Key("key-1")]
        self.conversations: dict[str, Conversation] = {}
        self.people: dict[str, dict[str, Any]] = {}
        """Members by Teams id, as the connector describes them."""
        self.journal: list[Call] = []
        self.faults: list[Fault] = []
        self.tokens = {"token-1"}
        self.drive: dict[str, bytearray] = {}
        """Files in OneDrive, by where they were put."""
        self.channels: list[dict[str, Any]] = []
        """Of the team, besides its first one."""
        self.hangs = False
        """No call to the connector is answered."""
        self.token_faults: list[tuple[int, dict[str, Any]]] = []
        self.graph = FakeGraph(self._has_app)
        self.page = 2
        """Members on one page of a roster, whatever was asked for."""
        self._told = threading.Condition()
        self._server = LocalServer(self._app())

    def start(self) -> None:
        self._server.start()

    def stop(self) -> None:
        self._server.stop()

    @property
    def url(self) -> str:
        return self._server.url

    @property
    def service_url(self) -> str:
        return f"{self.url}/teams/"

    @property
    def connector_calls(self) -> list[Call]:
        return [call for call in self.journal if "/v3/" in call.path]

    def calls(self, path: str) -> int:
        return sum(call.path == path for call in self.journal)

    def wait_for(self, happened: Callable[[], bool]) -> None:
        """Until something is so that a message to somebody brings about."""
        with self._told:
            assert self._told.wait_for(happened, timeout=10)

    def rotate(self) -> None:
        """From now on Microsoft signs with another key."""
        self.keys = [Key(f"key-{uuid4()}")]

    def sign(
        self, *, key: Key | None = None, headers: Mapping[str, Any] = {}, **changed: Any
    ) -> str:
        """A token as the Bot Framework sends it; a claim changed to None is left out."""
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": APP_ID,
            "nbf": now - 60,
            "exp": now + 3600,
            "serviceurl": self.service_url,
            **changed,
        }
        stated = {name: value for name, value in claims.items() if value is not None}
        key = key or self.keys[0]
        return jwt.encode(stated, key.private, "RS256", {"kid": key.kid, **headers})

    def personal(self, account_id: str) -> Conversation:
        """The chat of the bot with one person, which exists from the first time on."""
        made = Conversation(f"a:{account_id.partition(':')[2]}")
        conversation = self.conversations.setdefault(made.id, made)
        conversation.members[account_id] = self.people.get(account_id, {"id": account_id})
        return conversation

    def _has_app(self, member: dict[str, Any]) -> None:
        self.people[member["id"]] = member
        self.personal(member["id"]).forbidden = False

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=4 * 1024 * 1024, middlewares=[self._write_journal])
        conversation = "/teams/v3/conversations/{conversation}"
        app.add_routes(
            [
                *self.graph.routes(),
                web.put("/drive/{file}", self._drive),
                web.get("/openid", self._openid),
                web.get("/keys", self._jwks),
                web.post("/{tenant}/token", self._token),
                web.post("/teams/v3/conversations", self._create),
                web.post(f"{conversation}/activities", self._post),
                web.put(f"{conversation}/activities/{{activity}}", self._put),
                web.delete(f"{conversation}/activities/{{activity}}", self._delete),
                web.get(f"{conversation}/members/{{member}}", self._member),
                web.get("/teams/v3/teams/{team}/conversations", self._channels),
                web.get(f"{conversation}/pagedmembers", self._members),
            ]
        )
        return app

    @web.middleware
    async def _write_journal(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        body = await request.text() if "/drive/" not in request.path else ""
        authorization = request.headers.get("Authorization", "")
        self.journal.append(Call(request.method, request.path, authorization, body))
        if "/v3/" not in request.path:
            return await handler(request)
        if authorization.removeprefix("Bearer ") not in self.tokens:
            return _error(401, "Unauthorized")
        return await self._perhaps_failing(request, handler)

    async def _perhaps_failing(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if self.hangs:
            await asyncio.Event().wait()
        fault = self.faults.pop(0) if self.faults else Fault()
        await asyncio.sleep(fault.delay)
        if fault.delivered:
            await handler(request)
        if fault.cut:
            assert request.transport is not None
            request.transport.abort()
            return web.Response(status=500)
        if fault.status:
            return _error(fault.status, fault.code, fault.headers)
        return await handler(request)

    async def _drive(self, request: web.Request) -> web.Response:
        """OneDrive: pieces in order, and no token of ours."""
        content = await request.read()
        kept = self.drive.setdefault(request.match_info["file"], bytearray())
        first, _, rest = request.headers["Content-Range"].removeprefix("bytes ").partition("-")
        last, _, size = rest.partition("/")
        fits = int(first) == len(kept) and int(last) - int(first) + 1 == len(content)
        if not fits or "Authorization" in request.headers:
            return web.Response(status=400)
        kept += content
        return web.Response(status=201 if len(kept) == int(size) else 202)

    async def _openid(self, request: web.Request) -> web.Response:
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.url}/keys"})

    async def _jwks(self, request: web.Request) -> web.Response:
        return web.json_response({"keys": [key.public for key in self.keys]})

    async def _token(self, request: web.Request) -> web.Response:
        if self.token_faults:
            status, body = self.token_faults.pop(0)
            return web.json_response(body, status=status)
        form = dict(await request.post())
        for_graph = form.get("scope") == f"{self.url}/.default"
        wanted = {
            "grant_type": "client_credentials",
            "client_id": APP_ID,
            "client_secret": APP_PASSWORD,
            "scope": form["scope"] if for_graph else "https://api.botframework.com/.default",
        }
        if form != wanted:
            return web.json_response({"error": "invalid_client"}, status=401)
        if for_graph:
            return web.json_response({"access_token": self.graph.token(), "expires_in": 3600})
        token = f"token-{len(self.tokens) + 1}"
        self.tokens.add(token)
        return web.json_response({"access_token": token, "expires_in": 3600})

    async def _create(self, request: web.Request) -> web.Response:
        asked = await request.json()
        if (
            asked["bot"]["id"] != BOT_ID
            or asked["channelData"]["tenant"]["id"] != asked["tenantId"]
        ):
            return _error(400, "BadArgument")
        [member] = asked["members"]
        found = _named(self.people, member["id"])
        if found is None:
            return _error(403, "MessageWritesBlocked")
        return web.json_response({"id": self.personal(found["id"]).id}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        conversation, refused = self._writable(request)
        if conversation is None:
            return refused
        text = await request.text()
        if problem := problem_of(text) or _aside_problem(request, conversation, text):
            return _error(*problem)
        activity = f"{1_700_000_000_000 + len(self.journal)}"
        conversation.shelf(request)[activity] = json.loads(text)
        _, _, root = request.match_info["conversation"].partition(";messageid=")
        conversation.answers[activity] = root
        with self._told:
            self._told.notify_all()
        return web.json_response({"id": activity}, status=201)

    async def _put(self, request: web.Request) -> web.Response:
        conversation, refused = self._writable(request)
        if conversation is None:
            return refused
        activity = request.match_info["activity"]
        shelf = conversation.shelf(request)
        if activity not in shelf:
            return _error(404, "ActivityNotFoundInConversation")
        text = await request.text()
        if problem := problem_of(text):
            return _error(*problem)
        shelf[activity] = json.loads(text)
        return web.json_response({"id": activity})

    async def _delete(self, request: web.Request) -> web.Response:
        conversation, refused = self._writable(request)
        if conversation is None:
            return refused
        if conversation.shelf(request).pop(request.match_info["activity"], None) is None:
            return _error(404, "ActivityNotFoundInConversation")
        return web.Response()

    async def _member(self, request: web.Request) -> web.Response:
        conversation = self.conversations.get(request.match_info["conversation"])
        found = conversation and _named(conversation.members, request.match_info["member"])
        if not found:
            return _error(404, "MemberNotFoundInConversation")
        return web.json_response(found)

    async def _members(self, request: web.Request) -> web.Response:
        conversation = self.conversations.get(request.match_info["conversation"])
        if conversation is None:
            return _error(404, "ConversationNotFound")
        start = int(request.query.get("continuationToken", "0"))
        members = list(conversation.members.values())
        page: dict[str, Any] = {"members": members[start : start + self.page]}
        if start + self.page < len(members):
            page["continuationToken"] = str(start + self.page)
        return web.json_response(page)

    async def _channels(self, request: web.Request) -> web.Response:
        """Of one team; its first channel has the id of the team, and no name."""
        first = {"id": request.match_info["team"], "name": None}
        return web.json_response({"conversations": [first, *self.channels]})

    def _writable(self, request: web.Request) -> tuple[Conversation | None, web.Response]:
        id, _, root = request.match_info["conversation"].partition(";messageid=")
        conversation = self.conversations.get(id)
        known = conversation and (not root or root == ROOT or root in conversation.messages)
        if conversation is None or not known:
            return None, _error(404, "ConversationNotFound")
        if conversation.forbidden:
            return None, _error(403, "BotNotInConversationRoster")
        return conversation, web.Response()


def _is_aside(request: web.Request) -> bool:
    return request.query.get("isTargetedActivity") == "true"


def _aside_problem(
    request: web.Request, conversation: Conversation, text: str
) -> tuple[int, str] | None:
    """Why Teams would not show this to its recipient alone."""
    if not _is_aside(request):
        return None
    recipient = json.loads(text).get("recipient", {}).get("id")
    fits = conversation.id.startswith("19:") and recipient in conversation.members
    return None if fits and conversation.takes_asides else (403, "BadRecipient")


def _named(members: Mapping[str, dict[str, Any]], id: str) -> dict[str, Any] | None:
    """Somebody by Teams id or by Entra object id."""
    for one in members.values():
        known = (one["id"], one.get("aadObjectId", ""), one.get("objectId", ""))
        if id.lower() in map(str.lower, known):
            return one
    return None


def _error(status: int, code: str, headers: Mapping[str, str] = {}) -> web.Response:
    body = {"error": {"code": code, "message": code}}
    return web.json_response(body, status=status, headers=dict(headers))
