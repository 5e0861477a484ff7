"""Reading an Adaptive Card as Teams does."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

FILE_ASKED = "application/vnd.microsoft.teams.card.file.consent"
FILE_THERE = "application/vnd.microsoft.teams.card.file.info"
FILES = (FILE_ASKED, FILE_THERE)
MAX_BYTES = 100 * 1024
MOST_BUTTONS = 6
PEOPLE = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
CARD = "application/vnd.microsoft.card.adaptive"
_AT = re.compile(r"<at>.*?</at>", re.DOTALL)


def texts_of(content: object) -> Iterator[tuple[str, str]]:
    """Every text of a card, top to bottom: the type of its element, and the text."""
    if isinstance(content, list):
        for item in content:
            yield from texts_of(item)
    elif isinstance(content, dict):
        for key in ("text", "label", "altText"):
            if isinstance(content.get(key), str):
                yield content["type"], content[key]
        for key in ("body", "items", "inlines"):
            yield from texts_of(content.get(key))


def mentions_of(card: Mapping[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = card.get("msteams", {}).get("entities", [])
    return found


def inputs_of(card: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [one for one in card["body"] if one["type"].startswith("Input.")]


def file_fits(card: Mapping[str, Any]) -> bool:
    """A file's card has its name, and what Teams needs to ask for it or to show it."""
    content = card["content"]
    if card["contentType"] == FILE_ASKED:
        needed = {"description", "sizeInBytes", "acceptContext", "declineContext"}
        return bool(card["name"]) and set(content) == needed and content["sizeInBytes"] > 0
    return bool(card["name"] and card["contentUrl"] and content["uniqueId"])


def problem_of(text: str) -> tuple[int, str] | None:
    """Why Teams would not take this activity: status and code."""
    if len(text.encode("utf-16-le")) > MAX_BYTES:
        return 413, "MessageSizeTooBig"
    activity = json.loads(text)
    attachments = activity.get("attachments", [])
    if activity.get("type") != "message" or not (activity.get("text") or attachments):
        return 400, "BadSyntax"
    if [one for one in attachments if one["contentType"] in FILES]:
        return None if len(attachments) == 1 and file_fits(attachments[0]) else (400, "BadSyntax")
    for attachment in attachments:
        card = attachment["content"]
        if attachment["contentType"] != CARD or card["version"] != "1.5":
            return 400, "BadSyntax"
        fits = (_mentions_fit, _inputs_fit, _buttons_fit, _images_fit)
        if not all(fit(card) for fit in fits):
            return 400, "BadArgument"
    return None


def _inputs_fit(card: Mapping[str, Any]) -> bool:
    """Each input has a label and a name of its own; people are looked for where Teams knows to."""
    inputs = inputs_of(card)
    ids = [one.get("id") for one in inputs]
    labelled = all(one.get("label") for one in inputs)
    told = all(bool(one.get("isRequired")) == bool(one.get("errorMessage")) for one in inputs)
    found = all(one.get("choices.data", PEOPLE) == PEOPLE for one in inputs)
    return len(ids) == len(set(ids)) and labelled and told and found


def _images_fit(card: Mapping[str, Any]) -> bool:
    """Each is a PNG inside the card, and is described."""
    images = [one for one in card["body"] if one["type"] == "Image"]
    inside = "data:image/png;base64,"
    return all(one.get("altText") and one["url"].startswith(inside) for one in images)


def _buttons_fit(card: Mapping[str, Any]) -> bool:
    seen = [one for one in card.get("actions", []) if one.get("mode") != "secondary"]
    return len(seen) <= MOST_BUTTONS


def _mentions_fit(card: Mapping[str, Any]) -> bool:
    """Each mention stands in the card, and nothing looks like a mention without being one."""
    entities = mentions_of(card)
    keys = [entity.get("text") for entity in entities if entity.get("type") == "mention"]
    shown = {at for _, text in texts_of(card) for at in _AT.findall(text)}
    named = all(entity.get("mentioned", {}).get("id") for entity in entities)
    return named and len(keys) == len(entities) == len(set(keys)) and shown == set(keys)
