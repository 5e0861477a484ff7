"""Slack Connect: people of other organisations neither give nor receive, and what is theirs is
not kept."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from adapters.slack import names
from bot.heard import Action, Said
from bot.model import Place, Standing
from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import OUTSIDE, Fault
from tests.drivers.slack_door import Product, slack_product
from tests.drivers.slack_pages import Pages
from tests.product import Running

TS = "1700000000.000001"


@pytest.fixture
def chat() -> Iterator[SlackChat]:
    with SlackChat() as slack:
        slack.join("ana", "Ana Lindqvist")
        slack.join("bo", "Bo Nielsen")
        slack.join("eve", "Eve Elsewhere", standing=Standing.STRANGER)
        yield slack


@pytest.fixture
def product(chat: SlackChat, start: Callable[..., Running], database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file)


def test_a_stranger_is_refused_at_the_field_of_the_form(chat: SlackChat, product: Running) -> None:
    form = chat.say("ana", "/glitter")
    again = chat.fill("ana", form, receivers="eve,bo", reason="helped us with the delivery")
    assert again.form
    lines = again.text.splitlines()
    assert lines[1].startswith("⚠️ Eve Elsewhere belongs to another organisation.")
    assert again.fields["receivers"] == "eve,bo"


def test_a_stranger_gets_and_gives_nothing_by_an_emoji(chat: SlackChat, product: Running) -> None:
    pages = Pages(chat)
    pages.react("ana", "glitter", "eve", TS)
    pages.react("eve", "glitter", "bo", TS)
    product.settle()
    assert chat.direct("eve") == chat.direct("bo") == []


def test_the_message_of_a_stranger_gets_a_sentence(chat: SlackChat, product: Running) -> None:
    told = Pages(chat).on_message("ana", "give-glitter-for", "eve")
    assert told.text.startswith("Eve Elsewhere belongs to another organisation.")


def never_seen(chat: SlackChat, product: Running, team_id: str) -> None:
    """Lo is in Slack by now, and no list of people and no event has told of her."""
    product.settle()
    id, known = chat.id_of("lo"), chat.fake.users["UBO"]
    chat.fake.users[id] = {**known, "id": id, "name": "lo", "team_id": team_id}


def test_a_colleague_never_seen_is_looked_up_before_anything_is_posted(
    chat: SlackChat, product: Running
) -> None:
    never_seen(chat, product, team_id="T1")
    assert "Recorded" in chat.say("ana", "/glitter @lo the calm release").text
    product.settle()
    (post,) = chat.posted()
    assert "lo" in post.mentions
    calls = [call.method for call in chat.fake.journal]
    assert calls.index("users.info") < calls.index("chat.postMessage")


def test_a_stranger_never_seen_is_refused_at_once(chat: SlackChat, product: Running) -> None:
    never_seen(chat, product, team_id="T9")
    told = chat.say("ana", "/glitter @lo the calm release").text
    assert "another organisation" in told
    assert chat.posted() == chat.direct("lo") == []


@pytest.mark.parametrize("fault", [Fault(status=503), Fault(delay=1.5)], ids=["broken", "slow"])
def test_whom_slack_does_not_describe_in_time_is_asked_about_again_before_anything_is_posted(
    chat: SlackChat, product: Running, fault: Fault
) -> None:
    """So what is recorded for a stranger reaches nobody, and is taken back."""
    never_seen(chat, product, team_id="T9")
    chat.fake.fail("users.info", fault)
    assert "Recorded" in chat.say("ana", "/glitter @lo the calm release").text
    product.settle()
    assert len(chat.fake.calls("users.info")) == 2
    assert chat.posted() == chat.direct("lo") == []
    assert "taken back" in " ".join(one.text for one in chat.direct("ana"))


def test_while_slack_does_not_tell_who_it_is_nothing_is_posted(
    chat: SlackChat, product: Running
) -> None:
    never_seen(chat, product, team_id="T1")
    chat.fake.fail("users.info", Fault(status=503), Fault(status=503))
    chat.say("ana", "/glitter @lo the calm release")
    product.settle()
    assert chat.posted() == []
    product.later(minutes=1)
    assert len(chat.posted()) == 1


@pytest.fixture
def edge() -> Iterator[Product]:
    with slack_product() as running:
        running.chat.join("ana", "Ana Ek")
        yield running


def heard_in(edge: Product) -> Place:
    heard = edge.door.heard[-1]
    assert isinstance(heard, Said | Action)
    return heard.place


def test_the_name_of_a_shared_channel_is_not_told_on(edge: Product) -> None:
    edge.chat.fake.open_channel("with-eve").shared = True
    for _ in range(2):
        edge.chat.say("ana", "/glitter me", place="with-eve")
        assert heard_in(edge) == Place.channel("CWITHEVE")
    assert len(edge.chat.fake.calls("conversations.info")) == 1


def test_the_name_of_one_s_own_channel_is(edge: Product) -> None:
    edge.chat.say("ana", "/glitter me")
    assert heard_in(edge) == Place.channel("CGENERAL", "#general")


def test_where_nobody_tells_whose_it_is_the_name_is_not_told_on(
    edge: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "AGAIN_SECONDS", 0.0)
    hidden = edge.chat.fake.open_channel("hidden")
    hidden.private, hidden.closed = True, OUTSIDE
    edge.chat.say("ana", "/glitter me", place="hidden")
    assert heard_in(edge).name == ""
    edge.chat.fake.fail("conversations.info", Fault(status=503))
    edge.chat.say("ana", "/glitter me")
    assert heard_in(edge).name == ""
    edge.chat.say("ana", "/glitter me")
    assert heard_in(edge).name == "#general"


def test_where_slack_does_not_tell_it_is_not_asked_each_time(edge: Product) -> None:
    edge.chat.fake.fail("conversations.info", *[Fault(error="missing_scope")] * 3)
    for _ in range(3):
        edge.chat.say("ana", "/glitter me")
        assert heard_in(edge).name == ""
    assert len(edge.chat.fake.calls("conversations.info")) == 1


def test_however_many_speak_there_at_once_slack_is_asked_once(edge: Product) -> None:
    edge.chat.fake.fail("conversations.info", Fault(delay=0.3))
    with ThreadPoolExecutor(8) as people:
        told = [people.submit(edge.chat.say, "ana", "/glitter me") for _ in range(8)]
    for one in told:
        one.result()
    assert {one.place.name for one in edge.door.heard} == {"#general"}
    assert len(edge.chat.fake.calls("conversations.info")) == 1


def test_what_stands_in_place_of_a_name_is_none(edge: Product) -> None:
    for place in ("privategroup", "mpdm-ana--bo--kim-1"):
        edge.chat.say("ana", "/glitter me", place=place)
        assert heard_in(edge).name == ""
