"""Sends prepared requests over kept connections, and says how long each answer took."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter
from typing import cast

import uvloop

from bench.requests import Wanted, prepare

CLIENTS = 32
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Shot:
    """How one volley went: requests/s, and milliseconds until half / 99 % were answered."""

    rate: float
    p50: float
    p99: float


def volley(wanted: Wanted) -> Shot:
    """32 clients, each sending its next request when the last is answered."""
    return uvloop.run(_fire(prepare(wanted), wanted.port, pace=None))


def stream(wanted: Wanted, per_second: float) -> Shot:
    """So many a second, whether the earlier ones are answered or not."""
    return uvloop.run(_fire(prepare(wanted), wanted.port, pace=1 / per_second))


class _Client(asyncio.Protocol):
    """One connection; `answered` is called with each response's head."""

    def __init__(self, answered: Callable[["_Client", bytes], None]) -> None:
        self._answered = answered
        self._received = b""
        self.due_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def send(self, request: bytes, due_at: float) -> None:
        self.due_at = due_at
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, blank, body = self._received.partition(b"\r\n\r\n")
        if blank and len(body) >= _length(head):
            self._received = b""
            self._answered(self, head)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        if self._received or self.due_at:
            self._answered(self, b"the connection broke")

    def close(self) -> None:
        self.due_at = 0.0
        self._transport.close()


class _Volley:
    """Hands out the requests and collects the answers."""

    def __init__(self, requests: Sequence[bytes]) -> None:
        self._requests = deque(requests)
        self._waiting: deque[float] = deque()
        self._idle: deque[_Client] = deque()
        self._left = len(requests)
        self.took: list[float] = []
        self.finished: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.paced = False

    def add(self, client: _Client) -> None:
        self._idle.append(client)

    def due(self) -> None:
        """One more request is to go out now, or as soon as a client is free."""
        self._waiting.append(perf_counter())
        if self._idle:
            self._next(self._idle.popleft())

    def answered(self, client: _Client, head: bytes) -> None:
        if not head.startswith(b"HTTP/1.1 200"):
            self._fail(head)
            return
        self.took.append(perf_counter() - client.due_at)
        self._left -= 1
        if not self._left:
            self.finished.set_result(None)
        if not self.paced and self._requests:
            self._waiting.append(perf_counter())
        self._next(client)

    def _next(self, client: _Client) -> None:
        if self._waiting and self._requests:
            client.send(self._requests.popleft(), self._waiting.popleft())
        else:
            self._idle.append(client)

    def _fail(self, head: bytes) -> None:
        if not self.finished.done():
            said = head.partition(b"\r\n")[0].decode(errors="replace")
            self.finished.set_exception(RuntimeError(f"a request failed: {said}"))


async def _fire(requests: Sequence[bytes], port: int, pace: float | None) -> Shot:
    loop = asyncio.get_running_loop()
    work = _Volley(requests)
    clients = []
    for _ in range(CLIENTS):
        _, client = await loop.create_connection(lambda: _Client(work.answered), "127.0.0.1", port)
        work.add(client)
        clients.append(client)
    began = perf_counter()
    if pace is None:
        for _ in clients:
            work.due()
    else:
        work.paced = True
        for number in range(len(requests)):
            loop.call_later(number * pace, work.due)
    await asyncio.wait_for(work.finished, PATIENCE)
    ended = perf_counter()
    for client in clients:
        client.close()
    return _summed_up(work.took, ended - began)


def _summed_up(took: list[float], seconds: float) -> Shot:
    percentiles = quantiles(took, n=100)
    return Shot(len(took) / seconds, percentiles[49] * 1000, percentiles[98] * 1000)


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r\n")[0]) if found else 0
