"""A colleague known by name gets an account: the two are joined, once, by those who may."""

import pytest

from bot.desk import _note
from bot.heard import ActionName, PeopleSeen
from bot.messages import GlitterRecorded, Message, MyGlitter, Notice, Person, WeeklyHighlights
from bot.model import Duty, Profile, Settings, Standing, Team
from storage import tables
from tests.drivers.stage import Stage
from tests.test_showing import team
from tests.worlds import HOUSE, World

UNO = Profile("uno", "Uno Berg", standing=Standing.ACTIVE)
LINK = '/glitter link "Uno Berg" (kassan) @uno'


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


@pytest.fixture
def kassan(world: World) -> Team:
    """Kim leads it, and Uno works there; Ana has praised Uno by name."""
    made = team(world, "Kassan", "kim")
    answer = world.say("ana", '/glitter "Uno Berg" (kassan) stayed late')
    assert isinstance(answer, GlitterRecorded)
    return made


def seen(world: World, *profiles: Profile) -> None:
    world.ask(lambda unit: _note(unit, seen=PeopleSeen(HOUSE, profiles), defaults=Settings()))


def code(answer: Message) -> str:
    assert isinstance(answer, Notice), answer
    return answer.code


def mine(world: World, who: str = "uno") -> int:
    answer = world.say(who, "/glitter me")
    assert isinstance(answer, MyGlitter)
    return answer.received_ever


def test_the_lead_is_asked_once_about_somebody_of_the_same_name(
    world: World, stage: Stage, kassan: Team
) -> None:
    stage.settle()
    seen(world, UNO, Profile("eva", "Eva Ek", standing=Standing.ACTIVE))
    seen(world, UNO)
    stage.settle()
    asked = [one for one in stage.messages("kim") if isinstance(one, Notice)]
    assert [one.code for one in asked] == ["namesake"]
    assert (asked[0].people, asked[0].detail) == ((Person("Uno Berg", "uno"),), "Kassan")
    pressed = world.press("kim", ActionName.LINK, asked[0].buttons[0].subject)
    assert code(pressed) == "linked"
    assert mine(world) == 1
    stage.settle()
    assert "linked-yours" in stage.notices("uno")


def test_a_newer_namesake_is_asked_about_too(world: World, stage: Stage, kassan: Team) -> None:
    seen(world, UNO)
    seen(world, Profile("uno2", "UNO BERG", standing=Standing.ACTIVE))
    seen(world, UNO)
    stage.settle()
    assert stage.notices("kim") == ["namesake", "namesake"]


def test_where_nobody_leads_hr_is_asked(world: World, stage: Stage) -> None:
    team(world, "Kassan")
    world.say("ana", '/glitter "Uno Berg" (kassan) stayed late')
    (hanna,) = world.join("hanna")
    world.ask(lambda unit: unit.members.give_duty(hanna.id, Duty.HR))
    seen(world, UNO)
    stage.settle()
    assert stage.notices("hanna") == ["namesake"]


