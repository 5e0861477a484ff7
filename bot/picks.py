"""The moment of the week, picked among all its glitter by an admin, by HR, or by a team's lead."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot import digests, highlights, moments, people, visits
from bot.errors import Refusal
from bot.heard import Action, ActionName
from bot.memory import Unit
from bot.messages import Message, MomentChoice, Notice, Story
from bot.model import IsoWeek, Member
from bot.moments import Gift
from bot.scene import Scene

UNTIL = timedelta(hours=1)
"""Before the week is due."""
EACH = 8
"""Stories on a page."""


def listed(scene: Scene, page: int = 1) -> MomentChoice:
    """A page of what the speaker can pick for the coming week, the newest first. Raises Refusal."""
    week = digests.upcoming(scene.unit, scene.workspace)
    until = _until(scene, week)
    given = _given(scene, week)
    open_to_choice = [gift for gift in reversed(_of_speaker(scene, given)) if gift.may_be_told]
    pages = max(1, -(-len(open_to_choice) // EACH))
    page = min(page, pages)
    shown = open_to_choice[(page - 1) * EACH : page * EACH]
    return MomentChoice(
        until,
        tuple(highlights.in_short(moments.story(gift)) for gift in shown),
        _picked(scene, week, given),
        page,
        pages,
    )


def pressed(scene: Scene, action: Action, award_id: int) -> Message:
    """Pick from the list, which then stands anew, or from a post. Raises Refusal."""
    week = digests.upcoming(scene.unit, scene.workspace)
    ref = action.fields.get("message")
    if ref is None:
        pick(scene, week, award_id)
        return listed(scene)
    at_post = scene.unit.deliveries.award_at(scene.workspace.id, action.place, ref)
    gift = pick(scene, week, at_post or 0)
    return Notice("moment-picked", moments.story(gift).receivers)


def pick(scene: Scene, week: IsoWeek, award_id: int) -> Gift:
    """Make the gift of an award the moment of a coming week. Raises Refusal."""
    unit, workspace = scene.unit, scene.workspace
    _until(scene, week)
    given = _given(scene, week)
    mine = _of_speaker(scene, given)
    gift = next((one for one in given if award_id in {each.id for each in one.awards}), None)
    if gift is None:
        raise Refusal("moment-unknown")
    if gift not in mine:
        raise Refusal("moment-who")
    if not gift.may_be_told:
        raise Refusal("moment-not")
    plan = unit.digests.plan(workspace.id, week)
    unit.digests.set_plan(workspace.id, week, replace(plan, moment_id=gift.first.id))
    actor = scene.speaker.account or str(scene.speaker.id)
    unit.audit.add(workspace.id, actor, ActionName.PICK.value, {"week": str(week)})
    return gift


def may(unit: Unit, member: Member) -> bool:
    """Whether there is anything that they could choose."""
    return bool(visits.powers(unit, member))


def _until(scene: Scene, week: IsoWeek) -> datetime:
    until = digests.due(week, scene.workspace.settings) - UNTIL
    if scene.unit.now > until:
        raise Refusal("moment-late")
    return until


def _given(scene: Scene, week: IsoWeek) -> Sequence[Gift]:
    """All that the week will tell, up to this very moment, oldest first."""
    so_far = digests.span(scene.unit, scene.workspace, week)
    whole = replace(so_far, ends_at=digests.due(week, scene.workspace.settings))
    return highlights.read(scene.unit, scene.workspace, whole).gifts


def _of_speaker(scene: Scene, given: Sequence[Gift]) -> Sequence[Gift]:
    """All of it for admins and HR; for a lead what came to their team and to others in it."""
    unit = scene.unit
    if people.is_admin_or_hr(unit, scene.speaker):
        return given
    led = {team.id for team in visits.led(unit, scene.speaker)}
    if not led:
        raise Refusal("moment-who")
    teams = unit.teams.of_members(scene.workspace.id)
    own = {member_id for member_id, ids in teams.items() if led & set(ids)} - {scene.speaker.id}
    return [
        gift
        for gift in given
        if own & {one.receiver_id for one in gift.awards} or led & {one.id for one in gift.teams}
    ]


def _picked(scene: Scene, week: IsoWeek, given: Sequence[Gift]) -> Story | None:
    chosen = scene.unit.digests.plan(scene.workspace.id, week).moment_id
    found = (gift for gift in given if gift.first.id == chosen and gift.may_be_told)
    return next((highlights.in_short(moments.story(gift)) for gift in found), None)
