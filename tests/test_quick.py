"""Quick work: many people's in one transaction, statement by statement."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import Connection, bindparam, event, func, insert, select, update
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import IntegrityError

from bot.errors import Refusal
from storage import prepared
from storage.by_turns import by_turns
from storage.database import Database
from storage.prepared import Prepared
from storage.writer import Writer
from tests.databases import NOTES, Make

ADD = Prepared(insert(NOTES))
ALL = Prepared(select(func.count()).select_from(NOTES))
RENAME = Prepared(
    update(NOTES).where(NOTES.c.ref == bindparam("before")).values(ref=bindparam("after"))
)
KEEP = Prepared(insert(NOTES).returning(NOTES.c.id))
NAMED = Prepared(
    select(NOTES.c.id, NOTES.c.ref, NOTES.c.at, NOTES.c.things)
    .where(NOTES.c.ref.in_(bindparam("refs", expanding=True)))
    .where(NOTES.c.at >= bindparam("since"))
    .order_by(NOTES.c.ref),
    inside="refs",
)
COUNT = Prepared(select(func.count()).select_from(NOTES).where(NOTES.c.ref == bindparam("ref")))


@pytest.fixture
def writer(notes: Database) -> Iterator[Writer]:
    made = Writer(notes)
    yield made
    made.close()


@contextmanager
def opened(make: Make) -> Iterator[Database]:
    """A database with the table NOTES."""
    with closing(Database(make(True))) as database:
        with database.begin() as connection:
            NOTES.metadata.create_all(connection)
        yield database


@contextmanager
def listening(asked: list[str]) -> Iterator[None]:
    """The first word of each statement that a kept cursor runs meanwhile."""
    with pytest.MonkeyPatch.context() as patched:

        def heard(connection: Connection, sql: str) -> DBAPICursor:
            asked.append(sql.split()[0])
            return prepared_cursor(connection, sql)

        prepared_cursor = prepared._cursor
        patched.setattr(prepared, "_cursor", heard)
        yield


def count(connection: Connection, ref: str) -> int:
    return int(COUNT.rows(connection, {"ref": ref})[0][0])


def note(ref: str) -> Callable[[Connection], int]:
    """Looks for a note, then adds it. Returns how many were there."""

    def work(connection: Connection) -> int:
        found = count(connection, ref)
        ADD.rows(connection, {"ref": ref})
        return found

    return work


async def together(
    writer: Writer, *works: tuple[str, Callable[[Connection], object]]
) -> list[object]:
    """What came of works that waited for the writer at the same time, each with its person."""
    return await asyncio.gather(
        *(writer.run(work, quick_for=person) for person, work in works), return_exceptions=True
    )


async def test_everybody_is_answered_after_the_commit(writer: Writer, notes: Database) -> None:
    people = [f"{number:03}" for number in range(150)]
    assert await together(writer, *((one, note(one)) for one in people)) == [0] * 150
    with notes.snapshot() as connection:
        assert sorted(connection.execute(select(NOTES.c.ref)).scalars()) == people


async def test_of_one_person_each_work_sees_all_before_it(writer: Writer) -> None:
    def work(number: int, connection: Connection) -> int:
        before = int(ALL.rows(connection, {})[0][0])
        ADD.rows(connection, {"ref": f"{number}"})
        return before

    seen = await together(writer, *[("ana", partial(work, number)) for number in range(9)])
    assert sorted(map(str, seen)) == list("012345678")


async def test_on_postgresql_long_work_holds_up_nobody(make_postgresql: Make) -> None:
    ended = threading.Event()

    with opened(make_postgresql) as database, closing(Writer(database)) as writer:
        long = asyncio.ensure_future(writer.run(lambda _: ended.wait(30)))
        try:
            answers = await together(writer, *((one, note(one)) for one in ("ana", "bo")))
            assert answers == [0, 0]
            assert not long.done()
        finally:
            ended.set()
        assert await long


async def test_one_that_raises_troubles_nobody_else(writer: Writer) -> None:
    def refused(connection: Connection) -> None:
        ADD.rows(connection, {"ref": "refused"})
        raise Refusal("oneself")

    works = [("ana", note("ana")), ("bo", refused), ("cleo", note("cleo"))]
    ana, bo, cleo = await together(writer, *works)
    assert (ana, cleo) == (0, 0)
    assert isinstance(bo, Refusal)
    assert await writer.run(lambda connection: count(connection, "refused")) == 0


async def test_a_row_that_is_there_troubles_nobody_else(writer: Writer) -> None:
    await writer.run(note("kim"))
    add = lambda connection: ADD.rows(connection, {"ref": "kim"})  # noqa: E731
    ana, bo, cleo = await together(
        writer, ("ana", note("ana")), ("bo", add), ("cleo", note("cleo"))
    )
    assert (ana, cleo) == (0, 0)
    assert isinstance(bo, IntegrityError)


async def test_quick_and_slow_work_share_a_commit(writer: Writer) -> None:
    slow = writer.run(note("slow"))
    quick = [writer.run(note(one), quick_for=one) for one in ("ana", "bo")]
    assert await asyncio.gather(slow, *quick) == [0, 0, 0]


async def test_what_the_event_loop_has_in_its_hands_comes_along(
    writer: Writer, notes: Database
) -> None:
    commits: list[Connection] = []
    event.listen(notes._writing, "commit", commits.append)
    ana = asyncio.create_task(writer.run(note("ana"), quick_for="ana"))
    await asyncio.sleep(0)
    time.sleep(0.1)  # noqa: ASYNC251 - the loop is to be busy while the writer begins
    assert await writer.run(note("bo"), quick_for="bo") == 0
    assert await ana == 0
    assert len(commits) == 1


def steps_of(person: str, told: list[str]) -> Callable[[Connection], None]:
    """Tells of each step between two statements."""

    def work(connection: Connection) -> None:
        told.append(f"{person} looks")
        count(connection, person)
        told.append(f"{person} adds")
        ADD.rows(connection, {"ref": person})
        told.append(f"{person} ends")

    return work


def test_the_statements_of_many_are_asked_together(make_database: Make) -> None:
    told: list[str] = []
    with opened(make_database) as database, database.begin() as connection:
        by_turns([partial(steps_of(one, told), connection) for one in ("ana", "bo")], connection)
        assert count(connection, "ana") == count(connection, "bo") == 1
    assert told == ["ana looks", "bo looks", "ana adds", "ana ends", "bo adds", "bo ends"]


def test_what_returns_nothing_is_written_together_and_before_anything_else_is_asked(
    make_database: Make,
) -> None:
    asked: list[str] = []
    seen: dict[str, list[object]] = {}

    def work(person: str, connection: Connection) -> None:
        def add(what: str) -> None:
            ADD.rows(connection, {"ref": f"{person} {what}"})

        add("draft")
        RENAME.rows(connection, {"before": f"{person} draft", "after": f"{person} one"})
        add("draft")
        add("two")
        named = count(connection, f"{person} one")
        add("three")
        theirs = NOTES.c.ref.startswith(person)
        directly = connection.execute(select(func.count()).where(theirs)).scalar()
        add("four")
        seen[person] = [named, directly]

    with opened(make_database) as database, database.begin() as connection:
        with listening(asked):
            by_turns([partial(work, one, connection) for one in ("ana", "bo")], connection)
        assert count(connection, "ana four") == count(connection, "bo four") == 1
    assert seen == {"ana": [1, 4], "bo": [1, 4]}
    # Two rows, two new names, four rows, the question; then each for itself, and the rest.
    steps = ["INSERT", "UPDATE", "INSERT", "SELECT", "INSERT"]
    times = {"postgresql": (1, 2, 1, 1, 3), "sqlite": (2, 2, 4, 2, 4)}[database.dialect]
    assert asked == [step for step, count in zip(steps, times, strict=True) for _ in range(count)]


def test_of_what_is_asked_together_each_gets_its_own(make_database: Make) -> None:
    noon = datetime(2026, 11, 27, 12, 0, 0, 123456, tzinfo=UTC)
    people = {"kim": 3, "ana 'the \\ \"first\"' åäö🌵": 0, "bo": 1, "cleo": 2}
    kept: dict[str, int] = {}
    found: dict[str, list[tuple[object, ...]]] = {}

    def keep(person: str, connection: Connection) -> None:
        values = {"ref": person, "at": noon, "things": [person, None]}
        ((kept[person],),) = KEEP.rows(connection, values)

    def look(person: str, connection: Connection) -> None:
        """For as many others as is this person's number."""
        refs = list(people)[: people[person]]
        found[person] = list(NAMED.rows(connection, {"refs": refs, "since": noon}))

    with opened(make_database) as database, database.begin() as connection:
        for step in (keep, look):
            by_turns([partial(step, one, connection) for one in people], connection)
        found_ids = connection.execute(select(NOTES.c.ref, NOTES.c.id))
        ids: dict[str, int] = {row.ref: row.id for row in found_ids}
    assert kept == ids
    rows = {person: (ids[person], person, noon, [person, None]) for person in people}
    assert found == {
        person: [rows[one] for one in sorted(list(people)[:count])]
        for person, count in people.items()
    }


