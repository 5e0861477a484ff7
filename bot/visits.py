"""Who may come in to the pages, and for how long: the chat vouches, so there is no password."""

import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from bot import people
from bot.errors import Refusal
from bot.memory import Owed, Session, SignedIn, Unit
from bot.messages import Delivery, Message, SignInLink
from bot.model import Member, Place, Power, Reader, Standing, Team, Workspace
from bot.scene import Scene
from bot.values import dataclass

LINK_LASTS = timedelta(minutes=5)
SESSION_LASTS = timedelta(hours=8)
IDLE = timedelta(minutes=30)
FRESH = timedelta(minutes=10)
"""What takes records out, or erases them, needs a sign-in that is no older."""
SEEN_EVERY = timedelta(minutes=1)
"""How exactly it is known when a session was last used."""
_AT_HOME = (Standing.ACTIVE, Standing.UNVERIFIED)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is signed in, as of now. Whatever a page reads begins here."""

    workspace: Workspace
    member: Member
    powers: frozenset[Power]
    session: Session

    @property
    def reader(self) -> Reader:
        return people.reader(self.member, self.workspace)


def powers(unit: Unit, member: Member) -> frozenset[Power]:
    """What the member may look at now."""
    duties = {Power(duty.value) for duty in unit.members.duties(member.id)}
    leads = {Power.LEAD} if led(unit, member) else set()
    return frozenset(duties | leads)


def led(unit: Unit, member: Member) -> list[Team]:
    """The teams that the member leads now, by name."""
    return [team for team in unit.teams.all(member.workspace_id) if team.lead_id == member.id]


def offer(scene: Scene) -> Message:
    """A link for the speaker; its token is made when it is sent. Raises Refusal."""
    if scene.pages_at is None:
        raise Refusal("no-pages")
    if scene.speaker.standing not in _AT_HOME or scene.speaker.account is None:
        raise Refusal("you-stranger")
    return SignInLink(scene.speaker.account, scene.pages_at, LINK_LASTS // timedelta(minutes=1))


def with_token(unit: Unit, workspace_id: str, link: SignInLink) -> SignInLink:
    """The link as it goes out: only its hash stays here."""
    member = unit.members.find(workspace_id, [link.account])[link.account]
    token = secrets.token_urlsafe(32)
    who = SignedIn(workspace_id, member.id, powers(unit, member))
    unit.visits.invite(hashed(token), who, unit.now + LINK_LASTS)
    return replace(link, address=link.address + token)


def to_send(unit: Unit, delivery: Delivery) -> Delivery:
    """The delivery with its token: what waits to be sent holds none."""
    assert isinstance(delivery.message, SignInLink)
    made = with_token(unit, delivery.workspace_id, delivery.message)
    return replace(delivery, message=made)


def invited(unit: Unit, token: str) -> tuple[Reader, str]:
    """How the person reads whose link this is, and their name; nothing is used up.

    Raises Refusal.
    """
    workspace, member = _whose(unit, unit.visits.invited(hashed(token)), "link-over")
    return people.reader(member, workspace), people.person(member).name


def enter(unit: Unit, token: str, instead_of: str = "") -> str:
    """Use a link up and begin a session; its token. Raises Refusal.

    `instead_of` is the token of the session that the same browser had before.
    """
    who = unit.visits.invited(hashed(token))
    _, member = _whose(unit, who, "link-over")
    if not unit.visits.use(hashed(token)):
        raise Refusal("link-over")
    unit.visits.leave(hashed(instead_of))
    made = secrets.token_urlsafe(32)
    known = SignedIn(member.workspace_id, member.id, powers(unit, member))
    unit.visits.begin(hashed(made), known, unit.now + SESSION_LASTS)
    return made


def recognise(unit: Unit, token: str) -> Visitor:
    """Whose session this is, with what they may do now. Raises Refusal."""
    session = unit.visits.session(hashed(token), unit.now - IDLE)
    workspace, member = _whose(unit, session.who if session else None, "session-over")
    assert session is not None
    return Visitor(workspace, member, powers(unit, member), session)


def require_fresh(unit: Unit, visitor: Visitor) -> None:
    """Raises Refusal where the visitor did not sign in a moment ago."""
    if unit.now - visitor.session.began_at > FRESH:
        raise Refusal("sign-in-anew")


def send_again(unit: Unit, visitor: Visitor, pages_at: str) -> None:
    """Owe the visitor a new link, in their own chat."""
    account = visitor.member.account or ""
    link = SignInLink(account, pages_at, LINK_LASTS // timedelta(minutes=1))
    place = Place.direct(account)
    unit.deliveries.owe([Owed(visitor.workspace.id, place, link, visitor.reader)])


def needs_note(visitor: Visitor, now: datetime) -> bool:
    """Whether it is time to write down that the session is used."""
    return now - visitor.session.seen_at >= SEEN_EVERY


def mine(unit: Unit, visitor: Visitor) -> list[Session]:
    """Every browser in which the visitor is signed in."""
    return unit.visits.sessions(visitor.member.id, unit.now - IDLE)


def forget(unit: Unit) -> None:
    """Delete links and sessions that are over."""
    unit.visits.forget(unit.now)


def hashed(token: str) -> str:
    """What is kept of a token. It has 256 bits of its own, so it needs no salt."""
    return sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _whose(unit: Unit, who: SignedIn | None, over: str) -> tuple[Workspace, Member]:
    """Raises Refusal where somebody is gone, or may do less than when they got this."""
    workspace = unit.workspaces.get(who.workspace_id) if who else None
    if who is None or workspace is None or workspace.suspended_at:
        raise Refusal(over)
    member = unit.members.get(workspace.id, [who.member_id]).get(who.member_id)
    if member is None or member.standing not in _AT_HOME:
        raise Refusal(over)
    if not who.powers <= powers(unit, member):
        raise Refusal("role-changed")
    return workspace, member
