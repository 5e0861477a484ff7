"""Glitter and cacti as they were given."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.model import (
    Award,
    Kind,
    Place,
    Source,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class NewAward:
    workspace_id: str
    kind: Kind
    giver_id: int
    receiver_id: int | None
    """None: it goes to a team."""
    reason: str
    tags: tuple[str, ...]
    source: Source
    place: Place
    source_ref: str
    link: str = ""
    team_id: int | None = None
    shared_with: tuple[int, ...] = ()
    """To a team: whom it reaches there."""


@dataclass(frozen=True, slots=True)
class Before:
    """What a giver has done that bears on the next award."""

    recorded: bool
    """This very action has been recorded already."""
    today: int
    """Standing awards of the kind since the start of the giver's day."""
    same_words_at: datetime | None
    """When the same receiver last got the same words, within the time asked for."""


@dataclass(frozen=True, slots=True)
class Tallies:
    received_since: int
    received_ever: int
    given_since: int
    given_ever: int


class Awards(Protocol):
    def before(
        self,
        new: Sequence[NewAward],
        *,
        day_start: datetime,
        same_since: datetime,
    ) -> Before:
        """Look back before `new`, the awards of one action, are added."""
        ...

    def add(self, new: Sequence[NewAward]) -> list[int]:
        """Record one action; ids in order. Raises IntegrityError where it is recorded already."""
        ...

    def get(self, workspace_id: str, award_id: int) -> Award | None: ...

    def by_ref(self, workspace_id: str, source_ref: str) -> list[Award]:
        """All awards of one action, in order."""
        ...

    def latest(self, giver_id: int, kind: Kind, since: datetime) -> Award | None:
        """The giver's newest standing award since then."""
        ...

    def last_to(
        self, giver_id: int, kind: Kind, receiver_id: int | None, team_id: int | None = None
    ) -> datetime | None:
        """When the giver's newest standing award to this member or this team was given."""
        ...

    def shared_with(self, award_ids: Iterable[int]) -> dict[int, list[int]]:
        """Whom the awards of teams reached: member ids, by award id."""
        ...

    def retract(self, awards: Sequence[Award], source_ref: str) -> bool:
        """False: somebody was first, nothing has changed."""
        ...

    def retracted_by(self, giver_id: int, source_ref: str, since: datetime) -> list[Award]:
        """What this action has taken back, looking at awards given since then."""
        ...

    def reword(self, award_id: int, reason: str) -> None:
        """Change the words of a cactus that is still held."""
        ...

    def givers_of_cacti(self, to: Award, since: datetime) -> set[int]:
        """Who gave standing cacti to the receiver of `to` since then, before it."""
        ...

    def tallies(self, member_id: int, since: datetime) -> Tallies:
        """Standing glitter from a member, and to them or to a team with them in it."""
        ...

    def newest_received(self, member_id: int, limit: int, skip: int = 0) -> list[Award]:
        """By the member, or by a team with them in it."""
        ...

    def newest_given(self, member_id: int, limit: int, skip: int = 0) -> list[Award]: ...

    def glitter_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> list[Award]:
        """Standing glitter given in `[starts_at, ends_at)`, oldest first. Never a cactus."""
        ...

    def shining_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> tuple[set[int], set[int]]:
        """The members, and the teams, that got standing glitter in `[starts_at, ends_at)`."""
        ...

    def glitter_counts(self, workspace_id: str, bounds: Sequence[datetime]) -> list[int]:
        """How much standing glitter was given from each moment to the next."""
        ...

    def without_glitter_before(self, member_ids: Iterable[int], moment: datetime) -> set[int]:
        """Those among these members who had received no standing glitter before `moment`."""
        ...

    def without_glitter_since(self, member_ids: Iterable[int], moment: datetime) -> set[int]:
        """Those among these members who have received no standing glitter from `moment` on."""
        ...

    def react(self, award_id: int, member_id: int) -> None:
        """A member says "me too" to a gift; saying so twice counts once."""
        ...

    def unreact(self, award_id: int, member_id: int) -> None: ...

    def reactions(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> dict[int, set[int]]:
        """Who said "me too" to glitter given in `[starts_at, ends_at)`, by award."""
        ...

    def newest_moment(self) -> datetime | None:
        """When anything was last given, by the clock of its time."""
        ...
