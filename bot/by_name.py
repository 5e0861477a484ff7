"""Colleagues without an account are named in quotes, with their team in brackets:
`"Kim Berg" (kassan)`."""

import re
from collections.abc import Sequence

from bot.errors import Refusal
from bot.model import ByName, Team
from bot.teams import LONGEST_NAME as LONGEST_TEAM
from bot.teams import Names, WhichTeam, fold
from bot.values import dataclass

LONGEST_NAME = 80
_MARKS = '"“”„‟«»'
_QUOTED = re.compile(
    rf"\s*@?[{_MARKS}]\s{{0,3}}([^{_MARKS}\n]{{1,{LONGEST_NAME}}})[{_MARKS}]"
    rf"(?:\s{{0,3}}\(([^()\n]{{1,{3 * LONGEST_TEAM}}})\))?"
)


@dataclass(frozen=True, slots=True)
class InQuotes:
    """Somebody without an account as they were typed."""

    name: str
    team: Team
    known: ByName | None
    """None: never named before."""

    @property
    def key(self) -> str:
        return fold(self.name)


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody at the beginning of a text, and where the rest of the text begins."""

    person: InQuotes
    end: int


def at_start(text: str, start: int, names: Names) -> Found | None:
    """Whoever is named in quotes at `start` of `text`; None where the quotes are no name.

    Without brackets a name must be known. Looks at so many characters only. Raises WhichTeam
    where several teams have somebody of that name.
    """
    quoted = _QUOTED.match(text, start)
    name = " ".join(quoted[1].split()) if quoted else ""
    if quoted is None or not fold(name):
        return None
    known = names.by_name(fold(name))
    if quoted[2]:
        team = names.exactly(quoted[2])
        if team is None:
            return None
        theirs = next((one for one, of in known if of.id == team.id), None)
        return Found(InQuotes(name, team, theirs), quoted.end())
    if not known:
        return None
    one, of = _meant(name, known, names)
    return Found(InQuotes(one.name, of, one), quoted.end())


def quoted_names(text: str) -> list[str]:
    """All that stands in quotes, wherever it stands."""
    return [found[1] for found in _QUOTED.finditer(text)]


def refuse_unknown(text: str) -> None:
    """Raises Refusal where a text begins with a name in quotes that says nothing to us."""
    quoted = _QUOTED.match(text)
    if quoted is None:
        return
    if quoted[2]:
        raise Refusal("no-team", detail=quoted[2].strip())
    raise Refusal("by-name", detail=" ".join(quoted[1].split()))


def _meant(name: str, known: Sequence[tuple[ByName, Team]], names: Names) -> tuple[ByName, Team]:
    chosen = [one for one in known if one[1].id in names.chosen]
    for fitting in (known, chosen):
        if len(fitting) == 1:
            return fitting[0]
    raise WhichColleague(name, [team for _, team in known])


class WhichColleague(WhichTeam):
    """Several teams have somebody of the name that was typed."""
