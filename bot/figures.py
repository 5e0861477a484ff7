"""Figures without faces: how a workspace deals with its cacti, never how a person does."""

from collections.abc import Callable, Sequence
from datetime import datetime
from statistics import median

from bot.awards import Scene
from bot.errors import Refusal
from bot.memory import Measured
from bot.messages import CaseFigures, Message
from bot.model import Duty, State, Workspace
from bot.working_days import due_after, working_hours_between

SMALLEST_GROUP = 5
WORKDAY = (8, 17)


def told(scene: Scene) -> Message:
    """The workspace's figures, for HR. Raises Refusal for others, and for too small a group."""
    if Duty.HR not in scene.unit.members.duties(scene.speaker.id):
        raise Refusal("hr-only")
    cases = scene.unit.followups.measured(scene.workspace.id)
    return figures(scene.workspace, cases)


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
