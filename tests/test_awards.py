"""Giving glitter and taking it back: the rules, to the minute and to the letter."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answer import answer
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Answer, GlitterRecorded, MyGlitter, Notice, Person, Quote, SameAgain
from bot.model import Kind, Place, Source, Standing
from bot.people import AskPlatform
from bot.settings import change_settings
from storage import tables
from tests.worlds import FRIDAY, HOUSE, World, parts

LATE = "stayed late for the balsamico customer"
KASSAN = Place.channel("kassan")


def change(world: World, **given: object) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, given, "test"))


def code(answer: object) -> str:
    assert isinstance(answer, Notice), answer
    return answer.code


def places(world: World) -> list[str]:
    return [row.place for row in world.rows(tables.DELIVERY)]


def test_the_answer_says_what_was_recorded_and_where_it_appears(world: World) -> None:
    answer = world.say("ana", f"/glitter @bo @kim customer: {LATE} #care")
    assert isinstance(answer, GlitterRecorded)
    assert answer.receivers == (Person("Bo Bo", "bo"), Person("Kim Kim", "kim"))
    assert (answer.reason, answer.tags, answer.source) == (LATE, ("care",), Source.CUSTOMER)
    assert answer.posted_in
    assert (answer.posted_in.key, answer.undo_minutes) == ("channel:general", 10)
    rows = world.exported()
    assert [row.receiver_account for row in rows] == ["bo", "kim"]
    assert {(row.giver_account, row.reason, row.source) for row in rows} == {
        ("ana", LATE, "customer")
    }


def test_a_glitter_channel_takes_everything_also_what_was_typed_in_private(world: World) -> None:
    change(world, glitter_channel=KASSAN.key)
    world.say("ana", f"/glitter @bo {LATE}")
    world.say("ana", "/glitter @bo the good coffee", place=Place.direct("ana"))
    assert places(world) == [KASSAN.key] * 2


def test_somebody_named_in_passing_is_named_by_name_and_receives_nothing(world: World) -> None:
    world.say("ana", "/glitter @bo helped @kim with the till")
    (row,) = world.exported()
    assert (row.receiver_account, row.reason) == ("bo", "helped @Kim Kim with the till")


@pytest.mark.parametrize(
    ("text", "refusal", "count", "other"),
    [
        (f"@bo {'x' * 1001}", "refused-too-long", 1000, 1001),
        ("@bo xx", "refused-no-reason", 3, 0),
        ("@bo \u200d\u200b \u2060", "refused-no-reason", 3, 0),
        (" ".join(f"@p{number}" for number in range(21)) + " together", "refused-too-many", 20, 0),
    ],
)
def test_refusals_say_by_how_much(
    world: World, text: str, refusal: str, count: int, other: int
) -> None:
    answer = world.say("ana", f"/glitter {text}")
    assert isinstance(answer, Notice)
    assert (answer.code, answer.count, answer.other) == (refusal, count, other)
    assert world.exported() == []


def test_three_letters_and_a_thousand_are_enough_and_twenty_people_too(world: World) -> None:
    everybody = " ".join(f"@p{number}" for number in range(20))
    for words in ("@bo tea", f"@bo {'å' * 1000}", f"@bo {'x' * 1000} #care"):
        assert isinstance(world.say("ana", f"/glitter {words}"), GlitterRecorded), words
    change(world, daily_glitter_limit=0)
    assert isinstance(world.say("ana", f"/glitter {everybody} carried it all"), GlitterRecorded)
    assert len(world.exported()) == 23


def test_one_who_may_not_receive_spoils_the_whole_gift_and_is_named(world: World) -> None:
    world.join("robo", standing=Standing.BOT)
    answer = world.say("ana", f"/glitter @bo @robo {LATE}")
    assert isinstance(answer, Notice)
    assert (answer.code, answer.people) == ("refused-bot", (Person("Robo Robo", "robo"),))
    assert answer.draft == f"@bo @robo {LATE}"
    assert world.exported() == []


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("standing", [Standing.STRANGER, Standing.BOT, Standing.DEACTIVATED])
def test_whoever_does_not_work_here_gives_nothing(
    file_world: World, standing: Standing, kind: Kind
) -> None:
    file_world.join("guest", standing=standing)
    assert code(file_world.say("guest", f"/{kind} @bo {LATE}")) == "refused-you-stranger"
    assert file_world.exported() == []


def test_the_daily_limit_counts_receivers_in_the_givers_own_day(world: World) -> None:
    change(world, daily_glitter_limit=3)
    world.join("ana", zone="Pacific/Apia")  # at noon in UTC it is one in the morning there
    world.say("ana", "/glitter @bo @kim the calm release")
    refused = world.say("ana", "/glitter @bo @kim the good coffee")
    assert isinstance(refused, Notice)
    assert (refused.code, refused.count, refused.other) == ("refused-daily-glitter", 3, 1)
    assert refused.moment == FRIDAY + timedelta(hours=23)
    world.say("ana", "/glitter @bo the good coffee")
    world.later(hours=22, minutes=59)
    assert code(world.say("ana", "/glitter @bo one more")) == "refused-daily-glitter"
    world.later(minutes=1)
    assert isinstance(world.say("ana", "/glitter @bo one more"), GlitterRecorded)


def test_what_was_taken_back_gives_the_day_its_glitter_back(world: World) -> None:
    change(world, daily_glitter_limit=1)
    world.say("ana", f"/glitter @bo {LATE}")
    world.say("ana", "/glitter undo")
    assert isinstance(world.say("ana", "/glitter @kim the good coffee"), GlitterRecorded)


def test_no_limit_is_no_limit(world: World) -> None:
    change(world, daily_glitter_limit=0)
    for number in range(30):
        world.say("ana", f"/glitter @bo good deed number {number}")
    assert len(world.exported()) == 30


def test_the_same_words_are_asked_about_for_ten_minutes(world: World) -> None:
    world.say("ana", f"/glitter @bo {LATE}")
    world.later(minutes=10)
    asked = world.say("ana", f"/glitter @bo {LATE}")
    assert isinstance(asked, SameAgain)
    assert (asked.given_at, asked.reason) == (FRIDAY, LATE)
    world.later(seconds=1)
    assert isinstance(world.say("ana", f"/glitter @bo {LATE}"), GlitterRecorded)
    assert isinstance(world.say("kim", f"/glitter @bo {LATE}"), GlitterRecorded)
    assert isinstance(world.say("ana", f"/glitter @kim {LATE}"), GlitterRecorded)


def test_a_draft_is_given_once_by_its_writer_only(world: World) -> None:
    world.say("ana", f"/glitter @bo {LATE}")
    asked = world.say("ana", f"/glitter @bo {LATE}")
    assert isinstance(asked, SameAgain)
    assert code(world.press("bo", ActionName.GIVE_AGAIN, asked.draft_id)) == "refused-gone"
    first = world.press("ana", ActionName.GIVE_AGAIN, asked.draft_id)
    again = world.press("ana", ActionName.GIVE_AGAIN, asked.draft_id)
    assert isinstance(first, GlitterRecorded)
    assert again == first
    assert len(world.exported()) == 2


def test_undo_takes_the_whole_gift_and_only_the_givers(world: World) -> None:
    answer = world.say("ana", f"/glitter @bo @kim {LATE}")
    assert isinstance(answer, GlitterRecorded)
    assert code(world.press("bo", ActionName.UNDO, answer.award_id)) == "refused-not-yours"
    undone = world.press("ana", ActionName.UNDO, answer.award_id)
    assert undone == Notice("undone", people=answer.receivers)
    assert code(world.press("ana", ActionName.UNDO, answer.award_id)) == "undone-already"
    assert [row.retracted_at for row in world.exported()] == [FRIDAY.isoformat()] * 2


def test_undo_ends_when_ten_minutes_are_over(world: World) -> None:
    answer = world.say("ana", f"/glitter @bo {LATE}")
    assert isinstance(answer, GlitterRecorded)
    world.later(minutes=10, seconds=1)
    assert code(world.press("ana", ActionName.UNDO, answer.award_id)) == "refused-undo-late"
    assert code(world.say("ana", "/glitter undo")) == "refused-undo-none"
    world.later(seconds=-1)
    assert code(world.say("ana", "/glitter undo")) == "undone"


def test_the_word_undo_delivered_twice_takes_back_one(world: World) -> None:
    for number in range(3):
        world.say("ana", f"/glitter @bo deed {number}")
    for _ in range(2):
        assert code(world.say("ana", "/glitter undo", source_ref="undo-1")) == "undone"
    assert code(world.say("ana", "/glitter undo", source_ref="undo-2")) == "undone"
    standing = [row.reason for row in world.exported() if not row.retracted_at]
    assert standing == ["deed 0"]


def test_a_gift_told_again_after_it_was_taken_back_stays_taken_back(world: World) -> None:
    world.say("ana", f"/glitter @bo {LATE}", source_ref="once")
    world.say("ana", "/glitter undo")
    assert code(world.say("ana", f"/glitter @bo {LATE}", source_ref="once")) == "undone-already"
    assert len(world.exported()) == 1


def test_undo_never_touches_a_cactus(world: World) -> None:
    world.say("ana", "/cactus @bo the returns desk was empty")
    (row,) = world.exported()
    assert code(world.press("ana", ActionName.UNDO, row.award_id)) == "refused-gone"
    assert code(world.say("ana", "/glitter undo")) == "refused-undo-none"
    assert world.exported()[0].retracted_at is None


def test_my_glitter_counts_the_readers_week_and_never_a_cactus(world: World) -> None:
    world.say("ana", "/glitter @bo last week's deed")
    world.later(days=7)
    world.say("kim", "/glitter @bo this week's deed")
    world.say("kim", "/cactus @bo the returns desk was empty")
    world.say("bo", "/glitter @ana the good coffee")
    mine = world.say("bo", "/glitter me")
    assert isinstance(mine, MyGlitter)
    assert (mine.received_this_week, mine.received_ever) == (1, 2)
    assert (mine.given_this_week, mine.given_ever) == (1, 1)
    assert mine.latest == (
        Quote(Person("Kim Kim", "kim"), "this week's deed"),
        Quote(Person("Ana Ana", "ana"), "last week's deed"),
    )


def test_a_house_that_nobody_opened_is_told_apart(world: World) -> None:
    assert code(world.say("ana", f"/glitter @bo {LATE}", workspace_id="stage:nowhere")) == (
        "workspace-unknown"
    )


def test_a_refusal_writes_nothing_at_all(world: World) -> None:
    before = {table.name: world.rows(table) for table in (tables.AWARD, tables.DELIVERY)}
    for words in ("", "nobody", "@bo", "@ana well done me", f"@bo {'x' * 5000}", "history"):
        world.say("ana", f"/glitter {words}")
    assert {table.name: world.rows(table) for table in (tables.AWARD, tables.DELIVERY)} == before


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_written_is_stored_as_it_was_cleaned(file_world: World, words: str) -> None:
    said = file_world.said("ana", "/glitter @bo x")
    words = words.replace("@", "")
    heard = type(said)(
        HOUSE, said.place, said.speaker, Kind.GLITTER, (*parts("@bo"), f" {words}"), said.source_ref
    )
    answer = file_world.hear(heard).message
    if not isinstance(answer, GlitterRecorded):
        return

    def stored(unit: Unit) -> str:
        award = unit.awards.get(HOUSE, answer.award_id)
        assert award
        return award.reason

    assert file_world.ask(stored) == answer.reason


def test_two_gifts_of_one_giver_at_once_do_not_both_fit_below_the_limit(world: World) -> None:
    change(world, daily_glitter_limit=1)
    gifts = [world.said("ana", f"/glitter @bo calm at the till {hour}") for hour in (9, 10)]
    first_is_in, second_is_told = Event(), Event()

    def first(unit: Unit) -> Answer | AskPlatform:
        told = answer(gifts[0], unit, ())
        first_is_in.set()
        second_is_told.wait(0.3)  # not yet written down: the second must not have its say
        return told

    def second() -> Answer | AskPlatform:
        first_is_in.wait(10)
        told = world.ask(lambda unit: answer(gifts[1], unit, ()))
        second_is_told.set()
        return told

    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(second)
        recorded, refused = world.ask(first), other.result()
    assert isinstance(recorded, Answer)
    assert isinstance(recorded.message, GlitterRecorded)
    assert isinstance(refused, Answer)
    assert code(refused.message) == "refused-daily-glitter"
    assert len(world.rows(tables.AWARD)) == 1
