"""The people of a workspace."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, case, select

from bot.cleaning import clean
from bot.model import Member, Naming, Profile, Standing
from bot.weeks import is_zone
from storage.tables import MEMBER
from storage.upsert import insert

_COLUMNS = (
    MEMBER.c.id,
    MEMBER.c.workspace_id,
    MEMBER.c.account,
    MEMBER.c.name,
    MEMBER.c.locale,
    MEMBER.c.zone,
    MEMBER.c.standing,
    MEMBER.c.language,
    MEMBER.c.naming,
)
_FIND = select(*_COLUMNS).where(
    MEMBER.c.workspace_id == bindparam("workspace_id"),
    MEMBER.c.account.in_(bindparam("accounts", expanding=True)),
)
_GET = select(*_COLUMNS).where(
    MEMBER.c.workspace_id == bindparam("workspace_id"),
    MEMBER.c.id.in_(bindparam("ids", expanding=True)),
)
_AT_ONCE = 500
LONGEST_NAME = 100
"""Characters; platforms allow 80, and a name is quoted in every sentence."""


class Members:
    """Implements `bot.ports.Members`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, workspace_id: str, accounts: Iterable[str]) -> dict[str, Member]:
        wanted = {"workspace_id": workspace_id, "accounts": list(accounts)}
        rows = self._connection.execute(_FIND, wanted)
        return {row.account: _member(row) for row in rows}

    def get(self, workspace_id: str, ids: Iterable[int]) -> dict[int, Member]:
        found: dict[int, Member] = {}
        wanted = list(ids)
        for at in range(0, len(wanted), _AT_ONCE):
            some = {"workspace_id": workspace_id, "ids": wanted[at : at + _AT_ONCE]}
            found.update((row.id, _member(row)) for row in self._connection.execute(_GET, some))
        return found

    def all(self, workspace_id: str) -> list[Member]:
        found = select(*_COLUMNS).where(MEMBER.c.workspace_id == workspace_id)
        rows = self._connection.execute(found.order_by(MEMBER.c.name, MEMBER.c.id))
        return [_member(row) for row in rows]

    def put(self, workspace_id: str, profiles: Sequence[Profile]) -> None:
        once = {profile.account: profile for profile in profiles}
        # Two requests that meet the same newcomers must not lock them in different orders.
        rows = [_row(workspace_id, once[account]) for account in sorted(once)]
        for at in range(0, len(rows), _AT_ONCE):
            self._upsert(rows[at : at + _AT_ONCE])

    def _upsert(self, rows: list[dict[str, Any]]) -> None:
        new = insert(self._connection, MEMBER).values(rows)
        told = new.excluded
        kept = {
            name: case((told[name] == blank, MEMBER.c[name]), else_=told[name])
            for name, blank in (
                ("name", ""),
                ("locale", ""),
                ("zone", ""),
                ("standing", Standing.UNVERIFIED.value),
            )
        }
        keys = [MEMBER.c.workspace_id, MEMBER.c.account]
        self._connection.execute(new.on_conflict_do_update(index_elements=keys, set_=kept))


def _row(workspace_id: str, profile: Profile) -> dict[str, Any]:
    return {
        "workspace_id": workspace_id,
        "account": profile.account,
        "name": clean(profile.name).strip()[:LONGEST_NAME],
        "locale": profile.locale,
        "zone": profile.zone if is_zone(profile.zone) else "",
        "standing": profile.standing.value,
        "naming": Naming.FULL.value,
    }


def _member(row: Row[*tuple[Any, ...]]) -> Member:
    id, workspace_id, account, name, locale, zone, standing, language, naming = row
    return Member(
        id,
        workspace_id,
        account,
        name,
        locale,
        zone,
        Standing(standing),
        language,
        Naming(naming),
    )
