"""The command line: 0 is done, 1 is a sentence on standard error, 2 is a wrong call."""

import json
import sys
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any, Protocol

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from adapters import terminal
from adapters.files import write_whole
from bot import digests, exports, texts, weeks
from bot.digests import PageSize
from bot.errors import OperatorError, StoreUnavailable
from bot.model import IsoWeek, Kind, Place, Settings, Workspace
from bot.ports import ExportFilter, Store, Unit

PREVIEW = PageSize(40, 8000)

WorkspaceId = Annotated[str, typer.Argument(help="slack:T1, teams:<tenant> or playground:demo")]
Option = Annotated[str, typer.Option("--workspace", help="slack:T1, teams:<tenant> …")]
Week = Annotated[str | None, typer.Option(help="ISO week, like 2026-W47; this week if left out")]
AsJson = Annotated[bool, typer.Option("--json", help="for machines")]


class Tools(Protocol):
    """What commands need from the program."""

    def serve(self) -> None: ...

    def store(self) -> AbstractContextManager[Store]: ...

    def migrate(self) -> str: ...


def run(tools: Tools) -> None:
    """Run the command in `sys.argv` and exit."""
    try:
        commands(tools)()
    except OperatorError as error:
        _complain(str(error))
    except StoreUnavailable as error:
        _complain(f"The database does not answer ({error}); nothing was changed.")


