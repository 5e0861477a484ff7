"""The charts of HR, drawn here: bars with their numbers in a table beside them."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from starlette.routing import BaseRoute

from adapters.web.site import Asked, Shown, Site
from bot.memory import Unit
from bot.overview import Overview, overview
from bot.values import dataclass
from bot.visits import Visitor

WIDTH, HEIGHT = 640, 200
GAP = 0.25
"""Part of a bar's place that stays free."""
LEAST = 3
"""Height of a bar that stands for anything at all."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a bar stands in the drawing; `count` is None where it is not told."""

    x: float
    y: float
    width: float
    height: float
    count: int | None


def routes(site: Site) -> list[BaseRoute]:
    return [site.page("/figures", figures)]


def figures(unit: Unit, visitor: Visitor, asked: Asked) -> Shown:  # noqa: ARG001
    found = overview(unit, visitor)
    weeks, answers = ([one.count for one in bars] for bars in (found.weeks, found.answers))
    facts = {
        "found": found,
        "width": WIDTH,
        "height": HEIGHT,
        "weeks": bars(weeks),
        "most_of_weeks": max((one for one in weeks if one), default=0),
        "answers": bars(answers),
        "months": _months(found),
    }
    return Shown("figures.html", facts)


def bars(counts: Sequence[int | None]) -> list[Bar]:
    """One bar for each count, the highest as high as the drawing."""
    most = max((one for one in counts if one), default=0)
    place = WIDTH / max(len(counts), 1)
    found = []
    for at, count in enumerate(counts):
        height = HEIGHT * (count or 0) / most if most else 0
        height = max(height, LEAST) if count else (HEIGHT / 8 if count is None else 0)
        x, y = at * place + place * GAP / 2, HEIGHT - height
        found.append(
            Bar(round(x, 1), round(y, 1), round(place * (1 - GAP), 1), round(height, 1), count)
        )
    return found


def _months(found: Overview) -> list[tuple[float, date]]:
    """Where a month begins below the weeks, but for the first, which may be cut."""
    days = [one.first_day for one in found.weeks]
    place = WIDTH / len(days)
    return [
        (round(at * place, 1), day)
        for at, (before, day) in enumerate(pairwise(days), start=1)
        if before.month != day.month and at * place < WIDTH - 40
    ]
