"""Sentences, help, and the first words."""

from datetime import datetime
from typing import Literal

from bot.heard import ActionName
from bot.messages.parts import Button, NoButtons, Person
from bot.model import Kind
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence: the text `code`, with whichever facts it needs.

    `draft` gives typed words back, so that a refusal loses nothing.
    """

    code: str
    people: tuple[Person, ...] = ()
    count: int = 0
    moment: datetime | None = None
    detail: str = ""
    other: int = 0
    """A second number."""
    draft: str = ""
    buttons: tuple[Button, ...] = ()
    what: Literal["notice"] = "notice"


@dataclass(frozen=True, slots=True)
class Help(NoButtons):
    topic: Kind
    what: Literal["help"] = "help"


@dataclass(frozen=True, slots=True)
class Welcome:
    """To whoever installed the bot: what to do first. `privacy_at` is the address of the page on
    data protection, "" where the bot has no pages."""

    privacy_at: str = ""
    what: Literal["welcome"] = "welcome"

    @property
    def buttons(self) -> tuple[Button, ...]:
        names = (ActionName.CHOOSE_CHANNEL, ActionName.INVITE, ActionName.CACTI_OFF)
        return tuple(Button(name, "1") for name in names)
