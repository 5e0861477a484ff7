"""All that is used of botbuilder-core, which is archived upstream and carries no types."""

import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

UNUSED: Mapping[str, Any] = {
    # Loaded where they are there, for what is never read here.
    "charset_normalizer": None,
    "chardet": None,
    "yaml": None,
    # Imported by its connector, which would ask for tokens through them. Ours come another way.
    "oauthlib": SimpleNamespace(oauth2=None),
    "requests_oauthlib": SimpleNamespace(),
}
"""What stands for each, while botbuilder is imported; for None an import fails."""


@contextmanager
def _without(unused: Mapping[str, Any]) -> Iterator[None]:
    """Let no import inside load these: 5 MB that would stay for as long as the bot runs."""
    loaded = {name: sys.modules[name] for name in unused if name in sys.modules}
    sys.modules.update(unused)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Unable to find acceptable character detection")
            yield
    finally:
        for name in unused:
            del sys.modules[name]
        sys.modules.update(loaded)


with _without(UNUSED):
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
