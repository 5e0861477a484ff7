"""Slack's payloads as the product's words. Wrong shapes raise KeyError or another LookupError,
TypeError, AttributeError or ValueError: see MALFORMED."""

from collections.abc import Mapping
from typing import Any

from adapters.slack.people import profile_of
from adapters.slack.words import clean, parts
from bot.heard import Action, ActionName, PeopleSeen, Said
from bot.model import Kind, Place, Profile

MALFORMED = (LookupError, TypeError, AttributeError, ValueError)
COMMANDS = {"/glitter": Kind.GLITTER, "/cactus": Kind.CACTUS, "/kaktus": Kind.CACTUS}


def workspace(team_id: str) -> str:
    return f"slack:{team_id}"


def said(command: Mapping[str, str], team_id: str) -> Said:
    """https://docs.slack.dev/interactivity/implementing-slash-commands"""
    speaker = Profile(clean(command["user_id"]))
    return Said(
        workspace_id=workspace(team_id),
        place=_place(command["channel_id"], command.get("channel_name", ""), speaker),
        speaker=speaker,
        command=COMMANDS[command["command"]],
        parts=parts(command.get("text", "")),
        source_ref=f"slack:{team_id}:{clean(command['trigger_id'])}",
    )


def pressed(body: Mapping[str, Any], team_id: str) -> Action | None:
    """A press on one of our buttons; None for any other.

    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
    """
    press = body["actions"][0]
    if press["action_id"] not in set(ActionName):
        return None
    speaker = Profile(clean(body["user"]["id"]))
    at = body.get("channel") or {}
    return Action(
        workspace_id=workspace(team_id),
        place=_place(at.get("id", ""), at.get("name", ""), speaker),
        speaker=speaker,
        name=ActionName(press["action_id"]),
        subject=clean(press["value"]),
        source_ref=f"slack:{team_id}:action:{_occasion(body, press)}",
    )


def people(event: Mapping[str, Any], team_id: str) -> PeopleSeen:
    """https://docs.slack.dev/reference/events/user_change"""
    return PeopleSeen(workspace(team_id), (profile_of(event["user"], team_id),))


def joined(event: Mapping[str, Any]) -> tuple[str, Place]:
    """Who joined which channel: https://docs.slack.dev/reference/events/member_joined_channel"""
    return clean(event["user"]), Place.channel(clean(event["channel"]))


def _occasion(body: Mapping[str, Any], press: Mapping[str, Any]) -> str:
    if trigger := body.get("trigger_id"):
        return clean(trigger)
    message = (body.get("container") or {}).get("message_ts", "")
    return clean(f"{press['action_ts']}:{message}:{body['user']['id']}")


def _place(channel_id: str, channel_name: str, speaker: Profile) -> Place:
    if channel_name == "directmessage" or channel_id.startswith("D"):
        return Place.direct(speaker.account)
    name = clean(channel_name)
    return Place.channel(clean(channel_id), f"#{name}" if name else "")
