"""What follows from the way a delivery turned out."""

from datetime import datetime, timedelta
from typing import assert_never

from bot import awards, digests, news, people
from bot.heard import ActionName
from bot.memory import Leased, Owed, Unit
from bot.messages import (
    AwardPosted,
    Button,
    CactusHeld,
    CaseCard,
    Delivery,
    Form,
    GentleCheck,
    GlitterReceived,
    GlitterToShow,
    Message,
    Notice,
    WeeklyHighlights,
)
from bot.model import Award, DeliveryStatus, Place, PlaceKind, Verb, Workspace
from bot.outcomes import Again, Blocked, Outcome, Rejected, Revoked, Sent, Uncertain

TRIES = 10
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=10), timedelta(hours=1)
SPREAD = 0.25
"""By how much of itself a wait grows at most: what was put off together does not come together."""


def wait_before(attempt: int) -> timedelta:
    """How long to wait after the n-th vain attempt (from 1): 10 s, 30 s, 90 s, … up to 1 h."""
    growth: int = 3 ** min(attempt - 1, 9)
    return min(FIRST_WAIT * growth, LONGEST_WAIT)


def record(unit: Unit, item: Leased, outcome: Outcome, chance: float) -> None:
    """Write down how an attempt turned out, and owe whatever follows from it.

    `chance`, from 0 up to 1, says how much later than it must a further attempt comes.
    """
    delivery = item.delivery
    match outcome:
        case Sent(ref, address):
            unit.deliveries.finish(delivery.id, DeliveryStatus.SENT, ref=ref)
            if address:
                place = Place(delivery.place.kind, delivery.place.id, delivery.place.name, address)
                unit.workspaces.keep_place(delivery.workspace_id, place)
        case Again():
            _again(unit, item, outcome, chance)
        case Uncertain(code):
            unit.deliveries.finish(delivery.id, DeliveryStatus.UNKNOWN, code=code)
            tell_unknown(unit, delivery.workspace_id, delivery.id)
        case Blocked(code):
            unit.deliveries.finish(delivery.id, DeliveryStatus.BLOCKED, code=code)
            _blocked(unit, item)
            seen = delivery.place.kind in (PlaceKind.CHANNEL, PlaceKind.ASIDE)
            if seen and not _is_below(delivery.message):
                _tell_once(unit, item, "blocked-place")
        case Revoked(code):
            unit.deliveries.finish(delivery.id, DeliveryStatus.BLOCKED, code=code)
            unit.workspaces.suspend(delivery.workspace_id)
        case Rejected(code):
            unit.deliveries.finish(delivery.id, DeliveryStatus.DEAD, code=code)
            _tell_once(unit, item, "not-taken")
        case _:
            assert_never(outcome)
    if not isinstance(outcome, Again | Uncertain) and _is_passing(delivery.message):
        unit.deliveries.forget_words(delivery.id)
    _update_digest(unit, item.digest_id)


def _is_passing(message: Message | None) -> bool:
    """Words not given yet, and what the gentle check saw in them: shown once, kept nowhere."""
    checked = isinstance(message, CactusHeld) and message.phrase
    return isinstance(message, Form | GentleCheck) or bool(checked)


def give_up(unit: Unit, item: Leased) -> None:
    """The message meant never arrived: a reply ends as it did, anything else is void."""
    if item.delivery.is_reply:
        unit.deliveries.share_fate(item.delivery.id)
        _update_digest(unit, item.digest_id)
    else:
        unit.deliveries.finish(item.delivery.id, DeliveryStatus.CANCELLED)


def expire(unit: Unit) -> int:
    """What a process was sending when it died may have arrived: mark it so; how many."""
    lost = unit.deliveries.expire_leases()
    for workspace_id, delivery_id, digest_id in lost:
        tell_unknown(unit, workspace_id, delivery_id)
        _update_digest(unit, digest_id)
    return len(lost)


def tell_unknown(unit: Unit, workspace_id: str, delivery_id: int) -> None:
    """Offer the installer one click to send again; a lost notice is not worth another.

    A page is simply shown again, and an aside said in the private chat.
    """
    workspace = unit.workspaces.get(workspace_id)
    found = unit.deliveries.get(workspace_id, delivery_id)
    if workspace is None or found is None or _told_alone(unit, found[0]):
        return
    if isinstance(found[0].message, Notice):
        return
    place = found[0].place
    if place.kind is PlaceKind.HOME:
        unit.deliveries.revive(workspace_id, delivery_id)  # a page can be shown twice
        return
    resend = (Button(ActionName.RESEND, str(delivery_id)),)
    notice = Notice("unknown-outcome", detail=place.name or place.id, buttons=resend)
    digests.tell_installer(unit, workspace, notice)


def _again(unit: Unit, item: Leased, outcome: Again, chance: float) -> None:
    delivery = item.delivery
    if outcome.after is None and item.attempts >= TRIES:
        unit.deliveries.finish(delivery.id, DeliveryStatus.DEAD, code=outcome.code)
        _tell_once(unit, item, "not-taken")
        return
    wait = outcome.after or wait_before(item.attempts)
    until = unit.now + wait * (1 + SPREAD * chance)
    put_off(unit, item, until, outcome.code)
    if outcome.whole_workspace:
        unit.workspaces.pause(delivery.workspace_id, until)


