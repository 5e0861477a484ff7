"""Glitter to a team: one award, posted under its name, and seen by everybody in it."""

from dataclasses import replace

import pytest

from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import (
    AwardPosted,
    Form,
    GlitterReceived,
    GlitterRecorded,
    Home,
    MyGlitter,
    Notice,
    Person,
    Quote,
    SameAgain,
    TeamNamed,
    WeeklyHighlights,
)
from bot.model import Place, Standing, Team
from bot.outcomes import Blocked
from bot.settings import change_settings
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import GENERAL, HOUSE, World

GONE = "the queue was gone in five minutes"
KIM, BO = Person("Kim Kim", "kim"), Person("Bo Bo", "bo")
KASSAN = Person("Kassan")
DIRECT = Place.direct("ana")


def make(world: World, name: str, *people: str, **known: object) -> Team:
    """A team with these people; the first one leads it."""

    def made(unit: Unit) -> Team:
        found = unit.members.find(HOUSE, people)
        lead = found[people[0]].id if people else None
        team = replace(unit.teams.add(HOUSE, name), lead_id=lead, **known)  # type: ignore[arg-type]
        unit.teams.save(team)
        unit.teams.join(team.id, [one.id for one in found.values()])
        return team

    return world.ask(made)


@pytest.fixture
def kassan(world: World) -> Team:
    return make(world, "Kassan", "kim", "bo", aliases=("tills",))


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def mine(world: World, who: str) -> MyGlitter:
    told = world.say(who, "/glitter me")
    assert isinstance(told, MyGlitter)
    return told


def code(answer: object) -> str:
    assert isinstance(answer, Notice), answer
    return answer.code


def test_it_is_one_award_to_the_team_and_its_people_are_mentioned(
    world: World, stage: Stage, kassan: Team
) -> None:
    answer = world.say("ana", f"/glitter kassan {GONE} #pace")
    assert isinstance(answer, GlitterRecorded)
    assert (answer.receivers, answer.reason, answer.tags) == ((KASSAN,), GONE, ("pace",))
    (row,) = world.exported()
    assert (row.receiver_account, row.receiver_name, row.reason) == ("", "Kassan", GONE)
    stage.settle()
    (post,) = stage.messages("general")
    assert isinstance(post, AwardPosted)
    assert post.receivers == (KASSAN,)
    assert post.teams == (TeamNamed("Kassan", (BO, KIM), 2),)


def test_everybody_in_the_team_sees_it_as_received_by_their_team(
    world: World, kassan: Team
) -> None:
    world.say("ana", f"/glitter tills {GONE}")
    for who in ("kim", "bo"):
        told = mine(world, who)
        assert (told.received_this_week, told.received_ever) == (1, 1)
        assert told.latest == (Quote(Person("Ana Ana", "ana"), GONE, team="Kassan"),)
    assert mine(world, "boss").received_ever == 0
    assert mine(world, "ana").given_ever == 1


def test_it_stays_with_those_who_were_there(world: World, kassan: Team) -> None:
    world.say("ana", f"/glitter kassan {GONE}")
    (bo,) = world.join("bo")
    (boss,) = world.join("boss")

    def change(unit: Unit) -> None:
        unit.teams.leave(kassan.id, [bo.id])
        unit.teams.join(kassan.id, [boss.id])
        unit.teams.remove(kassan.id)

    world.ask(change)
    assert mine(world, "bo").latest[0].team == "Kassan"
    assert mine(world, "boss").received_ever == 0
    assert world.exported()[0].receiver_name == "Kassan"


def test_people_and_teams_receive_one_award_each_in_one_post(
    world: World, stage: Stage, kassan: Team
) -> None:
    make(world, "Lagret", "boss")
    answer = world.say("ana", f"/glitter @kim, kassan and lagret {GONE}")
    assert isinstance(answer, GlitterRecorded)
    assert answer.receivers == (KIM, KASSAN, Person("Lagret"))
    assert [row.receiver_name for row in world.exported()] == ["Kim Kim", "Kassan", "Lagret"]
    stage.settle()
    assert stage.posts() == [GONE]
    assert mine(world, "kim").received_ever == 2


