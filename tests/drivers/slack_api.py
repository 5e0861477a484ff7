"""Slack's Web API on loopback, as strict as the real one, with faults on request."""

import asyncio
import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

from adapters.slack.manifest import SCOPES
from tests.drivers.http import LocalServer
from tests.drivers.slack_files import Files
from tests.drivers.slack_limits import refusal
from tests.drivers.slack_oauth import OAuth
from tests.drivers.slack_socket import Sockets
from tests.drivers.slack_views import Modal, Modals

TEAM, BOT = "T1", "UGLITTERBOT"
DOMAIN = "kaktus"
TOKEN = "xoxb-1-glitterkaktus"
PATIENCE = 5.0
OUTSIDE, ARCHIVED = "not_in_channel", "is_archived"


@dataclass(frozen=True)
class Call:
    """One request as it arrived; `raw` are its bytes."""

    method: str
    args: dict[str, Any]
    raw: str
    token: str


@dataclass(frozen=True)
class Fault:
    """What goes wrong with one call: the first that is set, after `delay` seconds."""

    status: int = 0
    error: str = ""
    retry_after: str | None = None
    cut: str = ""
    """`before` the call has done anything, or `after` it has."""
    delay: float = 0
    body: str | None = None
    """Sent as text/html in place of Slack's answer."""


@dataclass
class Channel:
    id: str
    name: str
    owner: str = ""
    """A direct chat: whose."""
    closed: str = ""
    """The error code that a post gets."""
    private: bool = False
    shared: bool = False
    """With another organisation."""
    messages: list[dict[str, Any]] = field(default_factory=list)


