"""`POST /api/messages`: verify, read, answer."""

import asyncio
import time
import traceback
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters import bodies
from adapters.teams import consent, forms
from adapters.teams.activity import Malformed, named, read_activity, read_body, tenant_of
from adapters.teams.auth import CHANNEL, Gate, Unverified
from adapters.teams.cards import Element
from adapters.teams.dialogs import INVOKES, Dialogs
from adapters.teams.heard import (
    came_in,
    guessed_reader,
    is_personal,
    place_of,
    pressed,
    reacted,
    reply_place,
    said,
    workspace_address,
    workspace_id,
)
from adapters.teams.install import Notebook
from adapters.teams.invokes import invoke_answer, unknown_button
from adapters.teams.people import BEFORE, BEHIND, People, hurry
from adapters.teams.presses import Presses
from adapters.teams.sdk import (
    Activity,
    ActivityHandler,
    ActivityTypes,
    BotAdapter,
    ChannelAccount,
    ConversationReference,
    InvokeResponse,
    ResourceResponse,
    TurnContext,
)
from adapters.teams.send import TeamsPlatform
from adapters.teams.trust import ServiceUrls
from bot import replies
from bot.errors import StoreUnavailable
from bot.heard import Action, Said
from bot.messages import Answer, Delivery, Notice
from bot.model import Profile, Standing, Verb
from bot.outcomes import Sent
from bot.ports import Door

log = structlog.get_logger()

CARD_ACTION = "adaptiveCard/action"
MAX_BODY = 1024 * 1024
MOST_ADDED = 100
"""New members that are looked up at once; the roster tells the others."""
_INVOKE_RESPONSE = BotAdapter._INVOKE_RESPONSE_KEY


