"""What is done with the records."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from storage.tables.columns import (
    NEVER_REUSED,
    json,
    moment,
    of,
    own_id,
    part_of_key,
    table_of,
    words,
)


class ExportJobRow(SQLModel, table=True):
    """A file that HR asked for in the chat."""

    __tablename__ = "export_job"
    __table_args__ = (NEVER_REUSED,)

    id: int | None = own_id()
    workspace_id: str = of("workspace.id")
    member_id: int = of("member.id")
    wanted: str = words()
    """`bot.memory.ExportFilter` as JSON."""
    form: str = words()
    status: str = Field(sa_column=Column(Text, nullable=False, index=True))
    asked_at: datetime = moment()
    begun_at: datetime | None = moment(optional=True)


class HoldRow(SQLModel, table=True):
    """Somebody's records must stay, for a while and for a reason."""

    __tablename__ = "legal_hold"

    member_id: int = part_of_key("member.id")
    reason: str = words()
    owner: str = words()
    ends_at: datetime = moment()


class AuditRow(SQLModel, table=True):
    """Who did what to the records. Rows are only ever added: triggers of migration 0010 refuse
    every other change but that an erasure blanks `details`."""

    __tablename__ = "audit"

    id: int | None = own_id()
    at: datetime = moment()
    workspace_id: str | None = of("workspace.id", optional=True, index=True)
    actor: str = words()
    action: str = words()
    details: dict[str, Any] = json()


EXPORT_JOB = table_of(ExportJobRow)
HOLD = table_of(HoldRow)
AUDIT = table_of(AuditRow)