def test_one_of_them_may_praise_the_team_and_is_left_out(world: World, kassan: Team) -> None:
    answer = world.say("kim", f"/glitter kassan {GONE}")
    assert isinstance(answer, GlitterRecorded)
    assert (mine(world, "kim").received_ever, mine(world, "bo").received_ever) == (0, 1)


def test_a_team_that_nobody_else_is_in_cannot_receive(world: World) -> None:
    make(world, "Alone", "ana")
    make(world, "Empty")
    world.join("gone", standing=Standing.DEACTIVATED)
    make(world, "Left", "gone")
    for name in ("alone", "empty", "left"):
        answer = world.say("ana", f"/glitter {name} {GONE}")
        assert isinstance(answer, Notice)
        assert (answer.code, answer.detail) == ("refused-team-empty", name.title())
        assert answer.draft == f"{name} {GONE}"
    assert world.exported() == []


def test_of_a_large_team_nobody_is_named(world: World, stage: Stage) -> None:
    many = [f"p{number}" for number in range(11)]
    world.join(*many)
    make(world, "Kassan", *many)
    world.say("ana", f"/glitter kassan {GONE}")
    stage.settle()
    (post,) = stage.messages("general")
    assert isinstance(post, AwardPosted)
    assert post.teams == (TeamNamed("Kassan", (), 11),)
    assert mine(world, "p10").received_ever == 1


def test_typed_in_private_it_reaches_each_of_them_once(
    world: World, stage: Stage, kassan: Team
) -> None:
    world.say("ana", f"/glitter @kim and kassan {GONE}", place=DIRECT)
    stage.settle()
    for who, team in (("kim", ""), ("bo", "Kassan")):
        (told,) = stage.messages(who)
        assert isinstance(told, GlitterReceived)
        assert told.team == team


def test_where_the_bot_may_not_post_each_of_them_is_told(
    world: World, stage: Stage, kassan: Team
) -> None:
    stage.foretell("general", Blocked("closed"))
    world.say("ana", f"/glitter kassan {GONE}")
    stage.settle()
    assert [type(one) for who in ("kim", "bo") for one in stage.messages(who)] == [
        GlitterReceived
    ] * 2
    (notice,) = stage.messages("ana")
    assert isinstance(notice, Notice)
    assert (notice.code, notice.people) == ("moved-to-direct", (KASSAN,))


def test_it_is_taken_back_as_one(world: World, stage: Stage, kassan: Team) -> None:
    answer = world.say("ana", f"/glitter @boss and kassan {GONE}")
    assert isinstance(answer, GlitterRecorded)
    stage.settle()
    undone = world.press("ana", ActionName.UNDO, answer.award_id)
    assert isinstance(undone, Notice)
    assert (undone.code, undone.people) == ("undone", (Person("Boss Boss", "boss"), KASSAN))
    assert all(row.retracted_at for row in world.exported())
    assert mine(world, "kim").received_ever == 0


def test_the_same_action_again_is_the_same_award(world: World, kassan: Team) -> None:
    first = world.say("ana", f"/glitter kassan {GONE}", source_ref="once")
    again = world.say("ana", f"/glitter kassan {GONE}", source_ref="once")
    assert first == again
    assert len(world.exported()) == 1


def test_the_same_words_to_the_same_team_are_asked_about(world: World, kassan: Team) -> None:
    world.say("ana", f"/glitter kassan {GONE}")
    asked = world.say("ana", f"/glitter tills {GONE}")
    assert isinstance(asked, SameAgain)
    assert asked.receivers == (KASSAN,)
    world.press("ana", ActionName.GIVE_AGAIN, asked.draft_id)
    world.press("ana", ActionName.GIVE_AGAIN, asked.draft_id)
    assert len(world.exported()) == 2


def test_a_team_counts_once_for_the_day(world: World, kassan: Team) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, {"daily_glitter_limit": 2}, "test"))
    world.say("ana", f"/glitter kassan and @boss {GONE}")
    assert code(world.say("ana", "/glitter kassan once more")) == "refused-daily-glitter"


