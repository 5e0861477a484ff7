"""One row for each workspace and ISO week whose digest was decided."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, insert, select, update

from bot.model import Digest, DigestStatus, IsoWeek, Plan
from storage import upsert
from storage.prepared import Prepared, Values
from storage.tables import AWARD, DIGEST, DIGEST_PLAN


def _featured() -> Select[Any]:
    """Who took part in the moments of the newest weeks, oldest first."""
    newest = (
        select(DIGEST.c.iso_year, DIGEST.c.iso_week, DIGEST.c.moment_id)
        .where(DIGEST.c.workspace_id == bindparam("workspace_id"))
        .order_by(DIGEST.c.iso_year.desc(), DIGEST.c.iso_week.desc())
        .limit(bindparam("weeks"))
        .subquery()
    )
    told, gift = AWARD.alias("told"), AWARD.alias("gift")
    of_one_gift = and_(
        gift.c.workspace_id == told.c.workspace_id, gift.c.source_ref == told.c.source_ref
    )
    return (
        select(newest.c.iso_year, newest.c.iso_week, gift.c.giver_id, gift.c.receiver_id)
        .join(told, told.c.id == newest.c.moment_id)
        .join(gift, of_one_gift)
        .order_by(newest.c.iso_year, newest.c.iso_week)
    )


def _found(*conditions: ColumnElement[bool]) -> Prepared:
    """The newest digest of which this holds."""
    newest_first = (DIGEST.c.iso_year.desc(), DIGEST.c.iso_week.desc())
    return Prepared(select(*_COLUMNS).where(*conditions).order_by(*newest_first).limit(1))


_COLUMNS = (
    DIGEST.c.id,
    DIGEST.c.workspace_id,
    DIGEST.c.iso_year,
    DIGEST.c.iso_week,
    DIGEST.c.status,
    DIGEST.c.starts_at,
    DIGEST.c.ends_at,
    DIGEST.c.moment_id,
)
_OF_WORKSPACE = DIGEST.c.workspace_id == bindparam("workspace_id")
_OF_WEEK = _found(
    _OF_WORKSPACE, DIGEST.c.iso_year == bindparam("year"), DIGEST.c.iso_week == bindparam("week")
)
_NEWEST = _found(_OF_WORKSPACE)
_GET = _found(DIGEST.c.id == bindparam("id"))
_AT = _found(
    _OF_WORKSPACE, DIGEST.c.starts_at <= bindparam("moment"), DIGEST.c.ends_at > bindparam("moment")
)
_PLAN = Prepared(
    select(DIGEST_PLAN.c.moment_id, DIGEST_PLAN.c.skip).where(
        DIGEST_PLAN.c.workspace_id == bindparam("workspace_id"),
        DIGEST_PLAN.c.iso_year == bindparam("year"),
        DIGEST_PLAN.c.iso_week == bindparam("week"),
    )
)
_FEATURED = Prepared(_featured())
_ADD = Prepared(insert(DIGEST).returning(DIGEST.c.id))


class Digests:
    """Implements `bot.memory.Digests`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def add(
        self,
        workspace_id: str,
        week: IsoWeek,
        status: DigestStatus,
        starts_at: datetime,
        ends_at: datetime,
        moment_id: int | None = None,
    ) -> int:
        row = {
            "workspace_id": workspace_id,
            "iso_year": week.year,
            "iso_week": week.week,
            "status": status.value,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "created_at": self._now,
            "moment_id": moment_id,
        }
        ((id,),) = _ADD.rows(self._connection, row)
        return int(id)

    def of_week(self, workspace_id: str, week: IsoWeek) -> Digest | None:
        wanted = {"workspace_id": workspace_id, "year": week.year, "week": week.week}
        return self._first(_OF_WEEK, wanted)

    def newest(self, workspace_id: str) -> Digest | None:
        return self._first(_NEWEST, {"workspace_id": workspace_id})

    def get(self, digest_id: int) -> Digest | None:
        return self._first(_GET, {"id": digest_id})

    def set_status(self, digest_id: int, status: DigestStatus) -> None:
        change = update(DIGEST).where(DIGEST.c.id == digest_id)
        self._connection.execute(change.values(status=status.value))

    def at(self, workspace_id: str, moment: datetime) -> Digest | None:
        return self._first(_AT, {"workspace_id": workspace_id, "moment": moment})

    def set_moment(self, digest_id: int, award_id: int | None) -> None:
        change = update(DIGEST).where(DIGEST.c.id == digest_id)
        self._connection.execute(change.values(moment_id=award_id))

    def featured(self, workspace_id: str, weeks: int) -> dict[int, IsoWeek]:
        last: dict[int, IsoWeek] = {}
        found = {"workspace_id": workspace_id, "weeks": weeks}
        for year, week, *people in _FEATURED.rows(self._connection, found):
            last.update({id: IsoWeek(year, week) for id in people if id is not None})
        return last

    def plan(self, workspace_id: str, week: IsoWeek) -> Plan:
        wanted = {"workspace_id": workspace_id, "year": week.year, "week": week.week}
        rows = _PLAN.rows(self._connection, wanted)
        return Plan(*rows[0]) if rows else Plan()

    def set_plan(self, workspace_id: str, week: IsoWeek, plan: Plan) -> None:
        key = {"workspace_id": workspace_id, "iso_year": week.year, "iso_week": week.week}
        decided = {"moment_id": plan.moment_id, "skip": plan.skip}
        new = upsert.insert(self._connection, DIGEST_PLAN).values(**key, **decided)
        keys = [DIGEST_PLAN.c[name] for name in key]
        self._connection.execute(new.on_conflict_do_update(index_elements=keys, set_=decided))

    def _first(self, wanted: Prepared, values: Values) -> Digest | None:
        rows = wanted.rows(self._connection, values)
        if not rows:
            return None
        id, workspace_id, year, week, status, *more = rows[0]
        return Digest(id, workspace_id, IsoWeek(year, week), DigestStatus(status), *more)
