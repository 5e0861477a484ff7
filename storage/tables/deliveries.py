"""The outbox."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import SQLModel

from storage.tables.columns import NEVER_REUSED, moment, of, own_id, table_of, where, words


class DeliveryRow(SQLModel, table=True):
    """One message owed to one place. Within a place, lower ids go first."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "ix_delivery_unfinished", "workspace_id", "place", "id", **where("finished_at IS NULL")
        ),
        Index("ix_delivery_finished", "finished_at", **where("finished_at IS NOT NULL")),
        Index(
            "ix_delivery_of_no_award",
            "workspace_id",
            "finished_at",
            **where("award_id IS NULL AND finished_at IS NOT NULL"),
        ),
        Index("ix_delivery_digest_id", "digest_id", **where("digest_id IS NOT NULL")),
        Index("ix_delivery_target_id", "target_id", **where("target_id IS NOT NULL")),
        Index("ix_delivery_ref", "ref", **where("award_id IS NOT NULL AND ref <> ''")),
        Index("ix_delivery_blocked", "workspace_id", "place", **where("status = 'blocked'")),
        NEVER_REUSED,
    )

    id: int | None = own_id()
    workspace_id: str = of("workspace.id")
    place: str = words()
    verb: str = words()
    message: str | None = words(optional=True)
    """`bot.messages.Message` as JSON."""
    language: str = words()
    zone: str = words()
    status: str = words()
    try_at: datetime = moment()
    """Pending: not before then. Sending: when the lease runs out."""
    attempts: int = 0
    award_id: int | None = of("award.id", optional=True, index=True)
    digest_id: int | None = of("digest.id", optional=True)
    target_id: int | None = of("delivery.id", optional=True)
    """EDIT and DELETE: the delivery whose message is meant; POST: the one that it answers."""
    below: str | None = words(optional=True)
    """POST: the platform's id of somebody else's message, which this one answers."""
    check_first: bool = False
    """A receiver is unverified: ask the platform before anything is posted."""
    ref: str = words(default="")
    """The platform's id of the message, once sent."""
    code: str = words(default="")
    """Why it is where it is; never a name or a reason."""
    finished_at: datetime | None = moment(optional=True)


DELIVERY = table_of(DeliveryRow)
