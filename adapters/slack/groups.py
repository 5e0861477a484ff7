"""Who is in a user group: https://docs.slack.dev/reference/methods/usergroups.users.list"""

import asyncio
from dataclasses import replace
from time import monotonic

import structlog

from adapters.slack.access import Access
from adapters.slack.faults import code_of
from adapters.slack.wire import Wire
from bot.heard import GroupMention, Part, Said
from bot.model import Profile

ASK_SECONDS = 1.0
REMEMBERED = 600.0
"""Seconds; whoever joins a group is reached after so long."""
MOST = 10_000

log = structlog.get_logger()


class Groups:
    """Kept in memory for a while, by workspace and group."""

    def __init__(self, access: Access, wire: Wire) -> None:
        self._access = access
        self._wire = wire
        self._known: dict[tuple[str, str], tuple[float, tuple[Profile, ...]]] = {}

    async def told(self, said: Said) -> Said:
        """What was said, with the people of each group in it, where Slack tells them in time."""
        if not any(isinstance(part, GroupMention) for part in said.parts):
            return said
        parts = [await self._with_people(part, said.workspace_id) for part in said.parts]
        return replace(said, parts=tuple(parts))

    async def _with_people(self, part: Part, workspace_id: str) -> Part:
        if not isinstance(part, GroupMention):
            return part
        until, people = self._known.get((workspace_id, part.group), (0.0, ()))
        if until < monotonic():
            people = await self._asked(workspace_id, part.group)
        return replace(part, people=people)

    async def _asked(self, workspace_id: str, group: str) -> tuple[Profile, ...]:
        try:
            async with asyncio.timeout(ASK_SECONDS):
                token = await self._access.token(workspace_id)
                told = await self._wire.writes.usergroups_users_list(
                    token=token, usergroup=group, team_id=workspace_id.removeprefix("slack:")
                )
            people = tuple(Profile(str(account)) for account in told["users"])
        except Exception as error:
            # The giver is told that the group is not known, and names somebody instead.
            log.info("slack_group_unknown", workspace=workspace_id, code=code_of(error))
            return ()
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[workspace_id, group] = (monotonic() + REMEMBERED, people)
        return people
