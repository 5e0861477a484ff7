"""What Slack tells unasked: who is there, where the bot is, and that it was removed."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

import structlog
from slack_bolt.async_app import AsyncBoltContext
from slack_bolt.response import BoltResponse

from adapters.slack import heard
from adapters.slack.access import Access
from adapters.slack.addresses import Addresses
from adapters.slack.screens import Screens, Spot
from adapters.slack.taken import Taken
from bot.errors import StoreUnavailable
from bot.heard import Noted, PlaceSeen, Uninstalled
from bot.ports import Door

Afterwards = list[Callable[[], Coroutine[Any, Any, None]]]
"""What is to be done when the acknowledgement has left."""
Body = dict[str, Any]

log = structlog.get_logger()


class Events:
    """Hears the events of the manifest. What the memory does not take, Slack tells again."""

    def __init__(self, door: Door, access: Access, screens: Screens, addresses: Addresses) -> None:
        self._door = door
        self._access = access
        self._screens = screens
        self._addresses = addresses
        self._taken = Taken()

    def listeners(self) -> dict[str, Callable[..., Awaitable[BoltResponse]]]:
        """Who hears each event."""
        return {
            "app_home_opened": self._on_home,
            "app_uninstalled": self._on_removal,
            "member_joined_channel": self._on_joining,
            "reaction_added": self._on_reaction,
            "reaction_removed": self._on_reaction,
            "team_access_granted": self._on_admission,
            "team_access_revoked": self._on_admission,
            "team_join": self._on_person,
            "tokens_revoked": self._on_removal,
            "user_change": self._on_person,
        }

    async def _on_home(self, event: Body, context: AsyncBoltContext) -> BoltResponse:
        try:
            opened = heard.home_opened(event, str(context.team_id))
        except heard.MALFORMED:
            return malformed("home")

        async def publish() -> None:
            if opened:
                at = Spot(opened.workspace_id, opened.speaker.account, in_view=True)
                await self._screens.shown(await self._door.answer(opened), at)

        context["afterwards"].append(publish)
        return BoltResponse(status=HTTPStatus.OK)

    async def _on_person(self, event: Body, context: AsyncBoltContext) -> BoltResponse:
        try:
            seen = heard.people(event, str(context.team_id))
        except heard.MALFORMED:
            return malformed("person")
        return await self._note(seen)

    async def _on_reaction(
        self, event: Body, body: Body, context: AsyncBoltContext
    ) -> BoltResponse:
        team_id = str(context.team_id)
        try:
            if self._taken.came_late(event, team_id):
                return BoltResponse(status=HTTPStatus.OK)
            domain = await self._addresses.domain(heard.workspace(team_id))
            seen = heard.reacted(event, team_id, _bots(body), domain)
        except heard.MALFORMED:
            return malformed("reaction")
        return await self._note(seen) if seen else BoltResponse(status=HTTPStatus.OK)

    async def _on_joining(self, event: Body, body: Body, context: AsyncBoltContext) -> BoltResponse:
        """Somebody joined a channel: it matters where that is the bot itself."""
        try:
            account, place = heard.joined(event)
            ours = _bots(body)
        except heard.MALFORMED:
            return malformed("joining")
        if account not in ours:
            return BoltResponse(status=HTTPStatus.OK)
        return await self._note(PlaceSeen(heard.workspace(str(context.team_id)), place))

    async def _on_admission(self, event: Body, context: AsyncBoltContext) -> BoltResponse:
        """An organisation admits the app to workspaces, or takes it out of some."""
        try:
            teams = [str(team) for team in event["team_ids"]]
        except heard.MALFORMED:
            return malformed("admission")
        organisation = str(context.enterprise_id or "")
        if not self._access.hears(organisation):
            return BoltResponse(status=HTTPStatus.OK)
        try:
            for team in teams:
                self._access.forget(team)
                if event["type"] == "team_access_revoked":
                    await self._door.note(Uninstalled(heard.workspace(team)))
                else:
                    await self._access.introduce(team, organisation, self._door)
        except StoreUnavailable:
            return BoltResponse(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return BoltResponse(status=HTTPStatus.OK)

    async def _on_removal(self, event: Body, body: Body, context: AsyncBoltContext) -> BoltResponse:
        if event["type"] == "tokens_revoked" and not _names_a_bot(event):
            return BoltResponse(status=HTTPStatus.OK)
        everywhere = context.is_enterprise_install and context.enterprise_id
        holder = heard.workspace(str(everywhere or context.team_id))
        try:
            if not await self._access.is_removed(holder, _moment(body)):
                return BoltResponse(status=HTTPStatus.OK)
        except StoreUnavailable:
            return BoltResponse(status=HTTPStatus.SERVICE_UNAVAILABLE)

        async def was_it_an_old_token() -> None:
            self._access.look_again(self._door)

        # Slack promises no order: the news may be older than the token that we hold now.
        context["afterwards"].append(was_it_an_old_token)
        return await self._note(Uninstalled(holder))

    async def _note(self, seen: Noted) -> BoltResponse:
        try:
            await self._door.note(seen)
        except StoreUnavailable:
            # Slack tells us again later.
            return BoltResponse(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return BoltResponse(status=HTTPStatus.OK)


def malformed(what: str) -> BoltResponse:
    """The answer to a payload in a shape that Slack does not send."""
    log.info("slack_refused", code=what)
    return BoltResponse(status=HTTPStatus.UNAUTHORIZED)


def _bots(body: Body) -> set[str]:
    """The accounts of the bot, wherever it is installed."""
    return {one.get("user_id") for one in body.get("authorizations") or ()}


def _names_a_bot(event: Body) -> bool:
    tokens = event.get("tokens")
    return isinstance(tokens, dict) and bool(tokens.get("bot"))


def _moment(body: Mapping[str, Any]) -> datetime:
    """When an event happened, by Slack's clock; long ago where it does not say."""
    at = body.get("event_time")
    return datetime.fromtimestamp(at if isinstance(at, int) and 0 < at < 2**33 else 0, UTC)
