"""Which deliveries are sent next: the oldest of each place, each workspace in its turn. And which
were being sent when a process died."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    and_,
    bindparam,
    func,
    or_,
    select,
    true,
    update,
)

from bot.model import DeliveryStatus, PlaceKind
from storage.delivery_rows import READ, by_name
from storage.prepared import Prepared
from storage.tables import DELIVERY, WORKSPACE

_OPEN = and_(
    WORKSPACE.c.platform == bindparam("platform"),
    WORKSPACE.c.suspended_at.is_(None),
    or_(WORKSPACE.c.paused_until.is_(None), WORKSPACE.c.paused_until <= bindparam("now")),
)


def _first_of_each_place(open: ColumnElement[bool]) -> CTE:
    """Ids: in each place the oldest goes first, also while another process is sending it.

    `open` says in which workspaces. From place to place through the index, so that what waits
    behind the first costs nothing.
    """
    waiting = DELIVERY.alias("waiting")
    unfinished = waiting.c.finished_at.is_(None)

    def next_place(workspace_id: Any, *behind: Any) -> Any:
        mine = and_(waiting.c.workspace_id == workspace_id, unfinished, *behind)
        return select(func.min(waiting.c.place)).where(mine).scalar_subquery()

    places = select(WORKSPACE.c.id, next_place(WORKSPACE.c.id).label("place")).where(open)
    known = places.cte("places", recursive=True)
    following = next_place(known.c.id, waiting.c.place > known.c.place)
    known = known.union_all(select(known.c.id, following).where(known.c.place.is_not(None)))
    of_place = and_(waiting.c.workspace_id == known.c.id, waiting.c.place == known.c.place)
    oldest = select(func.min(waiting.c.id)).where(of_place, unfinished).scalar_subquery()
    return select(oldest.label("id")).where(known.c.place.is_not(None)).cte("first")


_FIRST = _first_of_each_place(_OPEN)
_FIRST_ANYWHERE = _first_of_each_place(true())
_READY = and_(
    DELIVERY.c.status == DeliveryStatus.PENDING.value,
    DELIVERY.c.try_at <= bindparam("now"),
)
_JUST_SENT = (
    select(DELIVERY.c.workspace_id, DELIVERY.c.place)
    .where(
        DELIVERY.c.finished_at > bindparam("pace_since"),
        DELIVERY.c.status.in_([DeliveryStatus.SENT.value, DeliveryStatus.UNKNOWN.value]),
    )
    .distinct()
    .cte("just_sent")
)
"""Looked up once, not for each of the places that wait: there may be a thousand."""
_THERE = and_(
    _JUST_SENT.c.workspace_id == DELIVERY.c.workspace_id,
    _JUST_SENT.c.place == DELIVERY.c.place,
)
_WANTED = DELIVERY.c.workspace_id.not_in(bindparam("but_for", expanding=True))
# Nobody waits for a page as they do for a message.
_BY_TURN = (DELIVERY.c.place.startswith(PlaceKind.HOME), DELIVERY.c.try_at, DELIVERY.c.id)
_TURN = func.row_number().over(partition_by=DELIVERY.c.workspace_id, order_by=_BY_TURN)
# Joined, SQLite would at some sizes of the table first look through all of it for a Bloom filter.
_AT_THE_HEAD = DELIVERY.c.id.in_(select(_FIRST.c.id))
_TURNS = (
    select(DELIVERY.c.id, _TURN.label("turn"))
    .outerjoin(_JUST_SENT, _THERE)
    .where(_AT_THE_HEAD, _READY, _WANTED, _JUST_SENT.c.place.is_(None))
    .cte("turns")
)
# Chosen before anything else about them is looked up: hundreds may be ready.
_CHOSEN = (
    select(DELIVERY.c.id)
    # Ready is said again: another process may have taken it since its turn was counted.
    .where(DELIVERY.c.id.in_(select(_TURNS.c.id).where(_TURNS.c.turn <= bindparam("each"))), _READY)
    .order_by(*_BY_TURN)
    .limit(bindparam("most"))
    .with_for_update(of=DELIVERY, skip_locked=True)
    .subquery("chosen")
)
_LEASE = Prepared(
    READ.join(_CHOSEN, _CHOSEN.c.id == DELIVERY.c.id).order_by(*_BY_TURN), inside="but_for"
)
_MORE = Prepared(
    select(DELIVERY.c.id).where(_AT_THE_HEAD, _READY, _WANTED).limit(1),
    inside="but_for",
)
_TAKE = Prepared(
    update(DELIVERY)
    .where(DELIVERY.c.id.in_(bindparam("ids", expanding=True)))
    .values(
        status=DeliveryStatus.SENDING.value,
        try_at=bindparam("until"),
        attempts=DELIVERY.c.attempts + 1,
    ),
    inside="ids",
)

# What is being sent is the first of its place. Where an older one was revived meanwhile, that goes
# first, and the lost one is found when it has gone.
_LOSE = Prepared(
    update(DELIVERY)
    .where(
        DELIVERY.c.id.in_(select(_FIRST_ANYWHERE.c.id)),
        DELIVERY.c.status == DeliveryStatus.SENDING.value,
        DELIVERY.c.try_at <= bindparam("now"),
    )
    .values(status=DeliveryStatus.UNKNOWN.value, code="lost", finished_at=bindparam("now"))
    .returning(DELIVERY.c.workspace_id, DELIVERY.c.id, DELIVERY.c.digest_id)
)


def claim(
    connection: Connection,
    now: datetime,
    lease: timedelta,
    pace: timedelta,
    *,
    platform: str,
    most: int,
    each: int,
    but_for: list[str],
) -> tuple[list[Any], bool]:
    """What `bot.memory.Deliveries.lease` says; rows of `READ`, as they were before the claim."""
    ready = {"now": now, "platform": platform, "but_for": but_for}
    chosen = {**ready, "pace_since": now - pace, "most": most, "each": each}
    rows = [by_name(row) for row in _LEASE.rows(connection, chosen)]
    if not rows:
        return [], bool(_MORE.rows(connection, ready))
    _TAKE.rows(connection, {"ids": [row.id for row in rows], "until": now + lease})
    return rows, True


def expire(connection: Connection, now: datetime) -> list[tuple[str, int, int | None]]:
    """What `bot.memory.Deliveries.expire_leases` says."""
    lost = _LOSE.rows(connection, {"now": now})
    return [(workspace_id, id, digest_id) for workspace_id, id, digest_id in lost]
