"""The weeks."""

from datetime import datetime

from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import Field, SQLModel

from storage.tables.columns import flag, moment, of, own_id, part_of_key, table_of, words


class DigestRow(SQLModel, table=True):
    __tablename__ = "digest"
    __table_args__ = (Unique("workspace_id", "iso_year", "iso_week"),)

    id: int | None = own_id()
    workspace_id: str = of("workspace.id")
    iso_year: int
    iso_week: int
    status: str = words()
    starts_at: datetime = moment()
    ends_at: datetime = moment()
    created_at: datetime = moment()
    moment_id: int | None = of("award.id", optional=True)
    """The first award of the gift that was told in full."""


class DigestPlanRow(SQLModel, table=True):
    """What people have decided about a week that is still ahead."""

    __tablename__ = "digest_plan"

    workspace_id: str = part_of_key("workspace.id")
    iso_year: int = Field(primary_key=True)
    iso_week: int = Field(primary_key=True)
    moment_id: int | None = of("award.id", optional=True)
    skip: bool = flag()


DIGEST = table_of(DigestRow)
DIGEST_PLAN = table_of(DigestPlanRow)
