"""Whose an award is, by index. What is recent lies apart in it, so that adding stays cheap.

With a long history each award would land on two pages of its own, one for each person. Among the
awards of two days the same pages are filled again and again; what is older is put with the rest of
its person's, hundreds at a time.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    and_,
    bindparam,
    false,
    select,
    true,
    update,
)

from storage.prepared import Prepared
from storage.tables import AWARD

LASTS = timedelta(days=2)
AT_ONCE = 500
_OLD = Prepared(
    select(AWARD.c.id)
    .where(AWARD.c.recent, AWARD.c.given_at < bindparam("before"))
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_SHELVED = update(AWARD).values(recent=false())


def given_by(member: Any) -> ColumnElement[bool]:
    """Whether `member`, an id or a column, gave it."""
    return and_(_recent_or_not(AWARD), AWARD.c.giver_id == member)


def received_by(member: Any) -> ColumnElement[bool]:
    """Whether `member`, an id or a column, received it alone."""
    return and_(_recent_or_not(AWARD), AWARD.c.receiver_id == member)


def received_by_any(members: Any, award: FromClause = AWARD) -> ColumnElement[bool]:
    """The same for any of these; `award` is the table, or something that has its columns."""
    return and_(_recent_or_not(award), award.c.receiver_id.in_(members))


def apart(found: ColumnElement[bool], award: FromClause = AWARD) -> list[ColumnElement[bool]]:
    """The same in two parts, each of which an index gives in order of time."""
    return [and_(award.c.recent, found), and_(~award.c.recent, found)]


def shelve(connection: Connection, now: datetime) -> bool:
    """Put some with what is older; True where there may be more."""
    wanted = {"before": now - LASTS, "limit": AT_ONCE}
    ids = [id for (id,) in _OLD.rows(connection, wanted)]
    if ids:
        connection.execute(_SHELVED.where(AWARD.c.id.in_(ids)))
    return len(ids) == AT_ONCE


def _recent_or_not(award: FromClause) -> ColumnElement[bool]:
    # Says nothing, but leads the index to both of its parts.
    return award.c.recent.in_([true(), false()])
