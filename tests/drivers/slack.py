"""Slack as a person uses it: typed commands, pressed buttons, real signatures, real HTTP."""

import json
import re
import time
from collections.abc import Callable
from itertools import count
from math import ceil
from typing import Any
from urllib.parse import urlencode

import httpx
from slack_sdk.signature import SignatureVerifier

from bot.heard import ActionName
from bot.model import Standing
from tests.drivers.base import Shown
from tests.drivers.http import NO_TLS
from tests.drivers.slack_api import TEAM, TOKEN, Channel, FakeSlack
from tests.drivers.slack_screen import Screen
from tests.drivers.slack_views import Modal, follow, seen, submission, write

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
_TYPED = re.compile(r"@(?P<name>[\w.-]*\w)|#(?P<channel>[\w-]+)|(?P<url>https?://[^\s<>|]+)")


class SlackChat:
    """A workspace `slack:T1` with a channel #general and one bot. `fake` is what it talks to."""

    workspace_id = f"slack:{TEAM}"

    def __init__(self) -> None:
        self.fake = FakeSlack()
        self._ids: dict[str, str] = {}
        self._trigger = count(1)
        self._http: httpx.Client | None = None
        self.settle: Callable[[], None] = lambda: None
        self.fake.open_channel("general")

    @property
    def environment(self) -> dict[str, str]:
        return {
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_API_URL": self.fake.api_url,
            "SECRET_KEY": "a-key-for-tests-only-of-sufficient-length",
        }

    def __enter__(self) -> "SlackChat":
        self.fake.start()
        return self

    def __exit__(self, *exc: object) -> None:
        if self._http:
            self._http.close()
        self.fake.stop()

    def connect(self, base_url: str, settle: Callable[[], None]) -> None:
        if self._http:
            self._http.close()
        self._http = httpx.Client(base_url=base_url, timeout=10, verify=NO_TLS)
        self.settle = settle
        self.settle()  # which reads who is there already

    def join(
        self,
        account: str,
        name: str,
        *,
        locale: str = "en-GB",
        zone: str = "Europe/Stockholm",
        standing: Standing = Standing.ACTIVE,
    ) -> None:
        id = self.id_of(account)
        self.fake.users[id] = {
            "id": id,
            "team_id": "T9" if standing is Standing.STRANGER else TEAM,
            "name": account,
            "deleted": standing is Standing.DEACTIVATED,
            "is_bot": standing is Standing.BOT,
            "is_stranger": standing is Standing.STRANGER,
            "is_restricted": False,
            "is_ultra_restricted": False,
            "tz": zone,
            "locale": locale,
            "profile": {"display_name": name, "real_name": name},
        }
        if self._http:
            self.event({"type": "team_join", "user": self.fake.users[id]})

    def say(self, who: str, text: str, place: str = "general", *, ref: str | None = None) -> Shown:
        command, _, words = text.partition(" ")
        at = self._place(who, place)
        token = f"reply-{next(self._trigger)}"
        trigger = self._pull(who, ref)
        response = self.post_form(
            {
                "team_id": TEAM,
                "channel_id": at.id,
                "channel_name": at.name,
                "user_id": self.id_of(who),
                "user_name": who,
                "command": command,
                "text": self.typed(words),
                "response_url": self.fake.response_url(token),
                "trigger_id": trigger,
            }
        )
        answer = response.raise_for_status()
        told = answer.json() if answer.content else self.fake.wait_for_reply(token, trigger)
        shown = self._form(told) if isinstance(told, Modal) else self._privately(who, at, told)
        self.settle()
        return shown

    def press(self, who: str, shown: Shown, action: ActionName) -> Shown:
        pressed = shown.buttons[action]
        at: Channel = pressed["at"]
        token = f"reply-{next(self._trigger)}"
        trigger = self._pull(who)
        container = {
            "type": "message",
            "message_ts": pressed["ts"],
            "channel_id": at.id,
            "is_ephemeral": pressed["ephemeral"],
        }
        body = {
            "type": "block_actions",
            "team": {"id": TEAM, "domain": "kaktus"},
            "user": {"id": self.id_of(who), "team_id": TEAM},
            "api_app_id": "A1",
            "container": container,
            "channel": {"id": at.id, "name": at.name},
            "trigger_id": trigger,
            "response_url": self.fake.response_url(token, (at, pressed["ts"])),
            "actions": [{**pressed["button"], "action_ts": self.fake.next_ts()}],
        }
        self.post_form({"payload": json.dumps(body)}).raise_for_status()
        told = self.fake.wait_for_reply(token, trigger)
        if isinstance(told, Modal):
            answer = self._form(told)
        else:
            answer = self._answer_to_press(who, at, told, pressed["ts"])
        self.settle()
        return answer

    def fill(self, who: str, shown: Shown, /, **fields: str) -> Shown:
        modal: Modal = shown.handle
        assert modal.user == self.id_of(who), "a modal stands on one person's screen"
        if not write(modal, fields, self.id_of):
            return self._form(modal)
        self.submit(modal)
        self.settle()
        if modal.open:
            return self._form(modal)
        answers = self.direct(who)
        return answers[-1] if answers else Shown("")

    def submit(self, modal: Modal) -> None:
        """Press the modal's own button."""
        payload = json.dumps(submission(modal, TEAM))
        answer = self.post_form({"payload": payload}).raise_for_status()
        follow(modal, answer.json() if answer.content else {})

    def posted(self, place: str = "general") -> list[Shown]:
        found = [channel for channel in self.fake.channels.values() if channel.name == place]
        return [self._shown(found[0], message) for message in found[0].messages] if found else []

    def direct(self, who: str) -> list[Shown]:
        channel = self.fake.open_direct(self.id_of(who))
        return [self._shown(channel, message) for message in channel.messages]

    def files(self, who: str) -> dict[str, bytes]:
        private = self.fake.open_direct(self.id_of(who)).id
        found = self.fake.files.all.values()
        return {one.name: one.content for one in found if one.shared_with == private}

    def forbid(self, place: str) -> None:
        self.fake.open_channel(place).closed = "not_in_channel"

    def everything_in_channels(self) -> str:
        to_channels = (
            call for call in self.fake.journal if str(call.args.get("channel", "")).startswith("C")
        )
        return "\n".join(call.raw for call in to_channels)

    # ------------------------------------------------------------ for tests of Slack alone

    def uninstall(self) -> None:
        """The app is removed from the workspace: its token is dead, and Slack says so."""
        self.fake.token = ""
        self.event({"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["UGLITTERBOT"]}})
        self.event({"type": "app_uninstalled"})

    def event(self, event: dict[str, Any]) -> httpx.Response:
        """Deliver an event by the Events API."""
        body = {
            "type": "event_callback",
            "team_id": TEAM,
            "api_app_id": "A1",
            "event": event,
            "event_id": f"Ev{next(self._trigger)}",
            "authorizations": [{"team_id": TEAM, "user_id": "UGLITTERBOT", "is_bot": True}],
        }
        return self.post(json.dumps(body).encode(), "application/json")

    def post_form(self, fields: dict[str, str]) -> httpx.Response:
        return self.post(urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def post(self, body: bytes, content_type: str, age: float = 0) -> httpx.Response:
        """Send what Slack would send, signed `age` seconds ago."""
        assert self._http, "connect first"
        headers = {"Content-Type": content_type, **signed(body, age)}
        return self._http.post("/slack/events", content=body, headers=headers)

    @property
    def accounts(self) -> list[str]:
        """The short names of everybody who joined."""
        return list(self._ids)

    def id_of(self, account: str) -> str:
        """The Slack id behind a short name."""
        if account not in self._ids:
            plain = "".join(letter for letter in account.upper() if letter.isascii())
            id = "U" + "".join(filter(str.isalnum, plain))
            self._ids[account] = id if id not in self._ids.values() else f"{id}{len(self._ids)}"
        return self._ids[account]

    def typed(self, words: str) -> str:
        """As Slack sends typed words with `should_escape`: entities for names and addresses."""
        pieces, at = [], 0
        for token in _TYPED.finditer(words):
            pieces += [_escape(words[at : token.start()]), self._entity(token)]
            at = token.end()
        return "".join([*pieces, _escape(words[at:])])

    def _entity(self, token: re.Match[str]) -> str:
        name, channel, url = token["name"], token["channel"], token["url"]
        if name in self._ids:
            return f"<@{self._ids[name]}|{name}>"
        handles = {handle: id for id, (handle, _) in self.fake.groups.items()}
        if name in handles:
            return f"<!subteam^{handles[name]}|@{name}>"
        if name in {"here", "channel", "everyone"}:
            return f"<!{name}>"
        known = {channel.name: channel.id for channel in self.fake.channels.values()}
        if channel in known:
            return f"<#{known[channel]}|{channel}>"
        return f"<{_escape(url)}>" if url else _escape(token[0])

    def _pull(self, who: str, ref: str | None = None) -> str:
        """The trigger that comes with whatever somebody does."""
        id = ref or f"trigger-{next(self._trigger)}"
        return self.fake.modals.trigger(id, self.id_of(who))

    def _form(self, modal: Modal) -> Shown:
        return seen(modal, {id: account for account, id in self._ids.items()}.__getitem__)

    def _place(self, who: str, place: str) -> Channel:
        if place == "direct":
            return self.fake.open_direct(self.id_of(who))
        return self.fake.open_channel(place)

    def _answer_to_press(
        self, who: str, at: Channel, reply: dict[str, Any], pressed_ts: str
    ) -> Shown:
        replaced = [one for one in at.messages if one["ts"] == pressed_ts]
        if reply.get("replace_original") and replaced:
            replaced[0].update(blocks=reply["blocks"], text=reply["text"])
            return self._shown(at, replaced[0])
        if reply["response_type"] == "ephemeral":
            return self._privately(who, at, reply)
        at.messages.append({**reply, "ts": self.fake.next_ts()})
        return self._shown(at, at.messages[-1])

    def _privately(self, who: str, at: Channel, payload: dict[str, Any]) -> Shown:
        assert payload["response_type"] == "ephemeral"
        message = {**payload, "ts": self.fake.next_ts(), "only_for": self.id_of(who)}
        if at.owner:
            at.messages.append(message)
        return self._shown(at, message)

    def _shown(self, at: Channel, message: dict[str, Any]) -> Shown:
        names = {id: account for account, id in self._ids.items()}
        screen = Screen(names.__getitem__, lambda id: self.fake.channels[id].name)
        shown = screen.show(message, f"{at.id}:{message['ts']}")
        reached = {names.get(message.get("only_for") or at.owner, "")}
        private = "only_for" in message or at.owner
        ephemeral = "only_for" in message
        return Shown(
            shown.text,
            # In a private place nobody but its reader is notified, whoever is named there.
            shown.mentions & reached if private else shown.mentions,
            shown.links,
            {
                name: {"button": button, "at": at, "ts": message["ts"], "ephemeral": ephemeral}
                for name, button in shown.buttons.items()
            },
            shown.ref,
        )


def signed(body: bytes, age: float = 0) -> dict[str, str]:
    # Rounded up, a request that is just young enough stays so while it travels.
    timestamp = str(ceil(time.time() - age))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=timestamp, body=body)
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": str(signature)}


def _escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
