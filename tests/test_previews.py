"""The day before: admins look ahead, and decide about the moment, the week and the hour."""

from datetime import timedelta

import pytest

from bot import digests
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import HighlightsPreview, Message, WeeklyHighlights
from bot.model import DigestStatus, Duty, IsoWeek, Plan
from bot.settings import change_settings
from storage.tables import AUDIT
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World

W48 = IsoWeek(2026, 48)
DUE = FRIDAY + timedelta(hours=2) + digests.SETTLED_AFTER
DAY_BEFORE = DUE - timedelta(days=1)


@pytest.fixture
def stage(world: World) -> Stage:
    """Boss is admin; it is Thursday, an hour before the preview, and four have got glitter."""
    world.clock.at = DAY_BEFORE - timedelta(hours=1)

    def make_admin(unit: Unit) -> None:
        boss = unit.members.find(HOUSE, ["boss"])["boss"]
        unit.members.give_duty(boss.id, Duty.ADMIN)

    world.ask(make_admin)
    for giver, receiver in (("ana", "bo"), ("bo", "kim"), ("kim", "ana"), ("boss", "ana")):
        world.say(giver, f"/glitter @{receiver} the deed that {giver} saw with their own eyes")
    made = Stage(world)
    made.settle()
    return made


def previews(stage: Stage, who: str = "boss") -> list[HighlightsPreview]:
    return [one for one in stage.messages(who) if isinstance(one, HighlightsPreview)]


def pages(stage: Stage) -> list[WeeklyHighlights]:
    return [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]


def looked_at(stage: Stage) -> HighlightsPreview:
    """The preview, once it is time for it."""
    stage.world.clock.at = DAY_BEFORE
    stage.settle()
    (told,) = previews(stage)
    return told


def code(message: Message) -> str:
    return getattr(message, "code", "")


def test_admins_alone_see_it_once_a_day_before(stage: Stage) -> None:
    assert previews(stage) == []
    told = looked_at(stage)
    assert (told.week, told.due_at) == ("2026-W48", DUE - digests.SETTLED_AFTER)
    assert (told.givers, told.receivers, told.skipped) == (4, 3, False)
    assert told.moment
    assert len(told.candidates) == 3
    stage.later(hours=1)
    assert len(previews(stage)) == 1
    assert [previews(stage, who) for who in ("ana", "bo", "kim", "general")] == [[], [], [], []]
    stage.later(days=1)
    stage.later(days=6)
    assert len(previews(stage)) == 2


def test_the_admins_choice_is_the_moment(stage: Stage) -> None:
    for story in looked_at(stage).candidates:
        answer = stage.world.press("boss", ActionName.MOMENT, story.award_id)
        assert isinstance(answer, HighlightsPreview)
        assert answer.moment
        assert answer.moment.award_id == story.award_id
    stage.world.clock.at = DUE
    stage.settle()
    (page,) = pages(stage)
    assert page.specials.moment
    assert page.specials.moment.award_id == story.award_id


def test_an_hour_before_it_is_settled(stage: Stage) -> None:
    story = looked_at(stage).candidates[0]
    stage.world.clock.at = DUE - timedelta(minutes=59)
    answer = stage.world.press("boss", ActionName.MOMENT, story.award_id)
    assert code(answer) == "refused-moment-late"


def test_a_story_that_is_gone_or_that_somebody_left_cannot_be_chosen(stage: Stage) -> None:
    looked_at(stage)
    assert code(stage.world.press("boss", ActionName.MOMENT, 99)) == "refused-moment-unknown"
    stage.world.say("bo", "/glitter name out")
    assert code(stage.world.press("boss", ActionName.MOMENT, 1)) == "refused-moment-not"


@pytest.mark.parametrize(
    "name",
    [ActionName.MOMENT, ActionName.SKIP_WEEK, ActionName.KEEP_WEEK, ActionName.POST_WEEK],
)
def test_nobody_else_decides(stage: Stage, name: ActionName) -> None:
    looked_at(stage)
    subject = 1 if name is ActionName.MOMENT else 202648
    assert code(stage.world.press("ana", name, subject)) == "refused-admins-only"
    assert stage.world.ask(lambda unit: unit.digests.plan(HOUSE, W48)) == Plan()


def test_a_skipped_week_is_not_posted_and_can_be_kept_again(stage: Stage) -> None:
    looked_at(stage)
    answer = stage.world.press("boss", ActionName.SKIP_WEEK, 202648)
    assert isinstance(answer, HighlightsPreview)
    assert ActionName.KEEP_WEEK in [button.name for button in answer.buttons]
    assert answer.skipped
    stage.world.press("boss", ActionName.KEEP_WEEK, 202648)
    stage.world.press("boss", ActionName.SKIP_WEEK, 202648)
    stage.world.clock.at = DUE
    stage.settle()
    assert pages(stage) == []
    found = stage.world.ask(lambda unit: unit.digests.of_week(HOUSE, W48))
    assert found
    assert found.status is DigestStatus.SKIPPED
    stage.later(weeks=1)
    assert [page.receivers for page in pages(stage)] == [3]
    told = [row.action for row in stage.world.rows(AUDIT)]
    assert told.count("skip-week") == 2


def test_posted_now_it_is_not_posted_again_when_it_is_due(stage: Stage) -> None:
    looked_at(stage)
    assert code(stage.world.press("boss", ActionName.POST_WEEK, 202648)) == "week-posted"
    assert code(stage.world.press("boss", ActionName.POST_WEEK, 202648)) == "refused-week-over"
    stage.settle()
    stage.world.clock.at = DUE
    stage.world.say("ana", "/glitter @kim after the post")
    stage.settle()
    assert [page.receivers for page in pages(stage)] == [3]
    stage.later(weeks=1)
    assert [page.receivers for page in pages(stage)] == [3, 1]


def test_an_old_button_gets_a_sentence(stage: Stage) -> None:
    looked_at(stage)
    stage.world.clock.at = DUE
    stage.settle()
    for name in (ActionName.SKIP_WEEK, ActionName.KEEP_WEEK, ActionName.POST_WEEK):
        assert code(stage.world.press("boss", name, 202648)) == "refused-week-over"


def test_whoever_wants_no_more_of_these_gets_none_until_they_do(stage: Stage) -> None:
    looked_at(stage)
    answer = stage.world.press("boss", ActionName.WEEKLY_OFF, 202648)
    assert code(answer) == "weekly-off-noted"
    assert [button.name for button in answer.buttons] == [ActionName.WEEKLY_ON]
    stage.later(weeks=1)
    assert len(previews(stage)) == 1
    stage.world.press("boss", ActionName.WEEKLY_ON, 202648)
    stage.later(weeks=1)
    assert len(previews(stage)) == 2


def test_a_day_changed_in_the_week_brings_no_second_preview(stage: Stage) -> None:
    looked_at(stage)
    stage.world.ask(lambda unit: change_settings(unit, HOUSE, {"highlights_weekday": 6}, "test"))
    stage.later(days=1)
    stage.later(hours=1)
    assert len(previews(stage)) == 1
    assert pages(stage) == []
