"""What became of an attempt to send one delivery, in words that every platform shares."""

from datetime import timedelta

from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Sent:
    """It is there. `ref` is the platform's id of the message, needed to edit or delete it.

    `address` is set where the platform learned how to reach the place; it is kept for next time.
    """

    ref: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """It did not arrive, or doing it twice does no harm: try again after `after`."""

    code: str
    after: timedelta | None = None
    """None: the outbox chooses (growing waits)."""
    whole_workspace: bool = False
    """The platform asked for silence from this workspace, not only this place."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """It may have arrived (timeout or a cut after the request left, 5xx)."""

    code: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """This place does not take it: archived, bot not a member, chat closed."""

    code: str


@dataclass(frozen=True, slots=True)
class Revoked:
    """The bot may no longer act in this workspace at all."""

    code: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """The platform will never take this message as it is."""

    code: str


Outcome = Sent | Again | Uncertain | Blocked | Revoked | Rejected
