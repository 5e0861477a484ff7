"""The weekly highlights: when a week is due, what its pages say, and that it runs once.

A digest tells of the time from one due moment to the next, so that no award falls between two
weeks, whenever the day or the zone was changed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot import people
from bot.errors import OperatorError
from bot.memory import Owed, Unit
from bot.messages import HighlightEntry, Notice, Person, Quote, WeeklyHighlights
from bot.model import (
    Award,
    DeliveryStatus,
    DigestStatus,
    IsoWeek,
    Member,
    Place,
    Settings,
    Workspace,
)
from bot.weeks import due_moment, following, local_date, week_of

QUOTE_LENGTH = 200
QUOTES_EACH = 5
LATE_AFTER = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class PageSize:
    """What one page may hold on a platform."""

    people: int
    characters: int


PAGE = PageSize(people=20, characters=4000)
"""What fits every platform, so that a week is cut the same wherever it is posted."""


@dataclass(frozen=True, slots=True)
class Span:
    """The time a digest tells of: `[starts_at, ends_at)`, and its ISO week."""

    week: IsoWeek
    starts_at: datetime
    ends_at: datetime


def due(week: IsoWeek, settings: Settings) -> datetime:
    return due_moment(week, settings.highlights_weekday, settings.highlights_hour, settings.zone)


def next_due(last: IsoWeek, settings: Settings) -> datetime:
    """When the digest after `last` is due."""
    return due(following(last), settings)


def last_week_at_installation(now: datetime, settings: Settings) -> IsoWeek:
    """The week that counts as decided on the first day, so that the first digest is ahead."""
    this = week_of(local_date(now, settings.zone))
    return following(this, -1) if due(this, settings) > now else this


def newest_due_week(now: datetime, settings: Settings) -> IsoWeek:
    """The newest ISO week whose due moment has come."""
    this = week_of(local_date(now, settings.zone))
    return this if due(this, settings) <= now else following(this, -1)


def span(unit: Unit, workspace: Workspace, week: IsoWeek) -> Span:
    """What the digest of `week` tells of; from its record where it has run."""
    if ran := unit.digests.of_week(workspace.id, week):
        return Span(week, ran.starts_at, ran.ends_at)
    ends_at = min(due(week, workspace.settings), unit.now)  # sent early, it tells what is so far
    before = unit.digests.of_week(workspace.id, following(week, -1))
    starts_at = before.ends_at if before else _start_of_the_first(unit, workspace, week)
    return Span(week, starts_at, max(starts_at, ends_at))


def _start_of_the_first(unit: Unit, workspace: Workspace, week: IsoWeek) -> datetime:
    """The due moment before; or earlier, where glitter came before it and was never told."""
    before = following(week, -1)
    usual = min(due(before, workspace.settings), unit.now)
    monday = due_moment(before, 1, 0, workspace.settings.zone)
    untold = unit.awards.glitter_between(workspace.id, monday, usual)
    return untold[0].given_at if untold else usual


def run_due(unit: Unit, workspace_id: str, size: PageSize) -> bool:
    """Claim the newest missed week and owe its pages; older missed weeks are skipped.

    The claim and the pages are one transaction, and the week is unique: whoever comes second
    writes nothing. True where there was something to do.
    """
    workspace = unit.workspaces.get(workspace_id)
    if workspace is None or workspace.suspended_at:
        return False
    last = unit.workspaces.last_week(workspace_id)
    newest = newest_due_week(unit.now, workspace.settings)
    if newest <= last:
        unit.workspaces.advance_week(workspace_id, last, next_due(last, workspace.settings))
        return False
    _skip_between(unit, workspace, last, newest)
    post(unit, workspace, newest, size)
    unit.workspaces.advance_week(workspace_id, newest, next_due(newest, workspace.settings))
    return True


def _skip_between(unit: Unit, workspace: Workspace, last: IsoWeek, newest: IsoWeek) -> None:
    missed = following(last)
    while missed < newest:
        _add(unit, workspace, span(unit, workspace, missed), DigestStatus.SKIPPED)
        missed = following(missed)


def post(unit: Unit, workspace: Workspace, week: IsoWeek, size: PageSize) -> None:
    """Record the digest of a week and owe its pages. Raises IntegrityError where it has run."""
    told = span(unit, workspace, week)
    channel = workspace.settings.highlights_channel
    if channel is None:
        _add(unit, workspace, told, DigestStatus.BLOCKED)
        tell_installer(unit, workspace, Notice("no-highlights-channel"))
        return
    digest_id = _add(unit, workspace, told, DigestStatus.PLANNED)
    _owe(unit, workspace, pages(unit, workspace, told, size), Place.parse(channel), digest_id)


def send_now(unit: Unit, workspace: Workspace, week: IsoWeek, size: PageSize, again: bool) -> None:
    """Post a week by hand. Raises OperatorError where it is ahead, or has run unless `again`."""
    if week > week_of(local_date(unit.now, workspace.settings.zone)):
        raise OperatorError(f"{week} has not begun; nothing can be told of it yet.")
    last = unit.workspaces.last_week(workspace.id)
    ran = unit.digests.of_week(workspace.id, week)
    if ran is None:
        _skip_between(unit, workspace, last, week)
        post(unit, workspace, week, size)
        last = max(week, last)
        unit.workspaces.advance_week(workspace.id, last, next_due(last, workspace.settings))
        return
    if not again:
        raise OperatorError(f"{week} is {ran.status} already; add --again to post it once more.")
    channel = workspace.settings.highlights_channel
    if channel is None:
        raise OperatorError("No highlights channel is set; set one with: workspace set --channel")
    told = Span(week, ran.starts_at, ran.ends_at)
    unit.digests.set_status(ran.id, DigestStatus.PLANNED)
    _owe(unit, workspace, pages(unit, workspace, told, size), Place.parse(channel), ran.id)


def post_blocked(unit: Unit, workspace: Workspace, size: PageSize) -> bool:
    """The channel was chosen or changed: a week that could not be posted follows now."""
    digest = unit.digests.newest(workspace.id)
    channel = workspace.settings.highlights_channel
    if channel is None or digest is None or digest.status is not DigestStatus.BLOCKED:
        return False
    if not unit.deliveries.move_blocked(digest.id, Place.parse(channel)):
        if unit.deliveries.of_digest(digest.id):
            return False
        told = Span(digest.week, digest.starts_at, digest.ends_at)
        made = pages(unit, workspace, told, size)
        _owe(unit, workspace, made, Place.parse(channel), digest.id)
    unit.digests.set_status(digest.id, DigestStatus.PLANNED)
    return True


def status_of(deliveries: Sequence[DeliveryStatus]) -> DigestStatus:
    """Where a digest stands, from its deliveries."""
    found = set(deliveries)
    if found & {DeliveryStatus.PENDING, DeliveryStatus.SENDING}:
        return DigestStatus.PLANNED
    if DeliveryStatus.UNKNOWN in found:
        return DigestStatus.UNKNOWN
    if found & {DeliveryStatus.BLOCKED, DeliveryStatus.DEAD}:
        return DigestStatus.BLOCKED
    return DigestStatus.POSTED


def tell_installer(unit: Unit, workspace: Workspace, notice: Notice) -> None:
    """Owe a private word to whoever installed the bot, where that is known."""
    account = unit.workspaces.installer(workspace.id)
    if account is None:
        return
    member = unit.members.find(workspace.id, [account]).get(account)
    reader = people.reader(member, workspace) if member else workspace.reader
    unit.deliveries.owe([Owed(workspace.id, Place.direct(account), notice, reader)])


def pages(unit: Unit, workspace: Workspace, told: Span, size: PageSize) -> list[WeeklyHighlights]:
    """The highlights, cut into pages. Reads glitter only; names everybody once."""
    given = unit.awards.glitter_between(workspace.id, told.starts_at, told.ends_at)
    ids = {id for award in given for id in (award.giver_id, award.receiver_id) if id is not None}
    members = unit.members.get(workspace.id, ids)
    entries = _entries(given, members)
    zone = workspace.settings.zone
    first = WeeklyHighlights(
        str(told.week),
        local_date(told.starts_at, zone),
        _last_day(told, zone),
        1,
        1,
        (),
        len({award.giver_id for award in given}),
        len(entries),
        late=unit.now - told.ends_at > LATE_AFTER,
    )
    cut = list(_cut(entries, size)) or [[]]
    return [
        replace(first, page=number, pages=len(cut), entries=tuple(part))
        for number, part in enumerate(cut, start=1)
    ]


def _last_day(told: Span, zone: str) -> date:
    return local_date(max(told.starts_at, told.ends_at - timedelta(seconds=1)), zone)


def _entries(given: Iterable[Award], members: dict[int, Member]) -> list[HighlightEntry]:
    """One entry a receiver, in the order of their names, which ranks nobody."""
    received: dict[int, list[Award]] = {}
    for award in given:
        if award.receiver_id is not None:
            received.setdefault(award.receiver_id, []).append(award)
    entries = []
    for receiver_id, awards in received.items():
        if person := people.in_highlights(members[receiver_id]):
            quotes = tuple(_quote(award, members) for award in awards[:QUOTES_EACH])
            entries.append(HighlightEntry(person, quotes, max(0, len(awards) - QUOTES_EACH)))
    return sorted(entries, key=lambda entry: entry.person.name.casefold())


def _quote(award: Award, members: dict[int, Member]) -> Quote:
    reason = award.reason
    if len(reason) > QUOTE_LENGTH:
        cut = reason[:QUOTE_LENGTH]
        reason = (cut.rpartition(" ")[0] or cut) + "…"
    giver = people.in_highlights(members[award.giver_id])
    return Quote(giver or Person(""), reason, award.source)


def _cut(entries: Iterable[HighlightEntry], size: PageSize) -> Iterator[list[HighlightEntry]]:
    page: list[HighlightEntry] = []
    used = 0
    for entry in entries:
        length = _length(entry)
        if page and (len(page) == size.people or used + length > size.characters):
            yield page
            page, used = [], 0
        page.append(entry)
        used += length
    if page:
        yield page


def _length(entry: HighlightEntry) -> int:
    quotes = sum(len(quote.reason) + len(quote.person.name) + 8 for quote in entry.quotes)
    return len(entry.person.name) + quotes


def _add(unit: Unit, workspace: Workspace, told: Span, status: DigestStatus) -> int:
    return unit.digests.add(workspace.id, told.week, status, told.starts_at, told.ends_at)


def _owe(
    unit: Unit,
    workspace: Workspace,
    made: Iterable[WeeklyHighlights],
    place: Place,
    digest_id: int,
) -> None:
    unit.deliveries.owe(
        [Owed(workspace.id, place, page, workspace.reader, digest_id=digest_id) for page in made]
    )
