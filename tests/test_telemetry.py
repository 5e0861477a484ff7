"""Nobody hears anything of a house but the platform that it uses: there is no telemetry."""

import ast
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from bot.model import Duty
from tests.drivers.base import Chat
from tests.product import Running
from tests.test_house import LAYERS, ROOT, files, tree

LOOPBACK = "127.0.0.1"
HERE = re.compile(rf"{re.escape(LOOPBACK)}:(\d+)")
SPOKEN_TO = {
    "slack.com",
    *("login.botframework.com", "login.microsoftonline.com", "graph.microsoft.com"),
    "smba.trafficmanager.net",
    *("smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us"),
    "smba.infra.dod.teams.microsoft.us",
}
"""Each only where its platform is switched on."""
NAMES_ONLY = {
    "api.botframework.com",  # whom a token is for and from
    *("adaptivecards.io", "developer.microsoft.com", "www.w3.org"),  # schemas
    *("bot.example.com", "intranet.example.com"),  # in sentences
}
"""Written somewhere, never called."""


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> set[Any]:
    """Every address to which this process connects or sends, and every name that it looks up."""
    found: set[Any] = set()
    look_up = socket.getaddrinfo

    class Watched(socket.socket):
        def connect(self, address: Any, /) -> None:
            found.add(address)
            super().connect(address)

        def connect_ex(self, address: Any, /) -> int:
            found.add(address)
            return super().connect_ex(address)

        def sendto(self, *told: Any) -> int:
            found.add(told[-1])
            return super().sendto(*told)

    def looked_up(host: Any, port: Any, *more: Any, **named: Any) -> Any:
        found.add((host, port))
        return look_up(host, port, *more, **named)

    monkeypatch.setattr(socket, "socket", Watched)
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return found


def test_a_week_of_a_house_is_told_to_its_platform_alone(
    called: set[Any], chat: Chat, product: Running
) -> None:
    chat.say("ana", "/glitter me")
    product.ask(lambda unit: _give_hr(unit, chat.workspace_id))
    chat.say("kim", "/glitter @bo the calm release #care")
    chat.say("ana", "/cactus @kim the returns desk was empty at noon")
    for words in ("export", "mydata", "history", "settings", "home", "nonsense"):
        chat.say("ana", f"/glitter {words}")
    product.settle()
    assert chat.files("ana")
    for path in ("/", "/readyz", "/metrics", "/history", "/history/privacy", "/nowhere"):
        httpx.get(f"{product.base_url}{path}", trust_env=False)
    product.later(days=8)
    product.close()
    servers = f"{chat.environment} {product.base_url}"
    known = {(LOOPBACK, int(port)) for port in HERE.findall(servers)}
    assert {address[:2] for address in called} == known


def _give_hr(unit: Any, workspace_id: str) -> None:
    (ana,) = [one for one in unit.members.all(workspace_id) if one.name.startswith("Ana")]
    unit.members.give_duty(ana.id, Duty.HR)


def addresses(path: Path) -> Iterator[str]:
    """The hosts of all addresses that stand in a file's code; its comments may name any."""
    if "://" not in path.read_text("utf-8"):
        return
    told = {
        id(node.value)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            for address in re.findall(r"(?:https?|wss?)://[a-z][\w.-]+", node.value):
                yield urlsplit(address).hostname or ""


def test_no_address_is_built_in_but_those_of_the_platforms() -> None:
    built_in = {host.rstrip(".") for path in files(*LAYERS) for host in addresses(path)}
    assert built_in == SPOKEN_TO | NAMES_ONLY
    pages = [
        path
        for layer in LAYERS
        for path in (ROOT / layer).rglob("*")
        if path.suffix in {".html", ".js", ".css"}
    ]
    assert len(pages) > 20
    assert [
        path for path in pages if re.search(r"(?:https?:|[\"'(])//\w", path.read_text("utf-8"))
    ] == []
