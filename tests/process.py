"""The bot as its own process, as an operator runs it: `python app.py run`."""

import json
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

from tests.drivers.http import NO_TLS

ROOT = Path(__file__).parent.parent
PATIENCE = 30.0


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
        settings = {**kept, **environment, "PORT": str(self.port)}
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, ROOT / "app.py", "run"],
                cwd=folder,
                env=settings,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def __enter__(self) -> Self:
        return self.ready()

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


NURSERY = """
import gc, json, os, sys
import adapters.slack
import app
gc.freeze()  # so that no child has to look through all this again
for line in sys.stdin:
    told = json.loads(line)
    if "wait" in told:
        print(os.waitpid(told["wait"], 0)[1], flush=True)
        continue
    child = os.fork()
    if child:
        print(child, flush=True)
        continue
    log = os.open(told["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.chdir(told["folder"])
    os.environ.clear()
    os.environ.update(told["environment"])
    sys.argv = ["app.py", "run"]
    app.run(app.Tools())
    sys.exit(0)
"""


class Nursery:
    """Real processes of the bot that begin without importing it anew, for many restarts."""

    def __init__(self, environment: Mapping[str, str], folder: Path) -> None:
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "nursery.log"
        settings = {**environment, "PORT": str(self.port)}
        self._told = {"environment": settings, "folder": str(folder), "log": str(self.log)}
        self._http = httpx.Client(base_url=self.base_url, timeout=5, verify=NO_TLS)

    def __enter__(self) -> Self:
        self._mother = subprocess.Popen(
            [sys.executable, "-c", NURSERY],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *exc: object) -> None:
        self._http.close()
        with self._mother:
            self._mother.terminate()

    def start(self) -> int:
        """The id of a process that is ready for work."""
        child = self._ask(self._told)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                if self._http.get("/readyz").status_code == 200:
                    return child
            except httpx.TransportError:
                time.sleep(0.02)
        raise AssertionError(f"not ready within {PATIENCE} s: {self.log.read_text()}")

    def kill(self, child: int) -> None:
        """As a power cut ends it."""
        os.kill(child, signal.SIGKILL)
        assert self._ask({"wait": child}) == signal.SIGKILL

    def _ask(self, what: object) -> int:
        assert self._mother.stdin
        assert self._mother.stdout
        self._mother.stdin.write(json.dumps(what) + "\n")
        self._mother.stdin.flush()
        return int(self._mother.stdout.readline())
