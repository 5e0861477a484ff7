"""What becomes of a delivery, and of a question about people, at the connector."""

import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from adapters.teams import connector
from adapters.teams.address import Address
from adapters.teams.send import thread_of
from bot.messages import AwardPosted, Delivery, Person
from bot.model import Place, Reader, Verb
from bot.outcomes import Again, Blocked, Outcome, Rejected, Revoked, Sent, Uncertain
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_service import BOT_ID, TENANT, Fault
from tests.drivers.teams_someone import OTHER_TENANT

WORKSPACE = f"teams:{TENANT}"
GENERAL = "19:general@thread.tacv2"
AWARD = AwardPosted(1, Person("Ana Åberg", "29:ana"), (Person("Bo Berg", "29:bo"),), "so calm")


@pytest.fixture(scope="module")
def house() -> Iterator[TeamsHouse]:
    with TeamsChat() as chat:
        chat.join("ana", "Ana Åberg")
        chat.join("bo", "Bo Berg")
        with TeamsHouse(chat) as house:
            yield house


@pytest.fixture(autouse=True)
def clean(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "house" in request.fixturenames:
        house = request.getfixturevalue("house")
        house.service.faults.clear()
        house.chat.channel("general").messages.clear()


def address(house: TeamsHouse, conversation: str = GENERAL, **changed: str) -> str:
    facts = {"service_url": house.service.service_url, "bot_id": BOT_ID, "tenant_id": TENANT}
    return Address(**{**facts, **changed}, conversation_id=conversation).text


def delivery(house: TeamsHouse, **changed: Any) -> Delivery:
    facts: dict[str, Any] = {
        "id": 1,
        "workspace_id": WORKSPACE,
        "place": Place.channel(GENERAL, address=address(house)),
        "verb": Verb.POST,
        "message": AWARD,
        "reader": Reader("en", "Europe/Stockholm"),
        **changed,
    }
    return Delivery(**facts)


def send(house: TeamsHouse, **changed: Any) -> Outcome:
    return house.run(house.edge.platform.send(delivery(house, **changed)))


def test_a_reply_stands_in_the_chain_of_what_it_answers_and_can_be_edited(
    house: TeamsHouse,
) -> None:
    first = send(house)
    assert isinstance(first, Sent)
    reply = send(house, target_ref=first.ref, is_reply=True)
    assert isinstance(reply, Sent)
    answers = house.chat.channel("general").answers
    root, below = (ref.rpartition("|")[2] for ref in (first.ref, reply.ref))
    assert (answers[root], answers[below]) == ("", root)
    assert send(house, verb=Verb.EDIT, target_ref=reply.ref) == Sent(reply.ref)


def test_a_reply_in_a_chat_without_threads_stands_in_the_chat() -> None:
    assert thread_of("a:ana|1700") == "a:ana"
    assert thread_of("19:x@thread.tacv2|1700") == "19:x@thread.tacv2;messageid=1700"


def test_a_post_stands_in_the_channel_and_can_be_edited_and_deleted(house: TeamsHouse) -> None:
    posted = send(house)
    assert isinstance(posted, Sent)
    [shown] = house.chat.posted()
    assert posted.ref == shown.ref
    assert shown.mentions == {"bo"}
    assert shown.text == "✨ Glitter\nAna Åberg gave glitter to @bo\nso calm"
    changed = AwardPosted(1, AWARD.giver, AWARD.receivers, "so very calm")
    edited = send(house, verb=Verb.EDIT, target_ref=posted.ref, message=changed)
    assert edited == Sent(posted.ref)
    assert house.chat.posted()[0].text.endswith("so very calm")
    deletion: dict[str, Any] = {"verb": Verb.DELETE, "target_ref": posted.ref, "message": None}
    assert send(house, **deletion) == Sent(posted.ref)
    assert house.chat.posted() == []
    assert send(house, **deletion) == Sent(posted.ref)


def test_an_aside_is_shown_to_one_member_and_can_be_edited_and_deleted(house: TeamsHouse) -> None:
    here = {"place": Place.aside(GENERAL, "29:bo"), "workspace_address": address(house, "")}
    said = send(house, **here)
    assert isinstance(said, Sent)
    assert [one.ref for one in house.chat.asides("bo")] == [said.ref]
    assert house.chat.asides("ana") == house.chat.posted() == []
    target: dict[str, Any] = {**here, "target_ref": said.ref}
    assert send(house, verb=Verb.EDIT, **target) == Sent(said.ref)
    assert send(house, verb=Verb.DELETE, **target) == Sent(said.ref)
    assert house.chat.asides("bo") == []


def test_an_aside_to_somebody_who_is_not_there_is_blocked(house: TeamsHouse) -> None:
    place = Place.aside(GENERAL, "29:nobody")
    outcome = send(house, place=place, workspace_address=address(house, ""))
    assert outcome == Blocked("BadRecipient")


def test_a_member_is_reached_for_the_first_time_through_the_workspace(house: TeamsHouse) -> None:
    sent = send(house, place=Place.direct("29:bo"), workspace_address=address(house, ""))
    assert isinstance(sent, Sent)
    assert Address.read(sent.address) == Address(house.service.service_url, BOT_ID, TENANT, "a:bo")
    assert len(house.chat.direct("bo")) == 1
    again = send(house, place=Place.direct("29:bo", sent.address))
    assert isinstance(again, Sent)
    assert again.address == ""


def test_a_channel_is_reached_through_the_workspace_alone(house: TeamsHouse) -> None:
    sent = send(house, place=Place.channel(GENERAL), workspace_address=address(house, ""))
    assert isinstance(sent, Sent)
    assert len(house.chat.posted()) == 1


WAIT = {"Retry-After": "17"}
FAULTS: dict[str, tuple[Fault, Outcome]] = {
    "too many": (Fault(429, WAIT, "Throttled"), Again("Throttled", timedelta(seconds=17))),
    "too many, no hint": (Fault(429), Again("http-429")),
    "too many, odd hint": (Fault(429, {"Retry-After": "soon"}), Again("http-429")),
    "precondition": (Fault(412), Uncertain("http-412")),
    "broken": (Fault(500), Uncertain("http-500")),
    "bad gateway": (Fault(502), Uncertain("http-502")),
    "unavailable": (Fault(503), Uncertain("http-503")),
    "gateway timeout": (Fault(504), Uncertain("http-504")),
    "cut before": (Fault(cut=True), Uncertain("cut")),
    "cut after": (Fault(cut=True, delivered=True), Uncertain("cut")),
    "502 after": (Fault(502, delivered=True), Uncertain("http-502")),
    "writes blocked": (
        Fault(403, code="MessageWritesBlocked"),
        Blocked("MessageWritesBlocked"),
    ),
    "conversation gone": (Fault(404, code="ConversationNotFound"), Blocked("ConversationNotFound")),
    "too big": (Fault(413, code="MessageSizeTooBig"), Rejected("MessageSizeTooBig")),
    "bad syntax": (Fault(400, code="BadSyntax"), Rejected("BadSyntax")),
    "a code that is a text": (Fault(400, code="<b>Ana said…</b>"), Rejected("http-400")),
    "token not taken": (Fault(401), Again("http-401")),
    "redirected": (
        Fault(302, {"Location": "http://127.0.0.1:1/steal"}),
        Blocked("redirected"),
    ),
}


@pytest.mark.parametrize(("fault", "outcome"), FAULTS.values(), ids=FAULTS)
def test_each_fault_has_its_outcome_and_is_met_once(
    house: TeamsHouse, fault: Fault, outcome: Outcome
) -> None:
    house.service.faults.append(fault)
    before = len(house.service.connector_calls)
    assert send(house) == outcome
    assert len(house.service.connector_calls) == before + 1
    assert len(house.chat.posted()) == fault.delivered


@pytest.mark.parametrize("verb", [Verb.EDIT, Verb.DELETE])
@pytest.mark.parametrize("fault", [Fault(502), Fault(cut=True), Fault(412)], ids=repr)
def test_what_does_no_harm_twice_is_tried_again(
    house: TeamsHouse, verb: Verb, fault: Fault
) -> None:
    # aiohttp itself repeats an idempotent request once when a kept connection was cut.
    house.service.faults += [fault] * 2
    assert isinstance(send(house, verb=verb, target_ref=f"{GENERAL}|1"), Again)


def test_a_conversation_that_could_not_be_opened_is_tried_again(house: TeamsHouse) -> None:
    house.service.faults.append(Fault(504))
    outcome = send(house, place=Place.direct("29:bo"), workspace_address=address(house, ""))
    assert outcome == Again("http-504")


def test_whoever_has_not_installed_the_bot_is_blocked(house: TeamsHouse) -> None:
    outcome = send(house, place=Place.direct("29:nobody"), workspace_address=address(house, ""))
    assert outcome == Blocked("MessageWritesBlocked")


def test_a_forbidden_channel_is_blocked(house: TeamsHouse) -> None:
    house.chat.forbid("secret")
    secret = "19:secret@thread.tacv2"
    outcome = send(house, place=Place.channel(secret, address=address(house, secret)))
    assert outcome == Blocked("BotNotInConversationRoster")


def test_a_refused_connection_never_arrived(house: TeamsHouse) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with TeamsChat() as chat, TeamsHouse(chat, service_urls=(nowhere,)) as other:
        place = Place.channel(GENERAL, address=address(house, service_url=f"{nowhere}/teams/"))
        assert send(other, place=place) == Again("unreachable")


def test_a_connector_that_hangs_is_uncertain(
    house: TeamsHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connector, "TIMEOUT", 0.1)
    house.service.faults.append(Fault(delay=0.5))
    assert send(house) == Uncertain("timeout")


@pytest.mark.parametrize(
    "place",
    [
        Place.channel(GENERAL),
        Place.direct("29:bo"),
        Place.channel(GENERAL, address="not JSON"),
        Place.channel(GENERAL, address="[]"),
        Place.channel(GENERAL, address='{"serviceUrl": 7, "botId": "b", "tenantId": "t"}'),
    ],
    ids=repr,
)
def test_without_an_address_nothing_is_installed(house: TeamsHouse, place: Place) -> None:
    assert send(house, place=place) == Blocked("not-installed")


def test_the_address_of_another_tenant_is_not_used(house: TeamsHouse) -> None:
    foreign = Place.channel(GENERAL, address=address(house, tenant_id=OTHER_TENANT))
    before = len(house.service.journal)
    assert send(house, place=foreign) == Blocked("not-installed")
    assert len(house.service.journal) == before


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/teams/",
        "https://smba.trafficmanager.net.evil.example/teams/",
        "https://evil.trafficmanager.net/teams/",
    ],
)
def test_a_stored_service_url_off_the_list_gets_neither_call_nor_token(
    house: TeamsHouse, url: str
) -> None:
    before = len(house.service.journal)
    place = Place.channel(GENERAL, address=address(house, service_url=url))
    assert send(house, place=place) == Blocked("service-url")
    assert len(house.service.journal) == before


