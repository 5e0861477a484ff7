"""A cactus to a team: one case that its lead has, or whoever of the team takes it first."""

from datetime import timedelta

import pytest

from bot.heard import ActionName, FormName
from bot.memory import Unit
from bot.messages import (
    MOST_OPTIONS,
    Button,
    CactusHeld,
    CaseCard,
    CaseList,
    CaseNews,
    FieldKind,
    Form,
    GentleCheck,
    Notice,
    Person,
    TeamNamed,
)
from bot.model import Duty, Place, Standing, State, Team, Verb
from bot.settings import change_settings
from storage import tables
from tests.drivers.stage import Stage
from tests.test_team_glitter import make
from tests.worlds import HOUSE, World

EMPTY = "the self-checkout has no one to ask at noon"
KASSAN = Person("Kassan")
NOW = {
    "cactus_hold_minutes": 0,
    "cactus_working_hours": False,
    "daily_cactus_limit": 0,
}


@pytest.fixture
def stage(world: World) -> Stage:
    world.join("hanna")
    world.ask(lambda unit: change_settings(unit, HOUSE, NOW, "test"))
    give_duty(world, "hanna", Duty.HR)
    return Stage(world)


@pytest.fixture
def lead(world: World) -> Team:
    """Kim leads Bo; cacti go to Kim alone."""
    return make(world, "Kassan", "kim", "bo", aliases=("tills",))


@pytest.fixture
def everybody(world: World) -> Team:
    """Kim leads Bo; cacti go to both."""
    return make(world, "Kassan", "kim", "bo", cacti_to_all=True)


def give_duty(world: World, who: str, duty: Duty) -> None:
    def give(unit: Unit) -> None:
        unit.members.give_duty(unit.members.find(HOUSE, [who])[who].id, duty)

    world.ask(give)


def write(world: World, text: str = f"kassan {EMPTY}", who: str = "ana", **more: str) -> int:
    answer = world.say(who, f"/cactus {text}", **more)
    assert isinstance(answer, CactusHeld), answer
    return answer.award_id


def code(answer: object) -> str:
    assert isinstance(answer, Notice), answer
    return answer.code


def received(stage: Stage, who: str) -> list[CaseCard]:
    """Cards that were posted, not edited."""
    posted = [one.message for one in stage.tried if one.place.id == who and one.verb is Verb.POST]
    return [one for one in posted if isinstance(one, CaseCard)]


def newest(stage: Stage, who: str) -> CaseCard:
    cards = [one for one in stage.messages(who) if isinstance(one, CaseCard)]
    return cards[-1]


def test_the_lead_alone_gets_it_and_the_giver_is_told_before(
    world: World, stage: Stage, lead: Team
) -> None:
    answer = world.say("ana", f"/cactus tills: {EMPTY} wish: one of us between eleven and one")
    assert isinstance(answer, CactusHeld)
    assert answer.text.receiver == KASSAN
    assert (answer.text.situation, answer.text.wish) == (EMPTY, "one of us between eleven and one")
    assert answer.team == TeamNamed("Kassan", (Person("Kim Kim", "kim"),), 1)
    stage.settle()
    (card,) = received(stage, "kim")
    assert (card.news, card.owner) == ("case-received-team", Person("Kim Kim", "kim"))
    assert received(stage, "bo") == []
    assert stage.messages("general") == []
    assert world.exported()[0].receiver_name == "Kassan"
    assert code(world.say("bo", f"/cactus show {answer.award_id}")) == "refused-gone"


