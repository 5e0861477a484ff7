"""Signed requests as bytes, made before the clock starts."""

import hashlib
import hmac
import json
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from bench import world


@dataclass(frozen=True, slots=True)
class Wanted:
    """`count` distinct actions, numbered from `first`, for the server on `port`."""

    platform: str
    port: int
    first: int
    count: int
    token: str = ""
    """Teams: what the Bot Framework signed."""
    service_url: str = ""


def prepare(wanted: Wanted) -> list[bytes]:
    return _slack(wanted) if wanted.platform == "slack" else _teams(wanted)


def reason(number: int) -> str:
    return f"stayed late for customer {number} and made the whole till line smile again #service"


def _slack(wanted: Wanted) -> list[bytes]:
    made = []
    for number, giver, receiver in world.pairs(wanted.first, wanted.count):
        fields = {
            "team_id": world.SLACK_TEAM,
            "team_domain": "kaktus",
            "channel_id": world.slack_channel(number),
            "channel_name": f"till-{number % world.CHANNELS}",
            "user_id": world.slack_account(giver),
            "user_name": f"person{giver}",
            "command": "/glitter",
            "text": f"<@{world.slack_account(receiver)}|person{receiver}> {reason(number)}",
            "api_app_id": "A1",
            "is_enterprise_install": "false",
            "response_url": "http://127.0.0.1:9/respond",
            "trigger_id": f"{number}.bench",
        }
        made.append(signed_for_slack(wanted.port, urlencode(fields).encode()))
    return made


def signed_for_slack(port: int, body: bytes) -> bytes:
    timestamp = str(int(time.time()))
    signed = f"v0:{timestamp}:".encode() + body
    digest = hmac.new(world.SLACK_SECRET.encode(), signed, hashlib.sha256).hexdigest()
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": f"v0={digest}",
    }
    return _http(port, world.SLACK_PATH, headers, body)


def _teams(wanted: Wanted) -> list[bytes]:
    return [
        with_token(
            wanted.port,
            wanted.token,
            json.dumps(_activity(wanted.service_url, *action)).encode(),
        )
        for action in world.pairs(wanted.first, wanted.count)
    ]


def with_token(port: int, token: str, body: bytes) -> bytes:
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    return _http(port, world.TEAMS_PATH, headers, body)


def _activity(service_url: str, number: int, giver: int, receiver: int) -> dict[str, object]:
    name = world.person_name(receiver)
    mention = {"id": world.teams_account(receiver), "name": name}
    return {
        "type": "message",
        "id": f"activity-{number}",
        "timestamp": "2026-11-27T12:00:00.000Z",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {
            "id": world.teams_account(giver),
            "name": world.person_name(giver),
            "aadObjectId": f"aad-{giver}",
        },
        "recipient": {"id": f"28:{world.APP_ID}", "name": "Glitterkaktus", "isTargeted": True},
        "conversation": {
            "id": world.teams_channel(number),
            "conversationType": "channel",
            "tenantId": world.TENANT,
            "isGroup": True,
        },
        "channelData": {"tenant": {"id": world.TENANT}},
        "locale": "en-GB",
        "localTimezone": "Europe/Stockholm",
        "text": f"<at>{name}</at>{reason(number)}",
        "entities": [{"type": "mention", "mentioned": mention, "text": f"<at>{name}</at>"}],
    }


def _http(port: int, path: str, headers: dict[str, str], body: bytes) -> bytes:
    lines = [f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
