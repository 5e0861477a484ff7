"""`team list`, `add`, `change`, `members`, `remove` and `import`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from adapters.cli.common import AsJson, Tools, Workspace, print_, print_list
from bot import team_import, team_rules, texts
from bot.errors import OperatorError, Refusal
from bot.memory import Store, Unit
from bot.model import Member, Reader, Team
from bot.settings import known_workspace
from bot.teams import Names, WhichTeam

Name = Annotated[str, typer.Argument(help="the name of a team, or an alias")]
Alias = Annotated[list[str] | None, typer.Option("--alias", help="another name; repeat it")]
Lead = Annotated[str | None, typer.Option("--lead", help="the id of somebody in `people`")]
CactiTo = Annotated[str | None, typer.Option("--cacti-to", help="lead or all")]
Group = Annotated[
    str | None, typer.Option("--group", help="id of a Slack user group or Teams team")
]
ENGLISH = Reader("en", "UTC")


class _Undo(Exception):
    """Nothing of this is to stay."""

    def __init__(self, taken: team_import.Taken) -> None:
        super().__init__("undo")
        self.taken = taken


def commands(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="Teams: who is in them, and who leads them.", no_args_is_help=True)
    _showing(cli, tools)
    _changing(cli, tools)
    _importing(cli, tools)
    return cli


def _showing(cli: typer.Typer, tools: Tools) -> None:
    @cli.command("list")
    def list_(workspace: Workspace, as_json: AsJson = False) -> None:
        """List the teams."""
        with tools.store() as store:
            found = store.run_now(lambda unit: _all(unit, known_workspace(unit, workspace).id))
        nothing = f"There are no teams in {workspace}; make one with: team add."
        print_list(found, _line, nothing, as_json=as_json)

    @cli.command()
    def members(workspace: Workspace, name: Name, as_json: AsJson = False) -> None:
        """List who is in a team."""
        with tools.store() as store:
            found = store.run_now(lambda unit: _people(unit, _team(unit, workspace, name)))
        print_list(
            [{"id": one.account, "name": one.name} for one in found],
            lambda one: f"{one['id'] or '-'}  {one['name']}",
            f"Nobody is in {name} yet; put people in with: team change --join.",
            as_json=as_json,
        )


def _changing(cli: typer.Typer, tools: Tools) -> None:
    def do(work: Callable[[Unit], Any]) -> Any:
        with tools.store() as store:
            return store.run_now(lambda unit: _in_english(lambda: work(unit)))

    @cli.command()
    def add(
        workspace: Workspace,
        name: Annotated[str, typer.Argument(help="the name of the new team")],
        alias: Alias = None,
        lead: Lead = None,
        cacti_to: CactiTo = None,
        group: Group = None,
        join: Annotated[list[str] | None, typer.Option(help="an id in `people`; repeat it")] = None,
    ) -> None:
        """Make a team."""

        def make(unit: Unit) -> None:
            team = team_rules.new(unit, known_workspace(unit, workspace).id, name)
            _change(unit, team, alias, [], lead, cacti_to, group, join or [], [])

        do(make)
        print_(f"{name} is a team now.")

    @cli.command()
    def change(
        workspace: Workspace,
        name: Name,
        rename: Annotated[str | None, typer.Option(help="its new name")] = None,
        alias: Alias = None,
        no_alias: Annotated[list[str] | None, typer.Option(help="take one away; repeat it")] = None,
        lead: Lead = None,
        cacti_to: CactiTo = None,
        group: Group = None,
        join: Annotated[list[str] | None, typer.Option(help="an id in `people`; repeat it")] = None,
        leave: Annotated[
            list[str] | None, typer.Option(help="an id in `people`; repeat it")
        ] = None,
    ) -> None:
        """Change a team; what is left out stays as it is."""
        wanted = (rename, alias, no_alias, lead, cacti_to, group, join, leave)
        if not any(wanted):
            raise OperatorError("Nothing was given to change; see: team change --help")

        def alter(unit: Unit) -> None:
            team = _team(unit, workspace, name)
            if rename:
                team_rules.rename(unit, team, rename)
            gone = no_alias or []
            _change(unit, team, alias, gone, lead, cacti_to, group, join or [], leave or [])

        do(alter)
        print_(f"{rename or name} is changed.")

    @cli.command()
    def remove(workspace: Workspace, name: Name) -> None:
        """Remove a team; what it received stays in the history."""

        def drop(unit: Unit) -> None:
            team = _team(unit, workspace, name)
            unit.teams.remove(team.id)
            unit.audit.add(team.workspace_id, "command line", "team-delete", {"team": team.id})

        do(drop)
        print_(f"{name} is removed; its history stays.")


def _importing(cli: typer.Typer, tools: Tools) -> None:
    @cli.command("import")
    def import_(
        workspace: Workspace,
        file: Annotated[Path, typer.Argument(help=f"CSV: {', '.join(team_import.COLUMNS)}")],
        dry_run: Annotated[bool, typer.Option(help="only say what would change")] = False,
    ) -> None:
        """Make and fill teams from a file: all of it, or nothing."""
        with tools.store() as store:
            taken = _taken(store, workspace, _lines(file), dry_run=dry_run)
        for problem in taken.problems:
            why = _said(problem.refusal) if problem.refusal else problem.why
            typer.echo(f"Line {problem.line}: {why}", err=True)
        if taken.problems:
            raise OperatorError("Nothing was imported; mend these lines and try again.")
        would = "would be" if dry_run else "are"
        told = f"{len(taken.teams)} teams ({taken.new} new) and {taken.members} memberships"
        print_(f"{told} {would} taken over.")


def _taken(
    store: Store, workspace: str, lines: Sequence[str], *, dry_run: bool
) -> team_import.Taken:
    def take(unit: Unit) -> team_import.Taken:
        taken = team_import.take_over(unit, known_workspace(unit, workspace).id, lines)
        if taken.problems or dry_run:
            raise _Undo(taken)
        details = {"teams": len(taken.teams), "new": taken.new, "members": taken.members}
        unit.audit.add(workspace, "command line", "team import", details)
        return taken

    try:
        return store.run_now(take)
    except _Undo as undone:
        return undone.taken


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8-sig").splitlines(keepends=True)
    except OSError as error:
        raise OperatorError(f"{file} cannot be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise OperatorError(f"{file} is not in UTF-8; save it as CSV UTF-8.") from None


def _change(
    unit: Unit,
    team: Team,
    aliases: Sequence[str] | None,
    no_aliases: Sequence[str],
    lead: str | None,
    cacti_to: str | None,
    group: str | None,
    joining: Sequence[str],
    leaving: Sequence[str],
) -> None:
    def now() -> Team:
        return unit.teams.get(team.workspace_id, [team.id])[team.id]

    if cacti_to not in (None, "lead", "all"):
        raise OperatorError(f"--cacti-to is {cacti_to}; write lead or all.")
    team_rules.drop_aliases(unit, now(), no_aliases)
    team_rules.add_aliases(unit, now(), aliases or ())
    if group:
        team_rules.set_group(unit, now(), group)
    if cacti_to:
        unit.teams.save(replace(now(), cacti_to_all=cacti_to == "all"))
    team_rules.join(unit, team, _members(unit, team.workspace_id, joining))
    unit.teams.leave(team.id, [one.id for one in _members(unit, team.workspace_id, leaving)])
    if lead:
        team_rules.set_lead(unit, now(), _members(unit, team.workspace_id, [lead])[0])
    unit.audit.add(team.workspace_id, "command line", "team change", {"team": team.id})


def _in_english(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except Refusal as refusal:
        raise OperatorError(_said(refusal)) from None


def _said(refusal: Refusal) -> str:
    return texts.sentence(ENGLISH, refusal.notice, show=lambda person: person.name, plain=str)


def _team(unit: Unit, workspace_id: str, name: str) -> Team:
    id = known_workspace(unit, workspace_id).id
    names = Names(lambda keys: unit.teams.named(id, keys), lambda _: None)
    try:
        team = names.exactly(name)
    except WhichTeam as asked:
        several = ", ".join(one.name for one in asked.teams)
        raise OperatorError(f"{name} is an alias of {several}; write the name of one.") from None
    if team is None:
        raise OperatorError(f"There is no team {name} in {workspace_id}; `team list` tells which.")
    return team


def _members(unit: Unit, workspace_id: str, accounts: Sequence[str]) -> list[Member]:
    found = unit.members.find(workspace_id, accounts)
    for account in accounts:
        if account not in found:
            raise OperatorError(
                f"There is no {account} in {workspace_id}; `people list` tells who is there."
            )
    return [found[account] for account in accounts]


def _people(unit: Unit, team: Team) -> list[Member]:
    return unit.teams.people(team.workspace_id, team.id)


def _line(team: dict[str, Any]) -> str:
    aliases = f"  ({', '.join(team['aliases'])})" if team["aliases"] else ""
    lead = team["lead"] or "nobody"
    return f"{team['name']}{aliases}  lead: {lead}  cacti to: {team['cacti_to']}"


def _all(unit: Unit, workspace_id: str) -> list[dict[str, Any]]:
    found = unit.teams.all(workspace_id)
    leads = unit.members.get(workspace_id, [one.lead_id for one in found if one.lead_id])
    return [
        {
            "name": one.name,
            "aliases": list(one.aliases),
            "lead": leads[one.lead_id].account if one.lead_id else None,
            "cacti_to": "all" if one.cacti_to_all else "lead",
            "group": one.group,
        }
        for one in found
    ]
