"""What opens workspaces, sealed; and tickets that count once."""

from datetime import datetime

from sqlalchemy import Connection, and_, delete, or_, select, update

from bot.memory import Credential
from storage.tables import CREDENTIAL, INSTALLATION, SPENT
from storage.upsert import insert


class Credentials:
    """Implements `bot.memory.Credentials`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def keep(self, holder: str, sealed: str, renew_at: datetime | None = None) -> None:
        kept = {"sealed": sealed, "renew_at": renew_at, "kept_at": self._now}
        new = insert(self._connection, CREDENTIAL).values(holder=holder, **kept)
        keys = [CREDENTIAL.c.holder]
        self._connection.execute(new.on_conflict_do_update(index_elements=keys, set_=kept))

    def of(self, workspace_id: str) -> Credential | None:
        held = and_(
            INSTALLATION.c.workspace_id == workspace_id,
            INSTALLATION.c.holder == CREDENTIAL.c.holder,
            INSTALLATION.c.removed_at.is_(None),
        )
        found = select(CREDENTIAL).join(INSTALLATION, held)
        row = self._connection.execute(found).first()
        return Credential(*row) if row else None

    def get(self, holder: str) -> Credential | None:
        found = select(CREDENTIAL).where(CREDENTIAL.c.holder == holder)
        row = self._connection.execute(found).first()
        return Credential(*row) if row else None

    def all(self, platform: str) -> list[Credential]:
        mine = CREDENTIAL.c.holder.startswith(f"{platform}:", autoescape=True)
        found = select(CREDENTIAL).where(mine).order_by(CREDENTIAL.c.holder)
        return [Credential(*row) for row in self._connection.execute(found)]

    def replace(self, was: Credential, sealed: str, renew_at: datetime | None) -> bool:
        mine = (CREDENTIAL.c.holder == was.holder) & (CREDENTIAL.c.sealed == was.sealed)
        change = update(CREDENTIAL).where(mine).values(sealed=sealed, renew_at=renew_at)
        return self._connection.execute(change).rowcount == 1

    def forget(self, holder: str) -> None:
        self._connection.execute(delete(CREDENTIAL).where(CREDENTIAL.c.holder == holder))

    def opened_by(self, holder: str) -> list[str]:
        mine = or_(INSTALLATION.c.holder == holder, INSTALLATION.c.workspace_id == holder)
        found = select(INSTALLATION.c.workspace_id).where(mine, INSTALLATION.c.removed_at.is_(None))
        return list(self._connection.execute(found).scalars())

    def spend(self, ticket: str, older_than: datetime) -> bool:
        self._connection.execute(delete(SPENT).where(SPENT.c.at < older_than))
        new = insert(self._connection, SPENT).values(ticket=ticket, at=self._now)
        mine = new.on_conflict_do_nothing().returning(SPENT.c.ticket)
        return self._connection.execute(mine).first() is not None
