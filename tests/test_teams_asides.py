"""What only one person sees of a channel in Teams, and what goes to the personal chat instead."""

from collections.abc import Callable, Iterator

import pytest

from bot.heard import ActionName
from tests.drivers.teams import TeamsChat
from tests.product import Running


@pytest.fixture
def chat(start: Callable[..., Running], database_file: str) -> Iterator[TeamsChat]:
    with TeamsChat() as teams:
        for who in ("ana", "bo"):
            teams.join(who, who.title())
        start(teams, DATABASE_URL=database_file)
        yield teams


def test_a_slash_command_is_answered_where_it_was_typed_for_its_speaker_alone(
    chat: TeamsChat,
) -> None:
    answer = chat.say("ana", "/glitter @bo the calm release")
    assert "Recorded" in answer.text
    assert [one.ref for one in chat.asides("ana")] == [answer.ref]
    assert chat.asides("bo") == []
    assert len(chat.posted()) == 1
    assert all("Recorded" not in one.text for one in chat.direct("ana"))
    undone = chat.press("ana", answer, ActionName.UNDO)
    assert "Taken back" in undone.text
    assert "Taken back" in chat.asides("ana")[-1].text
    assert chat.posted() == []


def test_what_teams_sends_again_under_a_new_id_is_one_award(chat: TeamsChat) -> None:
    for _ in range(2):
        answer = chat.say("ana", "/glitter @bo the calm release")
    assert ActionName.GIVE_AGAIN in answer.buttons
    assert len(chat.posted()) == 1
    for _ in range(2):  # a card is one action, under however many ids
        chat.press("ana", answer, ActionName.GIVE_AGAIN)
    assert len(chat.posted()) == 2


def test_a_cactus_typed_behind_a_slash_stays_out_of_the_channel(chat: TeamsChat) -> None:
    held = chat.say("ana", "/cactus @bo the returns desk was empty at noon")
    assert held == chat.direct("ana")[-1]
    assert chat.asides("ana") == []
    assert "returns desk" not in chat.everything_in_channels()


def test_where_a_channel_takes_no_asides_the_personal_chat_has_the_answer(chat: TeamsChat) -> None:
    chat.channel("general").takes_asides = False
    answer = chat.say_openly("ana", "glitter help")
    assert answer == chat.direct("ana")[-1]
    assert "customer:" in answer.text
