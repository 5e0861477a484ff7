"""Slack's payloads as the product's words. Wrong shapes raise KeyError or another LookupError,
TypeError, AttributeError or ValueError: see MALFORMED."""

import re
from collections.abc import Container, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from adapters.slack.people import profile_of
from adapters.slack.words import clean, parts
from bot.heard import Action, ActionName, PeopleSeen, Reacted, Said
from bot.model import Kind, Place, Profile

MALFORMED = (LookupError, TypeError, AttributeError, ValueError)
SHORTCUTS = {
    "give-glitter": ActionName.GIVE,
    "give-glitter-for": ActionName.GIVE,
    "give-cactus": ActionName.GIVE_CACTUS,
    "pick-moment": ActionName.PICK,
}
"""What each shortcut asks for, by the id that the manifest gives it."""
NAMELESS = ("privategroup", "mpdm-")
"""What Slack writes in place of the name of a private channel, and of a chat of several."""
_DOMAIN = re.compile(r"[a-z0-9-]{1,60}(?:\.enterprise)?", re.ASCII)
_ID = re.compile(r"[A-Z0-9]{1,30}", re.ASCII)
_TS = re.compile(r"\d{1,12}\.\d{1,10}", re.ASCII)
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
    if press["type"] != "button":
        return None
    speaker = Profile(clean(body["user"]["id"]))
    known = press["action_id"] in set(ActionName)
    # A button of an older version: there is no such case, and that is said.
    name = ActionName(press["action_id"]) if known else ActionName.SHOW
    return Action(
        workspace_id=workspace(team_id),
        place=_pressed_at(body, name, speaker),
        speaker=speaker,
        name=name,
        subject=clean(press["value"]) if known else "",
        source_ref=f"slack:{team_id}:action:{_occasion(body, press)}",
    )


def shortcut(body: Mapping[str, Any], team_id: str) -> Action | None:
    """A shortcut of ours; None for any other. On a message it knows the author and the link.

    https://docs.slack.dev/interactivity/implementing-shortcuts
    """
    name = SHORTCUTS.get(body["callback_id"])
    if name is None:
        return None
    speaker = Profile(clean(body["user"]["id"]))
    about, place = {}, Place.direct(speaker.account)
    if body["type"] == "message_action":
        message, at = body["message"], body["channel"]
        place = _place(at["id"], at.get("name", ""), speaker)
        about = {"who": clean(message.get("user") or ""), "link": _link(body)}
        if name is ActionName.PICK:
            about = {"message": clean(f"{at['id']}:{message['ts']}")}
    return Action(
        workspace_id=workspace(team_id),
        place=place,
        speaker=speaker,
        name=name,
        subject="1",
        source_ref=f"slack:{team_id}:shortcut:{clean(body['trigger_id'])}",
        fields=about,
    )


def home_opened(event: Mapping[str, Any], team_id: str) -> Action | None:
    """Somebody looks at their home page; None for the tab of the chat.

    https://docs.slack.dev/reference/events/app_home_opened
    """
    if event["tab"] != "home":
        return None
    speaker = Profile(clean(event["user"]))
    return Action(
        workspace_id=workspace(team_id),
        place=Place.home(speaker.account),
        speaker=speaker,
        name=ActionName.HOME,
        subject="1",
        source_ref=f"slack:{team_id}:home:{speaker.account}",
    )


def reacted(
    event: Mapping[str, Any], team_id: str, ours: Container[str], domain: str
) -> Reacted | None:
    """An emoji on a message, put there or taken away; None on anything else.

    `ours` are the accounts of the bot. https://docs.slack.dev/reference/events/reaction_added
    """
    item = event["item"]
    if item["type"] != "message" or event["user"] in ours:
        return None
    speaker, author = Profile(clean(event["user"])), event.get("item_user")
    channel, ts = clean(item["channel"]), clean(item["ts"])
    return Reacted(
        workspace(team_id),
        _place(channel, "", speaker),
        speaker,
        # Nobody's account stands at what a webhook wrote: the bot knows what is its own.
        Profile(clean(author)) if author and author not in ours else None,
        f"{channel}:{ts}",
        clean(event["reaction"]).partition("::")[0],
        event["type"] == "reaction_added",
        permalink(domain, channel, ts),
    )


def people(event: Mapping[str, Any], team_id: str) -> PeopleSeen:
    """https://docs.slack.dev/reference/events/user_change"""
    return PeopleSeen(workspace(team_id), (profile_of(event["user"], team_id),))


def joined(event: Mapping[str, Any]) -> tuple[str, Place]:
    """Who joined which channel: https://docs.slack.dev/reference/events/member_joined_channel"""
    return clean(event["user"]), Place.channel(clean(event["channel"]))


def _link(body: Mapping[str, Any]) -> str:
    """Where the message stands: a call to Slack would come too late, so it is put together."""
    domain, message = str((body.get("team") or {}).get("domain") or ""), body["message"]
    return permalink(domain, body["channel"]["id"], message["ts"], message.get("thread_ts", ""))


def permalink(domain: str, channel: str, ts: str, thread: str = "") -> str:
    """As https://docs.slack.dev/reference/methods/chat.getPermalink; "" where it is not known."""
    known = _DOMAIN.fullmatch(domain) and _ID.fullmatch(channel) and _TS.fullmatch(ts)
    if not known:
        return ""
    below = f"?thread_ts={thread}&cid={channel}" if _TS.fullmatch(thread) and thread != ts else ""
    return f"https://{domain}.slack.com/archives/{channel}/p{ts.replace('.', '')}{below}"


def thread_of(address: str) -> str:
    """The first message of the thread that a permalink leads into; "" for one outside threads."""
    (ts, *_) = parse_qs(urlsplit(address).query).get("thread_ts", [""])
    return ts if _TS.fullmatch(ts) else ""


def _pressed_at(body: Mapping[str, Any], name: ActionName, speaker: Profile) -> Place:
    if body.get("view"):
        turns = body["view"]["type"] == "home" and name in (ActionName.HOME, ActionName.MORE)
        return Place.home(speaker.account) if turns else Place.direct(speaker.account)
    at = body.get("channel") or {}
    return _place(at.get("id", ""), at.get("name", ""), speaker)


def _occasion(body: Mapping[str, Any], press: Mapping[str, Any]) -> str:
    if trigger := body.get("trigger_id"):
        return clean(trigger)
    message = (body.get("container") or {}).get("message_ts", "")
    return clean(f"{press['action_ts']}:{message}:{body['user']['id']}")


def _place(channel_id: str, channel_name: str, speaker: Profile) -> Place:
    if channel_name == "directmessage" or channel_id.startswith("D"):
        return Place.direct(speaker.account)
    name = "" if channel_name.startswith(NAMELESS) else clean(channel_name)
    return Place.channel(clean(channel_id), f"#{name}" if name else "")
