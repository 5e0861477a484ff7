"""Awards: recorded once, counted, taken back, never deleted here."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from itertools import pairwise
from time import monotonic
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)

from bot.memory import Before, NewAward, Tallies
from bot.model import Award, Kind, Source
from storage import upsert
from storage.faults import Contended
from storage.prepared import Prepared
from storage.recent import apart, given_by, received_by
from storage.tables import AWARD, AWARD_MEMBER, AWARD_REACTION, MEMBER

_COLUMNS = (
    AWARD.c.id,
    AWARD.c.workspace_id,
    AWARD.c.kind,
    AWARD.c.giver_id,
    AWARD.c.receiver_id,
    AWARD.c.team_id,
    AWARD.c.reason,
    AWARD.c.tags,
    AWARD.c.source,
    AWARD.c.place,
    AWARD.c.place_name,
    AWARD.c.source_ref,
    AWARD.c.given_at,
    AWARD.c.retracted_at,
    AWARD.c.link,
)
_STANDS = AWARD.c.retracted_at.is_(None)
_HIS = and_(given_by(bindparam("giver_id")), AWARD.c.kind == bindparam("kind"), _STANDS)

# One round trip for all that the past has to say about a new award.
_BEFORE = Prepared(
    select(
        select(AWARD.c.id)
        .where(
            AWARD.c.workspace_id == bindparam("workspace_id"),
            AWARD.c.source_ref == bindparam("source_ref"),
        )
        .limit(1)
        .scalar_subquery()
        .label("recorded"),
        select(func.count())
        .select_from(AWARD)
        .where(_HIS, AWARD.c.given_at >= bindparam("day_start"))
        .scalar_subquery()
        .label("today"),
        select(func.max(AWARD.c.given_at))
        .where(
            _HIS,
            AWARD.c.receiver_id.in_(bindparam("receiver_ids", expanding=True)),
            AWARD.c.given_at >= bindparam("same_since"),
            AWARD.c.reason == bindparam("reason"),
        )
        .scalar_subquery()
        .label("same_words_at"),
    ),
    inside="receiver_ids",
)
_GET = Prepared(
    select(*_COLUMNS).where(
        AWARD.c.workspace_id == bindparam("workspace_id"), AWARD.c.id == bindparam("award_id")
    )
)
_BY_REF = Prepared(
    select(*_COLUMNS)
    .where(
        AWARD.c.workspace_id == bindparam("workspace_id"),
        AWARD.c.source_ref == bindparam("source_ref"),
    )
    .order_by(AWARD.c.id)
)
_SHARED_WITH = Prepared(
    select(AWARD_MEMBER.c.award_id, AWARD_MEMBER.c.member_id)
    .where(AWARD_MEMBER.c.award_id.in_(bindparam("award_ids", expanding=True)))
    .order_by(AWARD_MEMBER.c.award_id, AWARD_MEMBER.c.member_id),
    inside="award_ids",
)
_AT_ONCE = 500
_SECONDS_TO_WRITE = 3.0
"""From the moment that an award bears until it is written; `bot.digests.SETTLED_AFTER` is more.

