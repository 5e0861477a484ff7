"""Slack's requests: proven, understood, answered in the acknowledgement."""

import asyncio
import re
import uuid
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any, TypeVar

import structlog
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import forms, heard, replies
from adapters.slack.access import Access
from adapters.slack.addresses import Addresses
from adapters.slack.channels import Channels
from adapters.slack.commands import Commands
from adapters.slack.events import Afterwards, Events, malformed
from adapters.slack.forms import Mend, Submission
from adapters.slack.groups import Groups
from adapters.slack.guard import Refused
from adapters.slack.names import Names
from adapters.slack.screens import Screens, Spot
from adapters.slack.wire import SILENT, Wire
from bot.commands import plain
from bot.errors import StoreUnavailable
from bot.heard import Action, ActionName, FormName, Said
from bot.messages import Answer, Form, Notice
from bot.model import Reader
from bot.ports import Door

ANSWER_SECONDS = 2.5
"""Slack shows an error after 3; a later answer follows by the response URL."""
ANYTHING = re.compile("")
T = TypeVar("T")

log = structlog.get_logger()


class Listener:
    """Tells `door` what Slack says, whichever way it came; the way has proven that it is Slack."""

    def __init__(self, door: Door, access: Access, wire: Wire) -> None:
        self._door = door
        self._access = access
        self._wire = wire
        self._screens = Screens(access, wire)
        self._addresses = Addresses(access, wire)
        self._groups = Groups(access, wire)
        self._channels = Channels(access, wire)
        self._names = Names(access, wire)
        self._app = self._bolt()

    async def hear(self, told: AsyncBoltRequest) -> tuple[BoltResponse, Afterwards]:
        """The acknowledgement, and what is to be done when it has left. Raises Refused."""
        if not isinstance(told.body, dict):
            raise Refused("payload")
        if not _is_teamless(told):
            await self._let_in(told)
        afterwards: Afterwards = []
        told.context["afterwards"] = afterwards
        try:
            return await self._app.async_dispatch(told), afterwards
        except heard.MALFORMED:
            # Bolt's own error handling reads the payload too.
            raise Refused("payload") from None

    async def run(self, afterwards: Afterwards) -> None:
        """In the background; never raises."""
        for work in afterwards:
            self._wire.in_background(work())

    async def _let_in(self, told: AsyncBoltRequest) -> None:
        """The request names a workspace, or an organisation, that we hear. Raises Refused."""
        context, at = told.context, _team(told)
        organisation = str(context.enterprise_id or "") if context.is_enterprise_install else ""
        if not self._access.hears(at or organisation):
            raise Refused("workspace")
        context["team_id"] = at
        if organisation and at:
            try:
                await self._access.introduce(at, organisation, self._door)
            except StoreUnavailable:
                log.warning("slack_workspace_not_introduced", workspace=heard.workspace(at))

    def _bolt(self) -> AsyncApp:
        app = AsyncApp(
            name="glitterkaktus",
            logger=SILENT,
            client=AsyncWebClient(logger=SILENT),
            authorize=_authorize,
            process_before_response=True,
            # The guard has checked the signature, of everything that comes here.
            request_verification_enabled=False,
            before_authorize=Commands(self._on_command),
        )
        app.block_action(ANYTHING)(self._on_press)
        app.shortcut(ANYTHING)(self._on_shortcut)
        app.view(ANYTHING)(self._on_submission)
        events = Events(self._door, self._access, self._screens, self._addresses)
        for event, listener in events.listeners().items():
            app.event(event)(listener)
        app.event(ANYTHING)(_on_anything_else)
        app.error(_on_choking)
        return app

    async def _on_command(self, request: AsyncBoltRequest) -> BoltResponse:
        command, context = request.body, request.context
        try:
            said = heard.said(command, str(context.team_id))
        except heard.MALFORMED:
            return malformed("command")
        answering = await self._in_time(self._answer(said))
        if answering.done() and not isinstance(answering.result().message, Form):
            return replies.written(replies.private(answering.result()))
        url, trigger = command.get("response_url", ""), command["trigger_id"]

        async def follow_up() -> None:
            at = Spot(said.workspace_id, said.speaker.account, trigger)
            answer = await self._screens.opened(await answering, at, draft=plain(said))
            if answer:
                await self._screens.respond(url, replies.private(answer))

        context["afterwards"].append(follow_up)
        return BoltResponse(status=HTTPStatus.OK)

    async def _on_press(
        self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext
    ) -> BoltResponse:
        try:
            press = heard.pressed(body, str(context.team_id))
            lasting = not (body.get("container") or {}).get("is_ephemeral")
            url, at = str(body.get("response_url") or ""), spot(body, str(context.team_id))
        except heard.MALFORMED:
            return malformed("block_actions")
        if press:
            answering = await self._in_time(self._answer(press))

            async def follow_up() -> None:
                answer = await self._screens.opened(await answering, at, card=url)
                if answer and at.in_view:
                    await self._screens.shown(answer, at)
                elif answer:
                    await self._screens.respond(url, replies.to_press(answer, press, lasting))

            context["afterwards"].append(follow_up)
        return await ack()

    async def _on_shortcut(
        self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext
    ) -> BoltResponse:
        try:
            wish = heard.shortcut(body, str(context.team_id))
            at = spot(body, str(context.team_id))
        except heard.MALFORMED:
            return malformed("shortcut")
        if wish:
            answering = await self._in_time(self._answer(self._names.known(wish)))

            async def follow_up() -> None:
                answer = await self._screens.opened(await answering, at)
                if answer:
                    await self._screens.shown(answer, at)

            context["afterwards"].append(follow_up)
        return await ack()

    async def _on_submission(
        self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext
    ) -> BoltResponse:
        try:
            submission = forms.submitted(body, str(context.team_id))
        except heard.MALFORMED:
            return malformed("view_submission")
        if submission is None:
            return await ack()
        answering = await self._in_time(self._submitted(submission))

        async def follow_up() -> None:
            if forms.outdates_its_card(await answering) and submission.card:
                await self._screens.respond(submission.card, {"delete_original": True})

        context["afterwards"].append(follow_up)
        if not answering.done():
            return await ack(**forms.patience(submission))
        return await ack(**forms.reply(answering.result(), submission))

    async def _in_time(self, answer: Coroutine[Any, Any, T]) -> asyncio.Future[T]:
        """The answer, which is not there yet if it takes longer than Slack would wait."""
        answering = asyncio.ensure_future(answer)
        await asyncio.wait({answering}, timeout=ANSWER_SECONDS)
        return answering

    async def _submitted(self, submission: Submission) -> Answer | Mend:
        """The answer; or what to mend where the bot could not post in a chosen channel."""
        action = submission.action
        if action.form is FormName.SETTINGS and submission.channels:
            opened = replace(action, name=ActionName.SETTINGS, form=None, fields={}, reply_to=None)
            # Only for somebody who may decide that does the bot join a channel.
            if isinstance((await self._answer(opened)).message, Form):
                for field, channel in submission.channels.items():
                    if code := await self._channels.problem(action.workspace_id, channel):
                        return Mend(field, code)
        return await self._answer(action)

    async def _answer(self, said: Said | Action) -> Answer:
        try:
            if isinstance(said, Said):
                said = await self._groups.told(said)
            return await self._door.answer(await self._names.kept(said))
        except Exception as error:
            # Its text may hold somebody's words, so only its class is written down.
            reference = uuid.uuid4().hex[:8]
            log.error("slack_answer", reference=reference, kind=type(error).__name__)
            return Answer(Notice("went-wrong", detail=reference), Reader("en", "UTC"))