def _complain(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.exit(1)


def commands(tools: Tools) -> typer.Typer:
    """Every command there is."""
    cli = typer.Typer(
        help="Glitterkaktus: praise in public, criticism in private.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    _server(cli, tools)
    cli.add_typer(_digest(tools), name="digest")
    cli.add_typer(_workspace(tools), name="workspace")
    _records(cli, tools)
    return cli


def _server(cli: typer.Typer, tools: Tools) -> None:
    @cli.command("run")
    def run_() -> None:
        """Run the bot: the playground, or Slack and Teams where they are set."""
        tools.serve()

    @cli.command()
    def migrate() -> None:
        """Create the database or bring it up to date, and nothing else."""
        print_(f"The schema is at {tools.migrate()}.")


def _digest(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="The weekly highlights.", no_args_is_help=True)

    @cli.command()
    def preview(workspace: Option, week: Week = None) -> None:
        """Show what is or would be posted for a week. Posts nothing."""
        with tools.store() as store:
            shown = store.run_now(lambda unit: _pages(unit, workspace, week))
        for message, reader in shown:
            print_(terminal.highlights(message, reader))

    @cli.command()
    def send(
        workspace: Option,
        week: Week = None,
        again: Annotated[bool, typer.Option(help="post a week that has run once more")] = False,
    ) -> None:
        """Owe a week's highlights; the running bot posts them within ten seconds."""

        def owe(unit: Unit) -> IsoWeek:
            known = _known(unit, workspace)
            meant = _week(unit, known, week)
            digests.send_now(unit, known, meant, PREVIEW, again)
            return meant

        with tools.store() as store:
            print_(f"{store.run_now(owe)} is on its way; the running bot posts it.")

    return cli


def _workspace(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="Workspaces and what is decided in them.", no_args_is_help=True)

    @cli.command("list")
    def list_(as_json: AsJson = False) -> None:
        """List the workspaces."""
        with tools.store() as store:
            found = store.run_now(lambda unit: unit.workspaces.all())
        if as_json:
            print_json([_shown(one) for one in found])
            return
        for one in found:
            print_(f"{one.id}  {one.name}{'  (removed)' if one.suspended_at else ''}")

    @cli.command()
    def show(workspace_id: WorkspaceId, as_json: AsJson = False) -> None:
        """Show one workspace and its settings."""
        with tools.store() as store:
            shown = _shown(store.run_now(lambda unit: _known(unit, workspace_id)))
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
        }
        given = {name: value for name, value in changes.items() if value is not None}
        if glitter_channel == "none":
            given["glitter_channel"] = None
        with tools.store() as store:
            store.run_now(lambda unit: change_settings(unit, workspace_id, given, "command line"))
        print_("Changed: " + ", ".join(f"{name} = {value}" for name, value in given.items()))

    return cli


def _records(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def people(workspace: Option, as_json: AsJson = False) -> None:
        """List the people of a workspace."""
        with tools.store() as store:
            found = store.run_now(lambda unit: unit.members.all(_known(unit, workspace).id))
        if as_json:
            shown = [{"id": m.account, "name": m.name, "standing": m.standing} for m in found]
            print_json(shown)
            return
        for member in found:
            print_(f"{member.account or '-'}  {member.name}  {member.standing}")

    @cli.command()
    def export(
        workspace: Option,
        output: Annotated[Path, typer.Option(help="the file to write")],
        from_: Annotated[str | None, typer.Option("--from", help="first day, 2026-01-31")] = None,
        to: Annotated[str | None, typer.Option("--to", help="last day, included")] = None,
        kind: Annotated[Kind | None, typer.Option(help="only this kind")] = None,
        form: Annotated[str, typer.Option("--format", help="csv")] = "csv",
    ) -> None:
        """Write every award to a file, oldest first."""
        if form != "csv":
            raise OperatorError(f"{form} is not a format that I know; use csv.")
        with tools.store() as store:
            known = store.run_now(lambda unit: _known(unit, workspace))
            zone = known.settings.zone
            wanted = ExportFilter(known.id, _day(from_, zone), _day(to, zone, after=True), kind)
            export_file(store, wanted, zone, output)

    def export_file(store: Store, wanted: ExportFilter, zone: str, output: Path) -> None:
        with _progress() as progress, store.export(wanted) as rows:
            progress.add_task(f"Writing {output.name}")
            written = write_whole(output, lambda out: exports.write_csv(rows, zone, out))
        details = {
            "filter": {
                "from": wanted.starts_at.isoformat() if wanted.starts_at else None,
                "to": wanted.ends_at.isoformat() if wanted.ends_at else None,
                "kind": wanted.kind,
            },
            "format": "csv",
            "rows": written.rows,
            "sha256": written.sha256,
        }
        store.run_now(
            lambda unit: unit.audit.add(wanted.workspace_id, "command line", "export", details)
        )
        print_(f"{written.rows} awards in {output} (SHA-256 {written.sha256})")


def change_settings(unit: Unit, workspace_id: str, given: dict[str, Any], actor: str) -> None:
    """Save and audit changed settings. Raises OperatorError for a value that cannot be."""
    known = _known(unit, workspace_id)
    settings = checked(known.settings, given)
    last = unit.workspaces.last_week(workspace_id)
    unit.workspaces.set_settings(workspace_id, settings, digests.next_due(last, settings))
    unit.audit.add(workspace_id, actor, "settings", given)
    changed = Workspace(known.id, known.name, settings, known.suspended_at)
    digests.post_blocked(unit, changed, PREVIEW)


def checked(settings: Settings, given: dict[str, Any]) -> Settings:
    """`settings` with the changes. Raises OperatorError for a value that cannot be."""
    if "zone" in given and not weeks.is_zone(given["zone"]):
        raise OperatorError(f"{given['zone']} is not a time zone; write it like Europe/Helsinki.")
    if given.get("language", "en") not in texts.LANGUAGES:
        raise OperatorError("I speak en, sv, nb and fi; choose one of them.")
    try:
        return Settings.model_validate({**settings.model_dump(), **given})
    except ValidationError as error:
        first = error.errors()[0]
        raise OperatorError(f"{first['loc'][0]}: {first['msg']}.") from None


def _known(unit: Unit, workspace_id: str) -> Workspace:
    if found := unit.workspaces.get(workspace_id):
        return found
    known = ", ".join(one.id for one in unit.workspaces.all()) or "none yet; run the bot first"
    raise OperatorError(f"There is no workspace {workspace_id}. Known: {known}.")


def _pages(unit: Unit, workspace_id: str, week: str | None) -> list[tuple[Any, Any]]:
    workspace = _known(unit, workspace_id)
    told = digests.span(unit, workspace, _week(unit, workspace, week))
    made = digests.pages(unit, workspace, told, PREVIEW)
    return [(page, workspace.reader) for page in made]


def _week(unit: Unit, workspace: Workspace, week: str | None) -> IsoWeek:
    if week is None:
        return weeks.week_of(weeks.local_date(unit.now, workspace.settings.zone))
    try:
        return weeks.parse_week(week)
    except ValueError as error:
        raise OperatorError(f"{week} is not a week; write it like 2026-W47.") from error


def _day(day: str | None, zone: str, *, after: bool = False) -> datetime | None:
    """The start of a local day, or of the day after it."""
    if day is None:
        return None
    try:
        meant = date.fromisoformat(day) + timedelta(days=int(after))
    except ValueError as error:
        raise OperatorError(f"{day} is not a day; write it like 2026-01-31.") from error
    return weeks.to_utc(datetime.combine(meant, time()), zone).astimezone(UTC)


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


def _progress() -> Progress:
    """Seen on a terminal only."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def print_(text: str) -> None:
    typer.echo(text)


def print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))
