"""Teams, and colleagues who are names in them."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.model import (
    ByName,
    Member,
    Team,
)


class Teams(Protocol):
    """Those that stand, unless it says otherwise."""

    def all(self, workspace_id: str) -> list[Team]:
        """By name."""
        ...

    def get(self, workspace_id: str, ids: Iterable[int]) -> dict[int, Team]:
        """Also removed ones: what they received is told under their names."""
        ...

    def named(self, workspace_id: str, keys: Sequence[str]) -> dict[str, list[Team]]:
        """The teams behind names that `bot.teams.fold` has folded."""
        ...

    def of_group(self, workspace_id: str, group: str) -> Team | None:
        """The team that is a group of the platform."""
        ...

    def add(self, workspace_id: str, name: str) -> Team:
        """Raises IntegrityError where the name is taken."""
        ...

    def save(self, team: Team) -> None:
        """Name, lead, aliases, group, and where its cacti go. A lead becomes a member."""
        ...

    def remove(self, team_id: int) -> None:
        """Nothing new comes to it and its names are free again; what it received stays."""
        ...

    def join(self, team_id: int, member_ids: Iterable[int]) -> None: ...

    def leave(self, team_id: int, member_ids: Iterable[int]) -> None:
        """A lead who leaves leads it no more."""
        ...

    def people(self, workspace_id: str, team_id: int) -> list[Member]:
        """Its members, the lead among them, by name."""
        ...

    def of_members(self, workspace_id: str) -> dict[int, list[int]]:
        """The ids of the teams to which each member belongs, by member id."""
        ...

    def of_member(self, member_id: int) -> list[Team]: ...


class PeopleByName(Protocol):
    """Colleagues without an account, one for each name in each team; names are folded."""

    def known(self, workspace_id: str, key: str) -> list[ByName]:
        """Everybody of that name, by team; those who have joined since, too."""
        ...

    def of_members(self, workspace_id: str, member_ids: Iterable[int]) -> dict[int, ByName]: ...

    def all(self, workspace_id: str) -> list[ByName]:
        """By name; without those who have joined."""
        ...

    def add(self, workspace_id: str, team_id: int, name: str) -> ByName:
        """A new member, in the team. Raises IntegrityError where the team knows the name."""
        ...

    def drop(self, member_id: int) -> None:
        """Forget somebody who has received nothing."""
        ...

    def join(self, known: ByName, member_id: int) -> int:
        """Give all that they received, and their teams, to a member with an account.

        What came to both by one action counts once; what the member gave to themselves is taken
        back. The number of awards that moved.
        """
        ...

    def ask(self, known: ByName, member_id: int) -> None:
        """Somebody was asked whether they are this member of the same name."""
        ...
