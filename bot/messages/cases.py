"""What becomes of a cactus, told to its people; and in figures, without them."""

from datetime import date, datetime
from typing import Literal

from bot.heard import ActionName
from bot.messages.cactus import CactusText
from bot.messages.parts import Button, NoButtons, Person
from bot.model import State
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Something said in a case, by whom and when."""

    person: Person
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A cactus as one of its people may see it, with what they can do now.

    `side` is the owner's side where they dispute it, shown wherever the cactus is shown.
    """

    award_id: int
    text: CactusText
    owner: Person
    state: State
    buttons: tuple[Button, ...] = ()
    side: str = ""
    due_at: datetime | None = None
    promised_on: date | None = None
    lines: tuple[Line, ...] = ()
    news: str = ""
    """Text id of a sentence on top, such as `case-received`; "" for none."""
    policy: str = ""
    """Where the house says what it does about a reported cactus; "" where that is not asked."""
    what: Literal["case_card"] = "case_card"

    @property
    def with_owner(self) -> bool:
        """Whether somebody has it: not before it has come, nor once it was taken back."""
        return self.state not in (State.HELD, State.REVIEW, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class CaseNews:
    """What somebody else did with a case: the text `news` (`news-thank`), perhaps their words.

    `deadline` is a promised day or a moment that matters.
    """

    award_id: int
    news: str
    person: Person
    words: str = ""
    promised_on: date | None = None
    due_at: datetime | None = None
    buttons: tuple[Button, ...] = ()
    what: Literal["case_news"] = "case_news"


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One case in a list: never its words."""

    award_id: int
    other: Person
    """The other side: the giver for its owner, the owner for its giver."""
    state: State
    mine: bool
    """The reader owns it."""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseList:
    """To a member: their open cases, by due time."""

    entries: tuple[CaseEntry, ...]
    what: Literal["case_list"] = "case_list"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(Button(ActionName.SHOW, str(one.award_id)) for one in self.entries[:5])


@dataclass(frozen=True, slots=True)
class CaseFigures(NoButtons):
    """How a workspace deals with its cacti. None: too few cases to tell without faces.

    Times are medians in working hours, from delivery.
    """

    came: int
    answered_in_time: int | None
    bloomed: int | None
    hours_to_answer: float | None
    hours_to_end: float | None
    team: str = ""
    """The team that they are about; "" for the workspace."""
    teams: tuple["CaseFigures", ...] = ()
    what: Literal["case_figures"] = "case_figures"
