"""Teams, and colleagues who are names in them."""

from datetime import datetime

from sqlalchemy import Column, Index, Text
from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import Field, SQLModel

from storage.tables.columns import flag, moment, of, own_id, part_of_key, table_of, where, words
from storage.types import JSONText


class TeamRow(SQLModel, table=True):
    """Never deleted: what it received is told under its name."""

    __tablename__ = "team"
    __table_args__ = (
        Index("uq_team_name", "workspace_id", "name", unique=True, **where("removed_at IS NULL")),
    )

    id: int | None = own_id()
    workspace_id: str = of("workspace.id")
    name: str = words()
    lead_id: int | None = of("member.id", optional=True)
    aliases: list[str] = Field(
        default_factory=list, sa_column=Column(JSONText, nullable=False, server_default="[]")
    )
    cacti_to_all: bool = flag()
    group: str | None = Field(default=None, sa_column=Column("group_id", Text, nullable=True))
    """The platform's id of a group of people that is this team."""
    removed_at: datetime | None = moment(optional=True)


class TeamKeyRow(SQLModel, table=True):
    """Under which words, without capitals and accents, a team is found; two teams may share."""

    __tablename__ = "team_key"

    workspace_id: str = part_of_key("workspace.id")
    key: str = part_of_key()
    team_id: int = part_of_key("team.id")


class TeamMemberRow(SQLModel, table=True):
    __tablename__ = "team_member"

    team_id: int = part_of_key("team.id")
    member_id: int = part_of_key("member.id", index=True)


class ByNameRow(SQLModel, table=True):
    """A colleague without an account: one for each name in each team."""

    __tablename__ = "by_name"
    __table_args__ = (Unique("workspace_id", "key", "team_id"),)

    member_id: int = part_of_key("member.id")
    workspace_id: str = of("workspace.id")
    key: str = words()
    """The name as `bot.teams.fold` folds it."""
    team_id: int = of("team.id")
    joined_id: int | None = of("member.id", optional=True)
    """The member with an account who they turned out to be."""
    asked_id: int | None = of("member.id", optional=True)
    """The member of the same name about whom the team's lead was asked."""


TEAM = table_of(TeamRow)
TEAM_KEY = table_of(TeamKeyRow)
TEAM_MEMBER = table_of(TeamMemberRow)
BY_NAME = table_of(ByNameRow)
