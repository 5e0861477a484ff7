"""People, the teams in which they work, and what they may do."""

from datetime import datetime
from enum import StrEnum

from bot.values import dataclass


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


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads a message: a language (`sv`) and an IANA time zone."""

    language: str
    zone: str


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


class Duty(StrEnum):
    """What a member may do for the whole workspace. An admin is not HR."""

    HR = "hr"
    ADMIN = "admin"


class Power(StrEnum):
    """What a member may look at beyond what is their own; asked whenever it matters."""

    LEAD = "lead"
    HR = "hr"
    ADMIN = "admin"
