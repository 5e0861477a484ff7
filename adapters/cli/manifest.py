"""`manifest slack`, `manifest teams`: what a platform is told about the app."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from adapters.cli.common import Tools, print_
from adapters.files import write_whole


class Form(StrEnum):
    JSON = "json"
    YAML = "yaml"


def commands(tools: Tools) -> typer.Typer:
    cli = typer.Typer(help="What a platform is told about the app.", no_args_is_help=True)

    _teams(cli, tools)

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


def _teams(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def teams(
        url: Annotated[str | None, typer.Option(help="the bot's address; else PUBLIC_URL")] = None,
        app_id: Annotated[
            str | None, typer.Option(help="its application id; else TEAMS_APP_ID")
        ] = None,
        output: Annotated[Path, typer.Option(help="the zip to write")] = Path(
            "glitterkaktus-teams.zip"
        ),
    ) -> None:
        """Write the app package to upload in the Teams admin centre."""
        package = tools.teams_package(url, app_id)
        write_whole(output, lambda file: file.write_bytes(package))
        print_(f"{output} is ready: upload it in the Teams admin centre, under Manage apps.")
