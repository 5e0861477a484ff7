"""`sample`: a year of history for the playground."""

from datetime import UTC, datetime
from functools import partial

import typer

from adapters.cli.common import Tools, print_, progress
from adapters.playground import sample
from adapters.playground.people import ZONE
from bot.errors import OperatorError
from bot.weeks import following, local_date, week_of


class Then:
    """A clock that stands where it is put. Implements `bot.ports.Clock`."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


def commands(cli: typer.Typer, tools: Tools) -> None:
    @cli.command("sample")
    def sample_() -> None:
        """Fill the playground with a year of history of forty people."""
        today = datetime.now(UTC)
        clock = Then(today)
        last = following(week_of(local_date(today, ZONE)), -1)
        year = list(sample.moments(today))
        with tools.store(clock) as store, progress() as bar:
            store.run_now(lambda unit: sample.settle_in(unit, last))
            if store.run_now(sample.is_there):
                raise OperatorError("The sample history is there already; nothing was added.")
            for moment in bar.track(year, description="A year passes"):
                clock.moment = moment.at.astimezone(UTC)
                store.run_now(partial(sample.happen, moment=moment))
        print_(f"{len(year)} awards of forty people; see them with: make run")
