"""The week, told to everybody, and what is decided about it before."""

from datetime import date, datetime
from typing import Literal

from bot.heard import ActionName
from bot.messages.parts import Button, Person, Quote
from bot.model import Source
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class HighlightEntry:
    """One receiver and the words for them, `more` of which did not fit; `team` may be ""."""

    person: Person
    quotes: tuple[Quote, ...]
    more: int = 0
    team: str = ""


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """Receivers of one team, in the order of their names; "" for those without a team."""

    team: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One gift, told with everybody in it; `award_id` is the first award of the gift."""

    award_id: int
    giver: Person
    receivers: tuple[Person, ...]
    reason: str
    source: Source = Source.COLLEAGUE


@dataclass(frozen=True, slots=True)
class Specials:
    """What a week has besides its names: told once, on one page."""

    moment: Story | None = None
    customers: tuple[Story, ...] = ()
    firsts: tuple[Person, ...] = ()
    """Who got the first glitter ever."""
    values: tuple[str, ...] = ()
    bloomed: int = 0
    """Cacti that bloomed; 0 also where telling would tell of too few."""
    tip: str = ""
    """Text id: `tip-01`."""


NO_SPECIALS = Specials()


@dataclass(frozen=True, slots=True)
class WeeklyHighlights:
    """One page of the week; the pages after the first are replies to it.

    A short week is one page with `entries`. In a long one the first page has everybody's name
    in `named`, and the stories follow. `first_day` and `last_day` are local dates, both included;
    `late` says that the week was missed and is posted after its time. `chart`, on the first page,
    counts the glitter of twelve weeks, oldest first and this week last; empty where there is no
    picture.
    """

    week: str
    first_day: date
    last_day: date
    page: int
    pages: int
    entries: tuple[HighlightEntry, ...]
    givers: int
    receivers: int
    late: bool = False
    chart: tuple[int, ...] = ()
    named: tuple[NamedGroup, ...] = ()
    unnamed: int = 0
    """How many names did not fit into `named`; they stand with their stories."""
    specials: Specials = NO_SPECIALS
    what: Literal["weekly_highlights"] = "weekly_highlights"

    @property
    def quiet(self) -> bool:
        """Nobody can be named this week."""
        return self.receivers == 0

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.GIVE, "1"),) if self.page == 1 else ()


@dataclass(frozen=True, slots=True)
class HighlightsPreview:
    """To the admins, the day before: what the week will tell, and what they can still decide.

    Each of `candidates` can be made the moment of the week: the buttons of one name are told
    apart by the number that they carry.
    """

    week: str
    number: int
    """The week as buttons carry it: 202648."""
    due_at: datetime
    givers: int
    receivers: int
    named: tuple[NamedGroup, ...] = ()
    unnamed: int = 0
    moment: Story | None = None
    candidates: tuple[Story, ...] = ()
    skipped: bool = False
    what: Literal["highlights_preview"] = "highlights_preview"

    @property
    def buttons(self) -> tuple[Button, ...]:
        picks = [Button(ActionName.MOMENT, str(one.award_id)) for one in self.candidates]
        skip = ActionName.KEEP_WEEK if self.skipped else ActionName.SKIP_WEEK
        week = str(self.number)
        whole = (skip, ActionName.POST_WEEK, ActionName.WEEKLY_OFF)
        return (*picks, *(Button(name, week) for name in whole))


@dataclass(frozen=True, slots=True)
class MomentChoice:
    """To an admin or a lead: one page of the glitter that they can make the moment of the week.

    The newest comes first. `picked` is what somebody has chosen so far.
    """

    until: datetime
    candidates: tuple[Story, ...]
    picked: Story | None = None
    page: int = 1
    pages: int = 1
    what: Literal["moment_choice"] = "moment_choice"

    @property
    def buttons(self) -> tuple[Button, ...]:
        picks = tuple(Button(ActionName.PICK, str(one.award_id)) for one in self.candidates)
        if self.page == self.pages:
            return picks
        return (*picks, Button(ActionName.MORE_MOMENTS, str(self.page + 1)))
