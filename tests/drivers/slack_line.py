"""Slack as a person uses it, where the product came to Slack by Socket Mode."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx

from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import TOKEN
from tests.drivers.slack_socket import APP_TOKEN

REQUEST = httpx.Request("POST", "wss://slack.test/link")


class SocketChat(SlackChat):
    """The same people and channels; no request ever reaches the product over HTTP."""

    @property
    def environment(self) -> dict[str, str]:
        return {
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_API_URL": self.fake.api_url,
            "SECRET_KEY": "a-key-for-tests-only-of-sufficient-length",
        }

    def connect(self, base_url: str, settle: Callable[[], None]) -> None:
        self.fake.sockets.wait_until_opened(1)
        super().connect(base_url, settle)

    def post(self, body: bytes, content_type: str, age: float = 0) -> httpx.Response:
        """The acknowledgement as HTTP would have brought it."""
        kind, payload = _envelope(body.decode(), content_type)
        told = self.fake.sockets.deliver(kind, payload)
        return httpx.Response(200, content=json.dumps(told) if told else b"", request=REQUEST)


def _envelope(body: str, content_type: str) -> tuple[str, dict[str, Any]]:
    if content_type == "application/json":
        return "events_api", json.loads(body)
    fields = dict(parse_qsl(body, keep_blank_values=True))
    if "payload" in fields:
        return "interactive", json.loads(fields["payload"])
    return "slash_commands", dict(fields)
