"""All that the Slack app is allowed and told, in one place; the manifest is made of it.

To use one more method, event, command or shortcut: name it here with its reason, and the test of
the manifest holds until the code uses it.
"""

import json
from collections.abc import Mapping
from typing import Any

from bot.values import dataclass

SCOPES: Mapping[str, str] = {
    "channels:join": "joins a public channel that an admin chose for highlights or glitter",
    "channels:read": "learns that it was invited to a channel, and checks that it is in there",
    "chat:write": "posts glitter and highlights, and writes to people",
    "commands": "hears /glitter, /cactus and /kaktus",
    "files:write": "brings HR their exports, and the picture of the weeks with the highlights",
    "groups:read": "the same as channels:read, for private channels",
    "reactions:read": "sees a glitter emoji on a message; the message itself it never sees",
    "usergroups:read": "reaches each member of a user group that somebody praises",
    "users:read": "knows names, languages and time zones, and who is a colleague",
}
"""Each scope, and what the bot does with it."""

EVENTS: Mapping[str, str] = {
    "app_home_opened": "somebody looks at their own page, which is made at that moment",
    "app_uninstalled": "the bot was removed: its token is deleted at once",
    "member_joined_channel": "the bot was invited: highlights that waited follow",
    "reaction_added": "an emoji that gives glitter for a message, or joins in on a post",
    "reaction_removed": "that emoji is taken away, and the glitter with it",
    "team_access_granted": "an organisation admits the bot to a workspace",
    "team_access_revoked": "an organisation takes the bot out of a workspace",
    "team_join": "a new colleague can give and receive",
    "tokens_revoked": "the bot was removed, told in another way",
    "user_change": "a name, a language, an admin or an account has changed",
}
"""Each event, and why it is heard. None of them carries what people write."""


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    description: str
    hint: str


@dataclass(frozen=True, slots=True)
class Shortcut:
    """`type` is `global` or `message`."""

    name: str
    type: str
    callback: str
    description: str


_CACTUS = "@Kim the returns desk was empty at noon on Tuesday"
COMMANDS = (
    Command("/glitter", "Praise a colleague", "@Kim stayed late for the balsamico customer"),
    Command("/cactus", "Criticise in private", _CACTUS),
    Command("/kaktus", "The same as /cactus", _CACTUS),
)
SHORTCUTS = (
    Shortcut("Give glitter", "global", "give-glitter", "Praise a colleague"),
    Shortcut("Give a cactus", "global", "give-cactus", "Criticise in private"),
    Shortcut("Give glitter for this", "message", "give-glitter-for", "Praise who wrote it"),
    Shortcut("Moment of the week", "message", "pick-moment", "Choose this glitter, as its lead"),
)
HOME_TAB = True
EVENTS_PATH = "/slack/events"
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"


def manifest(url: str | None) -> dict[str, Any]:
    """What to paste at Slack. `url`: how Slack reaches the bot; None for Socket Mode.

    https://docs.slack.dev/reference/app-manifest
    """
    address = url.rstrip("/") if url else None
    oauth: dict[str, Any] = {"scopes": {"bot": sorted(SCOPES)}}
    if address:
        oauth = {"redirect_urls": [address + REDIRECT_PATH], **oauth}
    return {
        "display_information": {
            "name": "Glitterkaktus",
            "description": "Praise in public, criticism in private",
            "background_color": "#24523b",
        },
        "features": _features(_at(address)),
        "oauth_config": oauth,
        "settings": {
            "event_subscriptions": {**_at(address, "request_url"), "bot_events": sorted(EVENTS)},
            "interactivity": {"is_enabled": True, **_at(address, "request_url")},
            "org_deploy_enabled": True,
            "socket_mode_enabled": address is None,
            "token_rotation_enabled": False,
        },
    }


def as_json(made: Mapping[str, Any]) -> str:
    return json.dumps(made, indent=2)


def as_yaml(made: Mapping[str, Any]) -> str:
    import yaml

    written: str = yaml.safe_dump(made, sort_keys=False, allow_unicode=True, width=100)
    return written.rstrip()


def _at(address: str | None, name: str = "url") -> dict[str, str]:
    return {name: address + EVENTS_PATH} if address else {}


def _features(at: Mapping[str, str]) -> dict[str, Any]:
    commands = [
        {
            "command": one.name,
            **at,
            "description": one.description,
            "usage_hint": one.hint,
            # Without it Slack sends names instead of people.
            "should_escape": True,
        }
        for one in COMMANDS
    ]
    shortcuts = [
        {
            "name": one.name,
            "type": one.type,
            "callback_id": one.callback,
            "description": one.description,
        }
        for one in SHORTCUTS
    ]
    return {
        "app_home": {
            "home_tab_enabled": HOME_TAB,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "Glitterkaktus", "always_online": True},
        **({"shortcuts": shortcuts} if shortcuts else {}),
        "slash_commands": commands,
    }
