"""When an answer or a promise is due: reminded, reminded again, escalated without the words."""

from collections.abc import Iterable
from dataclasses import replace

from bot import news, people
from bot.cards import Case
from bot.memory import Unit
from bot.messages import Notice, Person
from bot.model import Member, State
from bot.working_days import due_after

WAITING = frozenset({State.OPEN, State.ACKNOWLEDGED, State.PROMISED, State.OFFERED})
"""States in which the owner is reminded."""


def remind(unit: Unit, case: Case) -> None:
    """The working day before, at the due time, and a working day later to HR without the text."""
    followup, now = case.followup, unit.now
    assert followup.due_at is not None
    who = case.members[followup.heir_id] if followup.heir_id else case.owner
    if now < followup.due_at:
        news.send_news(unit, case, who, "news-due-soon", case.giver)
        later = replace(followup, wake_at=followup.due_at, reminded=1)
    elif followup.reminded < 2:
        news.send_news(unit, case, who, "news-overdue", case.giver)
        zone = people.zone(who, case.workspace)
        next_day = due_after(now, 1, who.work_starts, zone, case.workspace.settings.holidays)
        later = replace(followup, wake_at=next_day, reminded=2)
    else:
        _escalate(unit, case, news.hr(unit, case.workspace))
        later = replace(followup, wake_at=None, reminded=3)
    unit.followups.note_reminder(later)


def _escalate(unit: Unit, case: Case, to: Iterable[Member]) -> None:
    named: tuple[Person, ...] = people.persons([case.owner])
    for member in to:
        if member.id not in (case.owner.id, case.giver.id):
            notice = Notice(
                "case-escalated",
                named,
                case.award.id,
                case.followup.due_at,
            )
            news.tell(unit, case.workspace, member, notice)
