"""Who did what to the records; rows are only ever added."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.memory import Audited
from storage.tables import AUDIT


class Audit:
    """Implements `bot.memory.Audit`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self, workspace_id: str | None, actor: str, action: str, details: Mapping[str, Any]
    ) -> None:
        row = {
            "at": self._now,
            "workspace_id": workspace_id,
            "actor": actor,
            "action": action,
            "details": dict(details),
        }
        self._connection.execute(insert(AUDIT), row)

    def all(self, workspace_id: str) -> list[Audited]:
        found = select(AUDIT).where(AUDIT.c.workspace_id == workspace_id).order_by(AUDIT.c.id)
        return [
            Audited(row.id, row.at, row.actor, row.action, row.details)
            for row in self._connection.execute(found)
        ]
