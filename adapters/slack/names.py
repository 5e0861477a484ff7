"""Names of channels: those shared with another organisation are theirs, too, and not kept.

https://docs.slack.dev/apis/slack-connect
"""

import asyncio
from dataclasses import replace
from time import monotonic
from typing import TypeVar

import structlog

from adapters.slack.access import Access
from adapters.slack.faults import code_of
from adapters.slack.wire import Wire
from bot.heard import Action, Said
from bot.model import PlaceKind

ASK_SECONDS = 0.7
MOST = 100_000
AGAIN_SECONDS = 60.0
"""After which Slack is asked again; of a private channel without the bot it never tells."""
Heard = TypeVar("Heard", bound=Said | Action)

log = structlog.get_logger()


class Names:
    """Kept in memory; whoever tells of a channel is asked once."""

    def __init__(self, access: Access, wire: Wire) -> None:
        self._access = access
        self._wire = wire
        self._ours: dict[tuple[str, str], bool] = {}
        self._untold: dict[tuple[str, str], float] = {}
        """When Slack is to be asked again."""
        self._asking: dict[tuple[str, str], asyncio.Task[None]] = {}

    async def kept(self, heard: Heard) -> Heard:
        """What was heard, with the name of its channel only where that is known to be ours."""
        key = heard.workspace_id, heard.place.id
        named = heard.place.kind is PlaceKind.CHANNEL and heard.place.name
        if named and key not in self._ours and self._untold.get(key, 0.0) <= monotonic():
            await self._asked(key)
        return self.known(heard)

    def known(self, heard: Heard) -> Heard:
        """The same, as far as it is known now."""
        if self._ours.get((heard.workspace_id, heard.place.id)) or not heard.place.name:
            return heard
        return replace(heard, place=replace(heard.place, name=""))

    async def _asked(self, key: tuple[str, str]) -> None:
        """Whoever speaks there while Slack is asked waits for the same answer."""
        asking = self._asking.get(key)
        if asking is None:
            asking = self._asking[key] = asyncio.create_task(self._ask(*key))
            asking.add_done_callback(lambda _: self._asking.pop(key))
        await asyncio.shield(asking)

    async def _ask(self, workspace_id: str, channel: str) -> None:
        for kept in (self._ours, self._untold):
            if len(kept) >= MOST:
                kept.clear()
        try:
            async with asyncio.timeout(ASK_SECONDS):
                token = await self._access.token(workspace_id)
                told = await self._wire.writes.conversations_info(token=token, channel=channel)
            self._ours[workspace_id, channel] = not told["channel"].get("is_ext_shared")
        except Exception as error:
            # The name is only left out.
            log.info("slack_channel_unknown", workspace=workspace_id, code=code_of(error))
            self._untold[workspace_id, channel] = monotonic() + AGAIN_SECONDS
