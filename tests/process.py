"""The bot as its own process, as an operator runs it: `python app.py run`."""

import multiprocessing
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

import httpx

import app
from tests.drivers.http import NO_TLS

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0
FORKS = multiprocessing.get_context("forkserver")
"""Real processes, which need not import everything anew: a second of work for each of them."""
FORKS.set_forkserver_preload(["tests.nursery"])


def free_port() -> int:
    """One that no outgoing connection is given while its server is away."""
    while True:
        port = random.randint(20_000, 30_000)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


class Bot:
    """Started at once; `base_url` is known before it listens. Logs go to `log`."""

    def __init__(self, environment: Mapping[str, str], folder: Path, port: int | None = None):
        self.port = port or free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self.log = folder / f"bot-{time.monotonic_ns()}.log"
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.process = self._start({**kept, **environment, "PORT": str(self.port)}, folder)

    def _start(self, settings: dict[str, str], folder: Path) -> "subprocess.Popen[bytes] | _Fork":
        with self.log.open("wb") as out:
            return subprocess.Popen(
                [sys.executable, ROOT / "app.py", "run"],
                cwd=folder,
                env=settings,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self) -> Self:
        try:
            return self.ready()
        except BaseException:  # nobody else would end it
            self.kill()
            raise

    def __exit__(self, *exc: object) -> None:
        self.kill()

    def ready(self) -> Self:
        """Returns when `/readyz` says yes."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text()
            try:
                asked = httpx.get(f"{self.base_url}/readyz", timeout=5, verify=NO_TLS)
                if asked.status_code == 200:
                    return self
            except httpx.TransportError:
                time.sleep(0.02)
        raise AssertionError(f"not ready within {PATIENCE} s: {self.log.read_text()}")

    def kill(self) -> None:
        """As a power cut ends it."""
        self.process.kill()
        self.process.wait()

    def terminate(self, within: float) -> int:
        """As an operator ends it; the exit code. Raises where it takes longer than `within`."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(within)


class ForkedBot(Bot):
    """The same, forked from a process that has imported everything: for tests that start many."""

    def _start(self, settings: dict[str, str], folder: Path) -> "_Fork":
        return _Fork(settings, folder, self.log)


class _Fork:
    """What `Bot` needs of `subprocess.Popen`."""

    def __init__(self, settings: dict[str, str], folder: Path, log: Path) -> None:
        self._process = FORKS.Process(target=_run, args=(settings, folder, log))
        self._process.start()
        self.kill = self._process.kill

    def poll(self) -> int | None:
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self._process.pid or 0, number)

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        code = self._process.exitcode
        assert code is not None, f"still running after {timeout} s"
        return code


def _run(settings: dict[str, str], folder: Path, log: Path) -> None:
    with log.open("ab") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(settings)
    sys.argv = ["app.py", "run"]
    app.run(app.Tools())
