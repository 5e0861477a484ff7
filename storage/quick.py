"""Many quick works in one transaction, without a hand-over between threads for each statement.

Whoever waits for a database lets other threads on, and has to wait for the interpreter until they
let go of it in turn. For an award of four statements that took longer than all else about it.
"""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from threading import Event, Lock
from typing import Any

from greenlet import getcurrent, greenlet
from sqlalchemy import Connection

from bot.errors import StoreUnavailable
from storage.faults import of_sqlalchemy

Work = Callable[[], None]
Question = tuple[str, Any, bool]
"""A statement in the driver's own words, its values, and whether it returns rows."""
Rows = Sequence[tuple[Any, ...]]
_PATIENCE = 0.25
"""Seconds for which a loop may be busy with something else; then the work is done without it."""


def on_loop(loop: asyncio.AbstractEventLoop, work: Work) -> None:
    """Let the event loop do `work`, wait for its end, and raise what it raises.

    For SQLite, which is never far: while the loop would only get in the way, it works itself.
    Where it is busy or gone, the work is done here.
    """
    errand = _Errand(work)
    try:
        loop.call_soon_threadsafe(errand.begin)
    except RuntimeError:  # the loop is closed
        errand.begin()
    if not errand.ended.wait(_PATIENCE):
        errand.begin()
    errand.ended.wait()
    if errand.error is not None:
        raise errand.error


class _Errand:
    """Work that is done once, by whoever begins it first."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._begun = Lock()
        self.ended = Event()
        self.error: Exception | None = None

    def begin(self) -> None:
        if not self._begun.acquire(blocking=False):
            return
        try:
            self._work()
        except Exception as error:
            self.error = error
        except BaseException:  # a signal ends this thread; the other one must not wait for it
            self.error = StoreUnavailable("interrupted")
            raise
        finally:
            self.ended.set()


def by_turns(works: Sequence[Work], connection: Connection) -> None:
    """Run the works side by side, as far as each one's next statement; then ask all these at once.

    For PostgreSQL, which is far: all works together wait for as many round trips as the longest
    of them alone. Each sees what the others have written so far, as beside other transactions.
    Raises the first error; nothing of the transaction can be used then.
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


def asked_by_turns(question: Question) -> Rows | None:
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
