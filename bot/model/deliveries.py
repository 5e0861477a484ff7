"""What becomes of a message that is owed."""

from enum import StrEnum


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
