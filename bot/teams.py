"""Teams are found by their names: without capitals and accents, at the beginning of a text."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence

from bot.memory import Unit
from bot.messages import MOST_OPTIONS, Field, FieldKind, Option, Person, TeamNamed
from bot.model import ByName, Member, Standing, Team
from bot.people import person
from bot.values import dataclass

LONGEST_NAME = 60
"""Characters of a name or an alias."""
NAMED_IN_A_TEAM = 10
"""Of a larger team nobody is named: a post must not wake the whole house."""
_LOOKED_AT = 3 * LONGEST_NAME
_ASIDE = str.maketrans({"ø": "o", "æ": "ae", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})
"""Letters whose accents Unicode does not take apart."""
_END = re.compile(r"(?<=\S)(?!\w|[-'’]\w)")
"""Where a name may end: no word goes on there."""

Find = Callable[[Sequence[str]], Mapping[str, Sequence[Team]]]
"""The teams behind folded names, by folded name; those that nobody has are left out."""


def to_choose(teams: Sequence[Team], name: str, chosen: str = "") -> Field:
    """A field for one of these teams, by its name: a list, or a line where no list is so long."""
    if len(teams) > MOST_OPTIONS:
        return Field(name, FieldKind.LINE, chosen, required=False, longest=LONGEST_NAME)
    options = tuple(Option(team.name, team.name) for team in teams)
    return Field(name, FieldKind.CHOICE, chosen, required=False, options=options)


class WhichTeam(Exception):
    """Several teams go by the words that were typed."""

    def __init__(self, typed: str, teams: Sequence[Team]) -> None:
        super().__init__("which-team")
        self.typed = typed
        self.teams = tuple(teams)


@dataclass(frozen=True, slots=True)
class Named:
    """A team at the beginning of a text, and where the rest of the text begins."""

    team: Team
    end: int


@dataclass(frozen=True, slots=True)
class Names:
    """The teams of one workspace, by name. `chosen` are those picked where several were meant."""

    find: Find
    of_group: Callable[[str], Team | None]
    chosen: Collection[int] = ()
    by_name: Callable[[str], Sequence[tuple[ByName, Team]]] = lambda _: ()
    """Colleagues without an account behind a folded name, each with the team that knows them."""
    has_teams: bool = True
    """False where there is no team, so that no text is searched for one."""

    def at_start(self, text: str, start: int = 0) -> Named | None:
        """The team with the longest name at `start` of `text`, perhaps behind an `@`.

        Looks at so many characters only, whatever the length of `text`. Raises WhichTeam.
        """
        ends = _ends_of_words(text, start) if self.has_teams else {}
        found = self.find(list(ends)) if ends else {}
        for key in sorted(found, key=len, reverse=True):
            if teams := found[key]:
                return Named(self._meant(text[start : ends[key]], teams), ends[key])
        return None

    def exactly(self, text: str) -> Team | None:
        """The team that goes by `text` as a whole. Raises WhichTeam."""
        key = fold(text.strip().removeprefix("@"))
        teams = self.find([key]).get(key) if key else None
        return self._meant(text, teams) if teams else None

    def _meant(self, typed: str, teams: Sequence[Team]) -> Team:
        typed = " ".join(typed.split()).removeprefix("@")
        chosen = [team for team in teams if team.id in self.chosen]
        spelt = [
            team
            for team in teams
            if typed.casefold() in {name.casefold() for name in (team.name, *team.aliases)}
        ]
        for fitting in (teams, chosen, spelt):
            if len(fitting) == 1:
                return fitting[0]
        raise WhichTeam(typed, teams)


@dataclass(frozen=True, slots=True)
class Crew:
    """A team as a receiver, with those whom its award reaches: its people, but for the giver."""

    team: Team
    people: tuple[Member, ...]

    @property
    def person(self) -> Person:
        """How a message names the team; it has no account that could be mentioned."""
        return Person(self.team.name)


def crew(unit: Unit, team: Team, giver: Member) -> Crew:
    """Whom glitter reaches in a team: all but the giver who may receive, account or not."""
    people = unit.teams.people(team.workspace_id, team.id)
    able = (Standing.ACTIVE, Standing.UNVERIFIED)
    return Crew(team, tuple(m for m in people if m.standing in able and m.id != giver.id))


def named(crew: Crew) -> TeamNamed:
    """A team and its people as a message names them."""
    count = len(crew.people)
    shown = tuple(map(person, crew.people)) if count <= NAMED_IN_A_TEAM else ()
    return TeamNamed(crew.team.name, shown, count)


def readers(unit: Unit, team: Team, giver: Member) -> Crew:
    """Whom a cactus reaches: the lead; everybody where the team wants it, or has nobody to lead it.

    Only people with a chat account that is open, and never the giver, who asks for the answer.
    """
    able = [
        member
        for member in unit.teams.people(team.workspace_id, team.id)
        if member.account and member.standing is Standing.ACTIVE and member.id != giver.id
    ]
    lead = [member for member in able if member.id == team.lead_id]
    return Crew(team, tuple(able if team.cacti_to_all or not lead else lead))


def fold(name: str) -> str:
    """`Kassan  i Umeå` as `kassan i umea`: how names are compared."""
    plain = name.lower() if name.isascii() else "".join(map(_folded, name))
    return " ".join(plain.split())


def keys(team: Team) -> set[str]:
    """All under which a team is found."""
    return {fold(name) for name in (team.name, *team.aliases)}


def _folded(letter: str) -> str:
    apart = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one)).translate(_ASIDE)


def _ends_of_words(text: str, start: int) -> dict[str, int]:
    """Every folded beginning that ends with a word, and where it ends in `text`."""
    last = min(len(text), start + _LOOKED_AT)
    while start < last and text[start].isspace():
        start += 1
    start += text.startswith("@", start)
    found: dict[str, int] = {}
    for end in _END.finditer(text, start + 1, last + 2):  # which looks at what follows, too
        folded = fold(text[start : end.start()])
        if len(folded) > LONGEST_NAME or end.start() > last:
            break
        if folded:
            found[folded] = end.start()
    return found
