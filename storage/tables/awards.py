"""What was given, and what is about to be."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import SQLModel

from storage.tables.columns import (
    NEVER_REUSED,
    blank,
    flag,
    json,
    moment,
    of,
    own_id,
    part_of_key,
    table_of,
    where,
    words,
)


class AwardRow(SQLModel, table=True):
    __tablename__ = "award"
    __table_args__ = (
        # One action of a user is one award to each receiver, however often it is delivered.
        Unique("workspace_id", "source_ref", "receiver_id"),
        Index(
            "uq_award_team_ref",
            "workspace_id",
            "source_ref",
            "team_id",
            unique=True,
            **where("receiver_id IS NULL"),
        ),
        CheckConstraint("(receiver_id IS NULL) <> (team_id IS NULL)", name="one_receiver"),
        CheckConstraint("kind IN ('glitter', 'cactus')", name="kind"),
        # What is written next lands near what was written last; see `storage.recent`.
        Index("ix_award_giver", "recent", "giver_id", "kind", "given_at"),
        Index("ix_award_receiver", "recent", "receiver_id", "given_at"),
        Index("ix_award_team", "team_id", "giver_id", "given_at", **where("team_id IS NOT NULL")),
        Index("ix_award_workspace", "workspace_id", "kind", "given_at"),
        NEVER_REUSED,
    )

    id: int | None = own_id()
    workspace_id: str = of("workspace.id")
    kind: str = words()
    giver_id: int = of("member.id")
    receiver_id: int | None = of("member.id", optional=True)
    team_id: int | None = of("team.id", optional=True)
    reason: str = words()
    tags: list[str] = json()
    source: str = words()
    place: str = words()
    place_name: str = words()
    source_ref: str = words()
    given_at: datetime = moment()
    retracted_at: datetime | None = moment(optional=True)
    retracted_ref: str | None = words(optional=True)
    """The platform's id of the action that took it back."""
    link: str = blank()
    """The message it was given for."""
    recent: bool = flag()
    """Not put with what is older yet."""


class AwardMemberRow(SQLModel, table=True):
    """To whom the award of a team went: its people of that moment, but for the giver."""

    __tablename__ = "award_member"

    award_id: int = part_of_key("award.id")
    member_id: int = part_of_key("member.id", index=True)


class AwardReactionRow(SQLModel, table=True):
    """Somebody says "me too" to a gift, by an emoji on its post."""

    __tablename__ = "award_reaction"

    award_id: int = part_of_key("award.id")
    member_id: int = part_of_key("member.id")


class DraftRow(SQLModel, table=True):
    """Words typed but not yet given, for a button that gives them."""

    __tablename__ = "draft"
    __table_args__ = (Unique("workspace_id", "source_ref"), NEVER_REUSED)

    id: int | None = own_id()
    workspace_id: str = of("workspace.id")
    member_id: int = of("member.id")
    source_ref: str = words()
    said: str = words()
    """`bot.heard.Said` or `CactusDraft` as JSON."""
    created_at: datetime = moment(index=True)


AWARD = table_of(AwardRow)
AWARD_MEMBER = table_of(AwardMemberRow)
AWARD_REACTION = table_of(AwardReactionRow)
DRAFT = table_of(DraftRow)
