"""What a member received and gave, in figures and in words."""

from collections.abc import Sequence

from bot import people
from bot.memory import Unit
from bot.messages import MyGlitter, Person, Quote
from bot.model import Award, Member, Workspace
from bot.weeks import week_start

LATEST_WORDS = 3


def my_glitter(unit: Unit, workspace: Workspace, member: Member) -> MyGlitter:
    """What the member received and gave, this week of theirs and ever."""
    count = unit.awards.tallies(member.id, week_start(unit.now, people.zone(member, workspace)))
    newest = unit.awards.newest_received(member.id, LATEST_WORDS)
    return MyGlitter(
        count.received_since,
        count.received_ever,
        count.given_since,
        count.given_ever,
        received(unit, workspace, newest),
    )


def received(unit: Unit, workspace: Workspace, awards: Sequence[Award]) -> tuple[Quote, ...]:
    """The words with whoever gave them, and the team that they were for."""
    givers = unit.members.get(workspace.id, {award.giver_id for award in awards})
    teams = _teams(unit, workspace, awards)
    return tuple(
        _quote(award, people.person(givers[award.giver_id]), teams.get(award.team_id or 0, ""))
        for award in awards
    )


def given(unit: Unit, workspace: Workspace, awards: Sequence[Award]) -> tuple[Quote, ...]:
    """The words with whoever got them: a member or a team."""
    ids = {award.receiver_id for award in awards if award.receiver_id is not None}
    receivers = unit.members.get(workspace.id, ids)
    teams = _teams(unit, workspace, awards)
    return tuple(
        _quote(award, Person(teams[award.team_id]))
        if award.team_id is not None
        else _quote(award, people.person(receivers[award.receiver_id or 0]))
        for award in awards
    )


def _teams(unit: Unit, workspace: Workspace, awards: Sequence[Award]) -> dict[int, str]:
    ids = {award.team_id for award in awards if award.team_id is not None}
    return {id: team.name for id, team in unit.teams.get(workspace.id, ids).items()}


def _quote(award: Award, person: Person, team: str = "") -> Quote:
    return Quote(person, award.reason, award.source, award.link, team)
