"""The schema: which version a database has, and how it gets to the newest one.

`python -m storage.migrate <words>` drafts the next revision from the tables.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.errors import OperatorError
from storage.database import Database

if TYPE_CHECKING:  # importing Alembic takes longer than most starts have to
    from alembic.config import Config

_SCRIPTS = Path(__file__).with_name("migrations")


def revisions() -> list[str]:
    """All that this program knows, oldest first: `0001`, `0002`, …"""
    return sorted(path.name[:4] for path in (_SCRIPTS / "versions").glob("[0-9]*_*.py"))


def current(database: Database) -> str | None:
    """The revision of the database; None where it is empty. Raises StoreUnavailable."""
    with database.snapshot() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version"))
        return found.scalar_one_or_none()


def check_not_newer(database: Database) -> None:
    """Raises OperatorError where a newer program has been here."""
    _check_known(current(database))


def upgrade(database: Database) -> None:
    """Create or upgrade the schema, however many processes do so at once.

    Raises OperatorError where the database is newer than this program.
    """
    found = current(database)
    _check_known(found)
    if found != revisions()[-1]:
        with database.migration() as connection:
            _command("upgrade", connection, "head")


def downgrade(database: Database, revision: str) -> None:
    """Go back to `revision`; `base` leaves nothing."""
    with database.migration() as connection:
        _command("downgrade", connection, revision)


def _check_known(revision: str | None) -> None:
    if revision is not None and revision not in revisions():
        raise OperatorError(
            f"The database is newer than this program (its schema is {revision}, the newest known "
            f"is {revisions()[-1]}); start the newer version, or restore an older backup."
        )


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _command(name: str, connection: Connection, revision: str) -> None:
    from alembic import command

    getattr(command, name)(_config(connection), revision)


def draft(words: str) -> None:
    """Write the next revision into `migrations/versions`, to be read and mended by a person."""
    from alembic import command

    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/draft.db")
        database.open()
        if revisions():
            upgrade(database)
        number = f"{len(revisions()) + 1:04}"
        with database.migration() as connection:
            command.revision(_config(connection), words, autogenerate=True, rev_id=number)
        database.close()


if __name__ == "__main__":
    draft(" ".join(sys.argv[1:]))
