"""What somebody sends who wishes us ill, as bytes, and how it is answered.

Each request comes on a connection of its own, to Slack's address and to that of Teams in turn.
"""

import asyncio
import base64
import gzip
import json
import secrets
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count, repeat
from time import perf_counter

import uvloop

from bench import requests, world
from bench.requests import Wanted

HUGE = 100 * 1024 * 1024
DEEP = 100_000
_PIECE = 64 * 1024
_DRIP = 0.5
"""Seconds between the bytes of a slow one."""
_FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Shell:
    """One hostile request: its pieces, and the seconds between them."""

    pieces: Iterator[bytes]
    pause: float = 0.0


@dataclass(frozen=True, slots=True)
class Fire:
    """So many clients; together they begin so many requests a second, or as many as they can."""

    name: str
    made: Callable[[Wanted], Iterator[Shell]]
    clients: int
    per_second: float = 0.0


@dataclass(slots=True)
class Hits:
    """How often which status came (0: closed without a word, -1: nothing until the end), and the
    seconds that the slowest answer took."""

    answered: Counter[int] = field(default_factory=Counter)
    slowest: float = 0.0


def burn(fire: int, wanted: Wanted, seconds: float) -> Hits:
    """Keep up the fire of this number in FIRES."""
    return uvloop.run(_burn(FIRES[fire], wanted, seconds))


async def _burn(fire: Fire, wanted: Wanted, seconds: float) -> Hits:
    hits, until = Hits(), perf_counter() + seconds
    shells = fire.made(wanted)
    pace = fire.clients / fire.per_second if fire.per_second else 0.0

    async def client(number: int) -> None:
        await asyncio.sleep(pace * number / fire.clients)
        while (left := until - perf_counter()) > 0:
            began = perf_counter()
            try:
                async with asyncio.timeout(left):
                    status = await _send(wanted.port, next(shells))
            except TimeoutError:
                status = -1
            took = perf_counter() - began
            hits.answered[status] += 1
            hits.slowest = max(hits.slowest, took if status > 0 else 0.0)
            await asyncio.sleep(min(max(pace - took, 0.0), max(until - perf_counter(), 0.0)))

    await asyncio.gather(*map(client, range(fire.clients)))
    return hits


async def _send(port: int, shell: Shell) -> int:
    """The status of the answer; 0 where there was none."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return 0
    answering = asyncio.ensure_future(reader.read(64))
    try:
        with suppress(OSError):
            for piece in shell.pieces:
                writer.write(piece)
                await writer.drain()
                if shell.pause:
                    await asyncio.wait([answering], timeout=shell.pause)
                if answering.done():
                    break
        with suppress(OSError):
            head = await answering
            return int(head.split()[1]) if head else 0
        return 0
    finally:
        answering.cancel()
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


def _posts(wanted: Wanted, *, length: str) -> Iterator[bytes]:
    """Heads for both addresses in turn; what they send is not signed."""
    for number in count():
        path, kind = ((world.SLACK_PATH, _FORM), (world.TEAMS_PATH, _JSON))[number % 2]
        yield _head(wanted.port, path, kind, length)


def _head(port: int, path: str, kind: str, *more: str) -> bytes:
    lines = (f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", f"Content-Type: {kind}", *more)
    return "\r\n".join([*lines, "", ""]).encode()


def _unknown_keys(wanted: Wanted) -> Iterator[Shell]:
    """Tokens of the right form, each by a key that nobody has."""
    [honest] = requests.prepare(Wanted("teams", wanted.port, 0, 1, wanted.token))
    _, claims, signature = wanted.token.split(".")
    while True:
        header = json.dumps({"alg": "RS256", "typ": "JWT", "kid": secrets.token_hex(8)})
        named = base64.urlsafe_b64encode(header.encode()).decode().rstrip("=")
        token = f"{named}.{claims}.{signature}"
        yield Shell(iter([honest.replace(wanted.token.encode(), token.encode())]))


def _known_key(wanted: Wanted) -> Iterator[Shell]:
    """Tokens that name the right key and are signed by none, so that the signature is looked at."""
    [honest] = requests.prepare(Wanted("teams", wanted.port, 0, 1, wanted.token))
    signed, _, signature = wanted.token.rpartition(".")
    while True:
        forged = base64.urlsafe_b64encode(secrets.token_bytes(256)).decode().rstrip("=")
        token = f"{signed}.{forged[: len(signature)]}"
        yield Shell(iter([honest.replace(wanted.token.encode(), token.encode())]))


def _signatures(wanted: Wanted) -> Iterator[Shell]:
    [honest] = requests.prepare(Wanted("slack", wanted.port, 0, 1))
    before, _, rest = honest.partition(b"v0=")
    while True:
        yield Shell(iter([before + b"v0=" + secrets.token_hex(32).encode() + rest[64:]]))


def _huge(wanted: Wanted) -> Iterator[Shell]:
    """100 MB, announced or in pieces of which nobody says how many will come."""
    announced = _posts(wanted, length=f"Content-Length: {HUGE}")
    unannounced = _posts(wanted, length="Transfer-Encoding: chunked")
    piece = b"a" * _PIECE
    chunk = f"{_PIECE:x}\r\n".encode() + piece + b"\r\n"
    while True:
        for heads, part in ((announced, piece), (unannounced, chunk)):
            for head in (next(heads), next(heads)):
                yield Shell(_then(head, repeat(part, HUGE // _PIECE)))


def _then(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest


def _slow_bodies(wanted: Wanted) -> Iterator[Shell]:
    for head in _posts(wanted, length="Content-Length: 1000000"):
        yield Shell(_then(head, repeat(b"a")), _DRIP)


def _slow_heads(wanted: Wanted) -> Iterator[Shell]:
    for head in _posts(wanted, length="X-Slow: "):
        yield Shell(_then(head.rstrip(), repeat(b"a")), _DRIP)


def _nested(wanted: Wanted) -> Iterator[Shell]:
    """Signed and with a valid token: what would be parsed."""
    deep = b"[" * DEEP
    slack = requests.signed_for_slack(wanted.port, b"payload=" + deep)
    teams = requests.with_token(wanted.port, wanted.token, deep)
    while True:
        yield Shell(iter([slack]))
        yield Shell(iter([teams]))


def _bombs(wanted: Wanted) -> Iterator[Shell]:
    bomb = gzip.compress(b"a" * HUGE, 9, mtime=0)
    for head in _posts(wanted, length=f"Content-Encoding: gzip\r\nContent-Length: {len(bomb)}"):
        yield Shell(iter([head + bomb]))


FIRES = (
    Fire("tokens by unknown keys", _unknown_keys, 20, 100),
    Fire("tokens with forged signatures", _known_key, 20, 100),
    Fire("forged Slack signatures", _signatures, 20, 100),
    Fire("bodies of 100 MB", _huge, 16),
    Fire("bodies that come drop by drop", _slow_bodies, 500),
    Fire("heads that come drop by drop", _slow_heads, 500),
    Fire("100,000 brackets, rightly signed", _nested, 10, 20),
    Fire("bombs of gzip, 100 MB each", _bombs, 10, 20),
)
