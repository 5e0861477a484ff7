"""Every award under a filter, streamed as of one moment."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, Text, func, select, type_coerce

from bot.memory import ExportColumns, ExportFilter, ExportRow
from storage import filters
from storage.prepared import Prepared
from storage.tables import AWARD, FOLLOWUP, MEMBER, TEAM
from storage.types import Written

AT_ONCE = 500
"""Few enough to stay near the processor, from the reading to the writing."""
_COLUMNS = (
    AWARD.c.id,
    AWARD.c.kind,
    Written(AWARD.c.given_at),
    AWARD.c.giver_id,
    AWARD.c.receiver_id,
    AWARD.c.team_id,
    AWARD.c.reason,
    FOLLOWUP.c.effect,
    FOLLOWUP.c.wish,
    type_coerce(AWARD.c.tags, Text),
    AWARD.c.source,
    AWARD.c.place,
    AWARD.c.place_name,
    Written(AWARD.c.retracted_at),
    FOLLOWUP.c.state,
    FOLLOWUP.c.owner_id,
    FOLLOWUP.c.side,
    Written(FOLLOWUP.c.delivered_at),
    Written(FOLLOWUP.c.answered_at),
    Written(FOLLOWUP.c.ended_at),
)


class Rows:
    """Implements `bot.memory.ExportRows`, for as long as the connection's snapshot lasts."""

    def __init__(self, connection: Connection, wanted: ExportFilter) -> None:
        self._connection = connection
        self._wanted = wanted
        counted = _meant(select(func.count(AWARD.c.id)), wanted)
        self.total: int = connection.execute(counted).scalar_one()
        # The ids are sorted, not the awards: SQLite would put those on disk once more.
        ids = _meant(select(AWARD.c.id), wanted).correlate(None)
        found = _joined(select(*_COLUMNS)).where(AWARD.c.id.in_(ids)).order_by(AWARD.c.id)
        self._found = Prepared(found).stream(connection, AT_ONCE)

    def __iter__(self) -> Iterator[ExportRow]:
        for columns in self.columns():
            yield from map(ExportRow._make, zip(*map(columns.get, ExportRow._fields), strict=True))

    def columns(self) -> Iterator[ExportColumns]:
        """Oldest first; at most 500 awards are held at a time, and who is who."""
        known = _Names(self._connection, self._wanted.workspace_id)
        for some in self._found:
            yield known.columns(zip(*some, strict=True))

    def close(self) -> None:
        """Let the connection be used for something else, wherever the reading has come to."""
        self._found.close()


class _Names:
    """Who is who in a workspace; nobody has no name."""

    def __init__(self, connection: Connection, workspace_id: str) -> None:
        member = select(MEMBER.c.id, MEMBER.c.account, MEMBER.c.name)
        people = connection.execute(member.where(MEMBER.c.workspace_id == workspace_id)).all()
        team = select(TEAM.c.id, TEAM.c.name).where(TEAM.c.workspace_id == workspace_id)
        self._accounts = {None: "", **{id: account or "" for id, account, _ in people}}
        self._names = {None: "", **{id: name for id, _, name in people}}
        self._teams = {row.id: row.name for row in connection.execute(team)}

    def columns(self, found: Iterable[tuple[Any, ...]]) -> ExportColumns:
        """The fields of `ExportRow`, from the columns of `_COLUMNS`."""
        (
            id, kind, at, giver, receiver, team, reason, effect, wish, tags, source, place,
            place_name, retracted_at, state, owner, side, delivered_at, answered_at, ended_at,
        ) = found  # fmt: skip
        accounts, names, teams = self._accounts, self._names, self._teams
        return {
            "award_id": id,
            "kind": kind,
            "given_at": at,
            "giver_account": [accounts[one] for one in giver],
            "giver_name": [names[one] for one in giver],
            "receiver_kind": ["person" if one is None else "team" for one in team],
            "receiver_account": [accounts[one] for one in receiver],
            "receiver_name": [
                names[person] if one is None else teams[one]
                for person, one in zip(receiver, team, strict=True)
            ],
            "reason": reason,
            "effect": [one or "" for one in effect],
            "wish": [one or "" for one in wish],
            "tags": [_tags(one) for one in tags],
            "source": source,
            "place": place,
            "place_name": place_name,
            "retracted_at": retracted_at,
            "state": [one or "" for one in state],
            "owner_account": [accounts[one] for one in owner],
            "owner_name": [names[one] for one in owner],
            "side": [one or "" for one in side],
            "delivered_at": delivered_at,
            "answered_at": answered_at,
            "ended_at": ended_at,
        }


@lru_cache(maxsize=4096)
def _tags(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


def _meant(columns: Select[Any], wanted: ExportFilter) -> Select[Any]:
    return _joined(columns).where(*filters.conditions(wanted))


def _joined(columns: Select[Any]) -> Select[Any]:
    return columns.outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == AWARD.c.id)
