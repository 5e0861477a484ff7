"""Which method Slack wants to hear nothing of for a while, per workspace: its limits are such."""

from datetime import timedelta
from time import monotonic

MOST = 10_000


class Quiet:
    """Kept in memory: a process that does not know yet learns it from its first 429."""

    def __init__(self) -> None:
        self._until: dict[tuple[str, str], float] = {}

    def ask(self, workspace_id: str, method: str, silence: timedelta) -> None:
        """Slack asked for silence."""
        if len(self._until) >= MOST:
            self._until = {key: end for key, end in self._until.items() if end > monotonic()}
        self._until[workspace_id, method] = monotonic() + silence.total_seconds()

    def left(self, workspace_id: str, method: str) -> timedelta | None:
        """How long it lasts; None where the method may be called."""
        left = self._until.get((workspace_id, method), 0.0) - monotonic()
        return timedelta(seconds=left) if left > 0 else None
