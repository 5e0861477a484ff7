"""Real servers on loopback, each in a thread with its own event loop."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, Literal, Self

import uvicorn
from aiohttp import web

PATIENCE = 10.0
"""Seconds within which a server must start or stop."""
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For clients that stay on loopback: httpx reads the certificates of the whole world otherwise,
for each client anew, which takes longer than most tests."""


class _Threaded:
    """Runs `_serve` in a daemon thread until `stop`; `_serve` calls `ready` with its URL."""

    def __init__(self) -> None:
        self._url: Future[str] = Future()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._loop: asyncio.AbstractEventLoop
        self._stopping: asyncio.Event

    @property
    def url(self) -> str:
        """`http://127.0.0.1:<port>`, without a slash at the end."""
        return self._url.result(PATIENCE)

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The loop on which the application runs."""
        self._url.result(PATIENCE)
        return self._loop

    def start(self) -> Self:
        """Returns when requests are taken; raises whatever kept the server from starting."""
        self._thread.start()
        self._url.result(PATIENCE)
        return self

    def stop(self) -> None:
        """Returns when every connection is closed and the thread has ended."""
        if not self._thread.is_alive():
            return
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the server did not stop"

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def _run(self) -> None:
        try:
            asyncio.run(self._live())
            if not self._url.done():
                self._url.set_exception(RuntimeError("the server ended before it listened"))
        except BaseException as error:
            if self._url.done():
                raise
            self._url.set_exception(error)

    async def _live(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stopping = asyncio.Event()
        await self._serve(self._url.set_result)

    async def _serve(self, ready: Callable[[str], None]) -> None:
        raise NotImplementedError


class LocalServer(_Threaded):
    """An aiohttp application on 127.0.0.1 and a free port.

    `start` may be called once. Requests still running at `stop` are given `grace` seconds.
    """

    def __init__(self, app: web.Application, grace: float = 0.2) -> None:
        super().__init__()
        self._app = app
        self._grace = grace

    async def _serve(self, ready: Callable[[str], None]) -> None:
        runner = web.AppRunner(self._app, access_log=None, shutdown_timeout=self._grace)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            host, port = runner.addresses[0][:2]
            ready(f"http://{host}:{port}")
            await self._stopping.wait()
        finally:
            await runner.cleanup()


class LocalAsgi(_Threaded):
    """An ASGI application under uvicorn on 127.0.0.1 and a free port.

    `before` runs on the server's loop ahead of the first request, `after` behind the last.
    """

    def __init__(
        self,
        app: Any,
        before: Callable[[], Awaitable[None]] | None = None,
        after: Callable[[], Awaitable[None]] | None = None,
        *,
        lifespan: Literal["on", "off"] = "off",
        http: type[asyncio.Protocol] | Literal["auto"] = "auto",
    ) -> None:
        super().__init__()
        self._config = uvicorn.Config(
            app,
            http=http,
            lifespan=lifespan,
            ws="none",
            log_config=None,
            loop="none",
            timeout_graceful_shutdown=1,
        )
        self._before = before
        self._after = after

    async def _serve(self, ready: Callable[[str], None]) -> None:
        # Named as TCP, its connections send at once; Nagle and the other side would wait for each
        # other for 40 ms otherwise.
        with socket.socket(proto=socket.IPPROTO_TCP) as door:
            door.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{door.getsockname()[1]}"
            server = _QuickUvicorn(self._config, lambda: ready(url))
            if self._before:
                await self._before()
            serving = asyncio.create_task(server.serve(sockets=[door]))
            stopping = asyncio.create_task(self._stopping.wait())
            await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
            server.end()
            await serving
            if self._after:
                await self._after()


class _QuickUvicorn(uvicorn.Server):
    """uvicorn without its naps: it listens, tells `ready`, and ends at once when told to.

    Requests still running at `end` are given the configured `timeout_graceful_shutdown`.
    """

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._ending = asyncio.Event()

    def end(self) -> None:
        """Called on the server's own loop."""
        self._ending.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self._ending.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._emptied(), self.config.timeout_graceful_shutdown)
        for task in self.server_state.tasks:
            task.cancel()
        await self.lifespan.shutdown()

    async def _emptied(self) -> None:
        while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110
            await asyncio.sleep(0.002)
