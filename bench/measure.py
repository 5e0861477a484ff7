"""What is measured, in which order.

The floor comes right beside each volley of the product, so that a noisy moment of the machine
meets both; the cases take turns, so that it meets all of them. And all of them come in several
sittings, so that no process that happens to be quick, or slow, decides.
"""

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from bench import history
from bench.databases import Past, databases
from bench.findings import Case, Findings, Start, Volley
from bench.processes import Server, product
from bench.rig import Rig, rig

PLATFORMS = ("slack", "teams")
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of everything; `sizes` begins with 0."""

    sizes: tuple[int, ...]
    sittings: int
    """Each with processes of its own."""
    rounds: int
    """In each sitting."""
    requests: int
    """In each volley at the product; the floor gets twice as many."""
    seconds: int
    """Of each steady stream; there is one in each sitting."""
    starts: int


FULL = Plan(sizes=(0, 100_000, 1_000_000), sittings=3, rounds=5, requests=1000, seconds=5, starts=3)
QUICK = Plan(sizes=(0, 5_000), sittings=1, rounds=1, requests=500, seconds=3, starts=1)


def measure(plan: Plan, dialects: Sequence[str], tell: Tell) -> Findings:
    """Everything in one run; `tell` hears how far it is."""
    findings = Findings(sittings=plan.sittings)
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


@dataclass(frozen=True, slots=True)
class _Product:
    """One with its history; `case` collects what is measured in all sittings."""

    case: Case
    past: Past
    target: Server


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
        cases = [Case(self._dialect, platform, past.awards) for past in self._pasts]
        for sitting in range(self._plan.sittings):
            where = f"{self._dialect}, {platform}, sitting {sitting + 1}"
            with ExitStack() as all:
                all.enter_context(self._tools.other_floor())
                running = []
                for case, past in zip(cases, self._pasts, strict=True):
                    target = all.enter_context(product(past.url, self._tools.fake_url, platform))
                    target.sleep()
                    running.append(_Product(case, past, target))
                self._sit(running, where)
        findings.cases += cases

    def _sit(self, running: list[_Product], where: str) -> None:
        """Volleys in turn, then the streams; whoever has no turn sleeps."""
        self._warm_up(running, where)
        for turn in range(self._plan.rounds):
            self._tell(f"{where}: round {turn + 1}")
            # None of them always comes first, or last.
            for one in running if turn % 2 == 0 else reversed(running):
                with one.target.awake():
                    made = self._volley(one, self._plan.requests)
                one.case.pairs.append((self._tools.floor(2 * self._plan.requests), made))
        self._tell(f"{where}: steady streams")
        for one in running:
            with one.target.awake():
                platform, seconds = one.case.platform, self._plan.seconds
                one.case.streams.append(self._tools.steady(one.target, platform, seconds))

    def _start(self, past: Past, platform: str) -> Start:
        seconds, megabytes = [], []
        for _ in range(self._plan.starts):
            with product(past.url, self._tools.fake_url, platform) as running:
                running.until_quiet()
                seconds.append(running.seconds_to_ready)
                megabytes.append(running.resident_megabytes())
        return Start(self._dialect, platform, past.awards, median(seconds), median(megabytes))

    def _warm_up(self, running: list[_Product], where: str) -> None:
        self._tell(f"{where}: warming up")
        self._tools.floor(self._plan.requests)
        for one in running:
            with one.target.awake():
                self._volley(one, self._plan.requests // 2)
            history.analyze(one.past.url)

    def _volley(self, one: _Product, requests: int) -> Volley:
        return self._tools.product(one.target, one.past, one.case.platform, requests)
