"""Killed again and again under load, the bot keeps what it said and says nothing twice."""

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlencode

import httpx
import pytest
from sqlalchemy import select

from adapters.clock import SystemClock
from bot.digests import last_week_at_installation
from bot.heard import ActionName, Installed
from bot.memory import ExportFilter
from bot.model import Settings
from storage import tables
from storage.database import Database
from storage.store import SqlStore
from tests.databases import Make
from tests.drivers.http import NO_TLS
from tests.drivers.slack import SlackChat, signed
from tests.drivers.slack_api import Fault
from tests.process import Bot, ForkedBot, free_port
from tests.product import Running, wait_for

FORM = "application/x-www-form-urlencoded"
pytestmark = pytest.mark.usefixtures("it_is_today")
KILLS = {"sqlite": 50, "postgresql": 5}


@pytest.fixture(scope="session")
def make_sqlite(make_sqlite_on_disk: Make) -> Make:
    return make_sqlite_on_disk


@pytest.fixture
def slack() -> Iterator[SlackChat]:
    with SlackChat() as chat:
        for account in ("ana", "bo", "boss"):
            chat.join(account, f"{account.title()} Lindqvist")
        yield chat


class Load:
    """Colleagues who praise without a pause, each time in another channel, by real requests."""

    def __init__(self, chat: SlackChat, base_url: str, colleagues: int = 2) -> None:
        self.acknowledged: list[str] = []
        """The reasons of which the bot said that they are recorded."""
        self._chat = chat
        self._url = f"{base_url}/slack/events"
        self._numbers = count(1)
        self._done = Event()
        self._threads = [Thread(target=self._praise) for _ in range(colleagues)]

    def __enter__(self) -> "Load":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._done.set()
        for thread in self._threads:
            thread.join(30)

    def _praise(self) -> None:
        with httpx.Client(timeout=10, verify=NO_TLS) as http:
            while not self._done.is_set():
                reason = f"deed-{next(self._numbers):06}-"
                try:
                    answer = self._give(http, reason)
                except httpx.TransportError:  # it has just been killed
                    time.sleep(0.03)
                    continue
                if "Recorded" in answer.text:
                    self.acknowledged.append(reason)

    def _give(self, http: httpx.Client, reason: str) -> httpx.Response:
        channel = self._chat.fake.open_channel(reason)
        fields = {
            "team_id": "T1",
            "channel_id": channel.id,
            "channel_name": channel.name,
            "user_id": self._chat.id_of("ana"),
            "command": "/glitter",
            "text": f"<@{self._chat.id_of('bo')}|bo> {reason}",
            "response_url": self._chat.fake.response_url(reason),
            "trigger_id": f"trigger-{reason}",
        }
        body = urlencode(fields).encode()
        return http.post(self._url, content=body, headers={"Content-Type": FORM, **signed(body)})


def posts(chat: SlackChat) -> Counter[str]:
    """How often each reason stands in its channel."""
    channels = [channel for channel in chat.fake.channels.values() if not channel.owner]
    return Counter(
        channel.name
        for channel in channels
        for message in channel.messages
        if channel.name in message["text"]
    )


def stored(product: Running, chat: SlackChat) -> list[str]:
    with product.product.store.export(ExportFilter(chat.workspace_id)) as rows:
        return [row.reason for row in rows]


def unknown(product: Running) -> dict[str, int]:
    """The posts of which nobody can say whether they arrived: their reasons and delivery ids."""
    with product.product.database.snapshot() as connection:
        delivery, award = tables.DELIVERY, tables.AWARD
        found = select(award.c.reason, delivery.c.id).join_from(delivery, award)
        rows = connection.execute(found.where(delivery.c.status == "unknown"))
        return {row.reason: row.id for row in rows}


def install(chat: SlackChat, url: str) -> None:
    """The bot has been here before, and Boss let it in."""
    database = Database(url)
    store = SqlStore(database, SystemClock())
    seen = Installed(chat.workspace_id, name="Kaktus AB", installer=chat.id_of("boss"))
    chosen = Settings(daily_glitter_limit=0)
    store.run_now(
        lambda unit: unit.workspaces.install(
            seen, chosen, last_week_at_installation(unit.now, chosen)
        )
    )
    database.close()


