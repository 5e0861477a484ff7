"""The weekly highlights: when a week is due, and that it runs once.

A digest tells of the time from one due moment to the next, so that no award falls between two
weeks, whenever the day or the zone was changed.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import highlights, homes, moments, people
from bot.errors import OperatorError
from bot.highlights import Span, Told
from bot.memory import Owed, Unit
from bot.messages import Notice, WeeklyHighlights
from bot.model import (
    DeliveryStatus,
    Digest,
    DigestStatus,
    Duty,
    IsoWeek,
    Place,
    Settings,
    Workspace,
)
from bot.moments import Gift
from bot.weeks import due_moment, following, local_date, week_of

SETTLED_AFTER = timedelta(seconds=5)
"""How long after its end a week is told: by then all that was given in it is on disk."""


def due(week: IsoWeek, settings: Settings) -> datetime:
    """When a week ends and its digest is due."""
    return due_moment(week, settings.highlights_weekday, settings.highlights_hour, settings.zone)


def next_due(last: IsoWeek, settings: Settings) -> datetime:
    """When the digest after `last` can be told."""
    return due(following(last), settings) + SETTLED_AFTER


def last_week_at_installation(now: datetime, settings: Settings) -> IsoWeek:
    """The week that counts as decided on the first day, so that the first digest is ahead."""
    this = week_of(local_date(now, settings.zone))
    return following(this, -1) if due(this, settings) > now else this


def newest_due_week(now: datetime, settings: Settings) -> IsoWeek:
    """The newest ISO week whose digest can be told."""
    this = week_of(local_date(now, settings.zone))
    return this if due(this, settings) + SETTLED_AFTER <= now else following(this, -1)


def upcoming(unit: Unit, workspace: Workspace) -> IsoWeek:
    """The week whose digest comes next."""
    ahead = following(newest_due_week(unit.now, workspace.settings))
    return max(ahead, following(unit.workspaces.last_week(workspace.id)))


def span(unit: Unit, workspace: Workspace, week: IsoWeek) -> Span:
    """What the digest of `week` tells of; from its record where it has run."""
    ran = unit.digests.of_week(workspace.id, week)
    return _span_of(ran) if ran else _span_ahead(unit, workspace, week)


def _span_ahead(unit: Unit, workspace: Workspace, week: IsoWeek) -> Span:
    """What the digest of a week will tell of that has not run. Sent early, of what is so far."""
    ends_at = min(due(week, workspace.settings), unit.now - SETTLED_AFTER)
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


def run_due(unit: Unit, workspace_id: str) -> Told | None:
    """Claim the newest missed week and owe its pages; older missed weeks are skipped.

    The claim and the pages are one transaction, and the week is unique: whoever comes second
    writes nothing. The week where it is told now; None where there was nothing to tell.
    """
    workspace = unit.workspaces.get(workspace_id)
    if workspace is None or workspace.suspended_at:
        return None
    last = unit.workspaces.last_week(workspace_id)
    newest = newest_due_week(unit.now, workspace.settings)
    if newest <= last:
        unit.workspaces.advance_week(workspace_id, last, next_due(last, workspace.settings))
        return None
    _tell_of_skipped(unit, workspace, _skip_between(unit, workspace, last, newest))
    told = None
    if unit.digests.plan(workspace_id, newest).skip:
        _leave_out(unit, workspace, newest)
    else:
        told = post(unit, workspace, newest)
    unit.workspaces.advance_week(workspace_id, newest, next_due(newest, workspace.settings))
    return told


def _skip_between(
    unit: Unit, workspace: Workspace, last: IsoWeek, newest: IsoWeek
) -> list[IsoWeek]:
    skipped = []
    missed = following(last)
    while missed < newest:
        _add(unit, workspace, _span_ahead(unit, workspace, missed), DigestStatus.SKIPPED)
        skipped.append(missed)
        missed = following(missed)
    return skipped


def _tell_of_skipped(unit: Unit, workspace: Workspace, weeks: Sequence[IsoWeek]) -> None:
    if weeks:
        detail = ", ".join(map(str, weeks))
        tell_admins(unit, workspace, Notice("weeks-skipped", count=len(weeks), detail=detail))


def _leave_out(unit: Unit, workspace: Workspace, week: IsoWeek) -> None:
    """Somebody wanted no post this week: its glitter is told with the next one's."""
    start = _span_ahead(unit, workspace, week).starts_at
    _add(unit, workspace, Span(week, start, start), DigestStatus.SKIPPED)


