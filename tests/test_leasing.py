"""A look at the outbox costs what waits in it, not what has been sent through it."""

from datetime import timedelta
from typing import Any

from sqlalchemy import insert

from bot.model import DeliveryStatus, Verb
from storage import leasing, sqlite
from storage.tables import DELIVERY
from tests.worlds import HOUSE, World

SENT, WAITING = 3_000, 20


def test_no_look_reads_all_that_has_been_sent(file_world: World) -> None:
    """With statistics as well, from which SQLite may conclude that reading all of it pays."""
    now = file_world.clock.now()
    sent = {"status": DeliveryStatus.SENT.value, "finished_at": now - timedelta(hours=1)}
    rows = [{**sent, "place": f"channel:C{number % 8}"} for number in range(SENT)]
    rows += [{"place": f"channel:C{number}"} for number in range(WAITING)]
    owe(file_world, rows)
    assert file_world.database.file
    sqlite.analyze(file_world.database.file)
    file_world.database.close()  # statistics are read when a connection is opened
    file_world.database.open()
    wanted = {"platform": HOUSE.partition(":")[0], "now": now, "but_for": []}
    chosen = {**wanted, "pace_since": now - timedelta(seconds=1), "most": 64, "each": 16}
    with file_world.database.snapshot() as connection:
        assert len(leasing._LEASE.rows(connection, chosen)) == 16
        looks = ((leasing._LEASE, chosen), (leasing._MORE, wanted), (leasing._LOSE, {"now": now}))
        for statement, values in looks:
            made = statement._made_for(connection.dialect, values)
            plan = connection.connection.cursor().execute(
                f"EXPLAIN QUERY PLAN {made.sql}", made.bound(values)
            )
            steps = [step for *_, step in plan.fetchall()]
            assert any("ix_delivery_unfinished" in step for step in steps)
            assert not [step for step in steps if "BLOOM" in step or "SCAN delivery" in step]


def test_what_waits_behind_the_first_of_its_place_costs_a_round_nothing(file_world: World) -> None:
    """In steps of SQLite's own machine, which are the same on every day."""
    few, many = (steps_to_expire(file_world, number) for number in (WAITING, SENT))
    assert many < few + WAITING


def steps_to_expire(world: World, waiting: int) -> int:
    """How many it takes where so many more wait in the same place."""
    owe(world, [{"place": "channel:C1"}] * waiting)
    steps = []
    with world.database.begin() as connection:
        driver: Any = connection.connection.driver_connection
        driver.set_progress_handler(lambda: steps.append(1), 1)
        assert leasing.expire(connection, world.clock.now()) == []
        driver.set_progress_handler(None, 1)
    return len(steps)


def test_what_was_lost_behind_one_that_was_revived_is_found_when_that_has_gone(
    world: World,
) -> None:
    lost = {"status": DeliveryStatus.SENDING.value, "place": "channel:C1"}
    owe(world, [{"place": "channel:C1"}, lost])
    assert world.ask(lambda unit: unit.deliveries.expire_leases()) == []
    (first, _) = sorted(row.id for row in world.rows(DELIVERY))
    world.ask(lambda unit: unit.deliveries.finish(first, DeliveryStatus.SENT, ref="1", code=""))
    (found,) = world.ask(lambda unit: unit.deliveries.expire_leases())
    assert found == (HOUSE, first + 1, None)


def owe(world: World, rows: list[dict[str, Any]]) -> None:
    """Messages that wait, where `rows` do not say more."""
    common = {
        "workspace_id": HOUSE,
        "verb": Verb.POST.value,
        "language": "en",
        "zone": "UTC",
        "status": DeliveryStatus.PENDING.value,
        "try_at": world.clock.now(),
        "attempts": 0,
        "check_first": False,
        "ref": "",
        "code": "",
        "finished_at": None,
    }
    with world.database.begin() as connection:
        connection.execute(insert(DELIVERY), [{**common, **row} for row in rows])
