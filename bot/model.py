"""The nouns of the product, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from sqlmodel import Field, SQLModel


class Kind(StrEnum):
    GLITTER = "glitter"
    CACTUS = "cactus"


class Source(StrEnum):
    """Where the words come from: the giver, or a customer whom the giver heard."""

    COLLEAGUE = "colleague"
    CUSTOMER = "customer"


class Side(StrEnum):
    """What somebody did in an award."""

    GAVE = "gave"
    RECEIVED = "received"


class Standing(StrEnum):
    """What a member is to the workspace; only ACTIVE and UNVERIFIED may give or receive."""

    ACTIVE = "active"
    DEACTIVATED = "deactivated"
    BOT = "bot"
    STRANGER = "stranger"
    UNVERIFIED = "unverified"
    """Seen in a mention; the platform could not be asked in time."""


class Rank(StrEnum):
    """What a member may do on the platform itself. ADMIN and OWNER are our admins, too."""

    MEMBER = "member"
    ADMIN = "admin"
    OWNER = "owner"
    """The one who answers for the workspace."""


class Naming(StrEnum):
    """How a member wants to appear in the highlights."""

    FULL = "full"
    FIRST = "first"
    OUT = "out"


class OptIn(StrEnum):
    """Whether cacti may reach a member, where each receiver decides that."""

    UNASKED = ""
    ASKED = "asked"
    YES = "yes"
    NO = "no"


class PlaceKind(StrEnum):
    CHANNEL = "channel"
    DIRECT = "direct"
    HOME = "home"
    """A page of the member's own, which shows one message and always the newest."""
    ASIDE = "aside"
    """In a channel, but for one member alone to see, and gone after a day."""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, the bot's direct chat with one member, that member's home page, or what only
    that member sees of a channel.

    `id` is the platform's channel id, the account of the member, or both. `address` is what the
    platform needs to post there, written and read by its adapter only ("" where the id is
    enough).
    """

    kind: PlaceKind
    id: str
    name: str = ""
    address: str = ""

    @classmethod
    def channel(cls, id: str, name: str = "", address: str = "") -> Self:
        return cls(PlaceKind.CHANNEL, id, name, address)

    @classmethod
    def direct(cls, account: str, address: str = "") -> Self:
        return cls(PlaceKind.DIRECT, account, "", address)

    @classmethod
    def home(cls, account: str, address: str = "") -> Self:
        return cls(PlaceKind.HOME, account, "", address)

    @classmethod
    def aside(cls, conversation: str, account: str) -> Self:
        return cls(PlaceKind.ASIDE, f"{conversation}|{account}")

    @classmethod
    def parse(cls, key: str, name: str = "", address: str = "") -> Self:
        """Read what `key` wrote. Raises ValueError for anything else."""
        kind, _, id = key.partition(":")
        return cls(PlaceKind(kind), id, name, address)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def around(self) -> str:
        """The conversation in which an aside is said."""
        return self.id.rpartition("|")[0]

    @property
    def account(self) -> str:
        """Whose direct chat or home page it is, or who sees the aside."""
        return self.id.rpartition("|")[2] if self.kind is PlaceKind.ASIDE else self.id


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads a message: a language (`sv`) and an IANA time zone."""

    language: str
    zone: str


