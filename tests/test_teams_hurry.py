"""Teams is answered in time, whatever its connector does."""

from collections.abc import Iterator
from typing import Any

import pytest

from adapters.teams import dialogs, listen, people
from tests.drivers.teams import TEAM, TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_samples import HAND_OVER

STRANGERS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(3)]


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[TeamsHouse]:
    """The connector hangs; nobody would notice for a minute, were it not for the turn's own end."""
    monkeypatch.setattr(people, "PATIENCE", 60.0)
    monkeypatch.setattr(listen, "BEFORE", 0.05)
    for module in (listen, dialogs):
        monkeypatch.setattr(module, "BEHIND", 0.1)
    with TeamsChat() as chat:
        chat.join("ana", "Ana Åberg")
        with TeamsHouse(chat) as house:
            house.service.hangs = True
            yield house


def test_there_is_time_left_for_the_door() -> None:
    assert people.BEFORE + 1 <= people.BEHIND < 2


def test_a_dialog_opens_where_nobody_can_be_asked_about(house: TeamsHouse) -> None:
    said = {"user": {"id": STRANGERS[0], "displayName": "?"}}
    value = {"commandId": "give-glitter", "messagePayload": {"from": said}}
    house.chat.invoke("ana", "composeExtension/fetchTask", value, house.chat.channel("elsewhere"))
    assert house.pressed[0].fields == {}


@pytest.mark.parametrize("name", ["task/submit", "adaptiveCard/action"])
def test_a_form_is_answered_that_names_people_nobody_can_be_asked_about(
    house: TeamsHouse, name: str
) -> None:
    house.door.says = HAND_OVER
    data = {"action": "submit", "subject": "2", "form": "hand-over", "draft": "d"}
    data["people-heir"] = ",".join(STRANGERS)
    value: dict[str, Any] = {"data": data, "action": {"data": data}}
    assert house.chat.invoke("ana", name, value, house.chat.channel(TEAM))
    assert set(house.pressed[0].fields["heir"]) == {","}


def test_newcomers_are_noted_by_the_names_that_came_along(house: TeamsHouse) -> None:
    added = [{"id": f"29:{number}", "name": f"Nina {number}"} for number in range(3)]
    body = house.chat.message("ana", "")
    house.chat.deliver({**body, "type": "conversationUpdate", "membersAdded": added})
    told = [one for noted in house.door.noted for one in getattr(noted, "profiles", ())]
    assert {"Nina 0", "Nina 1", "Nina 2"} <= {one.name for one in told}
