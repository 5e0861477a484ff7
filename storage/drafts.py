"""Words typed but not given yet, for a button that gives them."""

from datetime import datetime
from typing import Annotated

from pydantic import Discriminator, TypeAdapter
from sqlalchemy import Connection, bindparam, delete, select

from bot.memory import Draft
from storage.prepared import Prepared
from storage.tables import DRAFT
from storage.upsert import insert

_DRAFT: TypeAdapter[Draft] = TypeAdapter(Annotated[Draft, Discriminator("what")])

_OLD = Prepared(delete(DRAFT).where(DRAFT.c.created_at < bindparam("before")))


class Drafts:
    """Implements `bot.memory.Drafts`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def keep(self, workspace_id: str, member_id: int, draft: Draft) -> int:
        row = {
            "workspace_id": workspace_id,
            "member_id": member_id,
            "source_ref": draft.source_ref,
            "said": _DRAFT.dump_json(draft).decode(),
            "created_at": self._now,
        }
        new = insert(self._connection, DRAFT).values(row)
        keys = [DRAFT.c.workspace_id, DRAFT.c.source_ref]
        newest = {"said": new.excluded.said}
        mine = DRAFT.c.member_id == member_id
        again = new.on_conflict_do_update(index_elements=keys, set_=newest, where=mine)
        self._connection.execute(again)
        kept = select(DRAFT.c.id).where(
            DRAFT.c.workspace_id == workspace_id, DRAFT.c.source_ref == draft.source_ref
        )
        return int(self._connection.execute(kept).scalar_one())

    def get(self, workspace_id: str, draft_id: int, member_id: int) -> Draft | None:
        found = select(DRAFT.c.said).where(
            DRAFT.c.workspace_id == workspace_id,
            DRAFT.c.id == draft_id,
            DRAFT.c.member_id == member_id,
        )
        said = self._connection.execute(found).scalar()
        return None if said is None else _DRAFT.validate_json(said)

    def forget(self, before: datetime) -> None:
        _OLD.rows(self._connection, {"before": before})