def test_where_one_raises_the_others_are_ended(make_database: Make) -> None:
    ended: list[str] = []

    def looks(connection: Connection) -> None:
        try:
            count(connection, "ana")
        finally:
            ended.append("ana")

    def raises(connection: Connection) -> None:
        count(connection, "bo")
        raise Refusal("oneself")

    with opened(make_database) as database, database.begin() as connection:
        works = [partial(one, connection) for one in (raises, looks)]
        with pytest.raises(Refusal):
            by_turns(works, connection)
    assert ended == ["ana"]


async def test_on_sqlite_the_event_loop_does_it(make_sqlite: Make) -> None:
    told: list[str] = []
    doers: set[threading.Thread] = set()

    def work(person: str) -> Callable[[Connection], None]:
        def seen(connection: Connection) -> None:
            doers.add(threading.current_thread())
            steps_of(person, told)(connection)

        return seen

    with opened(make_sqlite) as database, closing(Writer(database)) as writer:
        await together(writer, *((one, work(one)) for one in ("ana", "bo")))
    assert doers == {threading.current_thread()}
    assert told == ["ana looks", "bo looks", "ana adds", "ana ends", "bo adds", "bo ends"]


async def test_a_loop_that_is_busy_is_not_waited_for(writer: Writer) -> None:
    doers: list[threading.Thread] = []

    def work(connection: Connection) -> None:
        doers.append(threading.current_thread())
        ADD.rows(connection, {"ref": "ana"})

    waiting = asyncio.create_task(writer.run(work, quick_for="ana"))
    await asyncio.sleep(0)
    until = time.monotonic() + 5
    while not doers and time.monotonic() < until:
        time.sleep(0.01)  # noqa: ASYNC251 - the loop is to be busy
    assert doers
    assert doers[0] is not threading.current_thread()
    await waiting


async def test_a_loop_that_closes_the_writer_still_gets_its_answers(writer: Writer) -> None:
    waiting = [asyncio.create_task(writer.run(note(one), quick_for=one)) for one in ("ana", "bo")]
    await asyncio.sleep(0)
    writer.close()  # which holds this loop up until all is written
    assert await asyncio.gather(*waiting) == [0, 0]


def test_what_somebody_has_left_behind_is_written(make_sqlite: Make) -> None:
    async def ask(database: Database, writer: Writer) -> None:
        with database.begin():  # so that it is still waiting when the loop ends
            task = asyncio.create_task(writer.run(note("ana"), quick_for="ana"))
            await asyncio.sleep(0)
            abandoned.append(task)

    abandoned: list[asyncio.Task[int]] = []
    with opened(make_sqlite) as database:
        with closing(Writer(database)) as writer:
            loop = asyncio.new_event_loop()
            loop.run_until_complete(ask(database, writer))
        loop.close()
        with database.snapshot() as connection:
            assert count(connection, "ana") == 1
    del abandoned[0]
