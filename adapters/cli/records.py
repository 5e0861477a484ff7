"""`people`."""

import typer

from adapters.cli.common import AsJson, Tools, Workspace, print_, print_json
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
