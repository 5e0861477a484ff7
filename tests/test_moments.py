"""The moment of the week: people choose it, else it goes round; nobody left out is ever in it."""

from datetime import timedelta

import pytest

from bot import digests, reactions
from bot.heard import Reacted
from bot.memory import Unit
from bot.messages import Story, WeeklyHighlights
from bot.model import IsoWeek, Member, Naming, Place, Plan, Profile, Standing
from bot.moments import choose, gifts
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, GENERAL, HOUSE, World, award

W48 = IsoWeek(2026, 48)
DUE = FRIDAY + timedelta(hours=2) + digests.SETTLED_AFTER
DEEDS = {
    "a": "stayed late for the balsamico customer",
    "b": "found the lost glove of a little girl",
    "c": "kept calm when the tills were down",
}


@pytest.fixture
def stage(file_world: World) -> Stage:
    return Stage(file_world)


def give_three(world: World) -> dict[str, Member]:
    """Ana to Bo, Bo to Kim, Kim to Ana, each posted in #general."""
    for giver, receiver, deed in (("ana", "bo", "a"), ("bo", "kim", "b"), ("kim", "ana", "c")):
        world.say(giver, f"/glitter @{receiver} {DEEDS[deed]}")
    return world.ask(lambda unit: unit.members.find(HOUSE, ["ana", "bo", "kim", "boss"]))


def react(world: World, who: str, award_id: int, *, added: bool = True, **known: object) -> None:
    """Put an emoji on the post of an award, or take it away."""

    def work(unit: Unit) -> None:
        [delivery] = [
            one
            for one, _, _ in unit.deliveries.standing_posts(HOUSE, 99)
            if getattr(one.message, "award_id", None) == award_id
        ]
        place = Place.channel(delivery.place.id)
        ref = f"ref-{delivery.id}"
        speaker = Profile(who, **known)  # type: ignore[arg-type]
        reactions.reacted(unit, Reacted(HOUSE, place, speaker, None, ref, "heart", added))

    world.ask(work)


def told(stage: Stage) -> Story | None:
    """The moment of the newest week."""
    stage.world.clock.at = DUE
    stage.settle()
    (page,) = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]
    return page.specials.moment


def reason(moment: Story | None) -> str:
    assert moment
    return moment.reason


def test_the_story_that_most_people_joined_in_is_told(stage: Stage) -> None:
    give_three(stage.world)
    stage.settle()
    react(stage.world, "boss", 2)
    react(stage.world, "boss", 2)
    react(stage.world, "boss", 3)
    react(stage.world, "bo", 3, standing=Standing.ACTIVE)
    assert reason(told(stage)) == DEEDS["c"]


def test_joining_in_ones_own_story_does_not_count_and_can_be_taken_back(stage: Stage) -> None:
    give_three(stage.world)
    stage.settle()
    for who in ("ana", "bo"):  # giver and receiver
        react(stage.world, who, 1)
    react(stage.world, "robo", 3, standing=Standing.BOT)
    react(stage.world, "guest", 3, standing=Standing.STRANGER)
    react(stage.world, "boss", 3)
    react(stage.world, "boss", 3, added=False)
    react(stage.world, "boss", 2)
    assert reason(told(stage)) == DEEDS["b"]


def test_what_an_admin_has_picked_is_told_where_nobody_joined_in(stage: Stage) -> None:
    for picked, deed in ((1, "a"), (2, "b"), (3, "c")):
        if picked == 1:
            give_three(stage.world)
        stage.world.ask(lambda unit: unit.digests.set_plan(HOUSE, W48, Plan(picked)))  # noqa: B023
        chosen = stage.world.ask(lambda unit: _choice(unit, picked))  # noqa: B023
        assert chosen == DEEDS[deed]


def test_what_people_joined_in_goes_before_what_an_admin_has_picked(stage: Stage) -> None:
    give_three(stage.world)
    stage.settle()
    stage.world.ask(lambda unit: unit.digests.set_plan(HOUSE, W48, Plan(1)))
    react(stage.world, "boss", 3)
    assert reason(told(stage)) == DEEDS["c"]


