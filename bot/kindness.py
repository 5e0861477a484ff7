"""A gentle look at a cactus before it goes out: local, explainable, and it never blocks.

The words stand in the language files, as stems; what is found is shown to the giver and kept
nowhere.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from bot import texts
from bot.values import dataclass


class Why(StrEnum):
    """Why a phrase may hurt the point."""

    GENERAL = "general"
    """`always`, `never`, `everyone knows`: hard to answer, easy to refute."""
    PERSON = "person"
    """About what somebody is like, not about what happened."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as they stand in the text."""

    words: str
    why: Why


@cache
def _pattern(why: Why) -> re.Pattern[str]:
    """Stems of all languages together: colleagues mix them. A `*` stands for any ending."""
    stems = {
        stem.strip()
        for language in texts.LANGUAGES
        for stem in texts.words(language, f"check-{why}").split(",")
    }
    alternatives = "|".join(
        re.escape(stem).replace(r"\*", r"\w{0,12}").replace(r"\ ", r"\s{1,3}")
        for stem in sorted(stems - {""}, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def look(text: str, reasons: Sequence[Why] = tuple(Why)) -> Phrase | None:
    """The first phrase that may hurt the point, or None."""
    found = [
        (match.start(), why, match[0]) for why in reasons if (match := _pattern(why).search(text))
    ]
    if not found:
        return None
    _, why, words = min(found)
    return Phrase(words, why)
