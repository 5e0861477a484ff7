"""What a person sees of a Slack message: what can be read, who is notified, what can be clicked."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from adapters.slack.render import render
from bot.heard import ActionName
from bot.messages import Message
from bot.model import Reader
from tests.drivers.base import Shown
from tests.drivers.slack_limits import faults, refusal

ENGLISH = Reader("en", "Europe/Stockholm")

_ENTITY = re.compile(r"<([^<>\n]+)>")
_BARE_URL = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>|]+")
_BARE_NAME = re.compile(r"@(here|channel|everyone|[a-z][a-z0-9._-]*)")


@dataclass
class Screen:
    """Reads one message the way Slack's client shows it.

    `person` and `channel` turn ids into what is shown after @ and #; `person` raises KeyError
    for an id that nobody has.
    """

    person: Callable[[str], str]
    channel: Callable[[str], str]
    lines: list[str] = field(default_factory=list)
    mentions: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    buttons: dict[ActionName, dict[str, Any]] = field(default_factory=dict)

    def show(self, payload: dict[str, Any], ref: str = "") -> Shown:
        for block in payload.get("blocks") or []:
            self._block(block)
        if not payload.get("blocks"):
            self.lines.append(self.mrkdwn(payload.get("text") or "", payload))
        text = "\n".join(self.lines)
        return Shown(text, frozenset(self.mentions), tuple(self.links), dict(self.buttons), ref)

    def mrkdwn(self, text: str, options: dict[str, Any]) -> str:
        """Text that Slack parses: entities, bare addresses and, if asked for, bare names."""
        shown, at = [], 0
        for entity in _ENTITY.finditer(text):
            shown += [self._bare(text[at : entity.start()], options), self._entity(entity[1])]
            at = entity.end()
        return "".join([*shown, self._bare(text[at:], options)])

    def _bare(self, text: str, options: dict[str, Any]) -> str:
        if options.get("parse") != "none":
            self.links += _BARE_URL.findall(text)
        if options.get("link_names") or options.get("parse") == "full":
            self.mentions |= set(_BARE_NAME.findall(text))
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    def _entity(self, entity: str) -> str:
        target, _, label = entity.partition("|")
        match target[0]:
            case "@":
                return self._mention(target[1:])
            case "#":
                return f"#{self.channel(target[1:])}"
            case "!":
                self.mentions.add(target)
                return label or f"@{target[1:]}"
            case _:
                self.links.append(target)
                return label or target

    def _mention(self, id: str) -> str:
        person = self.person(id)
        self.mentions.add(person)
        return f"@{person}"

    def _block(self, block: dict[str, Any]) -> None:
        match block["type"]:
            case "header" | "section":
                self.lines.append(self._object(block["text"]))
                if button := block.get("accessory"):
                    self._button(button)
            case "context":
                self.lines.append(" ".join(map(self._object, block["elements"])))
            case "rich_text":
                for passage in block["elements"]:
                    self.lines.append("".join(map(self._inline, passage["elements"])))
            case "image":
                self.lines.append(str(block["alt_text"]))
            case "actions":
                for button in block["elements"]:
                    self._button(button)

    def _object(self, text: dict[str, Any]) -> str:
        words = str(text["text"])
        return words if text["type"] == "plain_text" else self.mrkdwn(words, text)

    def _inline(self, element: dict[str, Any]) -> str:
        match element["type"]:
            case "user":
                return self._mention(element["user_id"])
            case "channel":
                return f"#{self.channel(element['channel_id'])}"
            case "emoji":
                return f":{element['name']}:"
            case "broadcast" | "usergroup":
                who = element.get("range") or element["usergroup_id"]
                self.mentions.add(f"!{who}")
                return f"@{who}"
            case "link":
                self.links.append(element["url"])
                return str(element.get("text") or element["url"])
            case _:
                return str(element["text"])

    def _button(self, button: dict[str, Any]) -> None:
        if "url" in button:
            self.links.append(button["url"])
        # Of several alike, as in a list, the first stands for all.
        self.buttons.setdefault(ActionName(button["action_id"]), button)


def seen(payload: dict[str, Any]) -> Shown:
    """What stands in a message, with ids in place of names."""
    return Screen(lambda id: id, lambda id: id).show(payload)


def shown(message: Message, reader: Reader = ENGLISH) -> Shown:
    """What somebody reads of a message that Slack takes."""
    payload = render(message, reader)
    assert refusal(payload) is None, list(faults(payload["blocks"]))
    return seen(payload)
