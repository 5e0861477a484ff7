"""The figures of teams: from five people and five cases on, also in what is left over."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.heard import ActionName
from bot.memory import Measured
from bot.messages import CaseFigures, Notice
from bot.model import State
from bot.team_figures import tellable
from tests.drivers.stage import Stage
from tests.test_team_cacti import give_duty, stage, write  # noqa: F401
from tests.test_team_glitter import make
from tests.worlds import FRIDAY, World

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
