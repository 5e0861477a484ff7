"""Ticks that fail in part, and the end of the bot amid one."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

import pytest

from adapters import scheduler
from adapters.scheduler import ticking
from bot.errors import StoreUnavailable
from tests.drivers.base import Chat
from tests.drivers.playground import PlaygroundChat
from tests.product import Running, wait_for

in_the_playground = pytest.mark.parametrize("chat", [PlaygroundChat], indirect=True)


@in_the_playground
def test_what_fails_beside_a_round_is_told_and_does_not_hold_it_up(
    product: Running,
    chat: Chat,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def away(_: object) -> None:
        raise StoreUnavailable("SQLITE_BUSY")

    chat.say("ana", "/cactus @bo the till was alone at noon")
    monkeypatch.setattr(product.product.database, "shelve", away)
    product.later(minutes=11)
    assert any("the till was alone" in message.text for message in chat.direct("bo"))
    assert "memory away" in caplog.text


@in_the_playground
def test_a_stop_waits_for_a_round(product: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    async def go(_: Callable[[], None]) -> None:
        seen.append("begun")
        await asyncio.sleep(0.2)
        seen.append("done")

    monkeypatch.setattr(product.product.rounds, "go", go)
    asyncio.run_coroutine_threadsafe(product.product.tick(), product._server.loop)
    wait_for(lambda: seen)
    product.close()
    assert seen == ["begun", "done"]


async def test_a_stop_amid_a_tick_is_no_error(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def tick() -> None:
        begun.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    monkeypatch.setattr(scheduler, "EVERY", timedelta(seconds=1))
    clock = ticking(tick)
    clock.start()
    await begun.wait()
    clock.shutdown(wait=False)
    await ended.wait()
    await asyncio.sleep(0)
    assert [one.message for one in caplog.records if one.levelno >= logging.WARNING] == []
