"""Quick work on PostgreSQL: that of many in one transaction, each statement asked for all at once.

PostgreSQL is far, and whoever comes back from it has to wait for the interpreter, too: an award of
four statements spent nearly all of its time so.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from greenlet import getcurrent, greenlet
from sqlalchemy import Connection

if TYPE_CHECKING:
    from storage.prepared import Prepared

Work = Callable[[], None]
Rows = Sequence[tuple[Any, ...]]


class Question(NamedTuple):
    statement: "Prepared"
    values: Mapping[str, Any]


def by_turns(works: Sequence[Work], connection: Connection) -> None:
    """Run the works side by side, as far as each one's next statement; then ask all these at once.

    Each sees what the others have written so far, as beside other transactions. Raises the first
    error; nothing of the transaction can be used then.
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


def asked(statement: "Prepared", values: Mapping[str, Any]) -> Rows | None:
    """The rows of a statement, asked with those of the others; None outside of `by_turns`."""
    current = getcurrent()
    if not isinstance(current, _Turn):
        return None
    assert current.parent is not None
    rows: Rows = current.parent.switch(Question(statement, values))
    return rows


def _ask(connection: Connection, questions: Sequence[Question]) -> list[Rows]:
    """The rows for each question."""
    alike: dict[Prepared, list[int]] = defaultdict(list)
    for at, question in enumerate(questions):
        alike[question.statement].append(at)
    answers: list[Rows] = [()] * len(questions)
    for statement, places in alike.items():
        found = statement.rows_of_many(connection, [questions[at].values for at in places])
        for at, rows in zip(places, found, strict=True):
            answers[at] = rows
    return answers
