"""`digest preview` and `digest send`."""

from typing import Annotated

import typer

from adapters import terminal
from adapters.cli.common import Tools, Workspace, print_
from bot import digests, weeks
from bot.errors import OperatorError
from bot.memory import Unit
from bot.messages import WeeklyHighlights
from bot.model import IsoWeek, Reader
from bot.model import Workspace as Known
from bot.settings import known_workspace

Week = Annotated[str | None, typer.Option(help="ISO week, like 2026-W47; this week if left out")]


def commands(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="The weekly highlights.", no_args_is_help=True)

    @cli.command()
    def preview(workspace: Workspace, week: Week = None) -> None:
        """Show what is or would be posted for a week. Posts nothing."""
        with tools.store() as store:
            shown = store.run_now(lambda unit: _pages(unit, workspace, week))
        for message, reader in shown:
            print_(terminal.highlights(message, reader))

    @cli.command()
    def send(
        workspace: Workspace,
        week: Week = None,
        again: Annotated[bool, typer.Option(help="post a week that has run once more")] = False,
    ) -> None:
        """Owe a week's highlights; the running bot posts them within ten seconds."""

        def owe(unit: Unit) -> IsoWeek:
            known = known_workspace(unit, workspace)
            meant = _week(unit, known, week)
            digests.send_now(unit, known, meant, again)
            return meant

        with tools.store() as store:
            print_(f"{store.run_now(owe)} is on its way; the running bot posts it.")

    return cli


def _pages(
    unit: Unit, workspace_id: str, week: str | None
) -> list[tuple[WeeklyHighlights, Reader]]:
    workspace = known_workspace(unit, workspace_id)
    told = digests.span(unit, workspace, _week(unit, workspace, week))
    ran = unit.digests.of_week(workspace_id, told.week)
    made = digests.pages_of(unit, workspace, told, ran.id if ran else None)
    return [(page, workspace.reader) for page in made]


def _week(unit: Unit, workspace: Known, week: str | None) -> IsoWeek:
    if week is None:
        return weeks.week_of(weeks.local_date(unit.now, workspace.settings.zone))
    try:
        return weeks.parse_week(week)
    except ValueError as error:
        raise OperatorError(f"{week} is not a week; write it like 2026-W47.") from error
