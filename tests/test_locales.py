"""Each language writes days, hours, numbers and lists in its own way."""

from datetime import UTC, date, datetime

import pytest

from bot.model import Reader
from bot.texts import LANGUAGES, day, days, moment, number, say, speaks, together, weekday

FRIDAY = datetime(2026, 11, 27, 14, tzinfo=UTC)
HEADER = 150
"""The longest header that Slack takes."""
LONGEST = {"days": "23. marraskuuta – 30. joulukuuta", "receiver": "N" * 80}


def reader(language: str) -> Reader:
    return Reader(language, "Europe/Stockholm")


@pytest.mark.parametrize(
    ("language", "at", "on", "named", "thousands", "listed"),
    [
        ("en", "Fri 27 Nov at 15:00", "27 November", "Friday", "12,345", "Åsa, Bo and Kim"),
        ("sv", "fre 27 nov. kl. 15:00", "27 november", "fredag", "12 345", "Åsa, Bo och Kim"),
        ("nb", "fre. 27. nov. kl. 15:00", "27. november", "fredag", "12 345", "Åsa, Bo og Kim"),
        ("fi", "pe 27.11. klo 15.00", "27. marraskuuta", "perjantai", "12 345", "Åsa, Bo ja Kim"),
    ],
)
def test_dates_numbers_and_lists_read_as_the_language_writes_them(
    language: str, at: str, on: str, named: str, thousands: str, listed: str
) -> None:
    whose = reader(language)
    assert moment(whose, FRIDAY) == at
    assert day(whose, date(2026, 11, 27)) == on
    assert weekday(whose, 5) == named
    assert number(whose, 12_345).replace("\u00a0", " ") == thousands
    assert together(whose, ["Åsa", "Bo", "Kim"]) == listed


@pytest.mark.parametrize(
    ("language", "within", "across"),
    [
        ("en", "20–27 Nov", "27 Nov – 3 Dec"),
        ("sv", "20–27 nov.", "27 nov. – 3 dec."),
        ("nb", "20.–27. nov.", "27. nov.–3. des."),
        ("fi", "20.–27. marraskuuta", "27. marraskuuta – 3. joulukuuta"),
    ],
)
def test_a_span_of_days_names_a_month_once(language: str, within: str, across: str) -> None:
    friday, whose = date(2026, 11, 27), reader(language)
    told = [days(whose, date(2026, 11, 20), friday), days(whose, friday, date(2026, 12, 3))]
    assert [" ".join(one.split()) for one in told] == [within, across]


def test_a_sentence_groups_its_numbers_as_the_language_does() -> None:
    told = [say(reader(language), "figures-came", count=12_345) for language in LANGUAGES]
    assert [one.replace("\u00a0", " ") for one in told] == [
        "12,345 cacti came.",
        "12 345 kaktusar kom.",
        "12 345 kaktuser kom.",
        "12 345 kaktusta tuli.",
    ]


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("sv-FI", "sv"),
        ("nn_NO", "nb"),
        ("no", "nb"),
        ("fi", "fi"),
        ("en-US", "en"),
        ("de-DE", None),
    ],
)
def test_a_platforms_locale_becomes_a_language_of_ours(locale: str, language: str | None) -> None:
    assert speaks(locale) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_heading_fits_a_header(language: str) -> None:
    titles = ("award-title", "mine-title", "cactus-title", "cactus-bloomed-title", "cases-title")
    titles += ("figures-title", "help-glitter-title", "help-cactus-title", "highlights-title")
    told = [say(reader(language), title, **LONGEST) for title in (*titles, "show-title")]
    assert [title for title in told if len(title) > HEADER] == []
