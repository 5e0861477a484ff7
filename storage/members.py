"""The people of a workspace."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    bindparam,
    case,
    delete,
    func,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy import insert as new_row

from bot.cleaning import clean
from bot.memory import Absence
from bot.model import Duty, Member, Naming, OptIn, Profile, Rank, Standing
from bot.weeks import is_zone
from storage.filters import holds
from storage.prepared import Prepared
from storage.tables import ABSENCE, DUTY, MEMBER, WORKSPACE
from storage.upsert import insert, insert_into

COLUMNS = (
    MEMBER.c.id,
    MEMBER.c.workspace_id,
    MEMBER.c.account,
    MEMBER.c.name,
    MEMBER.c.locale,
    MEMBER.c.zone,
    MEMBER.c.standing,
    MEMBER.c.language,
    MEMBER.c.naming,
    MEMBER.c.work_starts,
    MEMBER.c.work_ends,
    MEMBER.c.muted_until,
    MEMBER.c.rank,
    MEMBER.c.weekly,
    MEMBER.c.direct_messages,
    MEMBER.c.home_opened_at,
    MEMBER.c.opt_in,
)
_FIND = Prepared(
    select(*COLUMNS).where(
        MEMBER.c.workspace_id == bindparam("workspace_id"),
        MEMBER.c.account.in_(bindparam("accounts", expanding=True)),
    ),
    inside="accounts",
)
_GET = Prepared(
    select(*COLUMNS).where(
        MEMBER.c.workspace_id == bindparam("workspace_id"),
        MEMBER.c.id.in_(bindparam("ids", expanding=True)),
    ),
    inside="ids",
)
_WITH_DUTY = Prepared(
    select(*COLUMNS)
    .join(DUTY, DUTY.c.member_id == MEMBER.c.id)
    .where(
        MEMBER.c.workspace_id == bindparam("workspace_id"),
        DUTY.c.duty == bindparam("duty"),
        MEMBER.c.standing == Standing.ACTIVE.value,
    )
    .order_by(MEMBER.c.id)
)
_LEADING = (Rank.ADMIN.value, Rank.OWNER.value)
"""As text, the higher rank sorts last."""
_DUTIES = Prepared(
    select(DUTY.c.duty)
    .where(DUTY.c.member_id == bindparam("member_id"))
    .union(
        select(literal(Duty.ADMIN.value)).where(
            MEMBER.c.id == bindparam("member_id"),
            or_(*(MEMBER.c.rank == rank for rank in _LEADING)),
        )
    )
)
_STAND_IN = Prepared(
    select(*COLUMNS)
    .join(ABSENCE, ABSENCE.c.stand_in_id == MEMBER.c.id)
    .where(
        ABSENCE.c.member_id == bindparam("member_id"),
        ABSENCE.c.starts_at <= bindparam("at"),
        ABSENCE.c.ends_at > bindparam("at"),
    )
    .order_by(ABSENCE.c.id.desc())
    .limit(1)
)
_AT_HOME = Prepared(
    select(*COLUMNS)
    .where(
        MEMBER.c.workspace_id == bindparam("workspace_id"),
        MEMBER.c.home_opened_at >= bindparam("since"),
    )
    .order_by(MEMBER.c.id)
)
_BEGUN = Prepared(
    select(ABSENCE.c.id, ABSENCE.c.member_id, ABSENCE.c.stand_in_id, ABSENCE.c.ends_at)
    .join(MEMBER, MEMBER.c.id == ABSENCE.c.member_id)
    .join(WORKSPACE, WORKSPACE.c.id == MEMBER.c.workspace_id)
    .where(
        ABSENCE.c.starts_at <= bindparam("now"),
        ABSENCE.c.ends_at > bindparam("now"),
        ~ABSENCE.c.handled,
        WORKSPACE.c.suspended_at.is_(None),
    )
    .order_by(ABSENCE.c.id)
)
# Found here, not made: four for each of everybody who is named in a request.
_STANDINGS = {one.value: one for one in Standing}
_NAMINGS = {one.value: one for one in Naming}
_RANKS = {"": Rank.MEMBER, **{one.value: one for one in Rank}}
_OPT_INS = {one.value: one for one in OptIn}
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
_AT_ONCE = 500
LONGEST_NAME = 100
"""Characters; platforms allow 80, and a name is quoted in every sentence."""


class Members:
    """Implements `bot.memory.Members`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def find(self, workspace_id: str, accounts: Iterable[str]) -> dict[str, Member]:
        wanted = {"workspace_id": workspace_id, "accounts": list(accounts)}
        members = map(member, _FIND.rows(self._connection, wanted))
        return {member.account: member for member in members if member.account is not None}

    def get(self, workspace_id: str, ids: Iterable[int]) -> dict[int, Member]:
        found: dict[int, Member] = {}
        wanted = list(ids)
        for at in range(0, len(wanted), _AT_ONCE):
            some = {"workspace_id": workspace_id, "ids": wanted[at : at + _AT_ONCE]}
            found.update((row[0], member(row)) for row in _GET.rows(self._connection, some))
        return found

    def all(self, workspace_id: str) -> list[Member]:
        found = select(*COLUMNS).where(MEMBER.c.workspace_id == workspace_id)
        rows = self._connection.execute(found.order_by(MEMBER.c.name, MEMBER.c.id))
        return [member(row) for row in rows]

    def duties(self, member_id: int) -> set[Duty]:
        found = _DUTIES.rows(self._connection, {"member_id": member_id})
        return {Duty(duty) for (duty,) in found}

    def in_charge(self, workspace_id: str) -> str | None:
        found = (
            select(MEMBER.c.account)
            .where(
                MEMBER.c.workspace_id == workspace_id,
                MEMBER.c.rank.in_(_LEADING),
                MEMBER.c.standing == Standing.ACTIVE.value,
            )
            .order_by(MEMBER.c.rank.desc(), MEMBER.c.id)
            .limit(1)
        )
        return self._connection.execute(found).scalar()

    def with_duty(self, workspace_id: str, duty: Duty) -> list[Member]:
        wanted = {"workspace_id": workspace_id, "duty": duty.value}
        return [member(row) for row in _WITH_DUTY.rows(self._connection, wanted)]

    def give_duty(self, member_id: int, duty: Duty) -> None:
        new = insert(self._connection, DUTY).values(member_id=member_id, duty=duty.value)
        self._connection.execute(new.on_conflict_do_nothing())

    def take_duty(self, member_id: int, duty: Duty) -> None:
        mine = (DUTY.c.member_id == member_id) & (DUTY.c.duty == duty.value)
        self._connection.execute(delete(DUTY).where(mine))

    def stand_in(self, member_id: int, at: datetime) -> Member | None:
        found = _STAND_IN.rows(self._connection, {"member_id": member_id, "at": at})
        return member(found[0]) if found else None

    def absences_begun(self) -> list[Absence]:
        rows = _BEGUN.rows(self._connection, {"now": self._now})
        if not rows:
            return []
        ids = {id for _, member_id, stand_in_id, _ in rows for id in (member_id, stand_in_id)}
        found = select(*COLUMNS).where(MEMBER.c.id.in_(ids))
        members = {row.id: member(row) for row in self._connection.execute(found)}
        return [
            Absence(id, members[member_id], members[stand_in_id], ends_at)
            for id, member_id, stand_in_id, ends_at in rows
        ]

    def absence_handled(self, absence_id: int) -> None:
        change = update(ABSENCE).where(ABSENCE.c.id == absence_id)
        self._connection.execute(change.values(handled=True))

    def set_hours(self, member_id: int, starts: int, ends: int) -> None:
        change = update(MEMBER).where(MEMBER.c.id == member_id)
        self._connection.execute(change.values(work_starts=starts, work_ends=ends))

    def set_naming(self, member_id: int, naming: Naming) -> None:
        change = update(MEMBER).where(MEMBER.c.id == member_id)
        self._connection.execute(change.values(naming=naming.value))

    def set_weekly(self, member_id: int, wanted: bool) -> None:
        change = update(MEMBER).where(MEMBER.c.id == member_id)
        self._connection.execute(change.values(weekly=wanted))

    def choose(
        self, member_id: int, *, language: str | None, naming: Naming, direct_messages: bool
    ) -> None:
        chosen = {
            "language": language,
            "naming": naming.value,
            "direct_messages": direct_messages,
        }
        self._connection.execute(update(MEMBER).where(MEMBER.c.id == member_id).values(chosen))

    def opt_in(self, member_id: int, answer: OptIn) -> None:
        change = update(MEMBER).where(MEMBER.c.id == member_id)
        self._connection.execute(change.values(opt_in=answer.value))

    def at_home(self, workspace_id: str, since: datetime | None) -> list[Member]:
        wanted = {"workspace_id": workspace_id, "since": since or _LONG_AGO}
        return [member(row) for row in _AT_HOME.rows(self._connection, wanted)]

    def open_home(self, member_id: int) -> None:
        change = update(MEMBER).where(MEMBER.c.id == member_id)
        self._connection.execute(change.values(home_opened_at=self._now))

    def mute(self, member_id: int, until: datetime | None) -> None:
        change = update(MEMBER).where(MEMBER.c.id == member_id)
        self._connection.execute(change.values(muted_until=until))

    def be_away(self, member_id: int, stand_in_id: int, starts: datetime, ends: datetime) -> None:
        row = {
            "member_id": member_id,
            "stand_in_id": stand_in_id,
            "starts_at": starts,
            "ends_at": ends,
        }
        self._connection.execute(new_row(ABSENCE), row)

    def end_absences(self, member_id: int) -> bool:
        running = (ABSENCE.c.member_id == member_id) & (ABSENCE.c.ends_at > self._now)
        change = update(ABSENCE).where(running).values(ends_at=self._now)
        return self._connection.execute(change).rowcount > 0

    def put(self, workspace_id: str, profiles: Sequence[Profile]) -> None:
        once = {profile.account: profile for profile in profiles}
        # Two requests that meet the same newcomers must not lock them in different orders.
        rows = [{**_row(workspace_id, once[name]), "now": self._now} for name in sorted(once)]
        if rows:
            self._connection.execute(_put(self._connection.dialect.name), rows)

    def seen(self, workspace_id: str, profiles: Sequence[Profile]) -> None:
        left = sorted({one.account for one in profiles if one.standing is Standing.DEACTIVATED})
        known: set[str] = set()
        for at in range(0, len(left), _AT_ONCE):
            known |= self.find(workspace_id, left[at : at + _AT_ONCE]).keys()
        forgotten = set(left) - known
        self.put(workspace_id, [one for one in profiles if one.account not in forgotten])


