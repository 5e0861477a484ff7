"""How a cactus is held, goes out and is taken back, and the hours it keeps."""

from datetime import timedelta

import pytest

from bot import texts
from bot.heard import ActionName
from bot.messages import CactusHeld, CaseCard, Notice, Person
from bot.model import Move, Place, Profile, Reader, Standing, State, Verb
from bot.settings import change_settings
from bot.weeks import to_utc
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World, wall

EMPTY = "the returns desk was empty at noon"
TEN_MINUTES = timedelta(minutes=10)


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def hold(world: World, who: str = "ana", whom: str = "bo") -> CactusHeld:
    answer = world.say(who, f"/cactus @{whom} {EMPTY}")
    assert isinstance(answer, CactusHeld), answer
    return answer


def code(answer: object) -> str:
    assert isinstance(answer, Notice), answer
    return answer.code


def received(stage: Stage, who: str = "bo") -> list[str]:
    """What stands on cards that were posted, not edited."""
    posted = [one.message for one in stage.tried if one.place.id == who and one.verb is Verb.POST]
    return [one.text.situation for one in posted if isinstance(one, CaseCard)]


def state_of(answer: object) -> State:
    assert isinstance(answer, CaseCard), answer
    return answer.state


def test_the_giver_reads_beforehand_what_the_receiver_will_read(world: World, stage: Stage) -> None:
    held = hold(world)
    named = Person("Ana Ana", "ana"), Person("Bo Bo", "bo")
    assert (held.text.giver, held.text.receiver) == named
    assert held.goes_out_at == FRIDAY + TEN_MINUTES
    stage.settle()
    assert stage.tried == []
    stage.later(minutes=10)
    (card,) = stage.messages("bo")
    assert isinstance(card, CaseCard)
    assert card.text == held.text
    told = world.ask(lambda unit: unit.followups.history(held.award_id))
    assert [(one.move, one.from_state, one.to_state) for one in told] == [
        (Move.DELIVER, State.HELD, State.OPEN)
    ]
    stage.later(days=30)
    assert received(stage) == [EMPTY]


def test_it_is_delivered_to_the_receivers_direct_chat_alone(world: World, stage: Stage) -> None:
    hold(world)
    stage.later(minutes=10)
    assert {one.place.key for one in stage.tried} == {"direct:bo"}


