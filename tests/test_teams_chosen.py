"""Who is meant by somebody whom a form names."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from adapters.teams.directory import Directory
from bot.messages import Field, FieldKind
from bot.model import Place
from tests.drivers.teams_filling import ana_and_bo, open_case
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_samples import NEW
from tests.drivers.teams_service import TENANT, Fault

CAY = {
    "id": "29:cay",
    "name": "Cay Falk",
    "tenantId": TENANT,
}
HERE = Place.direct("29:bo")
CAYS_ID = "5b0c2a1e-0000-4000-8000-00000000ca11"


@pytest.fixture
def house() -> Iterator[TeamsHouse]:
    with ana_and_bo() as house:
        yield house


def chosen(house: TeamsHouse, id: str, place: Place = HERE) -> str:
    """What becomes of somebody whom the people picker tells."""
    return house.run(house.edge._people.account(house.chat.workspace_id, place, id))


def restart(house: TeamsHouse) -> None:
    """What was in memory is gone."""
    house.edge._people.directory = Directory()


def test_whoever_has_spoken_is_known_by_their_object_id(house: TeamsHouse) -> None:
    restart(house)
    house.chat.say("ana", "/glitter help")
    before = len(house.service.connector_calls)
    [ana] = [one for id, one in house.service.people.items() if id == "29:ana"]
    assert chosen(house, ana["aadObjectId"].upper()) == "29:ana"
    assert len(house.service.connector_calls) == before


@pytest.mark.parametrize("told", [{"aadObjectId": CAYS_ID}, {"objectId": CAYS_ID.upper()}])
def test_a_colleague_never_seen_is_asked_for_once(house: TeamsHouse, told: dict[str, str]) -> None:
    house.service.people["29:cay"] = {**CAY, **told}
    form = open_case(house)
    form.handle.values["person-heir"] = CAYS_ID
    for _ in range(2):
        house.chat.fill("bo", form, note="you know it")
        assert house.pressed[-1].fields["heir"] == "29:cay"
    asked = [call for call in house.service.connector_calls if "/a:cay/members/" in call.path]
    assert len(asked) == 1


def test_nobody_is_guessed(house: TeamsHouse) -> None:
    assert chosen(house, CAYS_ID) == ""
    assert chosen(house, CAYS_ID, Place.channel("19:general@thread.tacv2")) == ""
    assert chosen(house, "Cay Falk") == ""
    house.service.people["29:cay"] = {**CAY, "aadObjectId": CAYS_ID}
    house.service.faults += [Fault(500)]
    assert chosen(house, CAYS_ID) == ""
    assert chosen(house, CAYS_ID) == "29:cay"


def test_a_form_knows_the_name_of_somebody_never_seen(house: TeamsHouse) -> None:
    house.service.people["29:cay"] = CAY
    who = Field("who", FieldKind.PERSON, "29:cay")
    house.door.says = replace(NEW, fields=(who, *NEW.fields[1:]))
    house.chat.say("ana", "/cactus")
    [standing] = house.service.personal("29:ana").messages.values()
    [picker] = [one for one in standing["attachments"][0]["content"]["body"] if "choices" in one]
    assert picker["choices"] == [{"title": "Cay Falk", "value": "29:cay"}]
