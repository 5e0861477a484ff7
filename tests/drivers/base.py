"""The one way in which tests use a chat, whichever platform it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.heard import ActionName, FormName
from bot.model import Standing


@dataclass(frozen=True)
class Shown:
    """One message as a person sees it on the screen."""

    text: str
    """All that can be read, top to bottom; a real mention of Bo reads `@bo` (his account)."""
    mentions: frozenset[str] = frozenset()
    """Accounts that are really notified by it."""
    links: tuple[str, ...] = ()
    """Everything that can be clicked and leads to an address."""
    buttons: Mapping[ActionName, Any] = field(default_factory=dict)
    """Whatever the platform sends back when one is pressed."""
    ref: str = ""
    form: FormName | None = None
    """Set where a form stands open; `text` then holds its labels and what is to be mended."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """What the open form holds; a person is a short name."""
    handle: Any = None
    """Whatever the driver needs to submit the form."""


class Chat(Protocol):
    """A workspace with one bot. Accounts are short names: `ana`, `bo`.

    Everything is synchronous and done when a call returns: `settle` has been called where the
    platform shows answers only after the outbox has run.
    """

    workspace_id: str

    @property
    def environment(self) -> dict[str, str]:
        """The settings with which the product talks to this fake."""
        ...

    def __enter__(self) -> "Chat": ...
    def __exit__(self, *exc: object) -> None: ...

    def connect(self, base_url: str, settle: Callable[[], None]) -> None:
        """The product listens at `base_url`; `settle` sends all that is due."""
        ...

    def join(
        self,
        account: str,
        name: str,
        *,
        locale: str = "en-GB",
        zone: str = "Europe/Stockholm",
        standing: Standing = Standing.ACTIVE,
    ) -> None:
        """Somebody exists on the platform, known to its people directory and to the product.

        Called before or after the product has started.
        """
        ...

    def say(self, who: str, text: str, place: str = "general", *, ref: str | None = None) -> Shown:
        """Type `/glitter @bo …`; `@bo` of somebody who joined is a real mention.

        Returns the private answer. `place="direct"` is the speaker's own chat with the bot.
        `ref` names the action: saying it again with the same `ref` delivers it again.
        """
        ...

    def press(self, who: str, shown: Shown, action: ActionName) -> Shown:
        """Press a button; returns the private answer."""
        ...

    def fill(self, who: str, shown: Shown, /, **fields: str) -> Shown:
        """Fill in an open form and submit it; fields left out keep what they hold.

        Returns what follows: the private answer, or the form again with what is to be mended.
        """
        ...

    def posted(self, place: str = "general") -> list[Shown]:
        """The bot's messages that stand in a channel now, oldest first."""
        ...

    def direct(self, who: str) -> list[Shown]:
        """The bot's messages that stand in a direct chat now, oldest first; answers included."""
        ...

    def files(self, who: str) -> dict[str, bytes]:
        """The files that the bot has brought to somebody's direct chat, taken there, by name."""
        ...

    def forbid(self, place: str) -> None:
        """From now on the bot may not post there."""
        ...

    def everything_in_channels(self) -> str:
        """Every byte that ever went to any channel, also what was deleted since."""
        ...