class Settings(SQLModel):
    """What the people of a workspace have decided. Limits: 0 means none."""

    model_config = {"frozen": True, "extra": "ignore"}

    language: str = "en"
    zone: str = "Europe/Stockholm"
    highlights_channel: str | None = None
    highlights_weekday: int = Field(default=5, ge=1, le=7)
    """ISO: Monday is 1."""
    highlights_hour: int = Field(default=15, ge=0, le=23)
    glitter_channel: str | None = None
    """None: glitter is posted where it was given."""
    daily_glitter_limit: int = Field(default=20, ge=0)
    daily_cactus_limit: int = Field(default=2, ge=0)
    cactus_hold_minutes: int = Field(default=10, ge=0, le=24 * 60)
    cactus_working_hours: bool = True
    cactus_on: bool = True
    values: tuple[str, ...] = ()
    """What the house stands for; the glitter form offers them as tags."""
    cactus_months: int = Field(default=12, ge=1, le=60)
    """After so long a cactus leaves the records. Five years is the most."""
    glitter_months: int = Field(default=24, ge=1, le=60)
    receivers_opt_in: bool = False
    """A cactus reaches only those who have agreed to get cacti."""
    two_person_exports: bool = False
    """Exports with cacti wait until a second HR person agrees."""
    emoji: tuple[str, ...] = ("glitter",)
    """Reactions that give glitter for the message they are put on."""
    reaction_replies: bool = False
    """Such glitter is told in a word below the message. Not: to its author alone."""
    answer_days: int = Field(default=3, ge=1, le=30)
    """Working days within which a cactus is to be answered."""
    holidays: str | None = None
    """SE, NO, FI or DK: the public holidays that are no working days."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """`id` is written `slack:T1`, `teams:<tenant>` or `playground:demo`."""

    id: str
    name: str
    settings: Settings
    suspended_at: datetime | None = None

    @property
    def reader(self) -> Reader:
        return Reader(self.settings.language, self.settings.zone)


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as the platform describes them now; "" where it did not say."""

    account: str
    name: str = ""
    locale: str = ""
    zone: str = ""
    standing: Standing = Standing.UNVERIFIED
    rank: Rank | None = None


@dataclass(frozen=True, slots=True)
class Member:
    id: int
    workspace_id: str
    account: str | None
    """The platform's user id; None for a colleague without a chat account."""
    name: str
    locale: str
    zone: str
    standing: Standing
    language: str | None = None
    """Chosen by the member; wins over the platform's locale."""
    naming: Naming = Naming.FULL
    work_starts: int = 8
    work_ends: int = 17
    """Hours of the member's own clock; a cactus is delivered only between them, Mon-Fri."""
    muted_until: datetime | None = None
    """HR takes no cacti from this member before then."""
    rank: Rank = Rank.MEMBER
    weekly: bool = True
    """Private messages about the week, for those who lead, are wanted."""
    direct_messages: bool = True
    """Glitter for the member is also told in their direct chat, where no channel carries it."""
    home_opened_at: datetime | None = None
    """When the member last opened their home page; None: it need not be kept up to date."""
    opt_in: OptIn = OptIn.UNASKED


@dataclass(frozen=True, slots=True)
class ByName:
    """A colleague without an account, as one team knows them."""

    member_id: int
    name: str
    team_id: int
    joined_id: int | None = None
    """The member with an account who they turned out to be: theirs is all that was received."""
    asked_id: int = 0
    """The newest member of the same name about whom somebody was asked."""

    @property
    def receiver_id(self) -> int:
        return self.joined_id or self.member_id


@dataclass(frozen=True, slots=True)
class Team:
    """A shop, a till line, a process; receives glitter and cacti like a person."""

    id: int
    workspace_id: str
    name: str
    lead_id: int | None = None
    """Whoever leads a team belongs to it."""
    aliases: tuple[str, ...] = ()
    cacti_to_all: bool = False
    """False: a cactus goes to the lead alone."""
    group: str | None = None
    """The platform's id of a group of people that is this team."""
    removed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Award:
    id: int
    workspace_id: str
    kind: Kind
    giver_id: int
    receiver_id: int | None
    team_id: int | None
    reason: str
    tags: tuple[str, ...]
    source: Source
    place: str
    """Key of the place where it was given."""
    place_name: str
    source_ref: str
    given_at: datetime
    retracted_at: datetime | None = None
    link: str = ""
    """The message it was given for."""


class State(StrEnum):
    """Where a cactus stands."""

    HELD = "held"
    REVIEW = "review"
    """The third giver in a day: HR reads it first."""
    OPEN = "open"
    ACKNOWLEDGED = "acknowledged"
    PROMISED = "promised"
    DISPUTED = "disputed"
    OFFERED = "offered"
    """Handed over; the new owner has not accepted yet."""
    DONE = "done"
    BLOOMED = "bloomed"
    REPORTED = "reported"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    EXPIRED = "expired"


