"""What a cactus does while somebody is not there: its owner, its stand-in, or the bot itself."""

from datetime import timedelta

import pytest

from bot.desk import _note
from bot.heard import Action, ActionName, FormName, Installed, Uninstalled
from bot.messages import CactusHeld, CaseCard, CaseNews, Form, Notice
from bot.model import Profile, Settings, Standing, State
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World

EMPTY = "the returns desk was empty at noon"
AWAY = "2026-11-28..2026-12-31"


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def hold(world: World, who: str = "ana", whom: str = "bo") -> CactusHeld:
    answer = world.say(who, f"/cactus @{whom} {EMPTY}")
    assert isinstance(answer, CactusHeld), answer
    return answer


def cards(stage: Stage, who: str) -> list[str]:
    """The news above each card that somebody got."""
    return [one.news for one in stage.messages(who) if isinstance(one, CaseCard) and one.news]


def owner(world: World, award_id: int) -> str:
    owner_id = world.case(award_id).owner_id
    return world.ask(lambda unit: unit.members.get(HOUSE, [owner_id]))[owner_id].account or ""


def test_a_hold_that_ends_in_the_holiday_brings_it_to_whoever_stands_in(
    world: World, stage: Stage
) -> None:
    world.say("bo", f"/cactus away {AWAY} @kim")
    world.later(hours=3, minutes=55)
    held = hold(world)
    assert held.goes_out_at - FRIDAY > timedelta(days=2)
    stage.later(days=3)
    assert cards(stage, "bo") == []
    assert cards(stage, "kim") == ["case-stand-in"]
    assert owner(world, held.award_id) == "kim"


def test_back_earlier_the_next_one_comes_to_oneself_again(world: World, stage: Stage) -> None:
    world.say("bo", "/cactus away 2026-11-27..2026-12-31 @kim")
    assert world.say("bo", "/cactus back") == Notice("away-ended")
    held = hold(world)
    stage.later(minutes=10)
    assert owner(world, held.award_id) == "bo"
    again = world.say("bo", "/cactus tillbaka")
    assert isinstance(again, Notice)
    assert again.code == "refused-not-away"


def test_a_holiday_that_was_only_planned_can_be_called_off(world: World, stage: Stage) -> None:
    world.say("bo", "/cactus away 2026-12-07..2026-12-31 @kim")
    world.say("bo", "/cactus back")
    world.later(days=11)
    held = hold(world)
    stage.later(minutes=10)
    assert owner(world, held.award_id) == "bo"


def test_a_stand_in_who_is_away_has_a_stand_in(world: World, stage: Stage) -> None:
    world.join("dag")
    world.say("bo", "/cactus away 2026-11-27..2026-12-31 @kim")
    world.say("kim", "/cactus away 2026-11-27..2026-12-31 @dag")
    held = hold(world)
    stage.later(minutes=10)
    assert owner(world, held.award_id) == "dag"


def test_where_all_stand_in_for_each_other_it_still_reaches_somebody(
    world: World, stage: Stage
) -> None:
    world.say("bo", "/cactus away 2026-11-27..2026-12-31 @kim")
    world.say("kim", "/cactus away 2026-11-27..2026-12-31 @bo")
    hold(world)
    stage.later(minutes=10)
    assert cards(stage, "bo") + cards(stage, "kim")


def test_nobody_stands_in_for_the_answer_to_their_own_cactus(world: World, stage: Stage) -> None:
    world.say("bo", "/cactus away 2026-11-27..2026-12-31 @ana")
    held = hold(world)
    stage.later(minutes=10)
    assert owner(world, held.award_id) == "bo"
    assert cards(stage, "bo") == ["case-received"]


def test_what_comes_back_to_somebody_who_left_goes_on_to_their_stand_in(
    world: World, stage: Stage
) -> None:
    held = hold(world)
    stage.later(minutes=10)
    fields = {"heir": "kim", "note": "yours, I think"}
    world.press("bo", ActionName.SUBMIT, held.award_id, form=FormName.HAND_OVER, fields=fields)
    world.join("dag")
    world.say("bo", "/cactus away 2026-11-27..2026-12-31 @dag")
    stage.settle()
    world.press("kim", ActionName.DECLINE, held.award_id)
    stage.settle()
    assert owner(world, held.award_id) == "dag"
    assert cards(stage, "dag") == ["case-stand-in"]


def test_nobody_hands_over_to_somebody_who_is_away(world: World, stage: Stage) -> None:
    held = hold(world)
    stage.later(minutes=10)
    world.join("dag")
    world.say("kim", "/cactus away 2026-11-27..2026-12-31 @dag")
    fields = {"heir": "kim", "note": "yours, I think"}
    again = world.press(
        "bo", ActionName.SUBMIT, held.award_id, form=FormName.HAND_OVER, fields=fields
    )
    assert isinstance(again, Form)
    assert again.at == "heir"
    assert again.problem
    assert again.problem.code == "refused-heir-away"


