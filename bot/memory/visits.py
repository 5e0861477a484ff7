"""Who is signed in to the pages."""

from datetime import datetime
from typing import Protocol

from bot.model import (
    Power,
)
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever holds a link or a session, with the powers that they had when they got it."""

    workspace_id: str
    member_id: int
    powers: frozenset[Power]


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which somebody is signed in to the pages."""

    id: int
    who: SignedIn
    began_at: datetime
    seen_at: datetime
    ends_at: datetime


class Visits(Protocol):
    """Links into the pages, and sessions there. Tokens are known by their hashes alone."""

    def invite(self, token_hash: str, who: SignedIn, ends_at: datetime) -> None: ...

    def invited(self, token_hash: str) -> SignedIn | None:
        """Whom a link that still works is for."""
        ...

    def use(self, token_hash: str) -> bool:
        """Use a link up; False where somebody was first."""
        ...

    def begin(self, token_hash: str, who: SignedIn, ends_at: datetime) -> None: ...

    def session(self, token_hash: str, seen_since: datetime) -> Session | None:
        """The session where it still lasts and was used since then."""
        ...

    def sessions(self, member_id: int, seen_since: datetime) -> list[Session]:
        """Those of a member that still last, newest first."""
        ...

    def seen(self, session_id: int) -> None:
        """It is used now."""
        ...

    def end(self, member_id: int, session_id: int) -> bool:
        """False: the member has no such session."""
        ...

    def leave(self, token_hash: str) -> None:
        """End the session that has this token."""
        ...

    def forget(self, before: datetime) -> None:
        """Delete what ended before then."""
        ...
