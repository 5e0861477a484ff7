"""`workspace list`, `show` and `set`."""

from typing import Annotated, Any

import typer

from adapters.cli.common import AsJson, Tools, print_, print_json, print_list
from bot.errors import OperatorError
from bot.model import Place, Workspace
from bot.settings import change_settings, known_workspace

WorkspaceId = Annotated[str, typer.Argument(help="slack:T1, teams:<tenant> or playground:demo")]


def commands(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="Workspaces and what is decided in them.", no_args_is_help=True)

    @cli.command("list")
    def list_(as_json: AsJson = False) -> None:
        """List the workspaces."""
        with tools.store() as store:
            found = store.run_now(lambda unit: unit.workspaces.all())
        if as_json:
            print_json([_shown(one) for one in found])
            return
        print_list(
            found,
            lambda one: f"{one.id}  {one.name}{'  (removed)' if one.suspended_at else ''}",
            "There are no workspaces yet; each comes with its installation in Slack or Teams.",
            as_json=False,
        )

    @cli.command()
    def show(workspace_id: WorkspaceId, as_json: AsJson = False) -> None:
        """Show one workspace and its settings."""
        with tools.store() as store:
            shown = _shown(store.run_now(lambda unit: known_workspace(unit, workspace_id)))
        if as_json:
            print_json(shown)
            return
        for name, value in shown.items():
            print_(f"{name}: {value}")

    @cli.command("set")
    def set_(
        workspace_id: WorkspaceId,
        channel: Annotated[str | None, typer.Option(help="id of the highlights channel")] = None,
        weekday: Annotated[int | None, typer.Option(help="1 Monday … 7 Sunday")] = None,
        hour: Annotated[int | None, typer.Option(help="0 … 23, local")] = None,
        zone: Annotated[str | None, typer.Option(help="like Europe/Stockholm")] = None,
        language: Annotated[str | None, typer.Option(help="en, sv, nb or fi")] = None,
        glitter_channel: Annotated[
            str | None, typer.Option(help="id of the glitter channel; `none`: where it was given")
        ] = None,
        daily_glitter_limit: Annotated[int | None, typer.Option(help="0: none")] = None,
        daily_cactus_limit: Annotated[int | None, typer.Option(help="0: none")] = None,
        cactus_hold_minutes: Annotated[int | None, typer.Option()] = None,
        cactus_working_hours: Annotated[bool | None, typer.Option()] = None,
        cactus_on: Annotated[bool | None, typer.Option()] = None,
        cactus_months: Annotated[int | None, typer.Option(help="kept so long: 1 … 60")] = None,
        glitter_months: Annotated[int | None, typer.Option(help="kept so long: 1 … 60")] = None,
        receivers_opt_in: Annotated[
            bool | None, typer.Option(help="cacti reach only those who have agreed to get any")
        ] = None,
        two_person_exports: Annotated[
            bool | None, typer.Option(help="exports with cacti need a second HR person")
        ] = None,
        reaction_replies: Annotated[
            bool | None, typer.Option(help="emoji that give glitter are answered in the thread")
        ] = None,
        policy_link: Annotated[
            str | None, typer.Option(help="your policy against victimisation; `none`: no link")
        ] = None,
        answer_days: Annotated[int | None, typer.Option(help="working days to an answer")] = None,
        holidays: Annotated[
            str | None, typer.Option(help="SE, NO, FI or DK: no answer is due then; or `none`")
        ] = None,
    ) -> None:
        """Change settings; those left out stay as they are."""
        changes: dict[str, Any] = {
            "highlights_channel": _channel(channel),
            "highlights_weekday": weekday,
            "highlights_hour": hour,
            "zone": zone,
            "language": language,
            "glitter_channel": _channel(glitter_channel),
            "daily_glitter_limit": daily_glitter_limit,
            "daily_cactus_limit": daily_cactus_limit,
            "cactus_hold_minutes": cactus_hold_minutes,
            "cactus_working_hours": cactus_working_hours,
            "cactus_on": cactus_on,
            "cactus_months": cactus_months,
            "glitter_months": glitter_months,
            "receivers_opt_in": receivers_opt_in,
            "two_person_exports": two_person_exports,
            "reaction_replies": reaction_replies,
            "policy_link": "" if policy_link == "none" else policy_link,
            "answer_days": answer_days,
            "holidays": holidays.upper() if holidays else None,
        }
        given = {name: value for name, value in changes.items() if value is not None}
        if glitter_channel == "none":
            given["glitter_channel"] = None
        if holidays == "none":
            given["holidays"] = None
        if not given:
            raise OperatorError("Nothing was given to change; see: workspace set --help")
        with tools.store() as store:
            store.run_now(lambda unit: change_settings(unit, workspace_id, given, "command line"))
        print_("Changed: " + ", ".join(f"{name} = {value}" for name, value in given.items()))

    return cli


def _channel(id: str | None) -> str | None:
    return None if id in (None, "none") else Place.channel(str(id)).key


def _shown(workspace: Workspace) -> dict[str, Any]:
    removed = workspace.suspended_at.isoformat() if workspace.suspended_at else None
    return {
        "id": workspace.id,
        "name": workspace.name,
        "removed_at": removed,
        **workspace.settings.model_dump(),
    }
