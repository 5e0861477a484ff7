"""Teams in the memory: found by their names, never lost with what they received."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from bot.memory import Unit
from bot.model import Team
from tests.worlds import HOUSE, World


def made(world: World, name: str, *people: str, **known: object) -> Team:
    """A team with these people; the first one leads it."""

    def make(unit: Unit) -> Team:
        members = unit.members.find(HOUSE, people)
        lead = members[people[0]].id if people else None
        team = replace(unit.teams.add(HOUSE, name), lead_id=lead, **known)  # type: ignore[arg-type]
        unit.teams.save(team)
        unit.teams.join(team.id, [one.id for one in members.values()])
        return team

    return world.ask(make)


def names(teams: object) -> list[str]:
    return [team.name for team in teams]  # type: ignore[attr-defined]


def test_a_team_is_kept_whole(world: World) -> None:
    kassan = made(world, "Kassan", "kim", "bo", aliases=("tills",), cacti_to_all=True, group="S1")
    assert world.ask(lambda unit: unit.teams.all(HOUSE)) == [kassan]
    assert world.ask(lambda unit: unit.teams.get(HOUSE, [kassan.id])) == {kassan.id: kassan}
    assert world.ask(lambda unit: unit.teams.of_group(HOUSE, "S1")) == kassan
    people = world.ask(lambda unit: unit.teams.people(HOUSE, kassan.id))
    assert [one.account for one in people] == ["bo", "kim"]


def test_it_is_found_by_its_name_and_its_aliases_in_its_own_workspace(world: World) -> None:
    kassan = made(world, "Kassan Umeå", aliases=("tills", "Framme"))
    other = made(world, "Tills")
    found = world.ask(lambda unit: unit.teams.named(HOUSE, ["kassan umea", "tills", "nobody"]))
    assert found == {"kassan umea": [kassan], "tills": [kassan, other]}
    assert world.ask(lambda unit: unit.teams.named("stage:other", ["tills"])) == {}
    assert world.ask(lambda unit: unit.teams.named(HOUSE, [])) == {}
    world.ask(lambda unit: unit.teams.save(replace(kassan, aliases=())))
    assert world.ask(lambda unit: unit.teams.named(HOUSE, ["tills"])) == {"tills": [other]}


def test_a_name_is_given_once_and_is_free_again_when_its_team_is_gone(world: World) -> None:
    kassan = made(world, "Kassan", "kim", group="S1")
    with pytest.raises(IntegrityError):
        made(world, "Kassan")
    world.ask(lambda unit: unit.teams.remove(kassan.id))
    assert world.ask(lambda unit: unit.teams.all(HOUSE)) == []
    assert world.ask(lambda unit: unit.teams.named(HOUSE, ["kassan"])) == {}
    assert world.ask(lambda unit: unit.teams.of_group(HOUSE, "S1")) is None
    gone = world.ask(lambda unit: unit.teams.get(HOUSE, [kassan.id]))[kassan.id]
    assert gone.removed_at == world.clock.now()
    assert made(world, "Kassan").id != kassan.id


def test_whoever_leads_belongs_to_it_and_a_lead_who_leaves_leads_no_more(world: World) -> None:
    kassan = made(world, "Kassan", "kim", "bo")
    lagret = made(world, "Lagret", "bo")
    kim, bo = (
        world.ask(lambda u: u.members.find(HOUSE, ["kim", "bo"]))[who] for who in ("kim", "bo")
    )
    belongs = {kim.id: [kassan.id], bo.id: [kassan.id, lagret.id]}
    assert world.ask(lambda unit: unit.teams.of_members(HOUSE)) == belongs
    assert world.ask(lambda unit: unit.teams.of_members("stage:other")) == {}
    assert names(world.ask(lambda unit: unit.teams.of_member(bo.id))) == ["Kassan", "Lagret"]
    world.ask(lambda unit: unit.teams.leave(kassan.id, [kim.id]))
    (left,) = world.ask(lambda unit: unit.teams.get(HOUSE, [kassan.id])).values()
    assert left.lead_id is None
    world.ask(lambda unit: unit.teams.remove(kassan.id))
    assert names(world.ask(lambda unit: unit.teams.of_member(bo.id))) == ["Lagret"]
    assert world.ask(lambda unit: unit.teams.of_members(HOUSE)) == {bo.id: [lagret.id]}


def test_joining_twice_is_joining_once(world: World) -> None:
    kassan = made(world, "Kassan", "kim")
    kim = world.ask(lambda unit: unit.members.find(HOUSE, ["kim"]))["kim"]
    world.ask(lambda unit: unit.teams.join(kassan.id, [kim.id, kim.id]))
    assert len(world.ask(lambda unit: unit.teams.people(HOUSE, kassan.id))) == 1
