"""Glitter and cacti as they were given."""

from datetime import datetime
from enum import StrEnum

from bot.values import dataclass


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
