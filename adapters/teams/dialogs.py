"""Dialogs: forms over whatever somebody is looking at, opened from the compose box, the command
box, a message, a slash, or a button of a card.

A dialog may be opened where the bot is not: such a place is neither remembered nor posted to.
What a submission brings goes to the personal chat; the dialog itself closes with one sentence.
"""

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from adapters.teams import forms, invokes, render
from adapters.teams.address import base
from adapters.teams.cards import CARD, Element
from adapters.teams.heard import (
    guessed_reader,
    is_elsewhere,
    is_personal,
    place_of,
    reply_place,
    workspace_id,
)
from adapters.teams.people import BEHIND, People, hurry
from adapters.teams.presses import Presses
from adapters.teams.sdk import Activity
from bot import texts
from bot.cleaning import clean
from bot.heard import Action, ActionName
from bot.messages import Answer, Form, Notice
from bot.model import Place
from bot.ports import Door

OF_EXTENSION = frozenset({"composeExtension/fetchTask", "composeExtension/submitAction"})
OF_CARDS = frozenset({"task/fetch", "task/submit"})
INVOKES = OF_EXTENSION | OF_CARDS
COMMANDS: Mapping[str, ActionName] = {
    "give-glitter": ActionName.GIVE,
    "give-cactus": ActionName.GIVE_CACTUS,
    "pick-moment": ActionName.PICK,
}
"""What each command of the message extension asks for."""
MAX_LINK = 2_000
NAME = "Glitterkaktus"
SIZE = {"height": "large", "width": "medium"}


class Dialogs:
    def __init__(self, door: Door, people: People) -> None:
        self._door = door
        self._people = people
        self._presses = Presses(people)

    async def answer(self, activity: Activity) -> Element:
        """The body for an invoke of a dialog."""
        began = time.monotonic()
        place = await self._place(activity)
        reply_to = place if is_personal(activity) else reply_place(activity)
        press = await self._presses.read(activity, _data(activity), reply_to, place)
        if press is None:
            return invokes.unknown_dialog(guessed_reader(activity))
        if press.name is ActionName.PICK:
            press = replace(press, fields=_post(activity))
        else:
            press = replace(press, fields={**press.fields, **await self._about(activity, place)})
        answer = await self._door.answer(press)
        hurry(began + BEHIND)
        accounts = forms.accounts_in(answer.message)
        names = await self._people.names(press.workspace_id, place, accounts)
        return {"task": _task(answer, press, names)}

    async def _place(self, activity: Activity) -> Place:
        """Where it was opened, as far as the bot can post there; else with the speaker alone."""
        if not is_elsewhere(activity):
            return place_of(activity)
        alone = Place.direct(activity.from_property.id)
        if not activity.conversation.id or activity.conversation.conversation_type == "personal":
            return alone
        place = place_of(activity)
        here = await self._people.is_in(workspace_id(activity), place, alone.id)
        return place if here else alone

    async def _about(self, activity: Activity, place: Place) -> dict[str, str]:
        """Who wrote the message on which the dialog was opened, and where it can be read."""
        payload = _dict(_dict(activity.value).get("messagePayload"))
        told = _dict(_dict(payload.get("from")).get("user")).get("id")
        link = payload.get("linkToMessage")
        found: dict[str, str] = {}
        if isinstance(told, str):
            found["who"] = await self._people.account(workspace_id(activity), place, told)
        if isinstance(link, str) and link.startswith("https://") and len(link) <= MAX_LINK:
            found["link"] = clean(link)
        return {name: value for name, value in found.items() if value}


def _post(activity: Activity) -> dict[str, str]:
    """The message on which the command was chosen, as it is told when the bot posts it."""
    chosen = _dict(_dict(activity.value).get("messagePayload")).get("id")
    return {"message": f"{base(activity.conversation.id)}|{chosen}"}


def _data(activity: Activity) -> object:
    """What a button carried; for a command, what a button that opens the same would carry."""
    value = _dict(activity.value)
    if activity.name != "composeExtension/fetchTask":
        return value.get("data")
    command = value.get("commandId")
    if not isinstance(command, str) or command not in COMMANDS:
        return None
    return {"action": COMMANDS[command].value, "subject": "1"}


def _task(answer: Answer, press: Action, names: Mapping[str, str]) -> Element:
    message, reader = answer.message, answer.reader
    if isinstance(message, Form):
        return _continued(invokes.in_dialog(message, reader, names), message, answer)
    if isinstance(message, Notice) and not answer.owed:  # what was typed must not vanish
        kept = replace(message, draft=forms.words_in(press.fields))
        return _continued(invokes.in_dialog(kept, reader, names), message, answer)
    return {"type": "message", "value": render.summary(message, reader)}


def _continued(card: Element, message: Form | Notice, answer: Answer) -> Element:
    title = NAME
    if isinstance(message, Form):
        title = texts.say(answer.reader, f"form-{message.name}")
    shown = {"contentType": CARD, "content": card}
    return {"type": "continue", "value": {"title": title, **SIZE, "card": shown}}


def _dict(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}
