"""All that a workspace left behind goes, a few rows at a time, long after the bot was removed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, exists, select, update

from bot.model import Settings
from storage.prepared import Prepared
from storage.tables import (
    ABSENCE,
    AUDIT,
    AWARD,
    BY_NAME,
    CREDENTIAL,
    DELIVERY,
    DIGEST,
    DIGEST_PLAN,
    DRAFT,
    DUTY,
    EXPORT_JOB,
    HOLD,
    INSTALLATION,
    MEMBER,
    PLACE,
    SESSION,
    SIGN_IN_LINK,
    TEAM,
    TEAM_KEY,
    TEAM_MEMBER,
    WORKSPACE,
)

_WHOLE = (DRAFT, DIGEST_PLAN, DIGEST, EXPORT_JOB, SIGN_IN_LINK, SESSION, PLACE, TEAM_KEY, BY_NAME)
"""With a few rows each by then."""
_OF_MEMBERS = (DUTY, TEAM_MEMBER, HOLD, ABSENCE)
_ERASED = {"erased": True}
_HELD = exists().where(
    HOLD.c.member_id == MEMBER.c.id,
    MEMBER.c.workspace_id == WORKSPACE.c.id,
    HOLD.c.ends_at > bindparam("now"),
)
_DUE = Prepared(
    select(WORKSPACE.c.id)
    .where(WORKSPACE.c.suspended_at < bindparam("before"), WORKSPACE.c.emptied_at.is_(None), ~_HELD)
    .order_by(WORKSPACE.c.suspended_at)
    .limit(1)
    .with_for_update(skip_locked=True)
)
MEMBERS_AT_ONCE = 50
"""Whatever may point to somebody is looked through for each."""


class Removal:
    """Of one workspace; its row stays, and the lines of the audit without what they tell."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def due(self, removed_before: datetime) -> str | None:
        """A workspace from which the bot was removed before then, and whom nothing holds."""
        wanted = {"before": removed_before, "now": self._now}
        due = _DUE.rows(self._connection, wanted)
        return str(due[0][0]) if due else None

    def step(self, workspace_id: str, limit: int, forget: Callable[[list[int]], None]) -> bool:
        """Take a few rows; True once nothing is left. `forget` deletes awards by their ids."""
        if awards := self._some(AWARD, workspace_id, limit):
            forget(awards)
            return False
        # What edits a message comes after it, so the newest go first.
        if messages := self._some(DELIVERY, workspace_id, limit):
            self._take(DELIVERY.c.id, messages)
            return False
        for table in _WHOLE:
            self._all(table, workspace_id)
        if teams := self._some(TEAM, workspace_id, limit):
            self._take(TEAM_MEMBER.c.team_id, teams)
            self._take(TEAM.c.id, teams)
            return False
        if members := self._some(MEMBER, workspace_id, MEMBERS_AT_ONCE):
            self._members(members)
            return False
        self._close(workspace_id)
        return True

    def _members(self, ids: list[int]) -> None:
        for table in _OF_MEMBERS:
            self._take(table.c.member_id, ids)
        self._take(ABSENCE.c.stand_in_id, ids)
        self._take(MEMBER.c.id, ids)

    def _close(self, workspace_id: str) -> None:
        self._all(INSTALLATION, workspace_id)
        self._connection.execute(delete(CREDENTIAL).where(CREDENTIAL.c.holder == workspace_id))
        audit = update(AUDIT).where(AUDIT.c.workspace_id == workspace_id)
        self._connection.execute(audit.values(details=_ERASED))
        blank = {
            "name": workspace_id,
            "settings": Settings().model_dump_json(),
            "emptied_at": self._now,
        }
        here = update(WORKSPACE).where(WORKSPACE.c.id == workspace_id)
        self._connection.execute(here.values(blank))

    def _some(self, table: Table, workspace_id: str, limit: int) -> list[int]:
        found = select(table.c.id).where(table.c.workspace_id == workspace_id)
        newest = found.order_by(table.c.id.desc()).limit(limit)
        return list(self._connection.execute(newest).scalars())

    def _take(self, column: Column[Any], ids: list[int]) -> None:
        self._connection.execute(delete(column.table).where(column.in_(ids)))

    def _all(self, table: Table, workspace_id: str) -> None:
        self._connection.execute(delete(table).where(table.c.workspace_id == workspace_id))
