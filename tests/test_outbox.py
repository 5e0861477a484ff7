"""The outbox: what follows from each way in which sending can end."""

import asyncio
import logging
from datetime import timedelta
from typing import Any

import pytest

from bot import opt_in
from bot.answer import OPENING
from bot.errors import StoreUnavailable
from bot.heard import ActionName
from bot.memory import Owed
from bot.messages import Button, Delivery, GlitterReceived, GlitterRecorded, Notice
from bot.model import Place, Reader
from bot.outcome_rules import SPREAD, TRIES, wait_before
from bot.outcomes import Again, Blocked, Outcome, Rejected, Revoked, Sent, Uncertain
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import HOUSE, World

LATE = "stayed late for the balsamico customer"
OTHER = "stage:other"


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def give(world: World, reason: str = LATE, **more: Any) -> GlitterRecorded:
    answer = world.say("ana", f"/glitter @bo {reason}", **more)
    assert isinstance(answer, GlitterRecorded), answer
    return answer


def row(world: World, number: int = 0) -> Any:
    """The delivery that was owed so many others later."""
    return world.rows(tables.DELIVERY)[number]


def test_what_is_sent_is_sent_once(world: World, stage: Stage) -> None:
    give(world)
    stage.settle()
    stage.later(days=1)
    assert stage.posts() == [LATE]
    assert (row(world).status, row(world).ref) == ("sent", f"ref-{row(world).id}")


class HungStage(Stage):
    """The house's platform does not answer before the other workspace has got its message."""

    async def send(self, delivery: Delivery) -> Outcome:
        if delivery.workspace_id == OTHER:
            self.other_was_sent.set()
        await self.other_was_sent.wait()
        return await super().send(delivery)

    def settle(self) -> None:
        self.other_was_sent = asyncio.Event()
        super().settle()


def test_a_workspace_whose_platform_hangs_holds_up_no_other(file_world: World) -> None:
    file_world.open(OTHER)
    places = [(HOUSE, f"place-{number}") for number in range(100)]
    owed = [
        Owed(id, Place.channel(place), Notice("resent"), Reader("en", "UTC"))
        for id, place in (*places, (OTHER, "elsewhere"))
    ]
    file_world.ask(lambda unit: unit.deliveries.owe(owed))
    stage = HungStage(file_world)
    stage.settle()
    assert len(stage.tried) == 101


def test_a_learned_address_is_kept_for_the_next_time(world: World, stage: Stage) -> None:
    stage.foretell("general", Sent("ref", address="https://there.example"))
    give(world)
    stage.settle()
    give(world, "the good coffee")
    stage.settle()
    assert [one.place.address for one in stage.tried] == ["", "https://there.example"]


def test_the_waits_grow_from_ten_seconds_to_an_hour() -> None:
    waits = [wait_before(attempt).total_seconds() for attempt in range(1, TRIES + 2)]
    assert waits == [10, 30, 90, 270, 810, 2430, 3600, 3600, 3600, 3600, 3600]
    assert wait_before(10**6) == timedelta(hours=1)


def test_a_place_out_of_reach_is_tried_ten_times_and_then_left(world: World, stage: Stage) -> None:
    stage.foretell("general", *[Again("refused")] * 20)
    give(world)
    stage.settle()
    for attempt in range(1, TRIES):
        stage.later(seconds=wait_before(attempt).total_seconds() - 1)
        assert len(stage.posts()) == attempt
        stage.later(seconds=1)
        assert len(stage.posts()) == attempt + 1
    stage.later(days=1)
    assert len(stage.posts()) == TRIES
    assert (row(world).status, row(world).code) == ("dead", "refused")


def test_a_platform_that_asks_to_wait_is_asked_for_as_long_as_it_takes(
    world: World, stage: Stage
) -> None:
    stage.foretell("general", *[Again("ratelimited", timedelta(seconds=7))] * 15)
    give(world)
    for _ in range(15):
        stage.settle()
        world.later(seconds=7)
    stage.settle()
    assert len(stage.posts()) == 16
    assert row(world).status == "sent"


@pytest.mark.parametrize("told", [None, timedelta(seconds=20)], ids=["growing", "told"])
def test_what_was_put_off_at_the_same_moment_does_not_come_back_at_the_same_moment(
    world: World, stage: Stage, told: timedelta | None
) -> None:
    soonest = (told or wait_before(1)).total_seconds()
    chances = {"general": 0.0, "kassan": 0.5, "dock": 0.9}
    for place, stage.chance in chances.items():
        stage.foretell(place, Again("Throttled", told))
        give(world, f"the calm at {place}", place=Place.channel(place))
        stage.settle()
    tries = []
    for wait in (soonest, soonest * SPREAD * 0.5, soonest * SPREAD * 0.4):
        stage.later(seconds=wait)
        tries.append([len(stage.posts(place)) for place in chances])
    assert tries == [[2, 1, 1], [2, 2, 1], [2, 2, 2]]


def test_silence_for_a_workspace_is_kept_by_all_its_places_and_no_other(
    world: World, stage: Stage
) -> None:
    world.open(OTHER)
    world.join("ana", "bo", at=OTHER)
    stage.foretell("general", Again("ratelimited", timedelta(seconds=30), whole_workspace=True))
    give(world)
    stage.settle()
    world.say("ana", "/glitter @bo in our chat", place=Place.direct("ana"))
    give(world, "elsewhere", workspace_id=OTHER)
    stage.later(seconds=29)
    assert stage.posts() == [LATE, "elsewhere"]
    assert stage.messages("bo") == []
    stage.later(seconds=1)
    assert len(stage.messages("bo")) == 1
    assert stage.posts() == [LATE, "elsewhere", LATE]


