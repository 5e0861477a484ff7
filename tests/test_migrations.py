"""The schema: made by the migrations, and the same as the tables say."""

from typing import Any

import pytest
from sqlalchemy import Connection, inspect, text
from sqlmodel import SQLModel

from bot.errors import OperatorError
from storage import instance, tables
from storage.database import Database
from storage.migrate import check_not_newer, current, downgrade, revisions, upgrade
from tests.databases import Make
from tests.process import FORKS

_ = instance, tables  # importing them fills the metadata


def described(connection: Connection) -> dict[str, Any]:
    """All that the database knows of its tables, but for the order."""
    inspector = inspect(connection)

    def rule(found: Any) -> Any:
        if not isinstance(found, dict):
            return str(found)
        return sorted((key, rule(value)) for key, value in found.items())

    return {
        table: {
            "columns": {column["name"]: rule(column) for column in inspector.get_columns(table)},
            "primary": rule(inspector.get_pk_constraint(table)),
            "foreign": sorted(map(rule, inspector.get_foreign_keys(table))),
            "unique": sorted(map(rule, inspector.get_unique_constraints(table))),
            "checks": sorted(map(rule, inspector.get_check_constraints(table))),
            "indexes": sorted(map(rule, inspector.get_indexes(table))),
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def test_tables_and_migrations_say_the_same(make_database: Make) -> None:
    migrated, made = Database(make_database(True)), Database(make_database(False))
    made.open()
    with made.begin() as connection:
        SQLModel.metadata.create_all(connection)
        wanted = described(connection)
    with migrated.snapshot() as connection:
        found = described(connection)
    for table in found.keys() | wanted.keys():
        assert found.get(table) == wanted.get(table), table
    assert "uq_award_team_ref" in str(found["award"]["indexes"])
    assert "receiver_id IS NULL" in str(found["award"]["indexes"])
    migrated.close()
    made.close()


def test_the_schema_goes_down_and_up_again(database: Database) -> None:
    with database.snapshot() as connection:
        before = described(connection)
    downgrade(database, "base")
    with database.snapshot() as connection:
        assert described(connection) == {}
    upgrade(database)
    with database.snapshot() as connection:
        assert described(connection) == before


def test_an_upgrade_that_has_nothing_to_do_changes_nothing(database: Database) -> None:
    upgrade(database)
    assert current(database) == revisions()[-1]


def test_an_empty_database_has_no_revision(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    database.open()
    assert current(database) is None
    check_not_newer(database)
    database.close()


def test_a_database_newer_than_the_program_is_refused(database: Database) -> None:
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for start in (check_not_newer, upgrade):
        with pytest.raises(OperatorError, match="newer than this program"):
            start(database)


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    empty_database_url: str,
) -> None:
    database = Database(empty_database_url)
    database.open()
    with database.begin() as connection:
        connection.execute(text("CREATE TABLE followup (id INTEGER)"))
    with pytest.raises(Exception, match="followup"):
        upgrade(database)
    with database.snapshot() as connection:
        assert inspect(connection).get_table_names() == ["followup"]
    database.close()


def _start(url: str, together: Any, told: Any) -> None:
    database = Database(url)
    together.wait(30)
    try:
        database.open()
        upgrade(database)
        told.put(current(database))
    except Exception as error:
        told.put(repr(error))
    finally:
        database.close()


def test_eight_processes_may_start_at_once(empty_database_url: str) -> None:
    together, told = FORKS.Barrier(8), FORKS.Queue()
    started = [
        FORKS.Process(target=_start, args=(empty_database_url, together, told)) for _ in range(8)
    ]
    for process in started:
        process.start()
    answers = [told.get(timeout=30) for _ in started]
    for process in started:
        process.join(30)
        process.close()
    told.close()
    told.join_thread()
    assert answers == [revisions()[-1]] * 8
