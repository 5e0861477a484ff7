"""All that the Teams app is told to people and to Teams, in one place; the package is made of it.

To use one more command: name it here, and the test of the package holds until the code hears it.
"""

import io
import json
import re
from collections.abc import Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from adapters import svg
from adapters.teams.dialogs import COMMANDS
from adapters.teams.icons import COLOUR, OUTLINE
from bot import texts
from bot.model import Reader
from bot.values import dataclass

VERSION = "0.1.0"
"""That of the project: Teams takes a changed package only with another one."""
SCHEMAS = "https://developer.microsoft.com/json-schemas/teams/v1.30"
SCOPES = ("personal", "team", "groupChat")
ACCENT = "#24523B"


@dataclass(frozen=True, slots=True)
class Command:
    """`title` is what stands in the message once it is chosen, or the id of a dialog; `says` is a
    text id."""

    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Commands:
    """What a menu offers in some scopes."""

    scopes: tuple[str, ...]
    triggers: tuple[str, ...]
    commands: tuple[Command, ...]


MENUS = (
    Commands(
        ("team", "groupChat"),
        ("slash", "mention"),
        (
            Command("glitter", "teams-app-says-glitter"),
            Command("cactus", "teams-app-says-cactus"),
            Command("kaktus", "teams-app-says-kaktus"),
        ),
    ),
    Commands(
        ("personal",),
        ("mention",),
        (
            Command("glitter home", "teams-app-says-home"),
            Command("glitter me", "teams-app-says-me"),
            Command("cactus open", "teams-app-says-open"),
            Command("glitter settings", "teams-app-says-settings"),
            Command("glitter history", "teams-app-says-history"),
            Command("glitter help", "teams-app-says-help"),
            Command("cactus help", "teams-app-says-cactus-help"),
        ),
    ),
)
"""A slash in a channel or a group chat is read by the bot alone."""
DIALOGS = (
    Command("give-glitter", "teams-app-form-glitter"),
    Command("give-cactus", "teams-app-form-cactus"),
    Command("pick-moment", "teams-app-pick-moment"),
)
"""The message extension: in the compose box, the command box, behind a slash, and on a message."""
ON_A_MESSAGE = {"pick-moment"}
"""What is about a message, and is offered nowhere else."""
DEFAULT = "en"
"""The language of the manifest itself; the others stand in files beside it."""
_APP_ID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def manifest(app_id: str, url: str) -> dict[str, Any]:
    """https://learn.microsoft.com/microsoft-365/extensibility/schema — `url` is the bot's own."""
    address = url.rstrip("/")
    others = [one for one in texts.LANGUAGES if one != DEFAULT]
    return {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": "1.30",
        "version": VERSION,
        "id": app_id,
        "developer": {
            "name": "Glitterkaktus",
            "websiteUrl": address,
            "privacyUrl": f"{address}/history/privacy",
            "termsOfUseUrl": f"{address}/history/terms",
        },
        "name": {"short": "Glitterkaktus", "full": _said(DEFAULT, "teams-app-name")},
        "description": {
            "short": _said(DEFAULT, "teams-app-short"),
            "full": _said(DEFAULT, "teams-app-full"),
        },
        "localizationInfo": {
            "defaultLanguageTag": DEFAULT,
            "additionalLanguages": [{"languageTag": one, "file": f"{one}.json"} for one in others],
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "bots": [_bot(app_id)],
        "composeExtensions": [{"botId": app_id, "commands": [_dialog(one) for one in DIALOGS]}],
    }


def localised(language: str) -> dict[str, str]:
    """What the manifest says, in another language, by the place where it stands there."""
    found = {
        "$schema": f"{SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": "Glitterkaktus",
        "name.full": _said(language, "teams-app-name"),
        "description.short": _said(language, "teams-app-short"),
        "description.full": _said(language, "teams-app-full"),
    }
    for at, menu in enumerate(MENUS):
        for number, command in enumerate(menu.commands):
            key = f"bots[0].commandLists[{at}].commands[{number}]"
            found[f"{key}.description"] = _said(language, command.says)
    for number, command in enumerate(DIALOGS):
        key = f"composeExtensions[0].commands[{number}]"
        found[f"{key}.title"] = _said(language, f"action-{COMMANDS[command.title]}")
        found[f"{key}.description"] = _said(language, command.says)
    return found


def package(app_id: str, url: str) -> bytes:
    """The zip that the Teams admin centre takes; the same bytes for the same words."""
    files = {
        "manifest.json": _json(manifest(app_id, url)),
        **{f"{one}.json": _json(localised(one)) for one in texts.LANGUAGES if one != DEFAULT},
        "color.png": svg.png(COLOUR),
        "outline.png": svg.png(OUTLINE),
    }
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return made.getvalue()


def is_app_id(text: str) -> bool:
    return bool(_APP_ID.fullmatch(text))


def _bot(app_id: str) -> dict[str, Any]:
    return {
        "botId": app_id,
        "scopes": list(SCOPES),
        "isNotificationOnly": False,
        "supportsFiles": True,
        "supportsTargetedMessages": True,
        "commandLists": [
            {
                "scopes": list(menu.scopes),
                "triggers": list(menu.triggers),
                "commands": [
                    {"title": one.title, "description": _said(DEFAULT, one.says)}
                    for one in menu.commands
                ],
            }
            for menu in MENUS
        ],
    }


def _dialog(command: Command) -> dict[str, Any]:
    anywhere = {"context": ["compose", "commandBox", "message"], "triggers": ["slash"]}
    return {
        "id": command.title,
        "type": "action",
        "title": _said(DEFAULT, f"action-{COMMANDS[command.title]}"),
        "description": _said(DEFAULT, command.says),
        **({"context": ["message"]} if command.title in ON_A_MESSAGE else anywhere),
        "fetchTask": True,
    }


def _said(language: str, text: str) -> str:
    return texts.say(Reader(language, "UTC"), text)


def _json(made: Mapping[str, Any]) -> bytes:
    return json.dumps(made, indent=2, ensure_ascii=False).encode()
