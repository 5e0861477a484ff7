"""The picture of the weekly highlights: how much glitter each of the last weeks had.

Pygal draws it and resvg turns it into pixels, in this process and without a browser. It stands
on a ground of its own, so that it reads alike on light and on dark screens.
"""

import asyncio
import sys

import structlog

from adapters import svg
from bot.messages import Message, WeeklyHighlights
from bot.model import IsoWeek, Reader
from bot.texts import number, say, together
from bot.values import dataclass
from bot.weeks import following, parse_week

WIDTH, HEIGHT = 640, 220
GROUND, INK, BAR, THIS_WEEK = "#193c30", "#f3efe1", "#7fae94", "#e3b95a"
HEADROOM = 1.18
"""Room above the tallest bar for its number."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Chart:
    """`counts` of weeks that follow each other, oldest first; `last` is the week of the newest."""

    counts: tuple[int, ...]
    last: IsoWeek
    above_page: bool = False
    """The message ends with the number of its page, which is not the picture's."""


def chart_in(message: Message | None) -> Chart | None:
    """What a message wants drawn; None for most."""
    if isinstance(message, WeeklyHighlights) and message.chart:
        return Chart(message.chart, parse_week(message.week), above_page=message.pages > 1)
    return None


async def picture(chart: Chart, reader: Reader) -> bytes | None:
    """A PNG of 640 × 220 pixels and about 10 kB. None where it cannot be drawn, which is logged."""
    try:
        return await asyncio.to_thread(drawn, chart, reader)
    except Exception as error:
        # Highlights without a picture are better than none.
        log.warning("chart_not_drawn", kind=type(error).__name__)
        return None


def described(chart: Chart, reader: Reader) -> str:
    """What the picture shows, for those who do not see it."""
    counts = together(reader, [number(reader, count) for count in chart.counts])
    return say(reader, "chart-alt", counts=counts)


def drawn(chart: Chart, reader: Reader) -> bytes:
    """The PNG. Blocks for some hundredths of a second."""
    return svg.png(_svg(chart, reader))


def _svg(chart: Chart, reader: Reader) -> str:
    # Imported when the first picture is drawn: most processes draw once a week.
    from pygal import Bar, PluginImportFixer
    from pygal.style import Style

    # Pygal's hook for maps is of an age that Python warns of at every import from then on.
    sys.meta_path[:] = [hook for hook in sys.meta_path if not isinstance(hook, PluginImportFixer)]

    made = Bar(
        style=Style(
            background=GROUND,
            plot_background=GROUND,
            foreground=INK,
            foreground_strong=INK,
            foreground_subtle=INK,
            opacity=1,
            stroke_opacity=0,
            font_family=svg.FAMILY,
            title_font_size=15,
            label_font_size=12,
            major_label_font_size=12,
            value_font_size=13,
            value_colors=(INK,),
        ),
        width=WIDTH,
        height=HEIGHT,
        margin=14,
        spacing=6,
        title=say(reader, "chart-title"),
        rounded_bars=3,
        range=(0, max(*chart.counts, 1) * HEADROOM),
        show_legend=False,
        show_y_labels=False,
        show_y_guides=False,
        print_values=True,
        print_values_position="top",
        formatter=lambda value: number(reader, value),
        css=("file://style.css", "file://graph.css", "inline:.axis path { opacity: 0 }"),
        disable_xml_declaration=True,
        js=(),
    )
    made.x_labels = _weeks(chart, reader)
    colours = [BAR] * (len(chart.counts) - 1) + [THIS_WEEK]
    made.add("", [{"value": n, "color": c} for n, c in zip(chart.counts, colours, strict=True)])
    return str(made.render(is_unicode=True))


def _weeks(chart: Chart, reader: Reader) -> list[str]:
    weeks = (following(chart.last, ago) for ago in range(1 - len(chart.counts), 1))
    return [say(reader, "chart-week", week=week.week) for week in weeks]
