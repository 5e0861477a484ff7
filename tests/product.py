"""The product as tests run it: a real server in a thread, a clock that can be moved."""

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.clock import SystemClock
from adapters.connections import Impatient
from adapters.playground.clock import PlaygroundClock
from adapters.playground.send import Playground
from adapters.settings import Environment
from adapters.slack.send import SlackPlatform
from adapters.teams.pace import Pace
from adapters.teams.send import TeamsPlatform
from app import Product
from bot.memory import T, Unit
from tests.databases import Make
from tests.drivers.base import Chat
from tests.drivers.http import LocalAsgi
from tests.drivers.playground import PlaygroundChat
from tests.drivers.slack import SlackChat
from tests.drivers.teams import TeamsChat

SECRET = "a secret for tests that is long enough to be one"
TIMEOUT = 60
WEDNESDAY = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


class Running:
    """One product that listens; `settle` does one round and sends all that can be sent."""

    def __init__(self, environment: dict[str, str], prepare: Callable[[Product], None]) -> None:
        values: dict[str, Any] = {name.lower(): value for name, value in environment.items()}
        self.clock = PlaygroundClock()
        self.product = Product(Environment(_env_file=None, **values), self.clock)
        prepare(self.product)
        self.product.prepare()
        served = self.product.application()
        self._server = LocalAsgi(served, lifespan="on", http=Impatient).start()
        self.base_url = self._server.url

    def settle(self) -> None:
        asyncio.run_coroutine_threadsafe(self.product.settle(), self._server.loop).result(TIMEOUT)

    def ask(self, work: Callable[[Unit], T]) -> T:
        """Look into the product's memory."""
        return self.product.store.run_now(work)

    def later(self, **by: float) -> None:
        """Move the clock and let the product notice."""
        self.clock.move_to(self.clock.now() + timedelta(**by))
        self.settle()

    def close(self) -> None:
        self._server.stop()
        self.product.close()


def wait_for(what: Callable[[], Any]) -> None:
    """Until it is so: for what nobody waits for but another thread or process brings about."""
    until = time.monotonic() + TIMEOUT
    while not what():
        assert time.monotonic() < until
        time.sleep(0.002)


@pytest.fixture(autouse=True)
def it_is_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The product's clocks run, and begin at the same moment on whatever day a test is run."""
    ahead = WEDNESDAY - datetime.now(UTC)
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(UTC) + ahead)


@pytest.fixture
def it_is_today(it_is_wednesday: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a product that shares a database with other processes, which know the real time."""
    monkeypatch.setattr(SystemClock, "now", lambda _: datetime.now(UTC))


def _nothing(_: Product) -> None:
    return None


@pytest.fixture
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Platforms take messages as fast as they come: tests of pace go without this fixture."""
    for platform in (SlackPlatform, TeamsPlatform, Playground):
        monkeypatch.setattr(platform, "pace", timedelta(0))
    monkeypatch.setattr(Pace, "wait", lambda *_: 0.0)


@pytest.fixture
def start(unpaced: None) -> Iterator[Callable[..., Running]]:
    """Start products: `start(chat, DATABASE_URL=…)`. They stop with the test."""
    running: list[Running] = []

    def begin(chat: Chat, **environment: str) -> Running:
        settings = {"SECRET_KEY": SECRET, **chat.environment, **environment}
        prepare = _nothing
        if isinstance(chat, PlaygroundChat):
            prepare = lambda product: chat.attach(product.edges[0])  # noqa: E731
        product = Running(settings, prepare)
        running.append(product)
        chat.connect(product.base_url, product.settle)
        return product

    yield begin
    for product in running:
        product.close()


@pytest.fixture
def database_file(make_sqlite: Make) -> str:
    """The URL of a database with the newest schema and nothing in it."""
    return make_sqlite(True)


@pytest.fixture(params=[PlaygroundChat, SlackChat, TeamsChat], ids=["playground", "slack", "teams"])
def chat(request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A platform with Ana, Bo and Kim in it, and a bot called Robo."""
    from bot.model import Standing

    with request.param() as platform:
        platform.join("ana", "Ana Lindqvist")
        platform.join("bo", "Bo Nielsen")
        platform.join("kim", "Kim Berg")
        platform.join("robo", "Robo", standing=Standing.BOT)
        platform.join("gone", "Gone Girl", standing=Standing.DEACTIVATED)
        platform.join("guest", "Guest Other", standing=Standing.STRANGER)
        yield platform


@pytest.fixture
def product(chat: Chat, start: Callable[..., Running], database_file: str) -> Running:
    """The product on that platform, with every chat's cacti going out at once in working hours."""
    return start(chat, DATABASE_URL=database_file, CACTUS_WORKING_HOURS="off")
