"""Workspaces, what was decided in them, and the places known there."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, select, update

from bot.digests import last_week_at_installation, next_due
from bot.heard import Installed
from bot.memory import Meeting
from bot.model import DeliveryStatus, IsoWeek, Place, Settings, Workspace
from bot.weeks import parse_week
from storage import members
from storage.prepared import Prepared
from storage.tables import CREDENTIAL, DELIVERY, INSTALLATION, MEMBER, PLACE, TEAM, WORKSPACE
from storage.upsert import insert

_COLUMNS = (
    WORKSPACE.c.id,
    WORKSPACE.c.name,
    WORKSPACE.c.settings,
    WORKSPACE.c.suspended_at,
)
_GET = Prepared(select(*_COLUMNS).where(WORKSPACE.c.id == bindparam("id")))
_LAST_WEEK = Prepared(
    select(WORKSPACE.c.last_week).where(WORKSPACE.c.id == bindparam("id")).with_for_update()
)
_ADVANCE = Prepared(
    update(WORKSPACE)
    .where(WORKSPACE.c.id == bindparam("workspace"))
    .values(last_week=bindparam("told"), next_digest_at=bindparam("next_at"))
)
_WITH_PEOPLE = (
    select(*members.COLUMNS, *_COLUMNS, exists().where(TEAM.c.workspace_id == WORKSPACE.c.id))
    .select_from(WORKSPACE)
    .outerjoin(
        MEMBER,
        and_(
            MEMBER.c.workspace_id == WORKSPACE.c.id,
            MEMBER.c.account.in_(bindparam("accounts", expanding=True)),
        ),
    )
    .where(WORKSPACE.c.id == bindparam("id"))
)
# Two requests of one person must not both find room below a limit. SQLite has one writer anyway.
_TURN = func.pg_advisory_xact_lock(
    func.hashtext(bindparam("id")), func.hashtext(bindparam("speaker"))
)
_MEETINGS = {
    "sqlite": Prepared(_WITH_PEOPLE, inside="accounts"),
    "postgresql": Prepared(_WITH_PEOPLE.add_columns(_TURN), inside="accounts"),
}

# What rounds ask.
_NEXT = Prepared(
    select(*_COLUMNS)
    .where(WORKSPACE.c.id > bindparam("after"))
    .order_by(WORKSPACE.c.id)
    .limit(bindparam("limit"))
)
_DIGESTS_DUE = Prepared(
    select(WORKSPACE.c.id)
    .where(WORKSPACE.c.next_digest_at <= bindparam("now"), WORKSPACE.c.suspended_at.is_(None))
    .order_by(WORKSPACE.c.next_digest_at)
)
_PREVIEWS_DUE = Prepared(
    select(WORKSPACE.c.id)
    .where(
        WORKSPACE.c.next_digest_at > bindparam("now"),
        WORKSPACE.c.next_digest_at <= bindparam("until"),
        WORKSPACE.c.previewed_week <= WORKSPACE.c.last_week,
        WORKSPACE.c.suspended_at.is_(None),
    )
    .order_by(WORKSPACE.c.next_digest_at)
)
_ROSTERS_DUE = Prepared(
    select(WORKSPACE.c.id)
    .where(
        WORKSPACE.c.platform == bindparam("platform"),
        WORKSPACE.c.roster_due_at <= bindparam("now"),
        WORKSPACE.c.suspended_at.is_(None),
    )
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)


class Workspaces:
    """Implements `bot.memory.Workspaces`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def get(self, workspace_id: str) -> Workspace | None:
        rows = _GET.rows(self._connection, {"id": workspace_id})
        return _workspace(rows[0]) if rows else None

    def with_people(self, workspace_id: str, accounts: Sequence[str]) -> Meeting | None:
        wanted = {"id": workspace_id, "accounts": accounts, "speaker": accounts[0]}
        meeting = _MEETINGS[self._connection.dialect.name]
        rows = meeting.rows(self._connection, wanted)
        if not rows:
            return None
        theirs, ours = len(members.COLUMNS), len(_COLUMNS)
        people = [members.member(row[:theirs]) for row in rows if row[0] is not None]
        workspace = _workspace(rows[0][theirs : theirs + ours])
        known = {one.account: one for one in people if one.account}
        return Meeting(workspace, known, has_teams=bool(rows[0][theirs + ours]))

    def all(self) -> list[Workspace]:
        rows = self._connection.execute(select(*_COLUMNS).order_by(WORKSPACE.c.id))
        return [_workspace(row) for row in rows]

    def next(self, after: str, limit: int) -> list[Workspace]:
        found = _NEXT.rows(self._connection, {"after": after, "limit": limit})
        return [_workspace(row) for row in found]

    def install(self, seen: Installed, settings: Settings, last_week: IsoWeek) -> bool:
        known = self.get(seen.workspace_id)
        anew = known is None or self._is_empty(seen.workspace_id)
        if known is None:
            self._add(seen, settings, last_week)
        elif known.suspended_at:
            self._resume(seen.workspace_id, settings if anew else known.settings)
        if known and seen.highlights_channel and not known.settings.highlights_channel:
            chosen = {"highlights_channel": seen.highlights_channel}
            written = known.settings.model_copy(update=chosen).model_dump_json()
            self._set(seen.workspace_id, settings=written)
        if known and seen.name:
            self._set(seen.workspace_id, name=seen.name)
        self._keep_installation(seen)
        return anew

    def set_settings(self, workspace_id: str, settings: Settings, next_digest_at: datetime) -> None:
        written = settings.model_dump_json()
        self._set(workspace_id, settings=written, next_digest_at=next_digest_at)

    def suspend(self, workspace_id: str) -> None:
        self._set(workspace_id, suspended_at=self._now)
        removed = update(INSTALLATION).where(INSTALLATION.c.workspace_id == workspace_id)
        self._connection.execute(removed.values(removed_at=self._now))
        # What opened it is of no more use here, and must not be stolen.
        self._connection.execute(delete(CREDENTIAL).where(CREDENTIAL.c.holder == workspace_id))
        # Coming back must not pour out what piled up meanwhile.
        pending = (DELIVERY.c.workspace_id == workspace_id) & (DELIVERY.c.finished_at.is_(None))
        cancelled = {"status": DeliveryStatus.CANCELLED, "finished_at": self._now}
        self._connection.execute(update(DELIVERY).where(pending).values(**cancelled))

    def pause(self, workspace_id: str, until: datetime) -> None:
        self._set(workspace_id, paused_until=until)

    def installer(self, workspace_id: str) -> str | None:
        found = select(INSTALLATION.c.installer).where(INSTALLATION.c.workspace_id == workspace_id)
        return self._connection.execute(found).scalar()

    def set_installer(self, workspace_id: str, account: str) -> bool:
        unknown = (INSTALLATION.c.workspace_id == workspace_id) & INSTALLATION.c.installer.is_(None)
        change = update(INSTALLATION).where(unknown).values(installer=account)
        return self._connection.execute(change).rowcount == 1

    def digests_due(self) -> list[str]:
        return [id for (id,) in _DIGESTS_DUE.rows(self._connection, {"now": self._now})]

    def previews_due(self, ahead: timedelta) -> list[str]:
        wanted = {"now": self._now, "until": self._now + ahead}
        return [id for (id,) in _PREVIEWS_DUE.rows(self._connection, wanted)]

    def claim_preview(self, workspace_id: str, week: IsoWeek) -> bool:
        mine = (WORKSPACE.c.id == workspace_id) & (WORKSPACE.c.previewed_week < str(week))
        claimed = update(WORKSPACE).where(mine).values(previewed_week=str(week))
        return self._connection.execute(claimed).rowcount == 1

    def last_week(self, workspace_id: str) -> IsoWeek:
        # Locked, so that of two processes the second one sees what the first has decided.
        ((week,),) = _LAST_WEEK.rows(self._connection, {"id": workspace_id})
        return parse_week(week)

    def advance_week(self, workspace_id: str, last: IsoWeek, next_digest_at: datetime) -> None:
        values = {"workspace": workspace_id, "told": str(last), "next_at": next_digest_at}
        _ADVANCE.rows(self._connection, values)

    def rosters_due(self, platform: str, due_again: datetime, limit: int) -> list[str]:
        wanted = {"platform": platform, "now": self._now, "limit": limit}
        claimed = [id for (id,) in _ROSTERS_DUE.rows(self._connection, wanted)]
        if claimed:
            again = update(WORKSPACE).where(WORKSPACE.c.id.in_(claimed))
            self._connection.execute(again.values(roster_due_at=due_again))
        return claimed

    def keep_place(self, workspace_id: str, place: Place) -> None:
        known = {"name": place.name, "address": place.address}
        row = {"workspace_id": workspace_id, "key": place.key, **known}
        new = insert(self._connection, PLACE).values(row)
        keys = [PLACE.c.workspace_id, PLACE.c.key]
        self._connection.execute(new.on_conflict_do_update(index_elements=keys, set_=known))

    def places(self, workspace_id: str) -> list[Place]:
        found = select(PLACE).where(PLACE.c.workspace_id == workspace_id).order_by(PLACE.c.key)
        rows = self._connection.execute(found)
        return [Place.parse(row.key, row.name, row.address) for row in rows]

    def _add(self, seen: Installed, settings: Settings, last_week: IsoWeek) -> None:
        row = {
            "id": seen.workspace_id,
            "platform": seen.workspace_id.partition(":")[0],
            "name": seen.name or seen.workspace_id,
            "settings": settings.model_dump_json(),
            "last_week": str(last_week),
            "next_digest_at": next_due(last_week, settings),
            "roster_due_at": self._now,
        }
        new = insert(self._connection, WORKSPACE).values(row)
        self._connection.execute(new.on_conflict_do_nothing())

    def _is_empty(self, workspace_id: str) -> bool:
        found = select(WORKSPACE.c.emptied_at).where(WORKSPACE.c.id == workspace_id)
        return self._connection.execute(found).scalar() is not None

    def _resume(self, workspace_id: str, settings: Settings) -> None:
        """Begin anew from now: no highlights for the time away."""
        last = last_week_at_installation(self._now, settings)
        last = max(last, self.last_week(workspace_id))
        self._set(
            workspace_id,
            suspended_at=None,
            paused_until=None,
            emptied_at=None,
            settings=settings.model_dump_json(),
            roster_due_at=self._now,
            last_week=str(last),
            next_digest_at=next_due(last, settings),
        )

    def _keep_installation(self, seen: Installed) -> None:
        row: dict[str, Any] = {
            "workspace_id": seen.workspace_id,
            "installer": seen.installer,
            "holder": seen.holder,
            "address": seen.address,
            "installed_at": self._now,
        }
        told = {"installer": seen.installer, "holder": seen.holder, "address": seen.address}
        changed = {name: value for name, value in told.items() if value}
        new = insert(self._connection, INSTALLATION).values(row)
        keys = [INSTALLATION.c.workspace_id]
        again = {"removed_at": None, **changed}
        self._connection.execute(new.on_conflict_do_update(index_elements=keys, set_=again))

    def _set(self, workspace_id: str, **values: Any) -> None:
        change = update(WORKSPACE).where(WORKSPACE.c.id == workspace_id)
        self._connection.execute(change.values(**values))


def _workspace(row: Sequence[Any]) -> Workspace:
    id, name, settings, suspended_at = row
    return Workspace(id, name, _settings(settings), suspended_at)


@lru_cache(maxsize=1000)
def _settings(written: str) -> Settings:
    """Frozen, so one object serves every reader of the same text."""
    return Settings.model_validate_json(written)
