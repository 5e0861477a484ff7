"""Lists of awards by something else than time: one section after the other, each by time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import dropwhile
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    literal,
    or_,
    select,
    union_all,
)

from bot.memory import Entry, ExportFilter, Found, Mark, Order
from bot.model import Kind, State
from bot.values import dataclass
from storage.lists import Branch, Lists
from storage.recent import apart, given_by, received_by
from storage.tables import AWARD, FOLLOWUP, MEMBER, TEAM

START = datetime(2200, 1, 1, tzinfo=UTC)
"""Later than anything: the beginning of a section."""
MOST = 5
"""People who are looked through for a page."""
WIDTHS = (200, 2_000)
"""How many awards of a section are looked through for a page."""
_AT_ONCE = 500
_SHOWN = tuple(state for state in State if state is not State.HELD)


@dataclass(frozen=True, slots=True)
class _Section:
    """Found by the indexes of its `branches`, and then only what `wanted` and `only` say."""

    key: str
    wanted: ExportFilter
    branches: Sequence[Branch]
    only: Branch = ()
    ids: Select[Any] | None = None
    """In place of branches: the awards themselves."""


class Sorted:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lists = Lists(connection)

    def awards(self, wanted: ExportFilter, limit: int, after: Mark | None, order: Order) -> Found:
        """A page; it ends early where many sections hold nothing that is wanted."""
        found: list[Entry] = []
        if order is Order.DUE and (after is None or after.section == "due"):
            found, rest = self._due(wanted, limit, after)
            if rest:
                return Found(tuple(found), rest)
            after = None
        begin = after.section if after else ""
        most = MOST if order in (Order.GIVER, Order.RECEIVER) else len(State) + 1
        for number, section in enumerate(self._sections(wanted, order, begin)):
            if number == most or len(found) == limit:
                return Found(tuple(found), Mark(START, 0, section.key))
            more = self._piece(section, limit - len(found), after if number == 0 else None)
            found += more.entries
            if more.rest:
                return Found(tuple(found), replace(more.rest, section=section.key))
        return Found(tuple(found), None)

    def _piece(self, section: _Section, limit: int, after: Mark | None) -> Found:
        if section.ids is not None:
            return self._listed(section.wanted, section.ids, limit, after)
        return self._lists.by_time(
            section.wanted,
            limit,
            after,
            branches=section.branches,
            only=section.only,
            widths=WIDTHS,
        )

    def _listed(
        self, wanted: ExportFilter, ids: Select[Any], limit: int, after: Mark | None
    ) -> Found:
        """What is wanted among the next so many of these cases, the newest first."""
        id = FOLLOWUP.c.award_id
        older = ids.where(id < after.award_id) if after and after.award_id else ids
        newest = older.order_by(id.desc()).limit(WIDTHS[-1] + 1)
        listed: list[int] = list(self._connection.execute(newest).scalars())
        looked = listed[: WIDTHS[-1]]
        found: list[Entry] = []
        for begin in range(0, len(looked), _AT_ONCE):
            some = looked[begin : begin + _AT_ONCE]
            entries = self._lists.these(wanted, some)
            for entry in (entries[one] for one in some if one in entries):
                if len(found) == limit:
                    return Found(tuple(found), Mark(START, found[-1].award_id))
                found.append(entry)
        rest = Mark(START, looked[-1]) if len(listed) > len(looked) else None
        return Found(tuple(found), rest)

    def _sections(self, wanted: ExportFilter, order: Order, begin: str) -> Iterator[_Section]:
        """From the one that is called `begin` on."""
        match order:
            case Order.GIVER | Order.RECEIVER:
                return self._named(wanted, order, begin)
            case Order.STATE:
                listed = self._states(wanted)
            case Order.KIND:
                listed = self._kinds(wanted)
            case _:
                listed = [self._rest(wanted)]
        return dropwhile(lambda one: bool(begin) and one.key != begin, listed)

    # ------------------------------------------------------------ by kind, state and due time

    def _kinds(self, wanted: ExportFilter) -> list[_Section]:
        return [
            _Section(kind.value, wanted, [_of_kind(wanted, kind)])
            for kind in Kind
            if wanted.kind in (None, kind)
        ]

    def _states(self, wanted: ExportFilter) -> list[_Section]:
        states = [state for state in _SHOWN if wanted.state in (None, state)]
        if wanted.kind is Kind.GLITTER:
            states = []
        sections = [self._in_state(wanted, state) for state in states]
        if wanted.kind is not Kind.CACTUS and wanted.state is None:
            sections.append(_Section("none", wanted, [_of_kind(wanted, Kind.GLITTER)]))
        return sections

    def _in_state(self, wanted: ExportFilter, state: State) -> _Section:
        here = FOLLOWUP.c.workspace_id == wanted.workspace_id
        ids = select(FOLLOWUP.c.award_id).where(here, FOLLOWUP.c.state == state.value)
        return _Section(state.value, wanted, (), ids=ids)

    def _rest(self, wanted: ExportFilter) -> _Section:
        """What is not due."""
        kinds = [_of_kind(wanted, kind) for kind in Kind if wanted.kind in (None, kind)]
        return _Section("rest", wanted, kinds, [FOLLOWUP.c.due_at.is_(None)])

    def _due(
        self, wanted: ExportFilter, limit: int, after: Mark | None
    ) -> tuple[list[Entry], Mark | None]:
        """Running cases, of which there are never many."""
        at, id = FOLLOWUP.c.due_at, FOLLOWUP.c.award_id
        running = select(at, id).where(
            FOLLOWUP.c.workspace_id == wanted.workspace_id,
            FOLLOWUP.c.ended_at.is_(None),
            at.is_not(None),
        )
        if after:
            beyond = and_(at == after.at, id < after.award_id)
            running = running.where(or_(at > after.at, beyond))
        found: list[Entry] = []
        marks = [
            Mark(*row, "due") for row in self._connection.execute(running.order_by(at, id.desc()))
        ]
        for begin in range(0, len(marks), _AT_ONCE):
            some = marks[begin : begin + _AT_ONCE]
            entries = self._lists.these(wanted, [one.award_id for one in some])
            for one in some:
                if entry := entries.get(one.award_id):
                    if len(found) == limit:
                        last = found[-1]
                        return found, Mark(last.due_at or START, last.award_id, "due")
                    found.append(entry)
        return found, None

    # ------------------------------------------------------------ by name

    def _named(self, wanted: ExportFilter, order: Order, begin: str) -> Iterator[_Section]:
        side = AWARD.c.giver_id if order is Order.GIVER else AWARD.c.receiver_id
        names = self._names(wanted.workspace_id, order)
        if begin:
            name = self._connection.execute(
                select(names.c.name).where(names.c.what == begin[:1], names.c.id == _id(begin))
            ).scalar()
            names_on = [_beyond(names, str(name or ""), begin)]
        else:
            names_on = []
        found = select(names).where(*names_on).order_by(names.c.name, names.c.what, names.c.id)
        for row in self._connection.execute(found.limit(MOST + 1)):
            if row.what == "t":
                branches: list[Branch] = [[AWARD.c.team_id == row.id]]
            elif order is Order.GIVER:
                kinds = [AWARD.c.kind == kind.value for kind in Kind]
                branches = [[one, kind] for one in apart(side == row.id) for kind in kinds]
            else:
                branches = [[one] for one in apart(side == row.id)]
            yield _Section(f"{row.what}{row.id}", wanted, branches)

    def _names(self, workspace_id: str, order: Order) -> Any:
        """Everybody who gave, or everybody and every team that received."""
        if order is Order.GIVER:
            givers = _names_of(MEMBER, "m", given_by(MEMBER.c.id), workspace_id)
            return givers.subquery("names")
        people = _names_of(MEMBER, "m", received_by(MEMBER.c.id), workspace_id)
        teams = _names_of(TEAM, "t", AWARD.c.team_id == TEAM.c.id, workspace_id)
        return union_all(people, teams).subquery("names")


def _names_of(
    table: Any, what: str, their_award: ColumnElement[bool], workspace_id: str
) -> Select[Any]:
    mine = table.c.workspace_id == workspace_id
    found = select(table.c.name, literal(what).label("what"), table.c.id)
    return found.where(mine, exists().where(their_award))


def _beyond(names: Any, name: str, begin: str) -> ColumnElement[bool]:
    """The one called `begin`, and whatever comes after it."""
    what, id = begin[:1], _id(begin)
    same_kind = and_(names.c.what == what, names.c.id >= id)
    return or_(names.c.name > name, and_(names.c.name == name, or_(names.c.what > what, same_kind)))


def _id(key: str) -> int:
    return int(key[1:]) if key[1:].isdecimal() and len(key) < 11 else 0


def _of_kind(wanted: ExportFilter, kind: Kind) -> Branch:
    return [AWARD.c.workspace_id == wanted.workspace_id, AWARD.c.kind == kind.value]