class TurnAdapter(BotAdapter):  # type: ignore[misc]
    """Runs turns; the only thing that a turn sends itself is the answer to an invoke."""

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        for activity in activities:
            if activity.type == ActivityTypes.invoke_response:
                context.turn_state[_INVOKE_RESPONSE] = activity.value
        return [ResourceResponse() for _ in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> None:
        raise NotImplementedError("messages are edited by the outbox")

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        raise NotImplementedError("messages are deleted by the outbox")


class Ears(ActivityHandler):  # type: ignore[misc]
    """Passes each kind of activity on to the door; kinds that we do not know are let go by."""

    def __init__(
        self,
        door: Door,
        notebook: Notebook,
        platform: TeamsPlatform,
        people: People,
        uploads: consent.Uploads,
    ) -> None:
        self._door = door
        self._uploads = uploads
        self._presses = Presses(people)
        self._dialogs = Dialogs(door, people)
        self._people = people
        self._notebook = notebook
        self._platform = platform
        self._tasks: set[asyncio.Task[Any]] = set()

    async def on_turn(self, turn_context: TurnContext) -> None:
        """A place that could not be remembered is told again with its next activity."""
        self._see(turn_context.activity)
        hurry(time.monotonic() + BEFORE)
        try:
            if _adds_bot(turn_context.activity):
                await self._notebook.added_by(turn_context.activity)
                await self._know_channels(turn_context.activity)
            else:
                await self._notebook.heard_from(turn_context.activity)
            if beginning := came_in(turn_context.activity):
                await self._door.answer(beginning)  # unasked, so no word where nothing is owed
            await super().on_turn(turn_context)
        except StoreUnavailable:
            log.warning("teams.not_noted", activity=turn_context.activity.id)

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        activity = turn_context.activity
        if not (activity.id and activity.conversation.id and activity.from_property.id):
            return
        if activity.text or not activity.value:
            await self._answer(activity, said(activity))
        elif press := await self._presses.read(activity, activity.value, reply_place(activity)):
            await self._answer(activity, press)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        activity = turn_context.activity
        if activity.name == consent.INVOKE:
            self._background(self._consented(activity))
            return InvokeResponse(status=200, body={})
        if activity.name in INVOKES:
            return InvokeResponse(status=200, body=await self._dialogs.answer(activity))
        began = time.monotonic()
        press = await self._presses.read(activity, _executed(activity), None)
        if press is None:
            return InvokeResponse(status=200, body=_unknown(activity))
        answer = await self._door.answer(press)
        hurry(began + BEHIND)
        accounts = forms.accounts_in(answer.message)
        names = await self._people.names(press.workspace_id, press.place, accounts)
        return InvokeResponse(status=200, body=invoke_answer(answer, press, names))

    async def on_message_reaction_activity(self, turn_context: TurnContext) -> None:
        for one in reacted(turn_context.activity):
            await self._door.note(one)

    async def on_members_added_activity(
        self, members_added: list[ChannelAccount], turn_context: TurnContext
    ) -> None:
        # Removals are let go by: a removal tells of one team or one chat; whoever else has the
        # bot keeps it, and Teams never says that the last one has gone. Posts to a place that
        # the bot has left come back as blocked.
        activity = turn_context.activity
        names = {one.id: one.name for one in members_added[:MOST_ADDED] if one.id}
        names.pop(activity.recipient.id, None)
        hurry(time.monotonic() + BEHIND)
        told = await self._people.in_time(workspace_id(activity), place_of(activity), list(names))
        # Somebody who has just come may be missing from the roster still.
        known = {one.account: one for one in told if one.standing is not Standing.DEACTIVATED}
        profiles = [known.get(id, Profile(id, name)) for id, name in names.items()]
        await self._notebook.people(activity, profiles)

    async def stop(self) -> None:
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _see(self, activity: Activity) -> None:
        who = activity.from_property
        self._people.directory.saw(workspace_id(activity), who.id, who.name, who.aad_object_id)

    async def _consented(self, activity: Activity) -> None:
        """A file is wanted, or not; whether it may be had is asked now."""
        press = pressed(activity, consent.answered(activity), None)
        if press is None or not is_personal(activity):
            return
        answer = await self._door.answer(press)
        message = answer.message
        if isinstance(message, Notice) and message.code == "export-delivered":
            card = await self._uploads.put(press.workspace_id, press.subject, activity)
            address = workspace_address(activity).at(activity.conversation.id)
            if card is not None and await self._platform.show(address, card):
                return
            message = Notice("export-not-delivered")
        await self._tell(activity, press, replace(answer, message=message))

    async def _know_channels(self, activity: Activity) -> None:
        """All channels of a team to which the bot was added can be chosen from then on."""
        if team := named(activity, "team")[0]:
            channels = await self._people.channels(workspace_address(activity).at(team))
            await self._notebook.know_channels(activity, channels)

    async def _answer(self, activity: Activity, heard: Said | Action) -> None:
        answer = await self._door.answer(heard)
        if not answer.owed:  # nothing could be written
            self._background(self._tell(activity, heard, answer))

    async def _tell(self, activity: Activity, heard: Said | Action, answer: Answer) -> None:
        told_at = (replies.place_for(heard, answer.message), heard.reply_to or heard.place)
        for place in dict.fromkeys(one for one in told_at if one):
            outcome = await self._platform.send(
                Delivery(
                    id=0,
                    workspace_id=heard.workspace_id,
                    place=place,
                    verb=Verb.POST,
                    message=answer.message,
                    reader=answer.reader,
                    workspace_address=workspace_address(activity).text,
                )
            )
            log.info("teams.told_refusal", activity=activity.id, outcome=type(outcome).__name__)
            if isinstance(outcome, Sent):
                return

    def _background(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _adds_bot(activity: Activity) -> bool:
    if activity.type == ActivityTypes.installation_update:
        return activity.action in ("add", "add-upgrade")
    return any(member.id == activity.recipient.id for member in activity.members_added)


def _unknown(activity: Activity) -> Element:
    """An invoke that says nothing to us: a button of an old card, or what Teams has new."""
    return unknown_button(guessed_reader(activity)) if activity.name == CARD_ACTION else {}


def _executed(activity: Activity) -> object:
    """The data of an Action.Execute."""
    value = activity.value if isinstance(activity.value, dict) else {}
    action = value.get("action")
    return action.get("data") if isinstance(action, dict) else None


class Endpoint:
    """One request: who sent it, what it says, what happens."""

    def __init__(self, gate: Gate, urls: ServiceUrls, tenants: frozenset[str], ears: Ears) -> None:
        self._gate = gate
        self._urls = urls
        self._tenants = tenants
        self._ears = ears
        self._adapter = TurnAdapter(_turn_failed)

    async def receive(self, request: Request) -> Response:
        try:
            claimed = await self._gate.claimed_service_url(request.headers.getlist("authorization"))
            body = await bodies.read(request, MAX_BODY)
            activity = read_activity(read_body(body))
            self._check_origin(activity, claimed)
        except Unverified as error:
            log.info("teams.refused", code=str(error))
            return Response(status_code=401)
        except bodies.TooLarge:
            return Response(status_code=413)
        except (Malformed, bodies.Unfinished):
            return Response(status_code=400)
        if tenant_of(activity) not in self._tenants:
            log.warning("teams.foreign_tenant", activity=activity.id)
            return Response(status_code=403)
        return await self._turn(activity)

    def _check_origin(self, activity: Activity, claimed: str) -> None:
        """A token is good for one service only, and only a trusted one is ever called back."""
        if activity.service_url.rstrip("/") != claimed.rstrip("/"):
            raise Unverified("serviceurl differs")
        if not self._urls.allow(claimed):
            raise Unverified("serviceurl is not trusted")
        if activity.channel_id != CHANNEL:
            raise Unverified("channel")

    async def _turn(self, activity: Activity) -> Response:
        if not (activity.type and activity.recipient.id) or activity.from_property.id.startswith(
            "28:"
        ):
            return Response()
        context = TurnContext(self._adapter, activity)
        await self._adapter.run_pipeline(context, self._ears.on_turn)
        invoked = context.turn_state.get(_INVOKE_RESPONSE)
        if invoked is None:
            return Response()
        return JSONResponse(invoked.body, status_code=invoked.status)


async def _turn_failed(context: TurnContext, error: Exception) -> None:
    """Teams repeats what is answered with an error, so nothing is; the log says where it broke."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    log.error(
        "teams.turn_failed",
        activity=context.activity.id,
        workspace=workspace_id(context.activity),
        kind=type(error).__name__,
        where=f"{frame.name}:{frame.lineno}",
    )