class FakeSlack:
    """One workspace with one bot. `journal` keeps every call, the refused ones too.

    Others may stand beside it on the same server: which one is meant, the token says.
    """

    def __init__(self, team: str = TEAM, name: str = "Kaktus AB", token: str = TOKEN) -> None:
        self.team = team
        self.name = name
        self.scopes = sorted(SCOPES)
        self.beside: list[FakeSlack] = []
        self.dead: set[str] = set()
        """Tokens that were good once."""
        self.oauth = OAuth()
        self.organisation: list[FakeSlack] = []
        """What a token of an organisation opens; its calls all come here."""
        self.journal: list[Call] = []
        self.users: dict[str, dict[str, Any]] = {}
        self.channels: dict[str, Channel] = {}
        self.groups: dict[str, tuple[str, list[str]]] = {}
        """Each user group: its name and the accounts in it."""
        self.token = token
        self.page_size = 200
        self.modals = Modals()
        self.accepted: Callable[[Call], None] = lambda call: None
        """Called on the fake's thread before each answer; tests look around from here."""
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._clock = count(1)
        self.replies: dict[str, list[dict[str, Any]]] = defaultdict(list)
        """What came to each response URL, by its token."""
        self._pressed: dict[str, tuple[Channel, str]] = {}
        self._told = threading.Condition()
        self.files = Files()
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._handle)
        app.router.add_post("/respond/{token}", self._respond)
        app.router.add_post("/upload/{file}", self.files.upload)
        self.sockets = Sockets(app)
        self._server = LocalServer(app)

    def start(self) -> None:
        self._server.start()
        self.sockets.open(self._server)

    def add(self, team: str, name: str = "", token: str = "") -> "FakeSlack":
        """One more workspace, with its own people, channels, journal and faults."""
        house = FakeSlack(team, name or f"Shop {team}", token or f"xoxb-{team}")
        house.files, house._server = self.files, self._server
        self.beside.append(house)
        return house

    def revoke(self, house: "FakeSlack") -> None:
        """The app is removed from the house: its token opens nothing any more."""
        self.dead.add(house.token)
        self.oauth.forget(house)
        house.token = ""

    def stop(self) -> None:
        self._server.stop()

    @property
    def api_url(self) -> str:
        return f"{self._server.url}/api/"

    def fail(self, method: str, *faults: Fault) -> None:
        """The next calls of `method` meet these faults, one each."""
        self._faults[method] += faults

    def calls(self, method: str) -> list[Call]:
        return [call for call in self.journal if call.method == method]

    def open_channel(self, name: str) -> Channel:
        """A channel that the bot has been invited to."""
        id = "C" + name.upper().replace("-", "")
        return self.channels.setdefault(id, Channel(id, name))

    def open_direct(self, user_id: str) -> Channel:
        id = "D" + user_id[1:]
        return self.channels.setdefault(id, Channel(id, "directmessage", owner=user_id))

    def next_ts(self) -> str:
        return f"1700000000.{next(self._clock):06}"

    def response_url(self, token: str, pressed: tuple[Channel, str] | None = None) -> str:
        """Where the app answers; `pressed` is the message, by its ts, whose button was pressed."""
        if pressed:
            self._pressed[token] = pressed
        return f"{self._server.url}/respond/{token}"

    def wait_for_reply(self, token: str, trigger: str = "") -> dict[str, Any] | Modal:
        """What the app sent to a response URL, or the modal that it opened."""
        with self._told:
            came = self._told.wait_for(
                lambda: self.replies[token] or self.modals.opened_by(trigger), PATIENCE
            )
            assert came, "no reply came"
            opened = self.modals.opened_by(trigger)
            return opened or self.replies[token][0]

    def wait_for_view(self, since: int, kinds: tuple[str, ...] = ("modal", "home")) -> Modal:
        """What appeared or changed on a screen next; `since` is how much had before."""
        with self._told:
            came = self._told.wait_for(lambda: self.modals.since(since, kinds), PATIENCE)
            assert came, "none"
            return came[0]

    async def _respond(self, request: web.Request) -> web.Response:
        payload = await request.json()
        token = request.match_info["token"]
        if len(self.replies[token]) >= 5:
            return web.Response(status=404, text="used_url")
        if payload.get("delete_original"):
            self._remove(token)
        elif code := refusal(payload):
            return web.Response(status=400, text=code)
        with self._told:
            self.replies[token].append(payload)
            self._told.notify_all()
        return web.Response(text="ok")

    def _remove(self, token: str) -> None:
        channel, ts = self._pressed[token]
        channel.messages[:] = [one for one in channel.messages if one["ts"] != ts]

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        call = await _call(request, method)
        house = next((one for one in self.beside if one.token == call.token), self)
        faults = house._faults[method]
        fault = faults.popleft() if faults else Fault()
        house.journal.append(call)
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.cut == "before":
            return _cut(request)
        if fault.status or fault.body is not None:
            return _broken(fault)
        answer = {"ok": False, "error": fault.error} if fault.error else house._answer(call, self)
        self.accepted(call)
        headers = {"x-oauth-scopes": ",".join(house.scopes)}
        return _cut(request) if fault.cut == "after" else web.json_response(answer, headers=headers)

    def _answer(self, call: Call, server: "FakeSlack") -> dict[str, Any]:
        if call.method == "oauth.v2.access":
            return self.oauth.answer(call.args)
        if call.method == "apps.connections.open":
            return server.sockets.ticket(call.token)
        if not call.token:
            return {"ok": False, "error": "not_authed"}
        if call.token != self.token:
            dead = call.token in server.dead or not self.token
            return {"ok": False, "error": "token_revoked" if dead else "invalid_auth"}
        known = METHODS.get(call.method)
        done = known(self, call.args) if known else "unknown_method"
        return {"ok": False, "error": done} if isinstance(done, str) else {"ok": True, **done}

    def _auth_test(self, args: dict[str, Any]) -> dict[str, Any]:
        known = {"team": self.name, "team_id": self.team, "user_id": BOT, "bot_id": "B1"}
        return {**known, "url": f"https://{DOMAIN}.slack.com/"}

    def _teams_list(self, args: dict[str, Any]) -> dict[str, Any]:
        return {"teams": [{"id": one.team, "name": one.name} for one in self.organisation]}

    def _info(self, args: dict[str, Any]) -> dict[str, Any] | str:
        channel = self.channels.get(args.get("channel", ""))
        if channel is None:
            return "channel_not_found"
        told = {"id": channel.id, "name": channel.name, "is_archived": channel.closed == ARCHIVED}
        if channel.private and channel.closed == OUTSIDE:
            return "channel_not_found"
        member = channel.closed != OUTSIDE
        told |= {"is_private": channel.private, "is_ext_shared": channel.shared}
        return {"channel": {**told, "is_member": member}}

    def _join(self, args: dict[str, Any]) -> dict[str, Any] | str:
        channel = self.channels.get(args.get("channel", ""))
        if channel is None:
            return "channel_not_found"
        if channel.private:
            return "method_not_supported_for_channel_type"
        if channel.closed == ARCHIVED:
            return ARCHIVED
        channel.closed = ""
        return {"channel": {"id": channel.id}}

    def _users_list(self, args: dict[str, Any]) -> dict[str, Any]:
        start = int(args.get("cursor") or 0)
        end = start + min(int(args.get("limit") or 1000), self.page_size)
        everybody = list(self.users.values())
        return {
            "members": [_user(user, args) for user in everybody[start:end]],
            "response_metadata": {"next_cursor": str(end) if end < len(everybody) else ""},
        }

    def _group(self, args: dict[str, Any]) -> dict[str, Any] | str:
        found = self.groups.get(args.get("usergroup", ""))
        return {"users": found[1]} if found else "no_such_subteam"

    def _users_info(self, args: dict[str, Any]) -> dict[str, Any] | str:
        user = self.users.get(args.get("user", ""))
        return {"user": _user(user, args)} if user else "user_not_found"

    def _post(self, args: dict[str, Any]) -> dict[str, Any] | str:
        channel = self._reach(args.get("channel", ""))
        if isinstance(channel, str):
            return channel
        if code := refusal(args) or self.files.refusal(args):
            return code
        if (parent := args.get("thread_ts")) and not _is_first(channel, parent):
            return "thread_not_found"
        message = {**args, "ts": self.next_ts()}
        channel.messages.append(message)
        return {"channel": channel.id, "ts": message["ts"], "message": {"text": args.get("text")}}

    def _permalink(self, args: dict[str, Any]) -> dict[str, Any] | str:
        channel = self.channels.get(args.get("channel", ""))
        if channel is None:
            return "channel_not_found"
        ts = args.get("message_ts", "")
        if not (stands := [one for one in channel.messages if one["ts"] == ts]):
            return "message_not_found"
        address = f"https://{DOMAIN}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
        first = stands[0].get("thread_ts")
        below = f"?thread_ts={first}&cid={channel.id}" if first else ""
        return {"channel": channel.id, "permalink": address + below}

    def _update(self, args: dict[str, Any]) -> dict[str, Any] | str:
        found = self._find(args)
        if isinstance(found, str):
            return found
        if code := refusal(args) or self.files.refusal(args):
            return code
        found.update(args)
        return {"channel": args["channel"], "ts": args["ts"]}

    def _delete(self, args: dict[str, Any]) -> dict[str, Any] | str:
        found = self._find(args)
        if isinstance(found, str):
            return found
        self.channels[args["channel"]].messages.remove(found)
        return {"channel": args["channel"], "ts": args["ts"]}

    def _open_view(self, args: dict[str, Any]) -> dict[str, Any] | str:
        with self._told:
            opened = self.modals.open(args.get("trigger_id", ""), _json(args.get("view")))
            self._told.notify_all()
        return opened if isinstance(opened, str) else {"view": {**opened.view, "id": opened.id}}

    def _change_view(self, args: dict[str, Any]) -> dict[str, Any] | str:
        view = _json(args.get("view"))
        with self._told:
            if "user_id" in args:
                changed = self.modals.publish(args["user_id"], view)
            else:
                changed = self.modals.update(args.get("view_id", ""), view)
            self._told.notify_all()
        return changed if isinstance(changed, str) else {"view": {**view, "id": changed.id}}

    def _upload_url(self, args: dict[str, Any]) -> dict[str, Any] | str:
        file = self.files.announce(args)
        return {"file_id": file, "upload_url": f"{self._server.url}/upload/{file}"}

    def _complete_upload(self, args: dict[str, Any]) -> dict[str, Any] | str:
        return self.files.complete(json.loads(args.get("files", "[]")), args)

    def _reach(self, id: str) -> Channel | str:
        if id in self.users:
            if self.users[id]["is_bot"]:
                return "cannot_dm_bot"
            channel = self.open_direct(id)
        elif id in self.channels:
            channel = self.channels[id]
        else:
            return "channel_not_found"
        return channel.closed or channel

    def _find(self, args: dict[str, Any]) -> dict[str, Any] | str:
        channel = self.channels.get(args.get("channel", ""))
        if channel is None:
            return "channel_not_found"
        found = [message for message in channel.messages if message["ts"] == args.get("ts")]
        return found[0] if found else "message_not_found"


