"""What an `Activity` says, in the product's words."""

import json
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from adapters.teams import forms
from adapters.teams.activity import client_info, mentions, named, reactions, tenant_of
from adapters.teams.address import PREFIX, Address, base
from adapters.teams.sdk import Activity, ActivityTypes
from adapters.teams.words import read, standing_of
from bot import texts
from bot.heard import Action, ActionName, Reacted, Said
from bot.model import Place, Profile, Reader, Standing

MAX_SUBJECT = 100


def workspace_id(activity: Activity) -> str:
    return PREFIX + tenant_of(activity)


def workspace_address(activity: Activity) -> Address:
    return Address(activity.service_url, activity.recipient.id, tenant_of(activity))


def is_personal(activity: Activity) -> bool:
    """Whatever does not say that it is personal counts as read by others."""
    personal = activity.conversation.conversation_type == "personal"
    return bool(personal) and not is_elsewhere(activity)


def is_elsewhere(activity: Activity) -> bool:
    """The message extension is opened everywhere, also where the bot is not."""
    return bool(activity.name) and activity.name.startswith("composeExtension/")


def place_of(activity: Activity) -> Place:
    """The personal chat, or the channel or group chat without its thread."""
    if is_personal(activity):
        address = workspace_address(activity).at(activity.conversation.id)
        return Place.direct(activity.from_property.id, address.text)
    conversation = base(activity.conversation.id)
    told_of, name = named(activity, "channel")
    if told_of not in ("", conversation):  # what happens to one channel is told in another
        name = ""
    name = name or activity.conversation.name or ""
    return Place.channel(conversation, name, workspace_address(activity).at(conversation).text)


def speaker(activity: Activity) -> Profile:
    who = activity.from_property
    home = who.additional_properties.get("tenantId")
    foreign = isinstance(home, str) and home.lower() != tenant_of(activity)
    return Profile(
        account=who.id,
        name=who.name,
        locale=client_info(activity, "locale") or activity.locale,
        zone=activity.local_timezone or client_info(activity, "timezone"),
        standing=Standing.STRANGER if foreign else standing_of(who.id),
    )


def guessed_reader(activity: Activity) -> Reader:
    """How the speaker may read, where the door was not asked."""
    return Reader(texts.speaks(speaker(activity).locale) or texts.DEFAULT, "UTC")


def said(activity: Activity) -> Said:
    command, parts = read(activity.text, mentions(activity), activity.recipient.id)
    targeted = activity.recipient.additional_properties.get("isTargeted") is True
    return Said(
        workspace_id=workspace_id(activity),
        place=place_of(activity),
        speaker=speaker(activity),
        command=command,
        parts=parts,
        source_ref=f"teams:{activity.conversation.id}:{activity.id}",
        openly=not (targeted or is_personal(activity)),
        reply_to=reply_place(activity),
        aside=_aside(activity),
        opens_forms=False,
    )


def _aside(activity: Activity) -> Place | None:
    """Below the same message, for the speaker alone; a personal chat has no need of it."""
    if is_personal(activity):
        return None
    return Place.aside(activity.conversation.id, activity.from_property.id)


def reply_place(activity: Activity) -> Place:
    """The speaker's personal chat; from elsewhere its address is whatever is known already."""
    return place_of(activity) if is_personal(activity) else Place.direct(activity.from_property.id)


def came_in(activity: Activity) -> Action | None:
    """Somebody has the bot from now on, and is shown their home card; None for all else.

    An upgrade is no beginning, and in a team or a chat nobody asked for it.
    """
    begins = activity.type == ActivityTypes.installation_update and activity.action == "add"
    if not (begins and is_personal(activity) and activity.from_property.id):
        return None
    place = place_of(activity)
    return Action(
        workspace_id=workspace_id(activity),
        place=place,
        speaker=speaker(activity),
        name=ActionName.HOME,
        subject="1",
        source_ref=f"teams:{activity.conversation.id}:{activity.id}",
        reply_to=place,
        opens_forms=False,
    )


def reacted(activity: Activity) -> list[Reacted]:
    """Teams tells a bot of reactions to its own posts only."""
    if not (activity.reply_to_id and activity.conversation.id and activity.from_property.id):
        return []
    here = activity.conversation.id if is_personal(activity) else base(activity.conversation.id)
    return [
        Reacted(
            workspace_id=workspace_id(activity),
            place=place_of(activity),
            speaker=speaker(activity),
            author=None,
            message_ref=f"{here}|{activity.reply_to_id}",
            emoji=emoji,
            added=added,
        )
        for emoji, added in reactions(activity)
    ]


def pressed(activity: Activity, data: object, reply_to: Place | None) -> Action | None:
    """None where the data is not that of a button of ours. People in a form are as Teams told
    them: accounts or Entra object ids."""
    if not isinstance(data, Mapping):
        return None
    name, subject = data.get("action"), data.get("subject")
    if name not in list(ActionName) or not isinstance(subject, str) or len(subject) > MAX_SUBJECT:
        return None
    form = forms.name_in(data) if name == ActionName.SUBMIT else None
    if name == ActionName.SUBMIT and form is None:
        return None
    fields = forms.fields_in(data) if form else {}
    return Action(
        workspace_id=workspace_id(activity),
        place=place_of(activity),
        speaker=speaker(activity),
        name=ActionName(name),
        subject=subject,
        source_ref=_press_ref(activity, data, fields),
        reply_to=reply_to,
        form=form,
        fields=fields,
        opens_forms=reply_to is None,
    )


def _press_ref(activity: Activity, data: Mapping[str, Any], fields: Mapping[str, str]) -> str:
    """One button pressed by one person is one action, under however many activity ids; a form
    submitted again with other words is another."""
    pressed = f"{data.get('draft') or activity.id}/{activity.from_property.id}"
    if fields:
        pressed += json.dumps(fields, sort_keys=True)
    press = uuid5(NAMESPACE_OID, pressed)
    return f"teams:{activity.conversation.id}:action:{press}"
