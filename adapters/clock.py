"""The clock that everything lives by; what else looks at the time says why."""

from datetime import UTC, datetime


class SystemClock:
    """Implements `bot.ports.Clock`."""

    def now(self) -> datetime:
        return datetime.now(UTC)
