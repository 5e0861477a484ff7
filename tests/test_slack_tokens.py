"""Tokens of many workspaces: opened with our keys alone, renewed in time, gone when removed."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from adapters.settings import Environment
from app import Product
from bot.errors import OperatorError
from bot.model import Standing
from bot.settings import change_settings
from tests.drivers.slack_api import FakeSlack, Fault
from tests.drivers.slack_browser import Browser, InstalledChat
from tests.product import Running, wait_for

Start = Callable[..., Running]
OLD, NEW = "an old key that is long enough to be one", "a new key that is long enough to be one"
BOT_GONE = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["UGLITTERBOT"]}}
REMOVED = {"type": "app_uninstalled"}


@pytest.fixture
def chat() -> Iterator[InstalledChat]:
    with InstalledChat() as slack:
        slack.join("ana", "Ana Ek")
        slack.join("bo", "Bo Öst")
        yield slack


@pytest.fixture
def product(chat: InstalledChat, start: Start, database_file: str) -> Running:
    """Installed in T1 with a token that runs out after twelve hours."""
    running = start(chat, DATABASE_URL=database_file)
    Browser(running.base_url).install(chat.fake, "UANA", rotates=True)
    running.settle()
    return running


def posted(chat: InstalledChat) -> list[str]:
    return [shown.text.splitlines()[-1] for shown in chat.posted("general")]


def suspended(product: Running) -> bool:
    found = product.ask(lambda unit: unit.workspaces.get("slack:T1"))
    assert found
    return found.suspended_at is not None


def exchanges(chat: InstalledChat) -> int:
    return len(chat.fake.calls("oauth.v2.access"))


# ---------------------------------------------------------------- rotation


def test_a_token_is_renewed_before_it_runs_out_and_before_it_is_used(
    chat: InstalledChat, product: Running
) -> None:
    first = chat.fake.token
    product.later(hours=9)
    chat.say("ana", "/glitter @bo at nine")
    assert chat.fake.token == first
    product.later(hours=2)
    chat.say("ana", "/glitter @bo at eleven")
    assert chat.fake.token != first
    assert len(posted(chat)) == 2
    assert exchanges(chat) == 2


def test_the_highlights_renew_it_too(chat: InstalledChat, product: Running) -> None:
    chat.say("ana", "/glitter @bo the calm release")
    settings = {"highlights_channel": "channel:CGENERAL"}
    product.ask(lambda unit: change_settings(unit, "slack:T1", settings, "test"))
    product.later(days=7)
    assert any("the calm release" in shown.text for shown in chat.posted("general")[1:])
    assert exchanges(chat) == 2


def test_while_slack_gives_no_new_token_the_old_one_serves_to_its_end(
    chat: InstalledChat, product: Running
) -> None:
    chat.fake.fail("oauth.v2.access", *[Fault(status=503)] * 2)
    product.later(hours=11)
    chat.say("ana", "/glitter @bo at eleven")
    assert len(posted(chat)) == 1
    product.later(hours=2)
    assert not suspended(product)
    chat.say("ana", "/glitter @bo at thirteen")
    product.later(minutes=1)
    assert len(posted(chat)) == 2


def test_a_renewal_that_slack_refuses_for_good_ends_the_installation(
    chat: InstalledChat, product: Running
) -> None:
    product.later(hours=13)
    chat.fake.fail("oauth.v2.access", *[Fault(error="invalid_refresh_token")] * 9)
    chat.say("ana", "/glitter @bo at thirteen")
    assert suspended(product)
    assert product.ask(lambda unit: unit.credentials.all("slack")) == []


def test_twenty_sendings_at_once_renew_it_once(chat: InstalledChat, product: Running) -> None:
    for number in range(20):
        chat.fake.open_channel(f"shop-{number}")
    product.product.outbox.stop()
    for number in range(20):
        chat.join(f"kim{number}", f"Kim {number}")
    product.later(hours=11)
    for number in range(20):
        chat.say("ana", f"/glitter @kim{number} number {number}", place=f"shop-{number}")
    assert exchanges(chat) == 2
    assert all(len(chat.posted(f"shop-{number}")) == 1 for number in range(20))


def test_an_expired_token_is_renewed_although_its_time_had_not_come(
    chat: InstalledChat, product: Running
) -> None:
    chat.fake.fail("chat.postMessage", Fault(error="token_expired"))
    chat.say("ana", "/glitter @bo the calm release")
    product.later(seconds=30)
    assert len(posted(chat)) == 1
    assert exchanges(chat) == 2


# ---------------------------------------------------------------- keys


def test_another_key_does_not_open_the_tokens_and_the_start_says_so(
    chat: InstalledChat, start: Start, database_file: str
) -> None:
    first = start(chat, DATABASE_URL=database_file, SECRET_KEY=OLD)
    Browser(first.base_url).install(chat.fake, "UANA")
    first.close()
    values = {"DATABASE_URL": database_file, **chat.environment, "SECRET_KEY": NEW}
    lower: dict[str, Any] = {name.lower(): value for name, value in values.items()}
    second = Product(Environment(_env_file=None, **lower))
    with pytest.raises(OperatorError, match="SECRET_KEY does not open the tokens"):
        asyncio.run(second.edges[0].start(second.door, ()))
    second.close()


def test_keys_are_changed_without_installing_again(
    chat: InstalledChat, start: Start, database_file: str
) -> None:
    first = start(chat, DATABASE_URL=database_file, SECRET_KEY=OLD)
    Browser(first.base_url).install(chat.fake, "UANA")
    first.close()
    start(chat, DATABASE_URL=database_file, SECRET_KEY=f"{NEW},{OLD}").close()
    start(chat, DATABASE_URL=database_file, SECRET_KEY=NEW)
    chat.say("ana", "/glitter @bo the calm release")
    assert len(posted(chat)) == 1


# ---------------------------------------------------------------- removed, and back


@pytest.mark.parametrize("order", [[BOT_GONE, REMOVED], [REMOVED, BOT_GONE]], ids=["a", "b"])
def test_a_removed_app_loses_its_token_at_once_and_keeps_what_was_given(
    chat: InstalledChat, product: Running, order: list[dict[str, object]]
) -> None:
    chat.say("ana", "/glitter @bo the calm release")
    chat.fake.revoke(chat.fake)
    for event in order:
        assert chat.tell(event, at=product.clock.now().timestamp()).status_code == 200
    assert suspended(product)
    assert product.ask(lambda unit: unit.credentials.all("slack")) == []
    assert "removed from this workspace" in chat.say("ana", "/glitter @bo thanks").text
    Browser(product.base_url).install(chat.fake, "UANA")
    assert not suspended(product)
    assert "Received: 1 this week" in chat.say("bo", "/glitter me").text


@pytest.mark.parametrize("event", [BOT_GONE, REMOVED], ids=["revoked", "uninstalled"])
def test_late_news_of_an_old_token_leaves_the_new_one_alone(
    chat: InstalledChat, product: Running, event: dict[str, object]
) -> None:
    before = product.clock.now() - timedelta(seconds=30)
    assert chat.tell(event, at=before.timestamp()).status_code == 200
    assert not suspended(product)
    chat.fake.fail("auth.test", Fault(cut="before"))
    assert chat.tell(event, at=before.timestamp()).status_code == 200
    assert not suspended(product), "without Slack's word, the time decides"
    chat.say("ana", "/glitter @bo the calm release")
    assert len(posted(chat)) == 1


def test_news_that_slack_does_not_confirm_in_time_are_believed_when_they_are_new(
    chat: InstalledChat, product: Running
) -> None:
    chat.fake.fail("auth.test", Fault(status=503))
    after = product.clock.now() + timedelta(seconds=30)
    chat.tell(REMOVED, at=after.timestamp())
    assert suspended(product)
    assert product.ask(lambda unit: unit.credentials.all("slack")) == []


def test_a_reinstallation_pours_out_nothing_that_piled_up(
    chat: InstalledChat, product: Running
) -> None:
    chat.fake.fail("chat.postMessage", Fault(error="account_inactive"))
    chat.fake.revoke(chat.fake)
    chat.say("ana", "/glitter @bo nobody could post this")
    assert suspended(product)
    product.later(days=20)
    Browser(product.base_url).install(chat.fake, "UANA")
    product.later(minutes=5)
    assert posted(chat) == []


# ---------------------------------------------------------------- organisations


@pytest.fixture
def org(chat: InstalledChat, start: Start, database_file: str) -> FakeSlack:
    """An organisation with T1 in it, and T2 to which the app is not admitted yet."""
    running = start(chat, DATABASE_URL=database_file)
    group = chat.fake.add("E1", "Kaktus Group")
    group.users, group.channels = chat.fake.users, chat.fake.channels
    group.organisation = [FakeSlack("T1", "Kaktus AB", "none")]
    browser = Browser(running.base_url)
    code = chat.fake.oauth.agree_for_all(group, "UANA")
    assert "Kaktus Group" in browser.come_back(state=browser.begin(), code=code).text
    chat.organisation = "E1"
    chat.running = running  # type: ignore[attr-defined]
    wait_for(lambda: names(chat))  # which workspaces it has is read when the page is shown
    return group


def names(chat: InstalledChat) -> dict[str, bool]:
    running: Running = chat.running  # type: ignore[attr-defined]
    return {
        one.id: one.suspended_at is None for one in running.ask(lambda unit: unit.workspaces.all())
    }


def test_the_workspaces_of_an_organisation_share_its_token(
    chat: InstalledChat, org: FakeSlack
) -> None:
    chat.say("ana", "/glitter @bo the calm release")
    assert len(posted(chat)) == 1
    assert org.calls("chat.postMessage")[-1].token == org.token
    assert org.calls("users.list")[-1].args["team_id"] == "T1"


def test_a_workspace_is_admitted_and_taken_out_again(chat: InstalledChat, org: FakeSlack) -> None:
    assert names(chat) == {"slack:T1": True}
    chat.tell({"type": "team_access_granted", "team_ids": ["T2", "T3"]}, team=None)
    assert names(chat) == {"slack:T1": True, "slack:T2": True, "slack:T3": True}
    chat.tell({"type": "team_access_revoked", "team_ids": ["T2"]}, team=None)
    assert names(chat) == {"slack:T1": True, "slack:T2": False, "slack:T3": True}
    chat.tell({"type": "team_access_granted", "team_ids": ["T2"]}, team=None)
    assert names(chat)["slack:T2"]


def test_a_workspace_that_nobody_announced_introduces_itself(
    chat: InstalledChat, org: FakeSlack
) -> None:
    user = {"id": "UKIM", "team_id": "T7", "profile": {"real_name": "Kim"}}
    chat.tell({"type": "team_join", "user": user}, team="T7")
    assert names(chat) == {"slack:T1": True, "slack:T7": True}
    running: Running = chat.running  # type: ignore[attr-defined]
    people = running.ask(lambda unit: unit.members.find("slack:T7", ["UKIM"]))
    assert people["UKIM"].standing is Standing.ACTIVE


def test_the_end_of_an_organisations_installation_is_that_of_all_its_workspaces(
    chat: InstalledChat, org: FakeSlack
) -> None:
    chat.tell({"type": "team_access_granted", "team_ids": ["T2"]}, team=None)
    chat.fake.revoke(org)
    running: Running = chat.running  # type: ignore[attr-defined]
    chat.tell(REMOVED, at=running.clock.now().timestamp(), team=None)
    assert names(chat) == {"slack:T1": False, "slack:T2": False}
    assert running.ask(lambda unit: unit.credentials.all("slack")) == []
