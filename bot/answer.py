"""The one way in: what was said or pressed becomes what is answered, inside one transaction."""

from collections.abc import Sequence
from dataclasses import replace

from bot import awards, followups, people
from bot.awards import Scene
from bot.commands import Ask, Give, parse, plain
from bot.errors import Refusal
from bot.messages import Action, ActionName, Answer, Help, Mention, Message, Notice, Said
from bot.model import Kind, Move, PlaceKind, Profile, Reader
from bot.outcome_rules import is_taken_back
from bot.people import AskPlatform
from bot.ports import Owed, Unit

HIGHEST_ID = 2**31 - 1
"""What an id can be on every database."""


def answer(
    heard: Said | Action, unit: Unit, told: Sequence[Profile] | None
) -> Answer | AskPlatform:
    """Decide, write, and say what the speaker reads; refusals write nothing.

    `told` is what the platform said of people nobody knew; None where it was not asked yet.
    Where the answer cannot travel back with the request, it is owed to `heard.reply_to`.
    """
    workspace = unit.workspaces.get(heard.workspace_id)
    if workspace is None or workspace.suspended_at:
        code = "refused-suspended" if workspace else "workspace-unknown"
        return Answer(Notice(code), workspace.reader if workspace else Reader("en", "UTC"))
    members = people.gather(unit, heard, _profiles(heard), told)
    if isinstance(members, AskPlatform):
        return members
    scene = Scene(unit, workspace, members[heard.speaker.account], members)
    reader = people.reader(scene.speaker, workspace)
    message = _refusing(scene, heard)
    if heard.reply_to is not None:
        unit.deliveries.owe([Owed(workspace.id, heard.reply_to, message, reader)])
    return Answer(message, reader, owed=heard.reply_to is not None)


def _profiles(heard: Said | Action) -> list[Profile]:
    """Everybody whom the request names, once, the speaker first."""
    found = {heard.speaker.account: heard.speaker}
    for part in heard.parts if isinstance(heard, Said) else ():
        if isinstance(part, Mention):
            found.setdefault(part.profile.account, part.profile)
    return list(found.values())


def _refusing(scene: Scene, heard: Said | Action) -> Message:
    try:
        return _said(scene, heard) if isinstance(heard, Said) else _pressed(scene, heard)
    except Refusal as refusal:
        draft = plain(heard) if isinstance(heard, Said) else ""
        fits = len(draft) <= 2 * awards.LONGEST
        return replace(refusal.notice, draft=draft if fits else "")


def _said(scene: Scene, said: Said) -> Message:
    if said.openly and said.command is Kind.CACTUS:
        return _cactus_in_the_open(scene, said)
    match parse(said):
        case Give(kind=Kind.GLITTER) as give:
            return awards.give_glitter(scene, said, give)
        case Give() as give:
            return followups.give_cactus(scene, said, give)
        case Ask(word="me"):
            return awards.my_glitter(scene)
        case Ask(word="undo"):
            return awards.undo(scene, said.source_ref, None)
        case Ask(word="help", kind=kind):
            return Help(kind)
        case Ask():
            raise Refusal("not-ready")


def _cactus_in_the_open(scene: Scene, said: Said) -> Message:
    """It already stands where others read it: store nothing, and repeat nothing."""
    if said.place.kind is PlaceKind.CHANNEL:
        aloud = Notice("cactus-openly-aloud")
        scene.unit.deliveries.owe(
            [Owed(said.workspace_id, said.place, aloud, scene.workspace.reader)]
        )
    return Notice("cactus-openly-private")


def _pressed(scene: Scene, action: Action) -> Message:
    known_form = action.subject.isdecimal() and len(action.subject) < 18
    subject = int(action.subject) if known_form else 0
    if not 0 < subject <= HIGHEST_ID:
        raise Refusal("gone")
    match action.name:
        case ActionName.UNDO:
            return awards.undo(scene, action.source_ref, subject)
        case ActionName.GIVE_AGAIN:
            return _give_again(scene, subject)
        case ActionName.WITHDRAW:
            return followups.press(scene, Move.WITHDRAW, subject)
        case ActionName.SEND_NOW:
            return followups.press(scene, Move.SEND_NOW, subject)
        case ActionName.RESEND:
            return _resend(scene, subject)


def _give_again(scene: Scene, draft_id: int) -> Message:
    said = scene.unit.drafts.get(scene.workspace.id, draft_id, scene.speaker.id)
    if said is None:
        raise Refusal("gone")
    # However often the button is pressed, the draft is given once.
    said = replace(said, source_ref=f"draft:{draft_id}")
    accounts = [profile.account for profile in _profiles(said)]
    members = scene.unit.members.find(scene.workspace.id, accounts)
    give = parse(said)
    if not isinstance(give, Give):
        raise Refusal("gone")
    return awards.give_glitter(replace(scene, members=members), said, give, again=True)


def _resend(scene: Scene, delivery_id: int) -> Message:
    if scene.unit.workspaces.installer(scene.workspace.id) != scene.speaker.account:
        raise Refusal("not-yours")
    found = scene.unit.deliveries.get(scene.workspace.id, delivery_id)
    award_id = getattr(found[0].message, "award_id", None) if found else None
    if is_taken_back(scene.unit, scene.workspace.id, award_id):
        raise Refusal("gone")
    if not scene.unit.deliveries.revive(scene.workspace.id, delivery_id):
        raise Refusal("gone")
    return Notice("resent")
