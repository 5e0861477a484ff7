"""Who did what to the records; rows are only ever added."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

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
