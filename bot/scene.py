"""One request inside its transaction."""

from collections.abc import Mapping, Sequence
from functools import partial

from bot import showing
from bot.commands import Give
from bot.errors import Refusal
from bot.memory import Unit
from bot.model import Member, Team, Workspace
from bot.teams import LONGEST_NAME, Names, WhichTeam
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Scene:
    """One request inside its transaction: where it happens and who takes part."""

    unit: Unit
    workspace: Workspace
    speaker: Member
    members: Mapping[str, Member]
    """By account: everybody whom the request names, the speaker too."""
    pages_at: str | None = None
    """Address of the pages, up to where a token follows; None where they have none."""
    privacy_at: str = ""
    """Address of the page on data protection; "" where there is none."""
    has_teams: bool = True
    """False where no team and no colleague without an account can be meant."""

    def receivers(self, give: Give) -> list[Member]:
        return [self.members[profile.account] for profile in give.receivers]

    def names(self, chosen: Sequence[int] = ()) -> Names:
        """The teams of the workspace by name, and the colleagues without an account."""
        teams, id = self.unit.teams, self.workspace.id
        find, of_group = partial(teams.named, id), partial(teams.of_group, id)
        by_name = partial(showing.known, self.unit, self.workspace)
        return Names(find, of_group, chosen, by_name, has_teams=self.has_teams)

    def team_called(self, name: str, at: str = "team") -> Team | None:
        """The team in the field `at` of a form; None for an empty field. Raises Refusal."""
        if not name.strip():
            return None
        try:
            team = self.names().exactly(name)
        except WhichTeam as asked:
            raise Refusal("whole-name", detail=asked.typed, at=at) from None
        if team is None:
            raise Refusal("no-team", detail=name.strip()[:LONGEST_NAME], at=at)
        return team
