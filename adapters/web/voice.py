"""What a template says: sentences, moments and days, in one reader's language and zone."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from bot import texts
from bot.messages import Notice
from bot.model import Reader


class Voice:
    """Speaks to one reader; a template calls it `t`."""

    def __init__(self, reader: Reader) -> None:
        self.language = reader.language
        self._reader = reader

    def __call__(self, text: str, **facts: Any) -> str:
        """The sentence `text`. Raises KeyError where there is none."""
        return texts.say(self._reader, text, **facts)

    def moment(self, at: datetime) -> str:
        return texts.full_moment(self._reader, at)

    def day(self, on: date) -> str:
        return texts.full_day(self._reader, on)

    def month(self, on: date) -> str:
        return texts.month(self._reader, on)

    def number(self, number: float) -> str:
        return texts.number(self._reader, number)

    def together(self, names: Iterable[str]) -> str:
        return texts.together(self._reader, names)

    def notice(self, notice: Notice) -> str:
        return texts.sentence(self._reader, notice, show=lambda person: person.name, plain=str)

    @property
    def zone(self) -> str:
        """`Central European Time (Europe/Stockholm)`."""
        return texts.zone_name(self._reader)
