"""A Slack message under construction: blocks, and the plain text that stands in for them.

What people wrote goes into rich text and plain text elements only. Slack takes those literally:
no mention, no link and no formatting can come out of them.
https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

Element = dict[str, Any]
Block = dict[str, Any]

ROOM = 11_000
"""Characters of all blocks, structure included; Slack refuses somewhat above 13,000."""
STRUCTURE = 45
"""Characters that one element takes beside its text, roughly."""
BLOCKS = 48
TEXT_ROOM = 3_500
"""Characters of the stand-in; Slack refuses more than 4,000."""
HEADER, CONTEXT, LABEL, VALUE = 150, 1_000, 75, 2_000
EMOJIS = 20
"""Emoji of one text that are drawn; the rest stays `:name:`."""
BOLD = {"bold": True}
CODE = {"code": True}

_EMOJI = re.compile(r"(?<![\w:]):([a-z][a-z0-9_'+-]{1,40}|\+1|-1):(?![\w:])", re.ASCII)
_HALF = re.compile(r"(?:&[a-z]{0,3}|<[^<>]{0,80})\Z")
"""Where a cut went through `&amp;` or `<@U1>`."""
_MARK = re.compile("\ue000([0-9]+)\ue001")


def text(words: str, style: dict[str, bool] | None = None) -> Element:
    """Words, taken literally; never empty, which Slack refuses."""
    element: Element = {"type": "text", "text": words if words.strip() else "…"}
    return element | {"style": style} if style else element


def user(account: str) -> Element:
    """A mention that notifies."""
    return {"type": "user", "user_id": account}


def channel(id: str) -> Element:
    return {"type": "channel", "channel_id": id}


def written(words: str) -> list[Element]:
    """What somebody wrote: literal text, with the first emoji drawn as such."""
    elements: list[Element] = []
    at = 0
    for found in list(_EMOJI.finditer(words))[:EMOJIS]:
        if before := words[at : found.start()]:
            elements.append({"type": "text", "text": before})
        elements.append({"type": "emoji", "name": found[1]})
        at = found.end()
    if rest := words[at:]:
        elements.append({"type": "text", "text": rest})
    return elements if words.strip() else [text("")]


class Facts:
    """Stand-ins for what goes into a sentence, so that nobody's words become part of it."""

    def __init__(self) -> None:
        self._facts: list[Sequence[Element]] = []

    def put(self, *elements: Element) -> str:
        """A stand-in to hand to `say`."""
        self._facts.append(elements)
        return f"\ue000{len(self._facts) - 1}\ue001"

    def into(self, sentence: str) -> list[Element]:
        """The sentence, with the facts where their stand-ins were."""
        elements: list[Element] = []
        for index, piece in enumerate(_MARK.split(sentence)):
            if index % 2:
                elements += self._facts[int(piece)]
            elif piece:
                elements.append({"type": "text", "text": piece})
        return elements


class Paper:
    """Collects blocks and stops taking words where Slack would refuse the message."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._left = ROOM
        self._lines: list[str] = []

    def title(self, words: str) -> None:
        self._add({"type": "header", "text": _plain(words, HEADER)})
        self._say(words)

    def hint(self, words: str) -> None:
        """A small grey line."""
        self._left -= len(words)
        self._add({"type": "context", "elements": [_plain(words, CONTEXT)]})
        self._say(words)

    def line(self, elements: Iterable[Element]) -> None:
        self._rich(("rich_text_section", elements))

    def quote(self, elements: Iterable[Element]) -> None:
        self._rich(("rich_text_quote", elements))

    def passage(self, heading: Iterable[Element], quoted: Iterable[Element]) -> None:
        """A heading and a quotation that belong together."""
        self._rich(("rich_text_section", heading), ("rich_text_quote", quoted))

    def buttons(self, labelled: Iterable[tuple[str, str, str, str | None]]) -> None:
        """Each button: action id, the value it carries, label, style or None."""
        elements = [_button(*one) for one in labelled]
        if elements:
            self._add({"type": "actions", "elements": elements})

    def done(self) -> dict[str, Any]:
        """`{"text": …, "blocks": […]}`, ready for any of Slack's ways to take a message."""
        return {"text": _cut("\n".join(self._lines), TEXT_ROOM), "blocks": self._blocks}

    def _rich(self, *passages: tuple[str, Iterable[Element]]) -> None:
        if len(self._blocks) >= BLOCKS or self._left <= 0:
            return
        taken = [(kind, self._take(elements)) for kind, elements in passages]
        filled = [{"type": kind, "elements": elements} for kind, elements in taken if elements]
        self._add({"type": "rich_text", "elements": filled})
        for _, elements in taken:
            if elements:
                self._say(elements)

    def _take(self, elements: Iterable[Element]) -> list[Element]:
        taken = []
        for element in elements:
            self._left -= STRUCTURE + len(element.get("text", ""))
            if self._left < 0 and "text" in element:
                kept = element["text"][: self._left]
                taken.append(element | {"text": f"{kept}…"})
            else:
                taken.append(element)
            if self._left < 0:
                break
        return taken

    def _add(self, block: Block) -> None:
        self._left -= STRUCTURE
        self._blocks.append(block)

    def _say(self, said: str | list[Element]) -> None:
        elements = [text(said)] if isinstance(said, str) else said
        self._lines.append("".join(map(_spoken, elements)))


def _spoken(element: Element) -> str:
    match element["type"]:
        case "user":
            return f"<@{element['user_id']}>"
        case "channel":
            return f"<#{element['channel_id']}>"
        case "emoji":
            return f":{element['name']}:"
        case _:
            return _escape(element["text"])


def _escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _cut(escaped: str, room: int) -> str:
    if len(escaped) <= room:
        return escaped
    return _HALF.sub("", escaped[:room]) + "…"


def _plain(words: str, room: int) -> dict[str, Any]:
    shown = words if len(words) <= room else f"{words[: room - 1]}…"
    return {"type": "plain_text", "text": shown if shown.strip() else "…", "emoji": True}


def _button(action_id: str, value: str, label: str, style: str | None) -> dict[str, Any]:
    button = {
        "type": "button",
        "action_id": action_id,
        "value": value[:VALUE],
        "text": _plain(label, LABEL),
    }
    return button | {"style": style} if style else button