def test_an_edit_without_a_target_is_rejected(house: TeamsHouse) -> None:
    assert send(house, verb=Verb.EDIT) == Rejected("no-target")
    assert send(house, verb=Verb.DELETE, target_ref="a:b|") == Rejected("no-target")
    assert send(house, message=None) == Rejected("no-message")


def test_one_token_serves_many_messages_until_it_is_refused() -> None:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.channel("general")
        for _ in range(3):
            assert isinstance(send(house), Sent)
        assert chat.service.calls(f"/{TENANT}/token") == 1
        chat.service.tokens.clear()
        assert send(house) == Again("Unauthorized")
        assert isinstance(send(house), Sent)
        assert chat.service.calls(f"/{TENANT}/token") == 2


def test_a_token_is_renewed_before_it_ends() -> None:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.channel("general")
        chat.service.token_faults.append((200, {"access_token": "token-1", "expires_in": 0}))
        assert isinstance(send(house), Sent)
        assert isinstance(send(house), Sent)
        assert chat.service.calls(f"/{TENANT}/token") == 2


A_MINUTE = timedelta(minutes=1)
WAITS = Again("invalid_client", A_MINUTE, whole_workspace=True)
TOKEN_FAULTS: dict[str, tuple[int, dict[str, Any], Outcome]] = {
    "wrong password": (401, {"error": "invalid_client"}, WAITS),
    "app removed": (400, {"error": "unauthorized_client"}, Revoked("unauthorized_client")),
    "login broken": (503, {}, Again("token-refused", A_MINUTE, whole_workspace=True)),
    "odd answer": (200, {"token": 7}, Again("token-unavailable")),
    "odd refusal": (400, {}, Again("token-unavailable")),
}


@pytest.mark.parametrize(("status", "body", "outcome"), TOKEN_FAULTS.values(), ids=TOKEN_FAULTS)
def test_without_a_token_nothing_is_sent(
    status: int, body: dict[str, Any], outcome: Outcome
) -> None:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.channel("general")
        chat.service.token_faults.append((status, body))
        assert send(house) == outcome
        assert chat.service.connector_calls == []
        assert isinstance(send(house), Sent)


def test_a_wrong_password_is_waited_for_and_no_removal() -> None:
    with TeamsChat() as chat, TeamsHouse(chat, app_password="a-typo") as house:
        assert send(house) == WAITS


def test_every_call_carries_a_token_and_no_secret_stands_in_a_body(house: TeamsHouse) -> None:
    send(house)
    for call in house.service.connector_calls:
        assert call.authorization.startswith("Bearer token-")
        assert "a-password-of-tests" not in call.body
    post = [call for call in house.service.connector_calls if call.method == "POST"][-1]
    assert json.loads(post.body)["summary"] == "Ana Åberg gave glitter to Bo Berg"