def test_two_teams_of_one_name_are_asked_about_and_nothing_is_lost(world: World) -> None:
    north = make(world, "Kassan Nord", "kim", aliases=("tills",))
    south = make(world, "Kassan Syd", "bo", aliases=("tills",))
    asked = world.say("ana", f"/glitter tills and @boss {GONE}")
    assert isinstance(asked, Notice)
    assert (asked.code, asked.detail) == ("which-team", "tills")
    assert [button.label for button in asked.buttons] == ["Kassan Nord", "Kassan Syd"]
    assert world.exported() == []
    pick = asked.buttons[1]
    for _ in range(2):
        given = world.press("ana", pick.name, pick.subject)
        assert isinstance(given, GlitterRecorded)
        assert given.receivers == (Person("Boss Boss", "boss"), Person(south.name))
    assert [row.receiver_name for row in world.exported()] == ["Boss Boss", south.name]
    assert code(world.press("kim", pick.name, pick.subject)) == "refused-gone"
    assert code(world.press("ana", pick.name, f"{pick.subject}.x")) == "refused-gone"
    assert code(world.press("ana", pick.name, f"99:{north.id}")) == "refused-gone"


def test_the_choice_is_remembered_when_the_same_words_are_asked_about(world: World) -> None:
    make(world, "Kassan Nord", "kim", aliases=("tills",))
    make(world, "Kassan Syd", "bo", aliases=("tills",))
    for ref in ("first", "second"):
        asked = world.say("ana", f"/glitter tills {GONE}", source_ref=ref)
        assert isinstance(asked, Notice)
        answer = world.press("ana", asked.buttons[0].name, asked.buttons[0].subject)
    assert isinstance(answer, SameAgain)
    assert isinstance(world.press("ana", ActionName.GIVE_AGAIN, answer.draft_id), GlitterRecorded)
    assert [row.receiver_name for row in world.exported()] == ["Kassan Nord"] * 2


def test_the_week_tells_it_under_the_name_of_the_team(
    world: World, stage: Stage, kassan: Team
) -> None:
    world.say("ana", f"/glitter kassan {GONE}")
    world.ask(lambda unit: unit.teams.remove(kassan.id))
    stage.later(hours=3)
    pages = [one for one in stage.messages(GENERAL.id) if isinstance(one, WeeklyHighlights)]
    assert [entry.person.name for page in pages for entry in page.entries] == ["Kassan"]


def test_a_team_of_another_workspace_is_nobody_here(world: World) -> None:
    world.open("stage:other")
    world.ask(lambda unit: unit.teams.add("stage:other", "Kassan"))
    assert code(world.say("ana", f"/glitter kassan {GONE}")) == "refused-nobody"
    assert len(world.rows(tables.TEAM)) == 1


def test_the_home_page_tells_what_one_s_team_got_and_what_one_gave_it(
    world: World, kassan: Team
) -> None:
    world.say("ana", "/glitter kassan the queue was gone in five minutes")
    got, gave = world.say("kim", "/glitter home"), world.say("ana", "/glitter home")
    assert isinstance(got, Home)
    assert isinstance(gave, Home)
    assert [(quote.person.name, quote.team) for quote in got.received] == [("Ana Ana", "Kassan")]
    assert [quote.person for quote in gave.given] == [Person("Kassan")]
    assert gave.week == (Person("Kassan"),)


def test_a_team_can_be_chosen_in_the_form(world: World, kassan: Team) -> None:
    form = world.say("ana", "/glitter ")
    assert isinstance(form, Form)
    filled = {"receivers": "", "to-team": str(kassan.id), "reason": "the queue was gone"}
    told = world.press("ana", ActionName.SUBMIT, form.subject, form=form.name, fields=filled)
    assert isinstance(told, GlitterRecorded)
    assert told.receivers == (Person("Kassan"),)
    (award,) = world.rows(tables.AWARD)
    assert (award.team_id, award.receiver_id) == (kassan.id, None)
