"""The life of a cactus."""

from datetime import date, datetime
from enum import StrEnum

from bot.values import dataclass


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
