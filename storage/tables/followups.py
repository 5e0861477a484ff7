"""The cases that cacti become."""

from datetime import date, datetime

from sqlalchemy import Column, Date, Index
from sqlmodel import Field, SQLModel

from storage.tables.columns import (
    blank,
    flag,
    moment,
    of,
    own_id,
    part_of_key,
    table_of,
    words,
    zero,
)


class FollowupRow(SQLModel, table=True):
    """Where one cactus stands."""

    __tablename__ = "followup"
    __table_args__ = (
        Index("ix_followup_workspace", "workspace_id", "ended_at"),
        Index("ix_followup_state", "workspace_id", "state"),
    )

    award_id: int = part_of_key("award.id")
    workspace_id: str = of("workspace.id")
    state: str = words()
    owner_id: int = of("member.id", index=True)
    untaken: bool = flag()
    """It went to a whole team and nobody has taken it yet; `owner_id` keeps the place."""
    wake_at: datetime | None = moment(optional=True, index=True)
    effect: str = blank()
    wish: str = blank()
    side: str = blank()
    heir_id: int | None = of("member.id", optional=True, index=True)
    due_at: datetime | None = moment(optional=True)
    promised_on: date | None = Field(default=None, sa_column=Column(Date, nullable=True))
    reminded: int = zero()
    reopened: bool = flag()
    delivered_at: datetime | None = moment(optional=True)
    answered_at: datetime | None = moment(optional=True)
    ended_at: datetime | None = moment(optional=True)
    moves: int = zero()
    """How many moves were made: whoever saves one names the number that they read."""


class FollowupEventRow(SQLModel, table=True):
    """One move in the life of a cactus. Rows are only ever added."""

    __tablename__ = "followup_event"

    id: int | None = own_id()
    award_id: int = of("followup.award_id", index=True)
    at: datetime = moment()
    actor_id: int | None = of("member.id", optional=True, index=True)
    """None: the bot."""
    move: str = words()
    from_state: str = words()
    to_state: str = words()
    note: str = blank()
    source_ref: str = blank()


FOLLOWUP = table_of(FollowupRow)
FOLLOWUP_EVENT = table_of(FollowupEventRow)
