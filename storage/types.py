"""Column types that keep a value the same on both databases."""

import json
from datetime import UTC, datetime
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

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a moment needs a time zone")
        moment = value if value.tzinfo is UTC else value.astimezone(UTC)
        return moment.isoformat(" ", "microseconds")[:26] if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            return datetime.fromisoformat(value + "+00:00")
        moment: datetime = value
        return moment.astimezone(UTC)


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
    return f"(substr({at}, 1, 10) || 'T' || substr({at}, 12, 8) || '+00:00')"


@compiles(Written, "postgresql")
def _on_postgresql(element: Written, compiler: SQLCompiler, **more: Any) -> str:
    at = compiler.process(element.clauses, **more)
    return f"to_char({at} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+00:00\"')"
