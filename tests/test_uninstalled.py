"""Who removes the bot: its token is gone at once, and after thirty days all that was given."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel

from bot.heard import ActionName
from bot.model import Duty
from bot.settings import change_settings
from tests.drivers.base import Chat
from tests.drivers.slack_browser import Browser, InstalledChat
from tests.drivers.teams import TeamsChat
from tests.product import SECRET, Running

Start = Callable[..., Running]
CANARY = "zyqcanary"
SAYS_NO = (400, {"error": "unauthorized_client"})


class House:
    """Ana and Bo have said much to each other; `remove` takes the bot away as the platform does."""

    def __init__(self, chat: Chat, product: Running, remove: Callable[[], None]) -> None:
        self.chat = chat
        self.product = product
        self.remove = remove
        chat.say("ana", f"/glitter @bo the {CANARY} parcel")
        product.ask(self._furnish)
        chat.say("ana", f"/cactus @bo the {CANARY} desk was empty wish: {CANARY}")
        product.settle()
        case = next(one for one in chat.direct("bo") if ActionName.REPLY in one.buttons)
        chat.fill("bo", chat.press("bo", case, ActionName.REPLY), note=f"who was at {CANARY}?")
        chat.say("bo", f"/glitter {CANARY}tills were calm")
        chat.say("ana", "/cactus")
        product.settle()

    def _furnish(self, unit):  # type: ignore[no-untyped-def]
        id = self.chat.workspace_id
        people = {one.name: one for one in unit.members.all(id)}
        unit.members.give_duty(people["Ana Ek"].id, Duty.HR)
        team = unit.teams.add(id, f"{CANARY}tills")
        unit.teams.join(team.id, [people["Ana Ek"].id])
        change_settings(unit, id, {"values": (CANARY,)}, "test")

    @property
    def is_removed(self) -> bool:
        found = self.product.ask(lambda unit: unit.workspaces.get(self.chat.workspace_id))
        assert found
        return found.suspended_at is not None

    def rows(self) -> dict[str, int]:
        """How many rows of which tables tell of this house, or hold a word of its people."""
        found: dict[str, int] = {}
        for table in SQLModel.metadata.sorted_tables:
            with self.product.product.database.snapshot() as connection:
                rows = connection.execute(text(f'SELECT * FROM "{table.name}"')).all()
            told = [row for row in map(str, rows) if CANARY in row or "Ana Ek" in row]
            if told:
                found[table.name] = len(told)
        return found

    def later(self, days: int) -> None:
        self.product.later(days=days)
        for _ in range(20):
            self.product.settle()


@pytest.fixture
def slack(start: Start, database_file: str) -> Iterator[House]:
    with InstalledChat() as chat:
        for account, name in (("ana", "Ana Ek"), ("bo", "Bo Öst")):
            chat.join(account, name)
        settings = {"CACTUS_WORKING_HOURS": "off", "CACTUS_HOLD_MINUTES": "0"}
        product = start(chat, DATABASE_URL=database_file, **settings)
        Browser(product.base_url).install(chat.fake, "UANA")
        product.settle()

        def remove() -> None:
            chat.fake.revoke(chat.fake)
            at = product.clock.now().timestamp()
            assert chat.tell({"type": "app_uninstalled"}, at=at).status_code == 200

        yield House(chat, product, remove)


@pytest.fixture
def teams(start: Start, database_file: str) -> Iterator[House]:
    with TeamsChat() as chat:
        for account, name in (("ana", "Ana Ek"), ("bo", "Bo Öst")):
            chat.join(account, name)
        settings = {"CACTUS_WORKING_HOURS": "off", "CACTUS_HOLD_MINUTES": "0"}
        product = start(chat, DATABASE_URL=database_file, **settings)

        def remove() -> None:
            """Microsoft does not say so: it gives no token any more."""
            chat.service.tokens.clear()
            chat.service.token_faults += [SAYS_NO] * 50
            chat.say("bo", "/glitter @ana the last word")
            product.later(minutes=1)

        yield House(chat, product, remove)


@pytest.fixture(params=["slack", "teams"])
def house(request: pytest.FixtureRequest) -> House:
    made: House = request.getfixturevalue(request.param)
    return made


def test_what_was_given_goes_thirty_days_after_the_bot(house: House) -> None:
    before = house.rows()
    assert {"award", "followup", "followup_event", "member", "team", "delivery"} <= before.keys()
    house.remove()
    assert house.is_removed
    house.later(days=29)
    assert house.rows().keys() == before.keys() - {"draft"}
    house.later(days=2)
    assert house.rows() == {}


def test_without_a_token_nothing_is_asked_of_slack_any_more(slack: House) -> None:
    assert isinstance(slack.chat, InstalledChat)
    slack.remove()
    assert slack.product.ask(lambda unit: unit.credentials.all("slack")) == []
    calls = len(slack.chat.fake.journal)
    assert "removed" in slack.chat.say("ana", "/glitter @bo thanks").text
    slack.later(days=8)
    assert len(slack.chat.fake.journal) == calls


def test_a_tenant_that_is_no_longer_listed_has_been_left_and_may_come_back(
    teams: House, start: Start, database_file: str
) -> None:
    assert isinstance(teams.chat, TeamsChat)
    teams.product.close()
    sent = len(teams.chat.service.connector_calls)
    settings = {**teams.chat.environment, "DATABASE_URL": database_file, "SECRET_KEY": SECRET}
    elsewhere = Running({**settings, "TEAMS_TENANT_ID": str(uuid4())}, lambda _: None)
    teams.product = elsewhere
    assert teams.is_removed
    elsewhere.later(days=8)  # the week's highlights would be due
    assert len(teams.chat.service.connector_calls) == sent
    elsewhere.close()
    teams.product = start(teams.chat, DATABASE_URL=database_file)
    assert "were calm" in teams.chat.say("ana", "/glitter me").text
    assert not teams.is_removed


def test_a_secret_that_ran_out_removes_nothing(teams: House) -> None:
    assert isinstance(teams.chat, TeamsChat)
    teams.chat.service.tokens.clear()
    teams.chat.service.token_faults += [(401, {"error": "invalid_client"})] * 50
    teams.chat.say("bo", "/glitter @ana the patience")
    teams.later(days=31)
    assert not teams.is_removed
    teams.chat.service.token_faults.clear()
    teams.product.later(minutes=2)
    assert [one for one in teams.chat.posted() if "the patience" in one.text]
