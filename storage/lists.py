"""Lists of awards by time that stay quick however much there is."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Subquery, or_, select

from bot.memory import Entry, ExportFilter, Found, Mark
from bot.model import Kind, Source, State
from bot.values import dataclass
from storage import filters
from storage.recent import received_by_any
from storage.tables import AWARD, FOLLOWUP, MEMBER, TEAM, TEAM_MEMBER

WIDTHS = (200, 2_000, 10_000)
"""How many awards are looked through for a page: mostly few, and never so many that it takes long.
"""
_FEW = 100
"""A team of so many people is found through them; a larger one turns up anywhere."""
_GIVER, _RECEIVER = MEMBER.alias("giver"), MEMBER.alias("receiver")
Branch = Sequence[ColumnElement[bool]]


class Lists:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_time(
        self,
        wanted: ExportFilter,
        limit: int,
        after: Mark | None,
        *,
        oldest_first: bool = False,
        branches: Sequence[Branch] | None = None,
        only: Branch = (),
        widths: Sequence[int] = (),
    ) -> Found:
        """Awards in order of time. `branches` hold all that may be wanted, each found by one
        index, and no award twice; `only` is looked at in what they find."""
        among = branches if branches is not None else list(self._branches(wanted))
        # Few indexes and many filters: what an index cannot find is looked for among the next
        # so many awards, and whoever reads goes on from there.
        for width in widths or WIDTHS:
            looked = _Look(wanted, after, oldest_first, width, among, only)
            entries, edge = self._looked(looked, limit + 1)
            if len(entries) > limit:
                last = entries[limit - 1]
                return Found(tuple(entries[:limit]), Mark(last.given_at, last.award_id))
            if edge is None:
                break
        return Found(tuple(entries), edge)

    def these(self, wanted: ExportFilter, ids: Sequence[int]) -> dict[int, Entry]:
        """What is wanted of these awards."""
        # The limit keeps SQLite from looking for them by another index than their own.
        some = select(AWARD).where(AWARD.c.id.in_(ids)).limit(len(ids)).subquery("these")
        found = _entries(some).where(*filters.conditions(wanted, some))
        return {row[0]: _entry(row) for row in self._connection.execute(found)}

    def _looked(self, look: "_Look", limit: int) -> tuple[list[Entry], Mark | None]:
        """What is found, in order, and how far everything was looked through; None: to the end."""
        found: list[Entry] = []
        edges: list[Mark] = []
        for branch in look.branches:
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
            yield [received_by_any(people)]
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
            _entries(window)
            .where(*filters.conditions(look.wanted, window), *look.only)
            .order_by(*look.order(window))
            .limit(limit)
        )
        return [_entry(row) for row in self._connection.execute(found)]

    def _edge(self, branch: Sequence[ColumnElement[bool]], look: "_Look") -> list[Mark]:
        """The last award that was looked through; nothing where there are no more than that."""
        last = look.within(select(AWARD.c.given_at, AWARD.c.id), branch)
        rows = self._connection.execute(last.offset(look.width - 1).limit(1))
        return [Mark(*row) for row in rows]


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at a list: what for, from where, which way, and how far."""

    wanted: ExportFilter
    after: Mark | None
    oldest_first: bool
    width: int
    branches: Sequence[Branch]
    only: Branch

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


def _entries(award: Subquery) -> Select[Any]:
    """The columns of `_entry`; `followup` is joined."""
    return (
        select(
            award.c.id,
            award.c.kind,
            award.c.given_at,
            _GIVER.c.name,
            _RECEIVER.c.name,
            TEAM.c.name,
            award.c.reason,
            award.c.tags,
            award.c.source,
            award.c.place_name,
            FOLLOWUP.c.state,
            award.c.retracted_at,
            FOLLOWUP.c.due_at,
        )
        .outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == award.c.id)
        .join(_GIVER, _GIVER.c.id == award.c.giver_id)
        .outerjoin(_RECEIVER, _RECEIVER.c.id == award.c.receiver_id)
        .outerjoin(TEAM, TEAM.c.id == award.c.team_id)
    )


def _entry(row: Sequence[Any]) -> Entry:
    id, kind, given_at, giver, receiver, team, reason, tags, source, place, state, *more = row
    retracted, due_at = more
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
        due_at,
    )
