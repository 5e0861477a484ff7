"""Which awards a filter means, as conditions on `award` and `followup`."""

import json

from sqlalchemy import ColumnElement, FromClause, Text, and_, func, or_, select, type_coerce

from bot.memory import ExportFilter
from bot.model import Kind, Side, State
from storage.recent import apart, received_by_any
from storage.tables import AWARD, AWARD_MEMBER, FOLLOWUP, TEAM_MEMBER

_CAPITALS = "ÅÄÖÆØÉÜ"
"""Neither SQLite's `lower` nor that of a PostgreSQL in the C locale knows these."""

_READ_BY_HR = or_(
    FOLLOWUP.c.delivered_at.is_not(None),
    FOLLOWUP.c.state.in_([State.REVIEW.value, State.CLOSED.value]),
)
"""As `bot.cards.roles` has it."""


def conditions(wanted: ExportFilter, award: FromClause = AWARD) -> list[ColumnElement[bool]]:
    """What must hold of an award; `followup` is joined where it has one.

    `award` is the table, or something that has its columns.
    """
    found: list[ColumnElement[bool]] = [
        award.c.workspace_id == wanted.workspace_id,
        *period(wanted, award),
    ]
    if wanted.kind:
        found.append(award.c.kind == wanted.kind.value)
    if wanted.person is not None:
        found.append(or_(*sides(wanted.person, wanted.side, award)))
    if wanted.team is not None:
        found.append(_of_team(wanted.team, award))
    if wanted.value:
        written = json.dumps(wanted.value.removeprefix("#").lower(), ensure_ascii=False)
        found.append(type_coerce(award.c.tags, Text).contains(written, autoescape=True))
    if wanted.source:
        found.append(award.c.source == wanted.source.value)
    if wanted.state:
        found.append(FOLLOWUP.c.state == wanted.state.value)
    if wanted.text:
        found.append(holds(award.c.reason, wanted.text))
    if wanted.standing:
        found.append(award.c.retracted_at.is_(None))
    if wanted.for_hr:
        found.append(or_(award.c.kind == Kind.GLITTER.value, _READ_BY_HR))
    return found


def period(wanted: ExportFilter, award: FromClause = AWARD) -> list[ColumnElement[bool]]:
    """When it must have been given."""
    found = []
    if wanted.starts_at:
        found.append(award.c.given_at >= wanted.starts_at)
    if wanted.ends_at:
        found.append(award.c.given_at < wanted.ends_at)
    return found


def sides(person: int, side: Side | None, award: FromClause = AWARD) -> list[ColumnElement[bool]]:
    """What the person may have done in an award; any of it is enough, and no two go together.

    What a team received, its people of that time received.
    """
    shared = select(AWARD_MEMBER.c.award_id).where(AWARD_MEMBER.c.member_id == person)
    found = {
        Side.GAVE: apart(award.c.giver_id == person, award),
        Side.RECEIVED: [
            *apart(and_(award.c.receiver_id == person, award.c.giver_id != person), award),
            and_(award.c.id.in_(shared), award.c.giver_id != person),
        ],
    }
    return [
        one for which, conditions in found.items() if side in (None, which) for one in conditions
    ]


def _of_team(team_id: int, award: FromClause) -> ColumnElement[bool]:
    people = select(TEAM_MEMBER.c.member_id).where(TEAM_MEMBER.c.team_id == team_id)
    return or_(award.c.team_id == team_id, received_by_any(people, award))


def holds(text: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether `words` stand in a text, in capitals or not; the same on both databases."""
    wanted = words.lower()
    small: ColumnElement[str] = func.lower(text)
    for letter in _CAPITALS:
        if letter.lower() in wanted:  # any other letter of ours need not be made small
            small = func.replace(small, letter, letter.lower())
    return small.contains(wanted, autoescape=True)