def test_everybody_reads_it_and_the_first_who_acts_has_it(
    world: World, stage: Stage, everybody: Team
) -> None:
    number = write(world)
    stage.settle()
    for who in ("kim", "bo"):
        (card,) = received(stage, who)
        assert (card.news, card.owner) == ("case-received-all", KASSAN)
        assert ActionName.THANK in {button.name for button in card.buttons}
        listed = world.say(who, "/cactus open")
        assert isinstance(listed, CaseList)
        assert [(one.award_id, one.mine) for one in listed.entries] == [(number, True)]
    taken = world.press("bo", ActionName.THANK, number)
    assert isinstance(taken, CaseCard)
    assert (taken.state, taken.owner.account) == (State.ACKNOWLEDGED, "bo")
    late = world.press("kim", ActionName.THANK, number)
    assert isinstance(late, Notice)
    assert (late.code, late.people) == ("refused-taken", (Person("Bo Bo", "bo"),))
    stage.settle()
    assert newest(stage, "kim").owner.account == "bo"
    assert newest(stage, "kim").buttons == ()
    (news,) = (one for one in stage.messages("ana") if isinstance(one, CaseNews))
    assert (news.news, news.person.account) == ("news-thank", "bo")


def test_the_others_still_read_it_but_not_the_talk(
    world: World, stage: Stage, everybody: Team
) -> None:
    number = write(world)
    stage.settle()
    form = world.press("bo", ActionName.REPLY, number)
    assert isinstance(form, Form)
    submit(world, "bo", FormName.REPLY, number, note="who was on the plan?")
    shown = world.say("kim", f"/cactus show {number}")
    assert isinstance(shown, CaseCard)
    assert (shown.text.situation, shown.lines, shown.buttons) == (EMPTY, (), ())
    listed = world.say("kim", "/cactus open")
    assert isinstance(listed, CaseList)
    assert listed.entries == ()


def submit(world: World, who: str, form: FormName, subject: object, /, **fields: str) -> object:
    return world.press(who, ActionName.SUBMIT, subject, form=form, fields=fields)


def test_what_the_giver_says_before_it_is_taken_reaches_all_of_them(
    world: World, stage: Stage, everybody: Team
) -> None:
    number = write(world)
    stage.settle()
    submit(world, "ana", FormName.REPLY, number, note="it was Tuesday")
    world.press("ana", ActionName.WITHDRAW, number)
    stage.settle()
    for who in ("kim", "bo"):
        told = [one.news for one in stage.messages(who) if isinstance(one, CaseNews)]
        assert told == ["news-reply", "news-withdraw"]


def test_a_lead_may_write_to_the_own_team_and_somebody_else_has_it(
    world: World, stage: Stage, lead: Team
) -> None:
    number = write(world, who="kim")
    stage.settle()
    assert world.case(number).owner_id == world.join("bo")[0].id
    assert received(stage, "bo")[0].news == "case-received-team"
    assert received(stage, "kim") == []


def test_a_team_with_nobody_to_take_it_is_refused_with_the_words(world: World) -> None:
    world.join("gone", standing=Standing.DEACTIVATED)
    make(world, "Alone", "ana")
    make(world, "Empty")
    make(world, "Left", "gone")
    for name in ("alone", "empty", "left"):
        answer = world.say("ana", f"/cactus {name} {EMPTY}")
        assert isinstance(answer, Notice)
        assert (answer.code, answer.detail) == ("refused-team-empty", name.title())
        assert EMPTY in answer.draft
    assert world.exported() == []


def test_without_a_lead_it_goes_to_all(world: World, stage: Stage) -> None:
    team = make(world, "Kassan", "kim", "bo")
    world.ask(lambda unit: unit.teams.leave(team.id, [world_id(unit, "kim")]))
    write(world)
    stage.settle()
    assert received(stage, "kim") == []
    assert len(received(stage, "bo")) == 1


def world_id(unit: Unit, who: str) -> int:
    return unit.members.find(HOUSE, [who])[who].id


def test_while_the_lead_is_away_the_stand_in_has_it(world: World, stage: Stage, lead: Team) -> None:
    today = world.clock.now().date()
    last = today + timedelta(days=30)
    world.say("kim", f"/cactus away {today}..{last} @boss")
    write(world)
    stage.settle()
    (card,) = received(stage, "boss")
    assert (card.news, card.text.receiver) == ("case-stand-in", KASSAN)


def test_one_cactus_a_week_from_one_giver_to_one_team(
    world: World, stage: Stage, lead: Team
) -> None:
    write(world)
    again = world.say("ana", "/cactus kassan the queue reached the door on Tuesday")
    assert isinstance(again, Notice)
    assert (again.code, again.people) == ("refused-pair-cactus", (KASSAN,))
    world.later(days=7)
    write(world, "kassan the queue reached the door on Tuesday")


