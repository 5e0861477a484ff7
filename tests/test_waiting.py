"""What could not be brought to somebody waits for them, and comes once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.heard import ActionName
from bot.messages import CactusHeld, CaseCard, GlitterReceived, GlitterRecorded, Message
from bot.model import Place, State
from bot.outcomes import Blocked
from tests.drivers.stage import Stage
from tests.worlds import World

CHAT = Place.direct("bo")


@pytest.fixture
def stage(file_world: World) -> Stage:
    return unreachable(file_world)


def unreachable(world: World) -> Stage:
    """Bo cannot be written to."""
    stage = Stage(world)
    stage.foretell("bo", *[Blocked("not-installed")] * 5)
    return stage


def give(world: World, reason: str = "the calm release") -> GlitterRecorded:
    given = world.say("ana", f"/glitter @bo {reason}", place=Place.direct("ana"))
    assert isinstance(given, GlitterRecorded)
    return given


def cactus(world: World) -> int:
    held = world.say("ana", "/cactus @bo the returns desk was empty at noon")
    assert isinstance(held, CactusHeld)
    world.press("ana", ActionName.SEND_NOW, held.award_id)
    return held.award_id


def comes(world: World, stage: Stage) -> list[Message | None]:
    """Bo writes to the bot; what he reads from then on, but for the answers."""
    stage.relent()
    before = len(stage.messages("bo"))
    world.say("bo", "/glitter help", place=CHAT)
    stage.settle()
    return stage.messages("bo")[before:]


def test_glitter_waits_for_whoever_could_not_be_reached_and_comes_once(world: World) -> None:
    stage = unreachable(world)
    give(world)
    give(world, "the good coffee")
    stage.later(hours=1)
    assert stage.notices("ana") == ["blocked-receiver"] * 2
    waited = comes(world, stage)
    assert [one.reason for one in waited if isinstance(one, GlitterReceived)] == [
        "the calm release",
        "the good coffee",
    ]
    assert comes(world, stage) == []
    assert stage.notices("ana") == ["blocked-receiver"] * 2


def test_whoever_has_just_got_the_bot_reads_it_above_their_home_page(
    file_world: World, stage: Stage
) -> None:
    give(file_world)
    stage.settle()
    home = file_world.pressed("bo", ActionName.HOME, 1, reply_to=CHAT, opens_forms=False)
    stage.relent()
    file_world.hear(replace(home, place=CHAT))
    stage.settle()
    assert [one.what for one in stage.messages("bo")[1:] if one] == ["glitter_received", "home"]


def test_it_is_read_in_the_language_that_is_known_by_then(file_world: World, stage: Stage) -> None:
    give(file_world)
    stage.settle()
    file_world.join("bo", locale="sv-SE")
    comes(file_world, stage)
    assert [one.reader.language for one in stage.tried if one.place == CHAT] == ["en", "sv"]


def test_a_word_elsewhere_does_not_show_that_somebody_can_be_written_to(
    file_world: World, stage: Stage
) -> None:
    give(file_world)
    stage.settle()
    stage.relent()
    file_world.say("bo", "/glitter help")
    stage.settle()
    assert len(stage.messages("bo")) == 1


@pytest.mark.parametrize(("days", "waits"), [(29, 1), (31, 0)])
def test_after_thirty_days_it_is_too_late(
    file_world: World, stage: Stage, days: int, waits: int
) -> None:
    give(file_world)
    stage.settle()
    file_world.later(days=days)
    assert len(comes(file_world, stage)) == waits


def test_what_was_taken_back_never_comes(world: World) -> None:
    stage = unreachable(world)
    given = give(world)
    stage.settle()
    world.press("ana", ActionName.UNDO, given.award_id)
    assert comes(world, stage) == []


def test_a_cactus_comes_as_it_stands_by_then_with_all_that_was_said_since(
    file_world: World, stage: Stage
) -> None:
    file_world.open(cactus_working_hours=False)
    case = cactus(file_world)
    stage.later(minutes=1)
    assert stage.notices("ana") == ["blocked-cactus"]
    stage.later(days=5)  # reminders in vain
    [card] = comes(file_world, stage)
    assert isinstance(card, CaseCard)
    assert (card.award_id, card.news, card.state) == (case, "case-received", State.OPEN)


def test_a_cactus_that_was_withdrawn_meanwhile_never_comes(file_world: World, stage: Stage) -> None:
    file_world.open(cactus_working_hours=False)
    case = cactus(file_world)
    stage.settle()
    file_world.press("ana", ActionName.WITHDRAW, case)
    stage.settle()
    assert comes(file_world, stage) == []


def test_two_words_at_once_bring_it_once(world: World) -> None:
    stage = unreachable(world)
    give(world)
    stage.settle()
    stage.relent()
    words = [world.said("bo", "/glitter help", place=CHAT) for _ in range(8)]
    with ThreadPoolExecutor() as at_once:
        list(at_once.map(world.hear, words))
    stage.settle()
    assert len(stage.messages("bo")) == 2
