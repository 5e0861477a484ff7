"""Glitter: being written, recorded, posted, received."""

from datetime import date, datetime
from typing import Literal

from bot.heard import ActionName
from bot.messages.parts import Button, NoButtons, Person, Quote, TeamNamed
from bot.model import Place, Source
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class AwardPosted:
    """Glitter, told where everybody reads it."""

    award_id: int
    """The first award of this gift; one gift may have several receivers. `link` leads to the
    message that it is for."""
    giver: Person
    receivers: tuple[Person, ...]
    reason: str
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    teams: tuple[TeamNamed, ...] = ()
    """Who is behind the teams among `receivers`."""
    below: bool = False
    """It stands below the message that it is for, and says no more than who gave whom."""
    undoable: bool = False
    """For the eyes of its giver alone, while it can be taken back."""
    what: Literal["award_posted"] = "award_posted"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.UNDO, str(self.award_id)),) if self.undoable else ()


@dataclass(frozen=True, slots=True)
class GlitterReceived(NoButtons):
    """Glitter, told to its receiver alone, where no channel could carry it."""

    award_id: int
    giver: Person
    reason: str
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    team: str = ""
    """Through which team it came; "" where it came to the receiver alone."""
    what: Literal["glitter_received"] = "glitter_received"

    @property
    def sentence(self) -> str:
        """The id of the text that says it."""
        if self.source is Source.CUSTOMER:
            return "award-received-team-customer" if self.team else "award-received-customer"
        return "award-received-team" if self.team else "award-received"


@dataclass(frozen=True, slots=True)
class GlitterToShow(NoButtons):
    """To a team's lead: glitter for somebody without an account, laid out to be shown on a screen
    or printed. `on` is the day by the lead's calendar."""

    award_id: int
    receiver: Person
    team: str
    giver: Person
    reason: str
    on: date
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    what: Literal["glitter_to_show"] = "glitter_to_show"


@dataclass(frozen=True, slots=True)
class GlitterRecorded:
    """To the giver: it is on disk. `posted_in` is None where it goes to each receiver directly."""

    award_id: int
    receivers: tuple[Person, ...]
    reason: str
    posted_in: Place | None
    undo_minutes: int
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    shown_to: tuple[Person, ...] = ()
    """Receivers without an account to whom the lead of their team shows it."""
    untold: tuple[Person, ...] = ()
    """Receivers without an account whose team has nobody to show it to them."""
    what: Literal["glitter_recorded"] = "glitter_recorded"

    @property
    def goes_straight(self) -> bool:
        """Somebody gets it in their own chat."""
        return len(self.receivers) > len(self.shown_to) + len(self.untold)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.UNDO, str(self.award_id)),)


@dataclass(frozen=True, slots=True)
class SameAgain:
    """To the giver: these words went to this person a moment ago, and were not recorded again."""

    draft_id: int
    receivers: tuple[Person, ...]
    reason: str
    given_at: datetime
    what: Literal["same_again"] = "same_again"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.GIVE_AGAIN, str(self.draft_id)),)


@dataclass(frozen=True, slots=True)
class MyGlitter(NoButtons):
    """What the reader received and gave; `latest` are the newest words received."""

    received_this_week: int
    received_ever: int
    given_this_week: int
    given_ever: int
    latest: tuple[Quote, ...] = ()
    what: Literal["my_glitter"] = "my_glitter"


@dataclass(frozen=True, slots=True)
class GlitterDraft:
    """Glitter that is being written in a form; `receivers` are accounts, and `by_name` is the
    member id of a colleague without one."""

    place: Place
    source_ref: str
    receivers: tuple[str, ...] = ()
    reason: str = ""
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    by_name: int | None = None
    team: int | None = None
    """The id of a team that receives it, too."""
    what: Literal["glitter_draft"] = "glitter_draft"
