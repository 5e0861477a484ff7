"""Glitter for colleagues without an account: recorded, named, and shown to them by their lead."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import (
    AwardPosted,
    GlitterRecorded,
    GlitterToShow,
    Message,
    Notice,
    Person,
    SameAgain,
    WeeklyHighlights,
)
from bot.model import Place, Source, Standing, Team, Verb
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import HOUSE, World

LATE = "stayed late for the balsamico customer"
UNO = Person("Uno Berg")


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


@pytest.fixture
def kassan(world: World) -> Team:
    """Kim leads it."""
    return team(world, "Kassan", "kim")


def team(world: World, name: str, lead: str | None = None, *people: str) -> Team:
    def make(unit: Unit) -> Team:
        members = unit.members.find(HOUSE, [lead or "", *people])
        made = unit.teams.add(HOUSE, name)
        made = replace(made, lead_id=members[lead].id if lead else None)
        unit.teams.save(made)
        unit.teams.join(made.id, [one.id for one in members.values()])
        return made

    return world.ask(make)


def recorded(answer: Message) -> GlitterRecorded:
    assert isinstance(answer, GlitterRecorded), answer
    return answer


def to_show(stage: Stage, lead: str = "kim") -> list[GlitterToShow]:
    return [one for one in stage.messages(lead) if isinstance(one, GlitterToShow)]


def names(world: World) -> list[str]:
    return [one.name for one in world.ask(lambda unit: unit.by_name.all(HOUSE))]


def test_it_is_posted_by_name_and_the_lead_gets_it_to_show(
    world: World, stage: Stage, kassan: Team
) -> None:
    told = recorded(world.say("ana", f'/glitter "Uno Berg" (kassan) {LATE} #service'))
    assert (told.receivers, told.shown_to, told.untold) == ((UNO,), (UNO,), ())
    stage.settle()
    (post,) = [one for one in stage.messages("general") if isinstance(one, AwardPosted)]
    assert (post.receivers, post.reason) == ((UNO,), LATE)
    (card,) = to_show(stage)
    assert (card.receiver, card.team, card.reason) == (UNO, "Kassan", LATE)
    assert (card.giver, card.on) == (Person("Ana Ana", "ana"), date(2026, 11, 27))
    assert card.tags == ("service",)
    (row,) = world.exported()
    assert (row.receiver_account, row.receiver_name) == ("", "Uno Berg")


def test_a_name_seen_before_is_the_same_person_however_it_is_spelled(
    world: World, stage: Stage, kassan: Team
) -> None:
    spelled = ('"Uno Berg" (kassan)', "”uno bérg” (KASSAN)", "«UNO  BERG»", '"Uno Berg"')
    for number, typed in enumerate(spelled):
        recorded(world.say("ana", f"/glitter {typed} carried crate {number}"))
    assert names(world) == ["Uno Berg"]
    assert len({row.receiver_name for row in world.exported()}) == 1


def test_in_two_teams_they_are_two_and_which_one_is_asked(
    world: World, stage: Stage, kassan: Team
) -> None:
    lagret = team(world, "Lagret", "bo")
    recorded(world.say("ana", f'/glitter "Uno Berg" (kassan) {LATE}'))
    recorded(world.say("ana", '/glitter "Uno Berg" (lagret) carried it all'))
    asked = world.say("ana", '/glitter "Uno Berg" so calm all day')
    assert isinstance(asked, Notice)
    assert (asked.code, asked.detail) == ("which-colleague", "Uno Berg")
    assert [button.label for button in asked.buttons] == ["Kassan", "Lagret"]
    assert len(world.exported()) == 2
    for _ in range(2):
        recorded(world.press("ana", ActionName.CHOOSE_TEAM, asked.buttons[1].subject))
    stage.settle()
    assert [one.reason for one in to_show(stage, "bo")] == ["carried it all", "so calm all day"]
    assert len(names(world)) == 2
    assert lagret.id


def test_it_goes_with_others_in_one_gift(world: World, stage: Stage, kassan: Team) -> None:
    told = recorded(world.say("ana", f'/glitter @bo and "Uno Berg" (kassan) {LATE}'))
    assert [one.name for one in told.receivers] == ["Bo Bo", "Uno Berg"]
    assert told.goes_straight
    stage.settle()
    assert len(to_show(stage)) == 1
    assert len(stage.posts()) == 1
    assert len(world.exported()) == 2


def test_where_nobody_leads_the_team_the_giver_hears_so(world: World, stage: Stage) -> None:
    team(world, "Kassan")
    told = recorded(world.say("ana", f'/glitter "Uno Berg" (kassan) {LATE}', Place.direct("ana")))
    assert (told.shown_to, told.untold, told.posted_in) == ((), (UNO,), None)
    assert not told.goes_straight
    stage.settle()
    assert stage.tried == []


def test_a_lead_who_has_left_shows_nothing(world: World, stage: Stage, kassan: Team) -> None:
    world.join("kim", standing=Standing.DEACTIVATED)
    told = recorded(world.say("ana", f'/glitter "Uno Berg" (kassan) {LATE}'))
    assert told.untold == (UNO,)


def test_taken_back_the_card_of_the_lead_goes_too(world: World, stage: Stage, kassan: Team) -> None:
    told = recorded(world.say("ana", f'/glitter "Uno Berg" (kassan) {LATE}'))
    stage.settle()
    world.press("ana", ActionName.UNDO, told.award_id)
    stage.settle()
    assert stage.verbs("kim") == [Verb.POST, Verb.DELETE]
    assert stage.verbs("general") == [Verb.POST, Verb.DELETE]


def test_the_same_action_heard_again_is_answered_the_same(
    world: World, stage: Stage, kassan: Team
) -> None:
    said = world.said("ana", f'/glitter "Uno Berg" (kassan) {LATE}')
    first, second = world.hear(said).message, world.hear(said).message
    assert first == second
    assert len(world.exported()) == 1


def test_a_refusal_remembers_nobody(world: World, stage: Stage, kassan: Team) -> None:
    before = len(world.rows(tables.MEMBER))
    for words in ('"Uno Berg" (kassan)', '@ana "Uno Berg" (kassan) so calm'):
        assert isinstance(world.say("ana", f"/glitter {words}"), Notice)
    recorded(world.say("ana", "/glitter @bo so calm"))
    again = world.say("ana", '/glitter @bo and "Uno Berg" (kassan) so calm')
    assert isinstance(again, SameAgain)
    assert len(world.rows(tables.MEMBER)) == before
    recorded(world.press("ana", ActionName.GIVE_AGAIN, again.draft_id))
    assert names(world) == ["Uno Berg"]


def test_somebody_with_an_account_is_chosen_from_the_list(world: World, kassan: Team) -> None:
    told = world.say("ana", '/glitter "Kim Kim" (kassan) so calm')
    assert told == Notice(
        "refused-has-account",
        (Person("Kim Kim", "kim"),),
        draft='"Kim Kim" (kassan) so calm',
    )
    own = world.say("kim", '/glitter "Kim Kim" (kassan) so calm')
    assert isinstance(own, Notice)
    assert own.code == "refused-oneself"
    assert world.exported() == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ('"Nobody Known" so calm', "refused-by-name"),
        ('"Uno Berg" (the roof) so calm', "refused-no-team"),
    ],
)
def test_an_unknown_name_or_team_is_asked_for_with_the_words_kept(
    file_world: World, words: str, code: str
) -> None:
    told = file_world.say("ana", f"/glitter {words}")
    assert isinstance(told, Notice)
    assert (told.code, told.draft) == (code, words)


def test_a_customers_words_are_shown_as_such(world: World, stage: Stage, kassan: Team) -> None:
    recorded(world.say("ana", '/glitter "Uno Berg" (kassan) customer: so friendly'))
    stage.settle()
    assert to_show(stage)[0].source is Source.CUSTOMER


def test_the_highlights_name_them_like_everybody(world: World, stage: Stage, kassan: Team) -> None:
    recorded(world.say("ana", f'/glitter "Uno Berg" (kassan) {LATE}'))
    stage.later(hours=3)
    pages = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]
    assert pages
    assert "Uno Berg" in str(pages[0])


def test_two_who_name_a_newcomer_at_once_mean_one_person(world: World, kassan: Team) -> None:
    with ThreadPoolExecutor(4) as pool:
        givers = ("ana", "bo", "boss", "kim")
        words = '/glitter "Uno Berg" (kassan) so calm'
        answers = list(pool.map(lambda who: world.say(who, words), givers))
    assert {type(one) for one in answers} == {GlitterRecorded}
    assert names(world) == ["Uno Berg"]
    assert len(world.exported()) == 4
