"""`mydata`, `erase`, `retention` and `hold`: what people and the law may ask for."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated, Any

import typer

from adapters import erasures
from adapters.cli.common import AsJson, Tools, Workspace, print_, print_json, print_list
from adapters.mydata import write_mydata
from bot import privacy
from bot.errors import OperatorError, StoreUnavailable
from bot.memory import Footprint, Hold, Store, Unit
from bot.model import Member
from bot.settings import known_workspace

Account = Annotated[str, typer.Option("--member", help="the id of somebody in `people list`")]
Output = Annotated[Path, typer.Option(help="the file to write")]
OPERATOR = "command line"


def commands(cli: typer.Typer, tools: Tools) -> None:
    _mydata(cli, tools)
    _erase(cli, tools)
    _retention(cli, tools)
    holds = typer.Typer(help="Whose records must stay, and why.", no_args_is_help=True)
    _hold(holds, tools)
    cli.add_typer(holds, name="hold")


def _mydata(cli: typer.Typer, tools: Tools) -> None:
    @cli.command("mydata")
    def mydata_(workspace: Workspace, account: Account, output: Output) -> None:
        """Write everything about somebody, for them: JSON, or CSV where the file ends so."""
        with tools.store() as store:
            zone = store.run_now(lambda unit: known_workspace(unit, workspace)).settings.zone
            member = store.run_now(lambda unit: _member(unit, workspace, account))
            written = write_mydata(output, store, member, zone)
            told = {"member": member.id, "rows": written.rows, "sha256": written.sha256}
            store.run_now(
                lambda unit: unit.audit.add(member.workspace_id, OPERATOR, "mydata", told)
            )
        print_(f"{written.rows} awards in {output} (SHA-256 {written.sha256})")


def _erase(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def erase(
        workspace: Workspace,
        account: Annotated[str | None, typer.Option("--member", help="whom")] = None,
        yes: Annotated[bool, typer.Option("--yes", help="do it; without: only show")] = False,
        log: Annotated[
            Path, typer.Option(help="where erasures are noted, to repeat them on a backup")
        ] = erasures.LOG,
        replay: Annotated[bool, typer.Option(help="repeat what stands in the log")] = False,
    ) -> None:
        """Take somebody out of the records, in both directions; shows first what will go."""
        with tools.store() as store:
            if replay:
                done = erase_again(store, workspace, log)
                print_(f"{done} people of {log} were erased once more.")
                return
            if account is None:
                raise OperatorError("Say whom with --member, or --replay the log.")
            member = store.run_now(lambda unit: _member(unit, workspace, account))
            if not yes:
                print_(_sentence(store.run_now(lambda unit: privacy.preview(unit, member))))
                print_("Nothing was changed; add --yes to erase it for good.")
                return
            erasures.note(log, privacy.fingerprint(member.workspace_id, account))
            gone = store.run_now(lambda unit: privacy.erase(unit, member, OPERATOR))
            _tidy(store)
        print_(f"Erased. {_sentence(gone)}")


def erase_again(store: Store, workspace_id: str, log: Path) -> int:
    """Erase everybody whom the log names by fingerprint; how many there were."""
    known = erasures.noted(log)

    def erase(unit: Unit) -> int:
        id = known_workspace(unit, workspace_id).id
        found = [
            one
            for one in unit.members.all(id)
            if privacy.fingerprint(id, privacy.known_as(one)) in known
        ]
        for one in found:
            privacy.erase(unit, one, OPERATOR)
        return len(found)

    done = store.run_now(erase)
    _tidy(store)
    return done


def _tidy(store: Store) -> None:
    try:
        store.tidy()
    except StoreUnavailable as error:
        raise OperatorError(
            f"Erased, but bytes may remain in the file ({error}); run VACUUM when it is quiet."
        ) from None


def _sentence(found: Footprint) -> str:
    return (
        f"{found.gave} awards given, {found.received} received, {found.owns} cases owned, "
        f"{found.said} moves in cases."
    )


def _retention(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def retention(workspace: Workspace, as_json: AsJson = False) -> None:
        """Show what has run out and will go at the next rounds of the running bot."""
        with tools.store() as store:
            due = store.run_now(lambda unit: privacy.due(unit, known_workspace(unit, workspace)))
        if as_json:
            print_json({kind.value: count for kind, count in due.items()})
            return
        for kind, count in due.items():
            print_(f"{kind}  {count}")


def _hold(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def add(
        workspace: Workspace,
        account: Account,
        reason: Annotated[str, typer.Option(help="why; whoever audits reads it")],
        owner: Annotated[str, typer.Option(help="who answers for it")],
        until: Annotated[str, typer.Option(help="last day, 2026-05-31; 180 days at most")],
    ) -> None:
        """Keep somebody's records, whatever else says that they go."""
        with tools.store() as store:

            def keep(unit: Unit) -> None:
                member = _member(unit, workspace, account)
                held = Hold(member.id, reason, owner, _end_of(until))
                privacy.hold(unit, member.workspace_id, held, OPERATOR)

            store.run_now(keep)
        print_(f"The records of {account} stay until {until}.")

    @cli.command()
    def release(workspace: Workspace, account: Account) -> None:
        """End a hold."""
        with tools.store() as store:
            store.run_now(
                lambda unit: privacy.release(unit, _member(unit, workspace, account), OPERATOR)
            )
        print_(f"The records of {account} are held no longer.")

    @cli.command("list")
    def list_(workspace: Workspace, as_json: AsJson = False) -> None:
        """List the holds that last."""
        with tools.store() as store:
            found = store.run_now(lambda unit: list(_holds(unit, workspace)))
        print_list(
            found,
            lambda one: "  ".join(map(str, one.values())),
            f"Nobody’s records are held in {workspace}.",
            as_json=as_json,
        )


def _holds(unit: Unit, workspace_id: str) -> Iterable[dict[str, Any]]:
    known = known_workspace(unit, workspace_id).id
    for one in unit.privacy.holds(known):
        member = unit.members.get(known, [one.member_id])[one.member_id]
        until = one.ends_at.date().isoformat()
        yield {"id": member.account, "until": until, "owner": one.owner, "reason": one.reason}


def _end_of(day: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(day), time.max, UTC)
    except ValueError:
        raise OperatorError(f"{day} is not a day; write it like 2026-01-31.") from None


def _member(unit: Unit, workspace_id: str, account: str) -> Member:
    known = known_workspace(unit, workspace_id)
    if found := unit.members.find(known.id, [account]).get(account):
        return found
    raise OperatorError(f"There is no {account} in {workspace_id}; see: people list.")
