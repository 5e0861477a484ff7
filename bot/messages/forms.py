"""Something to fill in, and what was saved."""

from enum import StrEnum
from typing import Literal

from bot.heard import FormName
from bot.messages.notices import Notice
from bot.messages.parts import NoButtons, Person
from bot.values import dataclass


class FieldKind(StrEnum):
    LINE = "line"
    LINES = "lines"
    DATE = "date"
    PERSON = "person"
    PEOPLE = "people"
    CHOICE = "choice"
    CHANNEL = "channel"
    """A platform that can let people choose among all its channels does; else `options`."""
    NUMBER = "number"
    CHECK = "check"


MOST_OPTIONS = 100
"""What every platform lists."""
YES = "yes"
"""The value of a CHECK that is set."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose; `label` is in the reader's language."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form; its label is the text `field-<name>`, its hint `field-<name>-hint`.

    `value`: text; a date as 2026-11-27; an account for a person, several with commas between; an
    option's value; a channel's id; digits; YES or "". `longest` is in characters, `least` and
    `most` bound a number.
    """

    name: str
    kind: FieldKind
    value: str = ""
    required: bool = True
    longest: int = 1000
    options: tuple[Option, ...] = ()
    least: int = 0
    most: int = 0
    people: tuple[Person, ...] = ()
    """Whom `value` names, in its order."""


@dataclass(frozen=True, slots=True)
class Form(NoButtons):
    """Something to fill in. Submitting it is an `Action` with SUBMIT, `subject` and the fields.

    `problem` says what to mend; `at` names its field, "" where it concerns the whole form.
    """

    name: FormName
    subject: str
    fields: tuple[Field, ...]
    problem: Notice | None = None
    at: str = ""
    what: Literal["form"] = "form"


@dataclass(frozen=True, slots=True)
class SettingsSaved(NoButtons):
    """To whoever changed settings: what holds now, of what they changed; nothing: all as it was."""

    changed: tuple[Field, ...]
    what: Literal["settings_saved"] = "settings_saved"
