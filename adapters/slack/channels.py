"""Whether the bot can post in a channel; a public one that admins choose it joins by itself."""

import structlog
from slack_sdk.errors import SlackApiError

from adapters.slack.access import Access
from adapters.slack.faults import code_of
from adapters.slack.wire import Wire

INVITE, ARCHIVED = "slack-channel-invite", "slack-channel-archived"
"""Texts that say what to do."""

log = structlog.get_logger()


class Channels:
    """Asks Slack each time: channels are archived, and bots thrown out."""

    def __init__(self, access: Access, wire: Wire) -> None:
        self._access = access
        self._wire = wire

    async def problem(self, workspace_id: str, channel: str) -> str:
        """The text that says what to mend; "" where the bot can post there by now.

        Where Slack does not say, the channel is taken: whoever counts on it hears later.
        """
        try:
            token = await self._access.token(workspace_id)
            return await self._looked_at(channel, token)
        except Exception as error:
            log.info("slack_channel", workspace=workspace_id, code=code_of(error))
            return INVITE if code_of(error) == "channel_not_found" else ""

    async def _looked_at(self, channel: str, token: str) -> str:
        told = await self._wire.writes.conversations_info(token=token, channel=channel)
        seen = told["channel"]
        if seen.get("is_archived"):
            return ARCHIVED
        if seen.get("is_member"):
            return ""
        if seen.get("is_private"):
            return INVITE
        try:
            await self._wire.writes.conversations_join(token=token, channel=channel)
        except SlackApiError as error:
            log.info("slack_not_joined", code=code_of(error))
            return INVITE
        return ""
