"""The week in private: to a lead what their people received, to HR the totals."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import digests
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Message, TeamWeek, WorkspaceWeek
from bot.model import Duty
from bot.settings import change_settings
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World

DUE = FRIDAY + timedelta(hours=2) + digests.SETTLED_AFTER
LONG = "took the angry customer aside and found the receipt. " * 8


@pytest.fixture
def stage(file_world: World) -> Stage:
    """Boss leads Kassan, with Ana, Bo and Lo in it; Kim is HR."""
    file_world.join("lo")

    def settle_in(unit: Unit) -> None:
        members = unit.members.find(HOUSE, ["ana", "bo", "lo", "boss", "kim"])
        team = unit.teams.add(HOUSE, "Kassan")
        unit.teams.join(team.id, [members[who].id for who in ("ana", "bo", "lo")])
        unit.teams.save(replace(team, lead_id=members["boss"].id))
        unit.members.give_duty(members["kim"].id, Duty.HR)

    file_world.ask(settle_in)
    return Stage(file_world)


def week(stage: Stage) -> None:
    stage.world.clock.at = DUE
    stage.settle()


def team_weeks(stage: Stage) -> list[TeamWeek]:
    return [one for one in stage.messages("boss") if isinstance(one, TeamWeek)]


def test_a_lead_reads_every_word_for_their_people_and_for_nobody_else(stage: Stage) -> None:
    stage.world.say("kim", f"/glitter @ana {LONG}")
    stage.world.say("ana", "/glitter @kim the tidy shelves")
    week(stage)
    (told,) = team_weeks(stage)
    assert told.team == "Kassan"
    assert [(one.person.name, len(one.quotes)) for one in told.entries] == [("Ana Ana", 1)]
    assert told.entries[0].quotes[0].reason == LONG.strip()
    assert "tidy shelves" not in str(told)


def test_who_was_not_named_for_six_weeks_is_for_the_leads_eyes(stage: Stage) -> None:
    stage.world.say("kim", "/glitter @ana the good coffee")
    stage.world.say("lo", "/glitter name out")
    week(stage)
    (told,) = team_weeks(stage)
    assert [person.name for person in told.unseen] == ["Bo Bo"]
    assert "Bo Bo" not in str([one for one in stage.tried if one.place.id != "boss"])
    for _ in range(6):
        stage.later(weeks=1)
    assert [one.name for one in team_weeks(stage)[-2].unseen] == ["Bo Bo"]
    assert [one.name for one in team_weeks(stage)[-1].unseen] == ["Ana Ana", "Bo Bo"]


def test_the_leads_own_open_cacti_stand_there_without_a_word_of_them(stage: Stage) -> None:
    stage.world.ask(lambda unit: change_settings(unit, HOUSE, {"cactus_hold_minutes": 0}, "test"))
    stage.world.say("ana", "/cactus @boss the returns desk was empty at noon")
    stage.world.say("bo", "/cactus @ana the pallets blocked the fire door")
    week(stage)
    (told,) = team_weeks(stage)
    assert [case.other.name for case in told.cases] == ["Ana Ana"]
    assert "returns desk" not in str(told)
    assert "pallets" not in str(told)
    assert [one.name for one in told.buttons] == [ActionName.SHOW, ActionName.WEEKLY_OFF]


def test_hr_gets_totals_without_a_name(stage: Stage) -> None:
    stage.world.say("ana", "/glitter @bo @lo carried it all")
    stage.world.say("boss", "/glitter @ana customer: the friendliest till")
    week(stage)
    (told,) = [one for one in stage.messages("kim") if isinstance(one, WorkspaceWeek)]
    totals = (told.glitter, told.givers, told.receivers, told.from_customers, told.figures)
    assert totals == (3, 2, 3, 1, None)


def test_either_can_have_no_more_of_it(stage: Stage) -> None:
    week(stage)
    for who in ("boss", "kim"):
        stage.world.press(who, ActionName.WEEKLY_OFF, 202648)
    stage.later(weeks=1)
    assert len(team_weeks(stage)) == 1
    assert len([one for one in stage.messages("kim") if isinstance(one, WorkspaceWeek)]) == 1


def test_a_week_that_is_too_long_goes_on_below(stage: Stage) -> None:
    stage.world.ask(lambda unit: change_settings(unit, HOUSE, {"daily_glitter_limit": 0}, "test"))
    for number in range(30):
        stage.world.say("kim", f"/glitter @ana {number} {LONG}")
    week(stage)
    told = team_weeks(stage)
    assert len(told) > 2
    assert sum(len(one.quotes) for page in told for one in page.entries) == 30
    assert [bool(page.buttons) for page in told] == [True] + [False] * (len(told) - 1)
    posts = [one for one in stage.tried if isinstance(one.message, TeamWeek)]
    assert [one.is_reply for one in posts] == [False] + [True] * (len(told) - 1)


def test_nothing_of_it_reaches_a_channel(stage: Stage) -> None:
    stage.world.say("kim", "/glitter @ana the good coffee")
    week(stage)
    in_channels: list[Message | None] = stage.messages("general")
    assert not any(isinstance(one, TeamWeek | WorkspaceWeek) for one in in_channels)
