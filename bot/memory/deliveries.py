"""The outbox: what is owed to whom, and what became of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.messages import Delivery, Message
from bot.model import (
    DeliveryStatus,
    Place,
    Reader,
    Verb,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Owed:
    """A delivery about to be added."""

    workspace_id: str
    place: Place
    message: Message | None
    reader: Reader
    verb: Verb = Verb.POST
    award_id: int | None = None
    digest_id: int | None = None
    target_id: int | None = None
    """EDIT and DELETE: the delivery whose message is meant; POST: the one that it answers."""
    below: str = ""
    """POST: the platform's id of somebody else's message, which this one answers."""
    check_first: bool = False
    """A receiver is unverified: the platform is asked before anything is posted."""


@dataclass(frozen=True, slots=True)
class Leased:
    """A delivery that is ours to send until the lease runs out."""

    delivery: Delivery
    attempts: int
    award_id: int | None
    digest_id: int | None
    check_first: bool


class Deliveries(Protocol):
    def owe(self, owed: Sequence[Owed]) -> None: ...

    def owe_thread(self, owed: Sequence[Owed]) -> None:
        """Owe the first one, and the others as replies to it."""
        ...

    def share_fate(self, reply_id: int) -> None:
        """End a reply as the message has ended that it would have answered."""
        ...

    def owe_unless_waiting(self, workspace_id: str, owed: Sequence[Owed]) -> None:
        """Owe what nothing waits for at the same place; what waits goes out after this commit."""
        ...

    def take_back(self, award_id: int, reader: Reader) -> None:
        """Cancel what is not sent yet about this award, or was not taken; owe the deletion of what
        is."""
        ...

    def has_card(self, workspace_id: str, place: Place, award_id: int) -> bool:
        """Whether a message about the award stands at a place, or is owed there."""
        ...

    def refresh(
        self, workspace_id: str, place: Place, award_id: int, card: Message, reader: Reader
    ) -> None:
        """Bring the newest card about an award at a place up to date: before or after sending."""
        ...

    def lease(
        self,
        platform: str,
        limit: int,
        lease: timedelta,
        pace: timedelta,
        *,
        each: int = 64,
        but_for: Sequence[str] = (),
    ) -> tuple[list[Leased], bool]:
        """Claim the first unfinished delivery of as many places as have one ready.

        At most `limit` of them, at most `each` of one workspace, and none of those in `but_for`.

        A place that got a message less than `pace` ago waits. False: nothing is ready, and nothing
        waits only for its pace. True where anything was claimed, whatever is left.
        """
        ...

    def finish(
        self, delivery_id: int, status: DeliveryStatus, *, ref: str = "", code: str = ""
    ) -> None: ...

    def forget_words(self, delivery_id: int) -> None:
        """Keep no longer what a finished delivery said."""
        ...

    def postpone(self, delivery_id: int, until: datetime, code: str) -> None:
        """Back to pending, not before `until`."""
        ...

    def expire_leases(self) -> list[tuple[str, int, int | None]]:
        """Mark what a dead process was sending as unknown: workspace, delivery and digest ids."""
        ...

    def get(
        self, workspace_id: str, delivery_id: int
    ) -> tuple[Delivery, DeliveryStatus] | None: ...

    def revive(self, workspace_id: str, delivery_id: int) -> bool:
        """Owe an unknown delivery and its replies once more; False where it is not unknown."""
        ...

    def blocked_at(self, workspace_id: str, place: Place, since: datetime) -> list[Delivery]:
        """What a place has not taken since then, oldest first; nobody else touches it meanwhile."""
        ...

    def unreached(self, workspace_id: str, since: datetime) -> int:
        """How many people something waits for that they could not be brought since then."""
        ...

    def owe_again(self, delivery_id: int, message: Message, reader: Reader) -> None:
        """Owe a blocked delivery once more, as it reads now."""
        ...

    def move_blocked(self, digest_id: int, place: Place) -> int:
        """Owe a digest's blocked deliveries again, at another place; how many."""
        ...

    def failed_before(self, workspace_id: str, place: Place, delivery_id: int) -> bool:
        """Whether what last ended at a place before this delivery was blocked or dead, too."""
        ...

    def of_digest(self, digest_id: int) -> list[DeliveryStatus]: ...

    def posts_of_digest(self, digest_id: int) -> list[Delivery]: ...

    def revise(self, delivery: Delivery, message: Message | None) -> None:
        """Change what was owed or sent to `message`; None takes it away."""
        ...

    def award_at(self, workspace_id: str, place: Place, ref: str) -> int | None:
        """The award that a message tells of which the platform knows as `ref`."""
        ...

    def standing_posts(self, workspace_id: str, limit: int) -> list[tuple[Delivery, str, datetime]]:
        """Sent messages that were not deleted since: each with its ref and when; oldest first."""
        ...
