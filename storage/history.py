"""What the pages show: lists by time that stay quick however much there is."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, func, or_, select
from sqlalchemy import union as union_of

from bot.memory import Entry, ExportFilter, Found, Mark, WeekCount
from bot.model import Followup, Kind, Member, Source, State
from bot.moves import ENDED
from storage import filters, followups, members
from storage.tables import AWARD, FOLLOWUP, MEMBER, TEAM, TEAM_MEMBER

LOOKED_THROUGH = 20_000
"""Awards of one request: enough for most houses, and quick in the largest."""
_AT_FIRST = 200
"""Nearly always enough for a page."""
_FEW = 100
"""A team of so many people is found through them; a larger one turns up anywhere."""
_GIVER, _RECEIVER = MEMBER.alias("giver"), MEMBER.alias("receiver")


class History:
    """Implements `bot.memory.History`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def awards(
        self, wanted: ExportFilter, limit: int, after: Mark | None, *, oldest_first: bool = False
    ) -> Found:
        # Few indexes and many filters: what an index cannot find is looked for among the next
        # so many awards, and whoever reads goes on from there.
        for width in (_AT_FIRST, LOOKED_THROUGH):
            window = self._window(wanted, after, width, oldest_first)
            rows = self._matching(window, wanted, limit + 1, oldest_first)
            if len(rows) > limit:
                last = rows[limit - 1]
                return Found(tuple(rows[:limit]), Mark(last.given_at, last.award_id))
            edge = self._edge(window, width, oldest_first)
            if edge is None:
                break
        return Found(tuple(rows), edge)

    def cases(self, member_id: int, limit: int, below: int | None) -> list[tuple[Followup, int]]:
        came = FOLLOWUP.c.delivered_at.is_not(None)
        theirs = or_(
            AWARD.c.giver_id == member_id,
            and_(came, FOLLOWUP.c.owner_id == member_id),
            and_(came, FOLLOWUP.c.heir_id == member_id),
        )
        older = [FOLLOWUP.c.award_id < below] if below else []
        found = _CASES.where(theirs, *older).order_by(FOLLOWUP.c.award_id.desc()).limit(limit)
        return self._cases(found)

    def cases_of(self, workspace_id: str, owner_ids: Iterable[int]) -> list[tuple[Followup, int]]:
        found = _CASES.where(
            FOLLOWUP.c.workspace_id == workspace_id,
            FOLLOWUP.c.owner_id.in_(list(owner_ids)),
            FOLLOWUP.c.delivered_at.is_not(None),
            FOLLOWUP.c.state.not_in([one.value for one in ENDED]),
        )
        due = FOLLOWUP.c.due_at
        return self._cases(found.order_by(due.is_(None), due, FOLLOWUP.c.award_id))

    def weeks(self, workspace_id: str, bounds: Sequence[datetime]) -> list[WeekCount]:
        return [self._week(workspace_id, starts, ends) for starts, ends in pairwise(bounds)]

    def named(self, workspace_id: str, name: str, limit: int) -> list[Member]:
        return members.named(self._connection, workspace_id, name, limit)

    # ------------------------------------------------------------ lists of awards

    def _window(
        self, wanted: ExportFilter, after: Mark | None, width: int, oldest_first: bool
    ) -> Subquery:
        """The next so many awards that an index finds, as `id` and `at`."""
        beyond = _beyond(after, oldest_first)
        found = [
            select(AWARD.c.id, AWARD.c.given_at.label("at"))
            .where(*_period(wanted), *branch, *beyond)
            .order_by(*_in_order(AWARD.c.given_at, AWARD.c.id, oldest_first))
            .limit(width)
            .subquery()
            for branch in self._branches(wanted)
        ]
        either = union_of(*(select(one.c.id, one.c.at) for one in found)).subquery()
        first = select(either.c.id, either.c.at)
        ordered = first.order_by(*_in_order(either.c.at, either.c.id, oldest_first))
        return ordered.limit(width).subquery("looked_through")

    def _branches(self, wanted: ExportFilter) -> Iterator[list[ColumnElement[bool]]]:
        """Each is found by one index in order of time; together they hold all that is wanted."""
        if wanted.person is not None:
            for side in filters.sides(wanted.person, wanted.side):
                yield [side]
        elif wanted.team is not None and len(people := self._people_of(wanted.team)) <= _FEW:
            yield [AWARD.c.receiver_id.in_(people)]
            yield [AWARD.c.team_id == wanted.team]
        else:
            for kind in [wanted.kind] if wanted.kind else Kind:
                yield [AWARD.c.kind == kind.value]

    def _people_of(self, team_id: int) -> list[int]:
        found = select(TEAM_MEMBER.c.member_id).where(TEAM_MEMBER.c.team_id == team_id)
        return list(self._connection.execute(found.limit(_FEW + 1)).scalars())

    def _matching(
        self, window: Subquery, wanted: ExportFilter, limit: int, oldest_first: bool
    ) -> list[Entry]:
        found = (
            _ENTRIES.join(window, window.c.id == AWARD.c.id)
            .where(*filters.conditions(wanted))
            .order_by(*_in_order(window.c.at, window.c.id, oldest_first))
            .limit(limit)
        )
        return [_entry(row) for row in self._connection.execute(found)]

    def _edge(self, window: Subquery, width: int, oldest_first: bool) -> Mark | None:
        """The last award of a full window; None where the window holds all there is."""
        last = (
            select(window.c.at, window.c.id)
            .order_by(*_in_order(window.c.at, window.c.id, oldest_first))
            .offset(width - 1)
            .limit(1)
        )
        row = self._connection.execute(last).first()
        return Mark(row.at, row.id) if row else None

    def _cases(self, found: Select[Any]) -> list[tuple[Followup, int]]:
        rows = self._connection.execute(found)
        return [(followups.followup(row), row.giver_id) for row in rows]

    def _week(self, workspace_id: str, starts: datetime, ends: datetime) -> WeekCount:
        counted = select(func.count(), func.count(AWARD.c.receiver_id.distinct())).where(
            AWARD.c.workspace_id == workspace_id,
            AWARD.c.kind == Kind.GLITTER.value,
            AWARD.c.given_at >= starts,
            AWARD.c.given_at < ends,
            AWARD.c.retracted_at.is_(None),
        )
        return WeekCount(*self._connection.execute(counted).one())


