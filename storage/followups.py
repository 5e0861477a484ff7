"""The cases of cacti, and their history, to which rows are only ever added."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from bot.model import Followup, Move, State
from storage.tables import FOLLOWUP, FOLLOWUP_EVENT


class Followups:
    """Implements `bot.ports.Followups`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, followup: Followup) -> None:
        row = {
            "award_id": followup.award_id,
            "workspace_id": followup.workspace_id,
            "state": followup.state.value,
            "owner_id": followup.owner_id,
            "wake_at": followup.wake_at,
        }
        self._connection.execute(insert(FOLLOWUP), row)

    def get(self, workspace_id: str, award_id: int) -> Followup | None:
        found = select(FOLLOWUP).where(
            FOLLOWUP.c.workspace_id == workspace_id, FOLLOWUP.c.award_id == award_id
        )
        row = self._connection.execute(found).first()
        return _followup(row) if row else None

    def change(self, was: Followup, now: Followup, move: Move, actor_id: int | None) -> bool:
        changed = (
            update(FOLLOWUP)
            .where(FOLLOWUP.c.award_id == was.award_id, FOLLOWUP.c.state == was.state.value)
            .values(state=now.state.value, owner_id=now.owner_id, wake_at=now.wake_at)
        )
        if self._connection.execute(changed).rowcount == 0:
            return False  # somebody else was first
        event = {
            "award_id": was.award_id,
            "at": self._now,
            "actor_id": actor_id,
            "move": move.value,
            "from_state": was.state.value,
            "to_state": now.state.value,
        }
        self._connection.execute(insert(FOLLOWUP_EVENT), event)
        return True

    def due(self, limit: int) -> list[Followup]:
        due = (
            select(FOLLOWUP)
            .where(FOLLOWUP.c.wake_at <= self._now)
            .order_by(FOLLOWUP.c.wake_at)
            .limit(limit)
        )
        return [_followup(row) for row in self._connection.execute(due)]

    def history(self, award_id: int) -> list[tuple[Move, State, State]]:
        found = select(FOLLOWUP_EVENT).where(FOLLOWUP_EVENT.c.award_id == award_id)
        rows = self._connection.execute(found.order_by(FOLLOWUP_EVENT.c.id))
        return [(Move(row.move), State(row.from_state), State(row.to_state)) for row in rows]


def _followup(row: Row[*tuple[Any, ...]]) -> Followup:
    return Followup(row.award_id, row.workspace_id, State(row.state), row.owner_id, row.wake_at)
