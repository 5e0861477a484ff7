"""Any glitter of the coming week can be made its moment, by whoever answers for its people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot import digests, picks
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Home, Message, MomentChoice, Notice, WeeklyHighlights
from bot.model import Duty, IsoWeek
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World, award

W48 = IsoWeek(2026, 48)
DUE = FRIDAY + timedelta(hours=2)
BY_KIM, BY_ANA, BY_BO = 1, 2, 3
"""The awards, by who gave them."""


@pytest.fixture
def stage(file_world: World) -> Stage:
    """It is Wednesday; Boss is admin, Ana leads Kassan, in which Bo works; three got glitter."""
    file_world.clock.at = DUE - timedelta(days=2)

    def prepare(unit: Unit) -> None:
        members = unit.members.find(HOUSE, ["ana", "bo", "boss"])
        unit.members.give_duty(members["boss"].id, Duty.ADMIN)
        kassan = unit.teams.add(HOUSE, "Kassan")
        unit.teams.save(replace(kassan, lead_id=members["ana"].id))
        unit.teams.join(kassan.id, [members["bo"].id])

    file_world.ask(prepare)
    for giver, receivers in (("kim", "@ana"), ("ana", "@kim @bo"), ("bo", "@kim")):
        file_world.say(giver, f"/glitter {receivers} the deed that {giver} saw with their own eyes")
    return Stage(file_world)


def choice(message: Message) -> MomentChoice:
    assert isinstance(message, MomentChoice), message
    return message


def ids(message: Message) -> list[int]:
    return [story.award_id for story in choice(message).candidates]


def code(message: Message) -> str:
    return getattr(message, "code", "")


def moments(stage: Stage) -> Sequence[int | None]:
    """The moments of the weeks that were posted."""
    pages = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]
    told = [page.specials.moment for page in pages if page.page == 1]
    return [moment and moment.award_id for moment in told]


def end_of_week(stage: Stage) -> Sequence[int | None]:
    stage.world.clock.at = DUE + digests.SETTLED_AFTER
    stage.settle()
    return moments(stage)


def test_an_admin_may_choose_any_of_it_the_newest_stands_first(stage: Stage) -> None:
    asked = choice(stage.world.say("boss", "/glitter moment"))
    assert ids(asked) == [4, BY_ANA, BY_KIM]
    assert (asked.until, asked.picked) == (DUE - timedelta(hours=1), None)
    chosen = choice(stage.world.press("boss", ActionName.PICK, BY_ANA))
    assert chosen.picked
    assert chosen.picked.award_id == BY_ANA
    assert end_of_week(stage) == [BY_ANA]


def test_a_lead_may_choose_what_came_to_their_people(stage: Stage) -> None:
    assert ids(stage.world.say("ana", "/glitter ögonblick")) == [BY_ANA]
    assert code(stage.world.press("ana", ActionName.PICK, BY_KIM)) == "refused-moment-who"
    stage.world.press("ana", ActionName.PICK, BY_ANA)
    assert end_of_week(stage) == [BY_ANA]


def test_a_lead_may_choose_what_came_to_the_team_itself(stage: Stage) -> None:
    stage.world.say("kim", "/glitter kassan the queue was gone in five minutes")
    assert ids(stage.world.say("ana", "/glitter moment")) == [5, BY_ANA]


def test_nobody_else_may(stage: Stage) -> None:
    for who in ("bo", "kim"):
        assert code(stage.world.say(who, "/glitter hetki")) == "refused-moment-who"
        for name in (ActionName.PICK, ActionName.MOMENTS):
            assert code(stage.world.press(who, name, 1)) == "refused-moment-who"
    assert stage.world.ask(lambda unit: unit.digests.plan(HOUSE, W48)).moment_id is None


def test_it_is_chosen_on_the_post_itself(stage: Stage) -> None:
    stage.settle()
    posts = [one for one in stage.tried if one.place.id == "general"]
    ref = {"message": f"ref-{posts[1].id}"}
    for who in ("ana", "boss"):
        told = stage.world.press(who, ActionName.PICK, 1, fields=ref)
        assert isinstance(told, Notice)
        assert (told.code, [one.name for one in told.people]) == (
            "moment-picked",
            ["Kim Kim", "Bo Bo"],
        )
    assert code(stage.world.press("bo", ActionName.PICK, 1, fields=ref)) == "refused-moment-who"
    elsewhere = {"message": "ref-of-something-else"}
    told = stage.world.press("boss", ActionName.PICK, 1, fields=elsewhere)
    assert code(told) == "refused-moment-unknown"
    assert end_of_week(stage) == [BY_ANA]


def test_the_words_of_a_moment_ago_can_be_chosen_and_in_the_last_hour_none(stage: Stage) -> None:
    stage.world.clock.at = DUE - timedelta(hours=1, seconds=1)
    stage.world.say("kim", "/glitter @ana the newest deed of all")
    assert ids(stage.world.say("boss", "/glitter moment"))[0] == 5
    stage.world.later(seconds=2)
    assert code(stage.world.say("boss", "/glitter moment")) == "refused-moment-late"
    assert code(stage.world.press("boss", ActionName.PICK, 5)) == "refused-moment-late"


def test_nothing_that_may_not_be_told_can_be_chosen(stage: Stage) -> None:
    stage.world.say("kim", "/glitter name out")
    assert ids(stage.world.say("boss", "/glitter moment")) == []
    for award_id, refusal in ((BY_KIM, "refused-moment-not"), (99, "refused-moment-unknown")):
        assert code(stage.world.press("boss", ActionName.PICK, award_id)) == refusal


def test_the_only_story_of_a_week_can_be_its_moment(stage: Stage) -> None:
    assert end_of_week(stage)
    stage.later(days=1)
    stage.world.say("kim", "/glitter @ana the only deed of this week")
    stage.world.press("boss", ActionName.PICK, 5)
    stage.later(days=6)
    assert moments(stage)[-1] == 5


def test_a_long_week_has_pages(stage: Stage) -> None:
    people = stage.world.ask(lambda unit: unit.members.find(HOUSE, ["bo", "kim"]))
    for number in range(2 * picks.EACH):
        new = award(people["bo"], people["kim"], f"r{number}")
        stage.world.ask(lambda unit, new=new: unit.awards.add([new]))
    page = choice(stage.world.press("boss", ActionName.MOMENTS, 1))
    seen = ids(page)
    while button := next((one for one in page.buttons if one.name == "more-moments"), None):
        page = choice(stage.world.press("boss", button.name, button.subject))
        seen += ids(page)
    assert len(seen) == len(set(seen)) == 2 * picks.EACH + 3
    assert (page.page, page.pages) == (3, 3)
    assert ids(stage.world.press("boss", ActionName.MORE_MOMENTS, 99)) == ids(page)


def test_whoever_may_choose_finds_the_way_on_their_home_page(stage: Stage) -> None:
    for who, may in (("boss", True), ("ana", True), ("bo", False)):
        page = stage.world.press(who, ActionName.HOME, 1)
        assert isinstance(page, Home)
        assert (ActionName.MOMENTS in [one.name for one in page.buttons]) is may
