"""What each page of the history shows to whom. Everything begins with a `Visitor`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot import cards, people, visits
from bot.errors import Refusal
from bot.memory import ExportFilter, Found, Mark, Order, Unit
from bot.messages import CaseCard, Person
from bot.model import Followup, Kind, Member, Power, Role, Side, State, Team
from bot.moves import ENDED
from bot.values import dataclass
from bot.visits import Visitor

PAGE = 50
"""Entries of one page."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list: never its words."""

    award_id: int
    other: Person
    """The other side; in a team's list whoever has it."""
    state: State
    mine: bool
    """The visitor has it."""
    due_at: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class TeamView:
    """What a lead sees of a team: its glitter, and which cases wait, without their words."""

    teams: Sequence[Team]
    """All that the visitor leads."""
    team: Team
    people: Sequence[Person]
    glitter: Found
    waiting: Sequence[CaseLine]


def require_hr(visitor: Visitor) -> None:
    """Raises Refusal where the visitor is not HR (any more)."""
    if Power.HR not in visitor.powers:
        raise Refusal("hr-only")


def require_lead(visitor: Visitor) -> None:
    """Raises Refusal where the visitor leads no team (any more)."""
    if Power.LEAD not in visitor.powers:
        raise Refusal("leads-only")


def received(unit: Unit, visitor: Visitor, after: Mark | None) -> Found:
    """Glitter for the visitor that stands."""
    return unit.history.awards(_own(visitor, Side.RECEIVED, standing=True), PAGE, after)


def given(unit: Unit, visitor: Visitor, after: Mark | None) -> Found:
    """Glitter from the visitor, also what they took back."""
    return unit.history.awards(_own(visitor, Side.GAVE, standing=False), PAGE, after)


def _own(visitor: Visitor, side: Side, *, standing: bool) -> ExportFilter:
    return ExportFilter(
        visitor.workspace.id,
        kind=Kind.GLITTER,
        person=visitor.member.id,
        side=side,
        standing=standing,
    )


def cases(unit: Unit, visitor: Visitor, below: int | None) -> tuple[list[CaseLine], int | None]:
    """The visitor's cases, newest first, and below which number the next page begins."""
    found = unit.history.cases(visitor.member.id, PAGE + 1, below)
    lines = _lines(unit, visitor, found[:PAGE])
    return lines, found[PAGE - 1][0].award_id if len(found) > PAGE else None


def case(unit: Unit, visitor: Visitor, award_id: int) -> tuple[CaseCard, Role]:
    """One case as the visitor may read it, and what they are to it.

    Raises Refusal, the same for unknown and foreign.
    """
    loaded = cards.load(unit, visitor.workspace, award_id)
    roles = cards.roles(unit, loaded, visitor.member)
    if not roles:
        raise Refusal("gone")
    return cards.card(unit, loaded, roles[0], most=None), roles[0]


def team(unit: Unit, visitor: Visitor, team_id: int | None, after: Mark | None) -> TeamView:
    """One of the visitor's teams, the first where none is named. Raises Refusal."""
    require_lead(visitor)
    led = visits.led(unit, visitor.member)
    chosen = next((one for one in led if team_id in (None, one.id)), None)
    if chosen is None:
        raise Refusal("gone")
    members = unit.teams.people(visitor.workspace.id, chosen.id)
    wanted = ExportFilter(visitor.workspace.id, kind=Kind.GLITTER, team=chosen.id, standing=True)
    owners = [member.id for member in members]
    waiting = unit.history.cases_of(visitor.workspace.id, owners)
    return TeamView(
        led,
        chosen,
        people.persons(members),
        unit.history.awards(wanted, PAGE, after),
        _lines(unit, visitor, waiting),
    )


def everything(
    unit: Unit, visitor: Visitor, wanted: ExportFilter, after: Mark | None, order: Order
) -> Found:
    """All awards under a filter, for HR. Raises Refusal."""
    own = for_hr(unit, visitor, wanted)
    return unit.history.awards(own, PAGE, after, order=order)


def for_hr(unit: Unit, visitor: Visitor, wanted: ExportFilter) -> ExportFilter:
    """The filter, of the visitor's own workspace and what HR may read.

    Raises Refusal, the same for people and teams that are unknown and that are not theirs.
    """
    require_hr(visitor)
    here = visitor.workspace.id
    if wanted.person is not None and not unit.members.get(here, [wanted.person]):
        raise Refusal("gone")
    if wanted.team is not None and not unit.teams.get(here, [wanted.team]):
        raise Refusal("gone")
    return replace(wanted, workspace_id=visitor.workspace.id, for_hr=True)


def _lines(unit: Unit, visitor: Visitor, found: Sequence[tuple[Followup, int]]) -> list[CaseLine]:
    ids = {id for followup, giver_id in found for id in (followup.owner_id, giver_id)}
    members = unit.members.get(visitor.workspace.id, ids)
    return [_line(unit, visitor, members, *one) for one in found]


def _line(
    unit: Unit,
    visitor: Visitor,
    members: Mapping[int, Member],
    followup: Followup,
    giver_id: int,
) -> CaseLine:
    me, waits = visitor.member.id, followup.untaken
    mine = me in (followup.owner_id, followup.heir_id) or (waits and me != giver_id)
    if mine:
        other = people.person(members[giver_id])
    elif waits:  # with the whole team, until one of them takes it
        other = cards.load(unit, visitor.workspace, followup.award_id).held_by
    else:
        other = people.person(members[followup.owner_id])
    late = followup.due_at and followup.due_at < unit.now and followup.state not in ENDED
    return CaseLine(followup.award_id, other, followup.state, mine, followup.due_at, bool(late))
