"""How the tables are built: names of constraints, and the columns that most of them have."""

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    false,
    text,
    true,
)
from sqlmodel import Field, SQLModel

from storage.types import JSONText, UTCDateTime

SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention

# An old button carries an id: nothing new may ever answer to it.
NEVER_REUSED = {"sqlite_autoincrement": True}


def own_id() -> Any:
    return Field(default=None, primary_key=True)


def part_of_key(target: str = "", *, index: bool = False) -> Any:
    """A column of the primary key: text, or the id at `target`, such as `member.id`."""
    kind = ForeignKey(target) if target else Text
    return Field(sa_column=Column(kind, primary_key=True, index=index or None))


def of(target: str, *, optional: bool = False, index: bool = False) -> Any:
    return Field(default=None, sa_column=Column(ForeignKey(target), nullable=optional, index=index))


def moment(*, optional: bool = False, index: bool = False) -> Any:
    return Field(sa_column=Column(UTCDateTime, nullable=optional, index=index))


def words(*, optional: bool = False, default: Any = None) -> Any:
    return Field(default=default, sa_column=Column(Text, nullable=optional))


def blank() -> Any:
    return Field(default="", sa_column=Column(Text, nullable=False, server_default=""))


def zero() -> Any:
    return Field(default=0, sa_column=Column(Integer, nullable=False, server_default="0"))


def flag(*, default: bool = False) -> Any:
    in_sql = true() if default else false()
    return Field(default=default, sa_column=Column(Boolean, nullable=False, server_default=in_sql))


def json(*, optional: bool = False) -> Any:
    return Field(sa_column=Column(JSONText, nullable=optional))


def where(condition: str) -> dict[str, Any]:
    """Which rows an index holds; the same in every database."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


def table_of(row: type[SQLModel]) -> Table:
    """The same table for statements through SQLAlchemy Core."""
    return SQLModel.metadata.tables[str(row.__tablename__)]
