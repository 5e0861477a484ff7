"""One statement of PostgreSQL in the place of many alike: their values come as one JSON text.

Each statement by itself takes the driver and the server about 50 µs before anything is read or
written, and an award takes four (docs/bench.md).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import to_json
from sqlalchemy import CompoundSelect, Dialect, Insert, Select
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.types import NullType

Row = tuple[Any, ...]
_PARAMETER = re.compile(r"%\((\w+)\)s(?:::[A-Z]+(?: WITH TIME ZONE)?)?")
_IN_LIST = re.compile(r"IN \(__\[POSTCOMPILE_(\w+)\]\)")
_VALUES = re.compile(r"VALUES \((.*?)\)(?=$| RETURNING)")


class Together:
    """A statement as it is asked for many; each gets its own rows.

    `names` are the values that differ, of which `inside` is a list.
    """

    def __init__(
        self,
        statement: Select[Any] | CompoundSelect[Any] | Insert,
        dialect: Dialect,
        names: Sequence[str],
        inside: str | None,
    ) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(names))
        types = {
            name: "TEXT" if isinstance(bind.type, NullType) else bind.type.compile(dialect)
            for name, bind in compiled.binds.items()
            if name in names
        }
        columns = (f'"{name}" {kind}{"[]" * (name == inside)}' for name, kind in types.items())
        asked = f"json_to_recordset(%(asked)s) AS asked(_at INTEGER, {', '.join(columns)})"
        sql = _IN_LIST.sub(r'= ANY (asked."\1")', compiled.string)
        sql = _PARAMETER.sub(lambda found: _column_or(found, types), sql)
        self._inserts = isinstance(statement, Insert)
        if self._inserts:
            self.sql = _VALUES.sub(rf"SELECT \1 FROM {asked} ORDER BY asked._at", sql)  # noqa: S608
        else:
            self.sql = f"SELECT told.*, asked._at FROM {asked} CROSS JOIN LATERAL ({sql}) AS told"  # noqa: S608
        self._constants = {k: v for k, v in compiled.params.items() if k not in types}

    def rows(self, cursor: DBAPICursor, many: Sequence[Mapping[str, Any]]) -> list[list[Row]]:
        """What each of these gets, in their order."""
        asked = [{"_at": at, **values} for at, values in enumerate(many)]
        cursor.execute(self.sql, {**self._constants, "asked": to_json(asked).decode()})
        if cursor.description is None:
            return [[] for _ in many]
        if self._inserts:  # ids were given in the order of the rows
            return [[row] for row in sorted(cursor.fetchall())]
        answers: list[list[Row]] = [[] for _ in many]
        for row in cursor.fetchall():
            answers[row[-1]].append(row[:-1])
        return answers


def _column_or(found: re.Match[str], names: Mapping[str, str]) -> str:
    return f'asked."{found[1]}"' if found[1] in names else found[0]
