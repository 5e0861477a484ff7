"""Taking people and what has run out out of the records; and holds that forbid it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from bot.erasure import INSTEAD
from bot.memory import Footprint, Hold
from bot.model import Kind
from storage.delivery_rows import MESSAGE
from storage.erasure import Erasure
from storage.prepared import Prepared
from storage.recent import given_by, received_by
from storage.removal import Removal
from storage.tables import (
    AWARD,
    AWARD_MEMBER,
    AWARD_REACTION,
    DELIVERY,
    DIGEST,
    DIGEST_PLAN,
    FOLLOWUP,
    FOLLOWUP_EVENT,
    HOLD,
    MEMBER,
)
from storage.upsert import insert

_BLANK = MESSAGE.dump_json(INSTEAD).decode()


def _keeps(member_id: Any) -> ColumnElement[bool]:
    """Whether a hold keeps a member's records: their own, or one on somebody with whom they have
    a cactus in common."""
    people = (AWARD.c.giver_id, AWARD.c.receiver_id, FOLLOWUP.c.owner_id)
    together = exists().where(
        AWARD.c.id == FOLLOWUP.c.award_id,
        or_(*(one == HOLD.c.member_id for one in people)),
        or_(*(one == member_id for one in people)),
    )
    together = together.correlate(HOLD, MEMBER)
    return (HOLD.c.ends_at > bindparam("now")) & or_(HOLD.c.member_id == member_id, together)


def _leavers() -> Select[Any]:
    kept = exists().where(_keeps(MEMBER.c.id))
    return (
        select(MEMBER.c.workspace_id, MEMBER.c.id)
        .where(MEMBER.c.left_at < bindparam("before"), ~kept)
        .order_by(MEMBER.c.id)
        .limit(bindparam("limit"))
    )


def _run_out() -> Select[Any]:
    held = select(HOLD.c.member_id).where(HOLD.c.ends_at > bindparam("now"))
    return (
        select(AWARD.c.id)
        .outerjoin(FOLLOWUP, FOLLOWUP.c.award_id == AWARD.c.id)
        .where(
            AWARD.c.workspace_id == bindparam("workspace_id"),
            AWARD.c.kind == bindparam("kind"),
            AWARD.c.given_at < bindparam("before"),
            AWARD.c.giver_id.not_in(held),
            or_(AWARD.c.receiver_id.is_(None), AWARD.c.receiver_id.not_in(held)),
            or_(FOLLOWUP.c.owner_id.is_(None), FOLLOWUP.c.owner_id.not_in(held)),
            ~exists().where(
                AWARD_MEMBER.c.award_id == AWARD.c.id, AWARD_MEMBER.c.member_id.in_(held)
            ),
        )
        .order_by(AWARD.c.given_at)
        .limit(bindparam("limit"))
    )


def _messages(of_a_week: Any) -> Select[Any]:
    later = DELIVERY.alias("later")
    return (
        select(DELIVERY.c.id)
        .where(
            DELIVERY.c.workspace_id == bindparam("workspace_id"),
            DELIVERY.c.award_id.is_(None),
            DELIVERY.c.finished_at < bindparam("before"),
            of_a_week,
            ~exists().where(later.c.target_id == DELIVERY.c.id),
        )
        .order_by(DELIVERY.c.finished_at)
        .limit(bindparam("limit"))
    )


# Every round asks these of many workspaces, and to write one takes longer than to answer it.
_LEAVERS = Prepared(_leavers())
_RUN_OUT = Prepared(_run_out())
_MESSAGES = {
    Kind.GLITTER: Prepared(_messages(DELIVERY.c.digest_id.is_not(None))),
    Kind.CACTUS: Prepared(_messages(DELIVERY.c.digest_id.is_(None))),
}


class Privacy:
    """Implements `bot.memory.Privacy`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def footprint(self, member_id: int) -> Footprint:
        return Footprint(
            self._count(AWARD, given_by(member_id)),
            self._count(AWARD, received_by(member_id)),
            self._count(FOLLOWUP, FOLLOWUP.c.owner_id == member_id),
            self._count(FOLLOWUP_EVENT, FOLLOWUP_EVENT.c.actor_id == member_id),
        )

    def erase(self, member_id: int) -> None:
        Erasure(self._connection, self._now).erase(member_id)

    def hold(self, hold: Hold) -> None:
        told = {"reason": hold.reason, "owner": hold.owner, "ends_at": hold.ends_at}
        new = insert(self._connection, HOLD).values(member_id=hold.member_id, **told)
        held = new.on_conflict_do_update(index_elements=[HOLD.c.member_id], set_=told)
        self._connection.execute(held)

    def release(self, member_id: int) -> bool:
        ended = delete(HOLD).where(HOLD.c.member_id == member_id)
        return self._connection.execute(ended).rowcount == 1

    def holds(self, workspace_id: str) -> list[Hold]:
        found = (
            select(HOLD)
            .join(MEMBER, MEMBER.c.id == HOLD.c.member_id)
            .where(MEMBER.c.workspace_id == workspace_id, HOLD.c.ends_at > self._now)
            .order_by(HOLD.c.member_id)
        )
        rows = self._connection.execute(found)
        return [Hold(row.member_id, row.reason, row.owner, row.ends_at) for row in rows]

    def keeper(self, member_id: int) -> Hold | None:
        own = HOLD.c.member_id == member_id
        found = select(HOLD).where(_keeps(member_id)).order_by(own.desc(), HOLD.c.ends_at.desc())
        row = self._connection.execute(found.limit(1), {"now": self._now}).one_or_none()
        return Hold(row.member_id, row.reason, row.owner, row.ends_at) if row else None

    def leavers(self, left_before: datetime, limit: int) -> list[tuple[str, int]]:
        wanted = {"before": left_before, "now": self._now, "limit": limit}
        found = _LEAVERS.rows(self._connection, wanted)
        return [(workspace_id, id) for workspace_id, id in found]

    def run_out(
        self, workspace_id: str, kind: Kind, given_before: datetime, limit: int
    ) -> list[int]:
        within = _within(workspace_id, given_before, limit)
        wanted = {"kind": kind.value, "now": self._now, **within}
        return [id for (id,) in _RUN_OUT.rows(self._connection, wanted)]

    def forget(self, award_ids: Sequence[int]) -> None:
        told = update(DELIVERY).where(DELIVERY.c.award_id.in_(award_ids))
        self._connection.execute(told.values(message=_BLANK, award_id=None))
        for table in (DIGEST, DIGEST_PLAN):
            shown = update(table).where(table.c.moment_id.in_(award_ids))
            self._connection.execute(shown.values(moment_id=None))
        for table in (FOLLOWUP_EVENT, FOLLOWUP, AWARD_REACTION, AWARD_MEMBER):
            self._connection.execute(delete(table).where(table.c.award_id.in_(award_ids)))
        self._connection.execute(delete(AWARD).where(AWARD.c.id.in_(award_ids)))

    def forget_messages(
        self, workspace_id: str, kind: Kind, finished_before: datetime, limit: int
    ) -> int:
        wanted = _within(workspace_id, finished_before, limit)
        ids = [id for (id,) in _MESSAGES[kind].rows(self._connection, wanted)]
        if ids:
            self._connection.execute(delete(DELIVERY).where(DELIVERY.c.id.in_(ids)))
        return len(ids)

    def removed(self, before: datetime) -> str | None:
        return Removal(self._connection, self._now).due(before)

    def empty(self, workspace_id: str, limit: int) -> bool:
        return Removal(self._connection, self._now).step(workspace_id, limit, self.forget)

    def _count(self, table: Table, which: Any) -> int:
        counted = select(func.count()).select_from(table).where(which)
        return int(self._connection.execute(counted).scalar_one())


def _within(workspace_id: str, before: datetime, limit: int) -> dict[str, Any]:
    return {"workspace_id": workspace_id, "before": before, "limit": limit}
