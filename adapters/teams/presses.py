"""Pressed buttons, with everybody whom a form names by their account."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

from adapters.teams import forms
from adapters.teams.heard import pressed
from adapters.teams.people import People
from adapters.teams.sdk import Activity
from bot.heard import Action
from bot.model import Place

MOST_PEOPLE = 100
"""In one field of a form."""


class Presses:
    def __init__(self, people: People) -> None:
        self._people = people

    async def read(
        self, activity: Activity, data: object, reply_to: Place | None, place: Place | None = None
    ) -> Action | None:
        """None where the data is not that of a button of ours. `place` is where it was pressed,
        if that is not where the activity comes from."""
        press = pressed(activity, data, reply_to)
        if press is None or not isinstance(data, Mapping):
            return press
        if place is not None:
            press = replace(press, place=place, opens_forms=True)
        fields = [field for field in forms.people_in(data) if field in press.fields]
        found = await asyncio.gather(*(self._accounts(press, field) for field in fields))
        named = dict(zip(fields, found, strict=True))
        return replace(press, fields={**press.fields, **named})

    async def _accounts(self, press: Action, field: str) -> str:
        listed = _listed(press, field)
        return ",".join(await asyncio.gather(*(self._account(press, one) for one in listed)))

    async def _account(self, press: Action, told: str) -> str:
        return await self._people.account(press.workspace_id, press.place, told)


def _listed(press: Action, field: str) -> list[str]:
    return [one for one in press.fields[field].split(",")[:MOST_PEOPLE] if one]
