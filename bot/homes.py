"""Whose home page is to be shown anew; what stands on it is read when it is sent."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot import people
from bot.memory import Owed, Unit
from bot.model import Award, Member, Place, Workspace

STALE = timedelta(days=30)
"""A home page that nobody has opened for so long is made anew only when it is opened."""


def renew(unit: Unit, workspace: Workspace, members: Iterable[Member]) -> None:
    """Something has changed that concerns these; whoever never opened their page owns none."""
    since = unit.now - STALE
    looking = [one for one in members if one.home_opened_at and one.home_opened_at >= since]
    if looking:
        _owe(unit, workspace, looking)


def renew_about(unit: Unit, workspace: Workspace, gift: Sequence[Award]) -> None:
    """The same for all who take part in these awards."""
    shared = unit.awards.shared_with(one.id for one in gift if one.team_id is not None)
    ids = {id for reached in shared.values() for id in reached}
    ids |= {id for one in gift for id in (one.giver_id, one.receiver_id) if id is not None}
    renew(unit, workspace, unit.members.get(workspace.id, ids).values())


def renew_all(unit: Unit, workspace: Workspace, *, stale: bool = False) -> None:
    """The same for everybody in the workspace; `stale`: also where nobody has looked lately."""
    since = None if stale else unit.now - STALE
    _owe(unit, workspace, unit.members.at_home(workspace.id, since))


def _owe(unit: Unit, workspace: Workspace, members: Iterable[Member]) -> None:
    owed = [
        Owed(workspace.id, Place.home(one.account), None, people.reader(one, workspace))
        for one in members
        if one.account
    ]
    unit.deliveries.owe_unless_waiting(workspace.id, owed)
