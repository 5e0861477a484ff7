"""The outbox: what is owed, who is sending it, and how it ended."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import Discriminator, TypeAdapter, ValidationError
from sqlalchemy import (
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from bot.messages import Delivery, Message
from bot.model import DeliveryStatus, Place, Reader, Verb
from bot.ports import Leased, Owed
from storage.tables import DELIVERY, INSTALLATION, PLACE, WORKSPACE

MESSAGE: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Discriminator("what")])

_TARGET = DELIVERY.alias("target")
_READ = (
    select(
        DELIVERY,
        PLACE.c.name.label("place_name"),
        PLACE.c.address.label("place_address"),
        INSTALLATION.c.address.label("workspace_address"),
        _TARGET.c.ref.label("target_ref"),
    )
    .join(WORKSPACE, WORKSPACE.c.id == DELIVERY.c.workspace_id)
    .outerjoin(INSTALLATION, INSTALLATION.c.workspace_id == DELIVERY.c.workspace_id)
    .outerjoin(
        PLACE,
        and_(PLACE.c.workspace_id == DELIVERY.c.workspace_id, PLACE.c.key == DELIVERY.c.place),
    )
    .outerjoin(_TARGET, _TARGET.c.id == DELIVERY.c.target_id)
)
_UNFINISHED = DELIVERY.c.finished_at.is_(None)
_READY = and_(
    _UNFINISHED,
    DELIVERY.c.status == DeliveryStatus.PENDING.value,
    DELIVERY.c.try_at <= bindparam("now"),
    WORKSPACE.c.platform == bindparam("platform"),
    WORKSPACE.c.suspended_at.is_(None),
    or_(WORKSPACE.c.paused_until.is_(None), WORKSPACE.c.paused_until <= bindparam("now")),
)
# In each place the oldest goes first, also while another process is sending it.
_FIRST = (
    select(func.min(DELIVERY.c.id).label("id"))
    .where(_UNFINISHED)
    .group_by(DELIVERY.c.workspace_id, DELIVERY.c.place)
    .subquery("first")
)
_RECENT = DELIVERY.alias("recent")
_PACED = exists().where(
    _RECENT.c.finished_at > bindparam("pace_since"),
    _RECENT.c.status.in_([DeliveryStatus.SENT.value, DeliveryStatus.UNKNOWN.value]),
    _RECENT.c.workspace_id == DELIVERY.c.workspace_id,
    _RECENT.c.place == DELIVERY.c.place,
)
_LEASE = (
    _READ.join(_FIRST, _FIRST.c.id == DELIVERY.c.id)
    .where(_READY, ~_PACED)
    .order_by(DELIVERY.c.try_at, DELIVERY.c.id)
    .limit(bindparam("most"))
    .with_for_update(of=DELIVERY, skip_locked=True)
)
_EARLIER = DELIVERY.alias("earlier")
_BEHIND = exists().where(
    _EARLIER.c.workspace_id == DELIVERY.c.workspace_id,
    _EARLIER.c.place == DELIVERY.c.place,
    _EARLIER.c.finished_at.is_(None),
    _EARLIER.c.id < DELIVERY.c.id,
)
_MORE = (
    select(DELIVERY.c.id)
    .join(WORKSPACE, WORKSPACE.c.id == DELIVERY.c.workspace_id)
    .where(_READY, ~_BEHIND)
    .limit(1)
)
_ADD = insert(DELIVERY)


class Deliveries:
    """Implements `bot.ports.Deliveries`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def owe(self, owed: Sequence[Owed]) -> None:
        if owed:
            self._connection.execute(_ADD, [self._row(one) for one in owed])

    def take_back(self, award_id: int, reader: Reader) -> None:
        about = (DELIVERY.c.award_id == award_id) & (DELIVERY.c.verb == Verb.POST.value)
        waiting = about & (DELIVERY.c.status == DeliveryStatus.PENDING.value)
        self._end(waiting, DeliveryStatus.CANCELLED)
        gone_out = (DeliveryStatus.SENT.value, DeliveryStatus.SENDING.value)
        found = select(DELIVERY.c.id, DELIVERY.c.workspace_id, DELIVERY.c.place).where(
            about, DELIVERY.c.status.in_(gone_out)
        )
        self.owe(
            [
                Owed(
                    row.workspace_id,
                    Place.parse(row.place),
                    None,
                    reader,
                    Verb.DELETE,
                    target_id=row.id,
                )
                for row in self._connection.execute(found)
            ]
        )

    def lease(
        self, platform: str, limit: int, lease: timedelta, pace: timedelta
    ) -> tuple[list[Leased], bool]:
        wanted = {
            "now": self._now,
            "platform": platform,
            "pace_since": self._now - pace,
            "most": limit,
        }
        rows = self._connection.execute(_LEASE, wanted).all()
        if rows:
            mine = update(DELIVERY).where(DELIVERY.c.id.in_([row.id for row in rows]))
            self._connection.execute(
                mine.values(
                    status=DeliveryStatus.SENDING.value,
                    try_at=self._now + lease,
                    attempts=DELIVERY.c.attempts + 1,
                )
            )
        more = self._connection.execute(_MORE, wanted).first() is not None
        leased = {row.id: _leased(row) for row in rows}
        unreadable = [id for id, found in leased.items() if found is None]
        if unreadable:  # another version of the program wrote them; they must not stop the rest
            dead = DELIVERY.c.id.in_(unreadable)
            self._end(dead, DeliveryStatus.DEAD, code="unreadable")
        return [found for found in leased.values() if found], more

    def finish(
        self, delivery_id: int, status: DeliveryStatus, *, ref: str = "", code: str = ""
    ) -> None:
        self._end(DELIVERY.c.id == delivery_id, status, ref=ref, code=code)

    def postpone(self, delivery_id: int, until: datetime, code: str) -> None:
        later = update(DELIVERY).where(DELIVERY.c.id == delivery_id)
        waiting = DeliveryStatus.PENDING.value
        self._connection.execute(later.values(status=waiting, try_at=until, code=code))

    def expire_leases(self) -> list[tuple[str, int, int | None]]:
        lost = (
            update(DELIVERY)
            .where(
                _UNFINISHED,
                DELIVERY.c.status == DeliveryStatus.SENDING.value,
                DELIVERY.c.try_at <= self._now,
            )
            .values(status=DeliveryStatus.UNKNOWN.value, code="lost", finished_at=self._now)
            .returning(DELIVERY.c.workspace_id, DELIVERY.c.id, DELIVERY.c.digest_id)
        )
        return [(row.workspace_id, row.id, row.digest_id) for row in self._connection.execute(lost)]

    def get(self, workspace_id: str, delivery_id: int) -> tuple[Delivery, DeliveryStatus] | None:
        found = _READ.where(DELIVERY.c.workspace_id == workspace_id, DELIVERY.c.id == delivery_id)
        row = self._connection.execute(found).first()
        delivery = _delivery(row) if row else None
        return (delivery, DeliveryStatus(row.status)) if row and delivery else None

    def revive(self, workspace_id: str, delivery_id: int) -> bool:
        unknown = (
            update(DELIVERY)
            .where(
                DELIVERY.c.workspace_id == workspace_id,
                DELIVERY.c.id == delivery_id,
                DELIVERY.c.status == DeliveryStatus.UNKNOWN.value,
            )
            .values(self._anew())
        )
        return self._connection.execute(unknown).rowcount == 1

    def move_blocked(self, digest_id: int, place: Place) -> int:
        blocked = (
            update(DELIVERY)
            .where(
                DELIVERY.c.digest_id == digest_id,
                DELIVERY.c.status == DeliveryStatus.BLOCKED.value,
            )
            .values(place=place.key, **self._anew())
        )
        return self._connection.execute(blocked).rowcount

    def of_digest(self, digest_id: int) -> list[DeliveryStatus]:
        found = select(DELIVERY.c.status).where(DELIVERY.c.digest_id == digest_id)
        return [DeliveryStatus(status) for status in self._connection.execute(found).scalars()]

    def standing_posts(self, workspace_id: str, limit: int) -> list[tuple[Delivery, str, datetime]]:
        deletion = DELIVERY.alias("deletion")
        deleted = exists().where(
            deletion.c.target_id == DELIVERY.c.id, deletion.c.verb == Verb.DELETE.value
        )
        found = self._newest(workspace_id, limit).where(~deleted)
        rows = self._connection.execute(found).all()
        posts = ((_delivery(row), row.ref, row.finished_at) for row in reversed(rows))
        return [(delivery, ref, at) for delivery, ref, at in posts if delivery]

    def _newest(self, workspace_id: str, limit: int) -> Select[Any]:
        return (
            _READ.where(
                DELIVERY.c.workspace_id == workspace_id,
                DELIVERY.c.verb == Verb.POST.value,
                DELIVERY.c.status == DeliveryStatus.SENT.value,
            )
            .order_by(DELIVERY.c.id.desc())
            .limit(limit)
        )

    def _end(self, which: Any, status: DeliveryStatus, **values: Any) -> None:
        ended = update(DELIVERY).where(which)
        self._connection.execute(ended.values(status=status.value, finished_at=self._now, **values))

    def _anew(self) -> dict[str, Any]:
        waiting = DeliveryStatus.PENDING.value
        return {"status": waiting, "try_at": self._now, "attempts": 0, "finished_at": None}

    def _row(self, owed: Owed) -> dict[str, Any]:
        message = None if owed.message is None else MESSAGE.dump_json(owed.message).decode()
        return {
            "workspace_id": owed.workspace_id,
            "place": owed.place.key,
            "verb": owed.verb.value,
            "message": message,
            "language": owed.reader.language,
            "zone": owed.reader.zone,
            "status": DeliveryStatus.PENDING.value,
            "try_at": self._now,
            "attempts": 0,
            "award_id": owed.award_id,
            "digest_id": owed.digest_id,
            "target_id": owed.target_id,
            "check_first": owed.check_first,
            "ref": "",
            "code": "",
        }


def _leased(row: Row[*tuple[Any, ...]]) -> Leased | None:
    delivery = _delivery(row)
    if delivery is None:
        return None
    return Leased(delivery, row.attempts + 1, row.award_id, row.digest_id, row.check_first)


def _delivery(row: Row[*tuple[Any, ...]]) -> Delivery | None:
    """None where this program cannot read the message."""
    try:
        message = None if row.message is None else MESSAGE.validate_json(row.message)
    except ValidationError:
        return None
    return Delivery(
        row.id,
        row.workspace_id,
        Place.parse(row.place, row.place_name or "", row.place_address or ""),
        Verb(row.verb),
        message,
        Reader(row.language, row.zone),
        row.workspace_address or "",
        row.target_ref or "",
    )
