"""The ways to the records: the pages, and a file."""

from datetime import datetime
from typing import Literal

from bot.messages.parts import NoButtons
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class SignInLink(NoButtons):
    """The way to the pages, for one person: whoever holds the address may sign in as them.

    Until it is sent, `address` ends where its token begins.
    """

    account: str
    address: str
    minutes: int
    what: Literal["sign_in_link"] = "sign_in_link"


@dataclass(frozen=True, slots=True)
class ExportReady(NoButtons):
    """To HR alone: the file they asked for. It comes along where the platform can send one.

    `size` is in bytes; `asked_for` is the filter in the reader's words.
    """

    export_id: int
    file_name: str
    rows: int
    size: int
    sha256: str
    asked_for: str
    until: datetime
    """When the file is gone."""
    what: Literal["export_ready"] = "export_ready"
