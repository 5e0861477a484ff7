"""The product as tests run it: a real server in a thread, a clock that can be moved."""

import asyncio
import socket
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
import uvicorn

from adapters.playground.clock import PlaygroundClock
from adapters.playground.send import Playground
from adapters.settings import Environment
from adapters.slack.send import SlackPlatform
from adapters.teams.send import TeamsPlatform
from app import Product
from bot.memory import T, Unit
from tests.drivers.base import Chat
from tests.drivers.playground import PlaygroundChat
from tests.drivers.slack import SlackChat
from tests.drivers.teams import TeamsChat

SECRET = "a secret for tests that is long enough to be one"
TIMEOUT = 60


class Running:
    """One product that listens; `settle` does one round and sends all that can be sent."""

    def __init__(self, environment: dict[str, str], prepare: Callable[[Product], None]) -> None:
        values: dict[str, Any] = {name.lower(): value for name, value in environment.items()}
        self.clock = PlaygroundClock()
        self.product = Product(Environment(_env_file=None, **values), self.clock)
        prepare(self.product)
        self.product.prepare()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        config = uvicorn.Config(
            self.product.application(), log_config=None, timeout_graceful_shutdown=1
        )
        self._started = Event()
        self._server = _Server(config, self._started)
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()
        assert self._started.wait(TIMEOUT), "the product did not start"

    def settle(self) -> None:
        asyncio.run_coroutine_threadsafe(self.product.settle(), self._loop).result(TIMEOUT)

    def ask(self, work: Callable[[Unit], T]) -> T:
        """Look into the product's memory."""
        return self.product.store.run_now(work)

    def later(self, **by: float) -> None:
        """Move the clock and let the product notice."""
        self.clock.move_to(self.clock.now() + timedelta(**by))
        self.settle()

    def close(self) -> None:
        self._server.should_exit = True
        self._thread.join(TIMEOUT)
        assert not self._thread.is_alive(), "the product did not stop"
        self.product.close()

    def _serve(self) -> None:
        try:
            asyncio.run(self._main())
        finally:  # also where it never came to listen
            self._started.set()

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        await self._server.serve(sockets=[self._socket])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, listens: Event) -> None:
        super().__init__(config)
        self._listens = listens

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._listens.set()


def _nothing(_: Product) -> None:
    return None


@pytest.fixture
def unpaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Platforms take messages as fast as they come: tests of pace go without this fixture."""
    for platform in (SlackPlatform, TeamsPlatform, Playground):
        monkeypatch.setattr(platform, "pace", timedelta(0))


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
def database_file(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/glitter.db"


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
