"""The moment of the week: one gift, chosen by people where they have chosen, told in full."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from hashlib import sha256

from bot import people
from bot.memory import Unit
from bot.messages import Person, Story
from bot.model import Award, IsoWeek, Member, Naming, Team, Workspace
from bot.values import dataclass

LOOK_BACK = 26
"""Weeks for which somebody counts as featured."""
FEWEST = 3
"""Gifts of which one can be chosen."""
TELLING = 20
"""Characters from which on words can be told as a story."""


@dataclass(frozen=True, slots=True)
class Gift:
    """The standing awards of one action, with all who take part in it."""

    awards: tuple[Award, ...]
    people: tuple[Member, ...]
    """The giver first."""
    teams: tuple[Team, ...] = ()

    @property
    def first(self) -> Award:
        return self.awards[0]

    @property
    def may_be_told(self) -> bool:
        """Nobody in it wants to be left out, and it has words of its own."""
        return not self.first.link and all(one.naming is not Naming.OUT for one in self.people)


def gifts(
    given: Iterable[Award], members: Mapping[int, Member], teams: Mapping[int, Team]
) -> list[Gift]:
    """Awards as they were given together, oldest first."""
    together: dict[str, list[Award]] = {}
    for award in given:
        together.setdefault(award.source_ref, []).append(award)
    return [
        Gift(
            tuple(awards),
            _people(awards, members),
            tuple(teams[one.team_id] for one in awards if one.team_id is not None),
        )
        for awards in together.values()
    ]


def _people(awards: Sequence[Award], members: Mapping[int, Member]) -> tuple[Member, ...]:
    receivers = (one.receiver_id for one in awards if one.receiver_id is not None)
    return tuple(members[id] for id in (awards[0].giver_id, *receivers))


def story(gift: Gift) -> Story:
    giver, *receivers = map(_named, gift.people)
    receivers += [Person(team.name) for team in gift.teams]
    first = gift.first
    return Story(first.id, giver, tuple(receivers), first.reason, first.source)


def _named(member: Member) -> Person:
    return people.in_highlights(member) or Person("")


def choose(
    unit: Unit, workspace: Workspace, week: IsoWeek, given: Sequence[Gift], picked: int | None
) -> Gift | None:
    """Reactions choose, else whoever was asked to pick, else whoever's turn it is.

    None where nobody has picked and there is no choice: a week of two stories tells them anyway.
    """
    open_to_choice = [gift for gift in given if gift.may_be_told]
    few = len(open_to_choice) < FEWEST
    if not few and (liked := _most_liked(unit, workspace, open_to_choice)):
        return liked
    for gift in open_to_choice:
        if gift.first.id == picked:
            return gift
    return None if few else in_turn(unit, workspace, week, open_to_choice)[0]


def _most_liked(unit: Unit, workspace: Workspace, given: Sequence[Gift]) -> Gift | None:
    """The gift that most people joined in; the earliest of several."""
    oldest, newest = given[0].first.given_at, given[-1].first.given_at
    joined = unit.awards.reactions(workspace.id, oldest, newest + timedelta(microseconds=1))
    most = max(given, key=lambda gift: len(_joined(gift, joined)))
    return most if _joined(most, joined) else None


def _joined(gift: Gift, joined: Mapping[int, set[int]]) -> set[int]:
    """Who said "me too", apart from those whom the gift names."""
    return joined.get(gift.first.id, set()) - {one.id for one in gift.people}


def in_turn(unit: Unit, workspace: Workspace, week: IsoWeek, given: Sequence[Gift]) -> list[Gift]:
    """Stories of people who were not featured lately first; among equals the week draws."""
    last = unit.digests.featured(workspace.id, LOOK_BACK)
    never = IsoWeek(0, 0)

    def turn(gift: Gift) -> tuple[bool, IsoWeek, str]:
        latest = max(last.get(one.id, never) for one in gift.people)
        drawn = sha256(f"{workspace.id} {week} {gift.first.id}".encode()).hexdigest()
        return len(gift.first.reason) < TELLING, latest, drawn

    return sorted(given, key=turn)
