"""What the playground does with a cactus over HTTP: cards in place, forms, whoever sees them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from adapters.playground.render import render
from bot.heard import Action, ActionName, FormName
from bot.messages import (
    AwardPosted,
    Button,
    CactusHeld,
    CactusText,
    CaseCard,
    CaseEntry,
    CaseList,
    CaseNews,
    Field,
    FieldKind,
    Form,
    GentleCheck,
    Message,
    Notice,
    Person,
)
from bot.model import Place, State
from tests.playground_alone import GENERAL, STOCKHOLM, Alone

NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)
ANA, KIM = Person("Ana Lindqvist", "ana"), Person("Kim Berg", "kim")
TEXT = CactusText(ANA, KIM, "the desk was empty", "six customers left", "two people at noon")
THANK = (Button(ActionName.THANK, "4"),)
OPEN = CaseCard(4, TEXT, KIM, State.OPEN, THANK)
TAKEN = replace(OPEN, state=State.ACKNOWLEDGED, buttons=())
HELD = CactusHeld(4, TEXT, NOON)
CHECK = GentleCheck(3, TEXT, "empty", "general")
REPLY = Form(FormName.REPLY, "4", (Field("note", FieldKind.LINES),))
LISTED = CaseList((CaseEntry(4, ANA, State.OPEN, True, NOON),))


@pytest.fixture
def alone() -> Iterator[Alone]:
    with Alone() as alone:
        yield alone


def press(alone: Alone, who: str, on: Any, answer: Message, ref: str = "p") -> Any:
    alone.door.reply = lambda _: answer
    body = {"as": who, "place": on["place"], "name": "thank", "subject": "4", "ref": ref}
    told = alone.post("press", **body, message=on["id"])
    assert told.status_code == 200, told.text
    return told.json()["answer"]


def submit(alone: Alone, who: str = "kim", **changed: object) -> httpx.Response:
    body: dict[str, object] = {
        "as": who,
        "place": f"direct:{who}",
        "form": "reply",
        "subject": "4",
        "fields": {"note": "thank you"},
        "ref": "s",
    }
    return alone.post("submit", **{**body, **changed})


def standing(alone: Alone, who: str = "kim") -> list[Any]:
    return list(alone.snapshot(who)["posts"])


# ---------------------------------------------------------------- in place


@pytest.mark.parametrize("answer", [TAKEN, HELD, CHECK], ids=["a case", "a held one", "a check"])
def test_a_card_takes_the_place_of_the_one_that_was_pressed(alone: Alone, answer: Message) -> None:
    alone.send(OPEN, Place.direct("kim"))
    (before,) = standing(alone)
    shown = press(alone, "kim", before, answer)
    assert standing(alone) == [shown]
    assert (shown["id"], shown["at"]) == (before["id"], before["at"])
    assert shown["pieces"] == render(answer, STOCKHOLM, GENERAL)["pieces"]


def test_a_card_in_a_channel_stays_for_one_pair_of_eyes(alone: Alone) -> None:
    alone.door.reply = lambda _: CHECK
    check = alone.say("ana", "/cactus @kim the desk was empty")
    press(alone, "ana", check, HELD)
    (held,) = standing(alone, "ana")
    assert held["private"] is True
    assert standing(alone, "kim") == standing(alone, "bo") == []


def test_no_press_puts_a_cactus_where_others_read(alone: Alone) -> None:
    alone.send(AwardPosted(1, ANA, (KIM,), "so calm"), GENERAL)
    (public,) = standing(alone, "ana")
    press(alone, "ana", public, TAKEN)
    assert standing(alone, "bo") == [public]
    alone.send(OPEN, Place.direct("kim"))
    foreign = standing(alone, "kim")[-1]
    press(alone, "ana", {**foreign, "place": "direct:ana"}, TAKEN, "again")
    assert standing(alone, "kim")[-1] == foreign
    alone.say("ana", "good morning", ref="chatter")
    typed = standing(alone, "ana")[-1]
    press(alone, "ana", typed, TAKEN, "third")
    assert typed in standing(alone, "bo")


def test_a_form_leaves_the_card_behind_it_as_it_is(alone: Alone) -> None:
    alone.send(OPEN, Place.direct("kim"))
    before = standing(alone)
    form = press(alone, "kim", before[0], REPLY)
    assert form["private"] is True
    assert standing(alone) == before


@pytest.mark.parametrize("message", [OPEN, HELD, CHECK, LISTED], ids=lambda one: one.what)
def test_a_refusal_leaves_a_lasting_card_as_it_is(alone: Alone, message: Message) -> None:
    alone.send(message, Place.direct("kim"))
    (before,) = standing(alone)
    press(alone, "kim", before, Notice("refused-moved-on"))
    first, second = standing(alone)
    assert first == before
    assert "already moved on" in str(second)


def test_a_case_opens_below_the_list_and_in_place_of_its_news(alone: Alone) -> None:
    alone.send(LISTED, Place.direct("kim"))
    alone.send(CaseNews(4, "news-bloom", ANA), Place.direct("kim"))
    listed, news = standing(alone)
    press(alone, "kim", listed, OPEN, "one")
    assert len(standing(alone)) == 3
    press(alone, "kim", news, OPEN, "two")
    assert [post["id"] for post in standing(alone)][:2] == [listed["id"], news["id"]]
    assert "the desk was empty" in str(standing(alone)[1])


# ---------------------------------------------------------------- forms


def test_a_filled_in_form_reaches_the_door(alone: Alone) -> None:
    fields = {"heir": "bo", "note": " over to \u202eyou\x00 "}
    assert submit(alone, form="hand-over", fields=fields).status_code == 200
    (action,) = alone.door.heard
    assert isinstance(action, Action)
    assert (action.name, action.form, action.subject, action.source_ref) == (
        ActionName.SUBMIT,
        FormName.HAND_OVER,
        "4",
        "playground:s",
    )
    assert action.fields == {"heir": "bo", "note": "over to you"}
    assert (action.place, action.speaker.account) == (Place.direct("kim"), "kim")


def test_a_form_is_kept_on_the_page_and_nowhere_else(alone: Alone) -> None:
    alone.door.reply = lambda _: replace(REPLY, problem=Notice("refused-no-reason", count=1))
    told = alone.say("ana", "/cactus")
    again = submit(alone, "ana").json()["answer"]
    for form in (told, again):
        (piece,) = [piece for piece in form["pieces"] if piece["piece"] == "form"]
        assert "missing" in str(piece["problem"])
    assert standing(alone, "ana") == []


def test_what_a_form_leads_to_takes_the_place_of_the_card_it_came_from(alone: Alone) -> None:
    alone.send(OPEN, Place.direct("kim"))
    (before,) = standing(alone)
    alone.door.reply = lambda _: TAKEN
    for _ in range(2):
        submit(alone, message=before["id"])
    (after,) = standing(alone)
    assert after["id"] == before["id"]
    assert "Taken on" in str(after)


def test_a_form_sent_twice_is_answered_once(alone: Alone) -> None:
    alone.door.reply = lambda _: TAKEN
    first, second = submit(alone).json(), submit(alone).json()
    assert first["answer"]["id"] == second["answer"]["id"]
    assert len(standing(alone)) == 1
    assert len({action.source_ref for action in alone.door.heard}) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"form": "explode"},
        {"fields": "note"},
        {"fields": {"note": 5}},
        {"fields": {"note": "x" * 8001}},
        {"fields": {"x" * 41: ""}},
        {"fields": {f"f{number}": "" for number in range(41)}},
        {"ref": ""},
        {"place": "direct:ana"},
        {"openly": True},
    ],
    ids=str,
)
def test_a_bad_form_is_answered_with_a_sentence(alone: Alone, changed: dict[str, Any]) -> None:
    told = submit(alone, **changed)
    assert told.status_code == 400
    assert told.json()["error"].endswith(".")
    assert alone.door.heard == []
