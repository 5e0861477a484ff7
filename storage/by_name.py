"""Colleagues without an account: one for each name in each team."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, func, insert, literal, or_, select, update

from bot.model import ByName, Naming, Standing
from bot.teams import fold
from storage.members import LONGEST_NAME
from storage.recent import given_by, received_by
from storage.tables import AWARD, AWARD_MEMBER, BY_NAME, MEMBER, TEAM, TEAM_MEMBER
from storage.upsert import insert as upsert

_KNOWN = (
    select(
        BY_NAME.c.member_id,
        MEMBER.c.name,
        BY_NAME.c.team_id,
        BY_NAME.c.joined_id,
        func.coalesce(BY_NAME.c.asked_id, 0),
    )
    .join(MEMBER, MEMBER.c.id == BY_NAME.c.member_id)
    .join(TEAM, TEAM.c.id == BY_NAME.c.team_id)
    .order_by(MEMBER.c.name, TEAM.c.name, BY_NAME.c.member_id)
)
_WAITING = BY_NAME.c.joined_id.is_(None)


class PeopleByName:
    """Implements `bot.memory.PeopleByName`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def known(self, workspace_id: str, key: str) -> list[ByName]:
        return self._read(BY_NAME.c.workspace_id == workspace_id, BY_NAME.c.key == key)

    def of_members(self, workspace_id: str, member_ids: Iterable[int]) -> dict[int, ByName]:
        wanted = set(member_ids)
        if not wanted:
            return {}
        mine = BY_NAME.c.workspace_id == workspace_id
        return {one.member_id: one for one in self._read(mine, BY_NAME.c.member_id.in_(wanted))}

    def all(self, workspace_id: str) -> list[ByName]:
        return self._read(BY_NAME.c.workspace_id == workspace_id, _WAITING)

    def add(self, workspace_id: str, team_id: int, name: str) -> ByName:
        member = {
            "workspace_id": workspace_id,
            "account": None,
            "name": name[:LONGEST_NAME],
            "locale": "",
            "zone": "",
            "standing": Standing.ACTIVE.value,
            "naming": Naming.FULL.value,
        }
        made = self._connection.execute(insert(MEMBER).returning(MEMBER.c.id), member)
        member_id = made.scalar_one()
        row = {"member_id": member_id, "workspace_id": workspace_id, "team_id": team_id}
        self._connection.execute(insert(BY_NAME), {**row, "key": fold(member["name"] or "")})
        in_team = {"team_id": team_id, "member_id": member_id}
        self._connection.execute(insert(TEAM_MEMBER), in_team)
        return ByName(member_id, str(member["name"]), team_id)

    def drop(self, member_id: int) -> None:
        for table in (TEAM_MEMBER, BY_NAME):
            self._connection.execute(delete(table).where(table.c.member_id == member_id))
        self._connection.execute(delete(MEMBER).where(MEMBER.c.id == member_id))

    def join(self, known: ByName, member_id: int) -> int:
        self._take_back_doubles(known.member_id, member_id)
        theirs = update(AWARD).where(received_by(known.member_id))
        moved = self._connection.execute(theirs.values(receiver_id=member_id)).rowcount
        for table, column in ((AWARD_MEMBER, "award_id"), (TEAM_MEMBER, "team_id")):
            self._hand_over(table, column, known.member_id, member_id)
        given = select(AWARD.c.id).where(given_by(member_id))
        own = (AWARD_MEMBER.c.member_id == member_id) & AWARD_MEMBER.c.award_id.in_(given)
        self._connection.execute(delete(AWARD_MEMBER).where(own))
        joined = update(BY_NAME).where(BY_NAME.c.member_id == known.member_id)
        self._connection.execute(joined.values(joined_id=member_id))
        earlier = update(BY_NAME).where(BY_NAME.c.joined_id == known.member_id)
        self._connection.execute(earlier.values(joined_id=member_id))
        return moved

    def ask(self, known: ByName, member_id: int) -> None:
        asked = update(BY_NAME).where(BY_NAME.c.member_id == known.member_id)
        self._connection.execute(asked.values(asked_id=member_id))

    def _take_back_doubles(self, from_id: int, to_id: int) -> None:
        """Out of the way of what stays, by a reference of their own."""
        other = AWARD.alias("other")
        both = exists().where(
            other.c.workspace_id == AWARD.c.workspace_id,
            other.c.source_ref == AWARD.c.source_ref,
            other.c.receiver_id == to_id,
        )
        doubles = update(AWARD).where(received_by(from_id), or_(both, AWARD.c.giver_id == to_id))
        ref = f"joined:{from_id}"
        self._connection.execute(
            doubles.values(
                source_ref=AWARD.c.source_ref + f"/{ref}",
                retracted_at=func.coalesce(AWARD.c.retracted_at, self._now),
                retracted_ref=func.coalesce(AWARD.c.retracted_ref, ref),
            )
        )

    def _hand_over(self, table: Table, column: str, from_id: int, to_id: int) -> None:
        theirs = table.c.member_id == from_id
        columns = [table.c[column], table.c.member_id]
        copied = select(table.c[column], literal(to_id)).where(theirs)
        new = upsert(self._connection, table).from_select(columns, copied)
        self._connection.execute(new.on_conflict_do_nothing())
        self._connection.execute(delete(table).where(theirs))

    def _read(self, *conditions: Any) -> list[ByName]:
        rows: Sequence[Any] = self._connection.execute(_KNOWN.where(*conditions)).all()
        return [ByName(*row) for row in rows]
