"""An export reads one moment in pieces, and gives its connection back wherever it stops."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from bot.errors import StoreUnavailable
from bot.heard import ActionName
from bot.memory import ExportCells, ExportFilter
from bot.messages import CactusHeld
from storage import exports
from storage.database import Database
from storage.tables import FOLLOWUP
from tests.databases import Make
from tests.test_exports import in_cells
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


def test_each_cell_is_made_as_the_kind_of_file_has_it(world: World) -> None:
    marked = ExportCells(
        name=lambda name: f"name {name}",
        words=lambda words: f"words {words}",
        tags=lambda tags: f"tags {tags}",
        place=lambda place: f"place {place}",
        utc=lambda at: f"utc {at}",
        local=lambda at: f"local {at}",
    )
    ana, kim = world.join("ana", "kim")
    team = world.ask(lambda unit: unit.teams.add(HOUSE, "The tills"))
    to_team = award(ana, kim, "t", tags=("care", "team"))
    world.ask(lambda unit: unit.awards.add([replace(to_team, receiver_id=None, team_id=team.id)]))
    undone = world.say("ana", "/glitter @bo said too soon #care")
    world.press("ana", ActionName.UNDO, getattr(undone, "award_id", 0))
    held = world.say("bo", "/cactus @kim the desk was empty")
    assert isinstance(held, CactusHeld)
    world.press("bo", ActionName.SEND_NOW, held.award_id)
    moments = {
        FOLLOWUP.c[name]: world.clock.now() + timedelta(hours=hours)
        for name, hours in (("delivered_at", 1), ("answered_at", 2), ("ended_at", 3))
    }
    said = {FOLLOWUP.c[name]: f"the {name}" for name in ("effect", "wish", "side")}
    with world.database.begin() as connection:
        connection.execute(update(FOLLOWUP).values({**moments, **said}))
    plain = world.exported()
    cactus = plain[-1]
    assert (cactus.effect, cactus.wish, cactus.side) == ("the effect", "the wish", "the side")
    hours = (cactus.delivered_at, cactus.answered_at, cactus.ended_at)
    assert [hour and hour[11:13] for hour in hours] == ["13", "14", "15"]
    assert (cactus.state, cactus.owner_name, cactus.owner_account) == ("open", "Kim Kim", "kim")
    assert [row.receiver_name for row in plain] == ["The tills", "Bo Bo", "Kim Kim"]
    assert [bool(row.retracted_at) for row in plain] == [False, True, False]
    with world.store.export(ExportFilter(HOUSE)) as rows:
        written = [row for some in rows.written(marked) for row in some]
    assert written == [in_cells(row, marked) for row in plain]


def test_what_is_given_meanwhile_is_not_in_it(world: World) -> None:
    fill(world)
    with world.store.export(ExportFilter(HOUSE)) as rows:
        world.say("kim", "/glitter @bo said before somebody reads")
        pieces = rows.written(ExportCells())
        read = [len(next(pieces))]
        world.say("kim", "/glitter @bo said while somebody reads")
        read += [len(piece) for piece in pieces]
    assert read == [PIECE] * PIECES
    assert rows.total == sum(read)
    assert len(world.exported()) == rows.total + 2


def test_whoever_stops_in_the_middle_leaves_the_connection_to_the_next(world: World) -> None:
    def stop() -> None:
        with world.store.export(ExportFilter(HOUSE)) as rows:
            pieces = rows.written(ExportCells())
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
            pieces = rows.written(ExportCells())
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
