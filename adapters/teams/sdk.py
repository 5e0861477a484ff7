"""All that is used of botbuilder-core, which is archived upstream and carries no types."""

from botbuilder.core import (  # type: ignore[import-untyped]
    ActivityHandler,
    BotAdapter,
    InvokeResponse,
    TurnContext,
)
from botbuilder.schema import (  # type: ignore[import-untyped]
    Activity,
    ActivityTypes,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    Entity,
    ResourceResponse,
)

__all__ = [
    "Activity",
    "ActivityHandler",
    "ActivityTypes",
    "BotAdapter",
    "ChannelAccount",
    "ConversationAccount",
    "ConversationReference",
    "Entity",
    "InvokeResponse",
    "ResourceResponse",
    "TurnContext",
]