def test_the_order_in_a_place_is_kept_while_the_first_waits(world: World, stage: Stage) -> None:
    stage.foretell("general", Again("refused"))
    for reason in ("first deed", "second deed", "third deed"):
        give(world, reason)
    stage.settle()
    assert stage.posts() == ["first deed"]
    stage.later(seconds=10)
    assert stage.posts() == ["first deed", "first deed", "second deed", "third deed"]


def test_what_may_have_arrived_is_never_sent_again_by_itself(world: World, stage: Stage) -> None:
    stage.foretell("general", Uncertain("timeout"))
    give(world)
    stage.settle()
    stage.later(days=30)
    assert stage.posts() == [LATE]
    assert row(world).status == "unknown"
    offered = stage.messages("boss")[0]
    assert offered == Notice(
        "unknown-outcome",
        detail="general",
        buttons=(Button(ActionName.RESEND, str(row(world).id)),),
    )


def test_the_installer_sends_it_again_with_one_click_and_once(world: World, stage: Stage) -> None:
    stage.foretell("general", Uncertain("timeout"))
    give(world)
    stage.settle()
    lost = row(world).id
    assert world.press("ana", ActionName.RESEND, lost) == Notice("refused-not-yours")
    assert world.press("boss", ActionName.RESEND, lost) == Notice("resent")
    assert world.press("boss", ActionName.RESEND, lost) == Notice("refused-gone")
    stage.settle()
    assert world.press("boss", ActionName.RESEND, lost) == Notice("refused-gone")
    stage.settle()
    assert stage.posts() == [LATE, LATE]


@pytest.mark.parametrize("subject", ["", "x", "-1", "1e3", str(2**31), "9" * 17, "9" * 400, "١"])
def test_a_button_without_sense_finds_nothing(world: World, subject: str) -> None:
    carries_nothing = {*OPENING, *opt_in.ANSWERS, ActionName.WEEKLY_OFF, ActionName.WEEKLY_ON}
    for name in set(ActionName) - carries_nothing:
        answer = world.press("boss", name, subject)
        assert isinstance(answer, Notice)
        assert answer.code.startswith("refused-"), name


def test_a_notice_that_is_lost_asks_for_no_notice(world: World, stage: Stage) -> None:
    stage.foretell("general", Uncertain("timeout"))
    stage.foretell("boss", Uncertain("timeout"))
    give(world)
    stage.settle()
    assert stage.notices("boss") == ["unknown-outcome"]


def test_where_the_channel_is_closed_each_receiver_is_told_and_the_giver_knows(
    world: World, stage: Stage
) -> None:
    stage.foretell("general", Blocked("not_in_channel"))
    world.say("ana", f"/glitter @bo @kim {LATE}")
    stage.settle()
    told = [stage.messages(who)[0] for who in ("bo", "kim")]
    assert all(isinstance(one, GlitterReceived) and one.reason == LATE for one in told)
    assert stage.notices("ana") == ["moved-to-direct"]
    assert stage.posts() == [LATE]
    assert len(world.exported()) == 2


def test_a_receiver_out_of_reach_is_no_loss_and_the_giver_knows(world: World, stage: Stage) -> None:
    stage.foretell("bo", *[Blocked("closed")] * 2)
    world.say("ana", f"/glitter @bo {LATE}", place=Place.direct("ana"))
    world.say("ana", "/cactus @bo the returns desk was empty")
    stage.later(days=4)
    assert stage.notices("ana") == ["blocked-receiver", "blocked-cactus"]
    assert [one.retracted_at for one in world.exported()] == [None, None]


def test_a_revoked_workspace_falls_silent_and_its_neighbour_does_not(
    world: World, stage: Stage
) -> None:
    world.open(OTHER)
    world.join("ana", "bo", at=OTHER)
    stage.foretell("general", Revoked("token_revoked"))
    give(world)
    give(world, "waits behind")
    give(world, "elsewhere", workspace_id=OTHER)
    stage.settle()
    assert sorted(stage.posts()) == sorted([LATE, "elsewhere"])
    assert world.say("ana", "/glitter me") == Notice("refused-suspended")
    assert len(world.exported()) == 2


def test_a_message_that_is_never_taken_is_tried_once(world: World, stage: Stage) -> None:
    stage.foretell("general", Rejected("invalid_blocks"))
    give(world)
    give(world, "the next one")
    stage.settle()
    stage.later(hours=1)
    assert stage.posts() == [LATE, "the next one"]
    assert [one.status for one in world.rows(tables.DELIVERY)] == ["dead", "sent", "sent"]
    assert stage.notices("boss") == ["not-taken"]


def test_a_faulty_adapter_stops_nobody_else_and_its_words_are_not_logged(
    world: World, stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stage.foretell("general", RuntimeError("could not post: canary"))
    give(world)
    world.say("ana", "/glitter @kim in our chat", place=Place.direct("ana"))
    stage.settle()
    assert row(world).status == "unknown"
    assert row(world).code.startswith("fault-")
    assert len(stage.messages("kim")) == 1
    logged = [str(record.__dict__) for record in caplog.records]
    assert any("RuntimeError" in line for line in logged)
    assert not any("canary" in line for line in logged)


def test_where_the_outcome_cannot_be_written_down_it_becomes_unknown(
    world: World, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(world)
    run = world.store.run

    async def away_after_sending(work: Any) -> Any:
        if stage.tried:
            raise StoreUnavailable("SQLITE_FULL")
        return await run(work)

    monkeypatch.setattr(world.store, "run", away_after_sending)
    with pytest.raises(StoreUnavailable):
        stage.settle()
    monkeypatch.setattr(world.store, "run", run)
    stage.later(minutes=1)
    assert stage.posts() == [LATE]
    assert row(world).status == "unknown"
    assert stage.notices("boss") == ["unknown-outcome"]
