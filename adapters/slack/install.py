"""Which workspace the token of the settings opens."""

import asyncio

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry import BackoffRetryIntervalCalculator

from adapters.slack.faults import NO_LONGER_OURS, code_of
from adapters.slack.wire import Wire
from bot.errors import OperatorError, StoreUnavailable
from bot.heard import Installed
from bot.ports import Door

LOOK_SECONDS = 4.0
LONGEST_WAIT = 60.0
"""Seconds between two attempts to reach Slack."""

log = structlog.get_logger()


class Installation:
    """One workspace; its id is known once Slack has been reached."""

    def __init__(self, wire: Wire, token: str) -> None:
        self.token = token
        self._wire = wire
        self._waits = BackoffRetryIntervalCalculator()
        self._retrying: asyncio.Task[None] | None = None
        self.team_id: str | None = None

    def is_ours(self, team_id: str) -> bool:
        """Until Slack has answered, a team is believed: the request is signed for this app."""
        return bool(team_id) and self.team_id in (None, team_id)

    async def start(self, door: Door) -> None:
        """Raises OperatorError where Slack refuses the token; out of reach is no error."""
        try:
            if not await self._look(door):
                self.look_again(door)
        except SlackApiError as error:
            raise OperatorError(
                f"SLACK_BOT_TOKEN is refused by Slack ({code_of(error)}); copy the Bot User OAuth"
                " Token from the app's OAuth page, after installing the app."
            ) from None

    def look_again(self, door: Door) -> None:
        """Ask until Slack answers, in the background."""
        if self._retrying is None or self._retrying.done():
            self._retrying = asyncio.create_task(self._keep_looking(door))

    async def stop(self) -> None:
        if self._retrying:
            self._retrying.cancel()
            await asyncio.wait({self._retrying})

    async def _keep_looking(self, door: Door) -> None:
        attempt = 0
        try:
            while not await self._look(door):
                # The exponent is bounded for a Slack that is away for days.
                wait = self._waits.calculate_sleep_duration(min(attempt, 10))
                await asyncio.sleep(min(wait, LONGEST_WAIT))
                attempt += 1
        except SlackApiError as error:
            log.error("slack_token_refused", code=code_of(error))

    async def _look(self, door: Door) -> bool:
        """Whether the workspace is known now. Raises SlackApiError where the token is refused."""
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                known = await self._wire.writes.auth_test(token=self.token)
        except Exception as error:
            # Whatever else went wrong may be over next time; only a refused token stays refused.
            if isinstance(error, SlackApiError) and code_of(error) in NO_LONGER_OURS:
                raise
            log.warning("slack_unreachable", code=code_of(error))
            return False
        self.team_id = str(known["team_id"])
        try:
            await door.note(Installed(f"slack:{self.team_id}", name=str(known.get("team") or "")))
        except StoreUnavailable:
            log.warning("slack_installation_not_stored", team=self.team_id)
            return False
        return True