def test_the_third_giver_in_a_day_is_read_by_hr_first(
    world: World, stage: Stage, everybody: Team
) -> None:
    world.join("m1", "m2", "m3")
    for who in ("m1", "m2", "m3"):
        number = write(world, f"kassan the queue reached the door, says {who}", who=who)
        stage.settle()
    assert [len(received(stage, who)) for who in ("kim", "bo", "hanna")] == [2, 2, 1]
    world.press("hanna", ActionName.RELEASE, number)
    stage.settle()
    assert [len(received(stage, who)) for who in ("kim", "bo")] == [3, 3]


def test_hard_words_are_shown_first_and_the_case_is_written_once(
    world: World, stage: Stage, lead: Team
) -> None:
    check = world.say("ana", "/cactus kassan you are never at the self-checkout at noon")
    assert isinstance(check, GentleCheck)
    assert check.text.receiver == KASSAN
    for _ in range(2):
        sent = world.press("ana", ActionName.SEND_ANYWAY, check.draft_id)
        assert isinstance(sent, CactusHeld)
    assert len(world.exported()) == 1


def test_it_names_one_team_or_one_person(world: World, lead: Team) -> None:
    for both in ("@bo and kassan", "kassan and @bo"):
        assert code(world.say("ana", f"/cactus {both} {EMPTY}")) == "refused-one-receiver"


def test_two_teams_of_one_name_are_asked_about(world: World, stage: Stage) -> None:
    make(world, "Kassan Nord", "kim", aliases=("tills",))
    make(world, "Kassan Syd", "bo", aliases=("tills",))
    asked = world.say("ana", f"/cactus tills {EMPTY}")
    assert isinstance(asked, Notice)
    assert EMPTY not in str(asked)
    pick = asked.buttons[1]
    for _ in range(2):
        held = world.press("ana", pick.name, pick.subject)
        assert isinstance(held, CactusHeld)
        assert held.text.receiver == Person("Kassan Syd")
    assert len(world.exported()) == 1


def test_the_form_takes_a_team_by_name_where_there_are_teams(world: World, stage: Stage) -> None:
    bare = world.say("ana", "/cactus")
    assert isinstance(bare, Form)
    assert "team" not in [field.name for field in bare.fields]
    make(world, "Kassan", "kim", aliases=("tills",))
    make(world, "Lagret", "bo", aliases=("tills",))
    form = world.say("ana", "/cactus kassan empty")
    assert isinstance(form, Form)
    assert {field.name: field.value for field in form.fields}["team"] == "Kassan"
    words = {"situation": EMPTY, "effect": "", "wish": ""}
    for team, who, refusal in (
        ("Nowhere", "", "refused-no-team"),
        ("tills", "", "refused-whole-name"),
        ("kassan", "bo", "refused-one-receiver"),
        ("", "", "refused-no-receiver"),
    ):
        again = submit(world, "ana", FormName.CACTUS, form.subject, team=team, who=who, **words)
        assert isinstance(again, Form)
        assert again.problem
        assert again.problem.code == refusal
    held = submit(world, "ana", FormName.CACTUS, form.subject, team="KASSAN", who="", **words)
    assert isinstance(held, CactusHeld)
    assert held.text.receiver == KASSAN


def test_it_can_be_handed_over_to_the_lead_of_a_team(
    world: World, stage: Stage, lead: Team
) -> None:
    number = write(world, f"@boss {EMPTY}")
    stage.settle()
    for team, refusal in (
        ("Nowhere", "refused-no-team"),
        ("", "refused-heir"),
    ):
        again = submit(
            world, "boss", FormName.HAND_OVER, number, **{"heir-team": team, "note": "yours"}
        )
        assert isinstance(again, Form)
        assert again.problem
        assert again.problem.code == refusal
    fields = {"heir": "", "heir-team": "tills", "note": "you make the plan"}
    submit(world, "boss", FormName.HAND_OVER, number, **fields)
    stage.settle()
    (offered,) = received(stage, "kim")
    assert offered.news == "case-offered"


