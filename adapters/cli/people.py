"""`people list` and `people link`."""

from typing import Annotated

import typer

from adapters.cli.common import AsJson, Tools, Workspace, print_, print_list
from bot import joining
from bot.errors import OperatorError
from bot.memory import Unit
from bot.model import ByName, Member, Team
from bot.model import Workspace as Known
from bot.settings import known_workspace
from bot.teams import fold


def commands(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="The people of a workspace.", no_args_is_help=True)

    @cli.command("list")
    def list_(workspace: Workspace, as_json: AsJson = False) -> None:
        """List everybody, also colleagues without an account."""
        with tools.store() as store:
            found = store.run_now(lambda unit: _everybody(unit, known_workspace(unit, workspace)))
        print_list(found, _line, f"Nobody is known in {workspace} yet.", as_json=as_json)

    @cli.command()
    def link(
        workspace: Workspace,
        name: Annotated[str, typer.Option(help="as `people list` shows it, without an account")],
        to: Annotated[str, typer.Option("--to", help="the id of the same person in `people list`")],
        team: Annotated[str | None, typer.Option(help="where several teams know the name")] = None,
    ) -> None:
        """Give what was received by name to somebody who has an account by now."""

        def join(unit: Unit) -> int:
            known = known_workspace(unit, workspace)
            one, member = _by_name(unit, known, name, team), _member(unit, known, to)
            return joining.join(unit, known, one, member, "command line")

        with tools.store() as store:
            moved = store.run_now(join)
        print_(f"{to} has all that {name} received: {moved} awards moved.")

    return cli


def _line(one: dict[str, str | None]) -> str:
    team = f"  without an account, in {one['team']}" if one["team"] else ""
    return f"{one['id'] or '-'}  {one['name']}  {one['standing']}{team}"


def _everybody(unit: Unit, workspace: Known) -> list[dict[str, str | None]]:
    members = unit.members.all(workspace.id)
    bare = unit.by_name.of_members(workspace.id, [one.id for one in members if not one.account])
    teams = unit.teams.get(workspace.id, {one.team_id for one in bare.values()})
    return [
        {
            "id": one.account,
            "name": one.name,
            "standing": one.standing.value,
            "team": teams[bare[one.id].team_id].name if one.id in bare else None,
        }
        for one in members
        if one.id not in bare or bare[one.id].joined_id is None
    ]


def _by_name(unit: Unit, workspace: Known, name: str, team: str | None) -> ByName:
    known = [one for one in unit.by_name.known(workspace.id, fold(name)) if not one.joined_id]
    teams = unit.teams.get(workspace.id, {one.team_id for one in known})
    meant = [one for one in known if team is None or _is(teams[one.team_id], team)]
    if len(meant) == 1:
        return meant[0]
    where = ", ".join(teams[one.team_id].name for one in known)
    if known:
        raise OperatorError(f"Say which {name} with --team; known in: {where}.")
    raise OperatorError(f"Nobody without an account is called {name}. List them with: people list.")


def _is(team: Team, name: str) -> bool:
    return fold(name) in {fold(one) for one in (team.name, *team.aliases)}


def _member(unit: Unit, workspace: Known, account: str) -> Member:
    if found := unit.members.find(workspace.id, [account]).get(account):
        return found
    raise OperatorError(f"There is no {account} in {workspace.id}. List them with: people list.")