def test_a_roster_that_brings_a_namesake_asks_too(
    world: World, stage: Stage, kassan: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def roster(*_: object) -> list[Profile]:
        return [UNO]

    monkeypatch.setattr(stage, "roster", roster)
    stage.settle()
    assert stage.notices("kim") == ["namesake"]


@pytest.mark.parametrize("who", ["kim", "hanna", "boss"])
def test_lead_hr_and_admin_may_join_the_two(world: World, kassan: Team, who: str) -> None:
    hanna, boss = world.join("hanna", "boss")
    world.ask(lambda unit: unit.members.give_duty(hanna.id, Duty.HR))
    world.ask(lambda unit: unit.members.give_duty(boss.id, Duty.ADMIN))
    seen(world, UNO)
    assert code(world.say(who, LINK)) == "linked"
    assert mine(world) == 1
    (audit,) = [row for row in world.rows(tables.AUDIT) if row.action == "people linked"]
    assert audit.actor.startswith("member ")
    assert audit.details["awards"] == 1


def test_others_may_not_and_nobody_takes_it_for_themselves(world: World, kassan: Team) -> None:
    seen(world, UNO)
    assert code(world.say("ana", LINK)) == "refused-link-others"
    assert code(world.say("uno", LINK)) == "refused-link-others"
    own = '/glitter link "Uno Berg" (kassan) @kim'
    assert code(world.say("kim", own)) == "refused-oneself"
    assert mine(world) == 0


@pytest.mark.parametrize(
    "words",
    ['"Uno Berg" (kassan)', "@uno", '"Nobody" @uno', '"Uno Berg" (kassan) @uno @ana', ""],
)
def test_a_wrong_call_is_shown_how(world: World, kassan: Team, words: str) -> None:
    seen(world, UNO)
    assert code(world.say("kim", f"/glitter link {words} ")) in (
        "refused-link-how",
        "refused-nobody",
    )


@pytest.mark.parametrize("subject", ["", "1", "1-1", "x-y", "999-999", "1-99999999999999999999"])
def test_a_made_up_button_changes_nothing(world: World, kassan: Team, subject: str) -> None:
    assert code(world.press("kim", ActionName.LINK, subject)) == "refused-gone"


def test_joined_twice_is_joined_once_and_never_with_another(world: World, kassan: Team) -> None:
    seen(world, UNO)
    world.join("eva")
    assert [code(world.say("kim", LINK)) for _ in range(2)] == ["linked", "linked"]
    other = LINK.replace("@uno", "@eva")
    assert code(world.say("kim", other)) == "refused-linked-already"
    assert mine(world) == 1
    assert len([row for row in world.rows(tables.AUDIT) if row.action == "people linked"]) == 1


def test_the_old_name_leads_to_the_account_from_then_on(
    world: World, stage: Stage, kassan: Team
) -> None:
    seen(world, UNO)
    world.say("kim", LINK)
    told = world.say("ana", '/glitter @uno and "Uno Berg" (kassan) so calm')
    assert isinstance(told, GlitterRecorded)
    assert told.receivers == (Person("Uno Berg", "uno"),)
    assert told.shown_to == ()
    assert mine(world) == 2


def test_the_highlights_of_the_week_name_them_once(
    world: World, stage: Stage, kassan: Team
) -> None:
    seen(world, UNO)
    world.say("bo", "/glitter @uno carried it all")
    world.say("kim", LINK)
    stage.later(hours=3)
    (page,) = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)][:1]
    assert [one.person.name for one in page.entries] == ["Uno Berg"]
    assert len(page.entries[0].quotes) == 2


@pytest.mark.parametrize("who", ["kim", "hanna", "boss"])
def test_who_has_no_account_is_named_as_they_have_told_their_lead(
    world: World, stage: Stage, kassan: Team, who: str
) -> None:
    hanna, boss = world.join("hanna", "boss")
    world.ask(lambda unit: unit.members.give_duty(hanna.id, Duty.HR))
    world.ask(lambda unit: unit.members.give_duty(boss.id, Duty.ADMIN))
    answer = world.say(who, '/glitter name "Uno Berg" (kassan) out')
    assert (code(answer), getattr(answer, "detail", "")) == ("naming-out-other", "Uno Berg")
    stage.later(hours=3)
    (page,) = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]
    assert "Uno" not in str(page)
    world.say(who, '/glitter namn "Uno Berg" förnamn')
    stage.settle()
    pages = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]
    assert "'Uno'" in str(pages[-1])
    assert [one.action for one in world.rows(tables.AUDIT)][-2:] == ["naming", "naming"]


def test_nobody_else_chooses_for_them_nor_once_they_have_an_account(
    world: World, kassan: Team
) -> None:
    first = '/glitter name "Uno Berg" (kassan) first'
    assert code(world.say("ana", first)) == "refused-naming-others"
    assert code(world.say("kim", '/glitter name "Uno Berg" (kassan) sometimes')) == (
        "refused-naming-how"
    )
    world.join("uno", name="Uno Berg")
    world.say("kim", LINK)
    assert code(world.say("kim", first)) == "refused-naming-own"
