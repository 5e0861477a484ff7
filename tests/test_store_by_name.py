"""Colleagues without an account: one for each name in each team, until they have one."""

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot.model import ByName, Member, Standing, Team
from storage import tables
from tests.worlds import HOUSE, World, award


@pytest.fixture
def kassan(world: World) -> Team:
    return world.ask(lambda unit: unit.teams.add(HOUSE, "Kassan"))


def add(world: World, team: Team, name: str = "Uno Berg") -> ByName:
    return world.ask(lambda unit: unit.by_name.add(HOUSE, team.id, name))


def member(world: World, id: int) -> Member:
    return world.ask(lambda unit: unit.members.get(HOUSE, [id]))[id]


def received(world: World, id: int) -> int:
    return world.ask(lambda unit: unit.awards.tallies(id, world.clock.at)).received_ever


def test_a_name_seen_before_is_the_same_person_and_two_teams_have_two(
    world: World, kassan: Team
) -> None:
    lagret = world.ask(lambda unit: unit.teams.add(HOUSE, "Lagret"))
    uno, other = add(world, kassan), add(world, lagret)
    assert world.ask(lambda unit: unit.by_name.known(HOUSE, "uno berg")) == [uno, other]
    assert world.ask(lambda unit: unit.by_name.known("stage:other", "uno berg")) == []
    known = member(world, uno.member_id)
    assert (known.account, known.name, known.standing) == (None, "Uno Berg", Standing.ACTIVE)
    people = world.ask(lambda unit: unit.teams.people(HOUSE, kassan.id))
    assert [one.name for one in people] == ["Uno Berg"]
    with pytest.raises(IntegrityError):
        add(world, kassan, "UNO  Bérg")


def test_whoever_received_nothing_can_be_forgotten(world: World, kassan: Team) -> None:
    uno = add(world, kassan)
    world.ask(lambda unit: unit.by_name.drop(uno.member_id))
    assert world.ask(lambda unit: unit.by_name.all(HOUSE)) == []
    assert world.ask(lambda unit: unit.members.get(HOUSE, [uno.member_id])) == {}


def test_the_history_follows_to_the_account_and_counts_once(world: World, kassan: Team) -> None:
    uno = add(world, kassan)
    ana, kim = world.join("ana", "kim")
    bare = member(world, uno.member_id)
    gifts = [award(ana, bare, "1"), award(ana, bare, "2"), award(ana, kim, "2")]
    own = award(kim, bare, "3")
    for new in (*gifts, own):
        world.ask(lambda unit, new=new: unit.awards.add([new]))
    assert (received(world, uno.member_id), received(world, kim.id)) == (3, 1)
    assert world.ask(lambda unit: unit.by_name.join(uno, kim.id)) == 3
    assert (received(world, uno.member_id), received(world, kim.id)) == (0, 2)
    rows = world.exported()
    assert {row.receiver_account for row in rows} == {"kim"}
    assert [bool(row.retracted_at) for row in rows] == [False, True, False, True]
    people = world.ask(lambda unit: unit.teams.people(HOUSE, kassan.id))
    assert [one.account for one in people] == ["kim"]
    assert world.ask(lambda unit: unit.by_name.all(HOUSE)) == []
    (known,) = world.ask(lambda unit: unit.by_name.known(HOUSE, "uno berg"))
    assert known.receiver_id == kim.id


def test_what_came_through_the_team_follows_too(world: World, kassan: Team) -> None:
    uno = add(world, kassan)
    ana, kim = world.join("ana", "kim")
    row = {"reason": "calm", "tags": [], "source": "colleague", "place": "channel:general"}
    row |= {"place_name": "", "workspace_id": HOUSE, "kind": "glitter", "team_id": kassan.id}
    with world.database.begin() as connection:
        for number, giver in ((1, ana), (2, kim), (3, ana)):
            given = {"giver_id": giver.id, "source_ref": str(number), "given_at": world.clock.at}
            connection.execute(insert(tables.AWARD), {**row, **given, "id": number})
        for id in (1, 2, 3):
            shared = {"award_id": id, "member_id": uno.member_id}
            connection.execute(insert(tables.AWARD_MEMBER), shared)
        both = {"award_id": 3, "member_id": kim.id}
        connection.execute(insert(tables.AWARD_MEMBER), both)
    world.ask(lambda unit: unit.by_name.join(uno, kim.id))
    shared = [(one.award_id, one.member_id) for one in world.rows(tables.AWARD_MEMBER)]
    assert shared == [(1, kim.id), (3, kim.id)]


def test_it_is_kept_about_whom_was_asked(world: World, kassan: Team) -> None:
    uno = add(world, kassan)
    (kim,) = world.join("kim")
    assert uno.asked_id == 0
    world.ask(lambda unit: unit.by_name.ask(uno, kim.id))
    (known,) = world.ask(lambda unit: unit.by_name.all(HOUSE))
    assert known.asked_id == kim.id
