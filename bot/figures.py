"""Figures without faces: how a workspace deals with its cacti, never how a person does."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from statistics import median

from bot import team_figures
from bot.errors import Refusal
from bot.memory import Measured
from bot.messages import CaseFigures, Message
from bot.model import Duty, State, Team, Workspace
from bot.scene import Scene
from bot.team_figures import SMALLEST_GROUP
from bot.working_days import due_after, working_hours_between

WORKDAY = (8, 17)


def told(scene: Scene) -> Message:
    """The figures of the workspace and its teams, for HR; of one's own teams for their lead.

    Raises Refusal for others, and for too small a group.
    """
    unit, workspace = scene.unit, scene.workspace
    cases = unit.followups.measured(workspace.id)
    if Duty.HR in unit.members.duties(scene.speaker.id):
        teams = unit.teams.all(workspace.id)
        return replace(figures(workspace, cases), teams=_of_teams(scene, teams, cases))
    led = [team for team in unit.teams.of_member(scene.speaker.id) if _leads(scene, team)]
    if not led:
        raise Refusal("hr-only")
    mine = _of_teams(scene, led, cases)
    if not mine:
        raise Refusal("too-few", count=SMALLEST_GROUP)
    return replace(mine[0], teams=mine[1:])


def _leads(scene: Scene, team: Team) -> bool:
    return team.lead_id == scene.speaker.id


def _of_teams(
    scene: Scene, teams: Sequence[Team], cases: Sequence[Measured]
) -> tuple[CaseFigures, ...]:
    """What can be told of each team, though all that is told stands side by side."""
    members = scene.unit.teams.of_members(scene.workspace.id)
    groups = {
        team.id: [one for one in cases if _concerns(one, team, members.get(one.receiver_id, []))]
        for team in teams
    }
    known = {team.id: team.name for team in teams}
    shown = team_figures.tellable(groups, cases)
    made = {
        id: replace(figures(scene.workspace, groups[id]), team=known[id])
        for id in sorted(shown, key=lambda id: known[id].casefold())
    }
    return tuple(_side_by_side(scene.workspace, list(made.values()), cases))


def _concerns(case: Measured, team: Team, teams_of_receiver: Sequence[int]) -> bool:
    if case.team_id is not None:
        return case.team_id == team.id
    return team.id in teams_of_receiver


def _side_by_side(
    workspace: Workspace, teams: Sequence[CaseFigures], cases: Sequence[Measured]
) -> Iterator[CaseFigures]:
    """Without what could be worked out from the sum of all: fewer than 5 in the rest."""
    answered = sum(_in_time(workspace, one) for one in cases)
    bloomed = sum(one.state is State.BLOOMED for one in cases)
    for team in teams:
        answered -= team.answered_in_time or 0
        bloomed -= team.bloomed or 0
        yield replace(
            team,
            answered_in_time=None if 0 < answered < SMALLEST_GROUP else team.answered_in_time,
            bloomed=None if 0 < bloomed < SMALLEST_GROUP else team.bloomed,
        )


def figures(workspace: Workspace, cases: Sequence[Measured]) -> CaseFigures:
    """Raises Refusal unless 5 people and 5 cases are behind every number that is told."""
    if len(cases) < SMALLEST_GROUP or len({one.receiver_id for one in cases}) < SMALLEST_GROUP:
        raise Refusal("too-few", count=SMALLEST_GROUP)
    in_time = sum(_in_time(workspace, one) for one in cases)
    bloomed = sum(one.state is State.BLOOMED for one in cases)
    return CaseFigures(
        len(cases),
        _hidden_if_few(in_time, len(cases)),
        _hidden_if_few(bloomed, len(cases)),
        _median_hours(workspace, cases, lambda one: one.answered_at),
        _median_hours(workspace, cases, lambda one: one.ended_at),
    )


def _hidden_if_few(count: int, of: int) -> int | None:
    """None where the number, or what is left of the whole, would tell of too few."""
    return None if 0 < count < SMALLEST_GROUP or 0 < of - count < SMALLEST_GROUP else count


def _in_time(workspace: Workspace, case: Measured) -> bool:
    settings = workspace.settings
    due = due_after(
        case.delivered_at, settings.answer_days, WORKDAY[1], settings.zone, settings.holidays
    )
    return case.answered_at is not None and case.answered_at <= due


def _median_hours(
    workspace: Workspace,
    cases: Sequence[Measured],
    end: Callable[[Measured], datetime | None],
) -> float | None:
    settings = workspace.settings
    hours = [
        working_hours_between(case.delivered_at, at, settings.zone, settings.holidays, WORKDAY)
        for case in cases
        if (at := end(case)) is not None
    ]
    return round(median(hours), 1) if len(hours) >= SMALLEST_GROUP else None
