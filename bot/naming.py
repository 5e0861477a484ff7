"""Everybody's name on one page: shortened where the names are many, dropped only at the last."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.messages import HighlightEntry, NamedGroup, Person

BESIDE = 4000
"""Weight of the names that stand on one page with the specials."""
ALONE = 10_000
"""Weight of the names that fill a page."""
GROUP_WEIGHT = 100
"""What a team's name costs besides its letters."""
COMMA = 2
SHORTEST = 6
"""Letters of a name, below which it tells nobody who is meant."""
_ESCAPED = '"\\\n<{$&'
_JOINER = "\u200d"


def weight(words: str) -> int:
    """Characters, where each that a platform may have to escape counts twice."""
    return len(words) + sum(map(words.count, _ESCAPED))


def named(
    entries: Sequence[HighlightEntry], room: int = ALONE
) -> tuple[tuple[NamedGroup, ...], int]:
    """The names by team, shortened where they do not fit; and how many still did not."""
    for shorten in (_initialled, _first, _cut_to(entries, room)):
        if weight_of(entries) > room:
            entries = [replace(one, person=Person(shorten(one.person.name))) for one in entries]
    fitting = _fitting(entries, room)
    groups: dict[str, list[Person]] = {}
    for entry in entries[:fitting]:
        groups.setdefault(entry.team, []).append(entry.person)
    made = tuple(NamedGroup(team, tuple(people)) for team, people in groups.items())
    return made, len(entries) - fitting


def weight_of(entries: Sequence[HighlightEntry]) -> int:
    """Of all their names, by team."""
    names = sum(weight(entry.person.name) + COMMA for entry in entries)
    return names + _weight_of_teams(entries)


def _weight_of_teams(entries: Sequence[HighlightEntry]) -> int:
    return sum(GROUP_WEIGHT + weight(team) for team in {entry.team for entry in entries})


def _initialled(name: str) -> str:
    """`Anna-Maria L.`: the full name stands with the story."""
    first, *rest = name.split() or ["?"]
    return f"{first} {rest[-1][0]}." if rest else first


def _first(name: str) -> str:
    return name.partition(" ")[0]


def _cut_to(entries: Sequence[HighlightEntry], room: int) -> Callable[[str], str]:
    """Cuts names to what fits if all of them are as long."""
    each = (room - _weight_of_teams(entries)) // max(1, len(entries)) - COMMA
    most = max(SHORTEST, each)
    return lambda name: name if len(name) <= most else f"{_begun(name, most - 1)}…"


def _begun(name: str, most: int) -> str:
    """So many characters of it, or fewer: no sign is parted from what it stands on."""
    end = most
    while end > 1 and (_is_mark(name[end]) or _JOINER in name[end - 1 : end + 1]):
        end -= 1
    return name[:end]


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _fitting(entries: Sequence[HighlightEntry], room: int) -> int:
    """How many of the names, in their order, fit."""
    teams: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.team not in teams:
            teams.add(entry.team)
            room -= GROUP_WEIGHT + weight(entry.team)
        room -= weight(entry.person.name) + COMMA
        if room < 0:
            return number
    return len(entries)
