"""The tip of the week: the same for everybody all week, and each of the 52 in its turn."""

from itertools import pairwise

import pytest

from bot.model import IsoWeek, Reader
from bot.texts import LANGUAGES, say
from bot.tips import TIPS, tip_of
from bot.weeks import following

LONGEST = 140
FIRST = IsoWeek(2024, 1)
YEARS = [following(FIRST, weeks) for weeks in range(20 * 52)]


def told(language: str, text: str) -> str:
    return say(Reader(language, "Europe/Stockholm"), text)


def test_all_tips_come_before_any_comes_again() -> None:
    for start in range(0, len(YEARS), TIPS):
        assert len({tip_of(week) for week in YEARS[start : start + TIPS]}) == TIPS


def test_two_weeks_in_a_row_never_have_the_same_tip_also_around_a_week_53() -> None:
    assert IsoWeek(2026, 53) in YEARS
    assert [week for week, other in pairwise(YEARS) if tip_of(week) == tip_of(other)] == []


def test_a_week_has_one_tip() -> None:
    assert tip_of(IsoWeek(2026, 47)) == tip_of(IsoWeek(2026, 47)) != tip_of(IsoWeek(2026, 48))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tip_is_short_and_ends_like_a_sentence(language: str) -> None:
    tips = [told(language, f"tip-{number:02}") for number in range(1, TIPS + 1)]
    assert [tip for tip in tips if len(tip) > LONGEST or tip[-1] not in ".?”»"] == []
    assert len(set(tips)) == TIPS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tip_has_its_languages_own_quotation_marks(language: str) -> None:
    own = {"en": "“”", "sv": "”", "nb": "«»", "fi": "”"}[language]
    tips = "".join(told(language, f"tip-{number:02}") for number in range(1, TIPS + 1))
    assert set(tips) & set('“”„«»"') == set(own)
