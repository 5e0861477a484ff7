"""The teams of a workspace: their names, their people, and where their cacti go."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot import teams
from bot.model import Member, Team
from storage.members import Members
from storage.prepared import Prepared
from storage.tables import TEAM, TEAM_KEY, TEAM_MEMBER
from storage.upsert import insert as upsert

_COLUMNS = (
    TEAM.c.id,
    TEAM.c.workspace_id,
    TEAM.c.name,
    TEAM.c.lead_id,
    TEAM.c.aliases,
    TEAM.c.cacti_to_all,
    TEAM.c.group_id,
    TEAM.c.removed_at,
)
_STANDS = TEAM.c.removed_at.is_(None)
# Asked for every glitter that is typed, so it must cost as little as it tells.
_NAMED = Prepared(
    select(*_COLUMNS, TEAM_KEY.c.key)
    .join(TEAM_KEY, TEAM_KEY.c.team_id == TEAM.c.id)
    .where(
        TEAM_KEY.c.workspace_id == bindparam("workspace_id"),
        TEAM_KEY.c.key.in_(bindparam("keys", expanding=True)),
    )
    .order_by(TEAM.c.name, TEAM.c.id),
    inside="keys",
)
_ALL = Prepared(
    select(*_COLUMNS)
    .where(TEAM.c.workspace_id == bindparam("workspace_id"), _STANDS)
    .order_by(TEAM.c.name, TEAM.c.id)
)


class Teams:
    """Implements `bot.memory.Teams`."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def all(self, workspace_id: str) -> list[Team]:
        return [_team(row) for row in _ALL.rows(self._connection, {"workspace_id": workspace_id})]

    def get(self, workspace_id: str, ids: Iterable[int]) -> dict[int, Team]:
        wanted = set(ids)
        if not wanted:
            return {}
        mine = TEAM.c.workspace_id == workspace_id
        found = self._teams(select(*_COLUMNS).where(mine, TEAM.c.id.in_(wanted)))
        return {team.id: team for team in found}

    def named(self, workspace_id: str, keys: Sequence[str]) -> dict[str, list[Team]]:
        found: dict[str, list[Team]] = {}
        wanted = {"workspace_id": workspace_id, "keys": list(keys)}
        for *row, key in _NAMED.rows(self._connection, wanted) if keys else ():
            found.setdefault(key, []).append(_team(row))
        return found

    def of_group(self, workspace_id: str, group: str) -> Team | None:
        mine = TEAM.c.workspace_id == workspace_id
        found = select(*_COLUMNS).where(mine, TEAM.c.group_id == group, _STANDS)
        return next(iter(self._teams(found.order_by(TEAM.c.id))), None)

    def add(self, workspace_id: str, name: str) -> Team:
        row = {"workspace_id": workspace_id, "name": name, "aliases": []}
        made = self._connection.execute(insert(TEAM).returning(TEAM.c.id), row)
        team = Team(made.scalar_one(), workspace_id, name)
        self._keep_keys(team)
        return team

    def save(self, team: Team) -> None:
        change = update(TEAM).where(TEAM.c.id == team.id)
        self._connection.execute(
            change.values(
                name=team.name,
                lead_id=team.lead_id,
                aliases=list(team.aliases),
                cacti_to_all=team.cacti_to_all,
                group_id=team.group,
            )
        )
        self._keep_keys(team)
        if team.lead_id is not None:
            self.join(team.id, [team.lead_id])

    def remove(self, team_id: int) -> None:
        change = update(TEAM).where(TEAM.c.id == team_id)
        self._connection.execute(change.values(removed_at=self._now, group_id=None))
        self._connection.execute(delete(TEAM_KEY).where(TEAM_KEY.c.team_id == team_id))

    def join(self, team_id: int, member_ids: Iterable[int]) -> None:
        rows = [{"team_id": team_id, "member_id": id} for id in sorted(set(member_ids))]
        if rows:
            new = upsert(self._connection, TEAM_MEMBER).values(rows)
            self._connection.execute(new.on_conflict_do_nothing())

    def leave(self, team_id: int, member_ids: Iterable[int]) -> None:
        gone = list(member_ids)
        theirs = TEAM_MEMBER.c.team_id == team_id
        self._connection.execute(
            delete(TEAM_MEMBER).where(theirs, TEAM_MEMBER.c.member_id.in_(gone))
        )
        led = update(TEAM).where(TEAM.c.id == team_id, TEAM.c.lead_id.in_(gone))
        self._connection.execute(led.values(lead_id=None))

    def people(self, workspace_id: str, team_id: int) -> list[Member]:
        found = select(TEAM_MEMBER.c.member_id).where(TEAM_MEMBER.c.team_id == team_id)
        ids = self._connection.execute(found).scalars()
        members = Members(self._connection, self._now).get(workspace_id, ids)
        return sorted(members.values(), key=lambda one: (one.name.casefold(), one.id))

    def of_members(self, workspace_id: str) -> dict[int, list[int]]:
        belongs = (
            select(TEAM_MEMBER.c.member_id, TEAM_MEMBER.c.team_id)
            .join(TEAM, TEAM.c.id == TEAM_MEMBER.c.team_id)
            .where(TEAM.c.workspace_id == workspace_id, _STANDS)
            .order_by(TEAM.c.name, TEAM.c.id)
        )
        found: dict[int, list[int]] = {}
        for member_id, team_id in self._connection.execute(belongs):
            found.setdefault(member_id, []).append(team_id)
        return found

    def of_member(self, member_id: int) -> list[Team]:
        found = (
            select(*_COLUMNS)
            .join(TEAM_MEMBER, TEAM_MEMBER.c.team_id == TEAM.c.id)
            .where(TEAM_MEMBER.c.member_id == member_id, _STANDS)
        )
        return self._teams(found.order_by(TEAM.c.name, TEAM.c.id))

    def _keep_keys(self, team: Team) -> None:
        self._connection.execute(delete(TEAM_KEY).where(TEAM_KEY.c.team_id == team.id))
        rows = [
            {"workspace_id": team.workspace_id, "key": key, "team_id": team.id}
            for key in sorted(teams.keys(team))
        ]
        self._connection.execute(insert(TEAM_KEY), rows)

    def _teams(self, wanted: Any) -> list[Team]:
        return [_team(row) for row in self._connection.execute(wanted)]


def _team(row: Sequence[Any]) -> Team:
    id, workspace_id, name, lead_id, aliases, cacti_to_all, group, removed_at = row
    return Team(
        id, workspace_id, name, lead_id, tuple(aliases), bool(cacti_to_all), group, removed_at
    )
