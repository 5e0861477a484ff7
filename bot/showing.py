"""Glitter for colleagues without an account: whoever leads their team shows it to them."""

from collections.abc import Iterable, Sequence

from bot import people
from bot.by_name import InQuotes
from bot.cleaning import clean
from bot.errors import Refusal
from bot.memory import Owed, Unit
from bot.messages import AwardPosted, GlitterToShow
from bot.model import ByName, Member, Place, Standing, Team, Workspace
from bot.teams import fold
from bot.values import dataclass
from bot.weeks import local_date


def known(unit: Unit, workspace: Workspace, key: str) -> list[tuple[ByName, Team]]:
    """Whoever goes by a folded name, each with the team that knows them."""
    found = unit.by_name.known(workspace.id, key)
    teams = unit.teams.get(workspace.id, {one.team_id for one in found})
    return [(one, teams[one.team_id]) for one in found]


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody who receives without an account. `lead` shows it to them; None: nobody can."""

    receiver: Member
    team: Team
    lead: Member | None


def shown(unit: Unit, workspace: Workspace, receivers: Iterable[Member]) -> list[Shown]:
    """Those of the receivers who have no account."""
    bare = {one.id: one for one in receivers if one.account is None}
    known = unit.by_name.of_members(workspace.id, bare)
    teams = unit.teams.get(workspace.id, {one.team_id for one in known.values()})
    ids = {team.lead_id for team in teams.values() if team.lead_id is not None}
    leads = {id: one for id, one in unit.members.get(workspace.id, ids).items() if _reads(one)}
    return [
        Shown(member, team, leads.get(team.lead_id or 0))
        for id, member in bare.items()
        if (team := teams[known[id].team_id])
    ]


def _reads(lead: Member) -> bool:
    return bool(lead.account) and lead.standing in (Standing.ACTIVE, Standing.UNVERIFIED)


def owed(
    unit: Unit, workspace: Workspace, post: AwardPosted, those: Sequence[Shown], *, unsure: bool
) -> list[Owed]:
    """One card to show for each of them, in the direct chat of their lead."""
    return [
        Owed(
            workspace.id,
            Place.direct(one.lead.account),
            GlitterToShow(
                post.award_id,
                people.person(one.receiver),
                one.team.name,
                post.giver,
                post.reason,
                local_date(unit.now, people.zone(one.lead, workspace)),
                post.tags,
                post.source,
            ),
            people.reader(one.lead, workspace),
            award_id=post.award_id,
            check_first=unsure,
        )
        for one in those
        if one.lead and one.lead.account
    ]


def remember(
    unit: Unit, workspace: Workspace, giver: Member, quoted: Sequence[InQuotes]
) -> tuple[list[Member], list[int]]:
    """The members who were named in quotes, and the ids of those who are new. Raises Refusal
    where somebody of that name in that team has an account; nothing is written then."""
    for one in quoted:
        if one.known is None:
            _check_has_none(unit, workspace, giver, one)
    made = [one.known or _add(unit, workspace, one) for one in quoted]
    new = [one.member_id for one, typed in zip(made, quoted, strict=True) if typed.known is None]
    ids = [one.receiver_id for one in made]
    members = unit.members.get(workspace.id, ids)
    return [members[id] for id in dict.fromkeys(ids)], new


def forget(unit: Unit, new: Iterable[int]) -> None:
    """Nothing was recorded for them."""
    for id in new:
        unit.by_name.drop(id)


def _add(unit: Unit, workspace: Workspace, typed: InQuotes) -> ByName:
    return unit.by_name.add(workspace.id, typed.team.id, clean(typed.name))


def _check_has_none(unit: Unit, workspace: Workspace, giver: Member, typed: InQuotes) -> None:
    """A name is no proof of who somebody is: whoever has an account is chosen from the list."""
    there = unit.teams.people(workspace.id, typed.team.id)
    alike = [one for one in there if one.account and fold(one.name) == typed.key]
    if any(one.id == giver.id for one in alike):
        raise Refusal("oneself")
    if alike:
        raise Refusal("has-account", people=people.persons(alike))
