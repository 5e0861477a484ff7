"""A Slack message under construction: blocks, and the plain text that stands in for them.

What people wrote goes into rich text and plain text elements only. Slack takes those literally:
no mention, no link and no formatting can come out of them.
https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from pydantic_core import to_json

from bot.texts import apart

Element = dict[str, Any]
Block = dict[str, Any]
Labelled = tuple[str, str, str, str | None]
"""A button: action id, the value it carries, label, style or None."""

ROOM = 11_000
"""Characters of all blocks as JSON without blanks; Slack refuses somewhat above 13,000 with."""
ESCAPED = 6
"""Characters that one of a text takes as JSON, at most."""
FRAME = 150
"""Characters of an empty passage as JSON, at most."""
BLOCKS = 48
LATER = 8
"""Blocks that a list leaves to what follows it."""
BUTTONS = 25
"""In one row."""
TEXT_ROOM = 3_500
"""Characters of the stand-in; Slack refuses more than 4,000."""
HEADER, CONTEXT, LEAST, LABEL, VALUE, ALT = 150, 1_000, 150, 75, 2_000, 2_000
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


def link(url: str, label: str) -> Element:
    """An address of ours or of the house's own admins, under words of ours."""
    return {"type": "link", "url": url, "text": label}


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


def _apart(element: Element) -> Element:
    return {**element, "text": apart(element["text"])} if element["type"] == "text" else element


