"""Figures without faces for the pages: glitter by week, and how long answers take."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.figures import WORKDAY
from bot.history import require_hr
from bot.memory import Answered, Unit
from bot.model import IsoWeek, Workspace
from bot.team_figures import SMALLEST_GROUP
from bot.values import dataclass
from bot.visits import Visitor
from bot.weeks import first_day, following, local_date, to_utc, week_of
from bot.working_days import working_hours_between

WEEKS = 26
"""Half a year, the present week included."""
STEPS = (1, 2, 3, 5, 10)
"""Working days within which a cactus was answered; the last bar but one is for longer ones."""
HOURS = WORKDAY[1] - WORKDAY[0]


@dataclass(frozen=True, slots=True)
class WeekBar:
    """None: too few people to tell without faces."""

    first_day: date
    count: int | None


@dataclass(frozen=True, slots=True)
class AnswerBar:
    """Cacti answered within `days` working days but not sooner; `days` is 0 for later ones, and
    None for those not answered yet. `count` is None where it would tell of too few."""

    days: int | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Overview:
    """`answers` is empty where there are too few cases or people to tell anything."""

    weeks: Sequence[WeekBar]
    answers: Sequence[AnswerBar]


def overview(unit: Unit, visitor: Visitor) -> Overview:
    """The last half year of the visitor's workspace. Raises Refusal."""
    require_hr(visitor)
    workspace = visitor.workspace
    zone = workspace.settings.zone
    this = week_of(local_date(unit.now, zone))
    weeks = [following(this, ago) for ago in range(1 - WEEKS, 2)]
    bounds = [_starts(week, zone) for week in weeks]
    counts = unit.history.weeks(workspace.id, bounds)
    bars = [
        WeekBar(first_day(week), one.glitter if _enough(one.glitter, one.people) else None)
        for week, one in zip(weeks[:-1], counts, strict=True)
    ]
    return Overview(bars, _answers(workspace, unit.history.answers(workspace.id, bounds[0])))


def _starts(week: IsoWeek, zone: str) -> datetime:
    return to_utc(datetime.combine(first_day(week), time()), zone)


def _enough(count: int, people: int) -> bool:
    return count == 0 or (count >= SMALLEST_GROUP and people >= SMALLEST_GROUP)


def _answers(workspace: Workspace, cases: Sequence[Answered]) -> list[AnswerBar]:
    if len(cases) < SMALLEST_GROUP or len({one.owner_id for one in cases}) < SMALLEST_GROUP:
        return []
    found: dict[int | None, int] = dict.fromkeys((*STEPS, 0, None), 0)
    for one in cases:
        found[_step(workspace, one)] += 1
    return hidden([AnswerBar(days, count) for days, count in found.items()])


def _step(workspace: Workspace, case: Answered) -> int | None:
    if case.answered_at is None:
        return None
    settings = workspace.settings
    if case.answered_at - case.delivered_at > timedelta(days=5 * STEPS[-1]):
        return 0  # whatever the calendar says
    hours = working_hours_between(
        case.delivered_at, case.answered_at, settings.zone, settings.holidays, WORKDAY
    )
    return next((days for days in STEPS if hours <= days * HOURS), 0)


def hidden(bars: Sequence[AnswerBar]) -> list[AnswerBar]:
    """Small numbers are not told. Who knows the sum learns what is hidden together: never one
    number alone, and never fewer than five cacti."""
    few = [bar for bar in bars if bar.count and bar.count < SMALLEST_GROUP]
    told = sorted((bar for bar in bars if bar.count and bar not in few), key=_size)
    while few and told and (len(few) == 1 or sum(map(_size, few)) < SMALLEST_GROUP):
        few.append(told.pop(0))
    return [replace(bar, count=None) if bar in few else bar for bar in bars]


def _size(bar: AnswerBar) -> int:
    return bar.count or 0
