"""The writer: many under one commit, each as if alone."""

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, func, insert, select, text
from sqlalchemy.exc import IntegrityError

from bot.errors import Refusal, StoreUnavailable
from storage.database import Database
from storage.writer import Writer
from tests.databases import NOTES, Make
from tests.process import FORKS


@pytest.fixture
def writer(notes: Database) -> Iterator[Writer]:
    made = Writer(notes)
    yield made
    made.close()


def note(ref: str) -> Callable[[Connection], str]:
    def work(connection: Connection) -> str:
        connection.execute(insert(NOTES).values(ref=ref))
        return ref

    return work


def refs(database: Database) -> list[str]:
    with database.snapshot() as connection:
        return sorted(connection.execute(select(NOTES.c.ref)).scalars())


async def gathered(writer: Writer, *works: Callable[[Connection], object]) -> list[object]:
    """What each of the works came to, when they waited for the writer together."""
    waiting = [asyncio.ensure_future(writer.run(work)) for work in works]
    return await asyncio.gather(*waiting, return_exceptions=True)


async def test_an_answer_comes_after_the_commit(writer: Writer, notes: Database) -> None:
    assert await writer.run(note("kim")) == "kim"
    assert refs(notes) == ["kim"]


async def test_one_that_raises_troubles_none_of_63_others(writer: Writer, notes: Database) -> None:
    def refused(connection: Connection) -> None:
        connection.execute(insert(NOTES).values(ref="refused"))
        raise Refusal("oneself")

    good = [f"{number:02}" for number in range(63)]
    works: list[Callable[[Connection], object]] = [note(ref) for ref in good]
    works.insert(30, refused)
    answers = await gathered(writer, *works)
    assert isinstance(answers.pop(30), Refusal)
    assert answers == good
    assert refs(notes) == good


async def test_a_broken_statement_troubles_nobody_else(writer: Writer, notes: Database) -> None:
    def broken(connection: Connection) -> None:
        connection.execute(text("SELECT * FROM nowhere"))

    first, wrong, last = await gathered(writer, note("ana"), broken, note("bo"))
    assert (first, last) == ("ana", "bo")
    assert "nowhere" in str(wrong)
    assert refs(notes) == ["ana", "bo"]


async def test_an_answer_that_ends_an_iteration_still_arrives(writer: Writer) -> None:
    answers = await gathered(writer, lambda _: next(iter(())), note("ana"))
    assert isinstance(answers[0], RuntimeError)
    assert answers[1] == "ana"


async def test_the_same_row_from_many_at_once_ends_as_one_row(
    writer: Writer, notes: Database
) -> None:
    def claim(connection: Connection) -> str:
        found = select(func.count()).select_from(NOTES).where(NOTES.c.ref == "once")
        if connection.execute(found).scalar_one():
            return "there already"
        time.sleep(0.005)  # so that others on PostgreSQL look before this one has written
        connection.execute(insert(NOTES).values(ref="once"))
        return "mine"

    answers = await gathered(writer, *[claim] * 24)
    assert sorted(map(str, answers)) == ["mine"] + ["there already"] * 23
    assert refs(notes) == ["once"]


async def test_a_row_that_can_never_be_is_told_to_its_own_giver(writer: Writer) -> None:
    await writer.run(note("kim"))
    answers = await gathered(writer, note("ana"), note("kim"), note("bo"))
    assert isinstance(answers[1], IntegrityError)
    assert answers[::2] == ["ana", "bo"]


@contextmanager
def counted_commits() -> Iterator[list[object]]:
    commits: list[object] = []
    count = commits.append
    event.listen(Engine, "commit", count)
    try:
        yield commits
    finally:
        event.remove(Engine, "commit", count)


async def test_whoever_waits_shares_a_commit(make_sqlite: Make) -> None:
    database = Database(make_sqlite(True))
    with database.begin() as connection:
        NOTES.metadata.create_all(connection)
    writer = Writer(database)
    with counted_commits() as commits:
        with database.begin():
            waiting = [asyncio.create_task(writer.run(note(str(n)))) for n in range(100)]
            await asyncio.sleep(0)
        await asyncio.gather(*waiting)
    assert len(commits) == 1 + 2
    writer.close()
    database.close()


