"""`doctor`: does everything fit, and if not, what to do."""

from dataclasses import asdict

import typer

from adapters.cli.common import AsJson, Tools, print_, print_json


def commands(cli: typer.Typer, tools: Tools) -> None:
    @cli.command()
    def doctor(as_json: AsJson = False) -> None:
        """Check settings, database, tokens, scopes, channels and clock; change nothing."""
        found = tools.doctor()
        if as_json:
            print_json([asdict(one) for one in found])
        else:
            for one in found:
                print_(f"{'ok   ' if one.ok else 'WRONG'}  {one.what}: {one.told}")
        if not all(one.ok for one in found):
            raise typer.Exit(1)
