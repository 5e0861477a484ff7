"""The day before: admins see what the week will tell, and may still decide about it."""

from datetime import timedelta

from bot import digests, highlights, leads, moments, naming, news, people, picks
from bot.errors import Refusal
from bot.heard import ActionName
from bot.highlights import Told
from bot.memory import Unit
from bot.messages import Button, HighlightsPreview, Message, Notice, Story
from bot.model import Duty, IsoWeek, Plan, Workspace
from bot.scene import Scene
from bot.weeks import following

AHEAD = timedelta(days=1)
CANDIDATES = 8


def run_due(unit: Unit, workspace_id: str) -> bool:
    """Owe the preview of the coming week to each admin, once. True where there was one."""
    workspace = unit.workspaces.get(workspace_id)
    if workspace is None or workspace.settings.highlights_channel is None:
        return False  # without a channel they hear of that when it is due
    week = following(unit.workspaces.last_week(workspace_id))
    if not unit.workspaces.claim_preview(workspace_id, week):
        return False
    told = preview(unit, workspace, week)
    for admin in unit.members.with_duty(workspace_id, Duty.ADMIN):
        if admin.weekly:
            news.tell(unit, workspace, admin, told)
    return True


def preview(unit: Unit, workspace: Workspace, week: IsoWeek) -> HighlightsPreview:
    """The week as it stands now."""
    told = highlights.read(unit, workspace, digests.span(unit, workspace, week))
    moment = digests.moment_of(unit, workspace, told)
    entries = highlights.entries(told)
    groups, left = naming.named(entries, naming.BESIDE)
    return HighlightsPreview(
        str(week),
        highlights.number_of(week),
        digests.due(week, workspace.settings),
        len({award.giver_id for award in told.given}),
        len(entries),
        groups,
        left,
        moments.story(moment) if moment else None,
        tuple(_candidates(unit, workspace, told, moment)),
        unit.digests.plan(workspace.id, week).skip,
    )


def _candidates(
    unit: Unit, workspace: Workspace, told: Told, moment: moments.Gift | None
) -> list[Story]:
    if moment is None:
        return []
    others = [gift for gift in told.gifts if gift.may_be_told and gift is not moment]
    ordered = moments.in_turn(unit, workspace, told.span.week, others)[:CANDIDATES]
    return [highlights.in_short(moments.story(gift)) for gift in ordered]


def decide(scene: Scene, name: ActionName, subject: int) -> Message:
    """What an admin has pressed on a preview. Raises Refusal."""
    if name in (ActionName.WEEKLY_OFF, ActionName.WEEKLY_ON):
        return _want(scene, name, subject)
    if not people.is_admin_or_hr(scene.unit, scene.speaker):
        raise Refusal("admins-only")
    unit, workspace = scene.unit, scene.workspace
    week = following(unit.workspaces.last_week(workspace.id))
    if name is ActionName.MOMENT:
        picks.pick(scene, week, subject)
        return preview(unit, workspace, week)
    if subject != highlights.number_of(week):
        raise Refusal("week-over")
    if name is ActionName.POST_WEEK:
        return _post(scene, week)
    plan = unit.digests.plan(workspace.id, week)
    skip = name is ActionName.SKIP_WEEK
    unit.digests.set_plan(workspace.id, week, Plan(plan.moment_id, skip))
    _note(scene, name, week)
    return preview(unit, workspace, week)


def _post(scene: Scene, week: IsoWeek) -> Message:
    if scene.workspace.settings.highlights_channel is None:
        raise Refusal("week-nowhere")
    leads.tell(scene.unit, digests.post_early(scene.unit, scene.workspace, week))
    _note(scene, ActionName.POST_WEEK, week)
    return Notice("week-posted")


def _want(scene: Scene, name: ActionName, subject: int) -> Message:
    wanted = name is ActionName.WEEKLY_ON
    scene.unit.members.set_weekly(scene.speaker.id, wanted)
    other = ActionName.WEEKLY_OFF if wanted else ActionName.WEEKLY_ON
    code = "weekly-on-noted" if wanted else "weekly-off-noted"
    return Notice(code, buttons=(Button(other, str(subject)),))


def _note(scene: Scene, name: ActionName, week: IsoWeek) -> None:
    actor = scene.speaker.account or str(scene.speaker.id)
    scene.unit.audit.add(scene.workspace.id, actor, name.value, {"week": str(week)})
