"""Killed at any step of a week, the bot tells it once, or says that nobody can know."""

import signal
from collections import Counter
from datetime import timedelta
from pathlib import Path

from bot import digests
from bot.heard import ActionName
from bot.model import DigestStatus
from bot.weeks import local_date, week_of
from storage import tables
from tests.drivers.stage import Stage
from tests.killed_week import STEPS, end_at, note
from tests.worlds import FRIDAY, HOUSE, World, award

DUE = FRIDAY + timedelta(hours=2) + digests.SETTLED_AFTER
UNSURE = {"sending", "sent", "recorded"}
"""Steps after which the week has perhaps arrived: it is on its way, and that is all one knows."""


def test_a_week_whose_process_is_killed_at_any_step_is_told_once(
    world: World, tmp_path: Path
) -> None:
    taken, ends = tmp_path / "taken", {}
    url = world.database.url.render_as_string(hide_password=False)
    ana, bo = world.join("ana", "bo")
    for number, step in enumerate(STEPS):
        world.clock.at = DUE + timedelta(weeks=number, hours=-1)
        new = award(ana, bo, step)
        world.ask(lambda unit, new=new: unit.awards.add([new]))
        due = DUE + timedelta(weeks=number)
        assert end_at(step, url, due, taken) == -signal.SIGKILL, step

        stage = Stage(world)
        stage.before_each = lambda delivery: note(taken, delivery)
        world.clock.at = due
        stage.later(seconds=31)  # the lease of the dead runs out
        week = week_of(local_date(due, "Europe/Stockholm"))
        ends[step] = _status(world, number)
        told = Counter(taken.read_text().split() if taken.exists() else ())
        assert told[str(week)] == (step != "sending"), step
        if step in UNSURE:
            assert "unknown-outcome" in stage.notices("boss"), step
        if step == "sending":
            world.press("boss", ActionName.RESEND, _unknown(world))
            stage.settle()
            assert Counter(taken.read_text().split())[str(week)] == 1
    assert ends == {
        step: DigestStatus.UNKNOWN if step in UNSURE else DigestStatus.POSTED for step in STEPS
    }


def _status(world: World, number: int) -> DigestStatus | None:
    week = week_of(local_date(DUE + timedelta(weeks=number), "Europe/Stockholm"))
    found = world.ask(lambda unit: unit.digests.of_week(HOUSE, week))
    return found.status if found else None


def _unknown(world: World) -> int:
    (lost,) = [row.id for row in world.rows(tables.DELIVERY) if row.status == "unknown"]
    return int(lost)
