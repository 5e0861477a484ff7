"""Slack as the outbox sees it."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError

from adapters.shelf import Shelf
from adapters.slack import heard, views
from adapters.slack.access import Access
from adapters.slack.faults import NothingSent, code_of, outcome_of
from adapters.slack.people import profile_of
from adapters.slack.pictures import Picture, uploaded
from adapters.slack.quiet import Quiet
from adapters.slack.render import render
from adapters.slack.tokens import NoToken
from adapters.slack.uploads import share
from adapters.slack.wire import Wire
from bot.messages import AwardPosted, Delivery, ExportReady, Notice, WeeklyHighlights
from bot.model import Place, PlaceKind, Profile, Verb
from bot.outcomes import Again, Outcome, Rejected, Revoked, Sent, Uncertain

PAGE = 200
"""Members per call of users.list; Slack recommends no more."""
GONE = "message_not_found"
OUTSIDE = "not_in_channel"
NOT_SHOWN_YET = "invalid_blocks"
UNTIL_SHOWN = (0.5, 1.0, 1.5)
"""Seconds after each refusal of a picture; then the message goes without."""
METHODS = {Verb.POST: "chat.postMessage", Verb.EDIT: "chat.update", Verb.DELETE: "chat.delete"}
FITS_A_LEASE = 5_000_000
"""Bytes of a file that is surely sent before anybody thinks that its sender is gone."""
AS_WRITTEN: dict[str, Any] = {"link_names": False, "parse": "none"}
NO_PREVIEWS: dict[str, Any] = {"unfurl_links": False, "unfurl_media": False}

log = structlog.get_logger()


class SlackPlatform:
    """Posts as the bot of each workspace, with that workspace's own token.

    A place's id is enough to post there: a channel, or a user id, for which Slack opens the
    direct chat. `Sent.ref` is `<channel>:<ts>`.
    """

    name = "slack"
    pace = timedelta(seconds=1.05)

    def __init__(self, wire: Wire, access: Access, shelf: Shelf | None = None) -> None:
        self._wire = wire
        self._access = access
        self._shelf = shelf or Shelf()
        self._quiet = Quiet()

    async def send(self, delivery: Delivery) -> Outcome:
        if not self._wire.is_open:
            return Again("slack_not_reached_yet")
        if left := self._quiet.left(delivery.workspace_id, _method(delivery)):
            return Again("ratelimited", left)
        try:
            token = await self._access.token(delivery.workspace_id)
        except NoToken as missing:
            return missing.outcome
        picture = await uploaded(self._wire.writes, token, delivery)
        try:
            content = _content(delivery)
            illustrated = _content(delivery, picture) if picture else None
        except Exception as error:
            # A message that cannot be said must not hold up the others.
            log.error("slack_render", delivery=delivery.id, kind=type(error).__name__)
            return Rejected("render")
        try:
            ref = await self._told(delivery, content, illustrated, token)
        except Exception as error:
            # The outbox must learn something of every attempt, whatever broke.
            log.warning("slack_send", delivery=delivery.id, code=code_of(error))
            return await self._settle(outcome_of(error), delivery, token)
        if isinstance(delivery.message, ExportReady) and delivery.verb is Verb.POST:
            await self._bring(delivery, delivery.message, ref.partition(":")[0], token)
        return Sent(ref)

    async def profiles(
        self,
        workspace_id: str,
        place: Place,  # noqa: ARG002
        accounts: Sequence[str],
    ) -> list[Profile]:
        token = await self._token(workspace_id)
        if token is None:
            return []
        asked = (self._profile(workspace_id, account, token) for account in accounts)
        return [profile for profile in await asyncio.gather(*asked) if profile]

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:  # noqa: ARG002
        """Whoever could be read: a break in the middle leaves out the rest, and is logged."""
        team_id = workspace_id.removeprefix("slack:")
        found: list[Profile] = []
        token = await self._token(workspace_id)
        if token is None:
            return found
        try:
            # The token of an organisation opens many teams; the others ignore which is asked for.
            pages = await self._wire.reads.users_list(
                token=token, team_id=team_id, limit=PAGE, include_locale=True
            )
            async for page in pages:
                found += [profile_of(user, team_id) for user in page["members"]]
        except Exception as error:
            log.warning("slack_roster_incomplete", code=code_of(error), count=len(found))
        return found

    async def _token(self, workspace_id: str) -> str | None:
        if not self._wire.is_open:
            return None
        try:
            return await self._access.token(workspace_id)
        except NoToken as missing:
            log.info("slack_no_token", workspace=workspace_id, code=missing.outcome.code)
            return None

    async def _profile(self, workspace_id: str, account: str, token: str) -> Profile | None:
        method = "users.info"
        if self._quiet.left(workspace_id, method):
            return None
        try:
            told = await self._wire.writes.users_info(
                token=token, user=account, include_locale=True
            )
            return profile_of(told["user"], workspace_id.removeprefix("slack:"))
        except Exception as error:
            # Whoever cannot be described now stays unknown, as the port allows.
            outcome = outcome_of(error)
            if isinstance(outcome, Again) and outcome.after:
                self._quiet.ask(workspace_id, method, outcome.after)
            log.info("slack_profile_unknown", workspace=workspace_id, code=code_of(error))
            return None

    async def _bring(
        self, delivery: Delivery, ready: ExportReady, channel: str, token: str
    ) -> None:
        """Let the file follow its message into the same chat; a large one in its own time."""
        bringing = self._share(delivery, ready, channel, token)
        if ready.size > FITS_A_LEASE:
            self._wire.in_background(bringing)
        else:
            await bringing

    async def _share(
        self, delivery: Delivery, ready: ExportReady, channel: str, token: str
    ) -> None:
        file = self._shelf.find(delivery.workspace_id, ready.export_id)
        try:
            if file is None:
                raise FileNotFoundError
            await share(self._wire, token, file, channel)
        except Exception as error:
            # The message stands by now: it must not promise what did not come.
            log.warning("slack_file", delivery=delivery.id, code=code_of(error))
            gone = render(Notice("export-gone"), delivery.reader)
            with suppress(Exception):
                await self._wire.writes.chat_postMessage(token=token, channel=channel, **gone)

    async def _told(
        self,
        delivery: Delivery,
        content: dict[str, Any],
        illustrated: dict[str, Any] | None,
        token: str,
    ) -> str:
        """The reference of the message, with its picture if Slack shows it by now.

        Slack looks at a new file for a second or so, and refuses until then: nothing was posted.
        """
        for wait in UNTIL_SHOWN if illustrated else ():
            try:
                return await self._call(delivery, illustrated or content, token)
            except SlackApiError as error:
                if code_of(error) != NOT_SHOWN_YET:
                    raise
            await asyncio.sleep(wait)
        if illustrated:
            log.warning("slack_picture_not_shown", delivery=delivery.id)
        return await self._call(delivery, content, token)

    async def _call(self, delivery: Delivery, content: dict[str, Any], token: str) -> str:
        """The reference of the message that stands, or stood, there."""
        slack = self._wire.writes
        channel, _, ts = delivery.target_ref.partition(":")
        if _is_page(delivery):
            await slack.views_publish(token=token, user_id=delivery.place.id, view=content)
            return ""
        match delivery.verb:
            case Verb.POST:
                return await self._post(delivery, content, token)
            case Verb.EDIT:
                await slack.chat_update(
                    token=token, channel=channel, ts=ts, **content, **AS_WRITTEN
                )
            case Verb.DELETE:
                await slack.chat_delete(token=token, channel=channel, ts=ts)
        return delivery.target_ref

    async def _post(self, delivery: Delivery, content: dict[str, Any], token: str) -> str:
        thread = await self._thread(delivery, token) if delivery.is_reply else None
        at = {"channel": delivery.place.id, "thread_ts": thread}
        message = {**at, **content, **AS_WRITTEN, **NO_PREVIEWS}
        try:
            posted = await self._wire.writes.chat_postMessage(token=token, **message)
        except Exception as error:
            outside = code_of(error) == OUTSIDE and _may_join(delivery)
            if not outside or not await self._joined(delivery.place.id, token):
                raise
            posted = await self._wire.writes.chat_postMessage(token=token, **message)
        return f"{posted['channel']}:{posted['ts']}"

    async def _thread(self, delivery: Delivery, token: str) -> str:
        """The first message of the thread. Of somebody else's message only Slack knows it."""
        channel, _, ts = delivery.target_ref.partition(":")
        if not (isinstance(delivery.message, AwardPosted) and delivery.message.below):
            return ts
        try:
            told = await self._wire.writes.chat_getPermalink(
                token=token, channel=channel, message_ts=ts
            )
        except Exception as error:
            raise NothingSent from error
        return heard.thread_of(str(told["permalink"])) or ts

    async def _joined(self, channel: str, token: str) -> bool:
        try:
            await self._wire.writes.conversations_join(token=token, channel=channel)
        except Exception as error:
            # It is private, or closed to us: somebody has to invite the bot.
            log.info("slack_not_joined", code=code_of(error))
            return False
        return True

    async def _settle(self, outcome: Outcome, delivery: Delivery, token: str) -> Outcome:
        match outcome:
            case Again(after=after) if after:
                self._quiet.ask(delivery.workspace_id, _method(delivery), after)
            case Revoked():
                return await self._access.refused(delivery.workspace_id, token, outcome)
            case _ if delivery.verb is Verb.POST and not _is_page(delivery):
                pass
            case Uncertain(code):
                # Editing, deleting or publishing twice does no harm, so nobody need be asked.
                return Again(code)
            case _ if getattr(outcome, "code", "") == GONE:
                return Sent(delivery.target_ref)
        return outcome


def _is_page(delivery: Delivery) -> bool:
    return delivery.place.kind is PlaceKind.HOME


def _method(delivery: Delivery) -> str:
    return "views.publish" if _is_page(delivery) else METHODS[delivery.verb]


def _content(delivery: Delivery, picture: Picture | None = None) -> dict[str, Any]:
    if delivery.message and _is_page(delivery):
        return views.home(delivery.message, delivery.reader)
    return render(delivery.message, delivery.reader, picture) if delivery.message else {}


def _may_join(delivery: Delivery) -> bool:
    """An admin chose the channel of the highlights, and a public one can be joined."""
    channel = delivery.place.kind is PlaceKind.CHANNEL
    return channel and isinstance(delivery.message, WeeklyHighlights)
