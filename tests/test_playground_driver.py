"""The playground as the tests' chat tells the truth about what stands where."""

from collections.abc import Iterator

import pytest

from bot.heard import ActionName, Mention, Said
from bot.messages import AwardPosted, GlitterRecorded, Notice, Person
from bot.model import Place, Standing, Verb
from bot.outcomes import Sent
from tests.drivers.base import Chat
from tests.drivers.playground import PlaygroundChat
from tests.playground_alone import GENERAL, Alone

KIM = Person("Kim", "kim")
THANKS = AwardPosted(1, Person("Ana", "ana"), (KIM,), "so calm")


@pytest.fixture
def chat() -> Chat:
    return PlaygroundChat()


@pytest.fixture(autouse=True)
def alone(chat: PlaygroundChat) -> Iterator[Alone]:
    alone = Alone()
    chat.attach(alone.edge)
    chat.join("ana", "Ana")
    chat.join("kim", "Kim", locale="nb-NO")
    with alone, chat:
        chat.connect(alone.url, lambda: None)
        yield alone


def test_only_whoever_joined_works_there(alone: Alone, chat: Chat) -> None:
    chat.join("stan", "Stan", standing=Standing.STRANGER)
    chat.say("ana", "/glitter @kim @stan @bo thanks")
    (said,) = alone.door.heard
    assert isinstance(said, Said)
    named = [part.profile for part in said.parts if isinstance(part, Mention)]
    assert [(who.account, who.standing.value) for who in named] == [
        ("kim", "active"),
        ("stan", "stranger"),
    ]
    assert said.parts[-1] == " @bo thanks"


def test_an_answer_is_returned_and_its_button_can_be_pressed(alone: Alone, chat: Chat) -> None:
    alone.door.reply = lambda _: GlitterRecorded(1, (KIM,), "so calm", GENERAL, 10)
    shown = chat.say("ana", "/glitter @kim so calm")
    assert shown.text.splitlines()[:2] == ["Recorded: your glitter to @kim.", "so calm"]
    assert shown.mentions == {"kim"}
    alone.door.reply = lambda _: Notice("undone", (KIM,))
    assert chat.press("ana", shown, ActionName.UNDO).text.startswith("Taken back")
    assert chat.posted() == []


def test_an_answer_in_the_direct_chat_stands_there(alone: Alone, chat: Chat) -> None:
    answer = chat.say("ana", "help", "direct")
    assert chat.direct("ana") == [answer]
    assert chat.direct("kim") == []


def test_what_was_taken_back_is_gone_but_not_forgotten(alone: Alone, chat: Chat) -> None:
    sent = alone.send(THANKS)
    assert isinstance(sent, Sent)
    assert [shown.ref for shown in chat.posted()] == [sent.ref]
    alone.send(None, verb=Verb.DELETE, target=sent.ref)
    assert chat.posted() == []
    assert "so calm" in chat.everything_in_channels()


def test_private_words_are_not_among_those_of_the_channels(alone: Alone, chat: Chat) -> None:
    alone.door.reply = lambda _: GlitterRecorded(1, (KIM,), "so calm", GENERAL, 10)
    chat.say("ana", "/glitter @kim so calm")
    alone.send(THANKS, Place.direct("kim"))
    assert chat.everything_in_channels() == ""


def test_a_forbidden_channel_takes_nothing(alone: Alone, chat: Chat) -> None:
    chat.forbid("general")
    assert not isinstance(alone.send(THANKS), Sent)
    assert chat.posted() == []
