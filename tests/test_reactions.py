"""Glitter by reaction: one for each message and giver, and gone when the emoji goes."""

from dataclasses import replace

from bot.heard import Reacted
from bot.messages import AwardPosted, GlitterReceived
from bot.model import DeliveryStatus, Kind, Place, Profile, Standing, Verb
from bot.outcomes import Blocked
from bot.reactions import reacted
from bot.settings import change_settings
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import GENERAL, HOUSE, World

LINK = "https://chat.example/general/1"
STAR = Reacted(HOUSE, GENERAL, Profile("ana"), Profile("bo"), "general:1", "glitter", True, LINK)


def put(world: World, heard: Reacted) -> None:
    world.ask(lambda unit: reacted(unit, heard))


def test_an_emoji_gives_glitter_for_the_message_and_tells_its_author_alone(world: World) -> None:
    put(world, STAR)
    (award,) = world.rows(tables.AWARD)
    assert (award.kind, award.link, award.reason) == (Kind.GLITTER, LINK, "for this message")
    (owed,) = world.rows(tables.DELIVERY)
    assert owed.place == Place.direct("bo").key
    assert LINK in owed.message


def test_the_same_emoji_told_twice_is_one_award(world: World) -> None:
    put(world, STAR)
    put(world, STAR)
    assert len(world.rows(tables.AWARD)) == 1


def test_two_people_on_one_message_are_two_awards(world: World) -> None:
    put(world, STAR)
    put(world, replace(STAR, speaker=Profile("kim")))
    assert len(world.rows(tables.AWARD)) == 2


def test_taking_the_emoji_away_takes_the_award_back_for_good(world: World) -> None:
    put(world, STAR)
    put(world, replace(STAR, added=False))
    put(world, STAR)  # told once more, and late
    (award,) = world.rows(tables.AWARD)
    assert award.retracted_at
    assert {row.status for row in world.rows(tables.DELIVERY)} == {DeliveryStatus.CANCELLED}


def test_another_emoji_one_s_own_message_and_a_bot_s_give_nothing(world: World) -> None:
    world.join("robot", standing=Standing.BOT)
    put(world, replace(STAR, emoji="thumbsup"))
    put(world, replace(STAR, author=Profile("ana")))
    put(world, replace(STAR, author=Profile("robot")))
    put(world, replace(STAR, author=None))
    assert world.rows(tables.AWARD) == []
    assert world.rows(tables.DELIVERY) == []


def test_only_the_emoji_that_the_workspace_chose_give(world: World) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, {"emoji": ("sparkles",)}, "test"))
    put(world, STAR)
    put(world, replace(STAR, emoji="sparkles"))
    assert len(world.rows(tables.AWARD)) == 1


IN_THREADS = {"reaction_replies": True}


def test_where_admins_want_it_a_word_below_the_message_tells_of_it(world: World) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, IN_THREADS, "test"))
    stage = Stage(world)
    put(world, STAR)
    stage.settle()
    (said,) = stage.tried
    assert (said.place.key, said.target_ref) == (GENERAL.key, "general:1")
    assert said.is_reply
    assert isinstance(said.message, AwardPosted)
    assert said.message.below
    put(world, replace(STAR, added=False))
    stage.settle()
    taken = stage.tried[-1]
    assert (taken.verb, taken.target_ref) == (Verb.DELETE, f"ref-{said.id}")


def test_what_cannot_stand_below_the_message_is_told_to_its_author_and_nobody_else(
    world: World,
) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, IN_THREADS, "test"))
    stage = Stage(world)
    stage.foretell("general", Blocked("gone"))
    put(world, STAR)
    stage.settle()
    assert [one.place.id for one in stage.tried] == ["general", "bo"]
    assert isinstance(stage.tried[1].message, GlitterReceived)


TWO = {"emoji": ("glitter", "sparkles")}


def test_two_emoji_of_one_person_are_one_award_and_the_first_takes_it_back(world: World) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, TWO, "test"))
    second = replace(STAR, emoji="sparkles")
    put(world, STAR)
    put(world, second)
    put(world, replace(second, added=False))
    (award,) = world.rows(tables.AWARD)
    assert award.retracted_at is None
    put(world, replace(STAR, added=False))
    (award,) = world.rows(tables.AWARD)
    assert award.retracted_at


def test_what_an_emoji_gave_it_takes_back_also_when_it_gives_nothing_more(world: World) -> None:
    put(world, STAR)
    world.ask(lambda unit: change_settings(unit, HOUSE, {"emoji": ()}, "test"))
    put(world, replace(STAR, added=False))
    (award,) = world.rows(tables.AWARD)
    assert award.retracted_at


def test_past_the_daily_limit_the_giver_is_told_privately(world: World) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, {"daily_glitter_limit": 1}, "test"))
    put(world, STAR)
    put(world, replace(STAR, message_ref="general:2"))
    assert len(world.rows(tables.AWARD)) == 1
    told = world.rows(tables.DELIVERY)[-1]
    assert told.place == Place.direct("ana").key
    assert "refused-daily-glitter" in told.message
