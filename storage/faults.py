"""Which errors of the drivers mean that the database cannot take the work now."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError, IntegrityError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from bot.errors import StoreUnavailable

if TYPE_CHECKING:
    import sqlite3

    import psycopg


class Contended(StoreUnavailable):
    """Someone else wrote the same rows at the same time. Running again at once is right."""


# By https://www.sqlite.org/rescode.html.
_SQLITE = (
    "BUSY",
    "LOCKED",
    "NOMEM",
    "READONLY",
    "INTERRUPT",
    "IOERR",
    "CORRUPT",
    "FULL",
    "CANTOPEN",
    "PROTOCOL",
    "NOTADB",
)
_CONTENDED = {"40001", "40P01"}
# By https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, authorization,
# resources, operator intervention, system; then read-only after a failover, database gone, lock.
_POSTGRESQL = ("08", "28", "53", "57", "58", "25006", "3D000", "55P03")


def unavailable(error: BaseException) -> StoreUnavailable | None:
    """The same error in the words of the product, or None where it means something else.

    The text is a code of the driver: values of rows never get into it.
    """
    if isinstance(error, StoreUnavailable):
        return error
    if isinstance(error, NoConnectionFree | PendingRollbackError):
        return StoreUnavailable(type(error).__name__)
    driver = error.orig if isinstance(error, DBAPIError) else error
    if of_sqlite := _from_sqlite(driver):
        return _of_sqlite(of_sqlite)
    of_postgresql = _from_postgresql(driver)
    return _of_postgresql(of_postgresql) if of_postgresql else None


# Who runs on one of the two neither waits for the other's driver to load nor has it in memory.


def _from_sqlite(error: BaseException | None) -> "sqlite3.Error | None":
    """The error itself where SQLite's driver raised it."""
    if "sqlite3" not in sys.modules:
        return None
    import sqlite3

    return error if isinstance(error, sqlite3.Error) else None


def _from_postgresql(error: BaseException | None) -> "psycopg.Error | None":
    """The error itself where PostgreSQL's driver raised it."""
    if "psycopg" not in sys.modules:
        return None
    import psycopg

    return error if isinstance(error, psycopg.Error) else None


def _of_sqlite(error: "sqlite3.Error") -> StoreUnavailable | None:
    import sqlite3

    passing = {getattr(sqlite3, f"SQLITE_{name}") for name in _SQLITE}
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return StoreUnavailable(error.sqlite_errorname) if code in passing else None


def _of_postgresql(error: "psycopg.Error") -> StoreUnavailable | None:
    import psycopg

    state = error.sqlstate
    if state is None:
        lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        return StoreUnavailable("connection") if lost else None
    if state in _CONTENDED:
        return Contended(state)
    return StoreUnavailable(state) if state.startswith(_POSTGRESQL) else None


@contextmanager
def translated() -> Iterator[None]:
    """Let StoreUnavailable out where the driver's error means that; all else as it is."""
    try:
        yield
    except Exception as error:
        known = unavailable(error)
        if known is None or known is error:
            raise
        raise known from error


def without_values(context: ExceptionContext) -> None:
    """Take from an error what PostgreSQL tells of the row itself, since errors get logged."""
    driver, shown = context.original_exception, context.sqlalchemy_exception
    if _forget_detail(driver) and shown:
        shown.args = (f"({type(driver).__name__}) {driver.args[0]}",)


def of_sqlalchemy(error: Exception) -> Exception:
    """The driver's error, without values of the row, as SQLAlchemy would tell it."""
    _forget_detail(error)
    # By PEP 249 both drivers have an error of this name.
    broken = any(kind.__name__ == IntegrityError.__name__ for kind in type(error).__mro__)
    return IntegrityError(None, None, error) if broken else error


def _forget_detail(error: BaseException) -> bool:
    of_postgresql = _from_postgresql(error)
    if of_postgresql is None or not of_postgresql.diag.message_detail:
        return False
    error.args = (of_postgresql.diag.message_primary,)
    return True
