"""A cactus as each of its people may see it."""

from collections.abc import Mapping
from datetime import date

from bot import people
from bot.errors import Refusal
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import (
    Button,
    CactusHeld,
    CactusText,
    CaseCard,
    CaseEntry,
    CaseList,
    Line,
    Person,
)
from bot.model import Award, Duty, Event, Followup, Member, Move, Role, State, Team, Workspace
from bot.moves import MOVES, open_to
from bot.teams import Crew, named
from bot.values import dataclass

LINES_SHOWN = 10
TALK = frozenset({Move.REPLY, Move.REOPEN})
READS = {
    Role.GIVER: TALK,
    Role.OWNER: TALK | {Move.HAND_OVER},
    Role.HEIR: TALK | {Move.HAND_OVER},
    Role.FORMER: frozenset[Move](),
    Role.TEAM: frozenset[Move](),
    Role.HR: TALK | {Move.HAND_OVER, Move.REPORT},
}
"""Whose words each side reads: the giver never learns why a case was handed over."""


@dataclass(frozen=True, slots=True)
class Case:
    """A cactus with everybody who takes part in it."""

    workspace: Workspace
    award: Award
    followup: Followup
    members: Mapping[int, Member]
    team: Team | None = None
    shared: tuple[Member, ...] = ()
    """To a team: whom it reaches there."""

    @property
    def giver(self) -> Member:
        return self.members[self.award.giver_id]

    @property
    def owner(self) -> Member:
        """Whoever has it; while nobody of a team has taken it, one of `owners`."""
        return self.members[self.followup.owner_id]

    @property
    def owners(self) -> tuple[Member, ...]:
        """Everybody who may act as its owner: the first of a team who does has it from then on."""
        return self.shared if self.followup.untaken else (self.owner,)

    @property
    def held_by(self) -> Person:
        """Who has it, as a message names them."""
        return self.receiver if self.followup.untaken else people.person(self.owner)

    @property
    def receiver(self) -> Person:
        """To whom it was given, as a message names them: somebody, or a team."""
        if self.team:
            return Person(self.team.name)
        return people.person(self.members[self.award.receiver_id or self.followup.owner_id])

    @property
    def text(self) -> CactusText:
        return CactusText(
            people.person(self.giver),
            self.receiver,
            self.award.reason,
            self.followup.effect,
            self.followup.wish,
        )


@dataclass(frozen=True, slots=True)
class Input:
    """What somebody adds to a move."""

    note: str = ""
    day: date | None = None
    heir: Member | None = None
    source_ref: str = ""


def load(unit: Unit, workspace: Workspace, award_id: int) -> Case:
    """Raises Refusal where there is no such case; who may see it is asked next."""
    award = unit.awards.get(workspace.id, award_id)
    followup = unit.followups.get(workspace.id, award_id)
    if award is None or followup is None:
        raise Refusal("gone")
    team = unit.teams.get(workspace.id, [award.team_id])[award.team_id] if award.team_id else None
    shared = unit.awards.shared_with([award.id]).get(award.id, []) if team else []
    ids = {award.giver_id, award.receiver_id, followup.owner_id, followup.heir_id, *shared}
    members = unit.members.get(workspace.id, (id for id in ids if id is not None))
    return Case(workspace, award, followup, members, team, tuple(members[id] for id in shared))


def roles(unit: Unit, case: Case, member: Member) -> list[Role]:
    """What the member is to this case; nothing for somebody whom it does not concern (yet)."""
    followup, found = case.followup, []
    if member.id == case.award.giver_id:
        found.append(Role.GIVER)
    if followup.delivered_at and member in case.owners:
        found.append(Role.OWNER)
    if followup.delivered_at and member.id == followup.heir_id:
        found.append(Role.HEIR)
    read_by_hr = followup.delivered_at or followup.state in (State.REVIEW, State.CLOSED)
    if read_by_hr and Duty.HR in unit.members.duties(member.id):
        found.append(Role.HR)
    if followup.delivered_at and Role.OWNER not in found and member in case.shared:
        found.append(Role.TEAM)
    return found


def role_for(unit: Unit, case: Case, member: Member, move: Move) -> Role:
    """In which role the member makes a move. Raises Refusal; strangers learn nothing."""
    found = roles(unit, case, member)
    if not found:
        raise Refusal("gone")
    if found == [Role.TEAM]:
        raise Refusal("taken", people=(case.held_by,))
    able = [role for role in found if (case.followup.state, move, role) in MOVES]
    return (able or found)[0]


def held(unit: Unit, case: Case) -> CactusHeld:
    """The cactus as its giver sees it before it goes out."""
    assert case.followup.wake_at is not None
    team = named(Crew(case.team, case.owners)) if case.team else None
    waits = people.working_moment(case.workspace, case.owner, unit.now) > unit.now
    return CactusHeld(case.award.id, case.text, case.followup.wake_at, team=team, waits=waits)


def card(
    unit: Unit, case: Case, role: Role, news: str = "", most: int | None = LINES_SHOWN
) -> CaseCard:
    """The case with what this role can do now, and the newest `most` lines of its talk."""
    followup = case.followup
    return CaseCard(
        case.award.id,
        case.text,
        case.held_by,
        followup.state,
        _buttons(case, role),
        followup.side,
        followup.due_at,
        followup.promised_on,
        _lines(unit, case, role, most),
        news,
        _policy(case, role),
    )


def _policy(case: Case, role: Role) -> str:
    """For whoever has reported the case, and for HR who decide about it."""
    asks = case.followup.state is State.REPORTED and role in (Role.OWNER, Role.HR)
    return case.workspace.settings.policy_link if asks else ""


def _buttons(case: Case, role: Role) -> tuple[Button, ...]:
    subject = str(case.award.id)
    if case.followup.state is State.BLOOMED and role is Role.GIVER:
        return (Button(ActionName.PRAISE, subject),)
    moves = open_to(case.followup, role)
    return tuple(Button(ActionName(move.value), subject) for move in moves)


def _lines(unit: Unit, case: Case, role: Role, most: int | None) -> tuple[Line, ...]:
    history = unit.followups.history(case.award.id)
    said = [event for event in history if event.note and event.move in READS[role]]
    ids = {event.actor_id for event in said if event.actor_id is not None}
    speakers = unit.members.get(case.workspace.id, ids)
    return tuple(_line(event, speakers) for event in said[-most if most else None :])


def _line(event: Event, speakers: Mapping[int, Member]) -> Line:
    assert event.actor_id is not None
    return Line(people.person(speakers[event.actor_id]), event.note, event.at)


def listed(unit: Unit, workspace: Workspace, member: Member) -> CaseList:
    """The member's open cases as giver, owner and heir, by due time; never their words."""
    entries = []
    for followup in unit.followups.running(member.id):
        case = load(unit, workspace, followup.award_id)
        mine = member in case.owners or member.id == followup.heir_id
        other = people.person(case.giver) if mine else case.held_by
        entries.append(CaseEntry(case.award.id, other, followup.state, mine, followup.due_at))
    return CaseList(tuple(entries))
