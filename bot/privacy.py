"""What leaves the records: people who ask for it or have left, and what has run out."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import timedelta

from bot import homes
from bot.errors import OperatorError
from bot.memory import Footprint, Hold, Unit
from bot.model import Kind, Member, Move, Role, Workspace
from bot.moves import MOVES

LEAVERS_AFTER = timedelta(days=30)
REMOVED_AFTER = timedelta(days=30)
"""So long a house may come back and find everything as it was."""
LONGEST_HOLD = timedelta(days=180)
MONTH = timedelta(days=30.4375)
AT_ONCE = 200
"""Rows of one round, so that nobody waits for it."""
LOOKED_AT = 20
"""Workspaces of one round: of ten thousand each has its turn within an hour and a half."""


def months_of(workspace: Workspace) -> Iterator[tuple[Kind, int]]:
    """How many months each kind of award stays in the records."""
    yield Kind.CACTUS, workspace.settings.cactus_months
    yield Kind.GLITTER, workspace.settings.glitter_months


def fingerprint(workspace_id: str, account: str) -> str:
    """How an erasure is remembered outside the database, so that a restored backup can repeat it
    and the file itself names nobody."""
    return hashlib.sha256(f"{workspace_id}\n{account}".encode()).hexdigest()


def known_as(member: Member) -> str:
    """What an erasure is remembered by: the account, or the name where there is none."""
    return member.account if member.account is not None else f"by name: {member.name}"


def preview(unit: Unit, member: Member) -> Footprint:
    return unit.privacy.footprint(member.id)


def held(unit: Unit, member: Member) -> Hold | None:
    """The hold that keeps the member's records, or a cactus among them that others share."""
    return unit.privacy.keeper(member.id)


def erase(unit: Unit, member: Member, actor: str) -> Footprint:
    """Take somebody out of the records, for good. Raises OperatorError while a hold forbids it."""
    if hold := held(unit, member):
        raise OperatorError(
            f"A legal hold of {hold.owner} lasts until {hold.ends_at:%Y-%m-%d}, on this person or "
            "on somebody with whom they share a cactus; end it first: python app.py hold release."
        )
    rows = unit.privacy.footprint(member.id)
    unit.privacy.erase(member.id)
    if workspace := unit.workspaces.get(member.workspace_id):
        homes.renew_all(unit, workspace, stale=True)  # their name leaves the pages of others
    details = {"member": member.id, "rows": asdict(rows)}
    unit.audit.add(member.workspace_id, actor, "erased", details)
    return rows


def erase_leavers(unit: Unit) -> None:
    """Deactivated accounts, thirty days after they were first seen so."""
    for workspace_id, member_id in unit.privacy.leavers(unit.now - LEAVERS_AFTER, 1):
        member = unit.members.get(workspace_id, [member_id])[member_id]
        erase(unit, member, "retention")


def run_out_somewhere(unit: Unit, after: str) -> str:
    """A few rows of the first workspace in which anything has run out, among the next few after
    this id. The id from which to go on; "" from the beginning."""
    some = unit.workspaces.next(after, LOOKED_AT)
    for workspace in some:
        if run_out(unit, workspace):
            return after
        after = workspace.id
    return after if len(some) == LOOKED_AT else ""


def run_out(unit: Unit, workspace: Workspace) -> int:
    """What is older than the workspace keeps it goes, a few rows at a time; how many are done.

    The messages that told of it go as well. A case that still runs ends first, and goes at the
    next round.
    """
    done = 0
    for kind, months in months_of(workspace):
        before = unit.now - months * MONTH
        ids = unit.privacy.run_out(workspace.id, kind, before, AT_ONCE)
        gone = [id for id in ids if not _still_ran(unit, workspace.id, id)]
        if gone:
            unit.privacy.forget(gone)
            told = {"kind": kind.value, "rows": len(gone), "before": before.isoformat()}
            unit.audit.add(workspace.id, "retention", "run out", told)
        done += len(ids) + unit.privacy.forget_messages(workspace.id, kind, before, AT_ONCE)
    return done


def empty_removed(unit: Unit) -> None:
    """A few rows of a workspace from which the bot was removed thirty days ago."""
    workspace_id = unit.privacy.removed(unit.now - REMOVED_AFTER)
    if workspace_id and unit.privacy.empty(workspace_id, AT_ONCE):
        unit.audit.add(workspace_id, "retention", "emptied after removal", {})


def due(unit: Unit, workspace: Workspace) -> dict[Kind, int]:
    """How much `run_out` would take, for whoever wants to look first."""
    everything = 2**31 - 1
    return {
        kind: len(unit.privacy.run_out(workspace.id, kind, unit.now - months * MONTH, everything))
        for kind, months in months_of(workspace)
    }


def hold(unit: Unit, workspace_id: str, kept: Hold, actor: str) -> None:
    """Keep somebody's records whatever else says that they go. Raises OperatorError."""
    if not unit.now < kept.ends_at <= unit.now + LONGEST_HOLD:
        raise OperatorError("A hold ends within 180 days; it can be renewed then.")
    if not kept.reason.strip() or not kept.owner.strip():
        raise OperatorError("A hold needs a reason and an owner.")
    unit.privacy.hold(kept)
    told = {"member": kept.member_id, "owner": kept.owner, "until": kept.ends_at.isoformat()}
    unit.audit.add(workspace_id, actor, "hold", {**told, "reason": kept.reason})


def release(unit: Unit, member: Member, actor: str) -> None:
    """End a hold. Raises OperatorError where there is none."""
    if not unit.privacy.release(member.id):
        raise OperatorError("There is no hold on these records.")
    unit.audit.add(member.workspace_id, actor, "hold released", {"member": member.id})


def _still_ran(unit: Unit, workspace_id: str, award_id: int) -> bool:
    """Whether a case ran until now; it has ended then."""
    case = unit.followups.get(workspace_id, award_id)
    ends_as = MOVES.get((case.state, Move.EXPIRE, Role.BOT)) if case else None
    if case is None or ends_as is None:
        return False
    ended = replace(
        case, state=ends_as, wake_at=None, heir_id=None, ended_at=unit.now, moves=case.moves + 1
    )
    return unit.followups.change(case, ended, Move.EXPIRE, None)
