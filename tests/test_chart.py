"""The picture of the weeks: small, true, in the reader's language, and never in the way."""

import struct
from importlib import import_module

import pytest
import structlog

from adapters import chart
from adapters.chart import Chart, chart_in, described, drawn, picture
from bot.messages import Notice
from bot.model import IsoWeek, Reader
from bot.texts import LANGUAGES
from tests.drivers.teams_samples import highlights

COUNTS = (3, 5, 8, 2, 9, 14, 6, 7, 9, 12, 4, 20)
JANUARY = IsoWeek(2027, 4)
"""Week 53 of 2026 lies within the twelve weeks before its end."""
MOST = 30_000
IN_THE_FONT = {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xC0, 0x100)), "\u00a0", "–", "’"}


def reader(language: str) -> Reader:
    return Reader(language, "Europe/Stockholm")


def letters(svg: str) -> str:
    """All that is written in a drawing."""
    passages = (piece.partition("<")[0] for piece in svg.split(">"))
    return "\n".join(passages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("counts", [COUNTS, (0,) * 12, (1,), (1_000_000,) * 12])
def test_it_is_a_small_png(language: str, counts: tuple[int, ...]) -> None:
    png = drawn(Chart(counts, JANUARY), reader(language))
    assert png.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", png[16:24]) == (chart.WIDTH, chart.HEIGHT)
    assert len(png) < MOST


def test_other_weeks_look_otherwise() -> None:
    now, before = Chart(COUNTS, JANUARY), Chart(COUNTS[::-1], JANUARY)
    english = reader("en")
    assert drawn(now, english) == drawn(now, english) != drawn(before, english)
    assert drawn(now, english) != drawn(now, reader("nb"))


@pytest.mark.parametrize(
    ("language", "first", "turn", "thousand"),
    [
        ("en", "wk 46", "wk 1", "1,234"),
        ("sv", "v. 46", "v. 1", "1\u00a0234"),
        ("nb", "uke 46", "uke 1", "1\u00a0234"),
        ("fi", "vk 46", "vk 1", "1\u00a0234"),
    ],
)
def test_weeks_and_numbers_read_as_the_language_writes_them(
    language: str, first: str, turn: str, thousand: str
) -> None:
    told = letters(chart._svg(Chart((1_234, *COUNTS[1:]), JANUARY), reader(language)))
    lines = told.split("\n")
    assert {first, turn, thousand} <= set(lines)
    assert set(told) - {"\n"} <= IN_THE_FONT


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_does_not_see_it_is_told_every_number(language: str) -> None:
    told = described(Chart((1_234, *COUNTS[1:]), JANUARY), reader(language))
    assert [count for count in COUNTS[1:] if str(count) not in told] == []
    assert len(told) < 500


def test_drawing_leaves_how_python_imports_as_it_was() -> None:
    drawn(Chart(COUNTS, JANUARY), reader("en"))
    with pytest.raises(ModuleNotFoundError):
        import_module("no_such_module")  # with a warning it would be another error


async def test_what_cannot_be_drawn_is_left_out_and_logged() -> None:
    with structlog.testing.capture_logs() as logs:
        assert await picture(Chart((), JANUARY), reader("en")) is None
    assert [line["event"] for line in logs] == ["chart_not_drawn"]
    assert await picture(Chart(COUNTS, JANUARY), reader("en"))


def test_only_highlights_with_counts_have_a_picture() -> None:
    whole = highlights(chart=COUNTS, pages=1)
    assert chart_in(whole) == Chart(COUNTS, IsoWeek(2026, 48))
    paged = highlights(chart=COUNTS, pages=2)
    assert chart_in(paged) == Chart(COUNTS, IsoWeek(2026, 48), above_page=True)
    assert chart_in(highlights()) is None
    assert chart_in(Notice("resent")) is None
    assert chart_in(None) is None
