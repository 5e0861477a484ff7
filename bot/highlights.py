"""What the highlights say: everybody by name, the stories, and what else the week had."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import moments, naming, people
from bot.memory import Unit
from bot.messages import (
    HighlightEntry,
    Person,
    Quote,
    Specials,
    Story,
    WeeklyHighlights,
)
from bot.model import Award, IsoWeek, Member, Source, State, Team, Workspace
from bot.moments import Gift
from bot.naming import weight
from bot.tips import tip_of
from bot.values import dataclass
from bot.weeks import due_moment, following, local_date

QUOTE_LENGTH = 200
QUOTES_EACH = 5
CUSTOMERS = 3
FIRSTS = 10
VALUES = 5
WEEKS_IN_CHART = 12
SMALLEST_GROUP = 5
"""Cases, and people, of which a number may be told."""
LATE_AFTER = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class PageSize:
    """What one page may hold: receivers, and weight (see `weight`)."""

    people: int
    weight: int


SHORT = PageSize(people=12, weight=2000)
"""A week that is told on one page, together with its specials."""
PAGE = PageSize(people=20, weight=4000)
"""A page of stories."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time a digest tells of: `[starts_at, ends_at)`, and its ISO week."""

    week: IsoWeek
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One week of a workspace, read once."""

    workspace: Workspace
    span: Span
    given: tuple[Award, ...]
    members: Mapping[int, Member]
    teams: Mapping[int, Team]
    """Those that received something."""
    standing: tuple[Team, ...]
    """All that the workspace has by now."""
    homes: Mapping[int, str]
    """By member: the name of their team; the first by name where they are in several."""
    gifts: tuple[Gift, ...]


def read(unit: Unit, workspace: Workspace, span: Span) -> Told:
    """The glitter of a span and everybody in it. Never a cactus."""
    given = unit.awards.glitter_between(workspace.id, span.starts_at, span.ends_at)
    ids = {id for award in given for id in (award.giver_id, award.receiver_id) if id is not None}
    members = unit.members.get(workspace.id, ids)
    receiving = {award.team_id for award in given if award.team_id is not None}
    teams = unit.teams.get(workspace.id, receiving)
    gifts = moments.gifts(given, members, teams)
    standing = tuple(unit.teams.all(workspace.id))
    homes = _homes(unit, workspace, standing)
    return Told(workspace, span, tuple(given), members, teams, standing, homes, tuple(gifts))


def _homes(unit: Unit, workspace: Workspace, standing: Iterable[Team]) -> dict[int, str]:
    """By member: the name of their team."""
    names = {team.id: team.name for team in standing}
    return {
        member_id: min((names[id] for id in ids if id in names), key=str.casefold, default="")
        for member_id, ids in (unit.teams.of_members(workspace.id) if names else {}).items()
    }


def pages(
    unit: Unit, workspace: Workspace, told: Told, moment: Gift | None
) -> list[WeeklyHighlights]:
    """The week as messages: the first for everybody, the others below it. Names everybody once."""
    zone, span = workspace.settings.zone, told.span
    listed = entries(told)
    first = WeeklyHighlights(
        str(span.week),
        local_date(span.starts_at, zone),
        last_day(span, zone),
        1,
        1,
        (),
        len({award.giver_id for award in told.given}),
        len(listed),
        late=unit.now - span.ends_at > LATE_AFTER,
        chart=chart(unit, workspace, span),
        specials=_specials(unit, workspace, told, moment),
    )
    made = list(laid_out(first, listed))
    return [
        replace(page, page=number, pages=len(made)) for number, page in enumerate(made, start=1)
    ]


def number_of(week: IsoWeek) -> int:
    """The week as buttons carry it: 202648."""
    return week.year * 100 + week.week


def last_day(span: Span, zone: str) -> date:
    return local_date(max(span.starts_at, span.ends_at - timedelta(seconds=1)), zone)


def laid_out(
    first: WeeklyHighlights, entries: Sequence[HighlightEntry]
) -> Iterator[WeeklyHighlights]:
    """A short week on one page; else the names first, the stories after them."""
    if len(list(cut(entries, SHORT))) <= 1:
        # What customers said stands with whom they said it of.
        specials = replace(first.specials, customers=())
        yield replace(first, entries=tuple(entries), specials=specials)
        return
    below = replace(first, chart=(), specials=Specials())
    groups, left = naming.named(entries)
    if naming.weight_of(entries) <= naming.BESIDE:
        yield replace(first, named=groups)
    else:
        yield replace(first, named=groups, unnamed=left, specials=Specials())
        yield replace(below, specials=first.specials)
    for part in cut(entries, PAGE):
        yield replace(below, entries=tuple(part))


def entries(told: Told) -> list[HighlightEntry]:
    """One entry a receiver, by team and then by name, which ranks nobody."""
    received: dict[tuple[int | None, int | None], list[Award]] = {}
    for award in told.given:
        received.setdefault((award.receiver_id, award.team_id), []).append(award)
    entries = []
    for awards in received.values():
        person, team = _receiver(awards[0], told)
        if person:
            quotes = tuple(_quote(award, told.members) for award in awards[:QUOTES_EACH])
            left = max(0, len(awards) - QUOTES_EACH)
            entries.append(HighlightEntry(person, quotes, left, team))
    return sorted(entries, key=_place_in_the_list)


def _receiver(award: Award, told: Told) -> tuple[Person | None, str]:
    """As the highlights name them, and their team; None for somebody who is left out."""
    if award.receiver_id is None:
        name = told.teams[award.team_id or 0].name
        return Person(name), name
    home = told.homes.get(award.receiver_id, "")
    return people.in_highlights(told.members[award.receiver_id]), home


def _place_in_the_list(entry: HighlightEntry) -> tuple[bool, str, bool, str]:
    """By team, the team itself first; those without a team stand last."""
    itself = entry.person.name == entry.team
    return not entry.team, entry.team.casefold(), not itself, entry.person.name.casefold()


def _quote(award: Award, members: Mapping[int, Member]) -> Quote:
    giver = people.in_highlights(members[award.giver_id])
    return Quote(giver or Person(""), shortened(award.reason), award.source, award.link)


def shortened(reason: str) -> str:
    """The words, cut between two of them where they are long."""
    if len(reason) <= QUOTE_LENGTH:
        return reason
    cut = reason[:QUOTE_LENGTH]
    return (cut.rpartition(" ")[0] or cut) + "…"


def cut(entries: Iterable[HighlightEntry], size: PageSize) -> Iterator[list[HighlightEntry]]:
    page: list[HighlightEntry] = []
    used = 0
    for entry in entries:
        heavy = _weight_of(entry)
        if page and (len(page) == size.people or used + heavy > size.weight):
            yield page
            page, used = [], 0
        page.append(entry)
        used += heavy
    if page:
        yield page


def _weight_of(entry: HighlightEntry) -> int:
    quotes = sum(weight(quote.reason) + weight(quote.person.name) + 8 for quote in entry.quotes)
    return weight(entry.person.name) + quotes


def _specials(unit: Unit, workspace: Workspace, told: Told, moment: Gift | None) -> Specials:
    return Specials(
        moments.story(moment) if moment else None,
        tuple(_from_customers(told, moment)),
        tuple(_firsts(unit, told)),
        _values(told),
        bloomed(unit, workspace, told.span),
        tip_of(told.span.week),
    )


def _from_customers(told: Told, moment: Gift | None) -> list[Story]:
    """What customers said, but for the moment of the week."""
    heard = [
        gift
        for gift in told.gifts
        if gift.first.source is Source.CUSTOMER and gift is not moment and gift.may_be_told
    ]
    return [in_short(moments.story(gift)) for gift in heard[:CUSTOMERS]]


def in_short(story: Story) -> Story:
    return replace(story, reason=shortened(story.reason))


def _firsts(unit: Unit, told: Told) -> list[Person]:
    """Whose first glitter this was; nobody where it is the first of very many."""
    receivers = {award.receiver_id for award in told.given if award.receiver_id is not None}
    new = unit.awards.without_glitter_before(receivers, told.span.starts_at)
    named = [people.in_highlights(told.members[id]) for id in new]
    shown = sorted((one for one in named if one), key=lambda one: one.name.casefold())
    return shown if len(shown) <= FIRSTS else []


def _values(told: Told) -> tuple[str, ...]:
    """The most used `#values`, the same order for the same use."""
    used = Counter(tag for gift in told.gifts for tag in gift.first.tags)
    ordered = sorted(used, key=lambda tag: (-used[tag], tag))
    return tuple(ordered[:VALUES])


def bloomed(unit: Unit, workspace: Workspace, span: Span) -> int:
    """How many cacti bloomed; 0 where fewer than 5 cases or people are behind the number."""
    cases = unit.followups.measured_between(workspace.id, span.starts_at, span.ends_at)
    if min(len(cases), len({one.receiver_id for one in cases})) < SMALLEST_GROUP:
        return 0
    return sum(
        one.state is State.BLOOMED and one.ended_at is not None and one.ended_at < span.ends_at
        for one in cases
    )


def chart(unit: Unit, workspace: Workspace, span: Span) -> tuple[int, ...]:
    """The glitter of twelve weeks, oldest first and this one last."""
    settings = workspace.settings
    bounds = [
        due_moment(
            following(span.week, -back),
            settings.highlights_weekday,
            settings.highlights_hour,
            settings.zone,
        )
        for back in range(WEEKS_IN_CHART, 1, -1)
    ]
    before = [min(moment, span.starts_at) for moment in bounds]
    moments_ = [*before, span.starts_at, max(span.starts_at, span.ends_at)]
    return tuple(unit.awards.glitter_counts(workspace.id, moments_))
