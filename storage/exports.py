"""Every award under a filter, streamed as of one moment."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from bot.memory import ExportFilter, ExportRow
from storage import filters
from storage.tables import AWARD, FOLLOWUP, MEMBER, TEAM

_GIVER, _RECEIVER = MEMBER.alias("giver"), MEMBER.alias("receiver")
_AT_ONCE = 2_000


def rows(connection: Connection, wanted: ExportFilter) -> Iterator[ExportRow]:
    """Oldest first; at most 2,000 rows are held at a time."""
    streaming = connection.execution_options(stream_results=True, yield_per=_AT_ONCE)
    for row in streaming.execute(_select(wanted)):
        yield _row(row)


def _select(wanted: ExportFilter) -> Select[Any]:
    return (
        select(
            AWARD.c.id,
            AWARD.c.kind,
            AWARD.c.given_at,
            _GIVER.c.account,
            _GIVER.c.name,
            _RECEIVER.c.account,
            _RECEIVER.c.name,
            TEAM.c.name,
            AWARD.c.reason,
            AWARD.c.tags,
            AWARD.c.source,
            AWARD.c.place,
            AWARD.c.place_name,
            FOLLOWUP.c.state,
            AWARD.c.retracted_at,
        )
        .join(_GIVER, _GIVER.c.id == AWARD.c.giver_id)
        .outerjoin(_RECEIVER, _RECEIVER.c.id == AWARD.c.receiver_id)
        .outerjoin(TEAM, TEAM.c.id == AWARD.c.team_id)
        .outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == AWARD.c.id)
        .where(*filters.conditions(wanted))
        .order_by(AWARD.c.id)
    )


def _row(row: Row[*tuple[Any, ...]]) -> ExportRow:
    id, kind, given_at, giver, giver_name, receiver, receiver_name, team, *rest = row
    reason, tags, source, place, place_name, state, retracted_at = rest
    return ExportRow(
        id,
        kind,
        given_at,
        giver or "",
        giver_name,
        receiver or "",
        receiver_name or team or "",
        reason,
        tuple(tags),
        source,
        place,
        place_name,
        state or "",
        retracted_at,
    )
