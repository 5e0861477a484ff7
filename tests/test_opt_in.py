"""Where receivers opt in, a cactus reaches those who have agreed, and nobody else."""

from dataclasses import replace
from typing import Any

import pytest

from bot.heard import ActionName, FormName
from bot.memory import Unit
from bot.messages import CactusHeld, CaseCard, Form, Notice
from bot.model import OptIn, State
from bot.settings import change_settings
from tests.drivers.stage import Stage
from tests.worlds import HOUSE, World

DESK = "the returns desk was empty at noon"


@pytest.fixture
def house(file_world: World) -> World:
    chosen = {"receivers_opt_in": True, "cactus_working_hours": False, "daily_cactus_limit": 0}
    file_world.ask(lambda unit: change_settings(unit, HOUSE, chosen, "test"))
    return file_world


@pytest.fixture
def stage(house: World) -> Stage:
    return Stage(house)


def write(world: World, to: str = "@bo", who: str = "ana") -> Any:
    return world.say(who, f"/cactus {to} {DESK}")


def agree(world: World, *who: str) -> None:
    for one in who:
        assert world.press(one, ActionName.TAKE_CACTI, 1) == Notice("opt-in-yes")


def all_told(stage: Stage, who: str) -> str:
    stage.settle()
    return str(stage.messages(who))


def test_whoever_has_not_agreed_is_asked_once_and_learns_nothing(
    house: World, stage: Stage
) -> None:
    refused = write(house)
    assert isinstance(refused, Notice)
    assert (refused.code, refused.people[0].name) == ("refused-opt-in", "Bo Bo")
    assert DESK in refused.draft
    assert write(house, who="kim").code == "refused-opt-in"
    told = all_told(stage, "bo")
    assert stage.notices("bo") == ["opt-in-ask"]
    assert not {word for word in ("ana", "kim", "desk") if word in told.casefold()}
    assert house.exported() == []


def test_the_giver_cannot_tell_no_from_not_yet(house: World, stage: Stage) -> None:
    before = write(house)
    assert house.press("bo", ActionName.NO_CACTI, 1) == Notice("opt-in-no")
    assert write(house) == before
    stage.settle()
    assert stage.notices("bo") == ["opt-in-ask"]


def test_a_cactus_reaches_whoever_has_agreed(house: World, stage: Stage) -> None:
    agree(house, "bo")
    assert isinstance(write(house), CactusHeld)
    stage.later(minutes=11)
    assert [one for one in stage.messages("bo") if isinstance(one, CaseCard)]


def test_a_form_keeps_its_words_and_says_at_which_field(house: World) -> None:
    form = house.say("ana", "/cactus")
    assert isinstance(form, Form)
    fields = {"form": FormName.CACTUS, "fields": {"who": "bo", "situation": DESK}}
    again = house.press("ana", ActionName.SUBMIT, form.subject, **fields)
    assert isinstance(again, Form)
    assert (again.at, again.problem and again.problem.code) == ("who", "refused-opt-in")
    assert DESK in str(again.fields)


def test_whoever_changes_their_mind_while_it_is_held_gets_nothing(
    house: World, stage: Stage
) -> None:
    agree(house, "bo")
    held = write(house)
    house.press("bo", ActionName.NO_CACTI, 1)
    stage.later(minutes=11)
    assert house.case(held.award_id).state is State.EXPIRED
    assert stage.messages("bo") == []
    assert stage.notices("ana") == ["opt-in-stopped"]


def test_sending_it_at_once_changes_nothing_of_that(house: World, stage: Stage) -> None:
    agree(house, "bo")
    held = write(house)
    house.press("bo", ActionName.NO_CACTI, 1)
    house.press("ana", ActionName.SEND_NOW, held.award_id)
    assert all_told(stage, "bo") == "[]"


def test_nobody_stands_in_or_inherits_who_has_not_agreed(house: World, stage: Stage) -> None:
    agree(house, "bo")
    house.say("bo", "/cactus away 2026-11-27..2026-12-31 @kim")
    held = write(house)
    house.press("ana", ActionName.SEND_NOW, held.award_id)
    bo = house.ask(lambda unit: unit.members.find(HOUSE, ["bo"]))["bo"]
    assert house.case(held.award_id).owner_id == bo.id
    fields = {"form": FormName.HAND_OVER, "fields": {"heir": "kim", "note": "yours"}}
    form = house.press("bo", ActionName.SUBMIT, held.award_id, **fields)
    assert isinstance(form, Form)
    assert (form.at, form.problem and form.problem.code) == ("heir", "refused-opt-in")
    assert "desk" not in all_told(stage, "kim")
    assert stage.notices("kim") == ["opt-in-ask"]


def test_of_a_team_those_get_it_who_have_agreed(house: World, stage: Stage) -> None:
    house.ask(_tills)
    refused = write(house, "tills")
    assert (refused.code, refused.detail) == ("refused-opt-in-team", "Tills")
    agree(house, "kim")
    held = write(house, "tills")
    house.press("ana", ActionName.SEND_NOW, held.award_id)
    assert "desk" in all_told(stage, "kim")
    assert "desk" not in all_told(stage, "bo")


def _tills(unit: Unit) -> None:
    people = unit.members.find(HOUSE, ["bo", "kim"])
    team = unit.teams.add(HOUSE, "Tills")
    unit.teams.join(team.id, [one.id for one in people.values()])
    unit.teams.save(replace(team, cacti_to_all=True))


def test_the_settings_hold_the_choice_where_there_is_one(house: World) -> None:
    house.press("ana", ActionName.SUBMIT, 1, form=FormName.MY_SETTINGS, fields={})
    assert opted(house, "ana") is OptIn.UNASKED
    yes = {"takes_cacti": "yes"}
    house.press("ana", ActionName.SUBMIT, 1, form=FormName.MY_SETTINGS, fields=yes)
    assert opted(house, "ana") is OptIn.YES
    no = {"takes_cacti": ""}
    house.press("ana", ActionName.SUBMIT, 1, form=FormName.MY_SETTINGS, fields=no)
    assert opted(house, "ana") is OptIn.NO


def test_elsewhere_nobody_is_asked(file_world: World) -> None:
    assert isinstance(write(file_world), CactusHeld)
    settings = file_world.say("bo", "/glitter settings")
    assert isinstance(settings, Form)
    assert "takes_cacti" not in str(settings.fields)


def opted(world: World, who: str) -> OptIn:
    return world.ask(lambda unit: unit.members.find(HOUSE, [who]))[who].opt_in
