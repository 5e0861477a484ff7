"""`people` and `export`."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from adapters.cli.common import AsJson, Tools, Workspace, print_, print_json, progress
from adapters.files import write_whole
from bot import exports, weeks
from bot.errors import OperatorError
from bot.memory import ExportFilter, Store
from bot.model import Kind
from bot.settings import known_workspace


def commands(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def people(workspace: Workspace, as_json: AsJson = False) -> None:
        """List the people of a workspace."""
        with tools.store() as store:
            found = store.run_now(
                lambda unit: unit.members.all(known_workspace(unit, workspace).id)
            )
        if as_json:
            shown = [{"id": m.account, "name": m.name, "standing": m.standing} for m in found]
            print_json(shown)
            return
        for member in found:
            print_(f"{member.account or '-'}  {member.name}  {member.standing}")

    @cli.command()
    def export(
        workspace: Workspace,
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
            known = store.run_now(lambda unit: known_workspace(unit, workspace))
            zone = known.settings.zone
            wanted = ExportFilter(known.id, _day(from_, zone), _day(to, zone, after=True), kind)
            export_file(store, wanted, zone, output)

    def export_file(store: Store, wanted: ExportFilter, zone: str, output: Path) -> None:
        with progress() as bar, store.export(wanted) as rows:
            bar.add_task(f"Writing {output.name}", total=None)
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


def _day(day: str | None, zone: str, *, after: bool = False) -> datetime | None:
    """The start of a local day, or of the day after it."""
    if day is None:
        return None
    try:
        meant = date.fromisoformat(day) + timedelta(days=int(after))
    except ValueError as error:
        raise OperatorError(f"{day} is not a day; write it like 2026-01-31.") from error
    return weeks.to_utc(datetime.combine(meant, time()), zone).astimezone(UTC)
