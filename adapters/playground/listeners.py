"""Who has the page open, and what they are told as it happens."""

import asyncio
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sse_starlette import ServerSentEvent

WAITING = 500
"""Events that an open page may leave unread; then it has to connect again."""

Queue = asyncio.Queue[ServerSentEvent | None]


class Listeners:
    """Open pages by account. A queue ends with None. Used on one event loop."""

    def __init__(self) -> None:
        self._queues: defaultdict[str, set[Queue]] = defaultdict(set)
        self._told: Counter[str] = Counter()

    @contextmanager
    def open(self, account: str) -> Iterator[Queue]:
        """Everything this person is told from now on."""
        queue: Queue = asyncio.Queue()
        self._queues[account].add(queue)
        try:
            yield queue
        finally:
            self._queues[account].discard(queue)

    def tell(self, accounts: Iterable[str], event: str, data: object) -> None:
        for account in accounts:
            self._told[account] += 1
            for queue in list(self._queues[account]):
                self._put(account, queue, self.event(account, event, data))

    def event(self, account: str, event: str, data: object) -> ServerSentEvent:
        """An event whose id counts what this person has been told so far."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return ServerSentEvent(text, event=event, id=str(self._told[account]))

    def close(self) -> None:
        """End every page's stream; the pages try again."""
        for queue in (queue for queues in self._queues.values() for queue in queues):
            queue.put_nowait(None)

    def _put(self, account: str, queue: Queue, event: ServerSentEvent) -> None:
        if queue.qsize() >= WAITING:
            self._queues[account].discard(queue)
            queue.put_nowait(None)
        else:
            queue.put_nowait(event)