def test_more_teams_than_a_list_can_hold_are_typed(world: World, stage: Stage, lead: Team) -> None:
    def open_many(unit: Unit) -> None:
        for number in range(MOST_OPTIONS):
            unit.teams.add(HOUSE, f"Till {number}")

    world.ask(open_many)
    form = world.say("ana", "/cactus")
    assert isinstance(form, Form)
    assert form.fields[1].kind is FieldKind.LINE
    filled = {"team": "tills", "situation": EMPTY}
    held = submit(world, "ana", FormName.CACTUS, int(form.subject), **filled)
    assert isinstance(held, CactusHeld)


def test_a_case_is_never_handed_to_whoever_gave_it(world: World, stage: Stage, lead: Team) -> None:
    number = write(world, f"@boss {EMPTY}", who="kim")
    stage.settle()
    for fields in ({"heir-team": "kassan"}, {"heir": "kim"}):
        answer = submit(world, "boss", FormName.HAND_OVER, number, note="yours", **fields)
        assert code(answer) == "refused-heir-giver"


def overdue(stage: Stage) -> None:
    for _ in range(10):
        stage.later(days=1)


def escalated(stage: Stage, who: str) -> list[Notice]:
    told = [one for one in stage.messages(who) if isinstance(one, Notice)]
    return [one for one in told if one.code == "case-escalated"]


def test_overdue_goes_to_the_lead_of_whoever_has_it_without_the_words(
    world: World, stage: Stage, lead: Team
) -> None:
    number = write(world, f"@bo {EMPTY}")
    overdue(stage)
    (told,) = escalated(stage, "kim")
    assert (told.people, told.count, told.buttons) == ((Person("Bo Bo", "bo"),), number, ())
    assert not [one for one in stage.messages("kim") if EMPTY in str(one)]
    assert escalated(stage, "hanna") == []
    assert code(world.say("kim", f"/cactus show {number}")) == "refused-gone"


def test_overdue_with_the_lead_goes_to_hr(world: World, stage: Stage, lead: Team) -> None:
    number = write(world)
    overdue(stage)
    (told,) = escalated(stage, "hanna")
    assert told.buttons == (Button(ActionName.SHOW, str(number)),)
    assert escalated(stage, "bo") == []


def test_overdue_and_taken_by_nobody_reminds_all_and_goes_to_their_lead(
    world: World, stage: Stage, everybody: Team
) -> None:
    number = write(world)
    overdue(stage)
    for who in ("kim", "bo"):
        told = [one.news for one in stage.messages(who) if isinstance(one, CaseNews)]
        assert told == ["news-due-soon", "news-overdue"]
    (told_lead,) = escalated(stage, "kim")
    assert told_lead.people == (KASSAN,)
    assert told_lead.buttons == (Button(ActionName.SHOW, str(number)),)
    assert escalated(stage, "hanna") == []


def test_a_lead_who_gave_it_hears_nothing_as_a_lead(world: World, stage: Stage, lead: Team) -> None:
    write(world, f"@bo {EMPTY}", who="kim")
    overdue(stage)
    assert escalated(stage, "kim") == []
    assert len(escalated(stage, "hanna")) == 1


def test_of_two_who_take_it_at_once_one_is_first(
    world: World, stage: Stage, everybody: Team
) -> None:
    number = write(world)
    stage.settle()
    case = world.case(number)
    world.press("bo", ActionName.DONE, number)
    assert world.case(number).owner_id == world.join("bo")[0].id
    assert (world.case(number).untaken, case.untaken) == (False, True)
    assert code(world.press("kim", ActionName.DONE, number)) == "refused-taken"


def test_it_appears_in_no_channel(world: World, stage: Stage, everybody: Team) -> None:
    write(world)
    overdue(stage)
    places = [Place.parse(row.place).kind for row in world.rows(tables.DELIVERY) if row.message]
    words = [row for row in world.rows(tables.DELIVERY) if EMPTY in (row.message or "")]
    assert len(places) > len(words) > 0
    assert {row.place.partition(":")[0] for row in words} == {"direct"}