@pytest.mark.parametrize(
    ("given", "goes_out"),
    [
        ("2026-11-27 16:49", "2026-11-27 16:59"),
        ("2026-11-27 16:50", "2026-11-30 08:00"),
        ("2026-11-28 12:00", "2026-11-30 08:00"),
        ("2026-11-26 22:00", "2026-11-27 08:00"),
        ("2026-11-27 05:00", "2026-11-27 08:00"),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Asia/Kolkata"])
def test_working_hours_are_the_receivers(
    file_world: World, given: str, goes_out: str, zone: str
) -> None:
    file_world.join("bo", zone=zone)
    file_world.clock.at = to_utc(wall(given), zone)
    assert hold(file_world).goes_out_at == to_utc(wall(goes_out), zone)


def test_where_working_hours_are_off_the_hold_alone_counts(file_world: World) -> None:
    chosen = {"cactus_working_hours": False, "cactus_hold_minutes": 0}
    file_world.ask(lambda unit: change_settings(unit, HOUSE, chosen, "test"))
    file_world.clock.at = to_utc(wall("2026-11-28 23:00"), "Europe/Stockholm")
    assert hold(file_world).goes_out_at == file_world.clock.at


@pytest.mark.parametrize(
    ("language", "words"),
    {
        "en": "the receiver’s own working hours, so it goes out on Mon 30 Nov at 03:30 by your",
        "sv": "mottagarens egen arbetstid, så den går i väg mån 30 nov. kl. 03:30 enligt din",
        "nb": "mottakerens egen arbeidstid, så den sendes man. 30. nov. kl. 03:30 etter din",
        "fi": "saajan omana työaikana, joten se lähtee ma 30.11. klo 3.30 sinun",
    }.items(),
)
def test_whose_working_hours_and_whose_clock_is_said(
    world: World, language: str, words: str
) -> None:
    """Eight in the morning in Bengaluru."""
    world.join("priya", zone="Asia/Kolkata")
    world.clock.at = to_utc(wall("2026-11-27 22:00"), "Europe/Stockholm")
    held = hold(world, whom="priya")
    reader = Reader(language, "Europe/Stockholm")
    said = texts.say(reader, held.sentence, when=texts.moment(reader, held.goes_out_at))
    assert words in said


def test_sent_now_it_goes_out_in_working_hours_and_waits_for_them_else(
    world: World, stage: Stage
) -> None:
    now = hold(world)
    assert not now.waits
    assert state_of(world.press("ana", ActionName.SEND_NOW, now.award_id)) is State.OPEN
    world.clock.at = to_utc(wall("2026-11-27 22:00"), "Europe/Stockholm")
    evening = hold(world, whom="kim")
    assert evening.waits
    assert ActionName.SEND_NOW not in [button.name for button in evening.buttons]
    later = world.press("ana", ActionName.SEND_NOW, evening.award_id)
    assert isinstance(later, CactusHeld)
    assert later.goes_out_at == to_utc(wall("2026-11-30 08:00"), "Europe/Stockholm")
    stage.settle()
    assert (received(stage, "bo"), received(stage, "kim")) == ([EMPTY], [])
    world.clock.at = later.goes_out_at
    stage.settle()
    assert received(stage, "kim") == [EMPTY]


def test_withdrawn_it_is_gone_for_good_and_counts_nowhere(world: World, stage: Stage) -> None:
    held = hold(world)
    for _ in range(2):
        answer = world.press("ana", ActionName.WITHDRAW, held.award_id)
        assert state_of(answer) is State.WITHDRAWN
    assert code(world.press("ana", ActionName.SEND_NOW, held.award_id)) == "refused-moved-on"
    stage.later(days=5)
    assert received(stage) == []
    assert world.exported()[0].retracted_at == FRIDAY.isoformat()
    assert isinstance(world.say("ana", f"/cactus @bo {EMPTY} again"), CactusHeld)


def test_once_it_is_out_it_can_still_be_withdrawn_and_its_owner_hears(
    world: World, stage: Stage
) -> None:
    held = hold(world)
    stage.later(minutes=10)
    assert state_of(world.press("ana", ActionName.SEND_NOW, held.award_id)) is State.OPEN
    assert state_of(world.press("ana", ActionName.WITHDRAW, held.award_id)) is State.WITHDRAWN
    stage.settle()
    assert received(stage) == [EMPTY]
    assert stage.messages("bo")[-1].news == "news-withdraw"  # type: ignore[union-attr]
    assert code(world.press("bo", ActionName.THANK, held.award_id)) == "refused-moved-on"


@pytest.mark.parametrize("name", [ActionName.WITHDRAW, ActionName.SEND_NOW])
@pytest.mark.parametrize("who", ["bo", "kim", "boss"])
def test_to_everybody_else_it_does_not_exist(world: World, name: ActionName, who: str) -> None:
    held = hold(world)
    assert world.press(who, name, held.award_id) == Notice("refused-gone")
    assert world.press(who, name, held.award_id + 999) == Notice("refused-gone")
    assert world.case(held.award_id).state is State.HELD


def test_told_again_it_is_the_same_cactus_wherever_it_stands(world: World, stage: Stage) -> None:
    say = lambda: world.say("ana", f"/cactus @bo {EMPTY}", source_ref="once")  # noqa: E731
    first = say()
    assert say() == first
    stage.later(minutes=10)
    assert isinstance(first, CactusHeld)
    assert state_of(say()) is State.OPEN
    assert len(world.exported()) == 1


def test_two_a_day_and_one_a_week_to_the_same_person(world: World) -> None:
    hold(world, whom="bo")
    again = world.say("ana", f"/cactus @bo {EMPTY} again")
    assert isinstance(again, Notice)
    assert (again.code, again.moment) == ("refused-pair-cactus", FRIDAY + timedelta(days=7))
    hold(world, whom="kim")
    third = world.say("ana", f"/cactus @boss {EMPTY}")
    assert isinstance(third, Notice)
    assert (third.code, third.count, third.other) == ("refused-daily-cactus", 2, 0)
    world.later(days=6, hours=23, minutes=59)
    assert code(world.say("ana", f"/cactus @bo {EMPTY}")) == "refused-pair-cactus"
    world.later(minutes=1)
    hold(world, whom="bo")


def test_cacti_can_be_switched_off(world: World) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, {"cactus_on": False}, "test"))
    assert code(world.say("ana", f"/cactus @bo {EMPTY}")) == "refused-cactus-off"


def test_typed_in_the_open_it_is_not_stored_and_not_repeated(world: World) -> None:
    answer = world.say("ana", f"/cactus @bo {EMPTY}", openly=True)
    assert answer == Notice("cactus-openly-private")
    assert world.rows(tables.AWARD) == []
    (owed,) = world.rows(tables.DELIVERY)
    assert EMPTY not in owed.message
    answer = world.say("ana", f"/cactus @bo {EMPTY}", place=Place.direct("ana"), openly=True)
    assert EMPTY not in str(answer)
    assert len(world.rows(tables.DELIVERY)) == 1


def test_an_unknown_receiver_is_looked_up_before_it_goes_out(world: World, stage: Stage) -> None:
    stage.people["new"] = Profile("new", "Guest", standing=Standing.STRANGER)
    held = hold(world, whom="new")
    stage.later(minutes=10)
    assert received(stage, "new") == []
    assert world.case(held.award_id).state is State.WITHDRAWN
    assert stage.notices("ana") == ["receiver-refused"]


def test_a_hundred_cacti_due_at_once_all_go_out_once(world: World, stage: Stage) -> None:
    people = [f"p{number}" for number in range(100)]
    world.join(*people)
    for number, who in enumerate(people):
        hold(world, who, people[(number + 1) % 100])
    stage.later(minutes=10)
    assert sorted(one.place.id for one in stage.tried) == sorted(people)
    stage.later(minutes=10)
    assert len(stage.tried) == 100
