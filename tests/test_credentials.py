"""What opens workspaces, on both databases: kept, found, replaced once, and gone when removed."""

from datetime import timedelta

from bot.desk import _note
from bot.heard import Installed, Noted, Uninstalled
from bot.memory import Unit
from bot.model import Duty, Profile, Rank, Settings, Standing
from tests.worlds import HOUSE, World

ORG, ANNEX, SHED = "stage:org", "stage:annex", "stage:shed"
HOUR = timedelta(hours=1)


def hear(world: World, seen: Noted) -> None:
    world.ask(lambda unit: _note(unit, seen=seen, defaults=Settings()))


def opens(world: World, workspace_id: str) -> str | None:
    found = world.ask(lambda unit: unit.credentials.of(workspace_id))
    return found.sealed if found else None


def keep(world: World, holder: str, sealed: str) -> None:
    world.ask(lambda unit: unit.credentials.keep(holder, sealed))


def organisation(world: World) -> None:
    """An organisation with an annex and a shed."""
    keep(world, ORG, "sealed-org")
    for id in (ANNEX, SHED):
        hear(world, Installed(id, holder=ORG))


def test_a_workspace_is_opened_by_its_own_credential_or_its_organisations(world: World) -> None:
    assert opens(world, HOUSE) is None
    keep(world, HOUSE, "sealed-house")
    hear(world, Installed(HOUSE, holder=HOUSE))
    organisation(world)
    assert [opens(world, id) for id in (HOUSE, ANNEX, SHED)] == [
        "sealed-house",
        "sealed-org",
        "sealed-org",
    ]
    kept = world.ask(lambda unit: unit.credentials.all("stage"))
    assert [one.holder for one in kept] == [HOUSE, ORG]
    assert world.ask(lambda unit: unit.credentials.all("stag_")) == []


def test_a_removed_workspace_loses_its_credential_at_once(world: World) -> None:
    keep(world, HOUSE, "sealed-house")
    hear(world, Installed(HOUSE, holder=HOUSE))
    hear(world, Uninstalled(HOUSE))
    assert opens(world, HOUSE) is None
    assert world.ask(lambda unit: unit.credentials.get(HOUSE)) is None


def test_one_workspace_of_an_organisation_goes_and_the_others_stay(world: World) -> None:
    organisation(world)
    hear(world, Uninstalled(SHED))
    assert (opens(world, SHED), opens(world, ANNEX)) == (None, "sealed-org")
    hear(world, Installed(SHED, holder=ORG))
    assert opens(world, SHED) == "sealed-org"


def test_a_removed_organisation_takes_all_its_workspaces_along(world: World) -> None:
    organisation(world)
    hear(world, Uninstalled(ORG))
    assert world.ask(lambda unit: unit.credentials.all("stage")) == []
    removed = {one.id: bool(one.suspended_at) for one in world.ask(lambda u: u.workspaces.all())}
    assert removed == {HOUSE: False, ANNEX: True, SHED: True}


def test_a_credential_is_replaced_by_whoever_is_first(world: World) -> None:
    keep(world, HOUSE, "old")
    was = world.ask(lambda unit: unit.credentials.get(HOUSE))
    assert was
    later = world.clock.now() + HOUR
    assert world.ask(lambda unit: unit.credentials.replace(was, "new", later))
    assert not world.ask(lambda unit: unit.credentials.replace(was, "newer", later))
    now = world.ask(lambda unit: unit.credentials.get(HOUSE))
    assert now
    assert (now.sealed, now.renew_at, now.kept_at) == ("new", later, was.kept_at)


def test_a_ticket_counts_once_and_is_forgotten_later(world: World) -> None:
    def spend(ticket: str) -> bool:
        return world.ask(lambda unit: unit.credentials.spend(ticket, unit.now - HOUR))

    assert [spend("a"), spend("a"), spend("b")] == [True, False, True]
    world.later(hours=2)
    assert spend("c")
    assert spend("a"), "it is forgotten; its age has to speak against it by now"


def _id(unit: Unit, account: str) -> int:
    return unit.members.find(HOUSE, [account])[account].id


def test_the_platforms_admins_are_ours_while_they_are_the_platforms(world: World) -> None:
    def rank(account: str, rank: Rank | None) -> None:
        profile = Profile(account, standing=Standing.ACTIVE, rank=rank)
        world.ask(lambda unit: unit.members.put(HOUSE, [profile]))

    def is_admin(account: str) -> bool:
        return world.ask(lambda unit: Duty.ADMIN in unit.members.duties(_id(unit, account)))

    assert world.ask(lambda unit: unit.members.in_charge(HOUSE)) is None
    rank("bo", Rank.ADMIN)
    rank("kim", Rank.OWNER)
    assert (is_admin("bo"), is_admin("kim"), is_admin("ana")) == (True, True, False)
    assert world.ask(lambda unit: unit.members.in_charge(HOUSE)) == "kim"
    rank("kim", None)
    assert is_admin("kim"), "who says nothing of it changes nothing"
    rank("kim", Rank.MEMBER)
    assert not is_admin("kim")
    assert world.ask(lambda unit: unit.members.in_charge(HOUSE)) == "bo"


def test_the_first_installer_stays_until_somebody_installs_again(world: World) -> None:
    hear(world, Installed(ANNEX))
    assert world.ask(lambda unit: unit.workspaces.set_installer(ANNEX, "kim"))
    assert not world.ask(lambda unit: unit.workspaces.set_installer(ANNEX, "bo"))
    assert world.ask(lambda unit: unit.workspaces.installer(ANNEX)) == "kim"
