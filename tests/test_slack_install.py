"""Which workspace the token opens and who is in it, also when Slack is slow, away or refuses."""

import socket
from collections.abc import Iterator

import pytest

from adapters.slack import SlackEdge
from bot.errors import OperatorError
from bot.heard import Installed, Said
from bot.messages import Delivery, Notice
from bot.model import Place, Profile, Standing, Verb
from bot.outcomes import Again, Outcome, Sent
from tests.drivers.slack import SECRET, SlackChat
from tests.drivers.slack_api import TOKEN, Fault
from tests.drivers.slack_door import ENGLISH, Product, slack_product

GENERAL = Place.channel("CGENERAL", "#general")
RESENT = Delivery(1, "slack:T1", GENERAL, Verb.POST, Notice("resent"), ENGLISH)


@pytest.fixture
def product() -> Iterator[Product]:
    with slack_product() as running:
        running.chat.join("ana", "Ana Ek")
        running.chat.join("bo", "Bo Öst")
        yield running


def send(product: Product) -> Outcome:
    return product.run(product.edge.platform.send(RESENT))


def test_the_roster_is_read_page_by_page(product: Product) -> None:
    product.chat.fake.page_size = 2
    product.chat.join("kim", "Kim Å", locale="sv-SE")
    product.chat.join("robo", "Robo", standing=Standing.BOT)
    product.chat.join("eve", "Eve", standing=Standing.STRANGER)
    roster = product.run(product.edge.platform.roster("slack:T1", []))
    assert {profile.account: profile.standing for profile in roster} == {
        "UANA": Standing.ACTIVE,
        "UBO": Standing.ACTIVE,
        "UKIM": Standing.ACTIVE,
        "UROBO": Standing.BOT,
        "UEVE": Standing.STRANGER,
    }
    assert len(product.chat.fake.calls("users.list")) == 3


def test_the_roster_waits_as_long_as_slack_asks(product: Product) -> None:
    product.chat.fake.page_size = 1
    product.chat.fake.fail("users.list", Fault(), Fault(status=429, retry_after="0"))
    assert len(product.run(product.edge.platform.roster("slack:T1", []))) == 2


def test_a_roster_that_breaks_off_keeps_what_it_has(product: Product) -> None:
    product.chat.fake.page_size = 1
    product.chat.fake.fail("users.list", Fault(), Fault(error="fatal_error"))
    assert len(product.run(product.edge.platform.roster("slack:T1", []))) == 1


def test_people_are_described_together_and_the_unknown_left_out(product: Product) -> None:
    asked = product.edge.platform.profiles("slack:T1", GENERAL, ["UANA", "UNOBODY", "UBO"])
    assert product.run(asked) == [
        Profile("UANA", "Ana Ek", "en-GB", "Europe/Stockholm", Standing.ACTIVE),
        Profile("UBO", "Bo Öst", "en-GB", "Europe/Stockholm", Standing.ACTIVE),
    ]


def test_nobody_of_another_workspace_is_described(product: Product) -> None:
    platform = product.edge.platform
    assert product.run(platform.profiles("slack:T2", GENERAL, ["UANA"])) == []
    assert product.run(platform.roster("slack:T2", [])) == []
    assert product.chat.fake.calls("users.info") == []


# ---------------------------------------------------------------- the start


def test_the_start_tells_which_workspace_the_token_opens(product: Product) -> None:
    assert product.door.seen[0] == Installed("slack:T1", name="Kaktus AB")


def test_a_refused_token_stops_the_start_with_a_sentence() -> None:
    chat = SlackChat()
    chat.fake.token = "xoxb-another"
    with pytest.raises(OperatorError, match="SLACK_BOT_TOKEN is refused"), slack_product(chat):
        pass


def test_slack_out_of_reach_keeps_nobody_from_being_heard() -> None:
    with slack_product(api_url=f"http://127.0.0.1:{unused_port()}/api/") as product:
        product.chat.say("ana", "/glitter @bo thanks")
        assert isinstance(product.door.heard[0], Said)
        assert send(product) == Again("slack_not_reached_yet")


def test_the_workspace_is_known_once_slack_can_be_reached() -> None:
    chat = SlackChat()
    chat.fake.fail("auth.test", Fault(status=503), Fault(cut="before"))
    with slack_product(chat) as product:
        product.settle_background()
        assert product.door.seen == [Installed("slack:T1", name="Kaktus AB")]
        assert isinstance(send(product), Sent)


def test_the_start_asks_again_when_the_store_was_away() -> None:
    with slack_product() as product:
        product.door.store_is_down = True
        own = product.edge._access._own
        assert own
        assert product.run(own._look(product.door)) is False
        product.door.store_is_down = False
        assert product.run(own._look(product.door)) is True


def test_a_platform_that_was_never_started_sends_nothing() -> None:
    edge = SlackEdge(signing_secret=SECRET, bot_token=TOKEN, api_url="http://127.0.0.1:9/api/")
    with slack_product() as product:
        assert product.run(edge.platform.send(RESENT)) == Again("slack_not_reached_yet")


def test_settings_of_bolt_in_the_environment_change_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("CLIENT_ID", "CLIENT_SECRET", "BOT_TOKEN", "SIGNING_SECRET", "SCOPES"):
        monkeypatch.setenv(f"SLACK_{name}", "not-ours")
    with slack_product() as product:
        product.chat.say("ana", "/glitter @bo thanks")
        assert len(product.door.heard) == 1


def unused_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
