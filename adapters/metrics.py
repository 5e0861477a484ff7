"""Counters for Prometheus: how much, how it ended; never who."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from time import perf_counter

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from starlette.requests import Request
from starlette.responses import Response

from bot.heard import Action, Noted, Said
from bot.messages import Answer, Delivery, Message, Notice
from bot.model import Place, Profile
from bot.outcomes import Outcome
from bot.ports import Door, Platform


class Metrics:
    """The figures of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.answers = Counter(
            "glitterkaktus_answers",
            "Commands and buttons answered",
            ["platform", "result"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "glitterkaktus_answer_seconds",
            "Time from a verified request to its answer",
            ["platform"],
            registry=self.registry,
        )
        self.deliveries = Counter(
            "glitterkaktus_deliveries",
            "Messages tried, by how it ended",
            ["platform", "outcome"],
            registry=self.registry,
        )

    async def page(self, _: Request) -> Response:
        return Response(generate_latest(self.registry), media_type="text/plain; version=0.0.4")


def result_of(message: Message) -> str:
    """How it went, and no more: that somebody wrote a cactus just now is nobody's figure."""
    match message:
        case Notice(code="not-recorded" | "went-wrong" as fault):
            return fault
        case Notice(code=code) if code.startswith("refused-"):
            return "refused"
        case _:
            return "answered"


class CountedDoor:
    """A door that counts what passes."""

    def __init__(self, door: Door, metrics: Metrics) -> None:
        self._door = door
        # There are a few, and finding one takes longer than counting.
        self._seconds = cache(metrics.seconds.labels)
        self._answers = cache(metrics.answers.labels)

    async def answer(self, heard: Said | Action) -> Answer:
        platform = heard.workspace_id.partition(":")[0]
        began = perf_counter()
        try:
            answer = await self._door.answer(heard)
        finally:
            self._seconds(platform).observe(perf_counter() - began)
        self._answers(platform, result_of(answer.message)).inc()
        return answer

    async def note(self, seen: Noted) -> None:
        await self._door.note(seen)


class CountedPlatform:
    """A platform that counts how sending ends."""

    def __init__(self, platform: Platform, metrics: Metrics) -> None:
        self._platform = platform
        self._deliveries = metrics.deliveries

    @property
    def name(self) -> str:
        return self._platform.name

    @property
    def pace(self) -> timedelta:
        return self._platform.pace

    async def send(self, delivery: Delivery) -> Outcome:
        outcome = await self._platform.send(delivery)
        self._deliveries.labels(self.name, type(outcome).__name__.lower()).inc()
        return outcome

    async def profiles(
        self, workspace_id: str, place: Place, accounts: Sequence[str]
    ) -> list[Profile]:
        return await self._platform.profiles(workspace_id, place, accounts)

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:
        return await self._platform.roster(workspace_id, places)
