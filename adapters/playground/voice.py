"""Sentences of the bot as pieces for the page, in one reader's language."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from adapters.playground.words import ExampleLine, Line, MentionSpan, QuoteLine, Span
from bot import texts
from bot.cleaning import clean
from bot.messages import Notice, Person, Quote, TeamEntry
from bot.model import Reader, Source

# A mention travels through a sentence between characters that `clean` leaves in no text.
_MENTION = re.compile("(\ufdd0[^\ufdd2]*\ufdd2)")

Fact = str | int | float | date | Person | Sequence[Person]
"""A `datetime` is told as a moment, any other `date` as a day."""
Kind = Literal["title", "news", "person", "sentence", "context", "draft"]


class Voice:
    """Speaks to one reader. All methods raise KeyError where a sentence is missing."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def line(self, piece: Kind, text: str, **facts: Fact) -> Line:
        """The sentence `text`, with persons as mentions and moments in the reader's zone."""
        return {"piece": piece, "spans": self.spans(text, **facts)}

    def spans(self, text: str, **facts: Fact) -> list[Span]:
        spoken = {name: self._spoken(fact) for name, fact in facts.items()}
        return _spans(texts.say(self.reader, text, **spoken))

    def named(self, *people: Person) -> list[Span]:
        """One person, or several with arrows from each to the next."""
        return _spans(" → ".join(map(_show, people)))

    def person(self, person: Person) -> Line:
        return {"piece": "person", "spans": self.named(person)}

    def heading(self, text: str) -> Line:
        """A small heading in our own words."""
        return self.plain(texts.say(self.reader, text), "person")

    def plain(self, words: str, piece: Kind = "sentence") -> Line:
        """Words of people, as they are."""
        return {"piece": piece, "spans": [clean(words)]}

    def together(self, people: Sequence[Person]) -> list[Span]:
        return _spans(texts.together(self.reader, map(_show, people)))

    def notice(self, notice: Notice) -> Line:
        return {"piece": "sentence", "spans": self.noticed(notice)}

    def noticed(self, notice: Notice) -> list[Span]:
        return _spans(texts.sentence(self.reader, notice, show=_show, plain=clean))

    def team(self, team: TeamEntry) -> Line:
        told = texts.team_line(self.reader, team, show=_show, plain=clean)
        return {"piece": "sentence", "spans": _spans(told)}

    def example(self, text: str) -> ExampleLine:
        return {"piece": "example", "text": texts.say(self.reader, text)}

    def quote(self, words: str, source: Source = Source.COLLEAGUE) -> QuoteLine:
        line: QuoteLine = {"piece": "quote", "text": words}
        if source is Source.CUSTOMER:
            line["note"] = texts.say(self.reader, "award-from-customer")
        return line

    def quoted(self, quote: Quote) -> QuoteLine:
        """The words with whoever wrote them."""
        line = self.quote(quote.reason, quote.source)
        if quote.team:
            team = self.label("award-for-team", team=clean(quote.team))
            line["note"] = " · ".join(filter(None, (line.get("note"), team)))
        return {**line, "by": self.named(quote.person)}

    def label(self, text: str, **facts: str) -> str:
        return texts.say(self.reader, text, **facts)

    def moment(self, at: datetime) -> str:
        return texts.moment(self.reader, at)

    def _spoken(self, fact: Fact) -> str | int | float:
        match fact:
            case int() | float():
                return fact
            case str():
                return clean(fact)
            case datetime():
                return texts.moment(self.reader, fact)
            case date():
                return texts.day(self.reader, fact)
            case Person():
                return _show(fact)
            case _:
                return texts.together(self.reader, map(_show, fact))


def _show(person: Person) -> str:
    name = clean(person.name)
    return name if person.account is None else f"\ufdd0{clean(person.account)}\ufdd1{name}\ufdd2"


def _spans(text: str) -> list[Span]:
    return [_span(part) for part in _MENTION.split(text) if part]


def _span(part: str) -> Span:
    if not _MENTION.fullmatch(part):
        return part
    account, name = part[1:-1].split("\ufdd1")
    return MentionSpan(mention=account, name=name)
