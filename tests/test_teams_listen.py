"""What a Teams activity becomes."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.heard import ActionName, Mention
from bot.messages import GlitterRecorded, Notice, Person
from bot.model import Kind, Place, PlaceKind, Profile, Standing
from tests.drivers.teams import BOT_AT, TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_service import TENANT

WORKSPACE = f"teams:{TENANT}"
RECORDED = GlitterRecorded(7, (Person("Bo Berg", "29:bo"),), "the calm release", None, 10)


@pytest.fixture
def chat() -> Iterator[TeamsChat]:
    with TeamsChat() as chat:
        yield chat


@pytest.fixture
def house(chat: TeamsChat) -> Iterator[TeamsHouse]:
    chat.join("ana", "Ana Åberg", locale="sv-SE", zone="Europe/Helsinki")
    chat.join("bo", "Bo Berg")
    with TeamsHouse(chat) as house:
        yield house


@pytest.fixture(scope="module")
def quiet() -> Iterator[TeamsHouse]:
    """Shared by tests after which nothing has been heard."""
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.join("ana", "Ana Åberg")
        yield house


def shape(parts: tuple[str | Mention, ...]) -> list[str]:
    return [
        part if isinstance(part, str) else f"<{part.profile.account}|{part.profile.name}>"
        for part in parts
    ]


def test_a_mention_of_the_bot_in_a_channel_is_said_openly(house: TeamsHouse) -> None:
    house.chat.say_openly("ana", "glitter @bo the calm release", ref="17")
    [said] = house.said
    assert said.workspace_id == WORKSPACE
    assert said.openly
    assert said.command is Kind.GLITTER
    assert shape(said.parts) == ["<29:bo|Bo Berg>", " the calm release"]
    assert said.place.key == "channel:19:general@thread.tacv2"
    assert said.source_ref == "teams:19:general@thread.tacv2;messageid=17:17"
    assert said.reply_to is not None
    assert said.reply_to.key == "direct:29:ana"
    assert said.aside == Place.aside("19:general@thread.tacv2;messageid=17", "29:ana")


def test_a_slash_command_in_a_channel_is_private(house: TeamsHouse) -> None:
    house.chat.say("ana", "/cactus @bo the returns desk was empty")
    [said] = house.said
    assert not said.openly
    assert said.command is Kind.CACTUS
    assert shape(said.parts) == ["<29:bo|Bo Berg>", " the returns desk was empty"]


@pytest.mark.parametrize("typed", ["Kaktus help", "/KAKTUS help", "cactus help", "/cactus help"])
def test_in_the_personal_chat_bare_words_are_enough_and_private(
    house: TeamsHouse, typed: str
) -> None:
    house.chat.say("ana", typed, place="direct")
    [said] = house.said
    assert (said.command, said.parts, said.openly) == (Kind.CACTUS, ("help",), False)
    assert said.place.kind is PlaceKind.DIRECT
    assert said.reply_to == said.place
    assert said.aside is None


def test_a_group_chat_is_read_by_others(house: TeamsHouse) -> None:
    body = house.chat.message("ana", "cactus @bo hm")
    body["conversation"] = {"id": "19:group@thread.v2", "conversationType": "groupChat"}
    house.chat.deliver(body)
    assert house.said[0].openly
    assert house.said[0].place.id == "19:group@thread.v2"


def test_the_speaker_comes_with_name_language_and_zone(house: TeamsHouse) -> None:
    house.chat.say("ana", "/glitter help")
    assert house.said[0].speaker == Profile(
        "29:ana", "Ana Åberg", "sv-SE", "Europe/Helsinki", Standing.UNVERIFIED
    )


def test_the_same_activity_has_the_same_ref_however_often_it_comes(house: TeamsHouse) -> None:
    for _ in range(2):
        house.chat.say("ana", "/glitter @bo well done", ref="42")
    first, again = house.said
    assert first.source_ref == again.source_ref


def test_another_bot_is_told_by_its_account(house: TeamsHouse) -> None:
    house.chat.join("robo", "Robo", standing=Standing.BOT)
    house.chat.say_openly("ana", "glitter @robo beep")
    [mention] = [part for part in house.said[0].parts if isinstance(part, Mention)]
    assert mention.profile.standing is Standing.BOT


def test_a_pressed_button_is_answered_in_its_own_response(house: TeamsHouse) -> None:
    house.door.says = RECORDED
    shown = house.chat.say("ana", "glitter @bo the calm release", place="direct")
    house.door.says = Notice("undone", people=(Person("Bo Berg", "29:bo"),))
    answer = house.chat.press("ana", shown, ActionName.UNDO)
    [action] = house.pressed
    assert (action.name, action.subject, action.reply_to) == (ActionName.UNDO, "7", None)
    assert action.speaker.account == "29:ana"
    assert answer.text == "Taken back: your glitter to Bo Berg counts nowhere now."
    assert house.chat.direct("ana") == [answer]


def test_an_old_client_submits_and_is_answered_in_its_chat(house: TeamsHouse) -> None:
    house.door.says = RECORDED
    shown = house.chat.say("ana", "glitter @bo the calm release", place="direct")
    house.door.says = Notice("undone", people=(Person("Bo Berg"),))
    answer = house.chat.submit("ana", shown, ActionName.UNDO)
    [action] = house.pressed
    assert action.reply_to == Place.direct("29:ana", action.place.address)
    assert answer.text.startswith("Taken back")


def test_one_press_is_one_action_under_every_activity_id(house: TeamsHouse) -> None:
    house.door.says = RECORDED
    shown = house.chat.say("ana", "glitter @bo the calm release", place="direct")
    for _ in range(2):
        house.chat.press("ana", shown, ActionName.UNDO)
    house.chat.submit("ana", shown, ActionName.UNDO)
    other = house.chat.say("ana", "glitter @bo the calm release", place="direct")
    house.chat.press("ana", other, ActionName.UNDO)
    refs = [action.source_ref for action in house.pressed]
    assert len(set(refs[:3])) == 1
    assert refs[3] != refs[0]


FOREIGN_DATA: list[Any] = [
    None,
    "undo",
    [],
    {},
    {"action": "undo"},
    {"action": "nuke", "subject": "1"},
]


@pytest.mark.parametrize("data", [*FOREIGN_DATA, {"action": ["undo"], "subject": "1" * 200}])
def test_data_of_a_foreign_button_does_nothing(quiet: TeamsHouse, data: Any) -> None:
    value = {"action": {"type": "Action.Execute", "data": data}}
    for kind, sent in (("invoke", value), ("invoke", data), ("message", data or {"x": 1})):
        body = quiet.chat.message("ana", "", "direct") | {"type": kind, "value": sent}
        body["name"] = "adaptiveCard/action"
        assert quiet.chat.deliver(body).status_code == 200
    assert quiet.door.heard == []


def test_another_tenant_gets_403_and_leaves_nothing(house: TeamsHouse) -> None:
    house.door.noted.clear()
    body = house.chat.message("ana", "glitter @bo hello")
    body["channelData"] = {"tenant": {"id": "7f3c1a52-0000-4000-8000-00000000ffff"}}
    answer = house.post(body, authorization=f"Bearer {house.service.sign()}")
    assert answer.status_code == 403
    assert (house.door.heard, house.door.noted) == ([], [])


def test_the_tenant_of_the_conversation_serves_where_no_other_is_named(house: TeamsHouse) -> None:
    body = house.chat.message("ana", "glitter help")
    del body["channelData"]
    house.chat.deliver(body)
    assert house.said[0].workspace_id == WORKSPACE


BODIES: dict[str, tuple[bytes, int]] = {
    "not JSON": (b"{", 400),
    "a list": (b"[]", 400),
    "a word": (b'"hello"', 400),
    "not UTF-8": (b"\xff\xfe{}", 400),
    "nested deeply": (b"[" * 100_000, 400),
    "nothing": (b"", 400),
    "over 1 MiB": (b" " * (1024 * 1024 + 1), 413),
}


@pytest.mark.parametrize(("body", "status"), BODIES.values(), ids=BODIES)
def test_a_malformed_body_is_refused_after_its_token(
    quiet: TeamsHouse, body: bytes, status: int
) -> None:
    token = f"Bearer {quiet.service.sign()}"
    assert quiet.post(content=body, authorization=token).status_code == status
    assert quiet.post(content=body, authorization="Bearer forged").status_code == 401


ODD: dict[str, dict[str, Any]] = {
    "unknown type": {"type": "somethingNew"},
    "no type": {"type": None},
    "typing": {"type": "typing"},
    "reaction": {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
    "edited": {"type": "messageUpdate"},
    "unknown invoke": {"type": "invoke", "name": "task/fetch", "value": {}},
    "no sender": {"from": None},
    "sender a list": {"from": [1]},
    "no conversation": {"conversation": None},
    "no recipient": {"recipient": None},
    "text a number": {"text": 7},
    "entities a word": {"entities": "mention"},
    "entities of odd things": {"entities": [1, {"type": "mention", "text": 7}, {"type": []}]},
    "a bad date": {"timestamp": "yesterday"},
    "lone surrogate": {"text": "glitter \ud800"},
    "from a bot": {"from": {"id": "28:other", "name": "Other"}},
    "members odd": {"type": "conversationUpdate", "membersAdded": [{"id": 7}, "x", {}]},
}


@pytest.mark.parametrize("changed", ODD.values(), ids=ODD)
def test_an_odd_activity_is_acknowledged(quiet: TeamsHouse, changed: dict[str, Any]) -> None:
    body = quiet.chat.message("ana", "glitter help") | changed
    token = f"Bearer {quiet.service.sign()}"
    sent = json.dumps(body).encode()
    assert quiet.post(content=sent, authorization=token).status_code == 200


def test_a_turn_that_breaks_is_acknowledged_and_the_next_one_works(house: TeamsHouse) -> None:
    house.door.breaks = ZeroDivisionError()
    house.chat.deliver(house.chat.message("ana", "glitter help"))
    house.door.breaks = None
    house.chat.deliver(house.chat.message("ana", "glitter help"))
    assert len(house.said) == 1


@pytest.mark.parametrize("takes_asides", [True, False])
def test_without_a_memory_the_refusal_is_told_all_the_same(
    chat: TeamsChat, takes_asides: bool
) -> None:
    chat.join("ana", "Ana Åberg")
    chat.channel("general").takes_asides = takes_asides
    with TeamsHouse(chat) as house:
        house.door.says = Notice("not-recorded", draft="well done")
        house.door.forgetful = True
        chat.deliver(chat.message("ana", f"{BOT_AT} glitter @ana well done"))
    [shown] = chat.asides("ana") if takes_asides else chat.direct("ana")
    assert shown.text.startswith("Not recorded")