_CASES = select(FOLLOWUP, AWARD.c.giver_id).join(AWARD, AWARD.c.id == FOLLOWUP.c.award_id)
_ENTRIES: Select[Any] = (
    select(
        AWARD.c.id,
        AWARD.c.kind,
        AWARD.c.given_at,
        _GIVER.c.name,
        _RECEIVER.c.name,
        TEAM.c.name,
        AWARD.c.reason,
        AWARD.c.tags,
        AWARD.c.source,
        AWARD.c.place_name,
        FOLLOWUP.c.state,
        AWARD.c.retracted_at,
    )
    .join(_GIVER, _GIVER.c.id == AWARD.c.giver_id)
    .outerjoin(_RECEIVER, _RECEIVER.c.id == AWARD.c.receiver_id)
    .outerjoin(TEAM, TEAM.c.id == AWARD.c.team_id)
    .outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == AWARD.c.id)
)


def _entry(row: Sequence[Any]) -> Entry:
    id, kind, given_at, giver, receiver, team, reason, tags, source, place, state, retracted = row
    return Entry(
        id,
        Kind(kind),
        given_at,
        giver,
        receiver or team or "",
        reason,
        tuple(tags),
        Source(source),
        place,
        State(state) if state else None,
        retracted,
    )


def _period(wanted: ExportFilter) -> list[ColumnElement[bool]]:
    found = [AWARD.c.workspace_id == wanted.workspace_id]
    if wanted.starts_at:
        found.append(AWARD.c.given_at >= wanted.starts_at)
    if wanted.ends_at:
        found.append(AWARD.c.given_at < wanted.ends_at)
    return found


def _beyond(after: Mark | None, oldest_first: bool) -> list[ColumnElement[bool]]:
    at, id = AWARD.c.given_at, AWARD.c.id
    if after is None:
        return []
    if oldest_first:
        return [at >= after.at, or_(at > after.at, id > after.award_id)]
    return [at <= after.at, or_(at < after.at, id < after.award_id)]


def _in_order(at: Any, id: Any, oldest_first: bool) -> tuple[Any, Any]:
    return (at, id) if oldest_first else (at.desc(), id.desc())