@pytest.fixture(params=list(KILLS))
def battered(
    request: pytest.FixtureRequest, slack: SlackChat, tmp_path: Path
) -> tuple[str, list[str]]:
    """A database whose bot was killed again and again; and what it had acknowledged."""
    make: Make = request.getfixturevalue(f"make_{request.param}")
    url = make(True)
    settings = {**slack.environment, "DATABASE_URL": url, "DAILY_GLITTER_LIMIT": "0"}
    install(slack, url)
    # Slow enough to be killed in the middle; and some connections break by themselves.
    slow, broken = Fault(delay=0.02), Fault(delay=0.02, cut="before")
    slack.fake.fail("chat.postMessage", *[broken, *[slow] * 19] * 200)
    random_ = random.Random(f"{request.param}")
    port = free_port()
    with Load(slack, f"http://127.0.0.1:{port}") as load:
        for _ in range(KILLS[request.param]):
            with ForkedBot(settings, tmp_path, port):  # which ends as by a power cut
                enough = len(load.acknowledged) + random_.randint(1, 6)
                wait_for(lambda enough=enough: len(load.acknowledged) >= enough)
                time.sleep(random_.uniform(0, 0.02))
    slack.fake._faults.clear()
    return url, load.acknowledged


def test_killed_under_load_it_keeps_its_word_and_posts_nothing_twice(
    battered: tuple[str, list[str]], slack: SlackChat, start: Callable[..., Running]
) -> None:
    url, acknowledged = battered
    assert len(acknowledged) >= 6
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        file.close()
    product = start(slack, DATABASE_URL=url)
    product.later(seconds=31)  # the leases of the dead run out

    recorded = stored(product, slack)
    assert len(recorded) == len(set(recorded))
    assert set(acknowledged) <= set(recorded)

    made, lost = posts(slack), unknown(product)
    assert max(made.values()) == 1
    assert set(made) <= set(recorded)
    assert set(recorded) == set(made) | set(lost)
    assert lost

    press_resend(slack, lost.values())
    product.settle()
    assert set(posts(slack)) == set(recorded)
    assert unknown(product) == {}


def press_resend(chat: SlackChat, lost: Iterable[int]) -> None:
    """Boss presses the buttons; offers that were lost with a killed process look the same."""
    offers = [shown for shown in chat.direct("boss") if ActionName.RESEND in shown.buttons]
    assert offers
    for id in lost:
        pressed = offers[0].buttons[ActionName.RESEND]
        button = {**pressed["button"], "value": str(id)}
        offer = replace(offers[0], buttons={ActionName.RESEND: {**pressed, "button": button}})
        assert "On its way again" in chat.press("boss", offer, ActionName.RESEND).text


def test_asked_to_end_it_finishes_what_is_on_its_way(
    slack: SlackChat, tmp_path: Path, make_sqlite: Make
) -> None:
    url = make_sqlite(True)
    slack.fake.fail("chat.postMessage", Fault(delay=1.0))
    settings = {**slack.environment, "DATABASE_URL": url}
    with Bot(settings, tmp_path) as bot:
        slack.connect(bot.base_url, lambda: None)
        answer = slack.say("ana", "/glitter @bo stayed late for the balsamico customer")
        assert "Recorded" in answer.text
        wait_for(lambda: slack.fake.calls("chat.postMessage"))
        assert bot.terminate(within=10) == 0
        log = bot.log.read_text()
    assert len(slack.posted()) == 1
    assert "Traceback" not in log
    database = Database(url)
    with database.snapshot() as connection:
        assert [row.status for row in connection.execute(tables.DELIVERY.select())] == ["sent"]
        assert connection.exec_driver_sql("SELECT count(*) FROM instance").scalar() == 0
    database.close()


def test_asked_to_end_while_slack_hangs_it_ends_all_the_same(
    slack: SlackChat, tmp_path: Path, make_sqlite: Make
) -> None:
    slack.fake.fail("chat.postMessage", Fault(delay=60))
    settings = {**slack.environment, "DATABASE_URL": make_sqlite(True)}
    with ForkedBot(settings, tmp_path) as bot:
        slack.connect(bot.base_url, lambda: None)
        slack.say("ana", "/glitter @bo stayed late for the balsamico customer")
        wait_for(lambda: slack.fake.calls("chat.postMessage"))
        assert bot.terminate(within=10) == 0


def test_what_cannot_start_says_why_in_a_sentence_and_ends_with_1(
    slack: SlackChat, tmp_path: Path, make_sqlite: Make
) -> None:
    settings = {**slack.environment, "DATABASE_URL": make_sqlite(True)}
    port = int(httpx.URL(slack.fake.api_url).port or 0)
    for wrong, word in (({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "SLACK_BOT_TOKEN"), ({}, "PORT")):
        bot = ForkedBot({**settings, **wrong}, tmp_path, port=None if wrong else port)
        assert bot.process.wait(20) == 1
        (line,) = [one for one in bot.log.read_text().splitlines() if word in one]
        assert line.endswith(".")
        assert "xoxb-wrong" not in bot.log.read_text()
