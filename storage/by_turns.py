"""Quick work on PostgreSQL: that of many in one transaction, with one round trip for all of them.

PostgreSQL is far, and whoever comes back from it has to wait for the interpreter, too: an award of
four statements spent nearly all of its time so.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from greenlet import getcurrent, greenlet
from sqlalchemy import Connection

from storage.faults import of_sqlalchemy

Work = Callable[[], None]
Question = tuple[str, Any, bool]
"""A statement in the driver's own words, its values, and whether it returns rows."""
Rows = Sequence[tuple[Any, ...]]


def by_turns(works: Sequence[Work], connection: Connection) -> None:
    """Run the works side by side, as far as each one's next statement; then ask all these at once.

    All works together wait for as many round trips as the longest of them alone. Each sees what
    the others have written so far, as beside other transactions. Raises the first error; nothing
    of the transaction can be used then.
    """
    turns = [_Turn(work) for work in works]
    try:
        asked = [(turn, question) for turn in turns if (question := turn.switch()) is not None]
        while asked:
            answers = _ask(connection, [question for _, question in asked])
            on = [(turn, turn.switch(rows)) for (turn, _), rows in zip(asked, answers, strict=True)]
            asked = [(turn, question) for turn, question in on if question is not None]
    finally:
        for turn in turns:
            if turn:  # begun, and not at its end
                turn.throw()


class _Turn(greenlet):
    """One of the works; it is left at each statement, and comes back with the rows."""


def asked(question: Question) -> Rows | None:
    """The rows of a statement, asked with those of the others; None outside of `by_turns`."""
    current = getcurrent()
    if not isinstance(current, _Turn):
        return None
    assert current.parent is not None
    rows: Rows = current.parent.switch(question)
    return rows


def _ask(connection: Connection, questions: Sequence[Question]) -> list[Rows]:
    """The rows for each question, all in one round trip."""
    driver: Any = connection.connection.driver_connection
    alike: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for at, (sql, _, returns) in enumerate(questions):
        alike[sql, returns].append(at)
    cursors = {statement: driver.cursor() for statement in alike}
    try:
        with driver.pipeline():
            for (sql, returns), places in alike.items():
                values = [questions[at][1] for at in places]
                cursors[sql, returns].executemany(sql, values, returning=returns)
    except connection.dialect.loaded_dbapi.Error as error:
        raise of_sqlalchemy(error) from None
    answers: list[Rows] = [()] * len(questions)
    for (sql, returns), places in alike.items():
        for at in places if returns else ():
            answers[at] = cursors[sql, returns].fetchall()
            cursors[sql, returns].nextset()
    return answers
