"""Which teams' figures can stand side by side without telling of anybody."""

from collections.abc import Callable, Collection, Mapping, Sequence, Set

from bot.memory import Measured

SMALLEST_GROUP = 5
"""Cases, and people who have them."""
Piece = Collection[Measured]


def tellable(groups: Mapping[int, Piece], whole: Piece) -> list[int]:
    """The ids of groups that can be told together with the whole, the larger ones first.

    A group is left out where it is too small, and where what is told besides would give too small
    a group away by adding and subtracting.
    """
    return _told(groups, whole, _is_group)


def tellable_counts(groups: Mapping[int, Piece], whole: Piece, counted: Set[Measured]) -> list[int]:
    """The ids of groups whose number of `counted` cases can be told together with the whole's.

    The cases that count, and those that do not, are none or 5 in whatever a subtraction leaves:
    that all did something but one tells as much as that one alone did.
    """

    def may_be_told(piece: Piece) -> bool:
        count = sum(one in counted for one in piece)
        return all(not few or few >= SMALLEST_GROUP for few in (count, len(piece) - count))

    return _told(groups, whole, may_be_told)


def _told(
    groups: Mapping[int, Piece], whole: Piece, may_be_told: Callable[[Piece], bool]
) -> list[int]:
    """One group after the other, while each piece into which they cut the whole may be told.

    Whatever is added and subtracted comes to pieces in the end.
    """
    told: list[int] = []
    pieces: Sequence[Piece] = [whole]
    for id in sorted(groups, key=lambda id: (-len(groups[id]), id)):
        cut = _cut(pieces, set(groups[id]))
        if groups[id] and all(map(may_be_told, cut)):
            told.append(id)
            pieces = cut
    return told


def _cut(pieces: Sequence[Piece], by: Set[Measured]) -> list[Piece]:
    """Each piece as what is in `by` and what is not; nothing empty."""
    halves = (
        [one for one in piece if (one in by) is within]
        for piece in pieces
        for within in (True, False)
    )
    return [half for half in halves if half]


def _is_group(cases: Piece) -> bool:
    return min(len(cases), len({one.receiver_id for one in cases})) >= SMALLEST_GROUP
