"""Praise taken back, and people to be looked up, while messages are on their way."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import timedelta

import pytest

from bot.answer import answer
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Notice
from bot.model import DeliveryStatus, Place, Profile, Standing, Verb
from bot.outbox import LEASE
from bot.outcome_rules import TRIES, record
from bot.outcomes import Again, Blocked, Outcome, Sent, Uncertain
from tests.drivers.stage import Stage
from tests.test_outbox import LATE, give, row
from tests.worlds import HOUSE, World


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


# ---------------------------------------------------------------- taking back


def test_taken_back_before_it_is_sent_it_never_appears(world: World, stage: Stage) -> None:
    answer = give(world)
    world.press("ana", ActionName.UNDO, answer.award_id)
    stage.settle()
    assert stage.tried == []


def test_taken_back_after_it_was_sent_it_is_deleted(world: World, stage: Stage) -> None:
    answer = give(world)
    stage.settle()
    world.press("ana", ActionName.UNDO, answer.award_id)
    stage.settle()
    assert stage.verbs() == [Verb.POST, Verb.DELETE]
    assert stage.tried[1].target_ref == f"ref-{stage.tried[0].id}"


@pytest.mark.parametrize(
    ("outcome", "verbs"),
    [
        (Sent("there"), [Verb.POST, Verb.DELETE]),
        (Again("refused"), [Verb.POST]),
        (Again("ratelimited", timedelta(seconds=1)), [Verb.POST]),
        (Blocked("archived"), [Verb.POST]),
        (Uncertain("timeout"), [Verb.POST]),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, list) else "",
)
def test_taken_back_while_it_is_on_its_way(
    world: World, stage: Stage, outcome: Outcome, verbs: list[Verb]
) -> None:
    answer = give(world)
    stage.foretell("general", outcome)
    undo = [lambda: world.press("ana", ActionName.UNDO, answer.award_id)]
    stage.before_each = lambda _: undo and undo.pop()()
    stage.settle()
    for _ in range(3):
        stage.later(minutes=1)
    assert stage.verbs() == verbs
    assert stage.messages("bo") == []
    resent = world.press("boss", ActionName.RESEND, row(world).id)
    assert resent == Notice("refused-gone")


@pytest.mark.parametrize("taken_back_first", [True, False])
def test_taken_back_at_the_moment_in_which_it_is_put_off(
    world: World, taken_back_first: bool
) -> None:
    undo = world.pressed("ana", ActionName.UNDO, give(world).award_id)
    [item], _ = world.ask(lambda unit: unit.deliveries.lease("stage", 1, LEASE, timedelta(0)))
    works: list[Callable[[Unit], object]] = [
        lambda unit: answer(undo, unit, ()),
        lambda unit: record(unit, item, Again("refused"), 0.0),
    ]
    first, second = works if taken_back_first else reversed(works)
    with ThreadPoolExecutor(1) as pool:

        def both(unit: Unit) -> Future[object]:
            first(unit)
            meanwhile = pool.submit(world.ask, second)
            wait([meanwhile], timeout=0.3)  # it may have to wait until this is written down
            return meanwhile

        world.ask(both).result()
    assert row(world).status == DeliveryStatus.CANCELLED


# ---------------------------------------------------------------- people to be checked first


def newcomer(world: World, stage: Stage, standing: Standing | None) -> None:
    if standing:
        stage.people["new"] = Profile("new", "Newcomer", standing=standing)
    world.say("ana", f"/glitter @new @bo {LATE}")
    stage.settle()


def test_somebody_unknown_is_looked_up_before_anything_is_posted(
    world: World, stage: Stage
) -> None:
    newcomer(world, stage, Standing.ACTIVE)
    assert stage.asked[:1] == ["new"]
    assert stage.posts() == [LATE]


@pytest.mark.parametrize("standing", [Standing.STRANGER, Standing.BOT, Standing.DEACTIVATED])
def test_for_a_stranger_it_is_taken_back_and_the_giver_told(
    world: World, stage: Stage, standing: Standing
) -> None:
    newcomer(world, stage, standing)
    assert stage.posts() == []
    assert stage.notices("ana") == ["receiver-refused"]
    assert all(one.retracted_at for one in world.exported())


def test_while_nobody_can_say_who_it_is_nothing_is_posted(world: World, stage: Stage) -> None:
    newcomer(world, stage, None)
    for _ in range(20):
        stage.later(seconds=30)
    assert stage.posts() == []
    assert (row(world).status, row(world).code) == ("dead", "unverified")
    assert stage.asked.count("new") == TRIES


def test_a_platform_that_breaks_when_asked_is_asked_again(
    world: World, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> list[Profile]:
        raise RuntimeError

    monkeypatch.setattr(stage, "profiles", broken)
    newcomer(world, stage, Standing.ACTIVE)
    assert row(world).status == DeliveryStatus.PENDING
    monkeypatch.undo()
    stage.later(seconds=30)
    assert stage.posts() == [LATE]


def test_nothing_stands_in_the_chats_of_a_strangers_companions(world: World, stage: Stage) -> None:
    stage.people["new"] = Profile("new", "Stranger", standing=Standing.STRANGER)
    stage.foretell("bo", Again("refused"))
    world.say("ana", f"/glitter @new @bo @kim {LATE}", place=Place.direct("ana"))
    stage.settle()
    stage.later(minutes=5)
    standing = world.ask(lambda unit: unit.deliveries.standing_posts(HOUSE, 9))
    assert [type(one.message) for one, _, _ in standing] == [Notice]
    assert all(one.retracted_at for one in world.exported())
