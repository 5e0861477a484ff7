"""What was found."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from bench.load import Shot


@dataclass(frozen=True, slots=True)
class Volley:
    """One volley at the floor or the product, and microseconds of processor time a request."""

    shot: Shot
    processor: float


@dataclass(slots=True)
class Case:
    """One platform on one database with one history; volleys of floor and product in pairs, and a
    steady stream in each sitting."""

    dialect: str
    platform: str
    awards: int
    pairs: list[tuple[Volley, Volley]] = field(default_factory=list)
    streams: list[Shot] = field(default_factory=list)

    def middle(self, of: Callable[[Volley, Volley], float]) -> float:
        """The median over the pairs."""
        return median(of(floor, product) for floor, product in self.pairs)

    @property
    def ratio(self) -> float:
        """Requests/s of the product, as a part of the floor's a moment before."""
        return self.middle(lambda floor, product: product.shot.rate / floor.shot.rate)

    @property
    def steady_p50(self) -> float:
        return median(shot.p50 for shot in self.streams)

    @property
    def steady_p99(self) -> float:
        return median(shot.p99 for shot in self.streams)


@dataclass(frozen=True, slots=True)
class Start:
    """Seconds until `/readyz` says yes, and megabytes held when idle, with one platform on."""

    dialect: str
    platform: str
    awards: int
    seconds: float
    megabytes: float


@dataclass(slots=True)
class Findings:
    cases: list[Case] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    sittings: int = 1
    load: tuple[float, float] = (0.0, 0.0)
    """The machine's load average when it began and at its end."""

    def of(self, dialect: str, platform: str) -> "Findings":
        """Those of one database and one platform."""

        def is_meant(one: Case | Start) -> bool:
            return (one.dialect, one.platform) == (dialect, platform)

        return Findings(
            list(filter(is_meant, self.cases)),
            list(filter(is_meant, self.starts)),
        )

    def flatness(self, case: Case) -> float:
        """Requests/s as a part of those without history, a moment before or after."""
        of_its_kind = self.of(case.dialect, case.platform).cases
        [empty] = [one for one in of_its_kind if one.awards == 0]
        return median(
            then.shot.rate / now.shot.rate
            for (_, now), (_, then) in zip(empty.pairs, case.pairs, strict=True)
        )
