"""A list of teams in a CSV file: read whole, checked line by line, taken over all or nothing."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import field, replace

from bot import team_rules
from bot.errors import Refusal
from bot.memory import Unit
from bot.model import Member, Team
from bot.teams import fold
from bot.values import dataclass

COLUMNS = ("team", "alias", "lead", "member", "without_account", "cacti_to")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be taken over; `line` counts from 1, the header being the first."""

    line: int
    why: str
    refusal: Refusal | None = None
    """In place of `why`."""


@dataclass(slots=True)
class Taken:
    """What a file brings."""

    teams: dict[str, Team] = field(default_factory=dict)
    """By folded name."""
    new: int = 0
    members: int = 0
    problems: list[Problem] = field(default_factory=list)


def take_over(unit: Unit, workspace_id: str, lines: Iterable[str]) -> Taken:
    """Write what the lines say; the caller undoes it all where there are problems.

    One line names a team and, as they are wanted, one alias, the lead, one member, the name of
    one colleague without an account, and where cacti go (`lead` or `all`); several lines may be
    about one team. People with an account are named by it or by their name. What a team has
    already stays.
    """
    taken, people = Taken(), _people(unit, workspace_id)
    reader = csv.DictReader(lines)
    found = [name.strip().lower() for name in reader.fieldnames or ()]
    if "team" not in found or not set(found) <= set(COLUMNS):
        why = f"the first line must name the columns; `team`, and of {', '.join(COLUMNS[1:])} any"
        taken.problems.append(Problem(1, why))
        return taken
    reader.fieldnames = found
    for row in reader:
        cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
        try:
            _line(unit, workspace_id, cells, people, taken)
        except Refusal as refusal:
            taken.problems.append(Problem(reader.line_num, "", refusal))
        except ValueError as error:
            taken.problems.append(Problem(reader.line_num, str(error)))
    return taken


def _line(
    unit: Unit,
    workspace_id: str,
    cells: Mapping[str, str],
    people: Mapping[str, list[Member]],
    taken: Taken,
) -> None:
    """Raises Refusal, or ValueError with a sentence."""
    team = _team(unit, workspace_id, cells["team"], taken)
    if cells["alias"]:
        team_rules.add_aliases(unit, team, [cells["alias"]])
    if cells["lead"]:
        team_rules.set_lead(unit, _now(unit, team), _person(cells["lead"], people))
    if cells["member"]:
        team_rules.join(unit, team, [_person(cells["member"], people)])
        taken.members += 1
    if cells["without_account"]:
        team_rules.join_by_name(unit, team, cells["without_account"])
        taken.members += 1
    if cells["cacti_to"]:
        if cells["cacti_to"].lower() not in ("lead", "all"):
            raise ValueError(f"cacti_to is {cells['cacti_to']}; write lead or all.")
        to_all = cells["cacti_to"].lower() == "all"
        unit.teams.save(replace(_now(unit, team), cacti_to_all=to_all))


def _team(unit: Unit, workspace_id: str, name: str, taken: Taken) -> Team:
    """The team of that name as it stands, made where it is new."""
    key = fold(name)
    if key in taken.teams:
        return _now(unit, taken.teams[key])
    named = unit.teams.named(workspace_id, [key]).get(key, []) if key else []
    same = [team for team in named if fold(team.name) == key]
    if not same:
        same = [team_rules.new(unit, workspace_id, name)]
        taken.new += 1
    taken.teams[key] = same[0]
    return same[0]


def _now(unit: Unit, team: Team) -> Team:
    return unit.teams.get(team.workspace_id, [team.id])[team.id]


def _people(unit: Unit, workspace_id: str) -> dict[str, list[Member]]:
    """Everybody by account, and by folded name."""
    found: dict[str, list[Member]] = {}
    for member in unit.members.all(workspace_id):
        for key in {member.account or "", f"name:{fold(member.name)}"} - {""}:
            found.setdefault(key, []).append(member)
    return found


def _person(words: str, people: Mapping[str, list[Member]]) -> Member:
    """Raises ValueError for nobody, and for one of several."""
    meant = people.get(words) or people.get(f"name:{fold(words)}", [])
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise ValueError(f"{len(meant)} people are called {words}; write the id from `people`.")
    raise ValueError(f"{words} is not known; `people list` tells who is.")
