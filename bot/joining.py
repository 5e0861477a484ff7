"""A colleague who was known by name gets an account: what they received follows."""

from collections.abc import Iterable, Sequence

from bot import by_name, homes, news, people
from bot.awards import check_receivers
from bot.errors import Refusal
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Button, Message, Notice
from bot.model import ByName, Kind, Member, Profile, Standing, Team, Workspace
from bot.scene import Scene
from bot.teams import fold

LONGEST_ID = 10
"""Digits; every id fits, and every database takes them."""


def linked(scene: Scene, text: str, named: Sequence[Member]) -> Message:
    """`link "Kim Berg" (kassan) @kim`: whoever leads the team, HR or an admin. Raises Refusal."""
    found = by_name.at_start(text, 0, scene.names())
    if found is None or found.person.known is None or len(named) != 1:
        raise Refusal("link-how")
    return _link(scene, found.person.known, found.person.team, named[0])


def pressed(scene: Scene, subject: str) -> Message:
    """The button of a hint, which names the two members. Raises Refusal."""
    known_id, _, member_id = map(_id, subject.partition("-"))
    known = scene.unit.by_name.of_members(scene.workspace.id, [known_id]).get(known_id)
    member = scene.unit.members.get(scene.workspace.id, [member_id]).get(member_id)
    if known is None or member is None or member.account is None:
        raise Refusal("gone")
    team = scene.unit.teams.get(scene.workspace.id, [known.team_id])[known.team_id]
    return _link(scene, known, team, member)


def _id(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < LONGEST_ID else 0


def _link(scene: Scene, known: ByName, team: Team, member: Member) -> Message:
    unit, speaker = scene.unit, scene.speaker
    if not may_speak_for(scene, team):
        raise Refusal("link-others", detail=team.name)
    named = people.persons([member])
    if known.joined_id not in (None, member.id):
        raise Refusal("linked-already", detail=known.name)
    check_receivers(speaker, [member], Kind.GLITTER)  # also: nobody makes praise their own
    if known.joined_id is None:
        count = join(unit, scene.workspace, known, member, f"member {speaker.id}")
        return Notice("linked", named, count, detail=known.name)
    return Notice("linked", named, 0, detail=known.name)


def may_speak_for(scene: Scene, team: Team) -> bool:
    """Whoever leads the team, HR and admins act for those in it who have no account."""
    speaker = scene.speaker
    return speaker.id == team.lead_id or people.is_admin_or_hr(scene.unit, speaker)


def join(unit: Unit, workspace: Workspace, known: ByName, member: Member, actor: str) -> int:
    """Give all that was received by name to a member; how many awards. Told and audited."""
    moved = unit.by_name.join(known, member.id)
    details = {"by_name": known.member_id, "member": member.id, "awards": moved}
    unit.audit.add(workspace.id, actor, "people linked", details)
    news.tell(unit, workspace, member, Notice("linked-yours", count=moved))
    homes.renew(unit, workspace, [member])
    return moved


def hint(unit: Unit, workspace_id: str, profiles: Iterable[Profile]) -> None:
    """Ask whoever leads a team whether somebody new is the colleague known there by name."""
    waiting = unit.by_name.all(workspace_id)
    workspace = unit.workspaces.get(workspace_id)
    if not waiting or workspace is None:
        return
    named = {fold(one.name): one.account for one in profiles if one.standing is Standing.ACTIVE}
    alike = {one.member_id: named[fold(one.name)] for one in waiting if fold(one.name) in named}
    members = unit.members.find(workspace_id, alike.values())
    teams = unit.teams.get(workspace_id, {one.team_id for one in waiting})
    for one in waiting:
        member = members.get(alike.get(one.member_id, ""))
        if member and member.id > one.asked_id:
            unit.by_name.ask(one, member.id)
            _ask(unit, workspace, one, teams[one.team_id], member)


def _ask(unit: Unit, workspace: Workspace, known: ByName, team: Team, member: Member) -> None:
    subject = f"{known.member_id}-{member.id}"
    link = (Button(ActionName.LINK, subject),)
    notice = Notice("namesake", people.persons([member]), detail=team.name, buttons=link)
    lead = unit.members.get(workspace.id, [team.lead_id or 0]).get(team.lead_id or 0)
    asked = [lead] if lead and lead.account else news.hr(unit, workspace)
    for one in asked:
        if one.id != member.id:
            news.tell(unit, workspace, one, notice)