class Role(StrEnum):
    """Who acts on a cactus."""

    GIVER = "giver"
    OWNER = "owner"
    HEIR = "heir"
    """To whom it is being handed over."""
    FORMER = "former"
    """Whoever owned it, or was asked to, before."""
    TEAM = "team"
    """One of the team to which it went, after somebody else has taken it."""
    HR = "hr"
    BOT = "bot"


class Move(StrEnum):
    """What can be done with a cactus."""

    DELIVER = "deliver"
    HOLD_BACK = "hold-back"
    SEND_NOW = "send-now"
    EDIT = "edit"
    WITHDRAW = "withdraw"
    RELEASE = "release"
    STOP = "stop"
    THANK = "thank"
    REPLY = "reply"
    PROMISE = "promise"
    HAND_OVER = "hand-over"
    ACCEPT = "accept"
    DECLINE = "decline"
    DISPUTE = "dispute"
    REPORT = "report"
    RESUME = "resume"
    DONE = "done"
    BLOOM = "bloom"
    REOPEN = "reopen"
    CLOSE = "close"
    STAND_IN = "stand-in"
    """The owner is away: it goes to whoever stands in."""
    EXPIRE = "expire"


class Duty(StrEnum):
    """What a member may do for the whole workspace. An admin is not HR."""

    HR = "hr"
    ADMIN = "admin"


class Power(StrEnum):
    """What a member may look at beyond what is their own; asked whenever it matters."""

    LEAD = "lead"
    HR = "hr"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Followup:
    """The life of one cactus; `award_id` is its identity."""

    award_id: int
    workspace_id: str
    state: State
    owner_id: int
    wake_at: datetime | None
    """When the bot acts next: the end of the hold, a reminder, an escalation."""
    effect: str = ""
    """What it led to."""
    wish: str = ""
    """What would have been better."""
    side: str = ""
    """The owner's side, where they dispute it."""
    heir_id: int | None = None
    due_at: datetime | None = None
    """When an answer, or what was promised, is due."""
    promised_on: date | None = None
    reminded: int = 0
    """How many reminders of the present due time went out."""
    reopened: bool = False
    delivered_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    moves: int = 0
    """How many moves were made; whoever saves a move names the number that they read."""
    untaken: bool = False
    """It went to a whole team and nobody has taken it yet; `owner_id` keeps the place."""


@dataclass(frozen=True, slots=True)
class Event:
    """One move in the life of a cactus."""

    at: datetime
    actor_id: int | None
    """None: the bot."""
    move: Move
    from_state: State
    to_state: State
    note: str = ""
    source_ref: str = ""


class DeliveryStatus(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    BLOCKED = "blocked"
    """The place does not take it; someone must mend the place."""
    UNKNOWN = "unknown"
    """It may have arrived: never sent again without a person's word."""
    DEAD = "dead"
    CANCELLED = "cancelled"


class Verb(StrEnum):
    """What a delivery does at its place."""

    POST = "post"
    EDIT = "edit"
    DELETE = "delete"


class DigestStatus(StrEnum):
    PLANNED = "planned"
    POSTED = "posted"
    BLOCKED = "blocked"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """A week by ISO 8601: the year of its Thursday, and 1 to 53."""

    year: int
    week: int

    def __str__(self) -> str:
        return f"{self.year}-W{self.week:02}"


@dataclass(frozen=True, slots=True)
class Digest:
    """The run of one week: glitter given from `starts_at` up to, not including, `ends_at`."""

    id: int
    workspace_id: str
    week: IsoWeek
    status: DigestStatus
    starts_at: datetime
    ends_at: datetime
    moment_id: int | None = None
    """The first award of the gift that was told in full."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What people have decided about a week that is still ahead."""

    moment_id: int | None = None
    """The first award of the gift that is to be told in full."""
    skip: bool = False
