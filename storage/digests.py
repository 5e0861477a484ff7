"""One row for each workspace and ISO week whose digest was decided."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.model import Digest, DigestStatus, IsoWeek
from storage.tables import DIGEST


class Digests:
    """Implements `bot.memory.Digests`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self,
        workspace_id: str,
        week: IsoWeek,
        status: DigestStatus,
        starts_at: datetime,
        ends_at: datetime,
    ) -> int:
        row = {
            "workspace_id": workspace_id,
            "iso_year": week.year,
            "iso_week": week.week,
            "status": status.value,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "created_at": self._now,
        }
        return int(
            self._connection.execute(insert(DIGEST).returning(DIGEST.c.id), row).scalar_one()
        )

    def of_week(self, workspace_id: str, week: IsoWeek) -> Digest | None:
        return self._first(
            DIGEST.c.workspace_id == workspace_id,
            DIGEST.c.iso_year == week.year,
            DIGEST.c.iso_week == week.week,
        )

    def newest(self, workspace_id: str) -> Digest | None:
        return self._first(DIGEST.c.workspace_id == workspace_id)

    def get(self, digest_id: int) -> Digest | None:
        return self._first(DIGEST.c.id == digest_id)

    def set_status(self, digest_id: int, status: DigestStatus) -> None:
        change = update(DIGEST).where(DIGEST.c.id == digest_id)
        self._connection.execute(change.values(status=status.value))

    def _first(self, *conditions: Any) -> Digest | None:
        newest_first = (DIGEST.c.iso_year.desc(), DIGEST.c.iso_week.desc())
        found = select(DIGEST).where(*conditions).order_by(*newest_first).limit(1)
        row = self._connection.execute(found).first()
        if row is None:
            return None
        week = IsoWeek(row.iso_year, row.iso_week)
        status = DigestStatus(row.status)
        return Digest(row.id, row.workspace_id, week, status, row.starts_at, row.ends_at)
