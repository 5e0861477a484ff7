"""How fast Teams takes messages of a bot in one conversation.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

import time
from collections import OrderedDict, deque
from collections.abc import Callable

LIMITS = ((7, 1.0), (8, 2.0), (60, 30.0), (1_800, 3_600.0))
"""So many messages, within so many seconds."""
OF_ASIDES = ((4, 2.0), (30, 30.0), (300, 3_600.0))
"""What only single people see must leave room for what everybody reads."""
MOST = 10_000
"""Conversations kept in memory; those that have been silent longest are forgotten."""


class Pace:
    """Of one process; what several send together is told by Teams, which then asks to wait."""

    def __init__(
        self,
        limits: tuple[tuple[int, float], ...] = LIMITS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._longest = max((most for most, _ in limits), default=0)
        self._sent: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, conversation: str) -> float:
        """Seconds until one more may be sent; 0.0: now, and it is counted."""
        now = self._clock()
        sent = self._sent.setdefault(conversation, deque(maxlen=self._longest))
        self._sent.move_to_end(conversation)
        waits = (within - (now - sent[-most]) for most, within in self._limits if len(sent) >= most)
        if (longest := max(waits, default=0.0)) > 0:
            return longest
        sent.append(now)
        if len(self._sent) > MOST:
            self._sent.popitem(last=False)
        return 0.0
