"""What is done without being asked, at every tick. The database decides what is due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from bot import (
    digests,
    followups,
    house_rules,
    joining,
    leads,
    outcome_rules,
    previews,
    privacy,
    visits,
)
from bot.errors import StoreUnavailable
from bot.memory import Store, Unit
from bot.model import Followup, Profile
from bot.ports import Platform
from bot.reports import report

log = logging.getLogger(__name__)

ROSTER_EVERY = timedelta(days=1)
ROSTERS_AT_ONCE = 5
DRAFTS_LAST = timedelta(days=1)
TOGETHER = 64


class Rounds:
    """One round looks at everything that can fall due. Safe to run in several processes."""

    def __init__(self, store: Store, platforms: Mapping[str, Platform]) -> None:
        self._store = store
        self._platforms = platforms
        self._reading: set[asyncio.Task[None]] = set()
        self._moved: Callable[[], None] = lambda: None
        self._looked_at = ""
        """The workspace after which to look for what has run out."""

    async def go(self, moved: Callable[[], None] = lambda: None) -> None:
        """Do one round; a part that fails is logged and the others go on.

        `moved` is called whenever something of it is done: a round may be long.
        """
        self._moved = moved
        for part in (
            self._leases,
            self._absences,
            self._holds,
            self._digests,
            self._previews,
            self._drafts,
            self._leavers,
            self._run_out,
            self._removed,
            self._visits,
        ):
            await safely(part)
            moved()
        # A platform that wants to be read slowly must not hold up the round.
        reading = asyncio.create_task(self._read())
        self._reading.add(reading)
        reading.add_done_callback(self._reading.discard)

    async def settle(self) -> None:
        """Return when the people are read whom the rounds so far began to read."""
        if self._reading:
            await asyncio.wait(self._reading)

    async def stop(self) -> None:
        for reading in self._reading:
            reading.cancel()
        await self.settle()

    async def _read(self) -> None:
        await safely(self._rosters)

    async def _leases(self) -> None:
        await self._store.run(outcome_rules.expire)

    async def _holds(self) -> None:
        while due := await self._store.run(lambda unit: unit.followups.due(TOGETHER)):
            ends = [partial(self._store.run, partial(_deliver, followup=one)) for one in due]
            if not all(await asyncio.gather(*map(safely, ends))):
                return  # what failed is due again at the next round

    async def _absences(self) -> None:
        await self._store.run(house_rules.begin_absences)

    async def _previews(self) -> None:
        due = await self._store.run(lambda unit: unit.workspaces.previews_due(previews.AHEAD))
        await self._in_each(due, previews.run_due)

    async def _digests(self) -> None:
        due = await self._store.run(lambda unit: unit.workspaces.digests_due())
        await self._in_each(due, _tell_week)

    async def _in_each(self, workspaces: Sequence[str], work: Callable[..., object]) -> None:
        """Do it in each of these workspaces that this process serves, many at a time."""
        mine = [id for id in workspaces if id.partition(":")[0] in self._platforms]
        for at in range(0, len(mine), TOGETHER):
            together = (
                partial(self._store.run, partial(work, workspace_id=id))
                for id in mine[at : at + TOGETHER]
            )
            await asyncio.gather(*map(safely, together))
            self._moved()

    async def _rosters(self) -> None:
        for platform in self._platforms.values():
            due = await self._store.run(partial(_claim_rosters, name=platform.name))
            each = (partial(self._roster, platform, workspace_id) for workspace_id in due)
            await asyncio.gather(*map(safely, each))

    async def _roster(self, platform: Platform, workspace_id: str) -> None:
        places = await self._store.run(lambda unit: unit.workspaces.places(workspace_id))
        profiles = await platform.roster(workspace_id, places)
        await self._store.run(partial(_seen, workspace_id=workspace_id, profiles=profiles))

    async def _leavers(self) -> None:
        await self._store.run(privacy.erase_leavers)

    async def _run_out(self) -> None:
        look = partial(privacy.run_out_somewhere, after=self._looked_at)
        self._looked_at = await self._store.run(look)

    async def _removed(self) -> None:
        await self._store.run(privacy.empty_removed)

    async def _drafts(self) -> None:
        await self._store.run(lambda unit: unit.drafts.forget(unit.now - DRAFTS_LAST))

    async def _visits(self) -> None:
        await self._store.run(visits.forget)


def _tell_week(unit: Unit, workspace_id: str) -> None:
    if told := digests.run_due(unit, workspace_id):
        leads.tell(unit, told)


def _claim_rosters(unit: Unit, *, name: str) -> list[str]:
    return unit.workspaces.rosters_due(name, unit.now + ROSTER_EVERY, ROSTERS_AT_ONCE)


def _seen(unit: Unit, *, workspace_id: str, profiles: Sequence[Profile]) -> None:
    unit.members.seen(workspace_id, profiles)
    joining.hint(unit, workspace_id, profiles)


def _deliver(unit: Unit, *, followup: Followup) -> None:
    followups.wake(unit, followup)


async def safely(part: Callable[[], Awaitable[object]]) -> bool:
    """Do a part of a round; False, with a line in the log, where it failed."""
    try:
        await part()
    except StoreUnavailable:
        log.warning("memory away")
        return False
    except Exception as error:
        report(error)
        return False
    return True
