"""Which teams' figures can stand side by side without telling of anybody."""

from collections.abc import Mapping, Sequence

from bot.memory import Measured

SMALLEST_GROUP = 5
"""Cases, and people who have them."""


def tellable(groups: Mapping[int, Sequence[Measured]], whole: Sequence[Measured]) -> list[int]:
    """The ids of groups that can be told together with the whole, the larger ones first.

    A group is left out where it is too small, and where what is told besides would give too small
    a group away by subtraction: the rest of the whole, or what two groups do not share.
    """
    told: dict[int, dict[int, Measured]] = {}
    everything = _by_id(whole)
    for id in sorted(groups, key=lambda id: (-len(groups[id]), id)):
        mine = _by_id(groups[id])
        others = [everything, *told.values()]
        union = mine.keys() | {one for other in told.values() for one in other}
        apart = [
            piece
            for other in others
            for piece in (
                _only(mine, mine.keys() - other.keys()),
                _only(other, other.keys() - mine.keys()),
                _only(mine, mine.keys() & other.keys()),
            )
        ]
        rest = _only(everything, everything.keys() - union)
        if mine and all(not piece or _is_group(piece) for piece in (*apart, rest)):
            told[id] = mine
    return list(told)


def _by_id(cases: Sequence[Measured]) -> dict[int, Measured]:
    return {one.award_id: one for one in cases}


def _only(cases: Mapping[int, Measured], ids: set[int]) -> list[Measured]:
    return [cases[id] for id in ids]


def _is_group(cases: Sequence[Measured]) -> bool:
    return min(len(cases), len({one.receiver_id for one in cases})) >= SMALLEST_GROUP
