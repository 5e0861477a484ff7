"""How a conversation is reached: what `Place.address` and `Installed.address` hold for Teams."""

import json
from functools import lru_cache
from typing import Self

from bot.values import dataclass

PREFIX = "teams:"


@dataclass(frozen=True, slots=True)
class Address:
    """`conversation_id` is "" for a workspace: a chat with a member is opened from there."""

    service_url: str
    bot_id: str
    tenant_id: str
    conversation_id: str = ""

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read what `text` wrote; None for anything else."""
        try:
            found = json.loads(text)
            keys = (found["serviceUrl"], found["botId"], found["tenantId"])
            address = cls(*keys, found.get("conversationId", ""))
        except (ValueError, LookupError, TypeError, AttributeError):
            return None
        parts = (*keys, address.conversation_id)
        return address if all(isinstance(part, str) for part in parts) and all(keys) else None

    @property
    def text(self) -> str:
        return _written(self)

    @property
    def workspace_id(self) -> str:
        return PREFIX + self.tenant_id

    def at(self, conversation_id: str) -> "Address":
        return Address(self.service_url, self.bot_id, self.tenant_id, conversation_id)


@lru_cache(maxsize=1024)  # every activity asks for that of its conversation
def _written(address: Address) -> str:
    found = {
        "serviceUrl": address.service_url,
        "botId": address.bot_id,
        "tenantId": address.tenant_id,
    }
    if address.conversation_id:
        found["conversationId"] = address.conversation_id
    return json.dumps(found, sort_keys=True)


def base(conversation_id: str) -> str:
    """A channel without the thread: `19:…@thread.tacv2;messageid=1` loses its second half."""
    return conversation_id.partition(";")[0]
