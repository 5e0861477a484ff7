"""The pages of a week: one for a short week; in a long one names first, stories below them."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot import digests, naming
from bot.highlights import SHORT
from bot.memory import Unit
from bot.messages import NO_SPECIALS, Message, Person, WeeklyHighlights
from bot.model import DigestStatus, IsoWeek, Naming, Plan, Verb
from bot.outcomes import Blocked, Uncertain
from bot.settings import change_settings
from storage import tables
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World, award

W48 = IsoWeek(2026, 48)
DUE = FRIDAY + timedelta(hours=2) + digests.SETTLED_AFTER


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


@pytest.fixture
def file_stage(file_world: World) -> Stage:
    return Stage(file_world)


def crowd(world: World, number: int, name: str = "P{0} Lindqvist") -> None:
    """Each of so many people praises the next one."""
    accounts = [f"p{at:04}" for at in range(number)]
    people = [world.join(one, name=name.format(at))[0] for at, one in enumerate(accounts)]
    new = [award(people[at - 1], people[at], f"r{at}", reason=f"deed {at}") for at in range(number)]
    for one in new:
        world.ask(lambda unit, one=one: unit.awards.add([one]))


def week(stage: Stage) -> list[WeeklyHighlights]:
    stage.world.clock.at = DUE
    stage.settle()
    return pages(stage.messages("general"))


def pages(messages: list[Message | None]) -> list[WeeklyHighlights]:
    return [one for one in messages if isinstance(one, WeeklyHighlights)]


def test_a_short_week_is_one_page_with_everything_on_it(file_stage: Stage) -> None:
    crowd(file_stage.world, SHORT.people)
    (page,) = week(file_stage)
    assert len(page.entries) == SHORT.people
    assert page.named == ()
    assert page.specials.moment
    assert page.specials.tip


def test_a_longer_week_has_the_names_first_and_the_stories_below(stage: Stage) -> None:
    crowd(stage.world, 30)
    first, *others = week(stage)
    assert (first.entries, len(first.named[0].people)) == ((), 30)
    assert first.specials.moment
    assert [len(page.entries) for page in others] == [20, 10]
    assert {page.specials for page in others} == {NO_SPECIALS}
    posts = [one for one in stage.tried if one.place.id == "general"]
    assert [one.is_reply for one in posts] == [False, True, True]
    assert {one.target_ref for one in posts[1:]} == {f"ref-{posts[0].id}"}


def test_names_that_fill_a_page_leave_the_rest_to_the_next(file_stage: Stage) -> None:
    crowd(file_stage.world, 200, "P{0} Anderssonlindqvist")
    first, second, *others = week(file_stage)
    assert (first.specials, second.entries) == (NO_SPECIALS, ())
    assert second.specials.moment
    assert first.named[0].people[0] == Person("P0 Anderssonlindqvist")
    assert sum(len(page.entries) for page in others) == 200


@pytest.mark.parametrize(
    ("name", "shown", "unnamed"),
    [
        ("P{0} " + "x" * 45, "P0 x.", 0),
        ("P{0}" + "x" * 27 + " Lind", "P0" + "x" * 27, 0),
        ("P{0}" + "x" * 60, "P0" + "x" * 28 + "…", 0),
    ],
)
def test_names_that_are_too_many_are_shortened_and_everybody_has_a_story(
    file_stage: Stage, name: str, shown: str, unnamed: int
) -> None:
    crowd(file_stage.world, 298, name)
    first, *others = week(file_stage)
    named = [person.name for group in first.named for person in group.people]
    assert shown in named
    assert (len(named), first.unnamed) == (298 - unnamed, unnamed)
    assert sum(len(one) + 2 for one in named) <= naming.ALONE
    told = [entry.person.name for page in others for entry in page.entries]
    assert sorted(told) == sorted(name.format(at) for at in range(298))


def test_the_names_are_weighed_as_platforms_write_them() -> None:
    assert naming.BESIDE < naming.ALONE <= 10_300, "Slack takes little more than 12,000 in all"


def test_where_the_first_page_may_not_stand_the_replies_wait_with_it(stage: Stage) -> None:
    crowd(stage.world, 30)
    stage.foretell("general", Blocked("is_archived"))
    assert len(week(stage)) == 1
    assert stage.notices("boss") == ["blocked-highlights"]
    stage.world.ask(
        lambda unit: change_settings(unit, HOUSE, {"highlights_channel": "channel:kassan"}, "test")
    )
    stage.settle()
    posts = [one for one in stage.tried if one.place.id == "kassan"]
    assert [one.is_reply for one in posts] == [False, True, True]


def test_replies_to_a_message_that_may_have_arrived_wait_for_a_word(stage: Stage) -> None:
    crowd(stage.world, 30)
    stage.foretell("general", Uncertain("timeout"))
    assert len(week(stage)) == 1
    found = stage.world.ask(lambda unit: unit.digests.of_week(HOUSE, W48))
    assert found
    assert found.status is DigestStatus.UNKNOWN
    assert stage.notices("boss") == ["unknown-outcome"]
    first = stage.tried[0].id
    assert stage.world.ask(lambda unit: unit.deliveries.revive(HOUSE, first))
    stage.settle()
    assert [page.page for page in pages(stage.messages("general"))] == [1, 1, 2, 3]
    found = stage.world.ask(lambda unit: unit.digests.of_week(HOUSE, W48))
    assert found
    assert found.status is DigestStatus.POSTED


def test_glitter_taken_back_after_the_post_leaves_it(stage: Stage) -> None:
    world = stage.world
    world.clock.at = DUE - timedelta(minutes=1)
    crowd(world, 20)
    world.say("ana", "/glitter @bo the words that nobody should read")
    assert len(week(stage)) == 3
    world.say("ana", "/glitter undo")
    stage.settle()
    changed = [one for one in stage.tried if one.verb is Verb.EDIT]
    assert [one.place.id for one in changed] == ["general", "general"]
    assert {page.receivers for page in pages([one.message for one in changed])} == {20}
    assert "nobody should read" not in str(changed)
    assert stage.tried[-1].verb is Verb.DELETE, "the page that is not needed any more"


def test_a_page_that_still_waits_is_changed_before_it_goes(stage: Stage) -> None:
    world = stage.world
    world.clock.at = DUE - timedelta(minutes=1)
    world.say("ana", "/glitter @bo the words that nobody should read")
    world.say("boss", "/glitter @kim the good coffee")
    world.clock.at = DUE
    world.ask(lambda unit: digests.run_due(unit, HOUSE))
    world.say("ana", "/glitter undo")
    stage.settle()
    (page,) = pages(stage.messages("general"))
    assert [entry.person.name for entry in page.entries] == ["Kim Kim"]


def test_whoever_chooses_to_be_left_out_leaves_the_newest_post_too(stage: Stage) -> None:
    stage.world.say("ana", "/glitter @bo @kim carried it all")
    (page,) = week(stage)
    assert len(page.entries) == 2
    stage.world.say("bo", "/glitter name out")
    stage.settle()
    changed = stage.tried[-1]
    assert changed.verb is Verb.EDIT
    assert "Bo" not in str(changed.message)
    members = stage.world.ask(lambda unit: unit.members.find(HOUSE, ["bo"]))
    assert members["bo"].naming is Naming.OUT


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("/glitter name me", "naming-full"),
        ("/glitter namn förnamn", "naming-first"),
        ("/glitter navn meg", "naming-full"),
        ("/glitter nimi pois", "naming-out"),
        ("/glitter name", "refused-naming-how"),
        ("/glitter name whatever", "refused-naming-how"),
    ],
)
def test_the_choice_is_typed_in_any_language(file_stage: Stage, typed: str, expected: str) -> None:
    assert getattr(file_stage.world.say("ana", typed), "code", "") == expected


def test_a_week_that_is_left_out_is_told_with_the_next(stage: Stage) -> None:
    stage.world.say("ana", "/glitter @bo the good coffee")
    stage.world.ask(lambda unit: unit.digests.set_plan(HOUSE, W48, Plan(skip=True)))
    assert week(stage) == []
    stage.later(weeks=1)
    (page,) = pages(stage.messages("general"))
    assert (page.week, page.receivers, str(page.first_day)) == ("2026-W49", 1, "2026-11-20")


def test_the_second_quiet_week_is_hinted_at_once(stage: Stage) -> None:
    for _ in range(4):
        stage.later(weeks=1)
    assert stage.notices("boss") == ["quiet-weeks"]
    stage.world.say("ana", "/glitter @bo the good coffee")
    for _ in range(3):
        stage.later(weeks=1)
    assert stage.notices("boss") == ["quiet-weeks", "quiet-weeks"]


def test_weeks_that_were_missed_are_listed_to_the_admin(stage: Stage) -> None:
    stage.world.clock.at = DUE + timedelta(weeks=2, days=1)
    stage.settle()
    told = [one for one in stage.messages("boss") if getattr(one, "code", "") == "weeks-skipped"]
    assert [getattr(one, "detail", "") for one in told] == ["2026-W48, 2026-W49"]


def test_people_are_named_by_team_and_a_team_like_one_of_its_own(file_stage: Stage) -> None:
    world = file_stage.world

    def form_teams(unit: Unit) -> None:
        members = unit.members.find(HOUSE, ["bo", "kim", "boss"])
        kassan, yard = unit.teams.add(HOUSE, "Kassan"), unit.teams.add(HOUSE, "Yard")
        unit.teams.join(kassan.id, [members["kim"].id])
        unit.teams.join(yard.id, [members["boss"].id, members["kim"].id])

    world.ask(form_teams)
    world.say("ana", "/glitter @bo @kim @boss carried it all")
    world.say("ana", "/glitter @boss kept the yard open in the storm")
    with world.database.begin() as connection:
        to_yard = update(tables.AWARD).where(tables.AWARD.c.reason.contains("storm"))
        connection.execute(to_yard.values(receiver_id=None, team_id=2))
    (page,) = week(file_stage)
    told = [(entry.team, entry.person.name) for entry in page.entries]
    assert told == [("Kassan", "Kim Kim"), ("Yard", "Yard"), ("Yard", "Boss Boss"), ("", "Bo Bo")]
