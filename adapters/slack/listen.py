"""Slack's requests: proven, understood, answered in the acknowledgement."""

import asyncio
import re
import uuid
from collections.abc import Callable, Coroutine
from dataclasses import replace
from http import HTTPStatus
from typing import Any

import structlog
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.slack import forms, heard, replies
from adapters.slack.faults import code_of
from adapters.slack.guard import CertificateCheck, Guard, Refused
from adapters.slack.install import Installation
from adapters.slack.wire import SILENT, Wire
from bot.commands import plain
from bot.errors import StoreUnavailable
from bot.heard import Action, PeopleSeen, Said, Uninstalled
from bot.messages import Answer, Form, Notice
from bot.model import Reader
from bot.ports import Door

ANSWER_SECONDS = 2.5
"""Slack shows an error after 3; a later answer follows by the response URL."""
OPEN_ALREADY = "exchanged_trigger_id"
ANYTHING = re.compile("")

Afterwards = list[Callable[[], Coroutine[Any, Any, None]]]
log = structlog.get_logger()


class Listener:
    """Hears one workspace and tells `door`. Only what `Guard` let through reaches bolt."""

    def __init__(self, door: Door, installation: Installation, wire: Wire) -> None:
        self._door = door
        self._installation = installation
        self._wire = wire

    def route(self, path: str, guard: Guard) -> Route:
        app = self._bolt()

        async def endpoint(request: Request) -> Response:
            try:
                return await self._dispatch(app, request, await guard.read(request))
            except CertificateCheck:
                return Response()
            except Refused as refused:
                log.info("slack_refused", code=refused.reason)
                return Response(status_code=refused.status)

        return Route(path, endpoint, methods=["POST"])

    async def _dispatch(self, app: AsyncApp, request: Request, body: str) -> Response:
        told = _understood(body, request.headers.get("content-type", ""))
        team_id = told.context.team_id or ""
        if not self._installation.is_ours(team_id) and not _is_teamless(told):
            raise Refused("workspace")
        afterwards: Afterwards = []
        told.context["afterwards"] = afterwards
        try:
            response = to_starlette_response(await app.async_dispatch(told))
        except heard.MALFORMED:
            # Bolt's own error handling reads the payload too.
            raise Refused("payload") from None
        # Starlette runs it when the acknowledgement has left.
        response.background = BackgroundTask(self._run, afterwards)
        return response

    async def _run(self, afterwards: Afterwards) -> None:
        for work in afterwards:
            self._wire.in_background(work())

    def _bolt(self) -> AsyncApp:
        app = AsyncApp(
            name="glitterkaktus",
            logger=SILENT,
            client=AsyncWebClient(logger=SILENT),
            authorize=_authorize,
            process_before_response=True,
            # The guard has checked the signature, of everything that comes here.
            request_verification_enabled=False,
        )
        app.command(re.compile("^(" + "|".join(heard.COMMANDS) + ")$"))(self._on_command)
        app.block_action(ANYTHING)(self._on_press)
        app.view(ANYTHING)(self._on_submission)
        for event in ("team_join", "user_change"):
            app.event(event)(self._on_person)
        for event in ("app_uninstalled", "tokens_revoked"):
            app.event(event)(self._on_removal)
        app.event(ANYTHING)(_on_anything_else)
        app.error(_on_choking)
        return app

    async def _on_command(
        self, ack: AsyncAck, command: dict[str, str], context: AsyncBoltContext
    ) -> BoltResponse:
        try:
            said = heard.said(command, str(context.team_id))
        except heard.MALFORMED:
            return _malformed("command")
        answering = await self._in_time(said)
        if answering.done() and not isinstance(answering.result().message, Form):
            return await ack(**replies.private(answering.result()))
        url, trigger = command.get("response_url", ""), command["trigger_id"]

        async def follow_up() -> None:
            answer = await self._opened(await answering, trigger, draft=plain(said))
            if answer:
                await self._respond(url, replies.private(answer))

        context["afterwards"].append(follow_up)
        return await ack()

    async def _on_press(
        self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext
    ) -> BoltResponse:
        try:
            press = heard.pressed(body, str(context.team_id))
            lasting = not (body.get("container") or {}).get("is_ephemeral")
            url, trigger = str(body.get("response_url") or ""), str(body.get("trigger_id") or "")
        except heard.MALFORMED:
            return _malformed("block_actions")
        if press:
            answering = await self._in_time(press)

            async def follow_up() -> None:
                answer = await self._opened(await answering, trigger, card=url)
                if answer:
                    await self._respond(url, replies.to_press(answer, press, lasting))

            context["afterwards"].append(follow_up)
        return await ack()

    async def _on_submission(
        self, ack: AsyncAck, body: dict[str, Any], context: AsyncBoltContext
    ) -> BoltResponse:
        try:
            submission = forms.submitted(body, str(context.team_id))
        except heard.MALFORMED:
            return _malformed("view_submission")
        if submission is None:
            return await ack()
        answering = await self._in_time(submission.action)

        async def follow_up() -> None:
            if forms.outdates_its_card(await answering) and submission.card:
                await self._respond(submission.card, {"delete_original": True})

        context["afterwards"].append(follow_up)
        if not answering.done():
            return await ack(**forms.patience(submission))
        return await ack(**forms.reply(answering.result(), submission))

    async def _on_person(self, event: dict[str, Any], context: AsyncBoltContext) -> BoltResponse:
        try:
            seen = heard.people(event, str(context.team_id))
        except heard.MALFORMED:
            return _malformed("person")
        return await self._note(seen)

    async def _on_removal(self, event: dict[str, Any], context: AsyncBoltContext) -> BoltResponse:
        if event["type"] == "tokens_revoked" and not _names_a_bot(event):
            return BoltResponse(status=HTTPStatus.OK)

        async def was_it_an_old_token() -> None:
            self._installation.look_again(self._door)

        # Slack promises no order: the news may be older than the token that we hold now.
        context["afterwards"].append(was_it_an_old_token)
        return await self._note(Uninstalled(heard.workspace(str(context.team_id))))

    async def _note(self, seen: PeopleSeen | Uninstalled) -> BoltResponse:
        try:
            await self._door.note(seen)
        except StoreUnavailable:
            # Slack tells us again later.
            return BoltResponse(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return BoltResponse(status=HTTPStatus.OK)

    async def _in_time(self, said: Said | Action) -> asyncio.Future[Answer]:
        """The answer, which is not there yet if it takes longer than Slack would wait."""
        answering = asyncio.ensure_future(self._answer(said))
        await asyncio.wait({answering}, timeout=ANSWER_SECONDS)
        return answering

    async def _answer(self, said: Said | Action) -> Answer:
        try:
            return await self._door.answer(said)
        except Exception as error:
            # Its text may hold somebody's words, so only its class is written down.
            reference = uuid.uuid4().hex[:8]
            log.error("slack_answer", reference=reference, kind=type(error).__name__)
            return Answer(Notice("went-wrong", detail=reference), Reader("en", "UTC"))

    async def _opened(
        self, answer: Answer, trigger: str, *, card: str = "", draft: str = ""
    ) -> Answer | None:
        """None where the answer was a form that stands open now; else what is to be said."""
        if not isinstance(answer.message, Form):
            return answer
        try:
            view = forms.view(answer.message, answer.reader, card)
            await self._wire.writes.views_open(trigger_id=trigger, view=view)
        except Exception as error:
            # Whoever asked is told; the code is all that is known.
            code = code_of(error)
            if code != OPEN_ALREADY:
                log.warning("slack_form", code=code)
                return replace(answer, message=Notice("form-not-opened", draft=draft))
        return None

    async def _respond(self, url: str, payload: dict[str, Any]) -> None:
        try:
            await self._wire.respond(url, payload)
        except Exception as error:
            # What was decided stands; only its confirmation is lost.
            log.warning("slack_respond", kind=type(error).__name__)


async def _authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    # The team was compared before bolt saw the request.
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)


async def _on_anything_else() -> None:
    """Whatever the app subscribes to beyond our needs is acknowledged, lest Slack repeat it."""


async def _on_choking(error: Exception) -> BoltResponse:
    # Our listeners answer for their own errors: this is a payload that bolt could not read.
    log.info("slack_refused", code="payload", kind=type(error).__name__)
    return BoltResponse(status=HTTPStatus.UNAUTHORIZED)


def _names_a_bot(event: dict[str, Any]) -> bool:
    tokens = event.get("tokens")
    return isinstance(tokens, dict) and bool(tokens.get("bot"))


def _understood(body: str, content_type: str) -> AsyncBoltRequest:
    try:
        told = AsyncBoltRequest(body=body, headers={"content-type": content_type})
    except (*heard.MALFORMED, RecursionError):
        raise Refused("payload") from None
    if not isinstance(told.body, dict) or not isinstance(told.context.team_id, str | None):
        raise Refused("payload")
    return told


def _is_teamless(told: AsyncBoltRequest) -> bool:
    return told.body.get("type") == "url_verification" or told.body.get("ssl_check") == "1"


def _malformed(what: str) -> BoltResponse:
    log.info("slack_refused", code=what)
    return BoltResponse(status=HTTPStatus.UNAUTHORIZED)
