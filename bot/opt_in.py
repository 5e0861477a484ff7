"""Where a house decides so, nobody gets a cactus who has not agreed to get any."""

from collections.abc import Iterable, Sequence

from bot import homes, news, people
from bot.errors import Refusal
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Button, Message, Notice
from bot.model import Member, OptIn, Workspace
from bot.scene import Scene

ANSWERS = {ActionName.TAKE_CACTI: OptIn.YES, ActionName.NO_CACTI: OptIn.NO}


def may_get(workspace: Workspace, member: Member) -> bool:
    """Whether a cactus may reach the member: where nobody opts in, everybody."""
    return not workspace.settings.receivers_opt_in or member.opt_in is OptIn.YES


def willing(scene: Scene, members: Iterable[Member]) -> list[Member]:
    """Those whom a cactus may reach; the others are asked, each once and in private."""
    found = []
    for one in members:
        if may_get(scene.workspace, one):
            found.append(one)
        else:
            _ask(scene.unit, scene.workspace, one)
    return found


def require(scene: Scene, member: Member, at: str) -> None:
    """Raises Refusal, the same for no and not yet, so that nobody is pressed to agree."""
    if not willing(scene, [member]):
        raise Refusal("opt-in", people=people.persons([member]), at=at)


def lost(workspace: Workspace, owners: Sequence[Member]) -> list[Member]:
    """Those of a cactus on its way who do not take any by now."""
    return [one for one in owners if not may_get(workspace, one)]


def chosen(scene: Scene, name: ActionName) -> Message:
    """The speaker's answer, also to change it later."""
    answer = ANSWERS[name]
    scene.unit.members.opt_in(scene.speaker.id, answer)
    homes.renew(scene.unit, scene.workspace, [scene.speaker])
    return Notice("opt-in-yes" if answer is OptIn.YES else "opt-in-no")


def _ask(unit: Unit, workspace: Workspace, member: Member) -> None:
    """It tells neither who wants to write nor what."""
    if member.opt_in is OptIn.UNASKED and member.account:
        unit.members.opt_in(member.id, OptIn.ASKED)
        buttons = tuple(Button(name, "1") for name in ANSWERS)
        news.tell(unit, workspace, member, Notice("opt-in-ask", buttons=buttons))
