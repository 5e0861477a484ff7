"""The life of a cactus after it was written: moves, news, reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import cards, news, opt_in, people, reminders
from bot.cards import Case, Input
from bot.errors import Refusal
from bot.memory import Unit
from bot.messages import Message, Notice
from bot.model import (
    Followup,
    Member,
    Move,
    Role,
    State,
    Workspace,
)
from bot.moves import ENDED, MOVES, next_state
from bot.scene import Scene
from bot.weeks import to_utc
from bot.working_days import due_after, working_day_before

MEND_DAYS = 10
"""Working days for a cactus that was thanked for and has no promised date."""
MOB = 3
MOB_WITHIN = timedelta(hours=24)
PROMISE_WITHIN = timedelta(days=365)
LATE, ASKED_AGAIN = timedelta(days=7), timedelta(days=1)
"""A cactus that is so late is not sent before its giver had so much time to think again."""

ANSWERS = frozenset({Move.THANK, Move.REPLY, Move.PROMISE, Move.DONE, Move.DISPUTE})
"""What counts as the owner's first answer."""
COMES_BACK = frozenset({Move.DECLINE, Move.RESUME, Move.REOPEN})
"""Moves that bring a case back to an owner, who may have left meanwhile."""


def make(scene: Scene, award_id: int, move: Move, given: Input) -> Message:
    """One move by the speaker. Raises Refusal; whoever comes second changes nothing."""
    unit = scene.unit
    case = cards.load(unit, scene.workspace, award_id)
    role = cards.role_for(unit, case, scene.speaker, move)
    if _made_already(unit, case, move, role, given):
        return _now(scene, award_id, role)
    state = next_state(case.followup, move, role)
    if move is Move.SEND_NOW:
        return _send_now(scene, case)
    if move is Move.RELEASE:
        case = _to_whom_is_there(unit, case)
        if lost := opt_in.lost(case.workspace, case.owners):
            raise Refusal("opt-in", people=people.persons(lost))
    if given.heir and given.heir.id == case.award.giver_id:
        raise Refusal("heir-giver")
    if role is Role.OWNER and case.followup.untaken:
        case = _taken_by(case, scene.speaker)
    changed = _after(unit, case, move, state, role, given)
    try:
        moved = _save(unit, case, changed, move, scene.speaker.id, given)
    except Refusal:
        again = cards.load(unit, scene.workspace, award_id)
        if _made_already(unit, again, move, role, given):
            return _now(scene, award_id, role)
        raise
    news.spread(unit, moved, move, role, scene.speaker, given, before=case)
    if move in COMES_BACK:
        hand_to_stand_in(unit, moved.followup)
    return _now(scene, award_id, Role.FORMER)


def _now(scene: Scene, award_id: int, otherwise: Role) -> Message:
    """The card as it stands by now, in the role that the speaker has by now."""
    case = cards.load(scene.unit, scene.workspace, award_id)
    found = cards.roles(scene.unit, case, scene.speaker)
    return cards.card(scene.unit, case, found[0] if found else otherwise)


def show(scene: Scene, award_id: int) -> Message:
    """One case, for those whom it concerns. Raises Refusal, the same for unknown and foreign."""
    case = cards.load(scene.unit, scene.workspace, award_id)
    found = cards.roles(scene.unit, case, scene.speaker)
    if not found:
        raise Refusal("gone")
    return cards.card(scene.unit, case, found[0])


def wake(unit: Unit, followup: Followup) -> None:
    """What the bot does when a case's time has come; nothing where somebody was first."""
    workspace = unit.workspaces.get(followup.workspace_id)
    assert workspace is not None
    case = cards.load(unit, workspace, followup.award_id)
    if case.followup.moves != followup.moves:
        return
    if followup.state is State.HELD:
        _end_hold(unit, case)
    elif followup.state in reminders.WAITING:
        reminders.remind(unit, case)


