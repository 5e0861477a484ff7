"""Figures without faces: how a workspace deals with its cacti, never how a person does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from statistics import median

from bot.errors import Refusal
from bot.memory import Measured
from bot.messages import CaseFigures, Message
from bot.model import Duty, State, Team, Workspace
from bot.scene import Scene
from bot.team_figures import SMALLEST_GROUP, tellable, tellable_counts
from bot.working_days import due_after, working_hours_between

WORKDAY = (8, 17)


def told(scene: Scene) -> Message:
    """The figures of the workspace and its teams, for HR; of one's own teams for their lead.

    Raises Refusal for others, and for too small a group.
    """
    unit, workspace = scene.unit, scene.workspace
    cases = unit.followups.measured(workspace.id)
    teams = unit.teams.all(workspace.id)
    if Duty.HR in unit.members.duties(scene.speaker.id):
        whole = figures(workspace, cases)
        return replace(whole, teams=tuple(_of_teams(scene, teams, cases).values()))
    led = {team.id for team in teams if team.lead_id == scene.speaker.id}
    if not led:
        raise Refusal("hr-only")
    # The same as HR is told, so that two leads who compare theirs learn no more than that.
    mine = [one for id, one in _of_teams(scene, teams, cases).items() if id in led]
    if not mine:
        raise Refusal("too-few", count=SMALLEST_GROUP)
    return replace(mine[0], teams=tuple(mine[1:]))


def _of_teams(
    scene: Scene, teams: Sequence[Team], cases: Sequence[Measured]
) -> dict[int, CaseFigures]:
    """What can be told of each team, though all that is told stands side by side."""
    members = scene.unit.teams.of_members(scene.workspace.id)
    groups = {
        team.id: [one for one in cases if _concerns(one, team, members.get(one.receiver_id, []))]
        for team in teams
    }
    shown = side_by_side(scene.workspace, groups, cases)
    return {team.id: replace(shown[team.id], team=team.name) for team in teams if team.id in shown}


def _concerns(case: Measured, team: Team, teams_of_receiver: Sequence[int]) -> bool:
    if case.team_id is not None:
        return case.team_id == team.id
    return team.id in teams_of_receiver


def side_by_side(
    workspace: Workspace, groups: Mapping[int, Sequence[Measured]], whole: Sequence[Measured]
) -> dict[int, CaseFigures]:
    """By the ids of groups: what can be told of them beside each other and beside the whole.

    A number is left out where subtracting it from another would tell of fewer than 5.
    """
    shown = tellable(groups, whole)
    asked = {id: groups[id] for id in shown}
    in_time = tellable_counts(asked, whole, {one for one in whole if _in_time(workspace, one)})
    bloomed = tellable_counts(asked, whole, {one for one in whole if _has_bloomed(one)})
    made = {id: figures(workspace, groups[id]) for id in shown}
    return {
        id: replace(
            one,
            answered_in_time=one.answered_in_time if id in in_time else None,
            bloomed=one.bloomed if id in bloomed else None,
        )
        for id, one in made.items()
    }


def figures(workspace: Workspace, cases: Sequence[Measured]) -> CaseFigures:
    """Raises Refusal unless 5 people and 5 cases are behind every number that is told."""
    if len(cases) < SMALLEST_GROUP or len({one.receiver_id for one in cases}) < SMALLEST_GROUP:
        raise Refusal("too-few", count=SMALLEST_GROUP)
    in_time = sum(_in_time(workspace, one) for one in cases)
    bloomed = sum(map(_has_bloomed, cases))
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


def _has_bloomed(case: Measured) -> bool:
    return case.state is State.BLOOMED


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
