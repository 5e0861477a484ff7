"""Which awards a filter means, as conditions on `award` and `followup`."""

import json

from sqlalchemy import ColumnElement, Text, func, or_, select, type_coerce

from bot.memory import ExportFilter
from storage.tables import AWARD, FOLLOWUP, TEAM_MEMBER

_CAPITALS = "ÅÄÖÆØÉÜ"
"""Neither SQLite's `lower` nor that of a PostgreSQL in the C locale knows these."""


def conditions(wanted: ExportFilter) -> list[ColumnElement[bool]]:
    """What must hold of an award; `followup` is joined by whoever asks for a state."""
    found: list[ColumnElement[bool]] = [AWARD.c.workspace_id == wanted.workspace_id]
    if wanted.starts_at:
        found.append(AWARD.c.given_at >= wanted.starts_at)
    if wanted.ends_at:
        found.append(AWARD.c.given_at < wanted.ends_at)
    if wanted.kind:
        found.append(AWARD.c.kind == wanted.kind.value)
    if wanted.person is not None:
        found.append(or_(AWARD.c.giver_id == wanted.person, AWARD.c.receiver_id == wanted.person))
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
        found.append(_small(AWARD.c.reason).contains(wanted.text.lower(), autoescape=True))
    return found


def _of_team(team_id: int) -> ColumnElement[bool]:
    people = select(TEAM_MEMBER.c.member_id).where(TEAM_MEMBER.c.team_id == team_id)
    return or_(AWARD.c.team_id == team_id, AWARD.c.receiver_id.in_(people))


def _small(text: ColumnElement[str]) -> ColumnElement[str]:
    small: ColumnElement[str] = func.lower(text)
    for letter in _CAPITALS:
        small = func.replace(small, letter, letter.lower())
    return small
