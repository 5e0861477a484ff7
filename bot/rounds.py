"""What is done without being asked, at every tick. The database decides what is due."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from bot import digests, followups, house_rules, joining, outcome_rules, visits
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

    async def go(self) -> None:
        """Do one round; a part that fails is logged and the others go on."""
        for part in (
            self._leases,
            self._absences,
            self._holds,
            self._digests,
            self._rosters,
            self._drafts,
            self._visits,
        ):
            await _safely(part)

    async def _leases(self) -> None:
        await self._store.run(outcome_rules.expire)

    async def _holds(self) -> None:
        while due := await self._store.run(lambda unit: unit.followups.due(TOGETHER)):
            ends = [partial(self._store.run, partial(_deliver, followup=one)) for one in due]
            if not all(await asyncio.gather(*map(_safely, ends))):
                return  # what failed is due again at the next round

    async def _absences(self) -> None:
        await self._store.run(house_rules.begin_absences)

    async def _digests(self) -> None:
        due = await self._store.run(lambda unit: unit.workspaces.digests_due())
        mine = [id for id in due if id.partition(":")[0] in self._platforms]
        for at in range(0, len(mine), TOGETHER):
            together = mine[at : at + TOGETHER]
            await asyncio.gather(*(_safely(partial(self._digest, id)) for id in together))

    async def _digest(self, workspace_id: str) -> None:
        work = partial(digests.run_due, workspace_id=workspace_id)
        await self._store.run(work)

    async def _rosters(self) -> None:
        for platform in self._platforms.values():
            due = await self._store.run(partial(_claim_rosters, name=platform.name))
            for workspace_id in due:
                await _safely(partial(self._roster, platform, workspace_id))

    async def _roster(self, platform: Platform, workspace_id: str) -> None:
        places = await self._store.run(lambda unit: unit.workspaces.places(workspace_id))
        profiles = await platform.roster(workspace_id, places)
        await self._store.run(partial(_seen, workspace_id=workspace_id, profiles=profiles))

    async def _drafts(self) -> None:
        await self._store.run(lambda unit: unit.drafts.forget(unit.now - DRAFTS_LAST))

    async def _visits(self) -> None:
        await self._store.run(visits.forget)


def _claim_rosters(unit: Unit, *, name: str) -> list[str]:
    return unit.workspaces.rosters_due(name, unit.now + ROSTER_EVERY, ROSTERS_AT_ONCE)


def _seen(unit: Unit, *, workspace_id: str, profiles: Sequence[Profile]) -> None:
    unit.members.put(workspace_id, profiles)
    joining.hint(unit, workspace_id, profiles)


def _deliver(unit: Unit, *, followup: Followup) -> None:
    followups.wake(unit, followup)


async def _safely(part: Callable[[], Awaitable[None]]) -> bool:
    """Do a part; False, with a line in the log, where it failed."""
    try:
        await part()
    except StoreUnavailable:
        log.warning("memory away")
        return False
    except Exception as error:
        report(error)
        return False
    return True
