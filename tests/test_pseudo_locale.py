"""No English is left over: every message of every platform, in a language that nobody speaks.

Each letter of our sentences wears an accent here. Whatever is still plain on a screen was not
said by a text of ours, so it must be somebody's words, a name or a date.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from babel.dates import get_day_names, get_month_names
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Transformer

from adapters.playground.render import render as on_the_playground
from adapters.slack.forms import view
from adapters.slack.render import render as on_slack
from adapters.teams.render import render as on_teams
from bot import texts
from bot.messages import Form, Message
from bot.model import Place, Reader
from bot.texts import FILES
from tests.drivers.teams_samples import MESSAGES
from tests.test_languages import ROOT

NOBODYS = Reader("en", "Europe/Stockholm")
ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áḅćḍéḟǵḥíĵḱĺḿńóṕʠŕśťúṿẃẋýźÁḄĆḌÉḞǴḤÍĴḰĹḾŃÓṔɊŔŚŤÚṾẂẊÝŹ",
)
PLAIN = re.compile(r"[A-Za-z]{2,}")
_MENTION = re.compile(r"</?at>")
SEEN = {"text", "label", "title", "placeholder", "hint", "alt_text", "altText", "summary"}
SEEN |= {"value", "heading", "note", "fallbackText", "errorMessage", "submit", "spans", "said"}
"""Keys whose texts a person reads, or hears read."""
FROM_BABEL = {"and"} | {
    word
    for names in (get_day_names, get_month_names)
    for width in ("abbreviated", "wide")
    for word in names(width, locale="en_GB").values()
}


class _Accents(Transformer):
    def visit_TextElement(self, node: ftl.TextElement) -> ftl.TextElement:
        node.value = node.value.translate(ACCENTS)
        return node


@cache
def accented() -> FluentBundle:
    made = FluentBundle(["en-GB"], use_isolating=False)
    for name in FILES:
        path = ROOT / "bot" / "languages" / name.format("en")
        parsed = FluentParser().parse(path.read_text("utf-8"))
        made.add_resource(FluentResource(FluentSerializer().serialize(_Accents().visit(parsed))))
    return made


@pytest.fixture(autouse=True)
def pseudo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(texts, "bundle", lambda language: accented())
    texts._said.cache_clear()
    yield
    texts._said.cache_clear()


def told_by_people(content: Any) -> str:
    """All words that a message brings along."""
    if isinstance(content, str):
        return f" {content}"
    if isinstance(content, tuple):
        return "".join(map(told_by_people, content))
    if is_dataclass(content):
        return "".join(told_by_people(getattr(content, one.name)) for one in fields(content))
    return ""


def read(content: Any, seen: bool = False) -> Iterator[str]:
    """All that can be read in what a platform gets."""
    if isinstance(content, str) and seen:
        yield content
    elif isinstance(content, list | tuple):
        for one in content:
            yield from read(one, seen)
    elif isinstance(content, dict):
        for key, one in content.items():
            yield from read(one, key in SEEN or (seen and isinstance(one, dict | list)))


def left_over(message: Message, screen: Any) -> set[str]:
    allowed = set(PLAIN.findall(told_by_people(message))) | FROM_BABEL
    lines = (_MENTION.sub(" ", line) for line in read(screen))
    return {word for line in lines for word in PLAIN.findall(line)} - allowed


EVERY = pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)


@EVERY
def test_on_slack(message: Message) -> None:
    screen = view(message, NOBODYS) if isinstance(message, Form) else on_slack(message, NOBODYS)
    assert left_over(message, screen) == set()


@EVERY
def test_on_teams(message: Message) -> None:
    assert left_over(message, on_teams(message, NOBODYS, "card")) == set()


@EVERY
def test_on_the_playground(message: Message) -> None:
    assert left_over(message, on_the_playground(message, NOBODYS, Place.channel("x"))) == set()


def test_a_sentence_that_is_not_a_text_would_be_seen() -> None:
    message = MESSAGES["my glitter"]
    screen = on_slack(message, NOBODYS)
    assert "Latest" not in json.dumps(screen)
    screen["blocks"][0]["text"]["text"] = "Latest words"
    assert left_over(message, screen) == {"Latest", "words"}
