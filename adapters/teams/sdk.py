"""All that is used of botbuilder-core, which is archived upstream and carries no types."""

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

UNNEEDED = ("charset_normalizer", "chardet", "yaml")
"""What its `requests` and jsonpickle load where it is there; neither of them does anything here."""


@contextmanager
def _without(names: tuple[str, ...]) -> Iterator[None]:
    """Let no import inside load these: 4 MB that would stay for as long as the bot runs."""
    loaded = {name: sys.modules[name] for name in names if name in sys.modules}
    sys.modules.update(dict.fromkeys(names))  # type: ignore[arg-type]  # by which an import fails
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Unable to find acceptable character detection")
            yield
    finally:
        for name in names:
            del sys.modules[name]
        sys.modules.update(loaded)


with _without(UNNEEDED):
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
