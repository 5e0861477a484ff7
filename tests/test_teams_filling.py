"""Forms as people fill them in: what comes back, and what takes whose place."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.heard import ActionName, FormName
from bot.messages import (
    Button,
    CactusHeld,
    CaseCard,
    Field,
    FieldKind,
    GentleCheck,
    GlitterRecorded,
    Message,
    Notice,
    Person,
)
from bot.model import State
from tests.drivers.teams_filling import ana_and_bo, open_case
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_samples import ANA, BO, HAND_OVER, HELD, NEW, TEXT, case


@pytest.fixture
def house() -> Iterator[TeamsHouse]:
    with ana_and_bo() as house:
        yield house


# ---------------------------------------------------------------- opening


def test_a_typed_command_is_owed_its_form_in_the_personal_chat(house: TeamsHouse) -> None:
    house.door.says = NEW
    shown = house.chat.say("ana", "/cactus")
    [said] = house.said
    assert not said.opens_forms
    assert said.reply_to is not None
    assert shown.form is FormName.CACTUS
    assert shown.fields == {"who": "bo", "situation": "empty", "wish": ""}
    assert house.chat.posted() == []


def test_a_pressed_button_opens_its_form_in_its_place(house: TeamsHouse) -> None:
    form = open_case(house)
    [press] = house.pressed
    assert (press.name, press.opens_forms, press.reply_to) == (ActionName.HAND_OVER, True, None)
    assert (form.form, form.fields) == (FormName.HAND_OVER, {"heir": "", "note": ""})
    assert house.chat.direct("bo") == [form]


def test_an_old_client_is_owed_the_form_it_cannot_show_in_place(house: TeamsHouse) -> None:
    house.door.says = case()
    card = house.chat.say("bo", "cactus show 2", place="direct")
    house.door.says = HAND_OVER
    form = house.chat.submit("bo", card, ActionName.HAND_OVER)
    assert not house.pressed[0].opens_forms
    house.door.says = case(state=State.OFFERED)
    house.chat.submit("bo", form, heir="ana", note="you know the desk")
    press = house.pressed[-1]
    assert (press.form, press.subject) == (FormName.HAND_OVER, "2")
    assert press.fields == {"heir": "29:ana", "note": "you know the desk"}
    assert press.reply_to is not None


# ---------------------------------------------------------------- submitting


def test_a_submitted_form_is_one_action_with_its_fields(house: TeamsHouse) -> None:
    form = open_case(house)
    house.door.says = case(state=State.OFFERED)
    answer = house.chat.fill("bo", form, heir="ana", note="you know the desk")
    press = house.pressed[-1]
    assert (press.name, press.form, press.subject) == (
        ActionName.SUBMIT,
        FormName.HAND_OVER,
        "2",
    )
    assert press.fields == {"heir": "29:ana", "note": "you know the desk"}
    assert answer.form is None
    assert house.chat.direct("bo") == [answer]


def test_fields_that_are_left_alone_keep_what_they_hold(house: TeamsHouse) -> None:
    house.door.says = NEW
    form = house.chat.say("ana", "/cactus")
    house.chat.fill("ana", form, wish="one more colleague at noon")
    assert house.pressed[-1].fields == {
        "who": "29:bo",
        "situation": "empty",
        "wish": "one more colleague at noon",
    }


def test_a_problem_shows_the_form_again_with_every_word(house: TeamsHouse) -> None:
    form = open_case(house)
    kept = tuple(
        replace(field, value=value)
        for field, value in zip(HAND_OVER.fields, ("29:ana", "you know it"), strict=True)
    )
    house.door.says = replace(HAND_OVER, fields=kept, problem=Notice("refused-heir"))
    again = house.chat.fill("bo", form, heir="ana", note="you know it")
    assert again.fields == {"heir": "ana", "note": "you know it"}
    assert "Choose a colleague other than yourself" in again.text
    house.door.says = case(state=State.OFFERED)
    house.chat.fill("bo", again)
    first, second = (press for press in house.pressed if press.name is ActionName.SUBMIT)
    assert first.fields == second.fields
    assert first.source_ref != second.source_ref


def test_a_form_submitted_twice_is_one_action(house: TeamsHouse) -> None:
    form = open_case(house)
    for note in ("you know it", "you know it", "you know it better"):
        house.chat.fill("bo", form, heir="ana", note=note)
    refs = [press.source_ref for press in house.pressed if press.name is ActionName.SUBMIT]
    assert refs[0] == refs[1]
    assert refs[1] != refs[2]


def test_a_form_opened_again_is_another_action(house: TeamsHouse) -> None:
    house.door.says = case()
    card = house.chat.say("bo", "cactus show 2", place="direct")
    for _ in range(2):
        house.door.says = HAND_OVER
        form = house.chat.press("bo", card, ActionName.HAND_OVER)
        house.chat.fill("bo", form, heir="ana", note="again")
    refs = [press.source_ref for press in house.pressed if press.name is ActionName.SUBMIT]
    assert len(set(refs)) == 2


ODD: dict[str, dict[str, Any]] = {
    "no form": {"form": None},
    "an unknown form": {"form": "nuke"},
    "a form that is a list": {"form": ["cactus"]},
    "a button that nobody knows any more": {"action": "wave"},
}


@pytest.mark.parametrize("changed", ODD.values(), ids=ODD)
def test_data_of_a_foreign_form_gets_a_sentence(house: TeamsHouse, changed: dict[str, Any]) -> None:
    data = {"action": "submit", "subject": "2", "form": "reply", "lines-note": "x"} | changed
    body = house.chat.message("ana", "", "direct") | {"type": "invoke"}
    body |= {"name": "adaptiveCard/action", "value": {"action": {"data": data}}}
    told = house.chat.deliver(body | {"locale": "sv-SE", "entities": []}).json()
    assert (told["statusCode"], told["value"]) == (
        200,
        "Det finns inte kvar här. Inget har ändrats.",
    )
    assert house.door.heard == []


def test_odd_inputs_are_left_out_and_endless_ones_cut(house: TeamsHouse) -> None:
    data = {"action": "submit", "subject": "2", "form": "reply", "draft": "d"}
    typed = {
        "lines-note": "x\x00\ud800" * 9000,
        "line-b": [7],
        "evil-c": "x",
        "person-heir": ":x" * 999,
    }
    body = house.chat.message("ana", "", "direct") | {"type": "invoke"}
    body |= {"name": "adaptiveCard/action", "value": {"action": {"data": data | typed}}}
    token = f"Bearer {house.service.sign()}"
    answer = house.post(content=json.dumps(body).encode(), authorization=token)
    assert answer.status_code == 200
    [press] = house.pressed
    assert set(press.fields) == {"note", "heir"}
    assert set(press.fields["note"]) == {"x"}
    assert len(press.fields["note"]) <= 4000
    assert press.fields["heir"] == ""


# ---------------------------------------------------------------- in place, or beside it


@pytest.mark.parametrize(
    "answer", [case(), HELD, GentleCheck(4, TEXT, "always", "general")], ids=lambda one: one.what
)
def test_a_card_of_the_case_takes_the_place_of_the_pressed_one(
    house: TeamsHouse, answer: CaseCard | CactusHeld | GentleCheck
) -> None:
    house.door.says = HELD
    held = house.chat.say("ana", "cactus @bo empty at noon", place="direct")
    house.door.says = answer
    shown = house.chat.press("ana", held, ActionName.WITHDRAW)
    assert house.chat.direct("ana") == [shown]


def test_a_refusal_is_spoken_and_leaves_the_card_alone(house: TeamsHouse) -> None:
    house.door.says = HELD
    held = house.chat.say("ana", "cactus @bo empty at noon", place="direct")
    for notice in (
        Notice("refused-moved-on"),
        Notice("refused-deactivated", (Person("[Bo](https://evil.example) *B*"),)),
    ):
        house.door.says = notice
        answer = house.chat.press("ana", held, ActionName.SEND_NOW)
        assert answer.links == ()
        assert "[Bo](https://evil.example) *B*" in answer.text or "moved on" in answer.text
        assert house.chat.direct("ana") == [held]


def test_a_refused_form_stays_with_its_words(house: TeamsHouse) -> None:
    form = open_case(house)
    house.door.says = Notice("not-recorded")
    assert "Not recorded" in house.chat.fill("bo", form, heir="ana", note="x").text
    assert house.chat.direct("bo") == [form]


SPENT: list[tuple[Message, ActionName, Message]] = [
    (
        GlitterRecorded(7, (BO,), "so calm", None, 10),
        ActionName.UNDO,
        Notice("undone", (BO,)),
    ),
    (
        Notice("unknown-outcome", detail="general", buttons=(Button(ActionName.RESEND, "9"),)),
        ActionName.RESEND,
        Notice("resent"),
    ),
]


@pytest.mark.parametrize(("before", "pressed", "after"), SPENT, ids=["undo", "resend"])
def test_a_card_that_has_served_its_purpose_makes_room(
    house: TeamsHouse, before: Message, pressed: ActionName, after: Message
) -> None:
    house.door.says = before
    card = house.chat.say("ana", "glitter @bo so calm", place="direct")
    house.door.says = after
    shown = house.chat.press("ana", card, pressed)
    assert house.chat.direct("ana") == [shown]
    assert shown.buttons == {}


def test_everybody_in_a_form_is_shown_by_name_to_its_reader_alone(house: TeamsHouse) -> None:
    open_case(house, replace(NEW, fields=(Field("who", FieldKind.PERSON, ANA.account or ""),)))
    [standing] = house.chat.direct("bo")
    assert standing.fields == {"who": "ana"}
    assert standing.mentions == frozenset()
    assert house.chat.everything_in_channels() == ""
