"""Teams are made and changed in the chat: by admins, and in part by whoever leads them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot import people
from bot.by_name import LONGEST_NAME as LONGEST_BARE_NAME
from bot.by_name import quoted_names
from bot.cleaning import clean, visible_length
from bot.commands import is_a_word_of_ours, listed
from bot.errors import Refusal
from bot.memory import Unit
from bot.messages import Message, Notice, TeamEntry, TeamList
from bot.model import Member, Team
from bot.scene import Scene
from bot.team_words import SHOW, TeamAsk
from bot.teams import LONGEST_NAME, NAMED_IN_A_TEAM, fold

SHORTEST_NAME = 2
MOST_ALIASES = 10
MOST_LISTED = 40
FOR_LEADS = frozenset({"team-alias", "team-unalias", "team-add", "team-remove"})
"""What whoever leads a team may change of it; the rest is for admins."""


def told(scene: Scene, ask: TeamAsk) -> Message:
    """The teams, or one of them as it stands after what was asked. Raises Refusal."""
    if ask.verb == SHOW:
        return shown(scene.unit, ask.team) if ask.team else everyone(scene)
    if ask.verb == "team-new":
        _check_admin(scene)
        team = new(scene.unit, scene.workspace.id, ask.rest)
        _audit(scene, team, ask.verb)
        return shown(scene.unit, team, "team-saved")
    if ask.team is None:
        raise Refusal("no-team", detail=ask.rest) if ask.rest else Refusal("team-how")
    _check_may_change(scene, ask.team, ask.verb)
    if ask.verb == "team-delete":
        scene.unit.teams.remove(ask.team.id)
        _audit(scene, ask.team, ask.verb)
        return Notice("team-removed", detail=ask.team.name)
    details = _change(scene, ask.team, ask)
    _audit(scene, ask.team, ask.verb, **details)
    team = scene.unit.teams.get(scene.workspace.id, [ask.team.id])[ask.team.id]
    return shown(scene.unit, team, "team-saved")


def _change(scene: Scene, team: Team, ask: TeamAsk) -> Mapping[str, Any]:
    """Change one thing of a team; what the audit tells of it. Raises Refusal."""
    unit = scene.unit
    match ask.verb:
        case "team-rename":
            rename(unit, team, ask.rest.lstrip("=:→ "))
        case "team-alias":
            add_aliases(unit, team, ask.rest.split(","))
        case "team-unalias":
            drop_aliases(unit, team, ask.rest.split(","))
        case "team-cacti":
            unit.teams.save(replace(team, cacti_to_all=_to_all(ask.rest)))
        case "team-group":
            set_group(unit, team, ask.groups[0].group if ask.groups else "")
        case _:
            return _change_people(scene, team, ask)
    return {}


def _change_people(scene: Scene, team: Team, ask: TeamAsk) -> Mapping[str, Any]:
    named = [scene.members[one.account] for one in ask.people]
    if ask.verb == "team-add":
        named += [join_by_name(scene.unit, team, name) for name in quoted_names(ask.rest)]
    if not named or (ask.verb == "team-lead" and len(named) > 1):
        raise Refusal("team-how")
    ids = [one.id for one in named]
    match ask.verb:
        case "team-lead":
            set_lead(scene.unit, team, named[0])
        case "team-add":
            join(scene.unit, team, named)
        case _:
            scene.unit.teams.leave(team.id, ids)
    return {"members": ids}


# ---------------------------------------------------------------- what the command line does too


def new(unit: Unit, workspace_id: str, name: str) -> Team:
    """Raises Refusal for a name that cannot be, or is taken."""
    return unit.teams.add(workspace_id, checked_name(unit, workspace_id, name))


def rename(unit: Unit, team: Team, name: str) -> None:
    """Raises Refusal for a name that cannot be, or is taken."""
    unit.teams.save(replace(team, name=checked_name(unit, team.workspace_id, name, team.id)))


def checked_name(unit: Unit, workspace_id: str, name: str, own_id: int | None = None) -> str:
    """The name as it is kept. Raises Refusal."""
    tidy = checked_words(name)
    for other in unit.teams.named(workspace_id, [fold(tidy)]).get(fold(tidy), []):
        if other.id != own_id and fold(other.name) == fold(tidy):
            raise Refusal("team-taken", detail=other.name)
    return tidy


def checked_words(name: str) -> str:
    """A name or an alias, tidied up. Raises Refusal for what could not be found again."""
    tidy = " ".join(clean(name).split())
    if (
        not SHORTEST_NAME <= visible_length(tidy) <= len(tidy) <= LONGEST_NAME
        or len(fold(tidy)) not in range(1, LONGEST_NAME + 1)
        or tidy.startswith("@")
        or not any(map(str.isalnum, tidy))
        or is_a_word_of_ours(tidy)
    ):
        raise Refusal("team-name", detail=tidy[:LONGEST_NAME], count=LONGEST_NAME)
    return tidy


def add_aliases(unit: Unit, team: Team, names: Iterable[str]) -> None:
    """Raises Refusal. Two teams may share an alias: whoever types it is asked."""
    aliases = {fold(one): one for one in team.aliases}
    for name in map(checked_words, names):
        if fold(name) != fold(team.name):
            aliases.setdefault(fold(name), name)
    if len(aliases) > MOST_ALIASES:
        raise Refusal("team-aliases", count=MOST_ALIASES)
    unit.teams.save(replace(team, aliases=tuple(aliases.values())))


def drop_aliases(unit: Unit, team: Team, names: Iterable[str]) -> None:
    gone = set(map(fold, names))
    kept = tuple(one for one in team.aliases if fold(one) not in gone)
    unit.teams.save(replace(team, aliases=kept))


def join_by_name(unit: Unit, team: Team, name: str) -> Member:
    """Somebody without an account, as this team knows them; new where it knows nobody so called.

    Raises Refusal for a name that cannot be.
    """
    tidy = " ".join(clean(name).split())
    if not fold(tidy) or len(tidy) > LONGEST_BARE_NAME:
        raise Refusal("by-name", detail=tidy[:LONGEST_BARE_NAME])
    known = unit.by_name.known(team.workspace_id, fold(tidy))
    theirs = next((one for one in known if one.team_id == team.id), None)
    found = theirs or unit.by_name.add(team.workspace_id, team.id, tidy)
    return unit.members.get(team.workspace_id, [found.receiver_id])[found.receiver_id]


def set_lead(unit: Unit, team: Team, lead: Member) -> None:
    """Raises Refusal for somebody whom no cactus could reach."""
    check_people([lead])
    if lead.account is None:
        raise Refusal("team-lead-account", people=people.persons([lead]))
    unit.teams.save(replace(team, lead_id=lead.id))


def join(unit: Unit, team: Team, members: Sequence[Member]) -> None:
    """Raises Refusal for bots and strangers."""
    check_people(members)
    unit.teams.join(team.id, [one.id for one in members])


def set_group(unit: Unit, team: Team, group: str) -> None:
    """Raises Refusal where nothing, or another team's group, is given."""
    if not group:
        raise Refusal("team-how")
    other = unit.teams.of_group(team.workspace_id, group)
    if other and other.id != team.id:
        raise Refusal("team-taken", detail=other.name)
    unit.teams.save(replace(team, group=group))


