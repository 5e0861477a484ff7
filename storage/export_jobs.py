"""Files that HR asked for in the chat: each is made once."""

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, bindparam, insert, or_, select, update

from bot.memory import ExportFilter, ExportJob, ExportStatus
from storage.prepared import Prepared
from storage.tables import EXPORT_JOB

_WANTED = TypeAdapter(ExportFilter)

_LOST = (EXPORT_JOB.c.status == ExportStatus.MAKING.value) & (
    EXPORT_JOB.c.begun_at < bindparam("lost_before")
)
_NEXT = Prepared(
    select(EXPORT_JOB.c.id)
    .where(or_(EXPORT_JOB.c.status == ExportStatus.PENDING.value, _LOST))
    .order_by(EXPORT_JOB.c.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)


class Exports:
    """Implements `bot.memory.Exports`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def ask(self, member_id: int, wanted: ExportFilter, form: str, status: ExportStatus) -> int:
        row = {
            "workspace_id": wanted.workspace_id,
            "member_id": member_id,
            "wanted": _WANTED.dump_json(wanted).decode(),
            "form": form,
            "status": status.value,
            "asked_at": self._now,
        }
        added = insert(EXPORT_JOB).values(row).returning(EXPORT_JOB.c.id)
        return int(self._connection.execute(added).scalar_one())

    def get(self, workspace_id: str, job_id: int) -> ExportJob | None:
        mine = (EXPORT_JOB.c.workspace_id == workspace_id) & (EXPORT_JOB.c.id == job_id)
        row = self._connection.execute(select(EXPORT_JOB).where(mine)).first()
        return _job(row) if row else None

    def claim(self, lost_before: datetime) -> ExportJob | None:
        found = _NEXT.rows(self._connection, {"lost_before": lost_before})
        if not found:
            return None
        mine = update(EXPORT_JOB).where(EXPORT_JOB.c.id == found[0][0])
        begun = mine.values(status=ExportStatus.MAKING.value, begun_at=self._now)
        again = self._connection.execute(begun.returning(*EXPORT_JOB.c)).one()
        return _job(again)

    def move(self, job: ExportJob, status: ExportStatus) -> bool:
        as_read = (EXPORT_JOB.c.id == job.id) & (EXPORT_JOB.c.status == job.status.value)
        moved = update(EXPORT_JOB).where(as_read).values(status=status.value)
        return self._connection.execute(moved).rowcount == 1


def _job(row: Row[*tuple[Any, ...]]) -> ExportJob:
    return ExportJob(
        row.id,
        row.workspace_id,
        row.member_id,
        _WANTED.validate_json(row.wanted),
        row.form,
        ExportStatus(row.status),
        row.asked_at,
    )
