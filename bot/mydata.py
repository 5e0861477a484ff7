"""Everything about one person, for that person: both directions, and of others only their names."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.memory import ExportCells, ExportFilter, ExportRow, Unit
from bot.model import Kind, Member, Side

MOST_CASES = 100_000


def wanted(member: Member, side: Side) -> ExportFilter:
    return ExportFilter(member.workspace_id, person=member.id, side=side)


def minimised(
    rows: Iterable[ExportRow], member: Member, side: Side, cells: ExportCells
) -> Iterator[ExportRow]:
    """Rows of such cells that the person may see, without the ids of others and of places.

    A cactus that has not reached its receiver is the giver's alone.
    """
    mine = cells.name(member.account or "")
    for row in rows:
        if side is Side.RECEIVED and row.kind == Kind.CACTUS and row.delivered_at is None:
            continue
        yield row._replace(
            giver_account=mine if side is Side.GAVE else "",
            receiver_account=mine if side is Side.RECEIVED else "",
            owner_account=mine if mine and row.owner_account == mine else "",
            place="",
        )


def about(unit: Unit, member: Member) -> dict[str, Any]:
    """What is kept of the person beside the awards themselves, as plain values."""
    return {
        "id": member.account,
        "name": member.name,
        "locale": member.locale,
        "language": member.language,
        "zone": member.zone,
        "standing": member.standing.value,
        "named_in_highlights": member.naming.value,
        "working_hours": f"{member.work_starts:02}-{member.work_ends:02}",
        "cacti_muted_until": member.muted_until.isoformat() if member.muted_until else None,
        "takes_cacti": member.opt_in.value or None,
        "roles": sorted(duty.value for duty in unit.members.duties(member.id)),
        "member_of": sorted(team.name for team in unit.teams.of_member(member.id)),
        "cases": list(_cases(unit, member)),
    }


def _cases(unit: Unit, member: Member) -> Iterator[dict[str, Any]]:
    """Every case that the person takes part in, with what was said in it."""
    for case, giver_id in unit.history.cases(member.id, MOST_CASES, None):
        yield {
            "award_id": case.award_id,
            "mine_as": "giver" if giver_id == member.id else "owner",
            "state": case.state.value,
            "side": case.side,
            "talk": [
                {
                    "at": event.at.isoformat(),
                    "by_me": event.actor_id == member.id,
                    "move": event.move.value,
                    "words": event.note,
                }
                for event in unit.followups.history(case.award_id)
            ],
        }
