"""What is sent to the bot, however much, however slowly, and however twisted."""

import gzip
import socket
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest
from starlette.routing import BaseRoute, Mount, Route

from adapters import bodies
from tests.drivers.base import Chat
from tests.product import Running

HUGE = 100 * 1024 * 1024
CHUNK = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
KINDS = ("application/json", "application/x-www-form-urlencoded")
TWISTED: dict[str, Callable[[], bytes]] = {
    "nested": lambda: b"[" * 100_000,
    "nested in little room": lambda: b"[" * 10_000,
    "nested in a form": lambda: b"payload=" + b"[" * 100_000,
    "a bomb": cache(lambda: gzip.compress(b"a" * HUGE, 9, mtime=0)),
    "no text": lambda: b"\xff\xfe\x00",
    "nothing": lambda: b"",
}


def posts(routes: Iterable[BaseRoute], below: str = "") -> Iterator[str]:
    """Every address that takes a body, whatever it is about."""
    for route in routes:
        if isinstance(route, Mount):
            yield from posts(route.routes, below + route.path)
        elif isinstance(route, Route) and "POST" in (route.methods or ()):
            yield below + route.path.replace("{number}", "1")


@pytest.fixture
def doors(chat: Chat, product: Running) -> list[str]:
    found = list(posts(product.product.routes()))
    assert len(found) > 5
    assert not any("{" in path for path in found)
    return found


def answer(product: Running, path: str, kind: str, *sent: bytes, head: str) -> bytes:
    """The first line of the answer to a request that is written by hand."""
    host, port = product.base_url.removeprefix("http://").split(":")
    lines = (f"POST {path} HTTP/1.1", f"Host: {host}", f"Content-Type: {kind}", head, "", "")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall("\r\n".join(lines).encode())
        for piece in sent:
            connection.sendall(piece)
        return connection.recv(64)


def test_a_body_of_any_size_is_refused_before_it_is_read(
    doors: list[str], product: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "READING_SECONDS", 3600)
    for path in doors:
        for kind in KINDS:
            announced = answer(product, path, kind, head=f"Content-Length: {HUGE}")
            chunked = answer(product, path, kind, CHUNK * 17, head="Transfer-Encoding: chunked")
            for told in (announced, chunked):
                assert told.startswith(b"HTTP/1.1 4"), (path, kind, told)


def test_whoever_sends_without_end_is_given_up(
    doors: list[str], product: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "READING_SECONDS", 0.05)
    for path in doors:
        for kind in KINDS:
            told = answer(product, path, kind, b"a", head="Content-Length: 9")
            assert told.startswith(b"HTTP/1.1 4"), (path, kind, told)


@pytest.mark.parametrize("twisted", TWISTED.values(), ids=TWISTED)
def test_a_twisted_body_is_refused_and_nothing_breaks(
    doors: list[str], product: Running, twisted: Callable[[], bytes]
) -> None:
    body = twisted()
    for path in doors:
        for kind in KINDS:
            for encoding in ("Content-Encoding: gzip\r\n", ""):
                head = f"{encoding}Content-Length: {len(body)}"
                told = answer(product, path, kind, body, head=head)
                assert told.startswith(b"HTTP/1.1 4"), (path, kind, told)
