"""The pages on a small world, and a browser without JavaScript that visits them."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from adapters.web import pages as web
from bot import visits
from bot.memory import Unit
from bot.messages import SignInLink
from tests.drivers.http import NO_TLS, LocalAsgi
from tests.worlds import HOUSE, World

ENTER = "/history/enter?link="


class Window:
    """One browser: it keeps the cookie itself, so that a secure one can be looked at as well."""

    def __init__(self, base_url: str, **headers: str) -> None:
        self._client = httpx.Client(base_url=base_url, headers=headers, verify=NO_TLS)
        self.cookie = ""
        self.seen: httpx.Response

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *exc: object) -> None:
        self._client.close()

    def get(self, path: str, method: str = "GET") -> httpx.Response:
        return self._ask(method, path)

    def post(self, path: str, **fields: str) -> httpx.Response:
        """Submit a form as it is; `press` adds what the page has put into it."""
        return self._ask("POST", path, data=fields)

    def press(self, path: str, **fields: str) -> httpx.Response:
        """Submit a form of the page that was seen last."""
        token = re.search(r'name="token" value="(\w+)"', self.seen.text)
        assert token, "no form on this page"
        return self.post(path, token=token[1], **fields)

    def enter(self, link: str) -> httpx.Response:
        """Follow a link from the chat and press its button."""
        address = link[link.index("/history/") :]
        offered = self.get(address)
        assert offered.status_code == 200, said(offered)
        return self.post("/history/enter", link=address.removeprefix(ENTER))

    def _ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {"cookie": self.cookie} if self.cookie else {}
        response = self._client.request(method, path, headers=headers, **more)
        for given in response.headers.get_list("set-cookie"):
            gone = "Max-Age=0" in given
            self.cookie = "" if gone else given.partition(";")[0]
        self._client.cookies.clear()
        self.seen = response
        return response


def said(response: httpx.Response) -> str:
    """What a page says, without its markup."""
    main = re.search(r"<main.*</main>", response.text, re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", main[0] if main else response.text)
    return unescape(re.sub(r"\s+", " ", words)).strip()


class Pages:
    """The pages of a world."""

    def __init__(self, world: World, base_url: str) -> None:
        self.world = world
        self.base_url = base_url
        self._windows: list[Window] = []

    def link(self, account: str, at: str = HOUSE) -> str:
        """A link as the chat would give it."""
        made = self.world.ask(lambda unit: _link(unit, at, account))
        return made.address

    def window(self, **headers: str) -> Window:
        self._windows.append(Window(self.base_url, **headers))
        return self._windows[-1]

    def signed_in(self, account: str, at: str = HOUSE) -> Window:
        window = self.window()
        assert window.enter(self.link(account, at)).status_code == 303
        return window

    def close(self) -> None:
        for window in self._windows:
            window.__exit__()


def _link(unit: Unit, workspace_id: str, account: str) -> SignInLink:
    return visits.with_token(unit, workspace_id, SignInLink(account, ENTER, 5))


def served(world: World, address: str | None = None) -> LocalAsgi:
    pages = web.mounted(world.store, address, erased=erasures(world))
    return LocalAsgi(Starlette(routes=[pages]))


def erasures(world: World) -> Path:
    """Where erasures from the pages are noted."""
    assert world.database.file
    return world.database.file.with_suffix(".erasures")


@pytest.fixture
def pages(file_world: World) -> Iterator[Pages]:
    """The pages of the house, on loopback."""
    with served(file_world) as server:
        made = Pages(file_world, server.url)
        yield made
        made.close()
