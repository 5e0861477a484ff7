"""Teams as they are listed."""

from typing import Literal

from bot.messages.parts import NoButtons, Person
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """A team in a list; `people` are told where one team is shown and they are few."""

    name: str
    aliases: tuple[str, ...]
    lead: Person | None
    count: int
    people: tuple[Person, ...]
    cacti_to_all: bool


@dataclass(frozen=True, slots=True)
class TeamList(NoButtons):
    """Teams and how they stand. `more`: how many do not fit; `news`: a text on top, or ""."""

    entries: tuple[TeamEntry, ...]
    more: int = 0
    news: str = ""
    what: Literal["team_list"] = "team_list"
