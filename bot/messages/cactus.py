"""A cactus before it goes out."""

from datetime import datetime
from typing import Literal

from bot.heard import ActionName
from bot.messages.parts import Button, Person, TeamNamed
from bot.model import Place
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class CactusText:
    """A cactus exactly as its receiver reads it."""

    giver: Person
    receiver: Person
    situation: str
    effect: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True)
class CactusDraft:
    """A cactus that is being written; `receiver` is an account, "" while nobody is chosen."""

    place: Place
    source_ref: str
    receiver: str = ""
    situation: str = ""
    effect: str = ""
    wish: str = ""
    team_id: int | None = None
    """A team in place of a receiver."""
    what: Literal["cactus_draft"] = "cactus_draft"


@dataclass(frozen=True, slots=True)
class GentleCheck:
    """To the giver: these words may hurt the point. Nothing is recorded yet."""

    draft_id: int
    text: CactusText
    phrase: str
    why: Literal["general", "person"]
    what: Literal["gentle_check"] = "gentle_check"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (
            Button(ActionName.EDIT_DRAFT, str(self.draft_id)),
            Button(ActionName.SEND_ANYWAY, str(self.draft_id)),
        )


@dataclass(frozen=True, slots=True)
class CactusHeld:
    """To the giver, before it goes out: exactly what the receiver will read, and when.

    `phrase`: words that may hurt the point, found after a change; "" for none.
    """

    award_id: int
    text: CactusText
    goes_out_at: datetime
    phrase: str = ""
    why: Literal["general", "person"] = "general"
    team: TeamNamed | None = None
    """To a team: whom it reaches there."""
    waits: bool = False
    """For the working day of whoever gets it, so that nothing sends it earlier."""
    what: Literal["cactus_held"] = "cactus_held"

    @property
    def sentence(self) -> str:
        """The text that says when it goes out, with $when."""
        return "cactus-held-hours" if self.waits else "cactus-held-when"

    @property
    def buttons(self) -> tuple[Button, ...]:
        sooner = () if self.waits else (ActionName.SEND_NOW,)
        names = (ActionName.EDIT, ActionName.WITHDRAW, *sooner)
        return tuple(Button(name, str(self.award_id)) for name in names)
