"""What several commands share."""

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Annotated, Any, Protocol, TypeVar

import typer

from adapters.doctor import Finding
from bot.memory import Store
from bot.ports import Clock

if TYPE_CHECKING:
    from rich.progress import Progress

Workspace = Annotated[str, typer.Option("--workspace", help="slack:T1, teams:<tenant> …")]
Item = TypeVar("Item")
AsJson = Annotated[bool, typer.Option("--json", help="for machines")]


class Tools(Protocol):
    """What commands need from the program."""

    def serve(self) -> None: ...

    def store(self, clock: Clock | None = None) -> AbstractContextManager[Store]: ...

    def migrate(self) -> str: ...

    def slack_manifest(self, url: str | None, socket: bool, form: str) -> str:
        """As `json` or `yaml`. Raises OperatorError where Slack could not reach `url`."""
        ...

    def teams_package(self, url: str | None, app_id: str | None) -> bytes:
        """The zip of the app. Raises OperatorError where either is missing or cannot be."""
        ...

    def doctor(self) -> list[Finding]: ...

    def sample(self, track: Callable[[Sequence[Any]], Iterable[Any]]) -> int:
        """Add the sample history, going over it through `track`; how many awards."""
        ...


def progress() -> "Progress":
    """Seen on a terminal only."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)


def print_(text: str) -> None:
    typer.echo(text)


def print_list(
    found: Sequence[Item], line: Callable[[Item], str], nothing: str, *, as_json: bool
) -> None:
    """A line each, or the sentence `nothing`; for machines the list, empty or not."""
    if as_json:
        print_json(found)
        return
    for text in map(line, found) if found else [nothing]:
        print_(text)


def print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))
