"""Words that wait for a button."""

from datetime import datetime
from typing import Protocol

from bot.heard import Said
from bot.messages import CactusDraft, GlitterDraft

Draft = Said | GlitterDraft | CactusDraft
"""Words that are not given yet."""


class Drafts(Protocol):
    def keep(self, workspace_id: str, member_id: int, draft: Draft) -> int:
        """Keep words for a button; the same action gets the same id, with its newest words."""
        ...

    def get(self, workspace_id: str, draft_id: int, member_id: int) -> Draft | None: ...

    def forget(self, before: datetime) -> None:
        """Delete drafts older than that."""
        ...
