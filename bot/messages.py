"""All that is heard and all that the bot can say, as data.

The edges turn requests into `Heard` and render `Message`; nothing here knows a platform.
To add something to say, add a class to `Message`: the type checker then names every renderer.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from bot.model import Kind, Place, Profile, Reader, Source, State, Verb

# ---------------------------------------------------------------- heard


@dataclass(frozen=True, slots=True)
class Mention:
    """A real mention inside typed text; the platform vouches for the account, not the name."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class Said:
    """A command as it was typed."""

    workspace_id: str
    place: Place
    speaker: Profile
    command: Kind
    parts: tuple[str | Mention, ...]
    """The text after the command, in order, mentions taken out of it."""
    source_ref: str
    """The platform's id of this action; the same however often it is delivered."""
    openly: bool = False
    """The typed words already stand where others read them."""
    reply_to: Place | None = None
    """None: the answer travels back in the acknowledgement. Else it is owed there."""


class ActionName(StrEnum):
    """What a button asks for; also its text id (`action-undo`)."""

    UNDO = "undo"
    GIVE_AGAIN = "give-again"
    WITHDRAW = "withdraw"
    SEND_NOW = "send-now"
    RESEND = "resend"


@dataclass(frozen=True, slots=True)
class Action:
    """A pressed button."""

    workspace_id: str
    place: Place
    speaker: Profile
    name: ActionName
    subject: str
    """Whatever the button carried: an award id, a draft id, a delivery id."""
    source_ref: str
    reply_to: Place | None = None


@dataclass(frozen=True, slots=True)
class PeopleSeen:
    """The platform told who is there: a roster, a changed profile, a leaver."""

    workspace_id: str
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """The platform told how a place is reached."""

    workspace_id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Installed:
    """The bot may act in a workspace (again). "" and None leave what is known as it is."""

    workspace_id: str
    name: str = ""
    installer: str | None = None
    address: str = ""
    """What the platform needs to reach a member for the first time; read by its adapter only."""
    highlights_channel: str | None = None
    """Where highlights go until somebody chooses."""


@dataclass(frozen=True, slots=True)
class Uninstalled:
    workspace_id: str


Heard = Said | Action | PeopleSeen | PlaceSeen | Installed | Uninstalled

# ---------------------------------------------------------------- said


@dataclass(frozen=True, slots=True)
class Person:
    """Someone as a message names them; without an account they cannot be mentioned."""

    name: str
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    name: ActionName
    subject: str


@dataclass(frozen=True, slots=True)
class AwardPosted:
    """Glitter, told where everybody reads it."""

    award_id: int
    """The first award of this gift; one gift may have several receivers."""
    giver: Person
    receivers: tuple[Person, ...]
    reason: str
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    what: Literal["award_posted"] = "award_posted"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class GlitterReceived:
    """Glitter, told to its receiver alone, where no channel could carry it."""

    award_id: int
    giver: Person
    reason: str
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    what: Literal["glitter_received"] = "glitter_received"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


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
    what: Literal["glitter_recorded"] = "glitter_recorded"

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
class Quote:
    """Someone's words."""

    person: Person
    reason: str
    source: Source = Source.COLLEAGUE


@dataclass(frozen=True, slots=True)
class MyGlitter:
    """What the reader received and gave; `latest` are the newest words received."""

    received_this_week: int
    received_ever: int
    given_this_week: int
    given_ever: int
    latest: tuple[Quote, ...] = ()
    what: Literal["my_glitter"] = "my_glitter"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Help:
    topic: Kind
    what: Literal["help"] = "help"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class CactusHeld:
    """To the giver, before it goes out: exactly what the receiver will read, and when."""

    award_id: int
    giver: Person
    receiver: Person
    situation: str
    goes_out_at: datetime
    what: Literal["cactus_held"] = "cactus_held"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (
            Button(ActionName.WITHDRAW, str(self.award_id)),
            Button(ActionName.SEND_NOW, str(self.award_id)),
        )


@dataclass(frozen=True, slots=True)
class CactusReceived:
    """To the receiver alone."""

    award_id: int
    giver: Person
    situation: str
    what: Literal["cactus_received"] = "cactus_received"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class CactusMoved:
    """To the giver: where the cactus stands now."""

    award_id: int
    receiver: Person
    state: State
    what: Literal["cactus_moved"] = "cactus_moved"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class HighlightEntry:
    """One receiver and the words for them, `more` of which did not fit."""

    person: Person
    quotes: tuple[Quote, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class WeeklyHighlights:
    """One page of the week. No entries at all: a quiet week.

    `first_day` and `last_day` are local dates, both included; `late` says that the week was
    missed and is posted after its time.
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
    what: Literal["weekly_highlights"] = "weekly_highlights"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


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


Message = (
    AwardPosted
    | GlitterReceived
    | GlitterRecorded
    | SameAgain
    | MyGlitter
    | Help
    | CactusHeld
    | CactusReceived
    | CactusMoved
    | WeeklyHighlights
    | Notice
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message owed to one place. Rendered when it is sent, for `reader`."""

    id: int
    workspace_id: str
    place: Place
    verb: Verb
    message: Message | None
    """None only where the verb is DELETE."""
    reader: Reader
    workspace_address: str = ""
    """`Installed.address`, for a place that has no address of its own yet."""
    target_ref: str = ""
    """EDIT and DELETE: the platform's id of the message meant."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the speaker gets back, and how they read."""

    message: Message
    reader: Reader
    owed: bool = False
    """It is on its way to `reply_to`; the edge shows nothing itself."""
