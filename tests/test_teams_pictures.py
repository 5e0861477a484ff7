"""The picture of the week on Teams: inside its card, described, and never in the way."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import structlog

from adapters import chart
from adapters.teams.address import Address
from adapters.teams.render import MAX_SIZE
from bot.messages import Delivery, HighlightEntry, Message, Person, Quote
from bot.model import Place, Reader, Verb
from bot.outcomes import Sent
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_samples import highlights
from tests.drivers.teams_service import BOT_ID, TENANT

GENERAL = "19:general@thread.tacv2"
COUNTS = (3, 5, 8, 2, 9, 14, 6, 7, 9, 12, 4, 20)
ENTRY = HighlightEntry(Person("Bo Berg"), (Quote(Person("Ana Åberg"), "so calm"),))
WEEK = highlights(ENTRY, chart=COUNTS)
TOLD = "äldst först: 3, 5, 8, 2, 9, 14, 6, 7, 9, 12, 4 och 20"


@pytest.fixture
def house() -> Iterator[TeamsHouse]:
    with TeamsChat() as chat:
        chat.join("ana", "Ana Åberg")
        with TeamsHouse(chat) as house:
            house.chat.channel("general")
            yield house


def post(house: TeamsHouse, message: Message = WEEK, **more: Any) -> Sent:
    address = Address(house.service.service_url, BOT_ID, TENANT, GENERAL).text
    place = Place.channel(GENERAL, address=address)
    swedish = Reader("sv", "Europe/Stockholm")
    owed = {"verb": Verb.POST, "message": message, "reader": swedish, **more}
    outcome = house.run(house.edge.platform.send(Delivery(1, f"teams:{TENANT}", place, **owed)))
    assert isinstance(outcome, Sent)
    return outcome


def images(house: TeamsHouse) -> list[dict[str, Any]]:
    [activity] = house.chat.channel("general").messages.values()
    [attachment] = activity["attachments"]
    return [one for one in attachment["content"]["body"] if one["type"] == "Image"]


def test_it_stands_in_the_card_with_words_for_those_who_do_not_see_it(house: TeamsHouse) -> None:
    sent = post(house)
    [image] = images(house)
    assert TOLD in image["altText"]
    _, _, png = image["url"].partition("base64,")
    assert base64.b64decode(png, validate=True).startswith(b"\x89PNG")
    post(house, verb=Verb.EDIT, target_ref=sent.ref)
    assert len(images(house)) == 1
    assert "so calm" in house.chat.posted()[0].text


def test_it_stands_above_the_number_of_the_page(house: TeamsHouse) -> None:
    post(house, replace(WEEK, pages=3))
    [activity] = house.chat.channel("general").messages.values()
    *_, shown, page = activity["attachments"][0]["content"]["body"]
    assert shown["type"] == "Image"
    assert "1 av 3" in page["inlines"][0]["text"]


def test_a_message_without_one_has_none(house: TeamsHouse) -> None:
    post(house, highlights(ENTRY))
    assert images(house) == []


def test_what_cannot_be_drawn_is_left_out(
    house: TeamsHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart, "_weeks", lambda *_: 1 / 0)
    post(house)
    assert images(house) == []
    assert "so calm" in house.chat.posted()[0].text


def test_a_page_that_is_full_goes_without(house: TeamsHouse) -> None:
    reason = "så lugn och vänlig " * 6
    full = tuple(
        HighlightEntry(Person("Å" * 80), (Quote(Person("Ö" * 80), reason),) * 5) for _ in range(20)
    )
    with structlog.testing.capture_logs() as logs:
        post(house, highlights(*full, chart=COUNTS))
    assert "teams_picture_too_big" in [line["event"] for line in logs]
    assert images(house) == []
    longest = max(len(call.body.encode("utf-16-le")) for call in house.service.connector_calls)
    assert longest <= MAX_SIZE