async def test_two_event_loops_share_one_writer(writer: Writer, notes: Database) -> None:
    def other_loop() -> str:
        return asyncio.run(writer.run(note("other")))

    answers = await asyncio.gather(asyncio.to_thread(other_loop), writer.run(note("own")))
    assert answers == ["other", "own"]
    assert refs(notes) == ["other", "own"]


async def test_a_cancelled_call_harms_nobody(writer: Writer, notes: Database) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        inside.set()
        go_on.wait(5)

    first = asyncio.create_task(writer.run(slow))
    await asyncio.to_thread(inside.wait, 5)
    given_up = asyncio.create_task(writer.run(note("given up")))
    patient = asyncio.create_task(writer.run(note("patient")))
    await asyncio.sleep(0)
    first.cancel()
    given_up.cancel()
    go_on.set()
    assert await patient == "patient"
    assert "patient" in refs(notes)


async def test_closing_finishes_what_waits_and_takes_no_more(
    writer: Writer, notes: Database
) -> None:
    waiting = [asyncio.create_task(writer.run(note(f"{n:03}"))) for n in range(200)]
    await asyncio.sleep(0)
    await asyncio.to_thread(writer.close)
    assert len(await asyncio.gather(*waiting)) == len(refs(notes)) == 200
    with pytest.raises(StoreUnavailable):
        await writer.run(note("late"))
    with pytest.raises(StoreUnavailable):
        writer.run_now(note("late"))


def test_the_command_line_writes_without_a_loop(writer: Writer, notes: Database) -> None:
    assert writer.run_now(note("kim")) == "kim"
    with pytest.raises(IntegrityError):
        writer.run_now(note("kim"))
    assert refs(notes) == ["kim"]


def _hold(url: str, seconds: float, held: Any) -> None:
    with Database(url).begin() as connection:
        connection.execute(insert(NOTES).values(ref="kim"))
        held.set()
        time.sleep(seconds)
        raise SystemExit


@contextmanager
def held_elsewhere(url: str, seconds: float) -> Iterator[None]:
    """Another process is about to write the row `kim`, and takes its time over it."""
    held = FORKS.Event()
    holder = FORKS.Process(target=_hold, args=(url, seconds, held))
    holder.start()
    assert held.wait(30)
    try:
        yield
    finally:
        holder.kill()
        holder.join()
        holder.close()


async def test_a_lock_of_a_second_is_waited_for(
    writer: Writer, notes: Database, database_url: str
) -> None:
    with held_elsewhere(database_url, 1):
        assert await gathered(writer, note("ana"), note("kim"), note("bo")) == ["ana", "kim", "bo"]
    assert refs(notes) == ["ana", "bo", "kim"]


async def test_a_lock_of_a_minute_is_refused_within_3_seconds(
    writer: Writer, notes: Database, database_url: str
) -> None:
    with held_elsewhere(database_url, 60):
        started = time.monotonic()
        naps = asyncio.create_task(asyncio.to_thread(_naps, 3))
        late = asyncio.create_task(_refused_later(writer))
        answers = await gathered(writer, *[note("kim")] * 40)
        assert {type(answer) for answer in answers} == {StoreUnavailable}
        waited = time.monotonic() - started
        three_seconds = await naps
        assert 1 < waited < three_seconds
        assert await late < three_seconds
    assert await writer.run(note("kim")) == "kim"


def _naps(seconds: int) -> float:
    """How long so many seconds of short naps take, of which SQLite's patience consists: a busy
    machine wakes nobody in time."""
    began = time.monotonic()
    for _ in range(20 * seconds):
        time.sleep(0.05)
    return time.monotonic() - began


async def _refused_later(writer: Writer) -> float:
    """How many seconds somebody waited who came a second after the others."""
    await asyncio.sleep(1)
    asked = time.monotonic()
    with pytest.raises(StoreUnavailable):
        await writer.run(note("kim"))
    return time.monotonic() - asked
