"""The week, told to the lead of a team and to HR."""

from datetime import date
from typing import Literal

from bot.heard import ActionName
from bot.messages.cases import CaseEntry, CaseFigures
from bot.messages.highlights import HighlightEntry
from bot.messages.parts import Button, Person
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """To a team's lead: one page of the week of their people, for their eyes.

    On the first page: `unseen`, who has not been named for six weeks; the lead's open cacti; and
    how fast the team answers, in working hours, where enough is known to tell it.
    """

    team: str
    number: int
    first_day: date
    last_day: date
    page: int
    pages: int
    entries: tuple[HighlightEntry, ...]
    unseen: tuple[Person, ...] = ()
    cases: tuple[CaseEntry, ...] = ()
    hours_to_answer: float | None = None
    what: Literal["team_week"] = "team_week"

    @property
    def buttons(self) -> tuple[Button, ...]:
        shown = (Button(ActionName.SHOW, str(one.award_id)) for one in self.cases[:5])
        off = (Button(ActionName.WEEKLY_OFF, str(self.number)),)
        return (*shown, *off) if self.page == 1 else ()


@dataclass(frozen=True, slots=True)
class WorkspaceWeek:
    """To HR: the week in totals, without a name. `figures` None: too few cases to tell."""

    number: int
    first_day: date
    last_day: date
    glitter: int
    givers: int
    receivers: int
    from_customers: int
    figures: CaseFigures | None = None
    what: Literal["workspace_week"] = "workspace_week"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.WEEKLY_OFF, str(self.number)),)
