"""The database: what it promises at start, and what comes out when it cannot keep it."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Connection, insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from bot.errors import OperatorError, StoreUnavailable
from storage import instance
from storage.database import Database
from storage.sqlite import network_filesystem
from tests.databases import NOTES, Make

FRIDAY = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def make_sqlite(make_sqlite_on_disk: Make) -> Make:
    return make_sqlite_on_disk


@pytest.fixture
def file(make_sqlite: Make) -> Iterator[Database]:
    database = Database(make_sqlite(True))
    database.open()
    yield database
    database.close()


def test_every_connection_to_a_file_is_durable(file: Database) -> None:
    with ExitStack() as stack:
        connections = [stack.enter_context(file.begin())]
        connections += [stack.enter_context(file.snapshot()) for _ in range(7)]
        for connection in connections:
            asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            answers = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
            assert answers == ["wal", 2, 1, 2000]


def test_a_file_learns_once_a_day_how_large_its_tables_are(file: Database) -> None:
    def known() -> bool:
        with file.snapshot() as connection:
            found = connection.exec_driver_sql("SELECT count(*) FROM sqlite_stat1")
            return bool(found.scalar())

    def forget() -> None:
        with file.begin() as connection:
            connection.exec_driver_sql("DELETE FROM sqlite_stat1")

    with file.begin() as connection:
        connection.exec_driver_sql("INSERT INTO spent VALUES ('a', '2026-11-27 12:00:00.000000')")
    file.keep_fit(FRIDAY)
    assert known()
    forget()
    file.keep_fit(FRIDAY + timedelta(hours=23))
    assert not known()
    file.keep_fit(FRIDAY + timedelta(hours=24))
    assert known()


def test_a_file_that_cannot_be_looked_through_is_used_all_the_same(file: Database) -> None:
    assert file.file
    other = sqlite3.connect(file.file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    file.keep_fit(FRIDAY)
    other.close()
    with file.snapshot() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM award").scalar() == 0


def test_a_connection_to_postgresql_is_durable_and_impatient(make_postgresql: Make) -> None:
    url = make_postgresql(False)
    careless = Database(url)
    with careless.begin() as connection:
        name = connection.exec_driver_sql("SELECT current_database()").scalar_one()
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET synchronous_commit = off")
    careless.close()
    database = Database(url)
    with database.begin() as connection:
        asked = ("synchronous_commit", "lock_timeout", "TimeZone")
        answers = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in asked]
    database.close()
    assert answers == ["on", "1400ms", "UTC"]


def test_a_database_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new.db")
    database.open()
    assert (tmp_path / "new.db").stat().st_mode & 0o777 == 0o600
    database.close()


def test_a_moment_comes_back_in_utc_however_it_went_in(notes: Database) -> None:
    helsinki = timezone(timedelta(hours=2))
    with notes.begin() as connection:
        for number, at in enumerate([FRIDAY, FRIDAY.astimezone(helsinki), None]):
            connection.execute(insert(NOTES).values(ref=str(number), at=at))
    with notes.snapshot() as connection:
        first, second, none = connection.execute(select(NOTES.c.at).order_by("id")).scalars()
        before = connection.execute(select(NOTES.c.ref).where(NOTES.c.at < FRIDAY)).all()
    assert first == second == FRIDAY
    assert first.tzinfo is UTC
    assert second.tzinfo is UTC
    assert none is None
    assert before == []


def test_moments_sort_as_time_runs(notes: Database) -> None:
    moments = [FRIDAY, FRIDAY + timedelta(microseconds=1), FRIDAY + timedelta(seconds=1)]
    with notes.begin() as connection:
        for at in reversed(moments):
            connection.execute(insert(NOTES).values(ref=at.isoformat(), at=at))
    with notes.snapshot() as connection:
        assert list(connection.execute(select(NOTES.c.at).order_by("at")).scalars()) == moments


def test_a_moment_without_a_zone_is_refused(notes: Database) -> None:
    naive = datetime(2026, 11, 27, 14, 0)  # noqa: DTZ001
    with pytest.raises(StatementError, match="needs a time zone"), notes.begin() as connection:
        connection.execute(insert(NOTES).values(ref="1", at=naive))


@pytest.mark.parametrize("things", [["räksmörgås", "🌵"], {"who": None, "n": 1}, [], None])
def test_plain_values_come_back_as_they_went_in(notes: Database, things: Any) -> None:
    with notes.begin() as connection:
        connection.execute(insert(NOTES).values(ref="1", things=things))
        assert connection.execute(select(NOTES.c.things)).scalar_one() == things


def test_what_raises_leaves_nothing_behind(notes: Database) -> None:
    def write_and(then: Callable[[Connection], object]) -> None:
        with notes.begin() as connection:
            connection.execute(insert(NOTES).values(ref="1"))
            then(connection)

    with pytest.raises(ZeroDivisionError):
        write_and(lambda _: 1 // 0)
    with pytest.raises(IntegrityError):
        write_and(lambda connection: connection.execute(insert(NOTES).values(ref="1")))
    with notes.snapshot() as connection:
        assert connection.execute(select(NOTES)).all() == []


def test_a_snapshot_sees_one_moment_however_long_it_reads(notes: Database) -> None:
    with notes.snapshot() as reading:
        assert reading.execute(select(NOTES)).all() == []
        with notes.begin() as writing:
            writing.execute(insert(NOTES).values(ref="1"))
        assert reading.execute(select(NOTES)).all() == []
    with notes.snapshot() as later:
        assert len(later.execute(select(NOTES)).all()) == 1


def test_nothing_can_be_written_through_a_snapshot(notes: Database) -> None:
    with pytest.raises(StoreUnavailable), notes.snapshot() as connection:
        connection.execute(insert(NOTES).values(ref="1"))


def test_a_reader_slower_than_the_end_of_the_program_leaves_no_connection_open(
    database: Database,
) -> None:
    with ExitStack() as reading:
        connection = reading.enter_context(database.snapshot())
        raw: Any = connection.connection.driver_connection
        database.close()
        assert connection.execute(text("SELECT 1")).scalar() == 1
    with pytest.raises((sqlite3.ProgrammingError, psycopg.OperationalError)):
        raw.execute("SELECT 1")


def test_an_error_does_not_tell_what_stood_in_the_row(notes: Database) -> None:
    secret = "the words of a cactus"
    with pytest.raises(IntegrityError) as caught, notes.begin() as connection:
        connection.execute(insert(NOTES).values(ref=None, things=secret))
    assert secret not in str(caught.value)
    assert secret not in str(caught.value.orig)


def test_work_goes_on_after_postgresql_dropped_every_connection(make_postgresql: Make) -> None:
    database, other = Database(make_postgresql(False)), Database(make_postgresql(False))
    ask = text("SELECT current_database()")
    drop = text("SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = :n")

    def use(meanwhile: Callable[[], object] = lambda: None) -> str:
        with database.begin() as connection:
            connection.execute(ask)
            meanwhile()
            return str(connection.execute(ask).scalar_one())

    name = use()

    def drop_all() -> None:
        with other.begin() as connection:
            connection.execute(drop, {"n": name})

    drop_all()
    assert use() == name
    with pytest.raises(StoreUnavailable):
        use(meanwhile=drop_all)
    assert use() == name
    database.close()
    other.close()


def test_a_full_disk_is_told_as_unavailable_and_reading_goes_on(file: Database) -> None:
    with file.begin() as connection:
        NOTES.metadata.create_all(connection)
        connection.exec_driver_sql("PRAGMA max_page_count=1")
        connection.execute(insert(NOTES).values(ref="1"))
    with pytest.raises(StoreUnavailable, match="SQLITE_FULL"), file.begin() as connection:
        connection.execute(insert(NOTES).values(ref="x" * 100_000))
    with file.snapshot() as connection:
        assert connection.execute(select(NOTES.c.ref)).scalars().all() == ["1"]


@pytest.mark.parametrize(
    "url",
    [
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:notes?mode=memory&uri=true",
        "mysql://localhost/notes",
        "postgres",
        "",
    ],
)
def test_an_address_that_cannot_keep_anything_is_refused(url: str) -> None:
    with pytest.raises(OperatorError, match="DATABASE_URL"):
        Database(url)


def test_postgresql_out_of_reach_is_told_without_the_password() -> None:
    database = Database("postgresql+psycopg://ana:hunter2@127.0.0.1:1/notes")
    with pytest.raises(OperatorError, match="Connection refused") as caught:
        database.open()
    assert "hunter2" not in str(caught.value)
    database.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Kim, " * 500)
    with pytest.raises(OperatorError, match="cannot be used"):
        Database(f"sqlite:///{tmp_path}/letter.db").open()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="No such file or directory"):
        Database(f"sqlite:///{tmp_path}/nowhere/glitter.db").open()


MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/export /srv/shared nfs4 rw 0 0
/dev/vdb /srv/shared/local xfs rw 0 0
//nas/people /mnt/our\\040files cifs rw 0 0
kim@host: /home/kim/far fuse.sshfs rw 0 0
server:/old /srv/once nfs rw 0 0
/dev/vdc /srv/once ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/shared/glitter.db", "nfs4"),
        ("/mnt/our files/deep/glitter.db", "cifs"),
        ("/home/kim/far/glitter.db", "fuse.sshfs"),
        ("/srv/shared/local/glitter.db", None),
        ("/srv/sharedwith/glitter.db", None),
        ("/srv/once/glitter.db", None),
        ("/var/lib/glitter.db", None),
    ],
)
def test_a_network_filesystem_is_recognised(path: str, kind: str | None) -> None:
    assert network_filesystem(Path(path), MOUNTS) == kind


def test_two_hosts_on_one_file_are_refused(file: Database) -> None:
    with file.begin() as connection:
        instance.beat(connection, "till-2/abc", FRIDAY)
    with pytest.raises(OperatorError, match="till-2"):
        file.claim_host(FRIDAY + timedelta(seconds=59))
    file.claim_host(FRIDAY + timedelta(seconds=61))


def test_a_host_that_beats_keeps_others_out_until_it_closes(make_sqlite: Make) -> None:
    url = make_sqlite(True)
    database = Database(url)
    database.claim_host(FRIDAY)
    database.beat(FRIDAY + timedelta(minutes=5))
    with database.snapshot() as connection:
        assert instance.other_host(
            connection, "till-2/abc", FRIDAY + timedelta(minutes=5, seconds=30)
        )
    database.close()
    after = Database(url)
    with after.snapshot() as connection:
        assert instance.other_host(connection, "till-2/abc", FRIDAY) is None
    after.close()


def test_the_same_host_starts_again_at_once(file: Database) -> None:
    file.claim_host(FRIDAY)
    file.claim_host(FRIDAY + timedelta(seconds=1))


def test_postgresql_takes_any_number_of_hosts(make_postgresql: Make) -> None:
    database = Database(make_postgresql(True))
    with database.begin() as connection:
        instance.beat(connection, "till-2/abc", FRIDAY)
    database.claim_host(FRIDAY)
    database.beat(FRIDAY)
    database.close()


def test_a_file_that_cannot_be_in_wal_mode_is_refused(make_sqlite: Make) -> None:
    path = make_sqlite(True).removeprefix("sqlite:///")
    with sqlite3.connect(path) as plain:
        plain.execute("PRAGMA journal_mode=DELETE")
    plain.close()
    database = Database(f"sqlite:///{path}")
    with pytest.raises(OperatorError, match="journal_mode is delete"), database.begin():
        pass
    database.close()


def test_closing_waits_no_longer_for_a_writer_than_anybody(make_sqlite: Make) -> None:
    database = Database(make_sqlite(True))
    inside, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with database.begin():
            inside.set()
            go_on.wait(30)

    writing = threading.Thread(target=write, daemon=True)
    writing.start()
    assert inside.wait(5)
    closing = threading.Thread(target=database.close, daemon=True)
    closing.start()
    closing.join(15)
    ended_first = not closing.is_alive() and writing.is_alive()
    go_on.set()
    writing.join(5)
    assert ended_first