def _end_hold(unit: Unit, case: Case) -> None:
    """It goes out now; or later, and the giver is told when.

    After a long time away of the bot it would come out of the blue: then the giver is asked first.
    """
    assert case.followup.wake_at is not None
    late = unit.now - case.followup.wake_at > LATE
    owner = _to_whom_is_there(unit, case).owner
    moment = people.working_moment(
        case.workspace, owner, unit.now + ASKED_AGAIN if late else unit.now
    )
    if moment <= unit.now:
        deliver(unit, case)
        return
    later = replace(case.followup, wake_at=moment)
    unit.followups.note_reminder(later)
    news.post_held(unit, replace(case, followup=later))


def present(unit: Unit, member: Member, giver_id: int) -> Member:
    """The member, or whoever stands in for them now; never the giver, who asks for the answer."""
    passed = {giver_id}
    while member.id not in passed:
        passed.add(member.id)
        stand_in = unit.members.stand_in(member.id, unit.now)
        if stand_in and stand_in.id not in passed and _takes(unit, stand_in):
            member = stand_in
    return member


def _takes(unit: Unit, member: Member) -> bool:
    workspace = unit.workspaces.get(member.workspace_id)
    return workspace is not None and opt_in.may_get(workspace, member)


def _taken_by(case: Case, member: Member) -> Case:
    """The first of a team who acts has the case."""
    followup = replace(case.followup, owner_id=member.id, untaken=False)
    return replace(case, followup=followup)


def _to_whom_is_there(unit: Unit, case: Case) -> Case:
    if case.followup.untaken:
        return case
    owner = present(unit, case.owner, case.award.giver_id)
    followup = replace(case.followup, owner_id=owner.id)
    return replace(case, followup=followup, members={**case.members, owner.id: owner})


def deliver(unit: Unit, case: Case) -> Case:
    """The hold is over: to the owner, or to HR where too many came at once."""
    case = _to_whom_is_there(unit, case)
    if lost := opt_in.lost(case.workspace, case.owners):
        return _stopped(unit, case, lost)
    move = Move.HOLD_BACK if _is_mob(unit, case) else Move.DELIVER
    state = next_state(case.followup, move, Role.BOT)
    changed = _after(unit, case, move, state, Role.BOT, Input())
    case = _save(unit, case, changed, move, None, Input())
    news.spread(unit, case, move, Role.BOT, None, Input(), before=case)
    return case


def _stopped(unit: Unit, case: Case, lost: Sequence[Member]) -> Case:
    """Somebody takes no cacti any more: it reaches nobody, and the giver is told."""
    state = next_state(case.followup, Move.EXPIRE, Role.BOT)
    changed = _after(unit, case, Move.EXPIRE, state, Role.BOT, Input())
    case = _save(unit, case, changed, Move.EXPIRE, None, Input())
    told = Notice("opt-in-stopped", people.persons(lost), case.award.id)
    news.tell(unit, case.workspace, case.giver, told)
    return case


def hand_to_stand_in(unit: Unit, followup: Followup) -> None:
    """Where the owner has left for a while, the case goes on with somebody who is there."""
    workspace = unit.workspaces.get(followup.workspace_id)
    assert workspace is not None
    case = cards.load(unit, workspace, followup.award_id)
    if case.followup.untaken or (case.followup.state, Move.STAND_IN, Role.BOT) not in MOVES:
        return
    stand_in = present(unit, case.owner, case.award.giver_id)
    if stand_in.id == case.owner.id:
        return
    given = Input(heir=stand_in)
    state = next_state(case.followup, Move.STAND_IN, Role.BOT)
    changed = _after(unit, case, Move.STAND_IN, state, Role.BOT, given)
    moved = _save(unit, case, changed, Move.STAND_IN, None, given)
    news.spread(unit, moved, Move.STAND_IN, Role.BOT, None, given, before=case)


def _send_now(scene: Scene, case: Case) -> Message:
    """The hold ends; the receiver's evening does not."""
    unit = scene.unit
    moment = people.working_moment(case.workspace, case.owner, unit.now)
    if moment > unit.now:
        changed = replace(case.followup, wake_at=moment, moves=case.followup.moves + 1)
        return cards.held(
            unit, _save(unit, case, changed, Move.SEND_NOW, scene.speaker.id, Input())
        )
    return cards.card(unit, deliver(unit, case), Role.GIVER)


