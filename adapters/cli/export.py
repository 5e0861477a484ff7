"""`export`: the awards under a filter, or who exported them before."""

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer

from adapters.cli.common import Tools, Workspace, print_, progress
from adapters.files import Written, write_export, write_whole
from bot import weeks
from bot.errors import OperatorError
from bot.exporting import audited, tell_hr
from bot.exports import Form
from bot.memory import ExportFilter, Store, Unit
from bot.model import Kind, Reader, Source, State
from bot.settings import known_workspace
from bot.teams import fold


def commands(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def export(
        workspace: Workspace,
        output: Annotated[Path, typer.Option(help="the file to write")],
        from_: Annotated[str | None, typer.Option("--from", help="first day, 2026-01-31")] = None,
        to: Annotated[str | None, typer.Option("--to", help="last day, included")] = None,
        kind: Annotated[Kind | None, typer.Option(help="only this kind")] = None,
        person: Annotated[str | None, typer.Option(help="given or received by this id")] = None,
        team: Annotated[str | None, typer.Option(help="received by this team or in it")] = None,
        value: Annotated[str, typer.Option(help="only with this #word")] = "",
        source: Annotated[Source | None, typer.Option(help="only from there")] = None,
        state: Annotated[State | None, typer.Option(help="only cacti in this state")] = None,
        text: Annotated[str, typer.Option(help="only with these words in the reason")] = "",
        form: Annotated[str, typer.Option("--format", help="csv, xlsx or jsonl")] = "csv",
        audit: Annotated[
            bool, typer.Option("--audit", help="the audit instead of the awards, as JSON Lines")
        ] = False,
    ) -> None:
        """Write every award to a file, oldest first."""
        with tools.store() as store:
            known = store.run_now(lambda unit: known_workspace(unit, workspace))
            if audit:
                _export_audit(store, known.id, output)
                return
            zone = known.settings.zone
            if from_ and to and from_ > to:
                raise OperatorError(f"--from {from_} is later than --to {to}.")
            wanted = ExportFilter(
                known.id,
                starts_at=_day(from_, zone),
                ends_at=_day(to, zone, after=True),
                kind=kind,
                person=store.run_now(lambda unit: _person(unit, known.id, person)),
                team=store.run_now(lambda unit: _team(unit, known.id, team)),
                value=value,
                source=source,
                state=state,
                text=text,
            )
            _export_awards(store, wanted, _form(form), known.reader, output)


def _export_awards(
    store: Store, wanted: ExportFilter, form: Form, reader: Reader, output: Path
) -> None:
    with progress() as bar, store.export(wanted) as rows:
        task = bar.add_task(f"Writing {output.name}", total=rows.total)
        written = write_export(
            output, form, rows, reader, lambda done: bar.update(task, completed=done)
        )
    details = audited(wanted, form, written.rows, written.sha256)

    def note(unit: Unit) -> None:
        unit.audit.add(wanted.workspace_id, "command line", "export", details)
        tell_hr(unit, wanted, form, written.rows, None)

    store.run_now(note)
    _told(written, "awards", output)


def _export_audit(store: Store, workspace_id: str, output: Path) -> None:
    found = store.run_now(lambda unit: unit.audit.all(workspace_id))

    def fill(file: Path) -> int:
        with file.open("w", encoding="utf-8", newline="") as out:
            out.writelines(f"{json.dumps(one.told(), ensure_ascii=False)}\n" for one in found)
        return len(found)

    _told(write_whole(output, fill), "lines of the audit", output)


def _told(written: Written, what: str, output: Path) -> None:
    print_(f"{written.rows} {what} in {output} (SHA-256 {written.sha256})")


def _form(form: str) -> Form:
    try:
        return Form(form)
    except ValueError:
        known = ", ".join(Form)
        raise OperatorError(f"{form} is not a format that I know; use one of {known}.") from None


def _person(unit: Unit, workspace_id: str, account: str | None) -> int | None:
    if account is None:
        return None
    if found := unit.members.find(workspace_id, [account]).get(account):
        return found.id
    raise OperatorError(f"There is no {account} in {workspace_id}; see: people list.")


def _team(unit: Unit, workspace_id: str, name: str | None) -> int | None:
    if name is None:
        return None
    found = unit.teams.named(workspace_id, [fold(name)]).get(fold(name), [])
    if len(found) == 1:
        return found[0].id
    raise OperatorError(f"There is no team {name} in {workspace_id}; `team list` tells which.")


def _day(day: str | None, zone: str, *, after: bool = False) -> datetime | None:
    """The start of a local day, or of the day after it."""
    if day is None:
        return None
    try:
        meant = date.fromisoformat(day) + timedelta(days=int(after))
    except ValueError as error:
        raise OperatorError(f"{day} is not a day; write it like 2026-01-31.") from error
    return weeks.to_utc(datetime.combine(meant, time()), zone).astimezone(UTC)