def post(unit: Unit, workspace: Workspace, week: IsoWeek) -> Told:
    """Record the digest of a week and owe its pages. Raises IntegrityError where it has run."""
    told = highlights.read(unit, workspace, _span_ahead(unit, workspace, week))
    channel = workspace.settings.highlights_channel
    if channel is None:
        _add(unit, workspace, told.span, DigestStatus.BLOCKED)
        tell_admins(unit, workspace, Notice("no-highlights-channel"))
        return told
    moment = moment_of(unit, workspace, told)
    digest_id = _add(unit, workspace, told.span, DigestStatus.PLANNED, moment)
    made = highlights.pages(unit, workspace, told, moment)
    _owe(unit, workspace, made, Place.parse(channel), digest_id)
    homes.renew_all(unit, workspace)
    if made[0].quiet:
        _hint_at_quiet_weeks(unit, workspace, week, made[0])
    return told


def post_early(unit: Unit, workspace: Workspace, week: IsoWeek) -> Told:
    """Post the coming week before it is due; the next one begins where it ends."""
    told = post(unit, workspace, week)
    unit.workspaces.advance_week(workspace.id, week, next_due(week, workspace.settings))
    return told


def pages_of(
    unit: Unit, workspace: Workspace, told: Span, digest_id: int | None = None
) -> list[WeeklyHighlights]:
    """What is posted of a span. With `digest_id` the moment of the week stays what it is."""
    week = highlights.read(unit, workspace, told)
    moment = moment_of(unit, workspace, week, digest_id)
    return highlights.pages(unit, workspace, week, moment)


def moment_of(
    unit: Unit, workspace: Workspace, told: Told, digest_id: int | None = None
) -> Gift | None:
    """The one that was told, unless it can be told no more; then another."""
    week = told.span.week
    digest = unit.digests.get(digest_id) if digest_id else None
    for gift in told.gifts:
        if digest and gift.first.id == digest.moment_id and gift.may_be_told:
            return gift
    picked = unit.digests.plan(workspace.id, week).moment_id
    chosen = moments.choose(unit, workspace, week, told.gifts, picked)
    if digest:
        unit.digests.set_moment(digest.id, chosen.first.id if chosen else None)
    return chosen


def _hint_at_quiet_weeks(
    unit: Unit, workspace: Workspace, week: IsoWeek, page: WeeklyHighlights
) -> None:
    """To the admins, when a second quiet week follows the first; not at the third."""
    *_, earlier, before, _now = page.chart
    began = unit.digests.of_week(workspace.id, following(week, -1))
    third = unit.digests.of_week(workspace.id, following(week, -2)) and earlier == 0
    if began and before == 0 and not third:
        tell_admins(unit, workspace, Notice("quiet-weeks"))


def mend(unit: Unit, workspace: Workspace, given_at: datetime) -> None:
    """Glitter of that moment was taken back, or somebody is named otherwise: posts follow."""
    digest = unit.digests.at(workspace.id, given_at)
    posts = unit.deliveries.posts_of_digest(digest.id) if digest else []
    if digest is None or not posts:
        return
    made = pages_of(unit, workspace, _span_of(digest), digest.id)
    for delivery in posts:
        shown = delivery.message
        assert isinstance(shown, WeeklyHighlights)
        page = made[shown.page - 1] if shown.page <= len(made) else None
        if page != shown:
            unit.deliveries.revise(delivery, page)


