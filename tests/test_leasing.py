"""A look at the outbox costs what waits in it, not what has been sent through it."""

from datetime import timedelta

from sqlalchemy import insert

from bot.model import DeliveryStatus, Verb
from storage import leasing, sqlite
from storage.tables import DELIVERY
from tests.worlds import HOUSE, World

SENT, WAITING = 3_000, 20


def test_no_look_reads_all_that_has_been_sent(file_world: World) -> None:
    """With statistics as well, from which SQLite may conclude that reading all of it pays."""
    now = file_world.clock.now()
    common = {
        "workspace_id": HOUSE,
        "verb": Verb.POST.value,
        "language": "en",
        "zone": "UTC",
        "try_at": now,
        "attempts": 0,
        "check_first": False,
        "ref": "",
        "code": "",
    }
    sent = {"status": DeliveryStatus.SENT.value, "finished_at": now - timedelta(hours=1)}
    waiting = {"status": DeliveryStatus.PENDING.value, "finished_at": None}
    rows = [{**common, **sent, "place": f"channel:C{number % 8}"} for number in range(SENT)]
    rows += [{**common, **waiting, "place": f"channel:C{number}"} for number in range(WAITING)]
    with file_world.database.begin() as connection:
        connection.execute(insert(DELIVERY), rows)
    assert file_world.database.file
    sqlite.analyze(file_world.database.file)
    file_world.database.close()  # statistics are read when a connection is opened
    file_world.database.open()
    wanted = {"platform": HOUSE.partition(":")[0], "now": now, "but_for": []}
    chosen = {**wanted, "pace_since": now - timedelta(seconds=1), "most": 64, "each": 16}
    with file_world.database.snapshot() as connection:
        assert len(leasing._LEASE.rows(connection, chosen)) == 16
        for statement, values in ((leasing._LEASE, chosen), (leasing._MORE, wanted)):
            made = statement._made_for(connection.dialect, values)
            plan = connection.connection.cursor().execute(
                f"EXPLAIN QUERY PLAN {made.sql}", made.bound(values)
            )
            steps = [step for *_, step in plan.fetchall()]
            assert any("ix_delivery_unfinished" in step for step in steps)
            assert not [step for step in steps if "BLOOM" in step or "SCAN delivery" in step]
