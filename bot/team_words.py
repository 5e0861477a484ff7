"""`/glitter team …`: typed words about a team itself."""

from collections.abc import Sequence

from bot.commands import Part, cleaned, listed
from bot.heard import GroupMention, Mention, Said
from bot.model import Profile, Team
from bot.teams import Names
from bot.values import dataclass

VERBS = (
    "team-new",
    "team-rename",
    "team-alias",
    "team-unalias",
    "team-lead",
    "team-add",
    "team-remove",
    "team-delete",
    "team-cacti",
    "team-group",
)
SHOW = "team"


@dataclass(frozen=True, slots=True)
class TeamAsk:
    """What is asked of a team: `verb` is one of VERBS, or SHOW; `rest` follows the team's name."""

    verb: str
    team: Team | None
    rest: str
    people: tuple[Profile, ...] = ()
    groups: tuple[GroupMention, ...] = ()


def read(said: Said, names: Names) -> TeamAsk | None:
    """None where it is no command about a team. Raises WhichTeam."""
    parts = cleaned(said.parts, names)
    if not parts or not isinstance(parts[0], str):
        return None
    first, _, after = parts[0].strip().partition(" ")
    if first.lower() not in listed("words-team"):
        return None
    word, _, behind = after.strip().partition(" ")
    verb = next((verb for verb in VERBS if word.lower() in listed(f"words-{verb}")), SHOW)
    text = after if verb == SHOW else behind
    team, rest = _team([text, *parts[1:]], names) if verb != VERBS[0] else (None, text)
    if verb == SHOW and team is None and (text.strip() or len(parts) > 1):
        return None  # a team may be called that: `team umeå was so calm`
    if verb == SHOW and rest:
        return None
    people = tuple(part.profile for part in parts if isinstance(part, Mention))
    groups = tuple(part for part in said.parts if isinstance(part, GroupMention))
    return TeamAsk(verb, team, rest, people, groups)


def _team(parts: Sequence[Part], names: Names) -> tuple[Team | None, str]:
    """The team named first, and the typed words behind it."""
    first, *more = [part for part in parts if part != ""] or [""]
    words = " ".join(part for part in more if isinstance(part, str)).strip()
    if isinstance(first, Team):
        return first, words
    if not isinstance(first, str):
        return None, words
    named = names.at_start(first)
    if named is None:
        return None, f"{first} {words}".strip()
    return named.team, f"{first[named.end :]} {words}".strip()
