"""When an answer or a promise is due: reminded, reminded again, escalated without the words."""

from collections.abc import Iterable
from dataclasses import replace

from bot import cards, news, people
from bot.cards import Case
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Button, Notice
from bot.model import Member, Standing, State
from bot.working_days import due_after

WAITING = frozenset({State.OPEN, State.ACKNOWLEDGED, State.PROMISED, State.OFFERED})
"""States in which the owner is reminded."""


def remind(unit: Unit, case: Case) -> None:
    """The working day before, at the due time, and a working day later to whoever leads them."""
    followup, now = case.followup, unit.now
    assert followup.due_at is not None
    waited_for = (case.members[followup.heir_id],) if followup.heir_id else case.owners
    who = waited_for[0]
    if now < followup.due_at:
        _tell(unit, case, waited_for, "news-due-soon")
        later = replace(followup, wake_at=followup.due_at, reminded=1)
    elif followup.reminded < 2:
        _tell(unit, case, waited_for, "news-overdue")
        zone = people.zone(who, case.workspace)
        next_day = due_after(now, 1, who.work_starts, zone, case.workspace.settings.holidays)
        later = replace(followup, wake_at=next_day, reminded=2)
    else:
        _escalate(unit, case)
        later = replace(followup, wake_at=None, reminded=3)
    unit.followups.note_reminder(later)


def _tell(unit: Unit, case: Case, waited_for: Iterable[Member], code: str) -> None:
    for one in waited_for:
        news.send_news(unit, case, one, code, case.giver)


def _escalate(unit: Unit, case: Case) -> None:
    """Ids and times, and a way to the words for those only who may read them."""
    for member in _leads(unit, case) or _hr(unit, case):
        may_read = bool(cards.roles(unit, case, member))
        show = (Button(ActionName.SHOW, str(case.award.id)),) if may_read else ()
        notice = Notice(
            "case-escalated",
            (case.held_by,),
            case.award.id,
            case.followup.due_at,
            buttons=show,
        )
        news.tell(unit, case.workspace, member, notice)


def _leads(unit: Unit, case: Case) -> list[Member]:
    """Who leads whoever has the case, but for themselves and the giver."""
    untaken = case.team if case.followup.untaken else None
    teams = [untaken] if untaken else unit.teams.of_member(case.owner.id)
    ids = {team.lead_id for team in teams if team.lead_id is not None}
    found = unit.members.get(case.workspace.id, ids - _at_work(case)).values()
    return [one for one in found if one.account and one.standing is Standing.ACTIVE]


def _hr(unit: Unit, case: Case) -> list[Member]:
    return [one for one in news.hr(unit, case.workspace) if one.id not in _at_work(case)]


def _at_work(case: Case) -> set[int]:
    return {case.giver.id} if case.followup.untaken else {case.giver.id, case.owner.id}
