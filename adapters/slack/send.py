"""Slack as the outbox sees it."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError

from adapters.slack.faults import code_of, outcome_of
from adapters.slack.install import Installation
from adapters.slack.people import profile_of
from adapters.slack.pictures import Picture, uploaded
from adapters.slack.render import render
from adapters.slack.wire import Wire
from bot.messages import Delivery
from bot.model import Place, Profile, Verb
from bot.outcomes import Again, Outcome, Rejected, Revoked, Sent, Uncertain

PAGE = 200
"""Members per call of users.list; Slack recommends no more."""
GONE = "message_not_found"
NOT_SHOWN_YET = "invalid_blocks"
UNTIL_SHOWN = (0.5, 1.0, 1.5)
"""Seconds after each refusal of a picture; then the message goes without."""
AS_WRITTEN: dict[str, Any] = {"link_names": False, "parse": "none"}
NO_PREVIEWS: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}

log = structlog.get_logger()


class SlackPlatform:
    """Posts as the bot of one workspace.

    A place's id is enough to post there: a channel, or a user id, for which Slack opens the
    direct chat. `Sent.ref` is `<channel>:<ts>`.
    """

    name = "slack"
    pace = timedelta(seconds=1.05)

    def __init__(self, wire: Wire, installation: Installation) -> None:
        self._wire = wire
        self._installation = installation

    async def send(self, delivery: Delivery) -> Outcome:
        team_id = self._installation.team_id
        if team_id is None or not self._wire.is_open:
            return Again("slack_not_reached_yet")
        if delivery.workspace_id != f"slack:{team_id}":
            return Revoked("another_workspace")
        picture = await uploaded(self._wire.writes, delivery)
        try:
            content = _content(delivery)
            illustrated = _content(delivery, picture) if picture else None
        except Exception as error:
            # A message that cannot be said must not hold up the others.
            log.error("slack_render", delivery=delivery.id, kind=type(error).__name__)
            return Rejected("render")
        try:
            return Sent(await self._told(delivery, content, illustrated))
        except Exception as error:
            # The outbox must learn something of every attempt, whatever broke.
            log.warning("slack_send", delivery=delivery.id, code=code_of(error))
            return _settle(outcome_of(error), delivery)

    async def profiles(
        self,
        workspace_id: str,
        place: Place,  # noqa: ARG002
        accounts: Sequence[str],
    ) -> list[Profile]:
        team_id = workspace_id.removeprefix("slack:")
        if not self._installation.is_ours(team_id) or not self._wire.is_open:
            return []
        asked = (self._profile(team_id, account) for account in accounts)
        return [profile for profile in await asyncio.gather(*asked) if profile]

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:  # noqa: ARG002
        """Whoever could be read: a break in the middle leaves out the rest, and is logged."""
        team_id = workspace_id.removeprefix("slack:")
        found: list[Profile] = []
        if not self._installation.is_ours(team_id) or not self._wire.is_open:
            return found
        try:
            pages = await self._wire.reads.users_list(limit=PAGE, include_locale=True)
            async for page in pages:
                found += [profile_of(user, team_id) for user in page["members"]]
        except Exception as error:
            log.warning("slack_roster_incomplete", code=code_of(error), people=len(found))
        return found

    async def _profile(self, team_id: str, account: str) -> Profile | None:
        try:
            told = await self._wire.writes.users_info(user=account, include_locale=True)
            return profile_of(told["user"], team_id)
        except Exception as error:
            # Whoever cannot be described now stays unknown, as the port allows.
            log.info("slack_profile_unknown", account=account, code=code_of(error))
            return None

    async def _told(
        self, delivery: Delivery, content: dict[str, Any], illustrated: dict[str, Any] | None
    ) -> str:
        """The reference of the message, with its picture if Slack shows it by now.

        Slack looks at a new file for a second or so, and refuses until then: nothing was posted.
        """
        for wait in UNTIL_SHOWN if illustrated else ():
            try:
                return await self._call(delivery, illustrated or content)
            except SlackApiError as error:
                if code_of(error) != NOT_SHOWN_YET:
                    raise
            await asyncio.sleep(wait)
        if illustrated:
            log.warning("slack_picture_not_shown", delivery=delivery.id)
        return await self._call(delivery, content)

    async def _call(self, delivery: Delivery, content: dict[str, Any]) -> str:
        """The reference of the message that stands, or stood, there."""
        slack = self._wire.writes
        channel, _, ts = delivery.target_ref.partition(":")
        match delivery.verb:
            case Verb.POST:
                posted = await slack.chat_postMessage(
                    channel=delivery.place.id,
                    thread_ts=ts if delivery.is_reply else None,
                    **content,
                    **AS_WRITTEN,
                    **NO_PREVIEWS,
                )
                return f"{posted['channel']}:{posted['ts']}"
            case Verb.EDIT:
                await slack.chat_update(channel=channel, ts=ts, **content, **AS_WRITTEN)
            case Verb.DELETE:
                await slack.chat_delete(channel=channel, ts=ts)
        return delivery.target_ref


def _content(delivery: Delivery, picture: Picture | None = None) -> dict[str, Any]:
    return render(delivery.message, delivery.reader, picture) if delivery.message else {}


def _settle(outcome: Outcome, delivery: Delivery) -> Outcome:
    if delivery.verb is Verb.POST:
        return outcome
    if getattr(outcome, "code", "") == GONE:
        return Sent(delivery.target_ref)
    # Editing or deleting twice does no harm, so nobody need be asked.
    return Again(outcome.code) if isinstance(outcome, Uncertain) else outcome
