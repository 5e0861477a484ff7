"""Sentences and names as pieces of a Slack message."""

import re
from collections.abc import Iterable

from adapters.slack.paper import BOLD, Element, Facts, Paper, link, text, user, written
from bot.messages import Person, Quote
from bot.model import Reader, Source
from bot.texts import apart, say, together

LONGEST_NAME = 80
"""Slack's own limit for the names of people."""
_OF_SLACK = re.compile(
    r"https://[a-z0-9-]{1,60}(?:\.enterprise)?\.slack\.com/archives/[\w/?=&.-]{1,200}"
)
"""Where a message can be; nothing else is taken for its address."""


def tell(paper: Paper, reader: Reader, code: str, **facts: Iterable[Element]) -> None:
    """A line with the sentence `code`."""
    paper.line(phrase(reader, code, **facts))


def phrase(reader: Reader, code: str, **facts: Iterable[Element]) -> list[Element]:
    """The sentence `code`; several elements of one fact are joined as the language lists them.

    The words of one person come as several elements only as `draft`, where nothing is listed.
    """
    put = Facts()
    shown = {
        name: put.put(*elements)
        if name == "draft"
        else together(reader, [put.put(element) for element in elements])
        for name, elements in facts.items()
    }
    return put.into(say(reader, code, **shown))


def name(person: Person) -> str:
    shown = " ".join(person.name.split()) or person.account or "…"
    return apart(shown if len(shown) <= LONGEST_NAME else f"{shown[:LONGEST_NAME]}…")


def named(person: Person) -> Element:
    return text(name(person), BOLD)


def pinged(person: Person) -> Element:
    return user(person.account) if person.account else named(person)


def to_message(reader: Reader, address: str) -> list[Element]:
    """The link to the message that glitter is for; nothing for any other address."""
    return [link(address, say(reader, "message-open"))] if _OF_SLACK.fullmatch(address) else []


def quoted(reader: Reader, quotes: Iterable[Quote]) -> list[Element]:
    """As few elements as can be: short words of many people must not outgrow the message."""
    elements: list[Element] = []
    words = ""
    for at, quote in enumerate(quotes):
        words += f"\n{quote.reason}" if at else quote.reason or "…"
        if there := to_message(reader, quote.link):
            elements += [*written(f"{words} · "), *there]
            words = ""
        words += _whose(reader, quote)
    return [*elements, *written(words)] if words else elements


def _whose(reader: Reader, quote: Quote) -> str:
    customer = say(reader, "award-from-customer")
    source = f" ({customer})" if quote.source is Source.CUSTOMER else ""
    if quote.team:
        source += f", {say(reader, 'award-for-team', team=quote.team)}"
    by = f" — {name(quote.person)}" if quote.person.name or quote.person.account else ""
    return f"{by}{source}"
