"""What an erasure leaves of a message: the facts that belong to others, and nobody's name."""

from collections.abc import Collection
from typing import Any

from bot.messages import Notice
from bot.values import dataclass

INSTEAD = Notice("post-erased")
"""What stands where a message was erased."""
NOBODY = "—"
"""How somebody is called who was erased."""
_ABOUT = ("award_id", "draft_id")
_PEOPLE = ("person", "giver", "receiver", "owner", "other")


@dataclass(frozen=True, slots=True)
class Gone:
    """Somebody to be erased: what would tell of them."""

    member_id: int
    account: str | None
    name: str
    awards: frozenset[int]
    """What they gave, received or own."""

    @property
    def names(self) -> tuple[str, ...]:
        """Texts that point to them wherever they stand; a single word only as a mention."""
        told = [f"@{self.name}"] if self.name else []
        if " " in self.name:
            told.append(self.name)
        return tuple(told)


def without(message: dict[str, Any], gone: Gone) -> dict[str, Any] | None:
    """The message as plain values without the person; None where nothing is left to say.

    The same message where it does not tell of them.
    """
    if message.get("award_id") in gone.awards:
        return None
    made = _cleared(message, gone)
    assert isinstance(made, dict)
    return made


def _cleared(value: Any, gone: Gone) -> Any:
    if isinstance(value, str):
        return unnamed(value, gone.names)
    if isinstance(value, list):
        kept = (one for one in value if not _is_their_entry(one, gone))
        return [_cleared(one, gone) for one in kept]
    if not isinstance(value, dict):
        return value
    if _is_them(value, gone):
        return {**value, "name": NOBODY, "account": None}
    made = {key: _cleared(one, gone) for key, one in value.items()}
    if any(_is_them(value.get(role), gone) for role in _PEOPLE):
        made |= {key: NOBODY for key in ("reason", "words") if made.get(key)}
    return made


def _is_them(value: Any, gone: Gone) -> bool:
    if not isinstance(value, dict) or "name" not in value or "account" not in value:
        return False
    if value["account"] is not None:
        return bool(value["account"] == gone.account)
    return bool(gone.name) and value["name"] == gone.name


def _is_their_entry(value: Any, gone: Gone) -> bool:
    """A line of the highlights that is theirs alone."""
    return isinstance(value, dict) and "quotes" in value and _is_them(value.get("person"), gone)


def unnamed(text: str, names: Collection[str]) -> str:
    """`text` without these names."""
    for name in names:
        text = text.replace(name, NOBODY)
    return text
