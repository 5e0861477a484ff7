"""`sample`: a year of history for the playground."""

import typer

from adapters.cli.common import Tools, print_, progress


def commands(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def sample() -> None:
        """Fill the playground with a year of history of forty people."""
        with progress() as bar:
            added = tools.sample(lambda year: bar.track(year, description="A year passes"))
        print_(f"{added} awards of forty people; see them with: make run")
