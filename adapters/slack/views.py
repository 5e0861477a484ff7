"""Messages where no chat carries them: on the home page of a member, and in a window of its own.

https://docs.slack.dev/surfaces/app-home, https://docs.slack.dev/surfaces/modals
"""

from typing import Any

from adapters.slack.paper import Paper, plain
from adapters.slack.render import draw
from bot.messages import Message
from bot.model import Reader

ROOM = 100_000
"""Characters of JSON on a page; Slack takes 250 KB, in which a character has up to six bytes."""
BLOCKS = 90
"""Slack takes 100, and the rows of buttons come on top."""
NAME = "Glitterkaktus"


def home(message: Message, reader: Reader) -> dict[str, Any]:
    """The home page that shows `message`."""
    return {"type": "home", "blocks": _blocks(message, reader)}


def window(message: Message, reader: Reader) -> dict[str, Any]:
    """A modal that shows `message`, with its buttons; there is nothing to submit."""
    return {"type": "modal", "title": plain(NAME, 24), "blocks": _blocks(message, reader)}


def _blocks(message: Message, reader: Reader) -> list[dict[str, Any]]:
    paper = Paper(ROOM, BLOCKS)
    draw(paper, message, reader)
    blocks: list[dict[str, Any]] = paper.done()["blocks"]
    return blocks
