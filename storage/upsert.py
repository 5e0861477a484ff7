"""`INSERT … ON CONFLICT`, which both databases know and SQLAlchemy spells twice."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that can say what happens where the row exists."""
    return insert_into(connection.dialect.name, table)


def insert_into(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """The same, for whoever keeps it."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