def put_off(unit: Unit, item: Leased, until: datetime, code: str) -> None:
    """Try again later, unless its award was taken back while it was on its way."""
    delivery = item.delivery
    # First, since it waits for whoever is taking the award back at this moment.
    unit.deliveries.postpone(delivery.id, until, code)
    if delivery.verb is Verb.POST and is_taken_back(unit, delivery.workspace_id, item.award_id):
        unit.deliveries.finish(delivery.id, DeliveryStatus.CANCELLED, code=code)


def is_taken_back(unit: Unit, workspace_id: str, award_id: int | None) -> bool:
    award = unit.awards.get(workspace_id, award_id) if award_id else None
    return award is not None and award.retracted_at is not None


def _blocked(unit: Unit, item: Leased) -> None:
    """The place does not take it: whoever counts on it hears of that another way."""
    workspace = unit.workspaces.get(item.delivery.workspace_id)
    if workspace is None:
        return
    match item.delivery.message:
        case AwardPosted() as post:
            _post_directly(unit, workspace, item, post)
        case GlitterReceived() | GlitterToShow():
            _tell_giver(unit, workspace, item, "blocked-receiver")
        case CaseCard():
            _tell_giver(unit, workspace, item, "blocked-cactus")
        case WeeklyHighlights():
            _tell_of_highlights(unit, workspace, item)


def _post_directly(unit: Unit, workspace: Workspace, item: Leased, post: AwardPosted) -> None:
    award = unit.awards.get(workspace.id, post.award_id)
    if award is None or award.retracted_at:
        return
    gift = unit.awards.by_ref(workspace.id, award.source_ref)
    members = unit.members.get(workspace.id, _ids(gift))
    receivers = [members[one.receiver_id] for one in gift if one.receiver_id is not None]
    giver = members[award.giver_id]
    crews = awards.crews_of(unit, workspace, gift)
    unit.deliveries.owe(awards.direct_posts(workspace, post, giver, receivers, crews))
    if post.below:
        return  # the giver put an emoji somewhere, and expects no word about it
    place = item.delivery.place
    detail = place.name or award.place_name or place.id
    notice = Notice("moved-to-direct", post.receivers, detail=detail)
    news.tell(unit, workspace, giver, notice)


def _is_below(message: Message | None) -> bool:
    """The place takes others; what cannot stand below a message is told to its author alone."""
    return isinstance(message, AwardPosted) and message.below


def _ids(gift: list[Award]) -> set[int]:
    return {id for one in gift for id in (one.giver_id, one.receiver_id) if id is not None}


def _tell_giver(unit: Unit, workspace: Workspace, item: Leased, code: str) -> None:
    award = unit.awards.get(workspace.id, item.award_id) if item.award_id else None
    if award is None:
        return
    found = unit.members.find(workspace.id, [item.delivery.place.id]).values()
    if award.giver_id not in {member.id for member in found}:
        tell_giver(unit, workspace, award, Notice(code, people.persons(found)))


def tell_giver(unit: Unit, workspace: Workspace, award: Award, notice: Notice) -> None:
    """Owe a private word to whoever gave an award."""
    giver = unit.members.get(workspace.id, [award.giver_id])[award.giver_id]
    news.tell(unit, workspace, giver, notice)


def _tell_once(unit: Unit, item: Leased, code: str) -> None:
    """Whoever installed the bot hears of a place once, until something arrives there again."""
    delivery = item.delivery
    workspace = unit.workspaces.get(delivery.workspace_id)
    if workspace is None or delivery.verb is not Verb.POST or _told_alone(unit, delivery):
        return
    if _told_otherwise(unit, delivery):
        return
    if not unit.deliveries.failed_before(workspace.id, delivery.place, delivery.id):
        detail = delivery.place.name or delivery.place.id
        digests.tell_installer(unit, workspace, Notice(code, detail=detail))


def _told_alone(unit: Unit, delivery: Delivery) -> bool:
    """What could not be said aside is said in the private chat; twice does no harm."""
    if delivery.place.kind is not PlaceKind.ASIDE:
        return False
    if delivery.verb is Verb.POST:
        alone = Place.direct(delivery.place.account)
        unit.deliveries.owe([Owed(delivery.workspace_id, alone, delivery.message, delivery.reader)])
    return True


def _told_otherwise(unit: Unit, delivery: Delivery) -> bool:
    """Of the week, and of their own glitter; and a lost notice is not worth another."""
    match delivery.message:
        case Notice() | WeeklyHighlights():
            return True
        case AwardPosted(giver=giver):
            return giver.account == unit.workspaces.installer(delivery.workspace_id)
        case _:
            return False


def _tell_of_highlights(unit: Unit, workspace: Workspace, item: Leased) -> None:
    pages = unit.deliveries.of_digest(item.digest_id) if item.digest_id else []
    if pages.count(DeliveryStatus.BLOCKED) == 1:  # told once, not per page
        place = item.delivery.place
        notice = Notice("blocked-highlights", detail=place.name or place.id)
        digests.tell_installer(unit, workspace, notice)


def _update_digest(unit: Unit, digest_id: int | None) -> None:
    if digest_id is not None:
        status = digests.status_of(unit.deliveries.of_digest(digest_id))
        unit.digests.set_status(digest_id, status)