Once it is written, whoever tells its week waits for its commit: the award holds its workspace.
"""
_ADD = Prepared(insert(AWARD).returning(AWARD.c.id))
_GLITTER_BETWEEN = and_(
    AWARD.c.workspace_id == bindparam("workspace_id"),
    AWARD.c.kind == Kind.GLITTER.value,
    AWARD.c.given_at >= bindparam("starts_at"),
    AWARD.c.given_at < bindparam("ends_at"),
    _STANDS,
)
"""Standing glitter given in `[starts_at, ends_at)`."""
_BETWEEN = Prepared(select(*_COLUMNS).where(_GLITTER_BETWEEN).order_by(AWARD.c.id))
_SHINING = Prepared(select(AWARD.c.receiver_id, AWARD.c.team_id).where(_GLITTER_BETWEEN).distinct())
_REACTIONS = Prepared(
    select(AWARD_REACTION.c.award_id, AWARD_REACTION.c.member_id)
    .join(AWARD, AWARD.c.id == AWARD_REACTION.c.award_id)
    .where(_GLITTER_BETWEEN)
)


class Awards:
    """Implements `bot.memory.Awards`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now
        self._began = monotonic()

    def before(
        self, new: Sequence[NewAward], *, day_start: datetime, same_since: datetime
    ) -> Before:
        wanted = {
            "workspace_id": new[0].workspace_id,
            "source_ref": new[0].source_ref,
            "giver_id": new[0].giver_id,
            "kind": new[0].kind.value,
            "receiver_ids": [one.receiver_id for one in new if one.receiver_id is not None],
            "reason": new[0].reason,
            "day_start": day_start,
            "same_since": same_since,
        }
        [(recorded, today, same_words_at)] = _BEFORE.rows(self._connection, wanted)
        if teams := [one.team_id for one in new if one.team_id is not None]:
            to_a_team = self._same_words_to(teams, new[0], same_since)
            same_words_at = max(filter(None, (same_words_at, to_a_team)), default=None)
        return Before(recorded is not None, today, same_words_at)

    def add(self, new: Sequence[NewAward]) -> list[int]:
        ids = [int(_ADD.rows(self._connection, self._row(award))[0][0]) for award in new]
        shared = [
            {"award_id": id, "member_id": member_id}
            for id, award in zip(ids, new, strict=True)
            for member_id in award.shared_with
        ]
        if shared:
            self._connection.execute(insert(AWARD_MEMBER), shared)
        if monotonic() - self._began > _SECONDS_TO_WRITE:
            # Its week may have been told meanwhile; given anew, it belongs to the next.
            raise Contended("slow")
        return ids

    def get(self, workspace_id: str, award_id: int) -> Award | None:
        wanted = {"workspace_id": workspace_id, "award_id": award_id}
        found = _GET.rows(self._connection, wanted)
        return _award(found[0]) if found else None

    def by_ref(self, workspace_id: str, source_ref: str) -> list[Award]:
        wanted = {"workspace_id": workspace_id, "source_ref": source_ref}
        return [_award(row) for row in _BY_REF.rows(self._connection, wanted)]

    def latest(self, giver_id: int, kind: Kind, since: datetime) -> Award | None:
        newest = (
            select(*_COLUMNS)
            .where(given_by(giver_id), AWARD.c.kind == kind.value, _STANDS)
            .where(AWARD.c.given_at >= since)
            .order_by(AWARD.c.given_at.desc(), AWARD.c.id.desc())
            .limit(1)
        )
        return next(iter(self._read(newest)), None)

    def last_to(
        self, giver_id: int, kind: Kind, receiver_id: int | None, team_id: int | None = None
    ) -> datetime | None:
        newest = select(func.max(AWARD.c.given_at)).where(
            _went_to(receiver_id, team_id),
            AWARD.c.giver_id == giver_id,
            AWARD.c.kind == kind.value,
            _STANDS,
        )
        return self._connection.execute(newest).scalar()

    def shared_with(self, award_ids: Iterable[int]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        if wanted := list(set(award_ids)):
            for award_id, member_id in _SHARED_WITH.rows(self._connection, {"award_ids": wanted}):
                found.setdefault(award_id, []).append(member_id)
        return found

    def retract(self, awards: Sequence[Award], source_ref: str) -> bool:
        ids = [award.id for award in awards]
        change = update(AWARD).where(AWARD.c.id.in_(ids), _STANDS)
        taken_back = change.values(retracted_at=self._now, retracted_ref=source_ref)
        return self._connection.execute(taken_back).rowcount > 0

    def retracted_by(self, giver_id: int, source_ref: str, since: datetime) -> list[Award]:
        return self._awards(
            given_by(giver_id),
            AWARD.c.kind == Kind.GLITTER.value,
            AWARD.c.given_at >= since,
            AWARD.c.retracted_ref == source_ref,
        )

    def reword(self, award_id: int, reason: str) -> None:
        change = update(AWARD).where(AWARD.c.id == award_id, AWARD.c.kind == Kind.CACTUS.value)
        self._connection.execute(change.values(reason=reason))

    def givers_of_cacti(self, to: Award, since: datetime) -> set[int]:
        givers = select(AWARD.c.giver_id).where(
            _went_to(to.receiver_id, to.team_id),
            AWARD.c.kind == Kind.CACTUS.value,
            AWARD.c.given_at >= since,
            AWARD.c.id < to.id,
            _STANDS,
        )
        return set(self._connection.execute(givers).scalars())

    def tallies(self, member_id: int, since: datetime) -> Tallies:
        mine = self._count(received_by(member_id), since)
        ours = self._count(AWARD.c.id.in_(_shared_with(member_id)), since)
        given = self._count(given_by(member_id), since)
        return Tallies(mine[0] + ours[0], mine[1] + ours[1], *given)

    def newest_received(self, member_id: int, limit: int, skip: int = 0) -> list[Award]:
        mine = apart(AWARD.c.receiver_id == member_id)
        ours = AWARD.c.id.in_(_shared_with(member_id))
        return self._newest([*mine, ours], limit, skip)

    def newest_given(self, member_id: int, limit: int, skip: int = 0) -> list[Award]:
        return self._newest(apart(AWARD.c.giver_id == member_id), limit, skip)

    def glitter_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> list[Award]:
        wanted = {"workspace_id": workspace_id, "starts_at": starts_at, "ends_at": ends_at}
        return [_award(row) for row in _BETWEEN.rows(self._connection, wanted)]

    def shining_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> tuple[set[int], set[int]]:
        wanted = {"workspace_id": workspace_id, "starts_at": starts_at, "ends_at": ends_at}
        rows = _SHINING.rows(self._connection, wanted)
        members = {receiver for receiver, _ in rows if receiver is not None}
        return members, {team for _, team in rows if team is not None}

    def glitter_counts(self, workspace_id: str, bounds: Sequence[datetime]) -> list[int]:
        moments = {f"moment_{at}": moment for at, moment in enumerate(bounds)}
        wanted = {"workspace_id": workspace_id, **moments}
        (counted,) = _counts(len(bounds)).rows(self._connection, wanted)
        return list(counted)

    def without_glitter_before(self, member_ids: Iterable[int], moment: datetime) -> set[int]:
        return self._without_glitter(member_ids, AWARD.c.given_at < moment)

    def without_glitter_since(self, member_ids: Iterable[int], moment: datetime) -> set[int]:
        return self._without_glitter(member_ids, AWARD.c.given_at >= moment)

    def _without_glitter(self, member_ids: Iterable[int], then: ColumnElement[bool]) -> set[int]:
        wanted, found = sorted(member_ids), set[int]()
        mine = received_by(MEMBER.c.id)
        had = exists().where(mine, AWARD.c.kind == Kind.GLITTER.value, then, _STANDS)
        for at in range(0, len(wanted), _AT_ONCE):
            some = MEMBER.c.id.in_(wanted[at : at + _AT_ONCE])
            without = select(MEMBER.c.id).where(some, ~had)
            found.update(self._connection.execute(without).scalars())
        return found

    def react(self, award_id: int, member_id: int) -> None:
        row = {"award_id": award_id, "member_id": member_id}
        new = upsert.insert(self._connection, AWARD_REACTION).values(row)
        self._connection.execute(new.on_conflict_do_nothing())

    def unreact(self, award_id: int, member_id: int) -> None:
        mine = (AWARD_REACTION.c.award_id == award_id) & (AWARD_REACTION.c.member_id == member_id)
        self._connection.execute(delete(AWARD_REACTION).where(mine))

    def reactions(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> dict[int, set[int]]:
        wanted = {"workspace_id": workspace_id, "starts_at": starts_at, "ends_at": ends_at}
        found: dict[int, set[int]] = {}
        for award_id, member_id in _REACTIONS.rows(self._connection, wanted):
            found.setdefault(award_id, set()).add(member_id)
        return found

    def newest_moment(self) -> datetime | None:
        return self._connection.execute(select(func.max(AWARD.c.given_at))).scalar()

    def _same_words_to(
        self, team_ids: Sequence[int], new: NewAward, since: datetime
    ) -> datetime | None:
        newest = select(func.max(AWARD.c.given_at)).where(
            AWARD.c.team_id.in_(team_ids),
            AWARD.c.giver_id == new.giver_id,
            AWARD.c.kind == new.kind.value,
            AWARD.c.given_at >= since,
            AWARD.c.reason == new.reason,
            _STANDS,
        )
        return self._connection.execute(newest).scalar()

    def _newest(self, parts: Sequence[ColumnElement[bool]], limit: int, skip: int) -> list[Award]:
        """Of all that is found in one of these parts, none of it in two."""
        newest = (
            select(*_COLUMNS)
            .where(AWARD.c.kind == Kind.GLITTER.value, _STANDS)
            .order_by(AWARD.c.given_at.desc(), AWARD.c.id.desc())
            .limit(limit + skip)
        )
        found = [award for part in parts for award in self._read(newest.where(part))]
        found.sort(key=lambda one: (one.given_at, one.id), reverse=True)
        return found[skip : limit + skip]

    def _count(self, whose: Any, since: datetime) -> tuple[int, int]:
        recent = func.count().filter(AWARD.c.given_at >= since)
        counted = select(recent, func.count()).where(
            whose, AWARD.c.kind == Kind.GLITTER.value, _STANDS
        )
        this_week, ever = self._connection.execute(counted).one()
        return this_week, ever

    def _awards(self, *conditions: Any) -> list[Award]:
        return self._read(select(*_COLUMNS).where(*conditions).order_by(AWARD.c.id))

    def _read(self, wanted: Select[Any]) -> list[Award]:
        return [_award(row) for row in self._connection.execute(wanted)]

    def _row(self, award: NewAward) -> dict[str, Any]:
        return {
            "workspace_id": award.workspace_id,
            "kind": award.kind.value,
            "giver_id": award.giver_id,
            "receiver_id": award.receiver_id,
            "team_id": award.team_id,
            "reason": award.reason,
            "tags": list(award.tags),
            "source": award.source.value,
            "place": award.place.key,
            "place_name": award.place.name,
            "source_ref": award.source_ref,
            "given_at": self._now,
            "link": award.link,
            "recent": True,
        }


@cache
def _counts(bounds: int) -> Prepared:
    """Counts how much standing glitter was given between so many moments."""
    moments = [bindparam(f"moment_{at}", type_=AWARD.c.given_at.type) for at in range(bounds)]
    given = AWARD.c.given_at
    weeks = (
        func.count().filter(given >= starts, given < ends) for starts, ends in pairwise(moments)
    )
    counted: Any = select(*weeks).where(
        AWARD.c.workspace_id == bindparam("workspace_id"),
        AWARD.c.kind == Kind.GLITTER.value,
        given >= moments[0],
        given < moments[-1],
        _STANDS,
    )
    return Prepared(counted)


def _went_to(receiver_id: int | None, team_id: int | None) -> ColumnElement[bool]:
    if receiver_id is not None:
        return received_by(receiver_id)
    return AWARD.c.team_id == team_id


def _shared_with(member_id: int) -> Select[Any]:
    return select(AWARD_MEMBER.c.award_id).where(AWARD_MEMBER.c.member_id == member_id)


def _award(row: Sequence[Any]) -> Award:
    id, workspace_id, kind, giver_id, receiver_id, team_id, reason, tags, source, *more = row
    return Award(
        id,
        workspace_id,
        Kind(kind),
        giver_id,
        receiver_id,
        team_id,
        reason,
        tuple(tags),
        Source(source),
        *more,
    )
