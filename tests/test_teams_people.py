"""Who somebody is, asked of the connector."""

from collections.abc import Iterator

import pytest

from adapters.teams.address import Address
from bot.model import Place, Profile, Standing
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_service import BOT_ID, TENANT, Fault

WORKSPACE = f"teams:{TENANT}"
GENERAL = "19:general@thread.tacv2"


def address(house: TeamsHouse, conversation: str = GENERAL) -> str:
    return Address(house.service.service_url, BOT_ID, TENANT, conversation).text


@pytest.fixture
def town() -> Iterator[TeamsHouse]:
    """A team with colleagues, a guest of another tenant, a bot, and a closed account."""
    with TeamsChat() as chat:
        chat.join("ana", "Ana Åberg")
        chat.join("bo", "Bo Berg")
        chat.join("gus", "Gus", standing=Standing.STRANGER)
        chat.join("robo", "Robo", standing=Standing.BOT)
        chat.join("zed", "Zed", standing=Standing.DEACTIVATED)
        with TeamsHouse(chat) as house:
            yield house


EVERYBODY = {
    "29:ana": Profile("29:ana", "Ana Åberg", standing=Standing.ACTIVE),
    "29:bo": Profile("29:bo", "Bo Berg", standing=Standing.ACTIVE),
    "29:gus": Profile("29:gus", "Gus", standing=Standing.STRANGER),
    "28:robo": Profile("28:robo", "Robo", standing=Standing.BOT),
}


def test_profiles_are_asked_of_the_conversation(town: TeamsHouse) -> None:
    place = Place.channel(GENERAL, address=address(town))
    accounts = ["29:ana", "29:gus", "28:robo"]
    found = town.run(town.edge.platform.profiles(WORKSPACE, place, accounts))
    assert {one.account: one.standing for one in found} == {
        "29:ana": Standing.ACTIVE,
        "29:gus": Standing.STRANGER,
        "28:robo": Standing.BOT,
    }


def test_whoever_is_not_in_the_channel_is_asked_for_in_their_own_chat(town: TeamsHouse) -> None:
    cay = {"id": "29:cay", "name": "Cay", "tenantId": TENANT}
    town.service.people["29:cay"] = cay
    for place in (
        Place.channel(GENERAL, address=address(town)),
        Place.direct("29:ana", address(town, "a:ana")),
    ):
        found = town.run(town.edge.platform.profiles(WORKSPACE, place, ["29:cay"]))
        assert found == [Profile("29:cay", "Cay", standing=Standing.ACTIVE)]


def test_whoever_can_be_reached_nowhere_has_no_account_any_more(town: TeamsHouse) -> None:
    channel = Place.channel(GENERAL, address=address(town))
    found = town.run(town.edge.platform.profiles(WORKSPACE, channel, ["29:zed"]))
    assert found == [Profile("29:zed", standing=Standing.DEACTIVATED)]
    chat = Place.direct("29:ana", address(town, "a:ana"))
    assert town.run(town.edge.platform.profiles(WORKSPACE, chat, ["29:zed"])) == []


@pytest.mark.parametrize(
    "member",
    [
        {"userRole": "guest"},
        {"userPrincipalName": "gus_x#EXT#@here.example"},
        {"userRole": "anonymous"},
    ],
    ids=repr,
)
def test_a_guest_is_a_stranger(town: TeamsHouse, member: dict[str, str]) -> None:
    place = Place.channel(GENERAL, address=address(town))
    guest = {"id": "29:guest", "name": "Guest", "tenantId": TENANT, **member}
    town.chat.channel("general").members["29:guest"] = guest
    [found] = town.run(town.edge.platform.profiles(WORKSPACE, place, ["29:guest"]))
    assert found.standing is Standing.STRANGER


def test_a_place_without_an_address_is_asked_where_the_workspace_was_heard(
    town: TeamsHouse,
) -> None:
    place = Place.channel(GENERAL)
    [found] = town.run(town.edge.platform.profiles(WORKSPACE, place, ["29:bo"]))
    assert found.standing is Standing.ACTIVE


def test_the_roster_names_everybody_once_however_many_pages(town: TeamsHouse) -> None:
    cay = {"id": "29:cay", "name": "Cay", "tenantId": TENANT}
    town.service.people["29:cay"] = cay
    town.service.personal("29:cay")
    places = [
        Place.channel(GENERAL, address=address(town)),
        Place.channel(GENERAL, address=address(town)),
        Place.channel("19:gone@thread.tacv2", address=address(town, "19:gone@thread.tacv2")),
        Place.direct("29:ana", address(town, "a:ana")),
        Place.direct("29:cay", address(town, "a:cay")),
    ]
    found = town.run(town.edge.platform.roster(WORKSPACE, places))
    assert len(found) == 5
    assert {one.account: one for one in found} == EVERYBODY | {
        "29:cay": Profile("29:cay", "Cay", standing=Standing.ACTIVE)
    }


def test_a_connector_in_trouble_leaves_people_unknown(town: TeamsHouse) -> None:
    place = Place.channel(GENERAL, address=address(town))
    town.service.faults += [Fault(500), Fault(cut=True), Fault(cut=True)]
    for _ in range(2):
        assert town.run(town.edge.platform.profiles(WORKSPACE, place, ["29:bo"])) == []
