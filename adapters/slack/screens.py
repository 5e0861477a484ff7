"""What appears on somebody's screen once the acknowledgement has left: a form, a window, a page,
or a sentence beside what they did."""

from dataclasses import replace
from typing import Any

import structlog

from adapters.slack import forms, views
from adapters.slack.access import Access
from adapters.slack.faults import code_of
from adapters.slack.render import render
from adapters.slack.wire import Wire
from bot.messages import Answer, Form, Home, Notice
from bot.values import dataclass

OPEN_ALREADY = "exchanged_trigger_id"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody did something; `trigger` lets something open there for three seconds."""

    workspace_id: str
    account: str
    trigger: str = ""
    window: str = ""
    """The id of the modal in which it was, "" for none."""
    in_view: bool = False
    """In a modal or on the home page: there is no message beside which an answer could stand."""


class Screens:
    """Opens, publishes and responds; never raises."""

    def __init__(self, access: Access, wire: Wire) -> None:
        self._access = access
        self._wire = wire

    async def opened(
        self, answer: Answer, at: Spot, *, card: str = "", draft: str = ""
    ) -> Answer | None:
        """None where the answer was a form that stands open now; else what is to be said."""
        if not isinstance(answer.message, Form):
            return answer
        try:
            await self._open(forms.view(answer.message, answer.reader, card), at)
        except Exception as error:
            # Whoever asked is told; the code is all that is known.
            code = code_of(error)
            if code != OPEN_ALREADY:
                log.warning("slack_form", code=code)
                return replace(answer, message=Notice("form-not-opened", draft=draft))
        return None

    async def shown(self, answer: Answer, at: Spot) -> None:
        """The answer where no message stands: on the home page, or in a window."""
        try:
            if isinstance(answer.message, Home) or not at.trigger:
                await self._publish(answer, at)
            elif at.window:
                await self._change(answer, at)
            else:
                await self._open(views.window(answer.message, answer.reader), at)
        except Exception as error:
            code = code_of(error)
            log.warning("slack_view", code=code)
            if at.trigger and code != OPEN_ALREADY:
                await self._write(answer, at)

    async def respond(self, url: str, payload: dict[str, Any]) -> None:
        """Beside, or instead of, the message at which it happened."""
        try:
            await self._wire.respond(url, payload)
        except Exception as error:
            # What was decided stands; only its confirmation is lost.
            log.warning("slack_respond", kind=type(error).__name__)

    async def _open(self, view: dict[str, Any], at: Spot) -> None:
        slack, token = self._wire.writes, await self._access.token(at.workspace_id)
        if at.window:
            await slack.views_push(token=token, trigger_id=at.trigger, view=view)
        else:
            await slack.views_open(token=token, trigger_id=at.trigger, view=view)

    async def _change(self, answer: Answer, at: Spot) -> None:
        token = await self._access.token(at.workspace_id)
        view = views.window(answer.message, answer.reader)
        await self._wire.writes.views_update(token=token, view_id=at.window, view=view)

    async def _publish(self, answer: Answer, at: Spot) -> None:
        token = await self._access.token(at.workspace_id)
        view = views.home(answer.message, answer.reader)
        await self._wire.writes.views_publish(token=token, user_id=at.account, view=view)

    async def _write(self, answer: Answer, at: Spot) -> None:
        """In the direct chat, where nothing could be opened: nobody presses and hears nothing."""
        try:
            token = await self._access.token(at.workspace_id)
            said = render(answer.message, answer.reader)
            await self._wire.writes.chat_postMessage(token=token, channel=at.account, **said)
        except Exception as error:
            log.warning("slack_answer_lost", code=code_of(error))