class Facts:
    """Stand-ins for what goes into a sentence, so that nobody's words become part of it."""

    def __init__(self) -> None:
        self._facts: list[Sequence[Element]] = []

    def put(self, *elements: Element) -> str:
        """A stand-in to hand to `say`."""
        self._facts.append([_apart(one) for one in elements])
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
    """Collects blocks and stops taking words where Slack would refuse the message.

    `room` is in characters of JSON; `blocks` leaves out the buttons at the end.
    """

    def __init__(self, room: int = ROOM, blocks: int = BLOCKS) -> None:
        self._blocks: list[Block] = []
        self._picture: list[Block] = []
        self._foot: list[Block] = []
        self._rows: list[Block] = []
        self._left = room
        self._most = blocks
        self._lines: list[str] = []
        self._hushed = False

    @property
    def left(self) -> int:
        """Characters that still fit."""
        return self._left

    def hush(self) -> None:
        """What follows stays out of the stand-in, which notifications show."""
        self._hushed = True

    def title(self, words: str) -> None:
        self._add({"type": "header", "text": plain(words, HEADER)})
        self._say(words)

    def hint(self, words: str) -> None:
        """A small grey line; it always has a little room."""
        self._hint(words, self._blocks)

    def foot(self, words: str) -> None:
        """A hint that stands below the picture, too."""
        self._hint(words, self._foot)

    def row(self, words: str, button: Labelled | None = None) -> None:
        """A line of a list, taken literally, with its own button; a list that is too long ends."""
        if len(self._blocks) >= self._most - LATER or self._left < CONTEXT + VALUE:
            return
        section: Block = {"type": "section", "text": plain(words, CONTEXT)}
        self._add(section | {"accessory": _button(*button)} if button else section)
        self._say(words)

    def line(self, elements: Iterable[Element]) -> None:
        self._rich(("rich_text_section", elements))

    def quote(self, elements: Iterable[Element]) -> None:
        self._rich(("rich_text_quote", elements))

    def passage(self, heading: Iterable[Element], quoted: Iterable[Element]) -> None:
        """A heading and a quotation that belong together."""
        self._rich(("rich_text_section", heading), ("rich_text_quote", quoted))

    def latest(self, passages: Sequence[tuple[list[Element], list[Element]]]) -> None:
        """The passages in order; where not all fit, a sign stands for the oldest."""
        room, skipped = self._left, len(passages)
        for heading, quoted in reversed(passages):
            room -= 2 * FRAME + _size(heading) + _size(quoted)
            if room < FRAME and skipped < len(passages):
                break
            skipped -= 1
        if skipped:
            self.line([text("…")])
        for heading, quoted in passages[skipped:]:
            self.passage(heading, quoted)

    def picture(self, file: str, described: str) -> None:
        """An uploaded image, below everything that is said. Named first, it has its room."""
        shown = {"slack_file": {"id": file}, "alt_text": described[:ALT]}
        block: Block = {"type": "image", **shown}
        self._left -= _size(block)
        self._picture.append(block)

    def buttons(self, labelled: Iterable[Labelled]) -> None:
        """They stand below everything. Named first, they have room whatever is said.

        Slack takes no two of one name in a row, so each of these has a row of its own.
        """
        rows: list[list[Block]] = []
        for button in (_button(*one) for one in labelled):
            row = rows[-1] if rows else []
            if not rows or len(row) == BUTTONS or button["action_id"] == row[-1]["action_id"]:
                rows.append([button])
            else:
                row.append(button)
        for elements in rows:
            made: Block = {"type": "actions", "elements": elements}
            self._left -= _size(made)
            self._rows.append(made)

    def done(self) -> dict[str, Any]:
        """`{"text": …, "blocks": […]}`, ready for any of Slack's ways to take a message."""
        text = _cut("\n".join(self._lines), TEXT_ROOM)
        return {"text": text, "blocks": [*self._blocks, *self._picture, *self._foot, *self._rows]}

    def _hint(self, words: str, into: list[Block]) -> None:
        room = max(LEAST, min(CONTEXT, self._left // ESCAPED))
        block: Block = {"type": "context", "elements": [plain(words, room)]}
        self._left -= _size(block)
        into.append(block)
        self._say(words)

    def _rich(self, *passages: tuple[str, Iterable[Element]]) -> None:
        room = self._left - FRAME * len(passages)
        if len(self._blocks) >= self._most or room <= 0:
            return
        filled: list[Block] = []
        used = 0
        for kind, elements in passages:
            taken, size = _fitting(list(elements), room - used)
            if taken:
                used += size + _frame(kind)
                filled.append({"type": kind, "elements": taken})
                self._tell(taken)
        if not filled:
            return
        self._left -= used + _frame("rich_text")
        self._blocks.append({"type": "rich_text", "elements": filled})

    def _add(self, block: Block) -> None:
        self._left -= _size(block)
        self._blocks.append(block)

    def _say(self, words: str) -> None:
        if not self._hushed:
            self._lines.append(_escape(words if words.strip() else "…"))

    def _tell(self, elements: Iterable[Element]) -> None:
        if not self._hushed:
            self._lines.append("".join(map(_spoken, elements)))


def _fitting(elements: list[Element], room: int) -> tuple[list[Element], int]:
    """The elements that fit into `room`, and their size; a text that reaches beyond is cut."""
    whole = _size(elements) - len("[]")  # at once: nearly all fit, and weighing takes its time
    if whole <= room:
        return elements, whole
    taken: list[Element] = []
    used = 0
    for element in elements:
        size = _size(element)
        if used + size > room:
            if element["type"] == "text":
                # A character takes one place of JSON at least, so this is enough.
                cut = element | {"text": f"{element['text'][: room - used - size]}…"}
                taken.append(cut)
                used += _size(cut)
            break
        taken.append(element)
        used += size
    return taken, used


def _size(content: Any) -> int:
    written = to_json(content)
    return len(written if written.isascii() else written.decode()) + len(",")


@cache
def _frame(kind: str) -> int:
    """What a list of elements takes beside them."""
    return _size({"type": kind, "elements": []})


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


def plain(words: str, room: int) -> dict[str, Any]:
    """Words outside rich text, taken literally; cut at `room` characters."""
    shown = words if len(words) <= room else f"{words[: room - 1]}…"
    return {"type": "plain_text", "text": shown if shown.strip() else "…", "emoji": True}


def _button(action_id: str, value: str, label: str, style: str | None) -> dict[str, Any]:
    button = {
        "type": "button",
        "action_id": action_id,
        "value": value[:VALUE],
        "text": plain(label, LABEL),
    }
    return button | {"style": style} if style else button
