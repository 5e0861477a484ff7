"""A user group of Slack, praised like one person: everybody in it is reached."""

from collections.abc import Callable, Iterator

import pytest

from bot import crowds
from bot.heard import ActionName
from bot.model import Standing
from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import Fault
from tests.product import Running

CALM = "so calm on the busiest day"


@pytest.fixture
def chat() -> Iterator[SlackChat]:
    with SlackChat() as slack:
        for account, name in (("ana", "Ana Lindqvist"), ("bo", "Bo Nielsen"), ("kim", "Kim Berg")):
            slack.join(account, name)
        slack.join("robo", "Robo", standing=Standing.BOT)
        slack.join("guest", "Guest Other", standing=Standing.STRANGER)
        accounts = ("ana", "bo", "kim", "robo", "guest")
        slack.fake.groups["S1"] = ("kassan-gruppen", [slack.id_of(one) for one in accounts])
        yield slack


@pytest.fixture
def product(chat: SlackChat, start: Callable[..., Running], database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file)


def test_everybody_in_it_but_oneself_bots_and_strangers_is_reached(
    chat: SlackChat, product: Running
) -> None:
    told = chat.say("ana", f"/glitter @kassan-gruppen {CALM}")
    assert told.text.splitlines()[0] == "Recorded: your glitter to Bo Nielsen and Kim Berg."
    (post,) = chat.posted()
    assert post.mentions == {"bo", "kim"}
    chat.say("bo", f"/glitter @kassan-gruppen {CALM}, again")
    assert len(chat.fake.calls("usergroups.users.list")) == 1, "who is in it is remembered"


def test_it_counts_as_one_for_the_limit_of_the_day(
    chat: SlackChat, start: Callable[..., Running], database_file: str
) -> None:
    start(chat, DATABASE_URL=database_file, DAILY_GLITTER_LIMIT="1")
    assert chat.say("ana", f"/glitter @kassan-gruppen {CALM}").text.startswith("Recorded")
    assert chat.say("ana", f"/glitter @bo {CALM} too").text.startswith("The limit is 1 a day")


def test_a_group_that_is_a_team_receives_as_the_team(chat: SlackChat, product: Running) -> None:
    chat.fake.users[chat.id_of("kim")]["is_admin"] = True
    chat.event({"type": "user_change", "user": chat.fake.users[chat.id_of("kim")]})
    chat.say("kim", "/glitter team new Kassan")
    chat.say("kim", "/glitter team add kassan @bo")
    chat.say("kim", "/glitter team group kassan @kassan-gruppen")
    told = chat.say("ana", f"/glitter @kassan-gruppen {CALM}")
    assert told.text.splitlines()[0] == "Recorded: your glitter to Kassan."


def test_named_in_passing_it_is_only_named(chat: SlackChat, product: Running) -> None:
    chat.say("ana", "/glitter @bo helped @kassan-gruppen on the busiest day")
    (post,) = chat.posted()
    assert post.mentions == {"bo"}
    assert "helped @kassan-gruppen on" in post.text


def test_a_group_that_slack_does_not_tell_about_gets_a_sentence(
    chat: SlackChat, product: Running
) -> None:
    chat.fake.fail("usergroups.users.list", Fault(error="missing_scope"))
    told = chat.say("ana", f"/glitter @kassan-gruppen {CALM}")
    assert told.text.startswith("I cannot tell who @kassan-gruppen is.")
    assert chat.say("ana", f"/glitter @kassan-gruppen {CALM}").text.startswith("Recorded")


def test_nobody_else_in_it_or_too_many_get_a_sentence(chat: SlackChat, product: Running) -> None:
    chat.fake.groups["S2"] = ("alone", [chat.id_of("ana"), chat.id_of("robo")])
    crowd = [chat.id_of(f"person{at}") for at in range(crowds.MOST + 1)]
    chat.fake.groups["S3"] = ("everybody-here", crowd)
    told = chat.say("ana", f"/glitter @alone {CALM}")
    assert told.text.startswith("There is nobody else in @alone whom it could reach.")
    told = chat.say("ana", f"/glitter @everybody-here {CALM}")
    assert told.text.startswith("At most 50 colleagues at a time.")
    assert chat.posted() == []


def test_a_cactus_goes_to_one_person_never_to_a_group(chat: SlackChat, product: Running) -> None:
    told = chat.say("ana", "/cactus @kassan-gruppen the returns desk was empty at noon on Tuesday")
    assert told.text.startswith("A cactus goes to one person or one team.")


def test_the_same_words_again_reach_the_group_again(chat: SlackChat, product: Running) -> None:
    chat.say("ana", f"/glitter @kassan-gruppen {CALM}")
    asked = chat.say("ana", f"/glitter @kassan-gruppen {CALM}")
    chat.press("ana", asked, ActionName.GIVE_AGAIN)
    assert [post.mentions for post in chat.posted()] == [{"bo", "kim"}] * 2
