"""Who is who: members behind the accounts of a request, and how each of them reads."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot import texts
from bot.heard import Action, Said
from bot.memory import Unit
from bot.messages import Option, Person
from bot.model import Duty, Member, Naming, Place, PlaceKind, Profile, Reader, Standing, Workspace
from bot.values import dataclass
from bot.weeks import is_zone, next_working_moment

OUTSIDE = frozenset({Standing.BOT, Standing.DEACTIVATED, Standing.STRANGER})
"""Those who neither give nor receive."""


@dataclass(frozen=True, slots=True)
class AskPlatform:
    """The answer waits for the platform to say who these are."""

    workspace_id: str
    place: Place
    accounts: tuple[str, ...]


def gather(
    unit: Unit,
    heard: Said | Action,
    profiles: Sequence[Profile],
    known: dict[str, Member],
    told: Sequence[Profile] | None,
) -> dict[str, Member] | AskPlatform:
    """The members behind `profiles`, new ones added, by account.

    `known` are those who are members already; `told` is what the platform answered, None where
    it has not been asked yet. Whoever it did not know stays unverified: the outbox asks once more
    before anything is posted.
    """
    workspace_id, members = heard.workspace_id, known
    accounts = [profile.account for profile in profiles]
    if told:
        unit.members.put(workspace_id, told)
        members = unit.members.find(workspace_id, accounts)
    news = [one for one in profiles if _is_news(one, members.get(one.account))]
    unknown = [one.account for one in profiles if _is_unknown(one, members.get(one.account))]
    if unknown and told is None:
        return AskPlatform(workspace_id, heard.place, tuple(unknown))
    if news:
        unit.members.put(workspace_id, news)
        members = unit.members.find(workspace_id, accounts)
    return members


def _is_unknown(profile: Profile, member: Member | None) -> bool:
    standing = member.standing if member else Standing.UNVERIFIED
    return standing is Standing.UNVERIFIED and profile.standing is Standing.UNVERIFIED


def _is_news(profile: Profile, member: Member | None) -> bool:
    """Whether the profile says anything that is not known yet."""
    if member is None:
        return True
    said = (profile.name, profile.locale, profile.zone if is_zone(profile.zone) else "")
    known = (member.name, member.locale, member.zone)
    if any(new and new != old for new, old in zip(said, known, strict=True)):
        return True
    return profile.standing not in (Standing.UNVERIFIED, member.standing)


def is_admin(unit: Unit, member: Member) -> bool:
    return Duty.ADMIN in unit.members.duties(member.id)


def is_admin_or_hr(unit: Unit, member: Member) -> bool:
    return not unit.members.duties(member.id).isdisjoint({Duty.ADMIN, Duty.HR})


def reader(member: Member, workspace: Workspace) -> Reader:
    """How a member reads: their own language, else the platform's, else the workspace's."""
    language = member.language or texts.speaks(member.locale) or workspace.settings.language
    return Reader(language, zone(member, workspace))


def zone(member: Member, workspace: Workspace) -> str:
    """The IANA time zone in which a member lives: their own, else the workspace's."""
    return member.zone or workspace.settings.zone


def working_moment(workspace: Workspace, member: Member, earliest: datetime) -> datetime:
    """When a cactus may reach a member: at once, or at their next working hour."""
    if not workspace.settings.cactus_working_hours:
        return earliest
    return next_working_moment(
        earliest, zone(member, workspace), member.work_starts, member.work_ends
    )


def person(member: Member) -> Person:
    """A member as a message names them."""
    return Person(member.name or member.account or "?", member.account)


def persons(members: Iterable[Member]) -> tuple[Person, ...]:
    return tuple(map(person, members))


def channels(unit: Unit, workspace: Workspace, *more: Place) -> tuple[Option, ...]:
    """The channels that are known, and these, to choose from."""
    found = {
        place.id: Option(place.id, place.name or place.id)
        for place in (*more, *unit.workspaces.places(workspace.id))
        if place.kind is PlaceKind.CHANNEL
    }
    return tuple(sorted(found.values(), key=lambda option: option.label.casefold()))


def in_highlights(member: Member) -> Person | None:
    """A member as the highlights may name them; None for somebody who is left out."""
    match member.naming:
        case Naming.FULL:
            return Person(member.name or member.account or "?")
        case Naming.FIRST:
            return Person((member.name.split() or [member.account or "?"])[0])
        case Naming.OUT:
            return None
