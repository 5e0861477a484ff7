"""The people of a workspace."""

from datetime import datetime

from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import Field, SQLModel

from storage.tables.columns import blank, flag, moment, of, own_id, part_of_key, table_of, words


class MemberRow(SQLModel, table=True):
    __tablename__ = "member"
    __table_args__ = (Unique("workspace_id", "account"),)

    id: int | None = own_id()
    workspace_id: str = of("workspace.id")
    account: str | None = words(optional=True)
    name: str = words()
    locale: str = words()
    zone: str = words()
    standing: str = words()
    language: str | None = words(optional=True)
    naming: str = words()
    work_starts: int = Field(default=8, sa_column_kwargs={"server_default": "8"})
    work_ends: int = Field(default=17, sa_column_kwargs={"server_default": "17"})
    muted_until: datetime | None = moment(optional=True)
    left_at: datetime | None = moment(optional=True)
    """When the account was first seen to be deactivated."""
    rank: str = blank()
    """On the platform; "" where it never said."""
    weekly: bool = flag(default=True)
    direct_messages: bool = flag(default=True)
    home_opened_at: datetime | None = moment(optional=True)
    opt_in: str = blank()
    """`bot.model.OptIn`."""


class DutyRow(SQLModel, table=True):
    """What a member may do for the whole workspace."""

    __tablename__ = "duty"

    member_id: int = part_of_key("member.id")
    duty: str = part_of_key()


class AbsenceRow(SQLModel, table=True):
    """A member is away; somebody stands in."""

    __tablename__ = "absence"

    id: int | None = own_id()
    member_id: int = of("member.id", index=True)
    stand_in_id: int = of("member.id")
    starts_at: datetime = moment()
    ends_at: datetime = moment()
    handled: bool = flag()
    """The cases open at its start have gone to whoever stands in."""


MEMBER = table_of(MemberRow)
DUTY = table_of(DutyRow)
ABSENCE = table_of(AbsenceRow)
