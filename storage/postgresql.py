"""How connections to PostgreSQL are made: durable, impatient, in UTC."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from storage.faults import without_values

PATIENCE = 2.0
"""Seconds to wait for a free connection."""
_MIGRATION_LOCK = 0x676C6974  # any number, the same in every version of the program
_LIMITS = {"connect_timeout": "2", "tcp_user_timeout": "5000", "keepalives_idle": "10"}
# A lock may be waited for twice, by whoever was first and then by whoever waited behind: people
# are answered within 3 seconds.
_SETTINGS = """
    SELECT set_config('lock_timeout', '1400ms', false), set_config('TimeZone', 'UTC', false),
           set_config('synchronous_commit', CASE current_setting('synchronous_commit')
               WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
"""


def engines(url: URL) -> tuple[Engine, Engine]:
    """One for writing and one that reads one moment; they share their connections."""
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=10,
        pool_timeout=PATIENCE,
        pool_pre_ping=True,
        connect_args={name: limit for name, limit in _LIMITS.items() if name not in url.query},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "handle_error", without_values)
    return engine, engine.execution_options(
        isolation_level="REPEATABLE READ", postgresql_readonly=True
    )


def _prepare(connection: Any, _record: object) -> None:
    connection.execute(_SETTINGS)
    connection.commit()


@contextmanager
def migration(connection: Connection) -> Iterator[None]:
    """One transaction that only one process at a time is in."""
    with connection.begin():
        connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")
        yield