def note(world: World, seen: Installed | Uninstalled) -> None:
    world.ask(lambda unit: _note(unit, seen=seen, defaults=Settings()))


def test_a_cactus_held_while_the_bot_was_removed_is_shown_to_its_giver_before_it_goes_out(
    world: World, stage: Stage
) -> None:
    held = hold(world)
    note(world, Uninstalled(HOUSE))
    stage.later(days=20)
    assert world.case(held.award_id).state is State.HELD
    note(world, Installed(HOUSE))
    stage.settle()
    assert stage.messages("bo") == []
    (asked,) = stage.messages("ana")
    assert isinstance(asked, CactusHeld)
    assert asked.text == held.text
    assert asked.goes_out_at - world.clock.at >= timedelta(days=1)
    stage.later(days=1)
    assert [type(one) for one in stage.messages("ana")] == [CactusHeld, CaseCard]
    assert cards(stage, "bo") == ["case-received"]


def test_asked_again_the_giver_may_still_withdraw(world: World, stage: Stage) -> None:
    held = hold(world)
    stage.later(days=20)
    world.press("ana", ActionName.WITHDRAW, held.award_id)
    stage.later(days=9)
    assert cards(stage, "bo") == []
    assert world.case(held.award_id).state is State.WITHDRAWN


def test_a_weekend_is_no_long_time(world: World, stage: Stage) -> None:
    hold(world)
    stage.later(days=3)
    assert cards(stage, "bo") == ["case-received"]


def test_the_giver_hears_where_the_stand_in_begins_work_later(world: World, stage: Stage) -> None:
    world.join("priya", zone="America/New_York")
    held = hold(world)
    world.say("bo", "/cactus away 2026-11-27..2026-12-31 @priya")
    world.later(minutes=10)
    stage.settle()
    (told,) = stage.messages("ana")
    assert isinstance(told, CactusHeld)
    assert told.goes_out_at > held.goes_out_at
    stage.later(hours=3)
    assert cards(stage, "priya") == ["case-stand-in"]


def test_reminders_rest_while_the_bot_is_removed(world: World, stage: Stage) -> None:
    hold(world)
    stage.later(minutes=10)
    note(world, Uninstalled(HOUSE))
    stage.later(days=20)
    assert not [one for one in stage.messages("bo") if isinstance(one, CaseNews)]
    note(world, Installed(HOUSE))
    stage.settle()
    news = [one.news for one in stage.messages("bo") if isinstance(one, CaseNews)]
    assert news == ["news-overdue"]


def problem(world: World, giver: str, /, **fields: str) -> tuple[str, str]:
    """What a form for a cactus says is to be mended, and at which field."""
    form = world.say(giver, "/cactus")
    assert isinstance(form, Form)
    heard = Action(
        HOUSE,
        world.said(giver, "/cactus").place,
        Profile(giver),
        ActionName.SUBMIT,
        form.subject,
        "ref",
        form=FormName.CACTUS,
        fields={"situation": EMPTY, **fields},
    )
    again = world.hear(heard).message
    assert isinstance(again, Form), again
    assert again.problem
    return again.problem.code, again.at


def test_a_form_says_at_which_field_it_is_to_be_mended(file_world: World) -> None:
    world = file_world
    world.join("robo", standing=Standing.BOT)
    long = "é" * 1001
    assert problem(world, "ana") == ("refused-no-receiver", "who")
    assert problem(world, "ana", who="ana") == ("refused-oneself-cactus", "who")
    assert problem(world, "ana", who="robo") == ("refused-bot", "who")
    assert problem(world, "ana", who="bo", situation="") == ("refused-no-reason", "situation")
    assert problem(world, "ana", who="bo", wish=long) == ("refused-too-long", "wish")
    hold(world)
    assert problem(world, "ana", who="bo") == ("refused-pair-cactus", "who")
    hold(world, "ana", "kim")
    assert problem(world, "ana", who="boss") == ("refused-daily-cactus", "")


def test_a_small_form_says_at_which_field_it_is_to_be_mended(world: World, stage: Stage) -> None:
    held = hold(world)
    stage.later(minutes=10)
    tries = {
        FormName.REPLY: ({"note": " "}, "note"),
        FormName.PROMISE: ({"day": "yesterday"}, "day"),
        FormName.HAND_OVER: ({"heir": "bo", "note": "yours"}, "heir"),
        FormName.DISPUTE: ({"note": "é" * 1001}, "note"),
    }
    for name, (fields, at) in tries.items():
        again = world.press("bo", ActionName.SUBMIT, held.award_id, form=name, fields=fields)
        assert isinstance(again, Form)
        assert again.at == at
        assert isinstance(again.problem, Notice)
