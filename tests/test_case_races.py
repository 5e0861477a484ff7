"""Two people at once, or one person twice: exactly one wins, the other gets a sentence."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.heard import ActionName, FormName
from bot.messages import CactusHeld, CaseCard, Message, Notice
from bot.model import Move, State
from tests.drivers.stage import Stage
from tests.worlds import World

EMPTY = "the returns desk was empty at noon"


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def delivered(world: World, stage: Stage) -> int:
    held = world.say("ana", f"/cactus @bo {EMPTY}")
    assert isinstance(held, CactusHeld)
    stage.later(minutes=10)
    return held.award_id


def at_once(*works: Callable[[], Message]) -> list[Message]:
    with ThreadPoolExecutor(len(works)) as pool:
        return [done.result() for done in [pool.submit(work) for work in works]]


def moves(world: World, award_id: int) -> list[Move]:
    return [one.move for one in world.ask(lambda unit: unit.followups.history(award_id))]


def test_helped_and_not_yet_pressed_at_once(world: World, stage: Stage) -> None:
    award_id = delivered(world, stage)
    world.press("bo", ActionName.DONE, award_id)
    again = {"form": FormName.REOPEN, "fields": {"note": "it was empty again"}}
    answers = at_once(
        lambda: world.press("ana", ActionName.BLOOM, award_id),
        lambda: world.press("ana", ActionName.SUBMIT, award_id, **again),
    )
    assert sorted(type(one).__name__ for one in answers) == ["CaseCard", "Notice"]
    refused = next(one for one in answers if isinstance(one, Notice))
    assert refused.code == "refused-moved-on"
    assert moves(world, award_id)[-1] in (Move.BLOOM, Move.REOPEN)
    assert len(moves(world, award_id)) == 3


def test_the_owner_hands_over_and_reports_at_once(world: World, stage: Stage) -> None:
    award_id = delivered(world, stage)
    over = {"form": FormName.HAND_OVER, "fields": {"heir": "kim", "note": "yours, I think"}}
    report = {"form": FormName.REPORT, "fields": {"note": "this is about my accent"}}
    answers = at_once(
        lambda: world.press("bo", ActionName.SUBMIT, award_id, **over),
        lambda: world.press("bo", ActionName.SUBMIT, award_id, **report),
    )
    assert sorted(type(one).__name__ for one in answers) == ["CaseCard", "Notice"]
    assert Notice("refused-moved-on") in answers
    assert len(moves(world, award_id)) == 2


def test_the_giver_withdraws_while_the_heir_accepts(world: World, stage: Stage) -> None:
    award_id = delivered(world, stage)
    over = {"form": FormName.HAND_OVER, "fields": {"heir": "kim", "note": "yours, I think"}}
    world.press("bo", ActionName.SUBMIT, award_id, **over)
    withdrawn, accepted = at_once(
        lambda: world.press("ana", ActionName.WITHDRAW, award_id),
        lambda: world.press("kim", ActionName.ACCEPT, award_id),
    )
    made = moves(world, award_id)[2:]
    assert isinstance(accepted, CaseCard) is (made[0] is Move.ACCEPT)
    # Accepted just before or long before: a case that nobody moves at the moment is withdrawn.
    assert isinstance(withdrawn, CaseCard) is (Move.WITHDRAW in made)
    assert isinstance(withdrawn, CaseCard) or withdrawn == Notice("refused-moved-on")
    again = world.press("ana", ActionName.WITHDRAW, award_id)
    assert isinstance(again, CaseCard)
    assert world.case(award_id).state is State.WITHDRAWN


def test_the_giver_withdraws_while_the_hold_ends(world: World, stage: Stage) -> None:
    for who in ("ana", "kim"):
        held = world.say(who, f"/cactus @bo {EMPTY}")
        assert isinstance(held, CactusHeld)
        world.later(minutes=10)
        with ThreadPoolExecutor(2) as pool:
            ending = pool.submit(stage.settle)
            withdrawn = pool.submit(world.press, who, ActionName.WITHDRAW, held.award_id)
            ending.result()
            answer = withdrawn.result()
        stage.settle()
        case = world.case(held.award_id)
        won = isinstance(answer, CaseCard)
        assert won or answer == Notice("refused-moved-on")
        assert case.state is (State.WITHDRAWN if won else State.OPEN)
        cards = [one for one in stage.messages("bo") if isinstance(one, CaseCard)]
        assert bool(case.delivered_at) == any(one.award_id == held.award_id for one in cards)


def test_the_same_press_fifty_times_is_one_move(world: World, stage: Stage) -> None:
    award_id = delivered(world, stage)
    answers = at_once(
        *(lambda: world.press("bo", ActionName.THANK, award_id, source_ref="once"),) * 50
    )
    assert all(isinstance(one, CaseCard) and one.state is State.ACKNOWLEDGED for one in answers)
    assert moves(world, award_id) == [Move.DELIVER, Move.THANK]


def test_a_reply_submitted_again_is_one_reply(world: World, stage: Stage) -> None:
    award_id = delivered(world, stage)
    reply = {"form": FormName.REPLY, "fields": {"note": "who was on the plan?"}}
    for _ in range(3):
        world.press("bo", ActionName.SUBMIT, award_id, source_ref="view-1", **reply)
    assert moves(world, award_id) == [Move.DELIVER, Move.REPLY]


def test_an_old_card_gets_a_sentence_and_the_card_on_screen_is_updated(
    world: World, stage: Stage
) -> None:
    award_id = delivered(world, stage)
    world.press("ana", ActionName.WITHDRAW, award_id)
    late = world.press("bo", ActionName.DONE, award_id)
    assert isinstance(late, Notice)
    assert late.code == "refused-moved-on"
    stage.settle()
    edited = [one for one in stage.tried if one.place.id == "bo" and one.target_ref]
    assert edited
    assert isinstance(edited[-1].message, CaseCard)
    assert edited[-1].message.state is State.WITHDRAWN
    assert edited[-1].message.buttons == ()


def test_words_that_come_too_late_are_never_taken_in_silence(world: World, stage: Stage) -> None:
    award_id = delivered(world, stage)
    for note in ("it was about my day off", "and about my accent"):
        disputed = {"form": FormName.DISPUTE, "fields": {"note": note}}
        told = world.press("bo", ActionName.SUBMIT, award_id, **disputed)
        assert isinstance(told, CaseCard) == (note == "it was about my day off")
    assert told == Notice("refused-moved-on")
    again = {"form": FormName.REOPEN, "fields": {"note": "it was empty again"}}
    assert world.press("ana", ActionName.SUBMIT, award_id, **again) == told
    assert world.case(award_id).side == "it was about my day off"
    assert moves(world, award_id) == [Move.DELIVER, Move.DISPUTE]
