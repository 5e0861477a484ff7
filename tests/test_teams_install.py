"""What Teams tells by the way: who installed the bot, and how places are reached."""

import json
from collections.abc import Iterator

import pytest

from bot.heard import Installed, PeopleSeen, PlaceSeen
from bot.model import Profile, Standing
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_service import BOT_ID, TENANT

WORKSPACE = f"teams:{TENANT}"


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


def test_installation_tells_who_installed_where_to_post_and_how_to_reach_it(
    house: TeamsHouse,
) -> None:
    team = "19:general@thread.tacv2"
    installed = [one for one in house.door.noted if isinstance(one, Installed)]
    assert (
        Installed(
            WORKSPACE,
            installer="29:ana",
            address=installed[0].address,
            highlights_channel=f"channel:{team}",
        )
        in installed
    )
    assert json.loads(installed[0].address) == {
        "serviceUrl": house.service.service_url,
        "botId": BOT_ID,
        "tenantId": TENANT,
    }
    places = {one.place.key: one.place for one in house.door.noted if isinstance(one, PlaceSeen)}
    assert set(places) == {f"channel:{team}", "direct:29:ana", "direct:29:bo"}
    assert json.loads(places["direct:29:bo"].address)["conversationId"] == "a:bo"
    assert json.loads(places[f"channel:{team}"].address)["conversationId"] == team


def test_a_personal_installation_names_no_installer(house: TeamsHouse) -> None:
    house.door.noted.clear()
    house.chat.join("cay", "Cay")
    installed = [one for one in house.door.noted if isinstance(one, Installed)]
    assert [one.installer for one in installed] == [None]
    assert (
        PeopleSeen(WORKSPACE, (Profile("29:cay", "Cay", standing=Standing.ACTIVE),))
        in house.door.noted
    )


def test_leaving_one_team_uninstalls_nothing(house: TeamsHouse) -> None:
    house.door.noted.clear()
    gone = house.chat.message("ana", "") | {"type": "installationUpdate", "action": "remove"}
    house.chat.deliver(gone)
    left = house.chat.message("ana", "") | {
        "type": "conversationUpdate",
        "membersRemoved": [{"id": BOT_ID}],
    }
    house.chat.deliver(left)
    assert house.door.noted == []


def test_a_known_place_is_noted_once(house: TeamsHouse) -> None:
    house.chat.say("ana", "/glitter help")
    before = len(house.door.noted)
    for _ in range(3):
        house.chat.say("ana", "/glitter help")
        house.chat.say("bo", "glitter help", place="direct")
    assert len(house.door.noted) == before


def test_a_place_that_moved_is_noted_again(house: TeamsHouse) -> None:
    house.door.noted.clear()
    moved = f"{house.service.url}/emea/"
    body = house.chat.message("ana", "glitter help", "direct") | {"serviceUrl": moved}
    house.chat.deliver(body, token=house.service.sign(serviceurl=moved))
    [seen] = house.door.noted
    assert isinstance(seen, PlaceSeen)
    assert json.loads(seen.place.address)["serviceUrl"] == moved


def test_a_place_that_could_not_be_noted_is_noted_next_time(chat: TeamsChat) -> None:
    with TeamsHouse(chat) as house:
        house.door.forgetful = True
        chat.join("ana", "Ana Åberg")
        house.door.forgetful = False
        chat.say("ana", "glitter help", place="direct")
        kinds = {type(one) for one in house.door.noted}
        assert kinds == {Installed, PlaceSeen}
