"""How the highlights name somebody is theirs to choose, also after a post."""

from bot import digests, homes
from bot.awards import Scene
from bot.errors import Refusal
from bot.messages import Message, Notice
from bot.model import Naming

TYPED = {"me": Naming.FULL, "first": Naming.FIRST, "out": Naming.OUT}
NOTED = {
    Naming.FULL: "naming-full",
    Naming.FIRST: "naming-first",
    Naming.OUT: "naming-out",
}


def choose(scene: Scene, typed: str) -> Message:
    """Keep what the speaker has chosen; `typed` is a key of TYPED. Raises Refusal."""
    naming = TYPED.get(typed)
    if naming is None:
        raise Refusal("naming-how")
    scene.unit.members.set_naming(scene.speaker.id, naming)
    follow(scene)
    homes.renew(scene.unit, scene.workspace, [scene.speaker])
    return Notice(NOTED[naming])


def follow(scene: Scene) -> None:
    """Let the newest highlights name the speaker as they have chosen, wherever they stand."""
    newest = scene.unit.digests.newest(scene.workspace.id)
    if newest and newest.starts_at < newest.ends_at:
        digests.mend(scene.unit, scene.workspace, newest.starts_at)
