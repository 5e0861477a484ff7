"""An emoji on a colleague's message in Slack is glitter for it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from adapters.slack.heard import permalink, reacted
from bot.heard import Reacted
from bot.model import Place, Profile
from bot.settings import change_settings
from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import BOT, Fault
from tests.drivers.slack_door import Product, slack_product
from tests.drivers.slack_pages import Pages
from tests.product import Running

DAY = timedelta(days=1)
TS = "1700000000.000001"
LINK = "https://kaktus.slack.com/archives/CGENERAL/p1700000000000001"


@pytest.fixture
def chat() -> Iterator[SlackChat]:
    with SlackChat() as slack:
        for account, name in (("ana", "Ana Lindqvist"), ("bo", "Bo Nielsen"), ("kim", "Kim Berg")):
            slack.join(account, name)
        yield slack


@pytest.fixture
def product(chat: SlackChat, start: Callable[..., Running], database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file)


@pytest.fixture
def pages(chat: SlackChat, product: Running) -> Pages:
    return Pages(chat)


def test_an_emoji_gives_glitter_once_however_often_slack_tells_of_it(
    chat: SlackChat, product: Running, pages: Pages
) -> None:
    for _ in range(2):
        assert pages.react("ana", "glitter", "bo", TS).status_code == 200
    product.settle()
    (told,) = chat.direct("bo")
    assert "@ana gave you glitter" in told.text
    assert told.links == (LINK,)
    assert chat.posted() == [], "the channel stays quiet"


def test_taken_away_it_takes_the_glitter_along(
    chat: SlackChat, product: Running, pages: Pages
) -> None:
    pages.react("ana", "glitter", "bo", TS)
    product.settle()
    pages.react("ana", "glitter", "bo", TS, removed=True)
    product.settle()
    assert chat.direct("bo") == []


def test_where_admins_want_it_the_thread_tells_of_it_and_the_channel_stays_quiet(
    chat: SlackChat, product: Running, pages: Pages
) -> None:
    chosen = {"reaction_replies": True}
    product.ask(lambda unit: change_settings(unit, chat.workspace_id, chosen, "test"))
    channel = chat.fake.open_channel("general")
    channel.messages += [{"ts": "1700000000.5", "text": "who helps?"}]
    channel.messages += [{"ts": TS, "thread_ts": "1700000000.5", "text": "me"}]
    pages.react("ana", "glitter", "bo", TS)
    product.settle()
    said = channel.messages[-1]
    assert (said["thread_ts"], said["text"]) == (
        "1700000000.5",
        "✨ <@UBO> got glitter from Ana Lindqvist for this message",
    )
    assert chat.direct("bo") == [], "told once"
    pages.react("ana", "glitter", "bo", TS, removed=True)
    product.settle()
    assert len(channel.messages) == 2


def test_other_emoji_one_s_own_and_a_bot_s_message_give_nothing(
    chat: SlackChat, product: Running, pages: Pages
) -> None:
    pages.react("ana", "eyes", "bo", TS)
    pages.react("ana", "glitter", "ana", TS)
    pages.react("ana", "glitter", BOT, TS)
    pages.react("ana", "glitter", "bo", TS, item_user=None)
    pages.react("ana", "glitter", "bo", TS, item={"type": "file", "file": "F1"})
    product.settle()
    assert [chat.direct(who) for who in ("ana", "bo", "kim")] == [[], [], []]


def test_an_emoji_on_glitter_s_own_post_joins_in(
    chat: SlackChat, product: Running, pages: Pages
) -> None:
    chat.say("ana", "/glitter @bo stayed late for the balsamico customer")
    (post,) = chat.posted()
    pages.react("kim", "heart", BOT, post.ref.partition(":")[2])
    joined = product.ask(
        lambda unit: unit.awards.reactions(chat.workspace_id, unit.now - DAY, unit.now + DAY)
    )
    assert [len(who) for who in joined.values()] == [1]


@pytest.fixture
def edge() -> Iterator[Product]:
    with slack_product() as running:
        for account in ("ana", "bo"):
            running.chat.join(account, account.title())
        running.door.seen.clear()
        yield running


def test_it_is_heard_with_the_way_to_the_message(edge: Product) -> None:
    pages = Pages(edge.chat)
    for emoji in ("wave::skin-tone-3", "glitter"):
        pages.react("ana", emoji, "bo", TS)
    wave, glitter = edge.door.seen
    general = Place.channel("CGENERAL")
    ana, bo = Profile("UANA"), Profile("UBO")
    ref = f"CGENERAL:{TS}"
    assert glitter == Reacted("slack:T1", general, ana, bo, ref, "glitter", True, LINK)
    assert isinstance(wave, Reacted)
    assert wave.emoji == "wave"
    assert len(edge.chat.fake.calls("auth.test")) == 2, "once at the start, once for the address"


def test_it_counts_also_where_slack_does_not_say_the_address(edge: Product) -> None:
    edge.chat.fake.fail("auth.test", Fault(status=503))
    Pages(edge.chat).react("ana", "glitter", "bo", TS)
    (seen,) = edge.door.seen
    assert isinstance(seen, Reacted)
    assert seen.link == ""


def test_one_that_was_taken_away_since_is_not_put_back_by_late_news(edge: Product) -> None:
    pages = Pages(edge.chat)
    pages.react("ana", "glitter", "bo", TS, removed=True, event_ts="1700000009.5")
    assert pages.react("ana", "glitter", "bo", TS, event_ts="1700000008.5").status_code == 200
    pages.react("ana", "glitter", "bo", "1700000000.7", event_ts="1700000008.5")
    pages.react("ana", "glitter", "bo", TS, event_ts="1700000010.5")
    told = [(one.message_ref, one.added) for one in edge.door.seen if isinstance(one, Reacted)]
    here = f"CGENERAL:{TS}"
    assert told == [(here, False), ("CGENERAL:1700000000.7", True), (here, True)]


def test_slack_is_asked_to_repeat_one_that_could_not_be_stored(edge: Product) -> None:
    edge.door.store_is_down = True
    assert Pages(edge.chat).react("ana", "glitter", "bo", TS).status_code == 503


@pytest.mark.parametrize("broken", [{"item": None}, {"item": {}}, {"user": None}, {"reaction": 5}])
def test_an_emoji_in_a_wrong_shape_is_refused(edge: Product, broken: dict[str, Any]) -> None:
    assert Pages(edge.chat).react("ana", "glitter", "bo", TS, **broken).status_code in {401, 404}
    assert edge.door.seen == []


def test_the_bot_does_not_hear_itself() -> None:
    item = {"type": "message", "channel": "C1", "ts": TS}
    event = {"type": "reaction_added", "user": BOT, "reaction": "glitter", "item": item}
    assert reacted(event, "T1", {BOT}, "kaktus") is None


@pytest.mark.parametrize(
    ("domain", "channel", "ts"),
    [
        ("", "C1", TS),
        ("kaktus.evil.se/", "C1", TS),
        ("kaktus", "C1/../x", TS),
        ("kaktus", "C1", "1700"),
    ],
)
def test_an_address_that_slack_would_not_have_is_none(domain: str, channel: str, ts: str) -> None:
    assert permalink(domain, channel, ts) == ""
