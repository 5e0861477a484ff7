"""Everything around the product: fakes, floor and load generator, each a process of its own."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import count

from bench.databases import Past
from bench.fakes import Signer
from bench.findings import Volley
from bench.load import Shot, stream, volley
from bench.processes import Server, free_port, server
from bench.requests import Wanted

PER_SECOND = 200


class Rig:
    """Shoots at the floor and at products; no request is ever sent twice."""

    def __init__(self, floor: Server, fake_url: str, token: str, load: ProcessPoolExecutor) -> None:
        self.fake_url = fake_url
        self.token = token
        self._floor = floor
        self._load = load
        self._volleys = count()

    @contextmanager
    def other_floor(self) -> Iterator[None]:
        """Another start of the floor, for the block."""
        before = self._floor
        try:
            with _floor(self.fake_url) as self._floor:
                yield
        finally:
            self._floor = before

    def floor(self, requests: int) -> Volley:
        return self._volley(self._floor, "slack", requests)

    def product(self, target: Server, past: Past, platform: str, requests: int) -> Volley:
        """Raises RuntimeError unless each request became an award."""
        target.until_quiet()
        before = past.count()
        made = self._volley(target, platform, requests)
        if (recorded := past.count() - before) != requests:
            raise RuntimeError(f"{requests} requests were answered, {recorded} awards recorded")
        return made

    def steady(self, target: Server, platform: str, seconds: int) -> Shot:
        target.until_quiet()
        return self.stream(target, platform, seconds, PER_SECOND)

    def stream(self, target: Server, platform: str, seconds: int, per_second: int) -> Shot:
        """Begins at once, whatever else the target is busy with."""
        wanted = self._next(target, platform, per_second * seconds)
        return self._load.submit(stream, wanted, per_second).result()

    def _volley(self, target: Server, platform: str, requests: int) -> Volley:
        wanted = self._next(target, platform, requests)
        before = target.processor_seconds()
        shot = self._load.submit(volley, wanted).result()
        return Volley(shot, (target.processor_seconds() - before) / requests * 1e6)

    def _next(self, target: Server, platform: str, requests: int) -> Wanted:
        first = next(self._volleys) * 1_000_000
        service_url = f"{self.fake_url}/teams/"
        return Wanted(platform, target.port, first, requests, self.token, service_url)


def _floor(fake_url: str) -> AbstractContextManager[Server]:
    port, calls = free_port(), {"SLACK_API_URL": f"{fake_url}/api/"}
    return server(["-m", "bench.floor", str(port)], calls, port)


@contextmanager
def rig() -> Iterator[Rig]:
    with ExitStack() as all:
        signer, port = Signer.made(), free_port()
        fake = all.enter_context(server(["-m", "bench.fakes", str(port)], {}, port, signer.pem))
        floor = all.enter_context(_floor(fake.url))
        apart = multiprocessing.get_context("spawn")
        load = all.enter_context(ProcessPoolExecutor(1, mp_context=apart))
        yield Rig(floor, fake.url, signer.token(f"{fake.url}/teams/"), load)
