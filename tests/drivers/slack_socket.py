"""Slack's side of Socket Mode: an address that serves once, envelopes, acknowledgements."""

import asyncio
import json
import threading
from itertools import count
from typing import Any

from aiohttp import web

from tests.drivers.http import LocalServer

APP_TOKEN = "xapp-1-A1-glitterkaktus"
PATIENCE = 30.0
SENT_AGAIN = 5.0


class Sockets:
    """The connections of one app; `opened` counts them."""

    def __init__(self, app: web.Application) -> None:
        self.opened = 0
        self.token = APP_TOKEN
        self._refusing = 0
        self._tickets: set[str] = set()
        self._numbers = count(1)
        self._open: list[web.WebSocketResponse] = []
        self._acknowledged: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._told = threading.Condition()
        self._server: LocalServer
        app.router.add_get("/link", self._link)

    def open(self, server: LocalServer) -> None:
        self._server = server

    def ticket(self, token: str) -> dict[str, Any]:
        """What `apps.connections.open` answers."""
        if token != self.token:
            return {"ok": False, "error": "invalid_auth"}
        ticket = f"ticket-{next(self._numbers)}"
        if self._refusing:
            self._refusing -= 1
        else:
            self._tickets.add(ticket)
        url = self._server.url.replace("http:", "ws:")
        return {"ok": True, "url": f"{url}/link?ticket={ticket}"}

    def deliver(
        self, kind: str, payload: dict[str, Any], within: float = PATIENCE
    ) -> dict[str, Any]:
        """Send an envelope; what its acknowledgement held. Raises TimeoutError without one."""
        self._wait_for_a_line()
        return self._run(self._deliver(kind, payload, within))

    def ask_to_reconnect(self) -> None:
        """As Slack does every few hours."""
        self._wait_for_a_line()
        self._run(self._all({"type": "disconnect", "reason": "refresh_requested"}))

    def cut(self) -> None:
        """The line breaks without a word."""

        async def abort() -> None:
            for one in self._open:
                assert one._req
                assert one._req.transport
                one._req.transport.abort()

        self._run(abort())

    def refuse(self, times: int) -> None:
        """The next addresses have run out before they are used."""
        self._refusing = times

    def wait_until_opened(self, times: int) -> None:
        with self._told:
            assert self._told.wait_for(lambda: self.opened >= times, PATIENCE), "nobody connected"

    def _wait_for_a_line(self) -> None:
        with self._told:
            assert self._told.wait_for(lambda: bool(self._open), PATIENCE), "nobody is connected"

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._server.loop).result(2 * PATIENCE)

    async def _deliver(self, kind: str, payload: dict[str, Any], within: float) -> dict[str, Any]:
        id = f"envelope-{next(self._numbers)}"
        answered = self._acknowledged[id] = asyncio.get_running_loop().create_future()
        envelope: dict[str, Any] = {"envelope_id": id, "type": kind, "payload": payload}
        envelope["accepts_response_payload"] = kind != "events_api"
        ends = asyncio.get_running_loop().time() + within
        while (left := ends - asyncio.get_running_loop().time()) > 0 and not answered.done():
            # Slack sends again what nobody acknowledged, such as on a line that has just opened.
            await self._all(envelope)
            await asyncio.wait({answered}, timeout=min(left, SENT_AGAIN))
        if not answered.done():
            raise TimeoutError
        return answered.result()

    async def _all(self, message: dict[str, Any]) -> None:
        """To the newest connection that stands, as Slack chooses one of several."""
        await self._open[-1].send_str(json.dumps(message))

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        if request.query.get("ticket") not in self._tickets:
            raise web.HTTPNotFound
        self._tickets.discard(request.query["ticket"])
        line = web.WebSocketResponse()
        await line.prepare(request)
        await line.send_str(json.dumps({"type": "hello", "num_connections": 1}))
        with self._told:
            self._open.append(line)
            self.opened += 1
            self._told.notify_all()
        try:
            async for message in line:
                told = json.loads(message.data)
                waiting = self._acknowledged.pop(told["envelope_id"], None)
                if waiting and not waiting.done():
                    waiting.set_result(told.get("payload") or {})
        finally:
            self._open.remove(line)
        return line
