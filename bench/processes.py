"""The measured programs as processes of their own: started, awaited, weighed, ended."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from bench import world

ROOT = Path(__file__).parent.parent
START_WITHIN = 30.0
STOP_WITHIN = 20.0
QUIET = 0.2
"""Share of a core below which a process counts as idle."""
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Server:
    pid: int
    port: int
    seconds_to_ready: float

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def processor_seconds(self) -> float:
        """User and system time so far, of all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def resident_megabytes(self) -> float:
        return self._megabytes("VmRSS")

    def peak_megabytes(self) -> float:
        """The most that was resident since its start, or since `forget_peak`."""
        return self._megabytes("VmHWM")

    def forget_peak(self) -> None:
        Path(f"/proc/{self.pid}/clear_refs").write_text("5")

    def _megabytes(self, name: str) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        [line] = [line for line in status.splitlines() if line.startswith(f"{name}:")]
        return int(line.split()[1]) / 1024

    @contextmanager
    def awake(self) -> Iterator[None]:
        """Let it run for the block alone; it has been put to `sleep` before."""
        os.kill(self.pid, signal.SIGCONT)
        try:
            yield
        finally:
            self.sleep()

    def sleep(self) -> None:
        """Stop it where it is, so that whoever is measured has the machine for itself."""
        os.kill(self.pid, signal.SIGSTOP)

    def until_quiet(self, most: float = 20.0) -> None:
        """Return when it has sent what it could, so that the next measurement starts even."""
        until, before = time.monotonic() + most, self.processor_seconds()
        while time.monotonic() < until:
            time.sleep(0.25)
            now = self.processor_seconds()
            if now - before < QUIET * 0.25:
                return
            before = now


@contextmanager
def server(
    command: Sequence[str],
    environment: dict[str, str],
    port: int,
    stdin: str = "",
    within: float = START_WITHIN,
) -> Iterator[Server]:
    """Start a program and wait so many seconds for its `/readyz`; end it after the block."""
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env={**inherited, "PYTHONPATH": str(ROOT), **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdin
        process.stdin.write(stdin)
        process.stdin.close()
        _await_ready(process, port, within)
        yield Server(process.pid, port, time.perf_counter() - began)
    finally:
        process.send_signal(signal.SIGCONT)
        process.terminate()
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def product_environment(port: int, database_url: str, fake: str) -> dict[str, str]:
    """Both platforms on, and everything that they call on loopback."""
    return {
        "PORT": str(port),
        "DATABASE_URL": database_url,
        "SECRET_KEY": world.SECRET_KEY,
        "LOG_LEVEL": "warning",
        "SLACK_SIGNING_SECRET": world.SLACK_SECRET,
        "SLACK_BOT_TOKEN": world.SLACK_TOKEN,
        "SLACK_API_URL": f"{fake}/api/",
        "TEAMS_APP_ID": world.APP_ID,
        "TEAMS_APP_PASSWORD": world.APP_PASSWORD,
        "TEAMS_TENANT_ID": world.TENANT,
        "TEAMS_OPENID_URL": f"{fake}/openid",
        "TEAMS_TOKEN_URL": f"{fake}/token",
        "TEAMS_SERVICE_URLS": fake,
    }


@contextmanager
def product(database_url: str, fake: str, *platforms: str) -> Iterator[Server]:
    """The bot with these of `slack` and `teams` on."""
    port = free_port()
    environment = {
        name: value
        for name, value in product_environment(port, database_url, fake).items()
        if name.partition("_")[0] not in {"SLACK", "TEAMS"}.difference(map(str.upper, platforms))
    }
    with server(["app.py", "run"], environment, port) as running:
        yield running


def _await_ready(process: subprocess.Popen[str], port: int, within: float) -> None:
    until = time.monotonic() + within
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.01)
        finally:
            connection.close()
    raise RuntimeError(f"{process.args!r} was not ready in {within:.0f} s")
