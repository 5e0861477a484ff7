"""Statements of SQLAlchemy Core, compiled once, then run on the driver's own cursor.

What SQLAlchemy does at each execution takes ten times as long as SQLite's own work, and three
times as long as a round trip to PostgreSQL (docs/bench.md), so the path of an award uses these.
So does an export, since the rows that SQLAlchemy makes take as long as all the rest of a file.
"""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from operator import itemgetter
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.values import dataclass
from storage.by_turns import asked
from storage.faults import of_sqlalchemy
from storage.together import Together

Row = tuple[Any, ...]
Values = Mapping[str, Any]
Statement = Select[Any] | CompoundSelect[Any] | Insert | Update | Delete
_Process = Callable[[Any], Any]


class Prepared:
    """One statement, for whichever database it meets; `inside` names the parameter of its `IN`.

    Values are given under the same names each time.
    """

    def __init__(self, statement: Statement, inside: str | None = None) -> None:
        self._statement = statement
        self._inside = inside
        self._returns = len(statement.exported_columns) > 0
        self._made: dict[tuple[str, int], _Made] = {}
        self._together: Together | None = None

    def rows(self, connection: Connection, values: Values) -> Sequence[Row]:
        """What the statement returns. Raises what SQLAlchemy raises."""
        if self._inside:
            values = self._filled(values, self._inside)
        told = asked(self, values, self._returns)
        return self._rows(connection, values) if told is None else told

    def rows_of_many(
        self, connection: Connection, many: Sequence[Values]
    ) -> Sequence[Sequence[Row]]:
        """What each of these gets. Raises what SQLAlchemy raises."""
        dialect, statement = connection.dialect, self._statement
        one_by_one = len(many) == 1 or dialect.name == "sqlite"
        if one_by_one or isinstance(statement, Update | Delete):
            return [self._rows(connection, values) for values in many]
        made = self._made_for(dialect, many[0])
        if self._together is None:
            self._together = Together(statement, dialect, list(many[0]), self._inside)
        cursor = _cursor(connection, self._together.sql)
        try:
            found = self._together.rows(cursor, [made.written(values) for values in many])
        except dialect.loaded_dbapi.Error as error:
            raise of_sqlalchemy(error) from None
        return [made.read(rows) for rows in found]

    def stream(self, connection: Connection, at_once: int) -> Generator[Sequence[Row]]:
        """So many rows at once, as the driver reads them, while the database looks for more.

        Nothing else can be asked of the connection until this is read out or closed. Raises what
        SQLAlchemy raises.
        """
        made = self._make(connection.dialect, {})
        cursor: Any = connection.connection.cursor()
        try:
            # SQLite looks for a row when it is asked for one; PostgreSQL would find them all first.
            with closing(
                cursor.execute(made.sql, made.bound({}))
                if connection.dialect.name == "sqlite"
                else cursor.stream(made.sql, made.bound({}), size=at_once)
            ) as rows:
                while some := list(islice(rows, at_once)):
                    yield some
        except connection.dialect.loaded_dbapi.Error as error:
            raise of_sqlalchemy(error) from None

    def _rows(self, connection: Connection, values: Values) -> Sequence[Row]:
        made = self._made_for(connection.dialect, values)
        cursor = _cursor(connection, made.sql)
        try:
            cursor.execute(made.sql, made.bound(values))
            return made.read(cursor.fetchall()) if self._returns else ()
        except connection.dialect.loaded_dbapi.Error as error:
            raise of_sqlalchemy(error) from None

    def _filled(self, values: Values, inside: str) -> Values:
        """With the last of its list repeated up to a power of two: so a few statements, each kept
        for good, do for lists of any length."""
        listed = values[inside]
        missing = (1 << (len(listed) - 1).bit_length()) - len(listed) if listed else 0
        return {**values, inside: [*listed, *[listed[-1]] * missing]} if missing else values

    def _made_for(self, dialect: Dialect, values: Values) -> "_Made":
        length = len(values[self._inside]) if self._inside else 0
        key = (dialect.name, length)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(dialect, values)
        return made

    def _make(self, dialect: Dialect, values: Values) -> "_Made":
        compiled = self._statement.compile(dialect=dialect, column_keys=list(values))
        state = compiled.construct_expanded_state(values)
        binds = {
            name: bind.type.dialect_impl(dialect) for bind, name in compiled.bind_names.items()
        }
        writers = _useful({name: type.bind_processor(dialect) for name, type in binds.items()})
        listed = state.parameter_expansion.get(self._inside or "", [])
        own = {n: v for n, v in state.parameters.items() if n not in {*values, *listed}}
        columns = self._statement.exported_columns
        returned = [column.type.dialect_impl(dialect) for column in columns]
        return _Made(
            sql=state.statement,
            arranged=_in_order(state.positiontup) if state.positiontup else None,
            constants={n: writers[n](v) if n in writers else v for n, v in own.items()},
            inside=self._inside,
            listed=listed,
            writers={name: write for name, write in writers.items() if name in values},
            readers=_useful(
                {at: type.result_processor(dialect, None) for at, type in enumerate(returned)}
            ),
        )


@dataclass(frozen=True, slots=True)
class _Made:
    """The statement for one database and one length of its list."""

    sql: str
    arranged: Callable[[Values], Row] | None
    """In the order of the question marks; None where parameters go by name."""
    constants: dict[str, Any]
    """The statement's own values, as the driver takes them."""
    inside: str | None
    listed: list[str]
    writers: dict[str, _Process]
    readers: dict[int, _Process]

    def written(self, values: Values) -> dict[str, Any]:
        """As the driver takes them."""
        return self._write({**values})

    def bound(self, values: Values) -> dict[str, Any] | Row:
        """With the statement's own; by name, or in the order of the question marks."""
        named = self._write({**self.constants, **values})
        if self.inside:
            named.update(zip(self.listed, named.pop(self.inside), strict=True))
        return self.arranged(named) if self.arranged else named

    def _write(self, named: dict[str, Any]) -> dict[str, Any]:
        for name, write in self.writers.items():
            named[name] = write(named[name])
        return named

    def read(self, rows: Sequence[Row]) -> Sequence[Row]:
        if not self.readers:
            return rows
        return [self._read(row) for row in rows]

    def _read(self, row: Row) -> Row:
        values = list(row)
        for at, read in self.readers.items():
            values[at] = read(values[at])
        return tuple(values)


def _cursor(connection: Connection, sql: str) -> DBAPICursor:
    """One for each statement while the driver's connection lives: it remembers how to run it.

    It can be used again because whoever runs a statement reads it out.
    """
    kept = connection.info
    cursor: DBAPICursor | None = kept.get(sql)
    if cursor is None:
        cursor = kept[sql] = connection.connection.cursor()
    return cursor


def _in_order(names: Sequence[str]) -> Callable[[Values], Row]:
    if len(names) > 1:
        return itemgetter(*names)
    return lambda named: tuple(named[name] for name in names)


def _useful(processes: Mapping[Any, _Process | None]) -> dict[Any, _Process]:
    return {key: process for key, process in processes.items() if process is not None}