def check_people(members: Sequence[Member]) -> None:
    """Raises Refusal for those who cannot belong to a team."""
    wrong = [one for one in members if one.standing in people.OUTSIDE]
    if wrong:
        raise Refusal(wrong[0].standing.value, people=people.persons(wrong))


# ---------------------------------------------------------------- what is said


def everyone(scene: Scene) -> TeamList:
    """All teams, as many as fit a message."""
    teams = scene.unit.teams.all(scene.workspace.id)
    entries = tuple(_entry(scene.unit, team) for team in teams[:MOST_LISTED])
    return TeamList(entries, len(teams[MOST_LISTED:]))


def shown(unit: Unit, team: Team, news: str = "") -> TeamList:
    """One team and its people."""
    return TeamList((_entry(unit, team, with_people=True),), news=news)


def _entry(unit: Unit, team: Team, *, with_people: bool = False) -> TeamEntry:
    members = unit.teams.people(team.workspace_id, team.id)
    lead = next((one for one in members if one.id == team.lead_id), None)
    few = with_people and len(members) <= 3 * NAMED_IN_A_TEAM
    return TeamEntry(
        team.name,
        team.aliases,
        people.person(lead) if lead else None,
        len(members),
        people.persons(members) if few else (),
        team.cacti_to_all,
    )


def _to_all(words: str) -> bool:
    word = words.strip().lower()
    if word in listed("words-team-all"):
        return True
    if word in listed("words-team-lead"):
        return False
    raise Refusal("team-how")


def _check_admin(scene: Scene) -> None:
    if not people.is_admin(scene.unit, scene.speaker):
        raise Refusal("admin-only")


def _check_may_change(scene: Scene, team: Team, verb: str) -> None:
    leads = verb in FOR_LEADS and team.lead_id == scene.speaker.id
    if not leads and not people.is_admin(scene.unit, scene.speaker):
        raise (
            Refusal("admin-only")
            if verb not in FOR_LEADS
            else Refusal("team-others", detail=team.name)
        )


def _audit(scene: Scene, team: Team, verb: str, **details: Any) -> None:
    actor = f"member {scene.speaker.id}"
    scene.unit.audit.add(scene.workspace.id, actor, verb, {"team": team.id, **details})
