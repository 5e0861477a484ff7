"""Column types that keep a value the same on both databases."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import DateTime, Dialect, String, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class UTCDateTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC when read. Raises ValueError for a naive value.

    SQLite has no time zones, so there it is text that sorts: `2026-11-27 14:00:00.000000`.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String(26) if dialect.name == "sqlite" else self.impl)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any]:
        return _to_text if dialect.name == "sqlite" else _to_utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:  # noqa: ARG002
        return _of_text if dialect.name == "sqlite" else _of_driver


def _to_utc(value: datetime | None) -> datetime | None:
    if value is None or value.tzinfo is UTC:
        return value
    if value.utcoffset() is None:
        raise ValueError("a moment needs a time zone")
    return value.astimezone(UTC)


@lru_cache(maxsize=256)  # one unit of work writes the same moment again and again
def _to_text(value: datetime | None) -> str | None:
    moment = _to_utc(value)
    return moment.isoformat(" ", "microseconds")[:26] if moment else None


def _of_text(value: str | None) -> datetime | None:
    return datetime.fromisoformat(f"{value}+00:00") if value else None


def _of_driver(value: datetime | None) -> datetime | None:
    return value.astimezone(UTC) if value else None


_as_json = json.JSONEncoder(ensure_ascii=False).encode


class JSONText(TypeDecorator[Any]):
    """Lists and dicts of plain values, as JSON text; None is NULL."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else _as_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        return None if value is None else json.loads(value)


class Written(FunctionElement[str]):
    """A moment as the database writes it down in UTC: `2026-11-27T12:00:00+00:00`."""

    type = Text()
    inherit_cache = True


@compiles(Written, "sqlite")
def _on_sqlite(element: Written, compiler: SQLCompiler, **more: Any) -> str:
    at = compiler.process(element.clauses, **more)
    written = f"substr({at}, 1, 10) || 'T' || substr({at}, 12, 8) || '+00:00'"
    return f"CASE WHEN {at} IS NOT NULL THEN {written} END"  # most are


@compiles(Written, "postgresql")
def _on_postgresql(element: Written, compiler: SQLCompiler, **more: Any) -> str:
    at = compiler.process(element.clauses, **more)
    return f"to_char({at} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+00:00\"')"