@cache
def _put(dialect: str) -> Insert:
    """What is told of somebody; what is not told stays as it is known."""
    new = insert_into(dialect, MEMBER)
    told = new.excluded
    kept = {
        name: case((told[name] == blank, MEMBER.c[name]), else_=told[name])
        for name, blank in (
            ("name", ""),
            ("locale", ""),
            ("zone", ""),
            ("standing", Standing.UNVERIFIED.value),
            ("rank", ""),
        )
    }
    gone, back = Standing.DEACTIVATED.value, Standing.ACTIVE.value
    now = bindparam("now", type_=MEMBER.c.left_at.type)
    kept["left_at"] = case(
        (told.standing == gone, func.coalesce(MEMBER.c.left_at, now)),
        (told.standing == back, null()),
        else_=MEMBER.c.left_at,
    )
    keys = [MEMBER.c.workspace_id, MEMBER.c.account]
    return new.on_conflict_do_update(index_elements=keys, set_=kept)


def named(connection: Connection, workspace_id: str, name: str, limit: int) -> list[Member]:
    """Members whose name holds these words, in capitals or not; by name."""
    found = select(*COLUMNS).where(
        MEMBER.c.workspace_id == workspace_id,
        holds(MEMBER.c.name, name),
    )
    rows = connection.execute(found.order_by(MEMBER.c.name, MEMBER.c.id).limit(limit))
    return [member(row) for row in rows]


def _row(workspace_id: str, profile: Profile) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id,
        "account": profile.account,
        "name": clean(profile.name).strip()[:LONGEST_NAME],
        "locale": profile.locale,
        "zone": profile.zone if is_zone(profile.zone) else "",
        "standing": profile.standing.value,
        "naming": Naming.FULL.value,
        "rank": profile.rank.value if profile.rank else "",
    }


def member(row: Sequence[Any]) -> Member:
    id, workspace_id, account, name, locale, zone, standing, language, naming, *more = row
    work_starts, work_ends, muted_until, rank, weekly, direct_messages, home_opened_at, opt_in = (
        more
    )
    return Member(
        id,
        workspace_id,
        account,
        name,
        locale,
        zone,
        _STANDINGS[standing],
        language,
        _NAMINGS[naming],
        work_starts,
        work_ends,
        muted_until,
        _RANKS[rank],
        weekly,
        direct_messages,
        home_opened_at,
        _OPT_INS[opt_in],
    )
