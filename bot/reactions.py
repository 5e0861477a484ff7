"""An emoji on a colleague's message is glitter for it; on glitter's own post it says "me too".

Taking the emoji away takes it back.
"""

from dataclasses import replace

from bot import homes, news, texts
from bot.awards import (
    Gift,
    check_daily,
    check_receivers,
    direct_posts,
    look_back,
    new_awards,
    posted,
    unverified,
)
from bot.errors import Refusal
from bot.heard import Reacted
from bot.memory import Owed, Unit
from bot.model import Kind, PlaceKind, Standing
from bot.scene import Scene
from bot.undoing import take_back


def reacted(unit: Unit, heard: Reacted) -> None:
    """Give or take back; whatever may not be given is left alone, a reaction is no command."""
    workspace = unit.workspaces.get(heard.workspace_id)
    if workspace is None or workspace.suspended_at:
        return
    if heard.author is None:
        _me_too(unit, heard)
        return
    source_ref = _ref(heard, heard.emoji)
    gives = heard.emoji in workspace.settings.emoji
    # What was given is taken back also where admins have chosen other emoji since.
    if not (gives if heard.added else unit.awards.by_ref(workspace.id, source_ref)):
        return
    profiles = (heard.speaker, heard.author)
    unit.members.put(workspace.id, profiles)
    members = unit.members.find(workspace.id, [profile.account for profile in profiles])
    scene = Scene(unit, workspace, members[heard.speaker.account], members)
    if heard.added:
        _give(scene, heard, source_ref)
    else:
        _take_back(scene, source_ref)


def _me_too(unit: Unit, heard: Reacted) -> None:
    """Any emoji joins in, once; bots and strangers do not."""
    award_id = unit.deliveries.award_at(heard.workspace_id, heard.place, heard.message_ref)
    award = unit.awards.get(heard.workspace_id, award_id) if award_id else None
    if award is None or award.kind is not Kind.GLITTER:
        return
    unit.members.put(heard.workspace_id, [heard.speaker])
    account = heard.speaker.account
    member = unit.members.find(heard.workspace_id, [account])[account]
    if not heard.added:
        unit.awards.unreact(award.id, member.id)
    elif member.standing in (Standing.ACTIVE, Standing.UNVERIFIED):
        unit.awards.react(award.id, member.id)


def _give(scene: Scene, heard: Reacted, source_ref: str) -> None:
    assert heard.author is not None
    receiver = scene.members[heard.author.account]
    reason = texts.say(scene.workspace.reader, "reason-message")
    gift = Gift((receiver,), reason, heard.place, source_ref, link=heard.link)
    new = new_awards(scene, gift)
    before = look_back(scene, new)
    if before.recorded or _has_given(scene, heard):
        return
    try:
        check_receivers(scene.speaker, gift.receivers, Kind.GLITTER)
        limit = scene.workspace.settings.daily_glitter_limit
        check_daily(scene, "daily-glitter", limit, before.today, 1)
    except Refusal as refusal:
        _tell_of_the_limit(scene, refusal)
        return
    award_id = scene.unit.awards.add(new)[0]
    scene.unit.deliveries.owe(_told(scene, heard, gift, award_id))
    homes.renew(scene.unit, scene.workspace, [scene.speaker, receiver])


def _has_given(scene: Scene, heard: Reacted) -> bool:
    """Whether another emoji of the speaker's on the same message stands for glitter already."""
    others = (_ref(heard, one) for one in scene.workspace.settings.emoji if one != heard.emoji)
    gifts = (scene.unit.awards.by_ref(scene.workspace.id, other) for other in others)
    return any(one.retracted_at is None for gift in gifts for one in gift)


def _ref(heard: Reacted, emoji: str) -> str:
    return f"reaction:{heard.message_ref}:{heard.speaker.account}:{emoji}"


def _told(scene: Scene, heard: Reacted, gift: Gift, award_id: int) -> list[Owed]:
    """A word below the message where the admins want that, else to its author alone."""
    workspace, giver, receivers = scene.workspace, scene.speaker, gift.receivers
    post = posted(scene, gift, award_id)
    if not workspace.settings.reaction_replies or heard.place.kind is not PlaceKind.CHANNEL:
        return direct_posts(workspace, post, giver, receivers)
    reply = Owed(
        workspace.id,
        heard.place,
        replace(post, below=True),
        workspace.reader,
        award_id=award_id,
        below=heard.message_ref,
        check_first=unverified([giver, *receivers]),
    )
    return [reply]


def _tell_of_the_limit(scene: Scene, refusal: Refusal) -> None:
    """Only this one would surprise: nobody expects glitter for themselves or for a bot."""
    if refusal.notice.code == "refused-daily-glitter":
        news.tell(scene.unit, scene.workspace, scene.speaker, refusal.notice)


def _take_back(scene: Scene, source_ref: str) -> None:
    gift = [
        award
        for award in scene.unit.awards.by_ref(scene.workspace.id, source_ref)
        if award.giver_id == scene.speaker.id and award.retracted_at is None
    ]
    if gift:
        take_back(scene, gift, source_ref)
