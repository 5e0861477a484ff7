"""What makes one file a safe memory: where it lies, and how each connection is set."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, create_engine, event

from bot.errors import OperatorError
from storage.faults import of_sqlalchemy

PATIENCE = 2.0
"""Seconds that a connection waits for another one's lock."""
A_DAY = 24 * 60 * 60
SAMPLE = 1000
"""Rows of each index that are looked at to see how large it is; takes milliseconds."""
_NETWORK = re.compile(
    "9p|afs|ceph|cifs|glusterfs|gpfs|lustre|ncpfs|nfs4?|ocfs2|smb2|smb3|smbfs"
    "|fuse[.](glusterfs|rclone|s3fs|sshfs)"
)
_WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 2000}


def file_of(url: URL) -> Path:
    """The database file that `url` names. Raises OperatorError where it names none."""
    name = url.database or ""
    if not name or ":memory:" in name or name.startswith("file:") or url.query:
        raise OperatorError(
            "DATABASE_URL names no file, and what is recorded must be on disk; "
            "write it like sqlite:///glitter.db."
        )
    return Path(name)


def engines(url: URL) -> tuple[Engine, Engine]:
    """One for writing, which locks the file at BEGIN, and one that can only read."""
    return (
        _engine(url, "BEGIN IMMEDIATE", _prepare_writer),
        _engine(url, "BEGIN", _prepare_reader),
    )


def _engine(url: URL, opening: str, prepare: Any) -> Engine:
    # A connection knows how large the tables were when it was opened.
    engine = create_engine(url, hide_parameters=True, pool_timeout=PATIENCE, pool_recycle=A_DAY)
    event.listen(engine, "connect", prepare)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        driver: sqlite3.Connection = cast(Any, connection.connection.driver_connection)
        try:
            driver.execute(opening)
        except sqlite3.Error as error:
            raise of_sqlalchemy(error) from None

    return engine


def network_filesystem(path: Path, mounts: str) -> str | None:
    """The type of the network filesystem that holds `path`, or None.

    `path` is absolute and without links; `mounts` is the text of /proc/mounts.
    """
    found, kind = Path("/"), ""
    for line in mounts.splitlines():
        _, point, named, *_ = line.split(" ")
        mounted = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), point))
        if path.is_relative_to(mounted) and len(mounted.parts) >= len(found.parts):
            found, kind = mounted, named
    return kind if _NETWORK.fullmatch(kind) else None


def prepare_file(path: Path) -> None:
    """Make sure of a file, readable by its owner alone, in WAL mode on a local disk.

    Raises OperatorError with what to do.
    """
    mounts = Path("/proc/mounts")
    network = network_filesystem(path.resolve(), mounts.read_text()) if mounts.exists() else None
    if network:
        raise OperatorError(
            f"The database file lies on a network filesystem ({network}), where SQLite loses "
            "data; move it to a local disk or use PostgreSQL."
        )
    try:
        path.touch(mode=0o600)
        _switch_to_wal(path)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise OperatorError(f"The database file {path} cannot be used: {reason}.") from error


def _switch_to_wal(path: Path) -> None:
    # SQLite does not wait for others on this one statement, and replicas start together.
    until = time.monotonic() + PATIENCE
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
                if not busy or time.monotonic() > until:
                    raise
                time.sleep(0.02)
    finally:
        connection.close()


def tidy(path: Path) -> None:
    """Write the file anew, and empty its log as far as readers allow.

    `secure_delete` blanks what is deleted, but where pages were split or filled up again, pieces
    of it may stay between what is there.
    """
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


def analyze(path: Path) -> None:
    """See how large the tables are, so that each filter is answered by its best index."""
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute(f"PRAGMA analysis_limit={SAMPLE}")
        connection.execute("ANALYZE")
    finally:
        connection.close()


def prepare_connection(connection: Any, _record: object = None) -> None:
    """Set and check what durability needs. Raises OperatorError where it cannot hold."""
    connection.isolation_level = None  # the driver opens no transactions of its own
    connection.execute("PRAGMA busy_timeout=2000")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")  # erased words leave the file, too
    for name, wanted in _WANTED.items():
        (answer,) = connection.execute(f"PRAGMA {name}").fetchone()
        if answer != wanted:
            raise OperatorError(
                f"The database file does not allow safe writing ({name} is {answer}); "
                "move it to a local disk or use PostgreSQL."
            )


def _prepare_writer(connection: Any, _record: object = None) -> None:
    prepare_connection(connection)
    # Each award touches the pages of two people in the indexes; with a long history the 2 MB that
    # SQLite keeps otherwise are read again all the time.
    connection.execute("PRAGMA cache_size=-16000")


def _prepare_reader(connection: Any, _record: object = None) -> None:
    prepare_connection(connection)
    connection.execute("PRAGMA query_only=ON")


@contextmanager
def migration(connection: Connection) -> Iterator[None]:
    """One transaction in which tables may be rebuilt; references are checked at its end."""
    raw = cast(Any, connection.connection.driver_connection)
    # These two do nothing inside a transaction, so they come before it.
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("PRAGMA busy_timeout=60000")
    try:
        with connection.begin():
            yield
            if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise OperatorError(f"The upgrade would break references of table {broken[0]}.")
    finally:
        connection.invalidate()  # set like this, it must not be lent out again
