"""What a week tells besides its names: nothing that would tell of few."""

import pytest
from sqlalchemy import update

from bot.messages import Specials, WeeklyHighlights
from bot.model import State
from storage.tables import FOLLOWUP
from tests.drivers.stage import Stage
from tests.test_moments import DUE
from tests.test_team_cacti import stage, write  # noqa: F401
from tests.worlds import World

PEOPLE = [f"p{number}" for number in range(5)]


def told(stage: Stage) -> Specials:  # noqa: F811
    stage.world.clock.at = DUE
    stage.settle()
    (page,) = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]
    return page.specials


@pytest.mark.parametrize(
    ("receivers", "bloomed", "shown"),
    [(PEOPLE, 5, 5), (PEOPLE, 2, 2), (PEOPLE[:4], 4, 0), ([*PEOPLE[:4], PEOPLE[0]], 5, 0)],
    ids=["five", "two of five", "four", "five that came to four people"],
)
def test_cacti_that_bloomed_are_told_from_five_cases_and_five_people_on(
    world: World,
    stage: Stage,  # noqa: F811
    receivers: list[str],
    bloomed: int,
    shown: int,
) -> None:
    world.join(*PEOPLE)
    givers = ("ana", "bo", "kim")
    for number, who in enumerate(receivers):
        case = f"@{who} the gate was locked at door {number} on Tuesday"
        write(world, case, who=givers[number % 3])
    stage.settle()
    with world.database.begin() as connection:
        ended = {"state": State.BLOOMED.value, "ended_at": world.clock.at}
        for number in range(1, bloomed + 1):
            mine = FOLLOWUP.c.award_id == number
            connection.execute(update(FOLLOWUP).where(mine).values(ended))
    assert told(stage).bloomed == shown


def test_the_values_of_the_week_are_those_that_were_meant_most(
    world: World,
    stage: Stage,  # noqa: F811
) -> None:
    world.join("ana", "bo", "kim")
    for giver, to, value in (("ana", "bo", "care"), ("bo", "kim", "calm"), ("kim", "ana", "calm")):
        world.say(giver, f"/glitter @{to} kept {giver} company at the tills #{value}")
    assert told(stage).values == ("calm", "care")