def _json(given: Any) -> Any:
    """Slack takes it as an object, and as text that holds one."""
    return json.loads(given) if isinstance(given, str) else given or {}


def _is_first(channel: Channel, ts: str) -> bool:
    """Only the first message of a thread takes replies; the real Slack would lose others."""
    firsts = (message for message in channel.messages if not message.get("thread_ts"))
    return any(message["ts"] == ts for message in firsts)


METHODS: dict[str, Callable[[FakeSlack, dict[str, Any]], dict[str, Any] | str]] = {
    "auth.test": FakeSlack._auth_test,
    "auth.teams.list": FakeSlack._teams_list,
    "conversations.info": FakeSlack._info,
    "conversations.join": FakeSlack._join,
    "usergroups.users.list": FakeSlack._group,
    "users.list": FakeSlack._users_list,
    "users.info": FakeSlack._users_info,
    "chat.postMessage": FakeSlack._post,
    "chat.getPermalink": FakeSlack._permalink,
    "chat.update": FakeSlack._update,
    "chat.delete": FakeSlack._delete,
    "views.open": FakeSlack._open_view,
    "views.push": FakeSlack._open_view,
    "views.publish": FakeSlack._change_view,
    "views.update": FakeSlack._change_view,
    "files.getUploadURLExternal": FakeSlack._upload_url,
    "files.completeUploadExternal": FakeSlack._complete_upload,
}


def _user(user: dict[str, Any], args: dict[str, Any]) -> dict[str, Any]:
    asked = args.get("include_locale") in {"1", "true", True}
    return user if asked else {key: value for key, value in user.items() if key != "locale"}


async def _call(request: web.Request, method: str) -> Call:
    raw = (await request.read()).decode()
    if request.content_type == "application/json":
        args = json.loads(raw)
        # Kept as it reads, not as it was escaped for the wire.
        raw = json.dumps(args, ensure_ascii=False)
    else:
        args = {**request.query, **await request.post()}
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return Call(method, args, raw, token)


def _broken(fault: Fault) -> web.Response:
    headers = {} if fault.retry_after is None else {"Retry-After": fault.retry_after}
    if fault.body is not None:
        status = fault.status or 200
        return web.Response(
            status=status, text=fault.body, content_type="text/html", headers=headers
        )
    error = "ratelimited" if fault.status == 429 else "fatal_error"
    body = {"ok": False, "error": error}
    return web.json_response(body, status=fault.status, headers=headers)


def _cut(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
