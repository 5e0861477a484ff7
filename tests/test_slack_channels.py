"""The channels that admins choose in Slack: the bot can post there before they are kept."""

from collections.abc import Callable, Iterator

import pytest

from bot.heard import FormName
from tests.drivers.base import Shown
from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import ARCHIVED, OUTSIDE, Channel, Fault
from tests.product import Running

INVITE = "I may not post there. Invite me to the channel first"


@pytest.fixture
def chat() -> Iterator[SlackChat]:
    with SlackChat() as slack:
        slack.join("ana", "Ana Lindqvist")
        slack.join("bo", "Bo Nielsen")
        slack.fake.users[slack.id_of("ana")]["is_admin"] = True
        yield slack


@pytest.fixture
def product(chat: SlackChat, start: Callable[..., Running], database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file)


def channel(chat: SlackChat, closed: str, *, private: bool = False) -> Channel:
    made = chat.fake.open_channel("praise")
    made.closed, made.private = closed, private
    return made


def choose(chat: SlackChat, **fields: str) -> Shown:
    form = chat.say("ana", "/glitter settings", place="direct")
    assert form.form is FormName.SETTINGS
    return chat.fill("ana", form, **(fields or {"highlights_channel": "CPRAISE"}))


def kept(chat: SlackChat, product: Running) -> str | None:
    workspace = product.ask(lambda unit: unit.workspaces.get(chat.workspace_id))
    assert workspace
    return workspace.settings.highlights_channel


def test_a_public_channel_is_joined_when_it_is_chosen(chat: SlackChat, product: Running) -> None:
    praise = channel(chat, OUTSIDE)
    told = choose(chat)
    assert "Saved" in told.text
    assert praise.closed == ""
    assert kept(chat, product) == "channel:CPRAISE"


@pytest.mark.parametrize(
    ("closed", "private", "sentence"),
    [(OUTSIDE, True, INVITE), (ARCHIVED, False, "That channel is archived.")],
)
def test_where_it_cannot_post_that_stands_at_the_field_and_nothing_is_kept(
    chat: SlackChat, product: Running, closed: str, private: bool, sentence: str
) -> None:
    channel(chat, closed, private=private)
    again = choose(chat, glitter_channel="CPRAISE", values="care")
    assert again.form is FormName.SETTINGS
    assert again.handle.errors.keys() == {"glitter_channel"}
    assert sentence in again.text
    assert again.fields["values"] == "care"
    assert kept(chat, product) is None


def test_a_public_channel_that_it_may_not_join_asks_for_an_invitation(
    chat: SlackChat, product: Running
) -> None:
    channel(chat, OUTSIDE)
    chat.fake.fail("conversations.join", Fault(error="restricted_action"))
    assert INVITE in choose(chat).text


def test_a_channel_that_was_chosen_before_is_not_asked_about_again(
    chat: SlackChat, product: Running
) -> None:
    channel(chat, "")
    choose(chat)
    asked = len(chat.fake.calls("conversations.info"))
    assert "Saved" in choose(chat, values="care").text
    assert len(chat.fake.calls("conversations.info")) == asked


def test_where_slack_does_not_say_the_channel_is_taken(chat: SlackChat, product: Running) -> None:
    channel(chat, "")
    chat.fake.fail("conversations.info", Fault(status=503))
    assert "Saved" in choose(chat).text
    assert kept(chat, product) == "channel:CPRAISE"


def test_whoever_is_admin_no_longer_makes_it_join_nothing(
    chat: SlackChat, product: Running
) -> None:
    praise = channel(chat, OUTSIDE)
    form = chat.say("ana", "/glitter settings", place="direct")
    chat.fake.users[chat.id_of("ana")]["is_admin"] = False
    chat.event({"type": "user_change", "user": chat.fake.users[chat.id_of("ana")]})
    chat.fill("ana", form, highlights_channel="CPRAISE")
    assert praise.closed == OUTSIDE
    assert kept(chat, product) is None
