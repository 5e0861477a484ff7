"""What a person sees of a Teams card: what can be read, who is notified, what can be pressed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.heard import ActionName, FormName
from tests.drivers.base import Shown
from tests.drivers.teams_cards import inputs_of, mentions_of, texts_of
from tests.drivers.teams_service import Conversation

_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)]*)\)|(https?://\S+)")
_ESCAPE = re.compile(r"\\([\\`*_\[\]<>~|#])")
# Labels and what a press brings are read as Markdown by some clients.
_MARKDOWN = ("TextBlock", "Input", "message")


@dataclass(frozen=True)
class Pressable:
    """A button where it stands."""

    conversation: Conversation
    activity: str
    action: dict[str, Any]


@dataclass(frozen=True)
class OpenForm:
    """The button that submits a form, and what stands in its inputs."""

    button: Pressable
    ids: Mapping[str, str]
    """Of the inputs, by field."""
    values: Mapping[str, str]
    """By id."""


def show(
    card: Mapping[str, Any],
    conversation: Conversation,
    activity: str,
    accounts: Mapping[str, str],
) -> Shown:
    """`accounts` are the short names of people, by Teams id and by Entra object id."""
    mentioned = {one["text"]: accounts[one["mentioned"]["id"]] for one in mentions_of(card)}
    lines = list(texts_of(card))
    buttons: dict[ActionName, Pressable] = {}
    opens = [one for one in card.get("actions", []) if one["type"] == "Action.OpenUrl"]
    for one in (one for one in card.get("actions", []) if one not in opens):
        pressable = Pressable(conversation, activity, one)
        buttons.setdefault(ActionName(one["data"]["action"]), pressable)
    submit = buttons.pop(ActionName.SUBMIT, None)
    return Shown(
        text="\n".join(readable(kind, text, mentioned) for kind, text in lines),
        mentions=frozenset(mentioned.values()),
        links=(
            *(link for kind, text in lines for link in _links(kind, text)),
            *(one["url"] for one in opens),
        ),
        buttons=buttons,
        ref=f"{conversation.id}|{activity}",
        form=FormName(submit.action["data"]["form"]) if submit else None,
        fields=_fields(card, accounts),
        handle=_open(card, submit) if submit else None,
    )


def spoken(text: str) -> Shown:
    """A sentence that a press brings."""
    return Shown(readable("message", text, {}), links=tuple(_links("message", text)))


def readable(kind: str, text: str, mentioned: Mapping[str, str]) -> str:
    """What stands on the screen: text blocks read Markdown, text runs do not."""
    for at, account in mentioned.items():
        text = text.replace(at, f"@{account}")
    text = _ESCAPE.sub(r"\1", text) if kind.startswith(_MARKDOWN) else text
    return text.replace("\u200b", "")


def _open(card: Mapping[str, Any], submit: Pressable) -> OpenForm:
    inputs = inputs_of(card)
    ids = {_field(one): str(one["id"]) for one in inputs}
    return OpenForm(submit, ids, {one["id"]: one.get("value", "") for one in inputs})


def _fields(card: Mapping[str, Any], accounts: Mapping[str, str]) -> dict[str, str]:
    return {
        _field(one): accounts.get(one.get("value", ""), one.get("value", ""))
        for one in inputs_of(card)
    }


def _field(one: Mapping[str, Any]) -> str:
    return str(one["id"]).partition("-")[2]


def _links(kind: str, text: str) -> list[str]:
    found = _LINK.findall(text) if kind.startswith(_MARKDOWN) else []
    return [named or bare for named, bare in found]
