"""Every award under a filter, streamed as of one moment."""

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, Text, func, select, type_coerce

from bot.memory import ExportCells, ExportFilter, ExportRow
from storage import filters
from storage.prepared import Prepared, Row
from storage.tables import AWARD, FOLLOWUP, MEMBER, TEAM
from storage.types import Written

AT_ONCE = 100
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
        for rows in self.written(ExportCells()):
            yield from map(ExportRow._make, rows)

    def written(self, cells: ExportCells) -> Iterator[Sequence[Row]]:
        """Oldest first; a hundred awards are held at a time, and who is who."""
        return map(_Writing(self._connection, self._wanted.workspace_id, cells).rows, self._found)

    def close(self) -> None:
        """Let the connection be used for something else, wherever the reading has come to."""
        self._found.close()


class _Writing:
    """Makes cells of what the database has, with the names of who is who in a workspace."""

    def __init__(self, connection: Connection, workspace_id: str, cells: ExportCells) -> None:
        member = select(MEMBER.c.id, MEMBER.c.account, MEMBER.c.name)
        people = connection.execute(member.where(MEMBER.c.workspace_id == workspace_id)).all()
        team = select(TEAM.c.id, TEAM.c.name).where(TEAM.c.workspace_id == workspace_id)
        name, once = cells.name, lru_cache(maxsize=4096)
        self._accounts = {None: "", **{id: name(account or "") for id, account, _ in people}}
        self._names = {None: "", **{id: name(told) for id, _, told in people}}
        self._teams = {id: name(told) for id, told in connection.execute(team)}
        self._tags = once(lambda written: cells.tags(tuple(json.loads(written))))
        self._place, self._place_name = once(cells.place), once(name)
        self._cells = cells

    def rows(self, found: Sequence[Row]) -> Sequence[Row]:
        """In the order of `ExportRow`, from `_COLUMNS`.

        Spelled out, since a million awards come by: a call for each of their cells takes longer
        than to read them.
        """
        accounts, names, teams = self._accounts, self._names, self._teams
        tags, place, place_name = self._tags, self._place, self._place_name
        words, utc, local = self._cells.words, self._cells.utc, self._cells.local
        return [
            (
                id,
                kind,
                utc(at),
                local(at),
                accounts[giver],
                names[giver],
                "person" if team is None else "team",
                accounts[receiver],
                names[receiver] if team is None else teams[team],
                words(reason),
                words(effect) if effect else "",
                words(wish) if wish else "",
                tags(tagged),
                source,
                place(where),
                place_name(where_named),
                utc(retracted_at) if retracted_at else None,
                state or "",
                accounts[owner],
                names[owner],
                words(side) if side else "",
                utc(delivered_at) if delivered_at else None,
                utc(answered_at) if answered_at else None,
                utc(ended_at) if ended_at else None,
            )
            for (
                id, kind, at, giver, receiver, team, reason, effect, wish, tagged, source, where,
                where_named, retracted_at, state, owner, side, delivered_at, answered_at, ended_at,
            ) in found
        ]  # fmt: skip


def _meant(columns: Select[Any], wanted: ExportFilter) -> Select[Any]:
    return _joined(columns).where(*filters.conditions(wanted))


def _joined(columns: Select[Any]) -> Select[Any]:
    return columns.outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == AWARD.c.id)
