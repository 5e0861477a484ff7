"""What the pages show: lists by time that stay quick however much there is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    and_,
    func,
    or_,
    select,
)

from bot.memory import Answered, Entry, ExportFilter, Found, Mark, WeekCount
from bot.model import Followup, Kind, Member, Source, State
from bot.moves import ENDED
from storage import filters, followups, members
from storage.tables import AWARD, AWARD_MEMBER, FOLLOWUP, MEMBER, TEAM, TEAM_MEMBER

WIDTHS = (200, 2_000, 10_000)
"""How many awards are looked through for a page: mostly few, and never so many that it takes long.
"""
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
        for width in WIDTHS:
            looked = _Look(wanted, after, oldest_first, width)
            entries, edge = self._looked(looked, limit + 1)
            if len(entries) > limit:
                last = entries[limit - 1]
                return Found(tuple(entries[:limit]), Mark(last.given_at, last.award_id))
            if edge is None:
                break
        return Found(tuple(entries), edge)

    def cases(self, member_id: int, limit: int, below: int | None) -> list[tuple[Followup, int]]:
        came = FOLLOWUP.c.delivered_at.is_not(None)
        shared = select(AWARD_MEMBER.c.award_id).where(AWARD_MEMBER.c.member_id == member_id)
        theirs = or_(
            AWARD.c.giver_id == member_id,
            and_(came, FOLLOWUP.c.owner_id == member_id, ~FOLLOWUP.c.untaken),
            and_(came, FOLLOWUP.c.heir_id == member_id),
            and_(came, FOLLOWUP.c.award_id.in_(shared)),
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

    def answers(self, workspace_id: str, since: datetime) -> list[Answered]:
        found = (
            select(FOLLOWUP.c.owner_id, FOLLOWUP.c.delivered_at, FOLLOWUP.c.answered_at)
            .join(AWARD, AWARD.c.id == FOLLOWUP.c.award_id)
            .where(
                AWARD.c.workspace_id == workspace_id,
                AWARD.c.kind == Kind.CACTUS.value,
                AWARD.c.given_at >= since,
                AWARD.c.retracted_at.is_(None),
                FOLLOWUP.c.delivered_at.is_not(None),
            )
        )
        return [Answered(*row) for row in self._connection.execute(found)]

    def named(self, workspace_id: str, name: str, limit: int) -> list[Member]:
        return members.named(self._connection, workspace_id, name, limit)

    # ------------------------------------------------------------ lists of awards

    def _looked(self, look: "_Look", limit: int) -> tuple[list[Entry], Mark | None]:
        """What is found, in order, and how far everything was looked through; None: to the end."""
        found: list[Entry] = []
        edges: list[Mark] = []
        for branch in self._branches(look.wanted):
            window = look.window(branch)
            found += self._matching(window, look, limit)
            edges += self._edge(branch, look)
        found.sort(key=look.place, reverse=not look.oldest_first)
        if not edges:
            return found, None
        # Beyond the nearest edge one branch has been looked through and another has not.
        edge = min(edges, key=_spot) if look.oldest_first else max(edges, key=_spot)
        return [one for one in found if not look.is_beyond(one, edge)], edge

    def _branches(self, wanted: ExportFilter) -> Iterator[list[ColumnElement[bool]]]:
        """Each is found by one index in order of time; together they hold all that is wanted,
        and no award twice."""
        if wanted.person is not None:
            for side in filters.sides(wanted.person, wanted.side):
                yield [side]
        elif wanted.team is not None and len(people := self._people_of(wanted.team)) <= _FEW:
            yield [AWARD.c.receiver_id.in_(people)]
            yield [AWARD.c.team_id == wanted.team]
        else:
            here = AWARD.c.workspace_id == wanted.workspace_id
            kinds = [Kind.CACTUS] if wanted.state else list(Kind)
            for kind in [wanted.kind] if wanted.kind else kinds:
                yield [here, AWARD.c.kind == kind.value]

    def _people_of(self, team_id: int) -> list[int]:
        found = select(TEAM_MEMBER.c.member_id).where(TEAM_MEMBER.c.team_id == team_id)
        return list(self._connection.execute(found.limit(_FEW + 1)).scalars())

    def _matching(self, window: Subquery, look: "_Look", limit: int) -> list[Entry]:
        found = (
            select(
                window.c.id,
                window.c.kind,
                window.c.given_at,
                _GIVER.c.name,
                _RECEIVER.c.name,
                TEAM.c.name,
                window.c.reason,
                window.c.tags,
                window.c.source,
                window.c.place_name,
                FOLLOWUP.c.state,
                window.c.retracted_at,
            )
            .outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == window.c.id)
            .join(_GIVER, _GIVER.c.id == window.c.giver_id)
            .outerjoin(_RECEIVER, _RECEIVER.c.id == window.c.receiver_id)
            .outerjoin(TEAM, TEAM.c.id == window.c.team_id)
            .where(*filters.conditions(look.wanted, window))
            .order_by(*look.order(window))
            .limit(limit)
        )
        return [_entry(row) for row in self._connection.execute(found)]

    def _edge(self, branch: Sequence[ColumnElement[bool]], look: "_Look") -> list[Mark]:
        """The last award that was looked through; nothing where there are no more than that."""
        last = look.within(select(AWARD.c.given_at, AWARD.c.id), branch)
        rows = self._connection.execute(last.offset(look.width - 1).limit(1))
        return [Mark(*row) for row in rows]

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


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at a list: what for, from where, which way, and how far."""

    wanted: ExportFilter
    after: Mark | None
    oldest_first: bool
    width: int

    def window(self, branch: Sequence[ColumnElement[bool]]) -> Subquery:
        """The next so many awards of a branch."""
        return self.within(select(AWARD), branch).limit(self.width).subquery("looked_through")

    def within(self, found: Select[Any], branch: Sequence[ColumnElement[bool]]) -> Select[Any]:
        """What is found in a branch from here on, in order."""
        wanted = [*branch, *filters.period(self.wanted), *self._beyond()]
        return found.where(*wanted).order_by(*self.order(AWARD))

    def order(self, award: FromClause) -> tuple[Any, Any]:
        at, id = award.c.given_at, award.c.id
        return (at, id) if self.oldest_first else (at.desc(), id.desc())

    def place(self, entry: Entry) -> tuple[datetime, int]:
        return (entry.given_at, entry.award_id)

    def is_beyond(self, entry: Entry, edge: Mark) -> bool:
        if self.oldest_first:
            return self.place(entry) > _spot(edge)
        return self.place(entry) < _spot(edge)

    def _beyond(self) -> list[ColumnElement[bool]]:
        if self.after is None:
            return []
        at, id = AWARD.c.given_at, AWARD.c.id
        if self.oldest_first:
            return [at >= self.after.at, or_(at > self.after.at, id > self.after.award_id)]
        return [at <= self.after.at, or_(at < self.after.at, id < self.after.award_id)]


def _spot(mark: Mark) -> tuple[datetime, int]:
    return (mark.at, mark.award_id)


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
