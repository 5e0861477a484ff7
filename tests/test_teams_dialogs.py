"""Dialogs: from the compose box, from a message, from a slash, and from a button of a card."""

from collections.abc import Iterator
from typing import Any

import pytest

from adapters.teams.dialogs import COMMANDS
from bot.heard import ActionName, FormName, PlaceSeen
from bot.messages import Field, FieldKind, Form, GlitterRecorded, Notice
from bot.model import PlaceKind
from tests.drivers.teams import TEAM, TeamsChat
from tests.drivers.teams_cards import inputs_of, texts_of
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_samples import BO, HELD, HOME, NEW
from tests.drivers.teams_service import Conversation

FETCH, SUBMIT = "composeExtension/fetchTask", "composeExtension/submitAction"
LINK = "https://teams.microsoft.com/l/message/19:general@thread.tacv2/17"
FORM = Form(
    FormName.GLITTER, "4", (Field("receivers", FieldKind.PEOPLE), Field("reason", FieldKind.LINES))
)
RECORDED = GlitterRecorded(7, (BO,), "so calm", None, 10)
TWO_OF_THEM = Conversation("19:ana_bo@unq.gbl.spaces")


@pytest.fixture
def house() -> Iterator[TeamsHouse]:
    with TeamsChat() as chat:
        chat.join("ana", "Ana Åberg")
        chat.join("bo", "Bo Berg")
        with TeamsHouse(chat) as house:
            house.door.says = FORM
            yield house


@pytest.fixture(scope="module")
def quiet() -> Iterator[TeamsHouse]:
    """Shared by tests after which nothing has been heard."""
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.join("ana", "Ana Åberg")
        yield house


def fetch(
    house: TeamsHouse, where: Conversation, command: str = "give-glitter", **more: Any
) -> Any:
    value = {"commandId": command, "commandContext": "compose", **more}
    kind = "personal" if where is TWO_OF_THEM else "channel"
    return house.chat.invoke("ana", FETCH, value, where, conversationType=kind)


def payload(house: TeamsHouse, **changed: Any) -> dict[str, Any]:
    author = {"id": house.chat.someone("bo").object_id, "displayName": "Bo Berg"}
    return {"id": "17", "linkToMessage": LINK, "from": {"user": author}, **changed}


def filled(answer: Any, **typed: str) -> dict[str, Any]:
    """What a client sends for the card of a dialog."""
    [button] = answer["task"]["value"]["card"]["content"]["actions"]
    assert button["type"] == "Action.Submit"
    return {**button["data"], **{key.replace("_", "-"): value for key, value in typed.items()}}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_opens_its_dialog(house: TeamsHouse, command: str) -> None:
    answer = fetch(house, house.chat.channel(TEAM), command)
    assert (answer["task"]["type"], answer["task"]["value"]["title"]) == (
        "continue",
        "Give glitter",
    )
    card = answer["task"]["value"]["card"]["content"]
    assert [one["id"] for one in inputs_of(card)] == ["people-receivers", "lines-reason"]
    [press] = house.pressed
    assert (press.name, press.place.key) == (COMMANDS[command], "channel:19:general@thread.tacv2")


def test_on_a_message_its_author_and_link_are_known(house: TeamsHouse) -> None:
    fetch(house, house.chat.channel(TEAM), messagePayload=payload(house))
    assert house.pressed[0].fields == {"who": "29:bo", "link": LINK}


def test_the_moment_is_chosen_on_the_post_itself(house: TeamsHouse) -> None:
    house.door.says = Notice("moment-picked", (BO,))
    answer = fetch(house, house.chat.channel(TEAM), "pick-moment", messagePayload=payload(house))
    assert answer["task"]["type"] == "message"
    assert "the moment of the week" in answer["task"]["value"]
    [press] = house.pressed
    assert press.fields == {"message": "19:general@thread.tacv2|17"}
    assert press.place.key == "channel:19:general@thread.tacv2"


@pytest.mark.parametrize(
    "odd",
    [
        {"linkToMessage": "javascript:alert(1)", "from": {"application": {"id": "x"}}},
        {"linkToMessage": "https://x/" + "y" * 3_000, "from": [1]},
        {"linkToMessage": 7, "from": {"user": {"id": "nobody at all"}}},
    ],
)
def test_what_a_message_does_not_tell_is_left_empty(house: TeamsHouse, odd: Any) -> None:
    answer = fetch(house, house.chat.channel(TEAM), messagePayload=payload(house, **odd))
    assert answer["task"]["type"] == "continue"
    assert house.pressed[0].fields == {}


