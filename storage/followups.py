"""The cases of cacti, and their history, to which rows are only ever added."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, or_, select, update

from bot.memory import Measured
from bot.model import Event, Followup, Move, State
from bot.moves import ENDED
from storage.prepared import Prepared
from storage.tables import AWARD, AWARD_MEMBER, FOLLOWUP, FOLLOWUP_EVENT, WORKSPACE

_OF_WORKSPACE = (
    select(
        AWARD.c.id,
        func.coalesce(AWARD.c.receiver_id, FOLLOWUP.c.owner_id),
        AWARD.c.team_id,
        FOLLOWUP.c.state,
        FOLLOWUP.c.delivered_at,
        FOLLOWUP.c.answered_at,
        FOLLOWUP.c.ended_at,
    )
    .join(AWARD, AWARD.c.id == FOLLOWUP.c.award_id)
    .where(
        FOLLOWUP.c.workspace_id == bindparam("workspace_id"),
        FOLLOWUP.c.delivered_at.is_not(None),
        AWARD.c.retracted_at.is_(None),
    )
)
_FIELDS = tuple(field.name for field in fields(Followup))
_GET = Prepared(
    select(*(FOLLOWUP.c[name] for name in _FIELDS)).where(
        FOLLOWUP.c.workspace_id == bindparam("workspace_id"),
        FOLLOWUP.c.award_id == bindparam("award_id"),
    )
)
_ADD = Prepared(insert(FOLLOWUP))
_CHANGE = Prepared(
    update(FOLLOWUP)
    .where(
        FOLLOWUP.c.award_id == bindparam("of_award"),
        FOLLOWUP.c.state == bindparam("was_state"),
        FOLLOWUP.c.moves == bindparam("was_moves"),
    )
    .values({name: bindparam(f"new_{name}", type_=FOLLOWUP.c[name].type) for name in _FIELDS})
    .returning(FOLLOWUP.c.award_id)
)
_REMIND = Prepared(
    update(FOLLOWUP)
    .where(FOLLOWUP.c.award_id == bindparam("of_award"), FOLLOWUP.c.moves == bindparam("was_moves"))
    .values(reminded=bindparam("new_reminded"), wake_at=bindparam("new_wake_at"))
)
_ADD_EVENT = Prepared(insert(FOLLOWUP_EVENT))
_HISTORY = Prepared(
    select(
        FOLLOWUP_EVENT.c.at,
        FOLLOWUP_EVENT.c.actor_id,
        FOLLOWUP_EVENT.c.move,
        FOLLOWUP_EVENT.c.from_state,
        FOLLOWUP_EVENT.c.to_state,
        FOLLOWUP_EVENT.c.note,
        FOLLOWUP_EVENT.c.source_ref,
    )
    .where(FOLLOWUP_EVENT.c.award_id == bindparam("award_id"))
    .order_by(FOLLOWUP_EVENT.c.id)
)
_MEASURED = Prepared(_OF_WORKSPACE)
_MEASURED_BETWEEN = Prepared(
    _OF_WORKSPACE.where(
        FOLLOWUP.c.delivered_at < bindparam("ends_at"),
        or_(FOLLOWUP.c.ended_at.is_(None), FOLLOWUP.c.ended_at >= bindparam("starts_at")),
    )
)

# Where the bot was removed nothing happens: coming back must not pour out what fell due.
_DUE = Prepared(
    select(*(FOLLOWUP.c[name] for name in _FIELDS))
    .join(WORKSPACE, WORKSPACE.c.id == FOLLOWUP.c.workspace_id)
    .where(FOLLOWUP.c.wake_at <= bindparam("now"), WORKSPACE.c.suspended_at.is_(None))
    .order_by(FOLLOWUP.c.wake_at)
    .limit(bindparam("limit"))
)


class Followups:
    """Implements `bot.memory.Followups`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(self, followup: Followup) -> None:
        _ADD.rows(self._connection, _values(followup))

    def get(self, workspace_id: str, award_id: int) -> Followup | None:
        wanted = {"workspace_id": workspace_id, "award_id": award_id}
        found = _GET.rows(self._connection, wanted)
        return _of_fields(found[0]) if found else None

    def change(
        self,
        was: Followup,
        now: Followup,
        move: Move,
        actor_id: int | None,
        note: str = "",
        source_ref: str = "",
    ) -> bool:
        seen = {"of_award": was.award_id, "was_state": was.state.value, "was_moves": was.moves}
        new = {f"new_{name}": value for name, value in _values(now).items()}
        if not _CHANGE.rows(self._connection, {**seen, **new}):
            return False  # somebody else was first
        event = {
            "award_id": was.award_id,
            "at": self._now,
            "actor_id": actor_id,
            "move": move.value,
            "from_state": was.state.value,
            "to_state": now.state.value,
            "note": note,
            "source_ref": source_ref,
        }
        _ADD_EVENT.rows(self._connection, event)
        return True

    def due(self, limit: int) -> list[Followup]:
        due = _DUE.rows(self._connection, {"now": self._now, "limit": limit})
        return [_of_fields(row) for row in due]

    def history(self, award_id: int) -> list[Event]:
        return [_event(*row) for row in _HISTORY.rows(self._connection, {"award_id": award_id})]

    def running(self, member_id: int) -> list[Followup]:
        takes_part = or_(
            AWARD.c.giver_id == member_id,
            FOLLOWUP.c.owner_id == member_id,
            FOLLOWUP.c.heir_id == member_id,
            FOLLOWUP.c.untaken & AWARD.c.id.in_(_shared_with(member_id)),
        )
        hidden = (AWARD.c.giver_id != member_id) & (
            FOLLOWUP.c.state.in_([State.HELD.value, State.REVIEW.value])
        )
        found = (
            select(FOLLOWUP)
            .join(AWARD, AWARD.c.id == FOLLOWUP.c.award_id)
            .where(takes_part, ~hidden, FOLLOWUP.c.state.not_in([one.value for one in ENDED]))
            .order_by(FOLLOWUP.c.due_at.is_(None), FOLLOWUP.c.due_at, FOLLOWUP.c.award_id)
        )
        return [followup(row) for row in self._connection.execute(found)]

    def owned(self, owner_id: int) -> list[Followup]:
        found = select(FOLLOWUP).where(
            FOLLOWUP.c.owner_id == owner_id,
            FOLLOWUP.c.state.not_in([one.value for one in ENDED]),
        )
        rows = self._connection.execute(found.order_by(FOLLOWUP.c.award_id))
        return [followup(row) for row in rows]

    def measured(self, workspace_id: str) -> list[Measured]:
        return _measured(_MEASURED.rows(self._connection, {"workspace_id": workspace_id}))

    def measured_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> list[Measured]:
        wanted = {"workspace_id": workspace_id, "starts_at": starts_at, "ends_at": ends_at}
        return _measured(_MEASURED_BETWEEN.rows(self._connection, wanted))

    def note_reminder(self, followup: Followup) -> None:
        seen = {"of_award": followup.award_id, "was_moves": followup.moves}
        now = {"new_reminded": followup.reminded, "new_wake_at": followup.wake_at}
        _REMIND.rows(self._connection, {**seen, **now})


def _measured(rows: Sequence[Sequence[Any]]) -> list[Measured]:
    return [
        Measured(award_id, receiver_id, team_id, State(state), *times)
        for award_id, receiver_id, team_id, state, *times in rows
    ]


def _shared_with(member_id: int) -> Select[Any]:
    return select(AWARD_MEMBER.c.award_id).where(AWARD_MEMBER.c.member_id == member_id)


def _values(followup: Followup) -> dict[str, Any]:
    return {**asdict(followup), "state": followup.state.value}


def followup(row: Row[*tuple[Any, ...]]) -> Followup:
    """The case in a row that holds all columns of `followup`."""
    return _followup({name: getattr(row, name) for name in _FIELDS})


def _of_fields(row: Sequence[Any]) -> Followup:
    return _followup(dict(zip(_FIELDS, row, strict=True)))


def _followup(known: Mapping[str, Any]) -> Followup:
    return Followup(**{**known, "state": State(known["state"])})


def _event(
    at: datetime, actor_id: int | None, move: str, was: str, now: str, note: str, source_ref: str
) -> Event:
    return Event(at, actor_id, Move(move), State(was), State(now), note, source_ref)
