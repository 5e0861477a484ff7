"""Answers that only the speaker sees where it was asked, and those that go to the private chat."""

import pytest

from bot.messages import Form, GlitterRecorded, Help, Notice
from bot.model import DeliveryStatus, Kind, Place
from bot.outbox import LEASE
from bot.outcome_rules import TRIES
from bot.outcomes import Again, Blocked, Outcome, Rejected, Uncertain
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import World

CHAT = Place.direct("ana")
ASIDE = Place.aside("general;messageid=17", "ana")


def say(world: World, text: str) -> None:
    world.say("ana", text, reply_to=CHAT, aside=ASIDE, opens_forms=False)


def test_an_aside_names_its_conversation_and_who_sees_it() -> None:
    place = Place.parse(ASIDE.key)
    assert (place.around, place.account) == ("general;messageid=17", "ana")
    assert Place.direct("29:ana|b").account == "29:ana|b"


def test_passing_answers_stand_beside_the_words_that_they_answer(file_world: World) -> None:
    stage = Stage(file_world)
    for typed in (
        "/glitter @bo the calm release",
        "/glitter help",
        "/glitter",
        "/glitter @ana hi!",
    ):
        say(file_world, typed)
        stage.settle()
        file_world.later(seconds=3)
    answers = [type(one) for one in stage.messages(ASIDE.id)]
    assert answers == [GlitterRecorded, Help, Form, Notice]
    assert stage.messages("ana") == []


@pytest.mark.parametrize(
    "typed", ["/cactus @bo the returns desk was empty", "/cactus", "/cactus open", "/cactus help"]
)
def test_what_is_about_a_cactus_goes_to_the_private_chat(file_world: World, typed: str) -> None:
    stage = Stage(file_world)
    say(file_world, typed)
    stage.settle()
    assert stage.messages(ASIDE.id) == []
    assert len(stage.messages("ana")) == 1


def test_what_shall_last_goes_to_the_private_chat(file_world: World) -> None:
    stage = Stage(file_world)
    say(file_world, "/glitter home")
    stage.settle()
    assert [one.place for one in stage.tried] == [CHAT]


@pytest.mark.parametrize("outcome", [Blocked("403"), Rejected("400"), Uncertain("timeout")])
def test_what_cannot_be_said_aside_is_said_in_the_private_chat_once(
    file_world: World, outcome: Outcome
) -> None:
    stage = Stage(file_world)
    stage.foretell(ASIDE.id, outcome)
    say(file_world, "/glitter help")
    stage.settle()
    stage.later(days=1)
    assert stage.messages(ASIDE.id) == [Help(Kind.GLITTER)]
    assert stage.messages("ana") == [Help(Kind.GLITTER)]
    assert stage.messages("boss") == []


def test_an_aside_that_is_never_taken_ends_in_the_private_chat(file_world: World) -> None:
    stage = Stage(file_world)
    stage.foretell(ASIDE.id, *[Again("unreachable")] * TRIES)
    say(file_world, "/glitter help")
    for _ in range(TRIES):
        stage.later(hours=1)
    assert stage.messages("ana") == [Help(Kind.GLITTER)]


def test_an_aside_that_was_on_its_way_when_the_process_died_is_told_in_private(
    file_world: World,
) -> None:
    stage = Stage(file_world)
    say(file_world, "/glitter help")

    file_world.ask(lambda unit: unit.deliveries.lease("stage", 10, LEASE, stage.pace))
    stage.later(minutes=1)
    assert stage.messages("ana") == [Help(Kind.GLITTER)]
    [aside, alone] = file_world.rows(tables.DELIVERY)
    assert (aside.status, alone.status) == (DeliveryStatus.UNKNOWN, DeliveryStatus.SENT)
