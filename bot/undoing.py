"""Taking glitter back."""

from collections.abc import Sequence

from bot import digests, homes, people
from bot.awards import UNDO_WITHIN, crews_of, receivers_of
from bot.errors import Refusal
from bot.messages import AwardPosted, Message, Notice
from bot.model import Award, Kind
from bot.scene import Scene
from bot.teams import named


def undo(scene: Scene, source_ref: str, award_id: int | None) -> Message:
    """Take a gift back: the one meant, or the speaker's newest. Raises Refusal."""
    unit, speaker = scene.unit, scene.speaker
    since = unit.now - UNDO_WITHIN
    if done := unit.awards.retracted_by(speaker.id, source_ref, since - UNDO_WITHIN):
        return Notice("undone", people=receivers_of(scene, done))
    award = _to_undo(scene, award_id)
    gift = unit.awards.by_ref(award.workspace_id, award.source_ref)
    named = receivers_of(scene, gift)
    if award.retracted_at:
        return Notice("undone-already", people=named)
    if award.given_at < since:
        raise Refusal("undo-late")
    if not take_back(scene, gift, source_ref):
        return Notice("undone-already", people=named)
    return Notice("undone", people=named)


def looked_at(scene: Scene, award_id: int) -> Message:
    """A post as its giver sees it: they can take it back from there. Raises Refusal."""
    award = _to_undo(scene, award_id)
    if award.retracted_at:
        raise Refusal("gone")
    gift = scene.unit.awards.by_ref(award.workspace_id, award.source_ref)
    return AwardPosted(
        gift[0].id,
        people.person(scene.speaker),
        receivers_of(scene, gift),
        award.reason,
        award.tags,
        award.source,
        award.link,
        tuple(map(named, crews_of(scene.unit, scene.workspace, gift))),
        undoable=award.given_at >= scene.unit.now - UNDO_WITHIN,
    )


def take_back(scene: Scene, gift: Sequence[Award], source_ref: str) -> bool:
    """Take a gift back wherever it was told. False: somebody was first, nothing has changed."""
    if not scene.unit.awards.retract(gift, source_ref):
        return False
    scene.unit.deliveries.take_back(gift[0].id, scene.workspace.reader)
    digests.mend(scene.unit, scene.workspace, gift[0].given_at)
    homes.renew_about(scene.unit, scene.workspace, gift)
    return True


def _to_undo(scene: Scene, award_id: int | None) -> Award:
    if award_id is None:
        since = scene.unit.now - UNDO_WITHIN
        if latest := scene.unit.awards.latest(scene.speaker.id, Kind.GLITTER, since):
            return latest
        raise Refusal("undo-none")
    award = scene.unit.awards.get(scene.workspace.id, award_id)
    if award is None or award.kind is not Kind.GLITTER:
        raise Refusal("gone")
    if award.giver_id != scene.speaker.id:
        raise Refusal("not-yours")
    return award
