"""Everything that concerns one member."""

from typing import Literal

from bot.messages.cases import CaseEntry
from bot.messages.forms import Field
from bot.messages.glitter import MyGlitter
from bot.messages.parts import Button, Person, Quote
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """Everything that concerns one member, on one page; never the words of a cactus.

    `received` and `given` are the newest first (of `given`, the person is the receiver).
    """

    mine: MyGlitter
    received: tuple[Quote, ...]
    given: tuple[Quote, ...]
    cases: tuple[CaseEntry, ...]
    week: tuple[Person, ...]
    """Who got glitter this week, as the highlights may name them."""
    settings: tuple[Field, ...]
    """What the reader has decided for themselves."""
    buttons: tuple[Button, ...] = ()
    page: int = 1
    what: Literal["home"] = "home"
