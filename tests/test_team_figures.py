"""The figures of teams: from five people and five cases on, also in what is left over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.figures import figures, side_by_side
from bot.heard import ActionName
from bot.memory import Measured
from bot.messages import CaseFigures, Notice
from bot.model import Settings, State, Workspace
from bot.overview import AnswerBar, hidden
from bot.team_figures import tellable
from tests.drivers.stage import Stage
from tests.test_team_cacti import give_duty, stage, write  # noqa: F401
from tests.test_team_glitter import make
from tests.worlds import FRIDAY, HOUSE, World

PEOPLE = [f"p{number}" for number in range(12)]


@pytest.fixture
def shops(world: World, stage: Stage) -> World:  # noqa: F811
    """Two shops, each with a case for each of its people; Kim leads the north."""
    world.join(*PEOPLE)
    make(world, "North", "kim", *PEOPLE[:6])
    make(world, "South", *PEOPLE[6:])
    for number, who in enumerate(PEOPLE):
        write(world, f"@{who} the gate was locked at door {number} on Tuesday")
    stage.settle()
    return world


def told(world: World, who: str) -> CaseFigures:
    answer = world.say(who, "/cactus stats")
    assert isinstance(answer, CaseFigures), answer
    return answer


def test_hr_sees_the_whole_and_each_team(shops: World) -> None:
    whole = told(shops, "hanna")
    assert (whole.came, whole.team) == (12, "")
    assert [(one.team, one.came) for one in whole.teams] == [("North", 6), ("South", 6)]


def test_a_lead_sees_the_own_team_alone(shops: World) -> None:
    mine = told(shops, "kim")
    assert (mine.team, mine.came, mine.teams) == ("North", 6, ())
    refused = shops.say("ana", "/cactus stats")
    assert isinstance(refused, Notice)
    assert refused.code == "refused-hr-only"


def test_a_small_team_is_hidden_and_so_is_what_would_give_it_away(
    world: World,
    stage: Stage,  # noqa: F811
) -> None:
    world.join(*PEOPLE)
    make(world, "North", "kim", *PEOPLE[:8])
    make(world, "South", "bo", *PEOPLE[8:])
    for number, who in enumerate(PEOPLE):
        write(world, f"@{who} the gate was locked at door {number} on Tuesday")
    stage.settle()
    assert told(world, "hanna").teams == ()
    refused = world.say("bo", "/cactus stats")
    assert isinstance(refused, Notice)
    assert refused.code == "refused-too-few"


def test_what_is_left_of_a_sum_tells_of_nobody(shops: World) -> None:
    numbers = [row.award_id for row in shops.exported()]
    for who, number in list(zip(PEOPLE, numbers, strict=True))[:8]:
        shops.press(who, ActionName.DONE, number)
    whole = told(shops, "hanna")
    assert whole.answered_in_time is None
    assert [one.answered_in_time for one in whole.teams] == [None, None]


def test_two_leads_who_compare_learn_no_more_than_hr(world: World, stage: Stage) -> None:  # noqa: F811
    """The gate has five of the seven whom the shop has, so two would be left."""
    world.join(*PEOPLE)
    make(world, "Shop", "kim", *PEOPLE[:7])
    make(world, "Gate", "bo", *PEOPLE[:5])
    for number, who in enumerate(PEOPLE):
        write(world, f"@{who} the gate was locked at door {number} on Tuesday")
    stage.settle()
    assert [one.team for one in told(world, "hanna").teams] == ["Shop"]
    assert told(world, "kim").came == 7
    refused = world.say("bo", "/cactus stats")
    assert isinstance(refused, Notice)
    assert refused.code == "refused-too-few"


@dataclass(frozen=True, slots=True)
class Asked:
    """Some cases, and what is told of them: all, those answered in time, those that bloomed."""

    cases: frozenset[int]
    told: tuple[int, int | None, int | None]

    @property
    def numbers(self) -> Iterator[int | None]:
        """Also of those that did not."""
        came, *counts = self.told
        yield came
        for count in counts:
            yield count
            yield None if count is None else came - count

    def __add__(self, other: "Asked") -> "Asked":
        pairs = zip(self.told, other.told, strict=True)
        came, *counts = (None if a is None or b is None else a + b for a, b in pairs)
        return Asked(self.cases | other.cases, (came or 0, *counts))


def published(chance: Random) -> list[Asked]:
    """Of a workspace with teams in, beside and across each other."""
    whole = [lived(number, chance) for number in range(chance.randint(40, 160))]
    groups: dict[int, list[Measured]] = {}
    for id in range(chance.randint(2, 7)):
        inside = whole if chance.random() < 0.5 or not groups else chance.choice([*groups.values()])
        groups[id] = [one for one in inside if chance.random() < chance.choice((0.3, 0.6, 0.9))]
    house = Workspace(HOUSE, "The House", Settings())
    shown = {**side_by_side(house, groups, whole)}
    groups[-1], shown[-1] = whole, figures(house, whole)
    one = [
        Asked(
            frozenset(case.award_id for case in groups[id]),
            (told.came, told.answered_in_time, told.bloomed),
        )
        for id, told in shown.items()
    ]
    return [*one, *(a + b for a, b in combinations(one, 2) if not a.cases & b.cases)]


def lived(number: int, chance: Random) -> Measured:
    state = State.BLOOMED if chance.random() < 0.4 else State.OPEN
    answered = FRIDAY + timedelta(hours=1) if chance.random() < 0.6 else None
    return Measured(number, chance.randrange(30), None, state, FRIDAY, answered, None)


def test_no_pair_of_a_thousand_that_is_subtracted_recovers_somebody() -> None:
    """Where all that one number counts is in another, they differ by nobody or by five."""
    chance, compared = Random(22), 0
    while compared < 1000:
        queries = published(chance)
        for _ in range(100):
            larger, smaller = chance.choice(queries), chance.choice(queries)
            if not smaller.cases < larger.cases:
                continue
            compared += 1
            for one, other in zip(larger.numbers, smaller.numbers, strict=True):
                if one is not None and other is not None:
                    assert one == other or one - other >= 5


@given(st.lists(st.integers(0, 30), min_size=7, max_size=7))
def test_what_the_bars_of_answers_hide_cannot_be_worked_out_from_their_sum(
    counts: list[int],
) -> None:
    bars = hidden([AnswerBar(days, count) for days, count in enumerate(counts)])
    assert all(bar.count in (None, count) for bar, count in zip(bars, counts, strict=True))
    assert not any(bar.count and bar.count < 5 for bar in bars)
    without = [count for bar, count in zip(bars, counts, strict=True) if bar.count is None]
    told = any(bar.count for bar in bars)
    assert not without or not told or (len(without) > 1 and sum(without) >= 5)


CASES = st.lists(st.integers(0, 7), min_size=1, max_size=40)


@given(CASES, st.lists(st.sets(st.integers(0, 39)), max_size=5))
def test_no_difference_of_what_is_told_is_a_small_group(
    receivers: list[int], picked: list[set[int]]
) -> None:
    whole = [
        Measured(number, who, None, State.OPEN, FRIDAY, None, None)
        for number, who in enumerate(receivers)
    ]
    groups = {id: [whole[n] for n in some if n < len(whole)] for id, some in enumerate(picked)}
    shown = [{one.award_id for one in groups[id]} for id in tellable(groups, whole)]
    everything = set(range(len(whole)))
    for piece in _pieces(everything, shown):
        behind = {receivers[number] for number in piece}
        assert not piece or min(len(piece), len(behind)) >= 5


def _pieces(everything: set[int], shown: list[set[int]]) -> Iterator[set[int]]:
    yield everything - set().union(*shown) if shown else set()
    for one in shown:
        yield one
        for other in (everything, *shown):
            difference: Callable[[set[int]], set[int]] = one.difference
            yield difference(other)
            yield other - one
            yield one & other
