"""What many messages are made of."""

from bot.heard import ActionName
from bot.model import Source
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Someone as a message names them; without an account they cannot be mentioned."""

    name: str
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    name: ActionName
    subject: str
    label: str = ""
    """What it reads where that is no sentence of ours, such as the name of a team."""


class NoButtons:
    """A message that leaves nothing to press."""

    __slots__ = ()

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class TeamNamed:
    """A team among the receivers, and its people; nobody is listed where they are many."""

    name: str
    people: tuple[Person, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Someone's words."""

    person: Person
    reason: str
    source: Source = Source.COLLEAGUE
    link: str = ""
    team: str = ""
    """The team that they were for, where that is not the reader alone."""
