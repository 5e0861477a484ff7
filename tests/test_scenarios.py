"""Many at once: newcomers, retries and second thoughts, on a real database and over real HTTP."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import httpx
import pytest

from adapters.slack import listen
from bot.desk import Desk
from bot.heard import ActionName, Said
from bot.memory import ExportFilter
from bot.messages import Answer, GlitterRecorded, Notice
from bot.model import Profile, Settings, Standing
from storage import postgresql, sqlite, tables
from tests.databases import Make
from tests.drivers.http import NO_TLS
from tests.drivers.slack import SlackChat, signed
from tests.drivers.stage import Stage
from tests.product import Running
from tests.worlds import World

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is refused because this machine is busy: here counts what becomes of a crowd. How
    long anybody waits at most is told by the tests of the writer and of Slack's requests."""
    monkeypatch.setattr(listen, "ANSWER_SECONDS", 60.0)
    for kind in (sqlite, postgresql):
        monkeypatch.setattr(kind, "PATIENCE", 60.0)
    settings = postgresql._SETTINGS.replace("'1400ms'", "'60s'")
    monkeypatch.setattr(postgresql, "_SETTINGS", settings)


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


@pytest.fixture
def slack() -> Iterator[SlackChat]:
    with SlackChat() as chat:
        for account, name in (("ana", "Ana Lindqvist"), ("bo", "Bo Nielsen"), ("kim", "Kim Berg")):
            chat.join(account, name)
        yield chat


def answered(world: World, stage: Stage, heard: list[Said]) -> list[Answer]:
    """What the desk answers when all of these arrive at once."""
    desk = Desk(world.store, {stage.name: stage}, Settings(), lambda: None)

    async def ask() -> list[Answer]:
        return await asyncio.gather(*map(desk.answer, heard))

    return asyncio.run(ask())


def test_a_hundred_praise_a_newcomer_at_once(world: World, stage: Stage) -> None:
    stage.people["new"] = Profile("new", "Nora Newcomer", standing=Standing.ACTIVE)
    givers = [f"p{number}" for number in range(100)]
    for who in givers:
        stage.people[who] = Profile(who, f"Person {who}", standing=Standing.ACTIVE)
    heard = [world.said(who, f"/glitter @new welcome from {who}") for who in givers]
    answers = answered(world, stage, heard)
    assert {type(one.message) for one in answers} == {GlitterRecorded}
    rows = world.exported()
    assert len(rows) == 100
    assert {row.receiver_name for row in rows} == {"Nora Newcomer"}
    accounts = [row.account for row in world.rows(tables.MEMBER)]
    assert len(accounts) == len(set(accounts)) == 101 + 4
    stage.settle()
    assert sorted(stage.posts()) == sorted(f"welcome from {who}" for who in givers)


def test_one_action_delivered_fifty_times_at_once_is_one_award(world: World, stage: Stage) -> None:
    said = world.said("ana", "/glitter @bo @kim carried it all", source_ref="once")
    answers = answered(world, stage, [said] * 50)
    assert {type(one.message) for one in answers} == {GlitterRecorded}
    assert len({str(one) for one in answers}) == 1
    assert len(world.exported()) == 2
    stage.settle()
    assert stage.posts() == ["carried it all"]


def test_a_limit_holds_however_many_come_at_once(file_world: World) -> None:
    heard = [file_world.said("ana", f"/glitter @bo deed {number}") for number in range(60)]
    answers = answered(file_world, Stage(file_world), heard)
    recorded = [one for one in answers if isinstance(one.message, GlitterRecorded)]
    assert len(file_world.exported()) == len(recorded) == 20


def test_two_undo_at_once_and_it_is_taken_back_once(world: World, stage: Stage) -> None:
    answer = world.say("ana", "/glitter @bo the good coffee")
    assert isinstance(answer, GlitterRecorded)
    stage.settle()
    with ThreadPoolExecutor(4) as pool:
        presses = [
            pool.submit(world.press, "ana", ActionName.UNDO, answer.award_id) for _ in range(8)
        ]
        codes = [press.result(30) for press in presses]
    told = sorted(one.code for one in codes if isinstance(one, Notice))
    assert told == ["undone"] + ["undone-already"] * 7
    stage.settle()
    deletions = [one for one in stage.tried if one.message is None]
    assert len(deletions) == 1


def test_the_same_signed_request_fifty_times_at_once_is_one_award_and_one_post(
    slack: SlackChat, start: Callable[..., Running], database_url: str
) -> None:
    product = start(slack, DATABASE_URL=database_url)
    told = fifty_times(slack, [product])
    assert "balsamico" in told
    product.settle()
    once(slack, product)


def test_fifty_deliveries_to_three_replicas_are_one_award_and_one_post(
    slack: SlackChat, start: Callable[..., Running], make_postgresql: Make
) -> None:
    url = make_postgresql(True)
    replicas = [start(slack, DATABASE_URL=url) for _ in range(3)]
    fifty_times(slack, replicas)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(Running.settle, replicas))
    once(slack, replicas[0])


def fifty_times(slack: SlackChat, products: list[Running]) -> str:
    """Deliver one signed request to these in turn, all at once; what it was answered each time."""
    body = urlencode(
        {
            "team_id": "T1",
            "channel_id": slack.fake.open_channel("general").id,
            "channel_name": "general",
            "user_id": slack.id_of("ana"),
            "command": "/glitter",
            "text": slack.typed("@bo stayed late for the balsamico customer"),
            "response_url": slack.fake.response_url("once"),
            "trigger_id": "trigger-once",
        }
    ).encode()
    headers = {"Content-Type": FORM, **signed(body)}
    urls = [f"{product.base_url}/slack/events" for product in products]

    with httpx.Client(timeout=30, verify=NO_TLS) as http, ThreadPoolExecutor(50) as pool:
        at = [urls[number % len(urls)] for number in range(50)]
        answers = list(pool.map(lambda url: http.post(url, content=body, headers=headers), at))
    assert {answer.status_code for answer in answers} == {200}
    (told,) = {answer.text for answer in answers}
    return told


def once(slack: SlackChat, product: Running) -> None:
    with product.product.store.export(ExportFilter(slack.workspace_id)) as rows:
        assert [row.reason for row in rows] == ["stayed late for the balsamico customer"]
    assert len(slack.fake.calls("chat.postMessage")) == 1


def test_a_bot_that_starts_again_answers_a_retry_as_before(
    slack: SlackChat, start: Callable[..., Running], database_url: str
) -> None:
    first = start(slack, DATABASE_URL=database_url)
    before = slack.say("ana", "/glitter @bo stayed late", ref="once")
    first.close()
    again = start(slack, DATABASE_URL=database_url)
    after = slack.say("ana", "/glitter @bo stayed late", ref="once")
    assert after.text == before.text
    again.settle()
    assert len(slack.posted()) == 1
