"""The life of a cactus: who may do what in which state, and what follows from it."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot import people
from bot.awards import Scene, check_daily, check_receivers, look_back, new_awards
from bot.commands import Give
from bot.errors import Refusal
from bot.messages import CactusHeld, CactusMoved, CactusReceived, Message, Said
from bot.model import Award, Followup, Kind, Member, Move, Place, Role, Standing, State, Workspace
from bot.ports import Owed, Unit
from bot.weeks import next_working_moment

PAIR_WAITS = timedelta(days=7)

# In this state, this move belongs to this role and leads to that state.
MOVES: dict[tuple[State, Move], tuple[Role, State]] = {
    (State.HELD, Move.DELIVER): (Role.BOT, State.OPEN),
    (State.HELD, Move.SEND_NOW): (Role.GIVER, State.OPEN),
    (State.HELD, Move.WITHDRAW): (Role.GIVER, State.WITHDRAWN),
}

# Pressing twice, or a press that the platform delivers twice, is answered like the first time.
DONE_ALREADY = {(Move.SEND_NOW, State.OPEN), (Move.WITHDRAW, State.WITHDRAWN)}


def advance(followup: Followup, move: Move, role: Role) -> Followup:
    """The case as it stands after `move`. Raises Refusal where it may not be made."""
    if (followup.state, move) not in MOVES:
        raise Refusal("moved-on")
    allowed, state = MOVES[followup.state, move]
    if role is not allowed:
        raise Refusal("not-yours")
    return replace(followup, state=state, wake_at=None)


def give_cactus(scene: Scene, said: Said, give: Give) -> Message:
    """Record a cactus and hold it; nothing appears in any channel. Raises Refusal."""
    if not scene.workspace.settings.cactus_on:
        raise Refusal("cactus-off")
    if len(give.receivers) != 1:
        raise Refusal("one-receiver")
    new = new_awards(scene, said, give)
    before = look_back(scene, new)
    if before.recorded:
        return _as_it_stands(scene, scene.unit.awards.by_ref(said.workspace_id, said.source_ref)[0])
    receiver = scene.receivers(give)[0]
    check_receivers(scene.speaker, [receiver], Kind.CACTUS)
    _check_pair(scene, receiver)
    limit = scene.workspace.settings.daily_cactus_limit
    check_daily(scene, "daily-cactus", limit, before.today, 1)
    award_id = scene.unit.awards.add(new)[0]
    hold = timedelta(minutes=scene.workspace.settings.cactus_hold_minutes)
    goes_out_at = _delivery_moment(scene.workspace, receiver, scene.unit.now + hold)
    scene.unit.followups.add(
        Followup(award_id, scene.workspace.id, State.HELD, receiver.id, goes_out_at)
    )
    return _held(scene, award_id, receiver, new[0].reason, goes_out_at)


def press(scene: Scene, move: Move, award_id: int) -> Message:
    """The giver's buttons while a cactus is held. Raises Refusal."""
    award, followup = _case(scene, award_id)
    owner = scene.unit.members.get(scene.workspace.id, [followup.owner_id])[followup.owner_id]
    if (move, followup.state) in DONE_ALREADY:
        return CactusMoved(award.id, people.person(owner), followup.state)
    moved = advance(followup, move, Role.GIVER)
    if move is Move.SEND_NOW:
        moment = _delivery_moment(scene.workspace, owner, scene.unit.now)
        if moment > scene.unit.now:  # the hold ends, the receiver's evening does not
            later = replace(followup, wake_at=moment)
            _save(scene.unit, followup, later, move, scene.speaker.id)
            return _held(scene, award.id, owner, award.reason, moment)
    _save(scene.unit, followup, moved, move, scene.speaker.id)
    _follow(scene.unit, scene.workspace, award, moved, owner)
    return CactusMoved(award.id, people.person(owner), moved.state)


def deliver(unit: Unit, followup: Followup) -> None:
    """End the hold of a cactus whose time has come; does nothing where somebody was first."""
    workspace = unit.workspaces.get(followup.workspace_id)
    award = unit.awards.get(followup.workspace_id, followup.award_id)
    assert workspace is not None
    assert award is not None
    owner = unit.members.get(workspace.id, [followup.owner_id])[followup.owner_id]
    moved = advance(followup, Move.DELIVER, Role.BOT)
    if unit.followups.change(followup, moved, Move.DELIVER, None):
        _follow(unit, workspace, award, moved, owner)


def _case(scene: Scene, award_id: int) -> tuple[Award, Followup]:
    """Raises Refusal; a cactus of others answers exactly like one that does not exist."""
    award = scene.unit.awards.get(scene.workspace.id, award_id)
    followup = scene.unit.followups.get(scene.workspace.id, award_id)
    if award is None or followup is None or award.giver_id != scene.speaker.id:
        raise Refusal("gone")
    return award, followup


def _save(unit: Unit, was: Followup, now: Followup, move: Move, actor_id: int) -> None:
    if not unit.followups.change(was, now, move, actor_id):
        raise Refusal("moved-on")


def _follow(
    unit: Unit, workspace: Workspace, award: Award, followup: Followup, owner: Member
) -> None:
    """What a move brings about."""
    if followup.state is State.WITHDRAWN:
        unit.awards.retract([award], f"withdrawn:{award.id}")
    if followup.state is State.OPEN and owner.account:
        giver = unit.members.get(workspace.id, [award.giver_id])[award.giver_id]
        card = CactusReceived(award.id, people.person(giver), award.reason)
        place, reads = Place.direct(owner.account), people.reader(owner, workspace)
        unsure = Standing.UNVERIFIED in (giver.standing, owner.standing)
        owed = Owed(workspace.id, place, card, reads, award_id=award.id, check_first=unsure)
        unit.deliveries.owe([owed])


def _check_pair(scene: Scene, receiver: Member) -> None:
    last = scene.unit.awards.last_to(scene.speaker.id, receiver.id, Kind.CACTUS)
    if last and last + PAIR_WAITS > scene.unit.now:
        raise Refusal("pair-cactus", people=people.persons([receiver]), moment=last + PAIR_WAITS)


def _delivery_moment(workspace: Workspace, receiver: Member, earliest: datetime) -> datetime:
    if not workspace.settings.cactus_working_hours:
        return earliest
    return next_working_moment(earliest, people.zone(receiver, workspace))


def _held(
    scene: Scene, award_id: int, receiver: Member, situation: str, goes_out_at: datetime
) -> CactusHeld:
    giver = people.person(scene.speaker)
    return CactusHeld(award_id, giver, people.person(receiver), situation, goes_out_at)


def _as_it_stands(scene: Scene, award: Award) -> Message:
    """The answer to a repeated request."""
    _, followup = _case(scene, award.id)
    owner = scene.unit.members.get(scene.workspace.id, [followup.owner_id])[followup.owner_id]
    if followup.state is State.HELD and followup.wake_at:
        return _held(scene, award.id, owner, award.reason, followup.wake_at)
    return CactusMoved(award.id, people.person(owner), followup.state)
