"""A request body becomes an `Activity`. Whatever has the wrong type is left out.

Built by hand: `Activity.deserialize` takes eight times as long, loses the tenant of a
conversation, and raises for a malformed date that nobody reads.
"""

import json
from collections.abc import Mapping
from typing import Any

from adapters.teams.sdk import Activity, ChannelAccount, ConversationAccount, Entity
from bot.cleaning import clean

MAX_NAME = 256
MAX_ID = 512
MOST_REACTIONS = 10
"""In one activity; each is one emoji of one person."""


class Malformed(Exception):
    """The body is not one JSON object."""


def read_body(body: bytes) -> dict[str, Any]:
    """Raises Malformed."""
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        raise Malformed from None
    if not isinstance(payload, dict):
        raise Malformed
    return payload


def read_activity(payload: Mapping[str, Any]) -> Activity:
    """`entities`, reactions and `channel_data` are plain dicts inside; unknown fields of the
    recipient and the sender stay in `additional_properties`. The conversation tells the tenant in
    small letters, also where only `channelData` names it; "" where nothing does."""
    channel_data = _dict(payload.get("channelData"))
    return Activity(
        type=_id(payload, "type"),
        id=_id(payload, "id"),
        name=_id(payload, "name"),
        action=_id(payload, "action"),
        channel_id=_id(payload, "channelId"),
        service_url=_id(payload, "serviceUrl"),
        locale=_id(payload, "locale"),
        local_timezone=_id(payload, "localTimezone"),
        text=payload["text"] if isinstance(payload.get("text"), str) else "",
        value=payload.get("value"),
        from_property=_account(payload.get("from")),
        recipient=_account(payload.get("recipient")),
        conversation=_conversation(payload.get("conversation"), channel_data),
        entities=[_entity(found) for found in _dicts(payload.get("entities"))],
        members_added=[_account(found) for found in _dicts(payload.get("membersAdded"))],
        members_removed=[_account(found) for found in _dicts(payload.get("membersRemoved"))],
        reply_to_id=_id(payload, "replyToId"),
        reactions_added=_dicts(payload.get("reactionsAdded")),
        reactions_removed=_dicts(payload.get("reactionsRemoved")),
        channel_data=channel_data,
    )


def tenant_of(activity: Activity) -> str:
    """In small letters; "" where the activity names none."""
    return str(activity.conversation.tenant_id)


def named(activity: Activity, key: str) -> tuple[str, str]:
    """Id and name of the team or channel that `channelData` speaks of; "" for what is missing."""
    found = _dict(activity.channel_data.get(key))
    return _id(found, "id"), _name(found)


def mentions(activity: Activity) -> list[tuple[str, ChannelAccount]]:
    """Every mention entity: the text it stands for, and who is meant."""
    found = (entity.additional_properties for entity in activity.entities)
    return [
        (entity["text"], _account(entity.get("mentioned")))
        for entity in found
        if entity.get("type") == "mention" and isinstance(entity.get("text"), str)
    ]


def reactions(activity: Activity) -> list[tuple[str, bool]]:
    """The name of each emoji, and whether it was added."""
    told = ((activity.reactions_removed, False), (activity.reactions_added, True))
    found = [(_id(one, "type"), added) for listed, added in told for one in listed]
    return [one for one in found if one[0]][:MOST_REACTIONS]


def client_info(activity: Activity, key: str) -> str:
    """`locale` or `timezone` as the sender's client has it, or ""."""
    for entity in activity.entities:
        if entity.additional_properties.get("type") == "clientInfo":
            return _id(entity.additional_properties, key)
    return ""


def _account(found: object) -> ChannelAccount:
    fields = _dict(found)
    account = ChannelAccount(
        id=_id(fields, "id"),
        name=_name(fields),
        aad_object_id=_id(fields, "aadObjectId"),
        role=_id(fields, "role"),
    )
    account.additional_properties = fields
    return account


def _conversation(found: object, channel_data: Mapping[str, Any]) -> ConversationAccount:
    fields = _dict(found)
    tenant = _id(_dict(channel_data.get("tenant")), "id") or _id(fields, "tenantId")
    return ConversationAccount(
        id=_id(fields, "id"),
        conversation_type=_id(fields, "conversationType"),
        tenant_id=tenant.lower(),
        name=_name(fields),
        is_group=fields.get("isGroup") is True,
    )


def _entity(fields: dict[str, Any]) -> Entity:
    entity = Entity(type=_id(fields, "type"))
    entity.additional_properties = fields
    return entity


def _id(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    return _clean(value) if isinstance(value, str) and len(value) <= MAX_ID else ""


def _name(fields: Mapping[str, Any]) -> str:
    value = fields.get("name")
    return _clean(value[:MAX_NAME]) if isinstance(value, str) else ""


def _clean(text: str) -> str:
    plain = text.isascii() and text.isprintable()
    return text if plain else clean(text)  # most are plain, and cleaning takes its time


def _dict(found: object) -> dict[str, Any]:
    return found if isinstance(found, dict) else {}


def _dicts(found: object) -> list[dict[str, Any]]:
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []
