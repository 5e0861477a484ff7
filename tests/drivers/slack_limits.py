"""What Slack refuses: the published limits of messages and blocks, as one table.

https://docs.slack.dev/reference/block-kit/blocks, https://docs.slack.dev/reference/methods
The last two of MESSAGE are not published; they were met in practice (slackapi/bolt-js 2509).
"""

import json
from collections.abc import Iterator
from typing import Any

MESSAGE = {"blocks": 50, "text": 4_000, "json": 13_200}
TEXT = {"header": 150, "section": 3_000, "context": 3_000, "button": 75, "image": 2_000}
COUNT = {"context": 10, "actions": 25}
KEYS = {
    "header": {"type", "text", "block_id"},
    "section": {"type", "text", "block_id", "fields", "accessory"},
    "context": {"type", "elements", "block_id"},
    "actions": {"type", "elements", "block_id"},
    "divider": {"type", "block_id"},
    "image": {"type", "image_url", "slack_file", "alt_text", "title", "block_id"},
    "rich_text": {"type", "elements", "block_id"},
    "button": {"type", "action_id", "value", "text", "style", "url", "confirm"},
}
RICH = {"rich_text_section", "rich_text_quote", "rich_text_preformatted", "rich_text_list"}
INLINE = {
    "text": "text",
    "user": "user_id",
    "channel": "channel_id",
    "emoji": "name",
    "link": "url",
    "broadcast": "range",
    "usergroup": "usergroup_id",
}
STYLES = {"bold", "italic", "strike", "code"}


def refusal(payload: dict[str, Any]) -> str | None:
    """Slack's error code for a message, or None where it is taken."""
    blocks, text = payload.get("blocks") or [], payload.get("text") or ""
    if not blocks and not text:
        return "no_text"
    if len(text) > MESSAGE["text"]:
        return "msg_too_long"
    if len(json.dumps(blocks, ensure_ascii=False)) > MESSAGE["json"]:
        return "msg_blocks_too_long"
    return "invalid_blocks" if any(faults(blocks)) else None


def faults(blocks: list[dict[str, Any]]) -> Iterator[str]:
    """Each thing that Slack would not take, in words."""
    if len(blocks) > MESSAGE["blocks"]:
        yield "too many blocks"
    for block in blocks:
        kind = block.get("type", "")
        if kind not in KEYS or kind == "button":
            yield f"unknown block {kind}"
            continue
        if extra := set(block) - KEYS[kind]:
            yield f"{kind} has {extra}"
        yield from BLOCKS[kind](block)


def _header(block: dict[str, Any]) -> Iterator[str]:
    yield from _text(block.get("text"), "header", {"plain_text"})


def _section(block: dict[str, Any]) -> Iterator[str]:
    yield from _text(block.get("text"), "section", {"plain_text", "mrkdwn"})
    if "accessory" in block:
        yield from _button(block["accessory"])


def _context(block: dict[str, Any]) -> Iterator[str]:
    elements = block.get("elements") or []
    if not 1 <= len(elements) <= COUNT["context"]:
        yield "context: number of elements"
    for element in elements:
        yield from _text(element, "context", {"plain_text", "mrkdwn"})


def _actions(block: dict[str, Any]) -> Iterator[str]:
    elements = block.get("elements") or []
    ids = [element.get("action_id") for element in elements]
    if not 1 <= len(elements) <= COUNT["actions"] or len(set(ids)) < len(ids):
        yield "actions: number of elements, or an action_id twice"
    for element in elements:
        yield from _button(element)


def _button(element: dict[str, Any]) -> Iterator[str]:
    if element.get("type") != "button" or set(element) - KEYS["button"]:
        yield "not a button"
    if not 1 <= len(element.get("value") or "x") <= 2_000:
        yield "button: value"
    if element.get("style") not in {None, "primary", "danger"}:
        yield "button: style"
    yield from _text(element.get("text"), "button", {"plain_text"})


def _image(block: dict[str, Any]) -> Iterator[str]:
    if not 1 <= len(block.get("alt_text") or "") <= TEXT["image"]:
        yield "image: alternative text"
    if ("image_url" in block) == ("slack_file" in block):
        yield "image: one source"
    if "slack_file" in block and not set(block["slack_file"]) & {"id", "url"}:
        yield "image: which file"


def _rich_text(block: dict[str, Any]) -> Iterator[str]:
    passages = block.get("elements") or []
    if not passages:
        yield "rich_text: empty"
    for passage in passages:
        if passage.get("type") not in RICH or not passage.get("elements"):
            yield f"rich_text: {passage.get('type')} or empty"
        for element in passage.get("elements") or []:
            yield from _inline(element)


def _inline(element: dict[str, Any]) -> Iterator[str]:
    kind = element.get("type", "")
    content = element.get(INLINE.get(kind, ""))
    if kind not in INLINE or not isinstance(content, str) or not content:
        yield f"rich text element {kind} without content"
    if set(element) - {"type", "style", INLINE.get(kind, "type"), "text"}:
        yield f"rich text element {kind}: keys"
    if set(element.get("style", {})) - STYLES:
        yield "rich text element: style"


def _text(text: Any, where: str, kinds: set[str]) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") not in kinds:
        yield f"{where}: text type"
        return
    if not 1 <= len(text.get("text") or "") <= TEXT[where]:
        yield f"{where}: text length"
    allowed = {"plain_text": {"type", "text", "emoji"}, "mrkdwn": {"type", "text", "verbatim"}}
    if set(text) - allowed[text["type"]]:
        yield f"{where}: text keys"


BLOCKS = {
    "header": _header,
    "section": _section,
    "context": _context,
    "actions": _actions,
    "divider": lambda block: iter(()),
    "image": _image,
    "rich_text": _rich_text,
}
