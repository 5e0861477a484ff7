"""Nobody holds a connection who does not say what they want."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import pytest
from starlette.applications import Starlette

import app
from adapters import bodies, connections
from tests.drivers.base import Chat
from tests.product import Running
from tests.test_bodies import posts

UNTOLD = 0.01


@pytest.fixture
def head(product: Running) -> bytes:
    """Of a request whose body is read; it lacks its end."""
    path = next(posts(product.product.routes()))
    return f"POST {path} HTTP/1.1\r\nHost: kaktus\r\n".encode()


@contextmanager
def connected(product: Running) -> Iterator[socket.socket]:
    host, port = product.base_url.removeprefix("http://").split(":")
    with closing(socket.create_connection((host, int(port)), timeout=30)) as connection:
        yield connection


def everything(connection: socket.socket) -> bytes:
    """Until the other side closes; raises TimeoutError where it does not."""
    told = b""
    with suppress(ConnectionResetError):  # closed while something of ours was still unread
        while piece := connection.recv(65536):
            told += piece
    return told


def answered(product: Running, sent: bytes) -> bytes:
    """Until the connection is closed. On a busy machine even the head may come too late."""
    for _ in range(20):
        with connected(product) as connection:
            connection.sendall(sent)
            if told := everything(connection):
                return told
    return b""


@pytest.mark.parametrize("begun", [b"", b"POST", b"POST / HTTP/1.1\r\nHost: kaktus\r\n"])
def test_whoever_does_not_say_what_they_want_is_let_go(
    product: Running, begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", UNTOLD)
    with connected(product) as connection:
        connection.sendall(begun)
        assert everything(connection) == b""


def test_the_second_head_on_a_connection_is_waited_for_no_longer_than_the_first(
    product: Running, head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with connected(product) as connection:
        connection.sendall(b"HEAD /healthz HTTP/1.1\r\nHost: kaktus\r\n\r\n")
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")
        monkeypatch.setattr(connections, "PATIENCE_SECONDS", UNTOLD)
        connection.sendall(head)
        assert everything(connection) == b""


def test_whoever_goes_on_after_the_answer_is_heard_no_longer(
    product: Running, head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", 0.2)
    with connected(product) as connection:
        connection.sendall(head + b"Content-Length: 100000000\r\n\r\n")
        connection.settimeout(0.02)
        assert any(is_closed_after_a_byte_more(connection) for _ in range(500))


def is_closed_after_a_byte_more(connection: socket.socket) -> bool:
    try:
        connection.sendall(b"a")
        return not connection.recv(65536)
    except TimeoutError:
        return False
    except OSError:
        return True


def test_a_request_that_is_still_being_worked_on_is_not_hurried(
    product: Running, head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its head was here in time; how long its body may take is another's business."""
    monkeypatch.setattr(connections, "PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr(bodies, "READING_SECONDS", 0.6)
    told = answered(product, head + b"Content-Length: 9\r\n\r\n")
    assert told.startswith(b"HTTP/1.1 4")


def test_the_bot_itself_is_as_impatient(chat: Chat) -> None:
    config = app.listening(Starlette())
    config.load()
    assert config.http_protocol_class is connections.Impatient
