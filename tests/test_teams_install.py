"""What Teams tells by the way: who installed the bot, and how places are reached."""

import json
from collections.abc import Callable, Iterator

import pytest

from adapters.teams import listen
from bot.heard import ActionName, Installed, PeopleSeen, PlaceSeen, Served
from bot.model import Place, Profile, Standing
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_service import BOT_ID, TENANT
from tests.product import Running

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


def test_a_team_that_adds_the_bot_once_more_is_noted_once_more(house: TeamsHouse) -> None:
    house.door.noted.clear()
    again = house.chat.message("ana", "") | {"type": "installationUpdate", "action": "add"}
    house.chat.deliver(again)
    assert "19:general@thread.tacv2" in channels(house)


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
        assert kinds == {Served, Installed, PlaceSeen}


# ---------------------------------------------------------------- the home card


def test_whoever_gets_the_bot_is_shown_their_home_card(house: TeamsHouse) -> None:
    house.chat.install_for("bo")
    [opened] = house.pressed
    assert (opened.name, opened.speaker.account) == (ActionName.HOME, "29:bo")
    assert opened.reply_to == opened.place == Place.direct("29:bo", opened.place.address)


def test_an_upgrade_and_an_installation_for_a_team_show_no_home_card(house: TeamsHouse) -> None:
    house.chat.install_for("bo", "add-upgrade")
    house.chat.install_for("bo", "remove")
    in_team = house.chat.message("ana", "") | {"type": "installationUpdate", "action": "add"}
    house.chat.deliver(in_team)
    assert house.pressed == []


def test_where_the_memory_is_away_nobody_is_told_unasked(house: TeamsHouse) -> None:
    house.door.forgetful = True
    house.chat.install_for("bo")
    house.settle()
    assert house.chat.direct("bo") == []


def test_the_home_card_holds_what_was_given_before(
    chat: TeamsChat, start: Callable[..., Running], database_file: str
) -> None:
    chat.join("ana", "Ana Åberg")
    chat.join("bo", "Bo Berg")
    product = start(chat, DATABASE_URL=database_file)
    chat.say("ana", "/glitter @bo the calm release")
    chat.install_for("bo")
    product.settle()
    card = chat.direct("bo")[-1]
    assert "the calm release" in card.text
    assert {ActionName.GIVE, ActionName.GIVE_CACTUS, ActionName.MY_SETTINGS} <= set(card.buttons)


def test_glitter_for_somebody_without_the_app_comes_with_it(
    chat: TeamsChat, start: Callable[..., Running], database_file: str
) -> None:
    chat.join("ana", "Ana Åberg")
    chat.join("bo", "Bo Berg")
    product = start(chat, DATABASE_URL=database_file)
    chats_bo = chat.service.personal(chat.someone("bo").id)
    chats_bo.forbidden = True
    told = chat.say("ana", "/glitter @bo the calm release", place="direct")
    assert "could not reach Bo Berg" in told.text
    chats_bo.forbidden = False
    for _ in range(2):
        chat.install_for("bo")
        product.settle()
    received = [one for one in chat.direct("bo") if "the calm release" in one.text]
    assert [one.buttons == {} for one in received] == [True, False, False]  # then two home cards


# ---------------------------------------------------------------- channels


TILLS = "19:tills@thread.tacv2"


def channels(house: TeamsHouse) -> dict[str, str]:
    noted = [one.place for one in house.door.noted if isinstance(one, PlaceSeen)]
    return {place.id: place.name for place in noted if place.id.startswith("19:")}


def test_every_channel_of_the_team_is_known_from_the_beginning(chat: TeamsChat) -> None:
    chat.join("ana", "Ana Åberg")
    chat.service.channels = [{"id": TILLS, "name": "Tills"}, {"id": 7}, {"name": "nowhere"}]
    with TeamsHouse(chat) as house:
        assert channels(house) == {"19:general@thread.tacv2": "general", TILLS: "Tills"}
        [tills] = [
            one.place
            for one in house.door.noted
            if isinstance(one, PlaceSeen) and one.place.id == TILLS
        ]
        assert json.loads(tills.address)["conversationId"] == TILLS


def test_without_an_answer_about_channels_the_bot_is_installed_all_the_same(
    chat: TeamsChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.join("ana", "Ana Åberg")
    monkeypatch.setattr(listen, "BEFORE", 0.05)
    chat.service.hangs = True
    with TeamsHouse(chat) as house:
        assert channels(house) == {"19:general@thread.tacv2": "general"}


@pytest.mark.parametrize("event", ["channelCreated", "channelRenamed"])
def test_what_happens_to_a_channel_is_told_in_another_and_changes_its_own_name(
    house: TeamsHouse, event: str
) -> None:
    house.door.noted.clear()
    body = house.chat.message("ana", "") | {"type": "conversationUpdate"}
    body["channelData"] |= {"eventType": event, "channel": {"id": TILLS, "name": "The tills"}}
    house.chat.deliver(body)
    assert channels(house) == {TILLS: "The tills"}
