"""`role grant`, `role revoke` and `role list`."""

from typing import Annotated

import typer

from adapters.cli.common import AsJson, Tools, Workspace, print_, print_list
from bot import homes
from bot.errors import OperatorError
from bot.memory import Unit
from bot.model import Duty, Member
from bot.settings import known_workspace

Account = Annotated[str, typer.Option("--member", help="the id of somebody in `people list`")]
Role = Annotated[Duty, typer.Option("--role", help="hr or admin; an admin is not HR")]


def commands(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="Who has the HR role, and who is admin.", no_args_is_help=True)

    @cli.command()
    def grant(workspace: Workspace, account: Account, duty: Role) -> None:
        """Give somebody a role."""

        def give(unit: Unit) -> None:
            member = _member(unit, workspace, account)
            unit.members.give_duty(member.id, duty)
            _noted(unit, workspace, "role granted", member, duty)

        with tools.store() as store:
            store.run_now(give)
        print_(f"{account} is {duty} now.")

    @cli.command()
    def revoke(workspace: Workspace, account: Account, duty: Role) -> None:
        """Take a role from somebody; from now on old buttons of theirs fail."""

        def take(unit: Unit) -> None:
            member = _member(unit, workspace, account)
            unit.members.take_duty(member.id, duty)
            _noted(unit, workspace, "role revoked", member, duty)

        with tools.store() as store:
            store.run_now(take)
        print_(f"{account} is no longer {duty}.")

    @cli.command("list")
    def list_(workspace: Workspace, as_json: AsJson = False) -> None:
        """List who has which role."""
        with tools.store() as store:
            found = store.run_now(lambda unit: _all(unit, workspace))
        print_list(
            found,
            lambda one: f"{one['role']}  {one['id']}  {one['name']}",
            f"Nobody has a role in {workspace}; give one with: role grant.",
            as_json=as_json,
        )

    return cli


def _all(unit: Unit, workspace_id: str) -> list[dict[str, str | None]]:
    known = known_workspace(unit, workspace_id)
    return [
        {"role": duty.value, "id": member.account, "name": member.name}
        for duty in Duty
        for member in unit.members.with_duty(known.id, duty)
    ]


def _member(unit: Unit, workspace_id: str, account: str) -> Member:
    known = known_workspace(unit, workspace_id)
    if found := unit.members.find(known.id, [account]).get(account):
        return found
    raise OperatorError(f"There is no {account} in {workspace_id}. List them with: people list.")


def _noted(unit: Unit, workspace_id: str, action: str, member: Member, duty: Duty) -> None:
    homes.renew(unit, known_workspace(unit, workspace_id), [member])
    details = {"member": member.id, "role": duty.value}
    unit.audit.add(workspace_id, "command line", action, details)
