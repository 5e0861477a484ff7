"""Emoji that were taken away: Slack may tell of one that was put there only afterwards.

What Slack could not deliver it delivers again, up to six minutes later, and promises no order.
"""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

MOST = 10_000
"""So many are remembered, by this process alone."""
Key = tuple[str, ...]


class Taken:
    """When each emoji was taken away last, by Slack's clock."""

    def __init__(self) -> None:
        self._at: OrderedDict[Key, float] = OrderedDict()

    def came_late(self, event: Mapping[str, Any], team_id: str) -> bool:
        """Whether the event tells of an emoji that has been taken away since; others are kept in
        mind. Wrong shapes raise as `heard.MALFORMED`."""
        item, at = event["item"], float(event.get("event_ts") or 0)
        place = (str(item.get("channel")), str(item.get("ts")))
        key = (team_id, *place, str(event["user"]), str(event["reaction"]))
        if event["type"] == "reaction_added":
            return at < self._at.get(key, 0.0)
        self._at[key] = max(at, self._at.pop(key, 0.0))
        if len(self._at) > MOST:
            self._at.popitem(last=False)
        return False
