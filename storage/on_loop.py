"""What the event loop does while the writer's thread holds the transaction.

Whoever waits for a database lets other threads on, and has to wait for the interpreter until they
let go of it in turn. SQLite is never far: for an award of four statements, that took longer than
the statements, so there the loop does all quick work.
"""

import asyncio
from collections.abc import Callable
from threading import Event, Lock

from bot.errors import StoreUnavailable

Work = Callable[[], None]
_PATIENCE = 0.25
"""Seconds for which a loop may be busy with something else; then the work is done without it."""


def on_loop(loop: asyncio.AbstractEventLoop, work: Work) -> None:
    """Let the event loop do `work`, wait for its end, and raise what it raises.

    Where the loop is busy or gone, the work is done here.
    """
    errand = _Errand(work)
    try:
        loop.call_soon_threadsafe(errand.begin)
    except RuntimeError:  # the loop is closed
        errand.begin()
    if not errand.ended.wait(_PATIENCE):
        errand.begin()
    errand.ended.wait()
    if errand.error is not None:
        raise errand.error


class _Errand:
    """Work that is done once, by whoever begins it first."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._begun = Lock()
        self.ended = Event()
        self.error: Exception | None = None

    def begin(self) -> None:
        if not self._begun.acquire(blocking=False):
            return
        try:
            self._work()
        except Exception as error:
            self.error = error
        except BaseException:  # a signal ends this thread; the other one must not wait for it
            self.error = StoreUnavailable("interrupted")
            raise
        finally:
            self.ended.set()
