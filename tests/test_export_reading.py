"""An export reads one moment in pieces, and gives its connection back wherever it stops."""

import pytest
from sqlalchemy import text

from bot.errors import StoreUnavailable
from bot.memory import ExportFilter
from storage import exports
from storage.database import Database
from tests.databases import Make
from tests.worlds import HOUSE, World, award, world_on

PIECES, PIECE = 4, 50


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports, "AT_ONCE", PIECE)


def fill(world: World, reason: str = "calm all day") -> None:
    """As many awards as are read in so many pieces."""
    ana, bo = world.join("ana", "bo")
    refs = [f"r{number}" for number in range(PIECES * PIECE)]
    new = [award(ana, bo, ref, reason=reason) for ref in refs]
    world.ask(lambda unit: unit.awards.add(new))


def test_what_is_given_meanwhile_is_not_in_it(world: World) -> None:
    fill(world)
    with world.store.export(ExportFilter(HOUSE)) as rows:
        world.say("kim", "/glitter @bo said before somebody reads")
        pieces = rows.columns()
        read = [len(next(pieces)["award_id"])]
        world.say("kim", "/glitter @bo said while somebody reads")
        read += [len(piece["award_id"]) for piece in pieces]
    assert read == [PIECE] * PIECES
    assert rows.total == sum(read)
    assert len(world.exported()) == rows.total + 2


def test_whoever_stops_in_the_middle_leaves_the_connection_to_the_next(world: World) -> None:
    def stop() -> None:
        with world.store.export(ExportFilter(HOUSE)) as rows:
            pieces = rows.columns()
            next(pieces)
            raise OSError("full")

    fill(world)
    for _ in range(12):  # more than there are connections
        with pytest.raises(OSError, match="full"):
            stop()
    assert len(world.exported()) == PIECES * PIECE


def test_postgresql_that_goes_away_in_the_middle_is_told(make_postgresql: Make) -> None:
    drop = "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
    others = "WHERE datname = current_database() AND pid <> pg_backend_pid()"

    def read() -> None:
        with world.store.export(ExportFilter(HOUSE)) as rows:
            pieces = rows.columns()
            next(pieces)
            with world.database.begin() as other:
                other.execute(text(f"{drop} {others}"))
            list(pieces)

    with world_on(Database(make_postgresql(True))) as world:
        fill(world, reason="more than waits on the way " * 1000)
        with pytest.raises(StoreUnavailable):
            read()
        assert len(world.exported()) == PIECES * PIECE
        world.database.close()
