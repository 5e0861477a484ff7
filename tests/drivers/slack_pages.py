"""What people do in Slack beyond messages: the home page, shortcuts, windows, reactions."""

import json
from itertools import count
from typing import Any

import httpx

from adapters.slack.forms import CALLBACK
from bot.heard import ActionName
from tests.drivers.base import Shown
from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import BOT, DOMAIN, TEAM
from tests.drivers.slack_screen import Screen
from tests.drivers.slack_views import Modal, seen


class Pages:
    """One workspace's people, at their screens."""

    def __init__(self, chat: SlackChat) -> None:
        self._chat = chat
        self._ids = count(1)

    def open_home(self, who: str) -> Shown:
        """Click on the bot's home tab."""
        before = len(self._chat.fake.modals.changed)
        self.look_at_home(who)
        return self._next(before)

    def look_at_home(self, who: str, tab: str = "home") -> httpx.Response:
        opened = {"type": "app_home_opened", "user": self._chat.id_of(who), "tab": tab}
        return self._chat.event({**opened, "channel": "D1", "event_ts": "1700000000.1"})

    def home(self, who: str) -> Shown:
        """The page as it stands."""
        return self._shown(self._chat.fake.modals.homes[self._chat.id_of(who)])

    def press(self, who: str, shown: Shown, action: ActionName, value: str = "") -> Shown:
        """Press a button on the home page or in a window; `value` picks one of several alike."""
        pressed = shown.buttons[action]
        modal: Modal = pressed["view"]
        button = {**pressed["button"], "action_ts": "1700000001.5"}
        body = {
            "type": "block_actions",
            "team": {"id": TEAM, "domain": DOMAIN},
            "user": {"id": self._chat.id_of(who), "team_id": TEAM},
            "api_app_id": "A1",
            "container": {"type": "view", "view_id": modal.id},
            "trigger_id": self._pull(who),
            "view": {**modal.view, "id": modal.id, "state": {"values": {}}},
            "actions": [button | ({"value": value} if value else {})],
        }
        # A home page follows every change by itself, also of what was pressed in a window.
        on_page = modal.view["type"] == "home"
        return self._told(body, ("modal", "home") if on_page else ("modal",))

    def shortcut(self, who: str, callback: str) -> Shown:
        """Choose one of the shortcuts that stand everywhere."""
        return self._told({"type": "shortcut", **self._chosen(who, callback)})

    def on_message(self, who: str, callback: str, author: str, **message: str) -> Shown:
        """Choose a shortcut in the menu of a message in #general; `author` "" is no person."""
        at = self._chat.fake.open_channel("general")
        body = {
            "type": "message_action",
            **self._chosen(who, callback),
            "channel": {"id": at.id, "name": at.name},
            "message_ts": "1700000000.000001",
            "message": {"type": "message", "ts": "1700000000.000001", "text": "hi", **message},
            "response_url": "http://127.0.0.1:9/nobody",
        }
        if author:
            body["message"]["user"] = BOT if author == BOT else self._chat.id_of(author)
        return self._told(body)

    def react(self, who: str, emoji: str, author: str, ts: str, **changes: Any) -> httpx.Response:
        """Put an emoji on a message in #general; `removed=True` takes it away."""
        taken = changes.pop("removed", False)
        item = {"type": "message", "channel": "CGENERAL", "ts": ts}
        event = {
            "type": "reaction_removed" if taken else "reaction_added",
            "user": self._chat.id_of(who),
            "reaction": emoji,
            "item_user": BOT if author == BOT else self._chat.id_of(author),
            "item": item,
            "event_ts": "1700000002.000001",
            **changes,
        }
        return self._chat.event({key: value for key, value in event.items() if value is not None})

    def _chosen(self, who: str, callback: str) -> dict[str, Any]:
        return {
            "callback_id": callback,
            "team": {"id": TEAM, "domain": DOMAIN},
            "user": {"id": self._chat.id_of(who), "team_id": TEAM},
            "trigger_id": self._pull(who),
            "action_ts": "1700000001.5",
        }

    def _told(self, body: dict[str, Any], kinds: tuple[str, ...] = ("modal", "home")) -> Shown:
        self._chat.settle()
        before = len(self._chat.fake.modals.changed)
        self._chat.post_form({"payload": json.dumps(body)}).raise_for_status()
        return self._next(before, kinds)

    def _next(self, before: int, kinds: tuple[str, ...] = ("modal", "home")) -> Shown:
        return self._shown(self._chat.fake.wait_for_view(before, kinds))

    def _pull(self, who: str) -> str:
        return self._chat.fake.modals.trigger(f"page-{next(self._ids)}", self._chat.id_of(who))

    def _shown(self, modal: Modal) -> Shown:
        names = {self._chat.id_of(account): account for account in self._chat.accounts}
        if modal.view.get("callback_id") == CALLBACK:
            return seen(modal, names.__getitem__)
        shown = Screen(names.__getitem__, lambda id: id).show(modal.view)
        buttons = {name: {"button": it, "view": modal} for name, it in shown.buttons.items()}
        return Shown(shown.text, shown.mentions, shown.links, buttons, handle=modal)