async def _authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    # Who is heard was decided before bolt saw the request.
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)


async def _on_anything_else() -> None:
    """Whatever the app subscribes to beyond our needs is acknowledged, lest Slack repeat it."""


async def _on_choking(error: Exception) -> BoltResponse:
    # Our listeners answer for their own errors: this is a payload that bolt could not read.
    log.info("slack_refused", code="payload", kind=type(error).__name__)
    return BoltResponse(status=HTTPStatus.UNAUTHORIZED)


def spot(body: Mapping[str, Any], team_id: str) -> Spot:
    """Where somebody pressed a button or chose a shortcut. Wrong shapes raise as MALFORMED."""
    view = body.get("view") or {}
    return Spot(
        heard.workspace(team_id),
        str(body["user"]["id"]),
        str(body.get("trigger_id") or ""),
        str(view["id"]) if view and view["type"] == "modal" else "",
        bool(view),
    )


def _team(told: AsyncBoltRequest) -> str:
    """The workspace in which something happened; "" for news of a whole organisation."""
    team = told.context.team_id or told.body.get("team_id")
    if not isinstance(team, str | None):
        raise Refused("payload")
    return team or ""


def _is_teamless(told: AsyncBoltRequest) -> bool:
    return told.body.get("type") == "url_verification" or told.body.get("ssl_check") == "1"
