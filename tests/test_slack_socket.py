"""Socket Mode: the same words and answers over a connection that we open, whatever it suffers."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.slack import socket
from bot.errors import OperatorError
from bot.heard import ActionName
from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import Fault
from tests.drivers.slack_door import slack_product
from tests.drivers.slack_line import SocketChat
from tests.process import Bot
from tests.product import Running

Start = Callable[..., Running]
OF_BO = {"type": "user_change", "user": {"id": "UBO", "team_id": "T1", "profile": {}}}


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch) -> Iterator[SocketChat]:
    monkeypatch.setattr(socket, "AGAIN_SECONDS", 0.05)
    with SocketChat() as slack:
        slack.join("ana", "Ana Ek")
        slack.join("bo", "Bo Öst")
        yield slack


@pytest.fixture
def product(chat: SocketChat, start: Start, database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file)


def posted(chat: SlackChat) -> list[str]:
    return [shown.text.splitlines()[-1] for shown in chat.posted("general")]


def test_glitter_is_given_pressed_and_taken_back(chat: SocketChat, product: Running) -> None:
    shown = chat.say("ana", "/glitter @bo the calm release")
    assert "Recorded" in shown.text
    assert len(posted(chat)) == 1
    assert "Taken back" in chat.press("ana", shown, ActionName.UNDO).text
    assert posted(chat) == []


def test_a_form_is_opened_and_sent(chat: SocketChat, product: Running) -> None:
    form = chat.say("ana", "/cactus")
    assert form.form
    told = chat.fill("ana", form, who="bo", situation="The returns desk was empty at noon.")
    assert "what Bo Öst will read" in told.text


def test_the_same_envelope_twice_is_one_award(chat: SocketChat, product: Running) -> None:
    for _ in range(2):
        chat.say("ana", "/glitter @bo the calm release", ref="1.2")
    assert len(posted(chat)) == 1


def test_an_answer_that_takes_long_is_acknowledged_in_time() -> None:
    with SocketChat() as chat, slack_product(chat, socket=True) as product:
        chat.join("ana", "Ana Ek")
        product.door.wait = 2.7
        began = time.monotonic()
        command = {**COMMAND, "response_url": chat.fake.response_url("later")}
        assert chat.fake.sockets.deliver("slash_commands", command, within=3) == {}
        assert time.monotonic() - began < 3
        assert chat.fake.wait_for_reply("later")


COMMAND = {
    "team_id": "T1",
    "channel_id": "CGENERAL",
    "channel_name": "general",
    "user_id": "UANA",
    "command": "/glitter",
    "text": "<@UBO> thanks",
    "trigger_id": "1.2",
}


@pytest.mark.parametrize("payload", [{}, {"type": "block_actions"}, {"team_id": 5}], ids=str)
def test_what_slack_never_sends_is_not_acknowledged_and_hurts_nobody(
    chat: SocketChat, product: Running, payload: dict[str, object]
) -> None:
    with pytest.raises(TimeoutError):
        chat.fake.sockets.deliver("interactive", payload, within=0.2)
    assert "Recorded" in chat.say("ana", "/glitter @bo still here").text


def test_what_the_memory_did_not_take_is_not_acknowledged() -> None:
    with SocketChat() as chat, slack_product(chat, socket=True) as product:
        product.door.store_is_down = True
        event = {"type": "event_callback", "team_id": "T1", "event": OF_BO}
        with pytest.raises(TimeoutError):
            chat.fake.sockets.deliver("events_api", event, within=0.3)
        product.door.store_is_down = False
        assert chat.fake.sockets.deliver("events_api", event) == {}


# ---------------------------------------------------------------- the line


def test_slack_may_ask_for_a_new_connection(chat: SocketChat, product: Running) -> None:
    chat.fake.sockets.ask_to_reconnect()
    chat.fake.sockets.wait_until_opened(2)
    assert "Recorded" in chat.say("ana", "/glitter @bo on the new line").text


def test_a_line_that_breaks_is_opened_again(chat: SocketChat, product: Running) -> None:
    chat.fake.sockets.cut()
    chat.fake.sockets.wait_until_opened(2)
    assert "Recorded" in chat.say("ana", "/glitter @bo on the new line").text


def test_an_address_that_serves_no_more_is_not_tried_for_ever(
    chat: SocketChat, product: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "CONNECT_SECONDS", 0.3)
    chat.fake.sockets.refuse(1)
    chat.fake.sockets.cut()
    chat.fake.sockets.wait_until_opened(2)
    assert "Recorded" in chat.say("ana", "/glitter @bo on the new line").text


def test_slack_out_of_reach_is_no_error_at_the_start(
    chat: SocketChat, start: Start, database_file: str
) -> None:
    chat.fake.fail("apps.connections.open", Fault(status=503), Fault(cut="before"))
    start(chat, DATABASE_URL=database_file)
    chat.fake.sockets.wait_until_opened(1)
    assert "Recorded" in chat.say("ana", "/glitter @bo better late").text


def test_a_refused_app_token_stops_the_start_with_a_sentence() -> None:
    with SocketChat() as chat:
        chat.fake.sockets.token = "xapp-another"
        with (
            pytest.raises(OperatorError, match="SLACK_APP_TOKEN is refused"),
            slack_product(chat, socket=True),
        ):
            pass


def test_it_ends_on_sigterm_with_what_was_heard_answered(chat: SocketChat, tmp_path: Path) -> None:
    settings = {**chat.environment, "DATABASE_URL": f"sqlite:///{tmp_path}/glitter.db"}
    with Bot(settings, tmp_path) as bot:
        chat.fake.sockets.wait_until_opened(1)
        chat.fake.sockets.deliver("slash_commands", COMMAND)
        assert bot.terminate(10) == 0
    assert "Traceback" not in bot.log.read_text()
