"""Which host works on a SQLite file: one file must never be shared by two machines."""

import socket
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Column, Connection, Text, delete, insert, select, update
from sqlmodel import Field, SQLModel

from storage import tables
from storage.types import UTCDateTime

FRESH = timedelta(seconds=60)


class InstanceRow(SQLModel, table=True):
    """One host, and when it last said that it lives."""

    __tablename__ = "instance"

    host_id: str = Field(sa_column=Column(Text, primary_key=True))
    heartbeat_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False))


INSTANCE = tables.table_of(InstanceRow)


def this_host() -> str:
    """The name of this machine and its id, which a restart keeps where the system has one."""
    for path in (Path("/etc/machine-id"), Path("/proc/sys/kernel/random/boot_id")):
        if path.is_file() and (id := path.read_text().strip()):
            return f"{socket.gethostname()}/{id}"
    return socket.gethostname()


def other_host(connection: Connection, host: str, now: datetime) -> str | None:
    """Another host that was alive less than a minute ago, or None."""
    found = select(INSTANCE.c.host_id).where(
        INSTANCE.c.host_id != host, INSTANCE.c.heartbeat_at > now - FRESH
    )
    return connection.execute(found).scalars().first()


def beat(connection: Connection, host: str, now: datetime) -> None:
    """Write down that this host is alive now."""
    mine = update(INSTANCE).where(INSTANCE.c.host_id == host).values(heartbeat_at=now)
    if connection.execute(mine).rowcount == 0:
        connection.execute(insert(INSTANCE).values(host_id=host, heartbeat_at=now))


def forget(connection: Connection, host: str) -> None:
    connection.execute(delete(INSTANCE).where(INSTANCE.c.host_id == host))
