"""The nouns of the product, as plain values."""

from dataclasses import dataclass
from datetime import datetime
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


class Standing(StrEnum):
    """What a member is to the workspace; only ACTIVE and UNVERIFIED may give or receive."""

    ACTIVE = "active"
    DEACTIVATED = "deactivated"
    BOT = "bot"
    STRANGER = "stranger"
    UNVERIFIED = "unverified"
    """Seen in a mention; the platform could not be asked in time."""


class Naming(StrEnum):
    """How a member wants to appear in the highlights."""

    FULL = "full"
    FIRST = "first"
    OUT = "out"


class PlaceKind(StrEnum):
    CHANNEL = "channel"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, or the bot's direct chat with one member.

    `id` is the platform's channel id, or the account of the member. `address` is what the
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
    def parse(cls, key: str, name: str = "", address: str = "") -> Self:
        """Read what `key` wrote. Raises ValueError for anything else."""
        kind, _, id = key.partition(":")
        return cls(PlaceKind(kind), id, name, address)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


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
    answer_days: int = Field(default=3, ge=1, le=30)
    """Working days within which a cactus is to be answered."""


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


@dataclass(frozen=True, slots=True)
class Team:
    id: int
    workspace_id: str
    name: str
    lead_id: int | None


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


class State(StrEnum):
    """Where a cactus stands."""

    HELD = "held"
    OPEN = "open"
    WITHDRAWN = "withdrawn"


class Role(StrEnum):
    """Who acts on a cactus."""

    GIVER = "giver"
    OWNER = "owner"
    HR = "hr"
    BOT = "bot"


class Move(StrEnum):
    """What can be done with a cactus."""

    DELIVER = "deliver"
    SEND_NOW = "send_now"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Followup:
    """The life of one cactus; `award_id` is its identity."""

    award_id: int
    workspace_id: str
    state: State
    owner_id: int
    wake_at: datetime | None
    """When the bot acts next: the end of the hold, later reminders."""


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
