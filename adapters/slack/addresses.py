"""The part of Slack's addresses that is a workspace's own: `kaktus` in `kaktus.slack.com`."""

import asyncio
import re

import structlog

from adapters.slack.access import Access
from adapters.slack.faults import code_of
from adapters.slack.wire import Wire

ASK_SECONDS = 1.0
"""An event waits for it once, and Slack waits three for us."""
MOST = 10_000
_URL = re.compile(r"https://([a-z0-9.-]{1,80})\.slack\.com/?", re.ASCII)

log = structlog.get_logger()


class Addresses:
    """Kept in memory; each workspace is asked about once."""

    def __init__(self, access: Access, wire: Wire) -> None:
        self._access = access
        self._wire = wire
        self._known: dict[str, str] = {}

    async def domain(self, workspace_id: str) -> str:
        """ "" where Slack does not say in time."""
        if workspace_id not in self._known:
            found = await self._asked(workspace_id)
            if not found:
                return ""
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[workspace_id] = found
        return self._known[workspace_id]

    async def _asked(self, workspace_id: str) -> str:
        try:
            async with asyncio.timeout(ASK_SECONDS):
                token = await self._access.token(workspace_id)
                told = await self._wire.writes.auth_test(token=token)
        except Exception as error:
            # Glitter for a message counts without the way there, too.
            log.info("slack_address_unknown", workspace=workspace_id, code=code_of(error))
            return ""
        found = _URL.fullmatch(str(told.get("url") or ""))
        return found[1] if found else ""
