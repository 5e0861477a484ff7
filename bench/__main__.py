"""`python -m bench`: measure, print, and write docs/bench.md."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bench.measure import FULL, QUICK, measure
from bench.processes import ROOT
from bench.report import as_markdown, show

PAGE = ROOT / "docs" / "bench.md"
DATABASES = ("sqlite", "postgresql")


def main(
    quick: Annotated[
        bool, typer.Option(help="Under a minute, with little history; writes no page.")
    ] = False,
    page: Annotated[Path, typer.Option(help="Where the tables are kept.")] = PAGE,
    database: Annotated[
        list[str] | None, typer.Option(help="Only this one: sqlite or postgresql.")
    ] = None,
) -> None:
    """Measure the hot path beside its floor; some ten minutes, on loopback alone."""
    console = Console(stderr=True)
    plan = QUICK if quick else FULL
    with console.status("starting") as status:
        findings = measure(plan, database or DATABASES, status.update)
    show(findings)
    if not quick and not database:
        page.write_text(as_markdown(findings), "utf-8")


if __name__ == "__main__":
    typer.run(main)
