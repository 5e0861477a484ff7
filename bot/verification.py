"""People whom the platform could not describe in time are looked up before anything is posted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot import digests, homes, people
from bot.memory import Leased, Unit
from bot.messages import Notice
from bot.model import DeliveryStatus, Kind, Member, Move, Profile, Standing, State, Workspace
from bot.outcome_rules import TRIES, put_off, tell_giver

ASK_AGAIN = timedelta(seconds=30)


def open_questions(unit: Unit, item: Leased) -> list[str]:
    """The accounts of whoever takes part in the delivery's award and is still unverified."""
    members = _takes_part(unit, item)
    return [one.account for one in members if one.account and one.standing is Standing.UNVERIFIED]


def decide(unit: Unit, item: Leased, told: Sequence[Profile]) -> bool:
    """Whether the delivery may go out now; else it waits, or the award is taken back."""
    delivery = item.delivery
    unit.members.put(delivery.workspace_id, told)
    members = _takes_part(unit, item)
    strangers = [m for m in members if m.standing not in (Standing.ACTIVE, Standing.UNVERIFIED)]
    if strangers:
        _take_back(unit, item, strangers)
        return False
    if all(member.standing is Standing.ACTIVE for member in members):
        return True
    if item.attempts >= TRIES:
        unit.deliveries.finish(delivery.id, DeliveryStatus.DEAD, code="unverified")
    else:
        put_off(unit, item, unit.now + ASK_AGAIN, "unverified")
    return False


def _takes_part(unit: Unit, item: Leased) -> list[Member]:
    workspace_id = item.delivery.workspace_id
    award = unit.awards.get(workspace_id, item.award_id) if item.award_id else None
    if award is None:
        return []
    gift = unit.awards.by_ref(workspace_id, award.source_ref)
    ids = {id for one in gift for id in (one.giver_id, one.receiver_id) if id is not None}
    return list(unit.members.get(workspace_id, ids).values())


def _take_back(unit: Unit, item: Leased, strangers: Sequence[Member]) -> None:
    workspace = unit.workspaces.get(item.delivery.workspace_id)
    award = unit.awards.get(item.delivery.workspace_id, item.award_id or 0)
    if workspace is None or award is None:
        return
    gift = unit.awards.by_ref(workspace.id, award.source_ref)
    unit.awards.retract(gift, f"stranger:{award.id}")
    unit.deliveries.finish(item.delivery.id, DeliveryStatus.CANCELLED, code="stranger")
    unit.deliveries.take_back(gift[0].id, workspace.reader)  # other receivers' messages
    if award.kind is Kind.CACTUS:
        _close(unit, workspace, award.id)
    else:
        digests.mend(unit, workspace, award.given_at)
    homes.renew_about(unit, workspace, gift)
    notice = Notice("receiver-refused", people.persons(strangers))
    tell_giver(unit, workspace, award, notice)


def _close(unit: Unit, workspace: Workspace, award_id: int) -> None:
    if followup := unit.followups.get(workspace.id, award_id):
        closed = replace(
            followup,
            state=State.WITHDRAWN,
            wake_at=None,
            ended_at=unit.now,
            moves=followup.moves + 1,
        )
        unit.followups.change(followup, closed, Move.WITHDRAW, None)
