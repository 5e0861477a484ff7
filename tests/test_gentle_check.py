"""The gentle check where a cactus is written and changed: seen by its giver, kept nowhere."""

import json
from datetime import UTC, datetime

import pytest

from adapters.playground import render as playground
from adapters.slack import render as slack
from adapters.teams import render as teams
from bot.heard import ActionName, FormName
from bot.messages import CactusHeld, CactusText, GentleCheck, Message, Person
from bot.model import Place, Reader, State
from bot.texts import say
from storage.tables import DELIVERY
from tests.drivers.stage import Stage
from tests.worlds import World

EMPTY = "the returns desk was empty at noon"
HARSH = "you are never at the returns desk"
OWN_CHAT = Place.direct("ana")


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def edit(world: World, award_id: int, situation: str) -> Message:
    fields = {"situation": situation}
    return world.press(
        "ana", ActionName.SUBMIT, award_id, form=FormName.EDIT, fields=fields, reply_to=OWN_CHAT
    )


def kept(world: World) -> str:
    return "".join(row.message or "" for row in world.rows(DELIVERY))


def test_a_change_is_looked_at_and_stands(world: World, stage: Stage) -> None:
    held = world.say("ana", f"/cactus @bo {EMPTY}")
    assert isinstance(held, CactusHeld)
    assert held.phrase == ""
    changed = edit(world, held.award_id, HARSH)
    assert isinstance(changed, CactusHeld)
    assert (changed.phrase, changed.why) == ("are never", "general")
    assert changed.text.situation == HARSH
    assert changed.goes_out_at == held.goes_out_at
    mended = edit(world, held.award_id, EMPTY)
    assert isinstance(mended, CactusHeld)
    assert mended.phrase == ""
    stage.later(minutes=10)
    assert world.case(held.award_id).state is State.OPEN


def test_what_the_check_saw_is_shown_and_then_kept_nowhere(world: World, stage: Stage) -> None:
    check = world.say("ana", f"/cactus @bo {HARSH}", OWN_CHAT, reply_to=OWN_CHAT)
    assert isinstance(check, GentleCheck)
    held = world.press("ana", ActionName.SEND_ANYWAY, check.draft_id, reply_to=OWN_CHAT)
    assert isinstance(held, CactusHeld)
    edit(world, held.award_id, f"{HARSH} on Tuesdays")
    assert '"phrase":"are never"' in kept(world)
    stage.settle()
    assert [type(one).__name__ for one in stage.messages("ana")] == [
        "GentleCheck",
        "CactusHeld",
        "CactusHeld",
    ]
    assert '"phrase":"are never"' not in kept(world)


def test_a_form_that_was_shown_keeps_no_words(world: World, stage: Stage) -> None:
    world.say("ana", "/cactus @bo too slow", OWN_CHAT, reply_to=OWN_CHAT, opens_forms=False)
    assert "too slow" in kept(world)
    stage.settle()
    assert len(stage.messages("ana")) == 1
    assert "too slow" not in kept(world)


@pytest.mark.parametrize("language", ["en", "sv", "nb", "fi"])
def test_every_platform_shows_the_phrase_of_a_change_and_says_why(language: str) -> None:
    reader = Reader(language, "Europe/Stockholm")
    text = CactusText(Person("Ana", "ana"), Person("Bo", "bo"), HARSH)
    moment = datetime(2026, 11, 27, 12, tzinfo=UTC)
    found = CactusHeld(1, text, moment, "are never", "general")
    for message in (found, CactusHeld(1, text, moment)):
        shown = [
            slack.render(message, reader),
            teams.render(message, reader, "card"),
            playground.render(message, reader, OWN_CHAT),
        ]
        why = say(reader, "check-why-general")
        told = [why in json.dumps(one, ensure_ascii=False) for one in shown]
        assert told == [bool(message.phrase)] * 3
