"""The Slack edge alone, under a real server, with a door that writes down what it hears."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, TypeVar

from starlette.applications import Starlette

from adapters.slack import SlackEdge
from bot.errors import StoreUnavailable
from bot.heard import Action, Noted, Said
from bot.messages import Answer, Notice
from bot.model import Reader
from tests.drivers.http import LocalAsgi
from tests.drivers.slack import SECRET, SlackChat
from tests.drivers.slack_api import TOKEN
from tests.drivers.slack_socket import APP_TOKEN

ENGLISH = Reader("en", "Europe/Stockholm")
Result = TypeVar("Result")


class RecordingDoor:
    """Answers everything with `reply`; `before` may raise or wait first."""

    def __init__(self) -> None:
        self.heard: list[Said | Action] = []
        self.seen: list[Noted] = []
        self.reply: Callable[[Said | Action], Answer] = lambda _: Answer(Notice("resent"), ENGLISH)
        self.store_is_down = False
        self.wait = 0.0

    async def answer(self, heard: Said | Action) -> Answer:
        self.heard.append(heard)
        await asyncio.sleep(self.wait)
        return self.reply(heard)

    async def note(self, seen: Noted) -> None:
        if self.store_is_down:
            raise StoreUnavailable
        self.seen.append(seen)


class Product:
    """The running edge and everything around it."""

    def __init__(self, chat: SlackChat, door: RecordingDoor, edge: SlackEdge, at: LocalAsgi):
        self.chat = chat
        self.door = door
        self.edge = edge
        self._at = at
        self.base_url = at.url

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Something of the edge, on its own loop."""
        return asyncio.run_coroutine_threadsafe(work, self._at.loop).result(10)

    def settle_background(self) -> None:
        """Returns when the edge has nothing left to do behind its acknowledgements."""
        self.run(_until_quiet())


async def _no_tick() -> None:
    return None


async def _until_quiet() -> None:
    while working := [task for task in asyncio.all_tasks() if _is_work(task)]:
        await asyncio.wait(working)


def _is_work(task: asyncio.Task[Any]) -> bool:
    code = getattr(task.get_coro(), "cr_code", None)
    return code is not None and ("adapters/slack" in code.co_filename or code.co_name == "run_asgi")


@contextmanager
def slack_product(
    chat: SlackChat | None = None, api_url: str = "", *, socket: bool = False
) -> Iterator[Product]:
    """A product with a Slack edge and nothing behind it. `api_url`: instead of the fake's.

    `socket`: no request comes over HTTP, and `chat` has been entered already.
    """
    door = RecordingDoor()
    with nullcontext(chat) if chat and socket else chat or SlackChat() as slack:
        edge = SlackEdge(
            signing_secret=None if socket else SECRET,
            app_token=APP_TOKEN if socket else None,
            bot_token=TOKEN,
            api_url=api_url or slack.fake.api_url,
        )
        app = Starlette(routes=edge.routes(door, _no_tick))
        with LocalAsgi(app, before=lambda: edge.start(door, ()), after=edge.stop) as at:
            slack.connect(at.url, lambda: None)
            yield Product(slack, door, edge, at)
