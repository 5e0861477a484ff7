"""What is owed is sent: leased, tried once, and written down as it turned out.

The table decides what may go out when; this only carries. Several processes may do so at once.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from random import random

from bot import exporting, home, outcome_rules, verification, visits
from bot.errors import StoreUnavailable
from bot.memory import Leased, Store, Unit
from bot.messages import Delivery, ExportReady, SignInLink
from bot.model import PlaceKind, Profile, Verb
from bot.outcomes import Outcome, Uncertain
from bot.ports import Platform
from bot.reports import report

log = logging.getLogger(__name__)

AT_ONCE = 64
OF_ONE = 16
"""So many of one workspace are taken at a time, and none while so many of it are on their way: a
workspace whose platform hangs holds fewer than half of the hands."""
LEASE = timedelta(seconds=30)
SHORTEST_WAIT = 0.25
GATHER = 0.1
"""Seconds between two looks, less with all hands full: what comes meanwhile goes together."""
RESTS, LONGEST_REST = 3, 1.0
"""Times as long as the look took, so that a busy database is not kept busy; and seconds."""


class Outbox:
    """Sends for the platforms of this process. `wake` may be called from its event loop.

    `chance` gives numbers from 0 up to 1, which spread what is tried again.
    """

    def __init__(
        self,
        store: Store,
        platforms: Mapping[str, Platform],
        chance: Callable[[], float] = random,
    ) -> None:
        self._store = store
        self._platforms = platforms
        self._chance = chance
        self._sending: dict[asyncio.Task[None], str] = {}
        """What is on its way, and for which workspace."""
        self._woken = asyncio.Event()
        self._stopping = asyncio.Event()

    def wake(self) -> None:
        self._woken.set()

    async def run(self, *, idle: float) -> None:
        """Send until `stop`; looks by itself at least every `idle` seconds."""
        time = asyncio.get_running_loop().time
        while not self._stopping.is_set():
            self._woken.clear()
            began = time()
            try:
                wait = await self._pump()
            except StoreUnavailable:
                wait = None  # the memory is away; the next look finds everything as it was
            except Exception as error:  # nothing is sent any more where this loop ends
                report(error)
                wait = None
            took = time() - began
            gather = GATHER if len(self._sending) < AT_ONCE else GATHER / 10
            await _within(min(max(gather, RESTS * took), LONGEST_REST), self._stopping)
            await _within(idle if wait is None else wait, self._woken)

    async def settle(self) -> None:
        """Return when nothing is left that could be sent now."""
        while True:
            wait = await self._pump()
            if self._sending:
                await asyncio.wait(self._sending)
            elif wait is None:
                return
            else:
                await asyncio.sleep(wait)

    def stop(self) -> None:
        """Let `run` return without taking anything new."""
        self._stopping.set()
        self.wake()

    async def finish(self, within: float) -> None:
        """Wait for what is on its way, so many seconds; the rest runs out by its lease."""
        if self._sending:
            await asyncio.wait(self._sending, timeout=within)

    async def _pump(self) -> float | None:
        """Start sending what is ready. Seconds until more may be; None where nothing waits."""
        wait: float | None = None
        for platform in self._platforms.values():
            free = AT_ONCE - len(self._sending)
            if free <= 0:
                return SHORTEST_WAIT
            busy = Counter(self._sending.values())
            full = [workspace_id for workspace_id, hands in busy.items() if hands >= OF_ONE]
            work = partial(_lease, platform=platform, limit=free, full=full)
            leased, more = await self._store.run(work)
            for item in leased:
                self._start(platform, item)
            if more:
                pace = max(platform.pace.total_seconds(), SHORTEST_WAIT)
                wait = pace if wait is None else min(wait, pace)
        return wait

    def _start(self, platform: Platform, item: Leased) -> None:
        task = asyncio.create_task(self._carry(platform, item))
        self._sending[task] = item.delivery.workspace_id
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._sending[task]
        self.wake()

    async def _carry(self, platform: Platform, item: Leased) -> None:
        try:
            if not await self._may_go(platform, item):
                return
            delivery = await self._as_of_now(item.delivery)
            if delivery is None:
                await self._store.run(partial(outcome_rules.give_up, item=item))
                return
            outcome = await self._send(platform, delivery)
            record = partial(outcome_rules.record, chance=self._chance())
            await self._store.run(partial(record, item=item, outcome=outcome))
            code = "" if not hasattr(outcome, "code") else outcome.code
            extra = {"delivery": item.delivery.id, "outcome": type(outcome).__name__, "code": code}
            log.info("delivery", extra=extra)
        except StoreUnavailable:
            # Its lease runs out and it becomes `unknown`: nobody can say whether it arrived.
            log.warning("delivery not written down", extra={"delivery": item.delivery.id})
        except Exception as error:
            report(error)

    async def _may_go(self, platform: Platform, item: Leased) -> bool:
        delivery = item.delivery
        if not delivery.target_ref and (delivery.is_reply or delivery.verb is not Verb.POST):
            # What it would answer or change never arrived.
            await self._store.run(partial(outcome_rules.give_up, item=item))
            return False
        if not item.check_first:
            return True
        accounts = await self._store.run(partial(verification.open_questions, item=item))
        profiles = await _described(platform, delivery, accounts)
        return await self._store.run(partial(verification.decide, item=item, told=profiles))

    async def _as_of_now(self, delivery: Delivery) -> Delivery | None:
        """With what is made or checked last of all; None where it cannot be made any more."""
        if isinstance(delivery.message, SignInLink):
            return await self._store.run(partial(visits.to_send, delivery=delivery))
        if isinstance(delivery.message, ExportReady):
            return await self._store.run(partial(exporting.to_send, delivery=delivery))
        if delivery.place.kind is PlaceKind.HOME:
            return await self._store.run(partial(home.to_send, delivery=delivery))
        return delivery

    async def _send(self, platform: Platform, delivery: Delivery) -> Outcome:
        try:
            return await platform.send(delivery)
        except Exception as error:  # an adapter's fault must not stop the others
            return Uncertain(f"fault-{report(error)}")


async def _within(seconds: float, event: asyncio.Event) -> None:
    """Wait for the event, but not longer than that."""
    try:
        await asyncio.wait_for(event.wait(), seconds)
    except TimeoutError:
        return


async def _described(
    platform: Platform, delivery: Delivery, accounts: Sequence[str]
) -> Sequence[Profile]:
    try:
        return await platform.profiles(delivery.workspace_id, delivery.place, accounts)
    except Exception as error:  # nothing was sent yet, so it is asked again later
        report(error)
        return ()


def _lease(
    unit: Unit, *, platform: Platform, limit: int, full: Sequence[str]
) -> tuple[list[Leased], bool]:
    return unit.deliveries.lease(
        platform.name, limit, LEASE, platform.pace, each=OF_ONE, but_for=full
    )
