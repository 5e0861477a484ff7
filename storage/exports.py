"""Every award under a filter, streamed as of one moment."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Select, Text, func, select, type_coerce

from bot.memory import ExportFilter, ExportRow
from storage import filters
from storage.tables import AWARD, FOLLOWUP, MEMBER, TEAM
from storage.types import Written

_AT_ONCE = 2_000
_Named = tuple[str, str]
_NOBODY: _Named = ("", "")
_NO_CASE = ("", *_NOBODY, "", None, None, None)
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

    def __iter__(self) -> Iterator[ExportRow]:
        return _rows(self._connection, self._wanted)


def _rows(connection: Connection, wanted: ExportFilter) -> Iterator[ExportRow]:
    """Oldest first; at most 2,000 rows are held at a time, and who is who."""
    people = _people(connection, wanted.workspace_id)
    teams = _teams(connection, wanted.workspace_id)
    streaming = connection.execution_options(stream_results=True, yield_per=_AT_ONCE)
    found = streaming.execute(_meant(select(*_COLUMNS), wanted).order_by(AWARD.c.id))
    for (
        id, kind, at, giver, receiver, team, reason, effect, wish, tags, source, place,
        place_name, retracted_at, state, owner, side, delivered_at, answered_at, ended_at,
    ) in found:  # fmt: skip
        giver_account, giver_name = people[giver]
        to = ("person", *people[receiver]) if team is None else ("team", "", teams[team])
        case = (
            (state, *people[owner], side, delivered_at, answered_at, ended_at)
            if state
            else _NO_CASE
        )
        # A million times: the tuple itself, not by way of its names.
        yield tuple.__new__(
            ExportRow,
            (
                id, kind, at, giver_account, giver_name, *to, reason, effect or "", wish or "",
                _tags(tags), source, place, place_name, retracted_at, *case,
            ),
        )  # fmt: skip


@lru_cache(maxsize=4096)
def _tags(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


def _meant(columns: Select[Any], wanted: ExportFilter) -> Select[Any]:
    joined = columns.outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == AWARD.c.id)
    return joined.where(*filters.conditions(wanted))


def _people(connection: Connection, workspace_id: str) -> dict[int, _Named]:
    found = select(MEMBER.c.id, MEMBER.c.account, MEMBER.c.name)
    rows = connection.execute(found.where(MEMBER.c.workspace_id == workspace_id))
    return {id: (account or "", name) for id, account, name in rows}


def _teams(connection: Connection, workspace_id: str) -> dict[int, str]:
    found = select(TEAM.c.id, TEAM.c.name).where(TEAM.c.workspace_id == workspace_id)
    return {row.id: row.name for row in connection.execute(found)}
