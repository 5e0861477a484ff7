"""Links into the pages, and who is signed in there."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.memory import Session, SignedIn
from bot.model import Power
from storage.prepared import Prepared
from storage.tables import SESSION, SIGN_IN_LINK

_SESSION = (
    SESSION.c.id,
    SESSION.c.began_at,
    SESSION.c.seen_at,
    SESSION.c.ends_at,
    SESSION.c.workspace_id,
    SESSION.c.member_id,
    SESSION.c.powers,
)

_OLD = [
    Prepared(delete(table).where(table.c.ends_at < bindparam("before")))
    for table in (SIGN_IN_LINK, SESSION)
]


class Visits:
    """Implements `bot.memory.Visits`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def invite(self, token_hash: str, who: SignedIn, ends_at: datetime) -> None:
        row = {"token_hash": token_hash, "ends_at": ends_at, **_written(who)}
        self._connection.execute(insert(SIGN_IN_LINK), row)

    def invited(self, token_hash: str) -> SignedIn | None:
        found = select(
            SIGN_IN_LINK.c.workspace_id, SIGN_IN_LINK.c.member_id, SIGN_IN_LINK.c.powers
        ).where(SIGN_IN_LINK.c.token_hash == token_hash, SIGN_IN_LINK.c.ends_at > self._now)
        row = self._connection.execute(found).first()
        return _signed_in(row) if row else None

    def use(self, token_hash: str) -> bool:
        used = delete(SIGN_IN_LINK).where(
            SIGN_IN_LINK.c.token_hash == token_hash, SIGN_IN_LINK.c.ends_at > self._now
        )
        return self._connection.execute(used).rowcount == 1

    def begin(self, token_hash: str, who: SignedIn, ends_at: datetime) -> None:
        row = {
            "token_hash": token_hash,
            "began_at": self._now,
            "seen_at": self._now,
            "ends_at": ends_at,
            **_written(who),
        }
        self._connection.execute(insert(SESSION), row)

    def session(self, token_hash: str, seen_since: datetime) -> Session | None:
        found = self._lasting(SESSION.c.token_hash == token_hash, seen_since)
        return found[0] if found else None

    def sessions(self, member_id: int, seen_since: datetime) -> list[Session]:
        return self._lasting(SESSION.c.member_id == member_id, seen_since)

    def seen(self, session_id: int) -> None:
        used = update(SESSION).where(SESSION.c.id == session_id)
        self._connection.execute(used.values(seen_at=self._now))

    def end(self, member_id: int, session_id: int) -> bool:
        mine = (SESSION.c.id == session_id) & (SESSION.c.member_id == member_id)
        return self._connection.execute(delete(SESSION).where(mine)).rowcount == 1

    def leave(self, token_hash: str) -> None:
        self._connection.execute(delete(SESSION).where(SESSION.c.token_hash == token_hash))

    def forget(self, before: datetime) -> None:
        for old in _OLD:
            old.rows(self._connection, {"before": before})

    def _lasting(self, which: Any, seen_since: datetime) -> list[Session]:
        found = (
            select(*_SESSION)
            .where(which, SESSION.c.ends_at > self._now, SESSION.c.seen_at > seen_since)
            .order_by(SESSION.c.id.desc())
        )
        rows = self._connection.execute(found)
        return [Session(row[0], _signed_in(row[4:]), *row[1:4]) for row in rows]


def _written(who: SignedIn) -> dict[str, Any]:
    return {
        "workspace_id": who.workspace_id,
        "member_id": who.member_id,
        "powers": ",".join(sorted(who.powers)),
    }


def _signed_in(row: Sequence[Any]) -> SignedIn:
    workspace_id, member_id, powers = row
    return SignedIn(workspace_id, member_id, frozenset(map(Power, filter(None, powers.split(",")))))
