"""How the highlights name somebody is theirs to choose, also after a post."""

from bot import by_name, commands, digests, homes, joining
from bot.errors import Refusal
from bot.messages import Message, Notice
from bot.model import ByName, Naming, Team
from bot.scene import Scene

TYPED = {"me": Naming.FULL, "first": Naming.FIRST, "out": Naming.OUT}
NOTED = {
    Naming.FULL: "naming-full",
    Naming.FIRST: "naming-first",
    Naming.OUT: "naming-out",
}
NOTED_FOR_ANOTHER = {
    Naming.FULL: "naming-full-other",
    Naming.FIRST: "naming-first-other",
    Naming.OUT: "naming-out-other",
}


def choose(scene: Scene, typed: str) -> Message:
    """`name first`, or `name "Kim Berg" (kassan) first` for somebody without an account.

    Raises Refusal.
    """
    found = by_name.at_start(typed, 0, scene.names())
    if found and found.person.known:
        return _choose_for(scene, found.person.known, found.person.team, typed[found.end :])
    naming = _naming(typed)
    scene.unit.members.set_naming(scene.speaker.id, naming)
    follow(scene)
    homes.renew(scene.unit, scene.workspace, [scene.speaker])
    return Notice(NOTED[naming])


def _choose_for(scene: Scene, known: ByName, team: Team, typed: str) -> Message:
    """What they have told whoever leads their team; from then on an account is asked itself."""
    if not joining.may_speak_for(scene, team):
        raise Refusal("naming-others", detail=team.name)
    if known.joined_id is not None:
        raise Refusal("naming-own", detail=known.name)
    naming = _naming(typed)
    scene.unit.members.set_naming(known.member_id, naming)
    follow(scene)
    details = {"member": known.member_id, "naming": naming.value}
    scene.unit.audit.add(scene.workspace.id, f"member {scene.speaker.id}", "naming", details)
    return Notice(NOTED_FOR_ANOTHER[naming], detail=known.name)


def _naming(typed: str) -> Naming:
    try:
        return TYPED[commands.naming(typed)]
    except KeyError:
        raise Refusal("naming-how") from None


def follow(scene: Scene) -> None:
    """Let the newest highlights name the speaker as they have chosen, wherever they stand."""
    newest = scene.unit.digests.newest(scene.workspace.id)
    if newest and newest.starts_at < newest.ends_at:
        digests.mend(scene.unit, scene.workspace, newest.starts_at)
