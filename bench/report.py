"""The findings as tables: on the terminal, and as docs/bench.md."""

import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table

from bench.findings import Case, Findings
from bench.rig import PER_SECOND

WIDEST = 140
"""Characters; a narrower terminal breaks the lines itself."""
NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL", "slack": "Slack", "teams": "Teams"}
_ABOUT = """# How fast it answers

Written by `make bench` on {day}, on {cores} cores, Python {python}, {system}.

The **floor** is a bare bolt application that verifies a signed command and acknowledges it (one
process, uvicorn, uvloop, httptools). The **product** is `app.py run` as a house runs it that works
with Slack or with Teams, both databases durable (SQLite: WAL, `synchronous=FULL`; PostgreSQL:
`fsync`, `synchronous_commit`). Each request is another `/glitter` of one of 1,000 people: every
rule is checked, the award and its delivery are stored, the answer comes after their commit, and
the outbox posts behind it at the platform's pace. 32 clients on kept connections ask as fast as
they are answered. There is a product for each history, and whoever is not measured is stopped
meanwhile (`SIGSTOP`): one bot runs on a machine. What the volleys before left to be posted goes
out during the next. Load and database run beside it, so only ratios count: each volley at the
product has one at the floor beside it, and each figure is the median over the pairs. All of it
comes in {sittings} sittings with other processes each, since one start of a program is up to a
tenth quicker than the next. Processor time is that of the bot's process, without PostgreSQL's own.

*Flat* is the product's requests/s with this history as a part of those without any, round by
round: both are shots at the same thing within seconds, so the floor need not stand between them.

The load average was {before:.1f} when it began and {after:.1f} at its end. The run itself makes
about two; where more was there before it began, others were at work, and everything that is
measured in seconds, and each ratio of them, is worse than it would be alone.
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def on_terminal(self) -> Table:
        table = Table(title=self.title, title_justify="left")
        for at, name in enumerate(self.head):
            table.add_column(name, justify="left" if at < 2 else "right")
        for row in self.rows:
            table.add_row(*row)
        return table

    def as_markdown(self) -> str:
        rule = ["---" if at < 2 else "---:" for at in range(len(self.head))]
        lines = [self.head, rule, *self.rows]
        return f"## {self.title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)


def show(findings: Findings) -> None:
    console = Console()
    console.width = max(console.width, WIDEST)
    for sheet in sheets(findings):
        console.print(sheet.on_terminal())


def as_markdown(findings: Findings) -> str:
    about = _ABOUT.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}",
        cores=os.cpu_count(),
        python=platform.python_version(),
        system=platform.system(),
        sittings=findings.sittings,
        before=findings.load[0],
        after=findings.load[1],
    )
    return (
        "\n\n".join([about.rstrip(), *(sheet.as_markdown() for sheet in sheets(findings))]) + "\n"
    )


def sheets(findings: Findings) -> list[Sheet]:
    return [_aims(findings), _volleys(findings), _streams(findings), _starts(findings)]


@dataclass(frozen=True, slots=True)
class _Aim:
    """At least, or at most, `bound`."""

    what: str
    bound: float
    unit: str = ""
    at_least: bool = False

    def row(self, where: Sequence[str], found: float) -> Sequence[str]:
        reached = found >= self.bound if self.at_least else found <= self.bound
        sign, digits = ("≥", 2) if self.at_least else ("≤", 1)
        aim = f"{sign} {self.bound:g}{self.unit}"
        return *where, self.what, f"{found:.{digits}f}{self.unit}", aim, "yes" if reached else "no"


_RATIO = {
    dialect: _Aim("part of the floor", least, at_least=True)
    for dialect, least in (("sqlite", 0.3), ("postgresql", 0.25))
}
_FLAT = _Aim("flat with history", 0.95, at_least=True)
_P99 = _Aim(f"p99 at {PER_SECOND} requests/s", 100, " ms")
_READY = _Aim("ready", 2, " s")
_IDLE = _Aim("idle memory", 120, " MB")


def _aims(findings: Findings) -> Sheet:
    """The worst of each kind beside its aim."""
    rows = []
    for dialect, chat in dict.fromkeys((one.dialect, one.platform) for one in findings.cases):
        where = NAMES[dialect], NAMES[chat]
        of = findings.of(dialect, chat)
        rows += [
            _RATIO[dialect].row(where, min(case.ratio for case in of.cases)),
            _FLAT.row(where, min(map(findings.flatness, of.cases))),
            _P99.row(where, max(case.steady_p99 for case in of.cases)),
            _READY.row(where, max(one.seconds for one in of.starts)),
            _IDLE.row(where, max(one.megabytes for one in of.starts)),
        ]
    head = ("database", "platform", "what", "worst", "aim", "reached")
    return Sheet("What was aimed at", head, rows)


def _volleys(findings: Findings) -> Sheet:
    head = (
        "database", "platform", "awards before", "floor/s", "product/s", "ratio", "flat",
        "p50 ms", "p99 ms", "floor p99 ms", "CPU µs", "floor CPU µs", "CPU ratio",
    )  # fmt: skip
    rows = [_volley(case, findings.flatness(case)) for case in findings.cases]
    return Sheet("32 clients, as fast as they are answered", head, rows)


def _volley(case: Case, flatness: float) -> Sequence[str]:
    numbers: Iterable[str] = (
        f"{case.awards:,}",
        f"{case.middle(lambda floor, _: floor.shot.rate):,.0f}",
        f"{case.middle(lambda _, product: product.shot.rate):,.0f}",
        f"{case.ratio:.2f}",
        f"{flatness:.2f}",
        f"{case.middle(lambda _, product: product.shot.p50):.0f}",
        f"{case.middle(lambda _, product: product.shot.p99):.0f}",
        f"{case.middle(lambda floor, _: floor.shot.p99):.0f}",
        f"{case.middle(lambda _, product: product.processor):,.0f}",
        f"{case.middle(lambda floor, _: floor.processor):,.0f}",
        f"{case.middle(lambda floor, product: product.processor / floor.processor):.1f}",
    )
    return NAMES[case.dialect], NAMES[case.platform], *numbers


def _streams(findings: Findings) -> Sheet:
    rows = [
        (
            NAMES[case.dialect],
            NAMES[case.platform],
            f"{case.awards:,}",
            f"{case.steady_p50:.1f}",
            f"{case.steady_p99:.1f}",
        )
        for case in findings.cases
    ]
    head = ("database", "platform", "awards before", "p50 ms", "p99 ms")
    return Sheet(f"A steady {PER_SECOND} requests/s", head, rows)


def _starts(findings: Findings) -> Sheet:
    rows = [
        (
            NAMES[one.dialect],
            NAMES[one.platform],
            f"{one.awards:,}",
            f"{one.seconds:.2f}",
            f"{one.megabytes:.0f}",
        )
        for one in findings.starts
    ]
    head = ("database", "only", "awards before", "seconds to ready", "idle MB")
    return Sheet("Start, with one platform on", head, rows)