def _choice(unit: Unit, picked: int | None, week: IsoWeek = W48) -> str:
    workspace = unit.workspaces.get(HOUSE)
    assert workspace
    far = timedelta(weeks=9)
    given = unit.awards.glitter_between(HOUSE, unit.now - far, unit.now + far)
    members = {one.id: one for one in unit.members.all(HOUSE)}
    chosen = choose(unit, workspace, week, gifts(given, members, {}), picked)
    return chosen.first.reason if chosen else ""


def test_whoever_was_not_featured_lately_comes_first(file_world: World) -> None:
    world = file_world
    people = world.join(*[f"p{number}" for number in range(8)])
    for week in range(4):
        pairs = [(people[at], people[at + 1]) for at in (0, 2, 4, 6)]
        new = [
            award(giver, to, f"{week}-{giver.id}", reason=f"the deed of pair {giver.name}")
            for giver, to in pairs
        ]
        for one in new:
            world.ask(lambda unit, one=one: unit.awards.add([one]))
        world.clock.at = DUE + timedelta(weeks=week)
        world.ask(lambda unit: digests.run_due(unit, HOUSE))
    weeks = [IsoWeek(2026, 48 + week) for week in range(4)]
    ids = [world.ask(lambda unit, w=week: unit.digests.of_week(HOUSE, w)) for week in weeks]
    featured = [world.ask(lambda unit, d=one: unit.awards.get(HOUSE, d.moment_id)) for one in ids]
    assert {one.giver_id for one in featured if one} == {people[at].id for at in (0, 2, 4, 6)}


def test_nobody_who_is_left_out_is_in_it_whatever_was_chosen(stage: Stage) -> None:
    members = give_three(stage.world)
    for deed in ("swept the yard before anyone came", "kept the queue laughing"):
        stage.world.say("boss", f"/glitter @kim {deed}")
    stage.settle()
    react(stage.world, "boss", 1)
    stage.world.ask(lambda unit: unit.digests.set_plan(HOUSE, W48, Plan(1)))
    stage.world.ask(lambda unit: unit.members.set_naming(members["bo"].id, Naming.OUT))
    moment = told(stage)
    assert moment
    assert moment.award_id not in (1, 2)


def test_a_moment_that_is_taken_back_makes_room_for_another(stage: Stage) -> None:
    world = stage.world
    world.clock.at = DUE - timedelta(minutes=1)
    give_three(world)
    world.say("boss", "/glitter @kim swept the yard before anyone came")
    stage.settle()
    react(world, "boss", 1)
    assert reason(told(stage)) == DEEDS["a"]
    world.say("ana", "/glitter undo")
    stage.settle()
    page = stage.messages("general")[-1]
    assert isinstance(page, WeeklyHighlights)
    assert page.specials.moment
    assert page.specials.moment.award_id != 1
    assert DEEDS["a"] not in str(page)


def test_glitter_for_a_message_tells_no_story_of_its_own(file_world: World) -> None:
    people = file_world.join(*[f"p{number}" for number in range(6)])
    for at in (0, 2, 4):
        one = award(people[at], people[at + 1], f"r{at}", link="https://chat.example/1")
        file_world.ask(lambda unit, one=one: unit.awards.add([one]))
    assert file_world.ask(lambda unit: _choice(unit, None)) == ""


def test_an_emoji_elsewhere_says_nothing(stage: Stage) -> None:
    give_three(stage.world)
    stage.settle()
    heard = Reacted(HOUSE, GENERAL, Profile("boss"), None, "ref-of-something-else", "heart", True)
    stage.world.ask(lambda unit: reactions.reacted(unit, heard))
    far = timedelta(weeks=1)
    now = stage.world.clock.at
    assert stage.world.ask(lambda unit: unit.awards.reactions(HOUSE, now - far, now + far)) == {}