def _span_of(digest: Digest) -> Span:
    return Span(digest.week, digest.starts_at, digest.ends_at)


def send_now(unit: Unit, workspace: Workspace, week: IsoWeek, again: bool) -> None:
    """Post a week by hand. Raises OperatorError where it is ahead, or has run unless `again`."""
    if week > week_of(local_date(unit.now, workspace.settings.zone)):
        raise OperatorError(f"{week} has not begun; nothing can be told of it yet.")
    last = unit.workspaces.last_week(workspace.id)
    ran = unit.digests.of_week(workspace.id, week)
    if ran is None:
        _skip_between(unit, workspace, last, week)
        post(unit, workspace, week)
        last = max(week, last)
        unit.workspaces.advance_week(workspace.id, last, next_due(last, workspace.settings))
        return
    if not again:
        raise OperatorError(f"{week} is {ran.status} already; add --again to post it once more.")
    channel = workspace.settings.highlights_channel
    if channel is None:
        raise OperatorError("No highlights channel is set; set one with: workspace set --channel")
    unit.digests.set_status(ran.id, DigestStatus.PLANNED)
    made = pages_of(unit, workspace, _span_of(ran), ran.id)
    _owe(unit, workspace, made, Place.parse(channel), ran.id)


def post_blocked(unit: Unit, workspace: Workspace) -> bool:
    """The channel was chosen or changed: a week that could not be posted follows now."""
    digest = unit.digests.newest(workspace.id)
    channel = workspace.settings.highlights_channel
    if channel is None or digest is None or digest.status is not DigestStatus.BLOCKED:
        return False
    if not unit.deliveries.move_blocked(digest.id, Place.parse(channel)):
        if unit.deliveries.of_digest(digest.id):
            return False
        made = pages_of(unit, workspace, _span_of(digest), digest.id)
        _owe(unit, workspace, made, Place.parse(channel), digest.id)
    unit.digests.set_status(digest.id, DigestStatus.PLANNED)
    return True


def reached(unit: Unit, workspace_id: str, place: Place) -> None:
    """The bot has come to a place: highlights that could not be posted there follow now."""
    workspace = unit.workspaces.get(workspace_id)
    if workspace and workspace.settings.highlights_channel == place.key:
        post_blocked(unit, workspace)


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
    """Owe a private word to whoever installed the bot, else to one of the platform's admins."""
    account = unit.workspaces.installer(workspace.id) or unit.members.in_charge(workspace.id)
    if account is None:
        return
    member = unit.members.find(workspace.id, [account]).get(account)
    reader = people.reader(member, workspace) if member else workspace.reader
    unit.deliveries.owe([Owed(workspace.id, Place.direct(account), notice, reader)])


def tell_admins(unit: Unit, workspace: Workspace, notice: Notice) -> None:
    """Owe a private word to the admins; where there are none, to whoever installed the bot."""
    admins = unit.members.with_duty(workspace.id, Duty.ADMIN)
    if not admins:
        tell_installer(unit, workspace, notice)
    unit.deliveries.owe(
        [
            Owed(workspace.id, Place.direct(one.account), notice, people.reader(one, workspace))
            for one in admins
            if one.account
        ]
    )


def _add(
    unit: Unit, workspace: Workspace, told: Span, status: DigestStatus, moment: Gift | None = None
) -> int:
    return unit.digests.add(
        workspace.id,
        told.week,
        status,
        told.starts_at,
        told.ends_at,
        moment.first.id if moment else None,
    )


def _owe(
    unit: Unit,
    workspace: Workspace,
    made: Sequence[WeeklyHighlights],
    place: Place,
    digest_id: int,
) -> None:
    unit.deliveries.owe_thread(
        [Owed(workspace.id, place, page, workspace.reader, digest_id=digest_id) for page in made]
    )
