"""Whom a cactus is for, where the typed words name nobody who could answer it."""

from dataclasses import replace

from bot import cacti
from bot.by_name import InQuotes
from bot.commands import Give, plain, split_wish
from bot.errors import Refusal
from bot.heard import ActionName, Said
from bot.messages import Button, CactusDraft, Message, Notice, Person
from bot.model import Profile
from bot.scene import Scene

ASKED_IN_THE_FORM = frozenset({"nobody", "not-a-mention", "by-name", "no-team"})
"""What makes the form open, with the words in it."""


def typed(scene: Scene, said: Said, give: Give) -> Message:
    """A cactus from one line of text, also to somebody without an account. Raises Refusal."""
    others = len(give.receivers) + len(give.teams) + len(give.groups)
    if not give.by_name or others + len(give.by_name) != 1:
        return cacti.typed(scene, said, give)
    return _by_name(scene, said, give, give.by_name[0])


def unaddressed(scene: Scene, said: Said, refusal: Refusal) -> Message:
    """The form, asking for whom the words are. Raises `refusal` where that is not the question."""
    if refusal.code not in ASKED_IN_THE_FORM:
        raise refusal
    situation, wish = split_wish(plain(said))
    draft = CactusDraft(said.place, said.source_ref, "", situation, "", wish)
    if refusal.code == "nobody":
        return cacti.new_form(scene, draft)
    refusal.at = "who"
    return cacti.new_form(scene, draft, refusal)


def _by_name(scene: Scene, said: Said, give: Give, one: InQuotes) -> Message:
    """Somebody without an account could not answer: it may go to their whole team instead."""
    if one.known and one.known.joined_id:
        return cacti.typed(*_with_account(scene, said, give, one.known.joined_id))
    names = {account: member.name for account, member in scene.members.items()}
    draft = cacti.drafted(said, give, names)
    kept = scene.unit.drafts.keep(
        scene.workspace.id, scene.speaker.id, replace(draft, team_id=one.team.id)
    )
    button = (Button(ActionName.TO_TEAM, str(kept)),)
    named = (Person(one.name),)
    return Notice("cactus-by-name", named, detail=one.team.name, draft=plain(said), buttons=button)


def _with_account(scene: Scene, said: Said, give: Give, id: int) -> tuple[Scene, Said, Give]:
    member = scene.unit.members.get(scene.workspace.id, [id])[id]
    account = member.account or ""
    scene = replace(scene, members={**scene.members, account: member})
    return scene, said, replace(give, receivers=(Profile(account),), by_name=())
