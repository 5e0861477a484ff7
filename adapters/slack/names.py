"""Names of channels: those shared with another organisation are theirs, too, and not kept.

https://docs.slack.dev/apis/slack-connect
"""

import asyncio
from dataclasses import replace
from typing import TypeVar

import structlog

from adapters.slack.access import Access
from adapters.slack.faults import code_of
from adapters.slack.wire import Wire
from bot.heard import Action, Said
from bot.model import PlaceKind

ASK_SECONDS = 0.7
MOST = 100_000
NOT_SEEN = "channel_not_found"
"""A private channel without the bot: whose it is nobody tells."""
Heard = TypeVar("Heard", bound=Said | Action)

log = structlog.get_logger()


class Names:
    """Kept in memory; each channel is asked about once."""

    def __init__(self, access: Access, wire: Wire) -> None:
        self._access = access
        self._wire = wire
        self._ours: dict[tuple[str, str], bool] = {}

    async def kept(self, heard: Heard) -> Heard:
        """What was heard, with the name of its channel only where that is known to be ours."""
        key = heard.workspace_id, heard.place.id
        if heard.place.kind is PlaceKind.CHANNEL and heard.place.name and key not in self._ours:
            await self._ask(*key)
        return self.known(heard)

    def known(self, heard: Heard) -> Heard:
        """The same, as far as it is known now."""
        if self._ours.get((heard.workspace_id, heard.place.id)) or not heard.place.name:
            return heard
        return replace(heard, place=replace(heard.place, name=""))

    async def _ask(self, workspace_id: str, channel: str) -> None:
        try:
            async with asyncio.timeout(ASK_SECONDS):
                token = await self._access.token(workspace_id)
                told = await self._wire.writes.conversations_info(token=token, channel=channel)
            ours = not told["channel"].get("is_ext_shared")
        except Exception as error:
            log.info("slack_channel_unknown", workspace=workspace_id, code=code_of(error))
            if code_of(error) != NOT_SEEN:
                return
            ours = False
        if len(self._ours) >= MOST:
            self._ours.clear()
        self._ours[workspace_id, channel] = ours
