"""Groups of people that the platform keeps: mentioned once, everybody in them is reached."""

from collections.abc import Mapping, Sequence

from bot.errors import Refusal
from bot.heard import GroupMention
from bot.model import Member, Standing

MOST = 50
"""People in one group."""


def reached(
    groups: Sequence[GroupMention], members: Mapping[str, Member], giver: Member
) -> list[Member]:
    """Whoever is in the groups and may receive, without the giver. Raises Refusal."""
    found: list[Member] = []
    for group in groups:
        if len(group.people) > MOST:
            raise Refusal("too-many", count=MOST)
        able = [one for one in _members(group, members) if _may_receive(one, giver)]
        if not able:
            raise Refusal("group-empty", detail=f"@{group.name}")
        found += able
    return found


def _members(group: GroupMention, members: Mapping[str, Member]) -> list[Member]:
    return [members[one.account] for one in group.people]


def _may_receive(member: Member, giver: Member) -> bool:
    return member.id != giver.id and member.standing in (Standing.ACTIVE, Standing.UNVERIFIED)
