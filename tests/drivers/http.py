"""Real servers on loopback, each in a thread with its own event loop."""

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any, Self

import uvicorn
from aiohttp import web

PATIENCE = 10.0
"""Seconds within which a server must start or stop."""


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
    ) -> None:
        super().__init__()
        self._app = app
        self._before = before
        self._after = after

    async def _serve(self, ready: Callable[[str], None]) -> None:
        config = uvicorn.Config(self._app, lifespan="off", ws="none", log_config=None, loop="none")
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            server = _Uvicorn(config, lambda: ready(f"http://127.0.0.1:{door.getsockname()[1]}"))
            if self._before:
                await self._before()
            serving = asyncio.create_task(server.serve(sockets=[door]))
            await self._stopping.wait()
            server.should_exit = True
            await serving
            if self._after:
                await self._after()


class _Uvicorn(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready()
