"""What can go wrong, in words that an edge can pass on."""

from datetime import datetime

from bot.messages import Notice, Person


class Refusal(Exception):
    """A rule says no. `notice` is the sentence for the person; nothing was written.

    `at` names the field of a form that is to be mended, "" where it is not about one field.
    """

    def __init__(
        self,
        code: str,
        *,
        people: tuple[Person, ...] = (),
        count: int = 0,
        moment: datetime | None = None,
        detail: str = "",
        other: int = 0,
        at: str = "",
    ) -> None:
        super().__init__(code)
        self.at = at
        self.code = code
        self.about_words = code in {"no-reason", "too-long"}
        self.notice = Notice(f"refused-{code}", people, count, moment, detail, other)


class StoreUnavailable(Exception):
    """The database did not take the work; nothing was recorded. Trying again later is right."""


class OperatorError(Exception):
    """The start or a command cannot go on. The text is one sentence saying what to do."""
