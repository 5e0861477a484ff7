"""Where something is said."""

from enum import StrEnum
from typing import Self

from bot.values import dataclass


class PlaceKind(StrEnum):
    CHANNEL = "channel"
    DIRECT = "direct"
    HOME = "home"
    """A page of the member's own, which shows one message and always the newest."""
    ASIDE = "aside"
    """In a channel, but for one member alone to see, and gone after a day."""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, the bot's direct chat with one member, that member's home page, or what only
    that member sees of a channel.

    `id` is the platform's channel id, the account of the member, or both. `address` is what the
    platform needs to post there, written and read by its adapter only ("" where the id is
    enough).
    """

    kind: PlaceKind
    id: str
    name: str = ""
    address: str = ""

    @classmethod
    def channel(cls, id: str, name: str = "", address: str = "") -> Self:
        return cls(PlaceKind.CHANNEL, id, name, address)

    @classmethod
    def direct(cls, account: str, address: str = "") -> Self:
        return cls(PlaceKind.DIRECT, account, "", address)

    @classmethod
    def home(cls, account: str, address: str = "") -> Self:
        return cls(PlaceKind.HOME, account, "", address)

    @classmethod
    def aside(cls, conversation: str, account: str) -> Self:
        return cls(PlaceKind.ASIDE, f"{conversation}|{account}")

    @classmethod
    def parse(cls, key: str, name: str = "", address: str = "") -> Self:
        """Read what `key` wrote. Raises ValueError for anything else."""
        kind, _, id = key.partition(":")
        return cls(PlaceKind(kind), id, name, address)

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def around(self) -> str:
        """The conversation in which an aside is said."""
        return self.id.rpartition("|")[0]

    @property
    def account(self) -> str:
        """Whose direct chat or home page it is, or who sees the aside."""
        return self.id.rpartition("|")[2] if self.kind is PlaceKind.ASIDE else self.id
