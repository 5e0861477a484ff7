"""HR takes somebody out of the records: what will go is shown first, and nothing comes back."""

from bot import history, people, privacy, visits
from bot.cleaning import clean
from bot.erasure import NOBODY
from bot.errors import Refusal
from bot.memory import Footprint, Hold, Unit
from bot.messages import Person
from bot.model import Member
from bot.values import dataclass
from bot.visits import Visitor


@dataclass(frozen=True, slots=True)
class Preview:
    """What an erasure would take, and what keeps it from being done."""

    member: Member
    person: Person
    footprint: Footprint
    hold: Hold | None
    """Their records must stay."""
    themselves: bool
    """It is whoever looks."""


def preview(unit: Unit, visitor: Visitor, member_id: int) -> Preview:
    """Raises Refusal, the same for people who are unknown, of another house, or gone."""
    history.require_hr(visitor)
    here = visitor.workspace.id
    member = unit.members.get(here, [member_id]).get(member_id)
    if member is None or is_gone(member):
        raise Refusal("gone")
    return Preview(
        member,
        people.person(member),
        privacy.preview(unit, member),
        privacy.held(unit, member),
        member.id == visitor.member.id,
    )


def confirmed(unit: Unit, visitor: Visitor, member_id: int, typed: str) -> Member:
    """Whom to erase now that the name was typed. Raises Refusal."""
    seen = preview(unit, visitor, member_id)
    visits.require_fresh(unit, visitor)
    if seen.themselves:
        raise Refusal("erase-yourself")
    if seen.hold:
        raise Refusal("erase-held", detail=seen.hold.owner, moment=seen.hold.ends_at)
    if _plain(typed) != _plain(seen.person.name):
        raise Refusal("erase-name", people=(seen.person,))
    return seen.member


def is_gone(member: Member) -> bool:
    """Whether the member was erased before."""
    return member.account is None and member.name == NOBODY


def _plain(name: str) -> str:
    """Also without the marks that isolate a name in the sentence from which it was copied."""
    return " ".join(clean(name).split()).casefold()