def _made_already(unit: Unit, case: Case, move: Move, role: Role, given: Input) -> bool:
    """The same press once more, or a bare button that leads to where the case stands."""
    ref = given.source_ref
    if ref and any(event.source_ref == ref for event in unit.followups.history(case.award.id)):
        return True
    if given != Input(source_ref=ref):
        return False  # nobody would read what they wrote
    return any(
        of is move and whose is role and to is case.followup.state != state
        for (state, of, whose), to in MOVES.items()
    )


def _after(unit: Unit, case: Case, move: Move, state: State, role: Role, given: Input) -> Followup:
    """The case as it stands after the move."""
    was, now = case.followup, unit.now
    changed = replace(was, state=state, moves=was.moves + 1)
    if role is Role.OWNER and move in ANSWERS:
        changed = replace(changed, answered_at=was.answered_at or now)
    match move:
        case Move.DELIVER | Move.RELEASE:
            changed = replace(changed, delivered_at=was.delivered_at or now)
        case Move.DISPUTE:
            changed = replace(changed, side=given.note)
        case Move.HAND_OVER:
            assert given.heir is not None
            changed = replace(changed, heir_id=given.heir.id)
        case Move.ACCEPT:
            changed = replace(changed, owner_id=was.heir_id or was.owner_id, heir_id=None)
        case Move.STAND_IN:
            changed = replace(changed, owner_id=given.heir.id if given.heir else was.owner_id)
        case Move.DECLINE:
            changed = replace(changed, heir_id=None)
        case Move.REOPEN:
            changed = replace(changed, reopened=True)
    heirs = {given.heir.id: given.heir} if given.heir else {}
    owner = {**case.members, **heirs}[changed.owner_id]
    return (
        changed
        if move is Move.REPLY and state is was.state
        else _timed(unit, case.workspace, owner, changed, given.day)
    )


def _timed(
    unit: Unit, workspace: Workspace, owner: Member, changed: Followup, day: date | None
) -> Followup:
    """Set what is due next."""
    now, zone = unit.now, people.zone(owner, workspace)
    country, ends = workspace.settings.holidays, owner.work_ends
    if changed.state in ENDED:
        return replace(changed, due_at=None, wake_at=None, heir_id=None, ended_at=now)
    match changed.state:
        case State.OPEN:
            due = due_after(now, workspace.settings.answer_days, ends, zone, country)
        case State.ACKNOWLEDGED:
            due = due_after(now, MEND_DAYS, ends, zone, country)
        case State.PROMISED:
            assert day is not None
            due = to_utc(datetime.combine(day, datetime.min.time().replace(hour=ends)), zone)
            changed = replace(changed, promised_on=day)
        case State.OFFERED:
            return changed
        case _:
            return replace(changed, due_at=None, wake_at=None)
    reminder = working_day_before(due, owner.work_starts, zone, country)
    return replace(changed, due_at=due, wake_at=reminder if reminder > now else due, reminded=0)


def _save(
    unit: Unit, case: Case, changed: Followup, move: Move, actor_id: int | None, given: Input
) -> Case:
    if not unit.followups.change(
        case.followup, changed, move, actor_id, given.note, given.source_ref
    ):
        raise Refusal("moved-on")
    if changed.state is State.WITHDRAWN:
        unit.awards.retract([case.award], f"withdrawn:{case.award.id}")
    ids = {case.award.giver_id, case.award.receiver_id, changed.owner_id, changed.heir_id}
    members = unit.members.get(case.workspace.id, [id for id in ids if id is not None])
    return replace(case, followup=changed, members={**case.members, **members})


def _is_mob(unit: Unit, case: Case) -> bool:
    """Two others have reached the same receiver within a day."""
    givers = unit.awards.givers_of_cacti(case.award, unit.now - MOB_WITHIN)
    return len(givers - {case.award.giver_id}) >= MOB - 1
