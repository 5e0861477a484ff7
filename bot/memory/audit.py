"""Who did what to the records."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any, Protocol

from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Audited:
    """Who did what to the records; `actor` is `command line` or `member 12`."""

    id: int
    at: datetime
    actor: str
    action: str
    details: Mapping[str, Any]

    def told(self) -> dict[str, Any]:
        """As plain values."""
        return {**asdict(self), "at": self.at.isoformat()}


class Audit(Protocol):
    def add(
        self, workspace_id: str | None, actor: str, action: str, details: Mapping[str, Any]
    ) -> None: ...

    def all(self, workspace_id: str) -> list[Audited]:
        """Oldest first."""
        ...
