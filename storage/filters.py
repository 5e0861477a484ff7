"""Which awards a filter means, as conditions on `award` and `followup`."""

import json

from sqlalchemy import ColumnElement, Text, func, or_, select, type_coerce

from bot.memory import ExportFilter
from bot.model import Kind, Side, State
from storage.tables import AWARD, FOLLOWUP, TEAM_MEMBER

_CAPITALS = "ÅÄÖÆØÉÜ"
"""Neither SQLite's `lower` nor that of a PostgreSQL in the C locale knows these."""

_READ_BY_HR = or_(
    FOLLOWUP.c.delivered_at.is_not(None),
    FOLLOWUP.c.state.in_([State.REVIEW.value, State.CLOSED.value]),
)
"""As `bot.cards.roles` has it."""


def conditions(wanted: ExportFilter) -> list[ColumnElement[bool]]:
    """What must hold of an award; `followup` is joined where it has one."""
    found: list[ColumnElement[bool]] = [AWARD.c.workspace_id == wanted.workspace_id]
    if wanted.starts_at:
        found.append(AWARD.c.given_at >= wanted.starts_at)
    if wanted.ends_at:
        found.append(AWARD.c.given_at < wanted.ends_at)
    if wanted.kind:
        found.append(AWARD.c.kind == wanted.kind.value)
    if wanted.person is not None:
        found.append(or_(*sides(wanted.person, wanted.side)))
    if wanted.team is not None:
        found.append(_of_team(wanted.team))
    if wanted.value:
        written = json.dumps(wanted.value.removeprefix("#").lower(), ensure_ascii=False)
        found.append(type_coerce(AWARD.c.tags, Text).contains(written, autoescape=True))
    if wanted.source:
        found.append(AWARD.c.source == wanted.source.value)
    if wanted.state:
        found.append(FOLLOWUP.c.state == wanted.state.value)
    if wanted.text:
        found.append(small(AWARD.c.reason).contains(wanted.text.lower(), autoescape=True))
    if wanted.standing:
        found.append(AWARD.c.retracted_at.is_(None))
    if wanted.for_hr:
        found.append(or_(AWARD.c.kind == Kind.GLITTER.value, _READ_BY_HR))
    return found


def sides(person: int, side: Side | None) -> list[ColumnElement[bool]]:
    """What the person may have done in an award; any of it is enough."""
    found = {
        Side.GAVE: AWARD.c.giver_id == person,
        Side.RECEIVED: AWARD.c.receiver_id == person,
    }
    return [condition for which, condition in found.items() if side in (None, which)]


def _of_team(team_id: int) -> ColumnElement[bool]:
    people = select(TEAM_MEMBER.c.member_id).where(TEAM_MEMBER.c.team_id == team_id)
    return or_(AWARD.c.team_id == team_id, AWARD.c.receiver_id.in_(people))


def small(text: ColumnElement[str]) -> ColumnElement[str]:
    """The text without capitals, the same on both databases for our languages."""
    made: ColumnElement[str] = func.lower(text)
    for letter in _CAPITALS:
        made = func.replace(made, letter, letter.lower())
    return made
