"""HR's file on Teams: asked for first, and put nowhere but into their OneDrive."""

from collections.abc import Callable, Iterator

import pytest

from adapters.shelf import Shelf
from adapters.teams import consent
from adapters.teams.consent import Uploads
from adapters.teams.http import Http
from adapters.teams.trust import ServiceUrls
from bot.model import Duty
from tests.drivers.teams import TeamsChat
from tests.product import Running
from tests.test_cases import give_duty


@pytest.fixture
def chat() -> Iterator[TeamsChat]:
    with TeamsChat() as teams:
        teams.join("hanna", "Hanna Rask")
        teams.join("noor", "Noor Aziz")
        yield teams


@pytest.fixture
def house(chat: TeamsChat, start: Callable[..., Running], database_file: str) -> Running:
    """Hanna is HR, and is asked whether her file may come."""
    running = start(chat, DATABASE_URL=database_file)
    for who in ("hanna", "noor"):
        chat.say(who, "/glitter me")
    chat.say("noor", "/glitter @hanna found the balsamico for a customer")
    give_duty(running, chat, "hanna", Duty.HR)
    chat.say("hanna", "/glitter export")
    running.settle()
    return running


def offer(chat: TeamsChat) -> str:
    (activity,) = chat._offers("hanna")
    return activity


def newest(chat: TeamsChat, who: str = "hanna") -> str:
    return chat.direct(who)[-1].text


def test_a_file_that_is_not_wanted_stays_here(chat: TeamsChat, house: Running) -> None:
    chat.consent("hanna", offer(chat), "decline")
    assert "I keep the file to myself" in newest(chat)
    assert chat.service.drive == {}


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/drive/x",
        "https://kaktus.sharepoint.com.evil.example/x",
        "https://kaktus.sharepoint.com@evil.example/x",
        "http://kaktus.sharepoint.com/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_a_file_goes_to_no_other_place(chat: TeamsChat, house: Running, url: str) -> None:
    chat.consent("hanna", offer(chat), uploadUrl=url)
    assert "could not be put into your OneDrive" in newest(chat)


def test_microsofts_own_places_are_known() -> None:
    uploads = Uploads(Http(), ServiceUrls(()), Shelf())
    assert uploads._may_go_to("https://kaktus-my.sharepoint.com/personal/x?tempauth=y")
    assert not uploads._may_go_to("https://kaktus-my.sharepoint.com:8443/x")


def test_a_large_file_goes_in_pieces(
    chat: TeamsChat, house: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consent, "_PIECE", 100)
    ((_, content),) = chat.files("hanna").items()
    assert content.startswith(b"\xef\xbb\xbfaward_id,")
    pieces = [call for call in chat.service.journal if call.path.startswith("/drive/")]
    assert len(pieces) == -(-len(content) // 100)


def test_an_old_card_of_somebody_who_is_hr_no_more_brings_nothing(
    chat: TeamsChat, house: Running
) -> None:
    def demote(unit):  # type: ignore[no-untyped-def]
        (hanna,) = unit.members.with_duty(chat.workspace_id, Duty.HR)
        unit.members.take_duty(hanna.id, Duty.HR)

    house.ask(demote)
    chat.consent("hanna", offer(chat))
    assert "people with the HR role" in newest(chat)
    assert chat.service.drive == {}


def test_a_file_that_is_gone_is_said_to_be(chat: TeamsChat, house: Running) -> None:
    house.later(minutes=61)
    chat.consent("hanna", offer(chat))
    assert "could not be put into your OneDrive" in newest(chat)
