"""`manifest slack`: what Slack is told about the app."""

from enum import StrEnum
from typing import Annotated

import typer

from adapters.cli.common import Tools, print_


class Form(StrEnum):
    JSON = "json"
    YAML = "yaml"


def commands(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="What a platform is told about the app.", no_args_is_help=True)

    @cli.callback()
    def of_a_platform() -> None:
        """What a platform is told about the app."""

    @cli.command()
    def slack(
        url: Annotated[
            str | None, typer.Option(help="how Slack reaches the bot; else PUBLIC_URL")
        ] = None,
        socket: Annotated[
            bool, typer.Option("--socket", help="for Socket Mode, which needs no address")
        ] = False,
        form: Annotated[Form, typer.Option("--format", help="both can be pasted")] = Form.YAML,
    ) -> None:
        """Print the manifest to paste where Slack asks for one."""
        print_(tools.slack_manifest(url, socket, form))

    return cli