def test_what_is_sent_from_a_dialog_is_answered_in_the_personal_chat(house: TeamsHouse) -> None:
    opened = fetch(house, house.chat.channel(TEAM))
    house.door.says = RECORDED
    bo = house.chat.someone("bo").object_id
    value = {"data": filled(opened, people_receivers=bo, lines_reason="so calm")}
    task = house.chat.invoke("ana", SUBMIT, value, house.chat.channel(TEAM))["task"]
    assert task == {"type": "message", "value": "Recorded: your glitter to Bo Berg."}
    press = house.pressed[-1]
    assert (press.form, press.subject) == (FormName.GLITTER, "4")
    assert press.fields == {"receivers": "29:bo", "reason": "so calm"}
    assert press.reply_to is not None
    assert press.reply_to.key == "direct:29:ana"
    house.settle()
    assert "so calm" in house.chat.direct("ana")[-1].text


def test_the_same_submission_sent_again_is_the_same_action(house: TeamsHouse) -> None:
    opened = fetch(house, house.chat.channel(TEAM))
    for words in ("so calm", "so calm", "so friendly"):
        value = {"data": filled(opened, lines_reason=words)}
        house.chat.invoke("ana", SUBMIT, value, house.chat.channel(TEAM))
    first, second, third = (one.source_ref for one in house.pressed[1:])
    assert first == second != third


def test_what_is_to_be_mended_comes_back_in_the_dialog_with_the_words(house: TeamsHouse) -> None:
    opened = fetch(house, house.chat.channel(TEAM))
    fields = (Field("reason", FieldKind.LINES, "so calm"),)
    house.door.says = Form(FormName.GLITTER, "4", fields, Notice("refused-no-receiver"))
    value = {"data": filled(opened, lines_reason="so calm")}
    again = house.chat.invoke("ana", SUBMIT, value, house.chat.channel(TEAM))
    [field] = inputs_of(again["task"]["value"]["card"]["content"])
    assert field["value"] == "so calm"
    assert house.chat.direct("ana") == []


def test_where_nothing_can_be_written_the_words_stay_in_the_dialog(house: TeamsHouse) -> None:
    opened = fetch(house, house.chat.channel(TEAM))
    house.door.says, house.door.forgetful = Notice("not-recorded"), True
    value = {"data": filled(opened, lines_reason="so calm")}
    task = house.chat.invoke("ana", SUBMIT, value, house.chat.channel(TEAM))["task"]
    assert task["type"] == "continue"
    said = " ".join(text for _, text in texts_of(task["value"]["card"]["content"]))
    assert "Not recorded" in said
    assert "so calm" in said


# ---------------------------------------------------------------- where the bot is not


def test_between_two_people_it_is_opened_for_the_speaker_alone(house: TeamsHouse) -> None:
    before = len(house.door.noted)
    fetch(house, TWO_OF_THEM)
    [press] = house.pressed
    assert (press.place.key, press.place.address) == ("direct:29:ana", "")
    assert [one for one in house.door.noted[before:] if isinstance(one, PlaceSeen)] == []


def test_in_a_channel_without_the_bot_it_is_opened_for_the_speaker_alone(house: TeamsHouse) -> None:
    before = len(house.door.noted)
    fetch(house, Conversation("19:others@thread.tacv2"))
    assert house.pressed[0].place.kind is PlaceKind.DIRECT
    assert [one for one in house.door.noted[before:] if isinstance(one, PlaceSeen)] == []


# ---------------------------------------------------------------- buttons


def test_a_button_of_the_home_card_opens_a_dialog_and_the_card_stays(house: TeamsHouse) -> None:
    house.door.says = HOME
    card = house.chat.say("ana", "glitter home", place="direct")
    house.door.says = FORM
    form = house.chat.press("ana", card, ActionName.GIVE)
    assert form.form is FormName.GLITTER
    assert house.chat.direct("ana") == [card]
    house.door.says = RECORDED
    told = house.chat.fill("ana", form, receivers="bo", reason="so calm")
    assert "so calm" in told.text


def test_a_cactus_says_nothing_of_itself_where_others_may_look(house: TeamsHouse) -> None:
    house.door.says = NEW
    opened = fetch(house, house.chat.channel(TEAM), "give-cactus")
    house.door.says = HELD
    value = {"data": filled(opened, lines_situation="the desk was empty")}
    task = house.chat.invoke("ana", SUBMIT, value, house.chat.channel(TEAM))["task"]
    assert "desk" not in task["value"]
    assert house.chat.posted() == []


ODD: list[Any] = [
    {},
    None,
    [1],
    {"commandId": 7},
    {"commandId": "something-else"},
    {"data": "x"},
    {"data": {"action": "give"}},
    {"data": {"action": "no-such", "subject": "1"}},
]


@pytest.mark.parametrize("name", [FETCH, SUBMIT, "task/fetch", "task/submit"])
@pytest.mark.parametrize("value", ODD, ids=str)
def test_an_odd_request_gets_a_sentence(quiet: TeamsHouse, name: str, value: Any) -> None:
    told = {"type": "message", "value": "That is no longer here. Nothing has changed."}
    assert quiet.chat.invoke("ana", name, value, quiet.chat.channel(TEAM)) == {"task": told}
    assert quiet.pressed == []
