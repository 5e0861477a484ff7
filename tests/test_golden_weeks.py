"""What people read of every kind of week, on each platform and in each language, kept in files.

After a wanted change: `UPDATE_GOLDEN=1 python -m pytest tests/test_golden_weeks.py`, and read
the difference as a reader would.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.chart import chart_in, described
from adapters.playground.render import render as in_the_playground
from adapters.slack.render import render as in_slack
from adapters.teams.render import render as in_teams
from adapters.terminal import highlights as in_the_terminal
from bot.messages import Message
from bot.model import Place, Reader
from bot.texts import LANGUAGES
from tests.drivers.teams_cards import texts_of
from tests.drivers.week_samples import HIGHLIGHTS, WEEKS

GOLDEN = Path(__file__).parent / "golden"


def of_slack(message: Message, reader: Reader) -> Iterator[str]:
    payload = in_slack(message, reader)
    for block in payload["blocks"]:
        yield from _lines("".join(_words(block)))


def _words(block: Any) -> Iterator[str]:
    """Every text below, in order; one button stands apart from the next."""
    if isinstance(block, list):
        for one in block:
            yield from _words(one)
    elif isinstance(block, dict):
        if block.get("type") == "button":
            yield f"\n[{block['text']['text']}]"
        elif isinstance(block.get("text"), str):
            yield block["text"]
        else:
            for key in ("text", "elements", "accessory"):
                yield from _words(block.get(key, []))
        if str(block.get("type")).startswith("rich_text_"):
            yield "\n"


def of_teams(message: Message, reader: Reader) -> Iterator[str]:
    card = in_teams(message, reader, "card")["attachments"][0]["content"]
    for _, text in texts_of(card["body"]):
        yield from _lines(text.replace("\u200b", ""))
    for action in card.get("actions", []):
        yield f"[{action['title']}]"


def of_the_playground(message: Message, reader: Reader) -> Iterator[str]:
    words = in_the_playground(message, reader, Place.channel("general"))
    for piece in words["pieces"]:
        yield from _piece(dict(piece))


def _piece(piece: dict[str, Any]) -> Iterator[str]:
    match piece:
        case {"piece": "buttons"}:
            yield from (f"[{one['label']}]" for one in piece["buttons"])
        case {"piece": "entries"}:
            for one in piece["entries"]:
                yield from ("".join(map(str, one["spans"])), one["note"])
        case {"piece": "quote"}:
            by = "".join(map(str, piece.get("by", [])))
            yield from (one for one in (piece["text"], by, piece.get("note", "")) if one)
        case {"piece": "picture"}:
            yield f"({piece['text']})"
        case _:
            yield "".join(map(str, piece["spans"]))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


PLATFORMS: dict[str, Callable[[Message, Reader], Iterator[str]]] = {
    "slack": of_slack,
    "teams": of_teams,
    "playground": of_the_playground,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_week_reads_as_it_was_read_before(platform: str, language: str) -> None:
    reader = Reader(language, "Europe/Stockholm")
    told = [
        "\n".join([f"=== {kind}", *PLATFORMS[platform](message, reader)])
        for kind, message in WEEKS.items()
    ]
    text, path = "\n\n".join(told) + "\n", GOLDEN / f"weeks.{platform}.{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", HIGHLIGHTS)
def test_the_terminal_shows_every_word_that_is_posted_and_no_other(
    kind: str, language: str
) -> None:
    week, reader = HIGHLIGHTS[kind], Reader(language, "Europe/Stockholm")
    shown = in_the_terminal(week, reader)
    for platform, read in PLATFORMS.items():
        posted = "\n".join(read(week, reader))
        chart = chart_in(week)
        if chart and platform != "playground":  # it is added where the picture is sent
            posted += described(chart, reader)
        assert Counter(_words_of(shown)) == Counter(_words_of(posted)), platform


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\s“”«»()\[\]·—]+", text)
