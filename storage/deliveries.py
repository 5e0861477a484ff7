"""The outbox: what is owed, who is sending it, and how it ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from bot.memory import Leased, Owed
from bot.messages import Delivery, Message
from bot.model import DeliveryStatus, Place, PlaceKind, Reader, Verb
from storage.delivery_rows import MESSAGE, READ, TARGET, read_delivery
from storage.leasing import claim, expire
from storage.prepared import Prepared
from storage.tables import DELIVERY

_LIKE_THE_FIRST = "like-the-first"
_UNFINISHED = DELIVERY.c.finished_at.is_(None)
_ADD = Prepared(insert(DELIVERY))
_ADD_FIRST = Prepared(insert(DELIVERY).returning(DELIVERY.c.id))
_FINISH = Prepared(
    update(DELIVERY)
    .where(DELIVERY.c.id == bindparam("delivery_id"))
    .values(
        status=bindparam("ended_as"),
        ref=bindparam("its_ref"),
        code=bindparam("its_code"),
        finished_at=bindparam("now"),
    )
)
_AT_ONCE = 500
_REMEMBERED = timedelta(days=30)
"""How long a place that takes nothing needs no second word."""
STANDING = (
    DeliveryStatus.PENDING.value,
    DeliveryStatus.SENDING.value,
    DeliveryStatus.SENT.value,
)
_BLOCKED = DeliveryStatus.BLOCKED.value
_NOT_OUT = (DeliveryStatus.PENDING.value, _BLOCKED)

_NEWEST_CARD = Prepared(
    select(DELIVERY.c.id, DELIVERY.c.status)
    .where(
        DELIVERY.c.workspace_id == bindparam("workspace_id"),
        DELIVERY.c.place == bindparam("place"),
        DELIVERY.c.award_id == bindparam("award_id"),
        DELIVERY.c.verb == Verb.POST.value,
        or_(*(DELIVERY.c.status == status for status in STANDING)),
    )
    .order_by(DELIVERY.c.id.desc())
    .limit(1)
    .with_for_update()
)


class Deliveries:
    """Implements `bot.memory.Deliveries`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def owe(self, owed: Sequence[Owed]) -> None:
        for one in owed:
            _ADD.rows(self._connection, self._row(one))

    def owe_thread(self, owed: Sequence[Owed]) -> None:
        first, *replies = owed
        ((id,),) = _ADD_FIRST.rows(self._connection, self._row(first))
        self.owe([replace(reply, target_id=id) for reply in replies])

    def share_fate(self, reply_id: int) -> None:
        fate = select(TARGET.c.status).where(TARGET.c.id == DELIVERY.c.target_id)
        alike = {"status": fate.scalar_subquery(), "code": _LIKE_THE_FIRST}
        change = update(DELIVERY).where(DELIVERY.c.id == reply_id)
        self._connection.execute(change.values(**alike, finished_at=self._now))

    def owe_unless_waiting(self, workspace_id: str, owed: Sequence[Owed]) -> None:
        for at in range(0, len(owed), _AT_ONCE):
            some = {one.place.key: one for one in owed[at : at + _AT_ONCE]}
            waiting = (
                select(DELIVERY.c.place)
                .where(
                    DELIVERY.c.workspace_id == workspace_id,
                    DELIVERY.c.place.in_(some),
                    _UNFINISHED,
                    DELIVERY.c.status == DeliveryStatus.PENDING.value,
                )
                .order_by(DELIVERY.c.id)
                # Locked: nobody takes it before what it is to tell of is there to be read.
                .with_for_update()
            )
            there = set(self._connection.execute(waiting).scalars())
            new = [self._row(one) for place, one in some.items() if place not in there]
            if new:
                self._connection.execute(insert(DELIVERY), new)

    def take_back(self, award_id: int, reader: Reader) -> None:
        about = (DELIVERY.c.award_id == award_id) & (DELIVERY.c.verb == Verb.POST.value)
        # Locked and read once: an attempt that ends meanwhile is either seen or waits.
        found = (
            select(DELIVERY.c.id, DELIVERY.c.workspace_id, DELIVERY.c.place, DELIVERY.c.status)
            .where(about, DELIVERY.c.status.in_((*STANDING, _BLOCKED)))
            .order_by(DELIVERY.c.id)
            .with_for_update()
        )
        posts = self._connection.execute(found).all()
        waiting = [row.id for row in posts if row.status in _NOT_OUT]
        if waiting:
            self._end(DELIVERY.c.id.in_(waiting), DeliveryStatus.CANCELLED)
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
                for row in posts
                if row.status not in _NOT_OUT
            ]
        )

    def has_card(self, workspace_id: str, place: Place, award_id: int) -> bool:
        return self._newest_card(workspace_id, place, award_id) is not None

    def refresh(
        self, workspace_id: str, place: Place, award_id: int, card: Message, reader: Reader
    ) -> None:
        found = self._newest_card(workspace_id, place, award_id)
        if found is None:
            return
        id, status = found
        if status == DeliveryStatus.PENDING.value:
            written = MESSAGE.dump_json(card).decode()
            change = update(DELIVERY).where(DELIVERY.c.id == id)
            self._connection.execute(change.values(message=written))
        elif status in (DeliveryStatus.SENT.value, DeliveryStatus.SENDING.value):
            owed = Owed(workspace_id, place, card, reader, Verb.EDIT, target_id=id)
            self.owe([owed])

    def _newest_card(
        self, workspace_id: str, place: Place, award_id: int
    ) -> tuple[int, str] | None:
        wanted = {"workspace_id": workspace_id, "place": place.key, "award_id": award_id}
        found = _NEWEST_CARD.rows(self._connection, wanted)
        return (found[0][0], found[0][1]) if found else None

    def lease(
        self,
        platform: str,
        limit: int,
        lease: timedelta,
        pace: timedelta,
        *,
        each: int = 64,
        but_for: Sequence[str] = (),
    ) -> tuple[list[Leased], bool]:
        rows, more = claim(
            self._connection,
            self._now,
            lease,
            pace,
            platform=platform,
            most=limit,
            each=each,
            but_for=list(but_for),
        )
        leased = {row.id: _leased(row) for row in rows}
        unreadable = [id for id, found in leased.items() if found is None]
        if unreadable:  # another version of the program wrote them; they must not stop the rest
            dead = DELIVERY.c.id.in_(unreadable)
            self._end(dead, DeliveryStatus.DEAD, code="unreadable")
        return [found for found in leased.values() if found], more

    def finish(
        self, delivery_id: int, status: DeliveryStatus, *, ref: str = "", code: str = ""
    ) -> None:
        ended = {"delivery_id": delivery_id, "ended_as": status.value, "now": self._now}
        _FINISH.rows(self._connection, {**ended, "its_ref": ref, "its_code": code})

    def forget_words(self, delivery_id: int) -> None:
        said = update(DELIVERY).where(DELIVERY.c.id == delivery_id)
        self._connection.execute(said.values(message=None))

    def postpone(self, delivery_id: int, until: datetime, code: str) -> None:
        later = update(DELIVERY).where(DELIVERY.c.id == delivery_id)
        waiting = DeliveryStatus.PENDING.value
        self._connection.execute(later.values(status=waiting, try_at=until, code=code))

    def expire_leases(self) -> list[tuple[str, int, int | None]]:
        return expire(self._connection, self._now)

    def get(self, workspace_id: str, delivery_id: int) -> tuple[Delivery, DeliveryStatus] | None:
        found = READ.where(DELIVERY.c.workspace_id == workspace_id, DELIVERY.c.id == delivery_id)
        row = self._connection.execute(found).first()
        delivery = read_delivery(row) if row else None
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
        if self._connection.execute(unknown).rowcount == 0:
            return False
        replies = (DELIVERY.c.target_id == delivery_id) & (DELIVERY.c.code == _LIKE_THE_FIRST)
        self._connection.execute(update(DELIVERY).where(replies).values(self._anew()))
        return True

    def blocked_at(self, workspace_id: str, place: Place, since: datetime) -> list[Delivery]:
        found = (
            READ.where(
                DELIVERY.c.workspace_id == workspace_id,
                DELIVERY.c.place == place.key,
                DELIVERY.c.status == literal_column(f"'{_BLOCKED}'"),  # so that its index serves
                DELIVERY.c.verb == Verb.POST.value,
                DELIVERY.c.finished_at > since,
            )
            .order_by(DELIVERY.c.id)
            .with_for_update(of=DELIVERY)
        )
        waiting = map(read_delivery, self._connection.execute(found).all())
        return [delivery for delivery in waiting if delivery]

    def unreached(self, workspace_id: str, since: datetime) -> int:
        found = select(func.count(DELIVERY.c.place.distinct())).where(
            DELIVERY.c.workspace_id == workspace_id,
            DELIVERY.c.place.startswith(f"{PlaceKind.DIRECT}:"),
            DELIVERY.c.status == literal_column(f"'{_BLOCKED}'"),
            DELIVERY.c.finished_at > since,
        )
        return int(self._connection.execute(found).scalar_one())

    def owe_again(self, delivery_id: int, message: Message, reader: Reader) -> None:
        values = {
            "message": MESSAGE.dump_json(message).decode(),
            "language": reader.language,
            "zone": reader.zone,
            **self._anew(),
        }
        again = update(DELIVERY).where(DELIVERY.c.id == delivery_id)
        self._connection.execute(again.values(values))

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

    def failed_before(self, workspace_id: str, place: Place, delivery_id: int) -> bool:
        last = (
            select(DELIVERY.c.status)
            .where(
                DELIVERY.c.workspace_id == workspace_id,
                DELIVERY.c.place == place.key,
                DELIVERY.c.id != delivery_id,
                DELIVERY.c.finished_at > self._now - _REMEMBERED,
                DELIVERY.c.status != DeliveryStatus.CANCELLED.value,
            )
            .order_by(DELIVERY.c.finished_at.desc(), DELIVERY.c.id.desc())
            .limit(1)
        )
        status = self._connection.execute(last).scalar()
        return status in (DeliveryStatus.BLOCKED.value, DeliveryStatus.DEAD.value)

    def of_digest(self, digest_id: int) -> list[DeliveryStatus]:
        found = select(DELIVERY.c.status).where(DELIVERY.c.digest_id == digest_id)
        return [DeliveryStatus(status) for status in self._connection.execute(found).scalars()]

    def posts_of_digest(self, digest_id: int) -> list[Delivery]:
        found = READ.where(
            DELIVERY.c.digest_id == digest_id, DELIVERY.c.verb == Verb.POST.value
        ).order_by(DELIVERY.c.id)
        posts = map(read_delivery, self._connection.execute(found).all())
        return [delivery for delivery in posts if delivery]

    def revise(self, delivery: Delivery, message: Message | None) -> None:
        mine = DELIVERY.c.id == delivery.id
        found = select(DELIVERY.c.status).where(mine).with_for_update()
        status = self._connection.execute(found).scalar_one()
        if status in (DeliveryStatus.SENT.value, DeliveryStatus.SENDING.value):
            verb = Verb.EDIT if message else Verb.DELETE
            place, reader = delivery.place, delivery.reader
            workspace_id = delivery.workspace_id
            self.owe([Owed(workspace_id, place, message, reader, verb, target_id=delivery.id)])
        elif message:
            written = MESSAGE.dump_json(message).decode()
            self._connection.execute(update(DELIVERY).where(mine).values(message=written))
        else:
            self._end(mine, DeliveryStatus.CANCELLED)

    def award_at(self, workspace_id: str, place: Place, ref: str) -> int | None:
        found = select(DELIVERY.c.award_id).where(
            DELIVERY.c.ref == ref,
            DELIVERY.c.ref != "",
            DELIVERY.c.award_id.is_not(None),
            DELIVERY.c.workspace_id == workspace_id,
            DELIVERY.c.place == place.key,
        )
        return self._connection.execute(found.limit(1)).scalar()

    def standing_posts(self, workspace_id: str, limit: int) -> list[tuple[Delivery, str, datetime]]:
        deletion = DELIVERY.alias("deletion")
        deleted = exists().where(
            deletion.c.target_id == DELIVERY.c.id, deletion.c.verb == Verb.DELETE.value
        )
        found = self._newest(workspace_id, limit).where(~deleted)
        rows = self._connection.execute(found).all()
        posts = ((read_delivery(row), row.ref, row.finished_at) for row in reversed(rows))
        return [(delivery, ref, at) for delivery, ref, at in posts if delivery]

    def _newest(self, workspace_id: str, limit: int) -> Select[Any]:
        return (
            READ.where(
                DELIVERY.c.workspace_id == workspace_id,
                DELIVERY.c.verb == Verb.POST.value,
                DELIVERY.c.status == DeliveryStatus.SENT.value,
                DELIVERY.c.message.is_not(None),
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
            "below": owed.below or None,
            "check_first": owed.check_first,
            "ref": "",
            "code": "",
        }


def _leased(row: Row[*tuple[Any, ...]]) -> Leased | None:
    delivery = read_delivery(row)
    if delivery is None:
        return None
    return Leased(delivery, row.attempts + 1, row.award_id, row.digest_id, row.check_first)
