"""What the pages show: lists by time that stay quick however much there is."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    and_,
    func,
    or_,
    select,
)

from bot.memory import Answered, ExportFilter, Found, Mark, Order, WeekCount
from bot.model import Followup, Kind, Member
from bot.moves import ENDED
from storage import followups, members
from storage.lists import Lists
from storage.sorting import Sorted
from storage.tables import AWARD, AWARD_MEMBER, FOLLOWUP


class History:
    """Implements `bot.memory.History`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def awards(
        self,
        wanted: ExportFilter,
        limit: int,
        after: Mark | None,
        *,
        order: Order = Order.NEWEST,
    ) -> Found:
        if order in (Order.NEWEST, Order.OLDEST):
            lists = Lists(self._connection)
            return lists.by_time(wanted, limit, after, oldest_first=order is Order.OLDEST)
        return Sorted(self._connection).awards(wanted, limit, after, order)

    def cases(self, member_id: int, limit: int, below: int | None) -> list[tuple[Followup, int]]:
        came = FOLLOWUP.c.delivered_at.is_not(None)
        shared = select(AWARD_MEMBER.c.award_id).where(AWARD_MEMBER.c.member_id == member_id)
        theirs = or_(
            AWARD.c.giver_id == member_id,
            and_(came, FOLLOWUP.c.owner_id == member_id, ~FOLLOWUP.c.untaken),
            and_(came, FOLLOWUP.c.heir_id == member_id),
            and_(came, FOLLOWUP.c.award_id.in_(shared)),
        )
        older = [FOLLOWUP.c.award_id < below] if below else []
        found = _CASES.where(theirs, *older).order_by(FOLLOWUP.c.award_id.desc()).limit(limit)
        return self._cases(found)

    def cases_of(self, workspace_id: str, owner_ids: Iterable[int]) -> list[tuple[Followup, int]]:
        found = _CASES.where(
            FOLLOWUP.c.workspace_id == workspace_id,
            FOLLOWUP.c.owner_id.in_(list(owner_ids)),
            FOLLOWUP.c.delivered_at.is_not(None),
            FOLLOWUP.c.state.not_in([one.value for one in ENDED]),
        )
        due = FOLLOWUP.c.due_at
        return self._cases(found.order_by(due.is_(None), due, FOLLOWUP.c.award_id))

    def weeks(self, workspace_id: str, bounds: Sequence[datetime]) -> list[WeekCount]:
        return [self._week(workspace_id, starts, ends) for starts, ends in pairwise(bounds)]

    def answers(self, workspace_id: str, since: datetime) -> list[Answered]:
        found = (
            select(FOLLOWUP.c.owner_id, FOLLOWUP.c.delivered_at, FOLLOWUP.c.answered_at)
            .join(AWARD, AWARD.c.id == FOLLOWUP.c.award_id)
            .where(
                AWARD.c.workspace_id == workspace_id,
                AWARD.c.kind == Kind.CACTUS.value,
                AWARD.c.given_at >= since,
                AWARD.c.retracted_at.is_(None),
                FOLLOWUP.c.delivered_at.is_not(None),
            )
        )
        return [Answered(*row) for row in self._connection.execute(found)]

    def named(self, workspace_id: str, name: str, limit: int) -> list[Member]:
        return members.named(self._connection, workspace_id, name, limit)

    def _cases(self, found: Select[Any]) -> list[tuple[Followup, int]]:
        rows = self._connection.execute(found)
        return [(followups.followup(row), row.giver_id) for row in rows]

    def _week(self, workspace_id: str, starts: datetime, ends: datetime) -> WeekCount:
        counted = select(func.count(), func.count(AWARD.c.receiver_id.distinct())).where(
            AWARD.c.workspace_id == workspace_id,
            AWARD.c.kind == Kind.GLITTER.value,
            AWARD.c.given_at >= starts,
            AWARD.c.given_at < ends,
            AWARD.c.retracted_at.is_(None),
        )
        return WeekCount(*self._connection.execute(counted).one())


_CASES = select(FOLLOWUP, AWARD.c.giver_id).join(AWARD, AWARD.c.id == FOLLOWUP.c.award_id)
