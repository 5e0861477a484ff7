"""`/healthz`: the process lives. `/readyz`: it can do its work, or says in words why not."""

import asyncio
from collections.abc import Callable, Mapping
from time import monotonic

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

TICK_WITHIN = 60.0

Check = Callable[[], str | None]
"""Blocking; returns what is wrong, or None."""


class Pulse:
    """When the rounds last moved: a long one may take minutes."""

    def __init__(self) -> None:
        self._last: float | None = None

    def beat(self) -> None:
        self._last = monotonic()

    def check(self) -> str | None:
        if self._last is None or monotonic() - self._last > TICK_WITHIN:
            return f"the rounds have not moved for {TICK_WITHIN:.0f} seconds"
        return None


def routes(checks: Mapping[str, Check]) -> list[Route]:
    async def healthz(_: Request) -> JSONResponse:
        return JSONResponse({"status": "ok"})

    async def readyz(_: Request) -> JSONResponse:
        found = await asyncio.gather(*(asyncio.to_thread(check) for check in checks.values()))
        wrong = {name: why for name, why in zip(checks, found, strict=True) if why}
        return JSONResponse(
            {"ready": not wrong, "reasons": wrong}, status_code=503 if wrong else 200
        )

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
