"""A filter means the awards that it says, and no other workspace's."""

from typing import Any

import pytest
from sqlalchemy import insert, select

from bot.heard import ActionName
from bot.memory import ExportFilter
from bot.messages import CactusHeld
from bot.model import Source, State
from storage.tables import AWARD, MEMBER, TEAM, TEAM_MEMBER
from tests.worlds import FRIDAY, HOUSE, World


def found(world: World, **limits: Any) -> list[str]:
    with world.store.export(ExportFilter(HOUSE, **limits)) as rows:
        return [row.reason for row in rows]


def member(world: World, account: str) -> int:
    return world.ask(lambda unit: unit.members.find(HOUSE, [account]))[account].id


def make_team(world: World, name: str, *accounts: str) -> int:
    with world.database.begin() as connection:
        new = insert(TEAM).values(workspace_id=HOUSE, name=name, lead_id=None)
        (team,) = connection.execute(new.returning(TEAM.c.id)).one()
        ids = connection.execute(select(MEMBER.c.id).where(MEMBER.c.account.in_(accounts)))
        for (one,) in ids.all():
            connection.execute(insert(TEAM_MEMBER).values(team_id=team, member_id=one))
    return int(team)


@pytest.fixture
def history(world: World) -> World:
    world.say("ana", "/glitter @bo calm at the ÖPPET house #care")
    world.say("bo", "/glitter @kim customer: so friendly, 100% #carefree")
    held = world.say("kim", "/cactus @ana the returns desk was empty")
    assert isinstance(held, CactusHeld)
    world.press("kim", ActionName.SEND_NOW, held.award_id)
    return world


def test_each_field_leaves_the_others_out(history: World) -> None:
    calm, friendly, empty = found(history)
    assert found(history, person=member(history, "bo")) == [calm, friendly]
    assert found(history, person=member(history, "ana")) == [calm, empty]
    assert found(history, value="care") == found(history, value="#Care") == [calm]
    assert found(history, value="car") == []
    assert found(history, source=Source.CUSTOMER) == [friendly]
    assert found(history, state=State.OPEN) == [empty]
    assert found(history, state=State.DONE) == []
    assert found(history, source=Source.COLLEAGUE, person=member(history, "kim")) == [empty]


@pytest.mark.parametrize("typed", ["öppet", "ÖPPET", "Öppet", "Calm AT"])
def test_words_are_found_in_capitals_or_not(history: World, typed: str) -> None:
    assert found(history, text=typed) == ["calm at the ÖPPET house"]


def test_signs_in_a_searched_text_are_meant_as_they_stand(history: World) -> None:
    assert found(history, text="100%") == ["so friendly, 100%"]
    assert found(history, text="1%0") == found(history, text="c_lm") == []


def test_a_team_is_its_people_and_itself(history: World) -> None:
    calm, friendly, _ = found(history)
    tills = make_team(history, "The tills", "bo", "kim")
    assert found(history, team=tills) == [calm, friendly]
    assert found(history, team=tills + 1) == []
    with history.database.begin() as connection:
        row = dict(connection.execute(select(AWARD)).first()._mapping)  # type: ignore[union-attr]
        row.update(id=99, receiver_id=None, team_id=tills, reason="to all of you")
        connection.execute(insert(AWARD).values(row))
    assert found(history, team=tills) == [calm, friendly, "to all of you"]


def test_a_namesake_elsewhere_is_not_meant(history: World) -> None:
    history.open("stage:other")
    (elsewhere,) = history.join("bo", at="stage:other")
    assert found(history, person=elsewhere.id) == []
    assert found(history, ends_at=FRIDAY) == []
