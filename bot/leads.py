"""The week in private: to each lead what their people received, to HR the totals."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot import cards, figures, highlights, news, people
from bot.errors import Refusal
from bot.highlights import PAGE, Told
from bot.memory import Owed, Unit
from bot.messages import (
    CaseEntry,
    CaseFigures,
    HighlightEntry,
    Person,
    Quote,
    TeamWeek,
    WorkspaceWeek,
)
from bot.model import Award, Duty, Member, Naming, Place, Source, Team, Workspace
from bot.naming import weight
from bot.weeks import local_date

UNSEEN_AFTER = timedelta(weeks=6)


def tell(unit: Unit, told: Told) -> None:
    """Owe a week to the leads and to HR, unless they want none."""
    workspace = told.workspace
    for team, lead in _leading(unit, told):
        _owe(unit, workspace, lead, pages(unit, workspace, told, team, lead))
    for one in unit.members.with_duty(workspace.id, Duty.HR):
        if one.weekly:
            news.tell(unit, workspace, one, totals(unit, workspace, told))


def _leading(unit: Unit, told: Told) -> list[tuple[Team, Member]]:
    """Each team whose lead can be told, and wants to be."""
    ids = {team.lead_id for team in told.standing if team.lead_id is not None}
    leads = unit.members.get(told.workspace.id, ids) if ids else {}
    found = ((team, leads.get(team.lead_id or 0)) for team in told.standing)
    return [(team, lead) for team, lead in found if lead and lead.account and lead.weekly]


def _owe(unit: Unit, workspace: Workspace, lead: Member, made: Sequence[TeamWeek]) -> None:
    reader = people.reader(lead, workspace)
    place = Place.direct(lead.account or "")
    unit.deliveries.owe_thread([Owed(workspace.id, place, page, reader) for page in made])


def pages(unit: Unit, workspace: Workspace, told: Told, team: Team, lead: Member) -> list[TeamWeek]:
    """A team's week for its lead: every word its people received, who received none for long."""
    own = unit.teams.people(workspace.id, team.id)
    entries = list(_entries(own, team, told))
    first = TeamWeek(
        team.name,
        highlights.number_of(told.span.week),
        local_date(told.span.starts_at, workspace.settings.zone),
        highlights.last_day(told.span, workspace.settings.zone),
        1,
        1,
        (),
        tuple(_unseen(unit, own, lead)),
        tuple(_open_cases(unit, workspace, lead)),
        _hours_to_answer(unit, workspace, own),
    )
    cut = list(highlights.cut(entries, PAGE)) or [[]]
    others = replace(first, unseen=(), cases=(), hours_to_answer=None)
    return [
        replace(others if number > 1 else first, page=number, pages=len(cut), entries=tuple(part))
        for number, part in enumerate(cut, start=1)
    ]


def _entries(own: Sequence[Member], team: Team, told: Told) -> Iterator[HighlightEntry]:
    """In full; what is too much for a page goes on under the same name."""
    named = [(people.in_highlights(one), one.id, None) for one in own]
    receivers = [*named, (Person(team.name), None, team.id)]
    for person, member_id, team_id in receivers:
        wanted = (member_id, team_id)
        awards = [one for one in told.given if (one.receiver_id, one.team_id) == wanted]
        if person and awards:
            yield from _in_full(person, awards, told)


def _in_full(person: Person, awards: Iterable[Award], told: Told) -> Iterator[HighlightEntry]:
    quotes: list[Quote] = []
    room = PAGE.weight
    for award in awards:
        giver = people.in_highlights(told.members[award.giver_id]) or Person("")
        room -= weight(award.reason) + weight(giver.name)
        if quotes and room < 0:
            yield HighlightEntry(person, tuple(quotes))
            quotes, room = [], PAGE.weight - weight(award.reason) - weight(giver.name)
        quotes.append(Quote(giver, award.reason, award.source, award.link))
    yield HighlightEntry(person, tuple(quotes))


def _unseen(unit: Unit, own: Sequence[Member], lead: Member) -> list[Person]:
    """Who has received nothing for six weeks; never those who want to be left out."""
    asked = {one.id for one in own if one.id != lead.id and one.naming is not Naming.OUT}
    without = unit.awards.without_glitter_since(asked, unit.now - UNSEEN_AFTER)
    found = [people.in_highlights(one) for one in own if one.id in without]
    return [one for one in found if one]


def _open_cases(unit: Unit, workspace: Workspace, lead: Member) -> list[CaseEntry]:
    """Those that the lead answers for; nobody else's."""
    listed = cards.listed(unit, workspace, lead)
    return [entry for entry in listed.entries if entry.mine]


def _hours_to_answer(unit: Unit, workspace: Workspace, own: Sequence[Member]) -> float | None:
    ids = {one.id for one in own}
    cases = [one for one in unit.followups.measured(workspace.id) if one.receiver_id in ids]
    try:
        return figures.figures(workspace, cases).hours_to_answer
    except Refusal:
        return None


def totals(unit: Unit, workspace: Workspace, told: Told) -> WorkspaceWeek:
    receivers = {(one.receiver_id, one.team_id) for one in told.given}
    return WorkspaceWeek(
        highlights.number_of(told.span.week),
        local_date(told.span.starts_at, workspace.settings.zone),
        highlights.last_day(told.span, workspace.settings.zone),
        len(told.given),
        len({one.giver_id for one in told.given}),
        len(receivers),
        sum(one.source is Source.CUSTOMER for one in told.given),
        _figures(unit, workspace, told),
    )


def _figures(unit: Unit, workspace: Workspace, told: Told) -> CaseFigures | None:
    """How the cases of the week fared, where there are enough of them."""
    span = told.span
    cases = unit.followups.measured_between(workspace.id, span.starts_at, span.ends_at)
    try:
        return figures.figures(workspace, cases)
    except Refusal:
        return None
