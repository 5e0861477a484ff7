"""What is measured, in which order.

The floor comes right beside each volley of the product, so that a noisy moment of the machine
meets both; the cases take turns, so that it meets all of them.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from bench import history
from bench.databases import Past, databases
from bench.findings import Case, Findings, Start, Steady
from bench.processes import Server, product
from bench.rig import Rig, rig

PLATFORMS = ("slack", "teams")
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything; `sizes` begins with 0."""

    sizes: tuple[int, ...]
    rounds: int
    requests: int
    """In each volley at the product; the floor gets twice as many."""
    seconds: int
    """Of the steady stream."""
    starts: int


FULL = Plan(sizes=(0, 100_000, 1_000_000), rounds=15, requests=1000, seconds=8, starts=3)
QUICK = Plan(sizes=(0, 5_000), rounds=1, requests=500, seconds=3, starts=1)


def measure(plan: Plan, dialects: Sequence[str], tell: Tell) -> Findings:
    """Everything in one run; `tell` hears how far it is."""
    findings = Findings()
    before = os.getloadavg()[0]
    with rig() as tools:
        for dialect in dialects:
            tell(f"{dialect}: writing the past")
            with databases(dialect, plan.sizes, tools.fake_url) as pasts:
                on_one = _OnOneDatabase(plan, dialect, pasts, tools, tell)
                findings.starts += on_one.starts()
                on_one.fire(findings)
    findings.load = (before, os.getloadavg()[0])
    return findings


_Running = list[tuple[Case, Past, Server]]


class _OnOneDatabase:
    def __init__(self, plan: Plan, dialect: str, pasts: list[Past], tools: Rig, tell: Tell) -> None:
        self._plan = plan
        self._dialect = dialect
        self._pasts = pasts
        self._tools = tools
        self._tell = tell

    def starts(self) -> list[Start]:
        self._tell(f"{self._dialect}: starting and idling")
        return [self._start(self._pasts[-1], platform) for platform in PLATFORMS]

    def fire(self, findings: Findings) -> None:
        for platform in PLATFORMS:
            self._fire_on(platform, findings)

    def _fire_on(self, platform: str, findings: Findings) -> None:
        """A product for each history, and volleys in turn; whoever has no turn sleeps."""
        with ExitStack() as all:
            running = []
            for past in self._pasts:
                target = all.enter_context(product(past.url, self._tools.fake_url, platform))
                target.sleep()
                running.append((Case(self._dialect, platform, past.awards), past, target))
            self._warm_up(running)
            findings.cases += self._volleys(running)
            findings.steady += self._streams(running)

    def _start(self, past: Past, platform: str) -> Start:
        seconds, megabytes = [], []
        for _ in range(self._plan.starts):
            with product(past.url, self._tools.fake_url, platform) as running:
                running.until_quiet()
                seconds.append(running.seconds_to_ready)
                megabytes.append(running.resident_megabytes())
        return Start(self._dialect, platform, past.awards, median(seconds), median(megabytes))

    def _warm_up(self, running: _Running) -> None:
        self._tools.floor(self._plan.requests)
        for case, past, target in running:
            self._tell(f"{self._dialect}, {case.platform}: warming up")
            with target.awake():
                self._tools.product(target, past, case.platform, self._plan.requests // 2)
            history.analyze(past.url)

    def _volleys(self, running: _Running) -> list[Case]:
        for turn in range(self._plan.rounds):
            # None of them always comes first, or last.
            for case, past, target in running if turn % 2 == 0 else reversed(running):
                self._tell(f"{self._dialect}, {case.platform}: round {turn + 1}")
                with target.awake():
                    made = self._tools.product(target, past, case.platform, self._plan.requests)
                case.pairs.append((self._tools.floor(2 * self._plan.requests), made))
        return [case for case, _, _ in running]

    def _streams(self, running: _Running) -> list[Steady]:
        steady = []
        for case, past, target in running:
            self._tell(f"{self._dialect}, {case.platform}: a steady stream")
            with target.awake():
                shot = self._tools.steady(target, case.platform, self._plan.seconds)
            steady.append(Steady(self._dialect, case.platform, past.awards, shot))
        return steady
