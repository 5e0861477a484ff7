"""The command line: 0 is done, 1 is a sentence on standard error, 2 is a wrong call."""

import sys
from typing import NoReturn

import typer

from adapters.cli import (
    digest,
    doctor,
    export,
    manifest,
    people,
    privacy,
    role,
    sample,
    team,
    workspace,
)
from adapters.cli.common import Tools, print_
from bot.errors import OperatorError, StoreUnavailable


def run(tools: Tools) -> None:
    """Run the command in `sys.argv` and exit."""
    try:
        code = commands(tools)(standalone_mode=False)
    except typer.TyperException as error:
        _complain(_sentence(error), error.exit_code)
    except typer.Abort:
        _complain("Interrupted; nothing more was done.")
    except OperatorError as error:
        _complain(str(error))
    except StoreUnavailable as error:
        _complain(f"The database does not answer ({error}); nothing was changed.")
    sys.exit(code or 0)


def _complain(sentence: str, code: int = 1) -> NoReturn:
    if sentence:
        sys.stderr.write(f"{sentence}\n")
    sys.exit(code)


def _sentence(error: typer.TyperException) -> str:
    """What was wrong with the call; "" where its help stands on the terminal already."""
    told = " ".join(error.format_message().split())
    return told if not told or told.endswith((".", "?")) else f"{told}."


def commands(tools: Tools) -> typer.Typer:
    """Every command there is."""
    cli = typer.Typer(
        help="Glitterkaktus: praise in public, criticism in private.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    _server(cli, tools)
    cli.add_typer(digest.commands(tools), name="digest")
    cli.add_typer(workspace.commands(tools), name="workspace")
    cli.add_typer(people.commands(tools), name="people")
    cli.add_typer(role.commands(tools), name="role")
    cli.add_typer(manifest.commands(tools), name="manifest")
    cli.add_typer(team.commands(tools), name="team")
    doctor.commands(cli, tools)
    export.commands(cli, tools)
    privacy.commands(cli, tools)
    sample.commands(cli, tools)
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
