"""Typed text becomes a command. One pass, linear time; nothing is looked up here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from bot import by_name, texts
from bot.by_name import InQuotes
from bot.cleaning import clean
from bot.errors import Refusal
from bot.heard import GroupMention, Mention, Said
from bot.heard import Part as Heard
from bot.model import Kind, Profile, Source, Team
from bot.teams import Names, fold
from bot.values import dataclass

MAX_RECEIVERS = 20

Part = str | Mention | GroupMention | Team | InQuotes
Words = tuple[Part, ...]
"""A reason: text, and people and teams named in passing."""


@dataclass(frozen=True, slots=True)
class Give:
    """Glitter or a cactus for these people and teams."""

    kind: Kind
    receivers: tuple[Profile, ...]
    reason: Words
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    teams: tuple[Team, ...] = ()
    by_name: tuple[InQuotes, ...] = ()
    """Colleagues without an account."""
    groups: tuple[GroupMention, ...] = ()
    """Groups that are none of the teams; each of their people receives."""


@dataclass(frozen=True, slots=True)
class Ask:
    """A command that begins with a word: `help`, `me`, `show 12`, …"""

    word: str
    kind: Kind
    rest: str = ""
    empty: bool = False
    """Nothing at all was typed."""
    people: tuple[Profile, ...] = ()


Command = Give | Ask

WORDS = (
    "help",
    "me",
    "undo",
    "home",
    "settings",
    "export",
    "mydata",
    "history",
    "open",
    "show",
    "away",
    "back",
    "mute",
    "hours",
    "stats",
    "name",
    "link",
    "moment",
)
WITH_MORE = {
    Kind.GLITTER: frozenset({"export", "link"}),
    Kind.CACTUS: frozenset({"show", "away", "mute", "hours"}),
}
"""Words that are followed by something, perhaps by a mention."""
_WORD = re.compile(r"\S+")
_TAG = re.compile(r"#(\w[\w-]{0,39})")
_AT_NAME = re.compile(r"@\w[^\s,;:]{0,79}")
_MARK = re.compile(r"\s*[,:;]\s+")
_JOINT = re.compile(r"[\s,;&+]+")


@cache
def listed(text: str) -> frozenset[str]:
    """The words of a comma-separated text, from every language together.

    Also as a keyboard without their marks types them: `angra`, `mina`, `oppna`.
    """
    every = (texts.words(language, text).split(",") for language in texts.LANGUAGES)
    found = {word.strip() for words in every for word in words} - {""}
    return frozenset(found | set(map(fold, found)))


def is_a_word_of_ours(text: str) -> bool:
    """Whether it is `help`, `me`, `undo`, … in any language, which nothing else can be called."""
    return text.strip().lower() in _meanings() or text.strip().lower() in listed("words-team")


@cache
def _meanings() -> dict[str, str]:
    return {heard: word for word in WORDS for heard in listed(f"words-{word}")}


@cache
def _customer() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, sorted(listed("words-customer"))))
    return re.compile(rf"\s*(?:{prefixes})\s*:\s*", re.IGNORECASE)


def parse(said: Said, names: Names) -> Command:
    """Read what was typed; `names` tells the teams of the workspace.

    Raises Refusal where nobody can be told from it, and WhichTeam where several teams can.
    """
    parts = cleaned(said.parts, names)
    if asked := _word_with_more(parts, said.command):
        return asked
    if not _is_one_word(parts):
        parts = _with_names(parts, names, said.command)
    start, end = _run_of_names(parts)
    if start == end:
        text = "".join(part for part in parts if isinstance(part, str))
        by_name.refuse_unknown(text)
        return _word_alone(text, said.command)
    source, before = _heard_from(parts[:start])
    after = _without_comma(parts[end:])
    if source is Source.COLLEAGUE:
        source, after = _heard_from(after)
    reason, tags = _tagged([*before, *parts[start:end], *after] if before else after)
    _refuse_typed_name(reason)
    return _give(said.command, parts[start:end], reason, tags, source)


def _give(
    kind: Kind, named: Sequence[Part], reason: Words, tags: tuple[str, ...], source: Source
) -> Give:
    """Whoever is named twice receives once."""
    people = {part.profile.account: part.profile for part in _mentions(named)}
    teams = {part.id: part for part in named if isinstance(part, Team)}
    quoted = {(part.key, part.team.id): part for part in named if isinstance(part, InQuotes)}
    groups = {part.group: part for part in named if isinstance(part, GroupMention)}
    return Give(
        kind,
        (*people.values(),),
        reason,
        tags,
        source,
        (*teams.values(),),
        (*quoted.values(),),
        (*groups.values(),),
    )


def cleaned(heard: Sequence[Heard], names: Names) -> list[Part]:
    """Clean text, people, and teams for the groups that are teams; no text twice in a row."""
    parts: list[Part] = []
    for part in heard:
        shown: Part = _known(part, names) if isinstance(part, GroupMention) else part
        if isinstance(shown, str) and parts and isinstance(parts[-1], str):
            parts[-1] += shown
        else:
            parts.append(shown)
    cleaned = (clean(part) if isinstance(part, str) else part for part in parts)
    return [part for part in cleaned if part != ""]


def _known(mention: GroupMention, names: Names) -> Team | GroupMention | str:
    return names.of_group(mention.group) or (mention if mention.people else f"@{mention.name}")


def _is_one_word(parts: Sequence[Part]) -> bool:
    """Whether it is `help`, `me`, `undo`, … alone, which no team can be called."""
    only = parts[0] if len(parts) == 1 else None
    return isinstance(only, str) and only.strip().lower() in _meanings()


def _with_names(parts: Sequence[Part], names: Names, kind: Kind) -> list[Part]:
    """Teams and colleagues in the place of their names: at the beginning, and next to whoever is
    named there."""
    made: list[Part] = []
    for part in parts:
        if isinstance(part, str) and (not made or _is_name_or_joint(made[-1])):
            made += _split_names(part, names, kind, begins=not made)
        else:
            made.append(part)
    return made


def _is_name_or_joint(part: Part) -> bool:
    return not isinstance(part, str) or _joins(part)


def _split_names(text: str, names: Names, kind: Kind, *, begins: bool) -> Iterator[Part]:
    """Behind a name, glitter goes to a team also without an `and`; the words of a cactus may well
    begin with a team."""
    at = 0
    for _ in range(MAX_RECEIVERS + 1):
        found = (_customer() if begins else _joint()).match(text, at)
        before = found[0] if found else ""
        unsure = kind is Kind.CACTUS and not begins and before.strip() == ""
        found_there = None if unsure else _name_at(text, at + len(before), names)
        if found_there is None:
            break
        if before:
            yield before
        named, at = found_there
        yield named
        begins = False
    if at < len(text):
        yield text[at:]


def _name_at(text: str, start: int, names: Names) -> tuple[Team | InQuotes, int] | None:
    """A team, or a colleague without an account, and where the rest begins."""
    if quoted := by_name.at_start(text, start, names):
        return quoted.person, quoted.end
    named = names.at_start(text, start)
    return (named.team, named.end) if named else None


@cache
def _joint() -> re.Pattern[str]:
    """Whatever stands between two names."""
    words = "|".join(map(re.escape, sorted(listed("words-and"))))
    return re.compile(rf"[\s,;&+]*(?:(?:{words})(?!\w)[\s,;&+]*)?", re.IGNORECASE)


@cache
def _wish() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, sorted(listed("words-wish"))))
    return re.compile(rf"(?<!\w)(?:{prefixes})\s*:\s*", re.IGNORECASE)


def split_wish(reason: str) -> tuple[str, str]:
    """What happened, and what would have been better (behind `wish:`); "" where it is not said."""
    found = _wish().search(reason)
    if found is None:
        return reason, ""
    return reason[: found.start()].strip(), reason[found.end() :].strip()


def plain(said: Said) -> str:
    """The typed words as their writer would type them again."""
    return clean("".join(_typed(part, {}) for part in said.parts)).strip()


def spell(words: Words, names: dict[str, str]) -> str:
    """The reason as text; `names` gives the name to an account."""
    return clean("".join(_typed(word, names) for word in words)).strip()


def _typed(part: Heard | Part, names: dict[str, str]) -> str:
    match part:
        case str():
            return part
        case Mention(profile):
            return "@" + (names.get(profile.account) or profile.name or profile.account)
        case GroupMention(_, name):
            return f"@{name}"
        case InQuotes(name):
            return f"“{name}”"
        case Team():
            return part.name


def _mentions(parts: Iterable[Heard | Part]) -> list[Mention]:
    return [part for part in parts if isinstance(part, Mention)]


def _run_of_names(parts: Sequence[Part]) -> tuple[int, int]:
    """Where the first names stand together, as a half-open range; empty where there are none."""
    start = next((at for at, part in enumerate(parts) if not isinstance(part, str)), len(parts))
    end = last = start
    while end < len(parts):
        part = parts[end]
        if not isinstance(part, str):
            last = end + 1
        elif not _joins(part):
            break
        end += 1
    return start, last


def _without_comma(parts: Sequence[Part]) -> list[Part]:
    """`kassan: so calm` without the mark that belongs to the name."""
    rest = list(parts)
    if rest and isinstance(rest[0], str) and (mark := _MARK.match(rest[0])):
        rest[0] = rest[0][mark.end() :]
    return rest


def _joins(text: str) -> bool:
    """Whether the text between two mentions is only `,` or `and`."""
    if len(text) > 20:
        return False
    words = [word for word in _JOINT.split(text.lower()) if word]
    return all(word in listed("words-and") for word in words)


def _heard_from(parts: Sequence[Part]) -> tuple[Source, list[Part]]:
    """Take `customer:` off the front."""
    rest = list(parts)
    if rest and isinstance(rest[0], str) and (prefix := _customer().match(rest[0])):
        rest[0] = rest[0][prefix.end() :]
        return Source.CUSTOMER, [part for part in rest if part != ""]
    return Source.COLLEAGUE, [] if _blank(rest) else rest


def _blank(parts: Sequence[Part]) -> bool:
    return all(isinstance(part, str) and not part.strip() for part in parts)


def _tagged(parts: Sequence[Part]) -> tuple[Words, tuple[str, ...]]:
    """Collect `#values`; those at the very end leave the text."""
    tags: dict[str, None] = {}
    kept = list(parts)
    for at, part in enumerate(kept):
        if isinstance(part, str):
            found, end_of_words = _tags_of(part)
            tags |= dict.fromkeys(found)
            if at == len(kept) - 1:
                kept[at] = part[:end_of_words]
    return tuple(kept), tuple(tags)


def _tags_of(text: str) -> tuple[list[str], int]:
    """The `#values` of a text, and where it ends without those at its very end."""
    if "#" not in text:
        return [], len(text.rstrip())
    tags: list[str] = []
    end_of_words = 0
    for word in _WORD.finditer(text):
        if tag := _TAG.fullmatch(word[0]):
            tags.append(tag[1].lower())
        else:
            end_of_words = word.end()
    return tags, end_of_words


def tags_in(text: str) -> tuple[str, ...]:
    """Values named in a field of their own, with or without `#`."""
    words = (word.lstrip("#") for word in _JOINT.split(text))
    return tuple(dict.fromkeys(word.lower() for word in words if _TAG.fullmatch(f"#{word}")))


def _word_with_more(parts: Sequence[Part], kind: Kind) -> Ask | None:
    """`away 2026-07-01..2026-07-31 @kim`: a word first, whatever follows it."""
    text = " ".join(part for part in parts if isinstance(part, str))
    first, _, rest = text.strip().partition(" ")
    word = _meanings().get(first.lower())
    if word not in WITH_MORE[kind] or not parts or not isinstance(parts[0], str):
        return None
    people = tuple(part.profile for part in _mentions(parts))
    return Ask(word, kind, rest.strip(), people=people)


def _word_alone(text: str, kind: Kind) -> Ask:
    words = text.split(maxsplit=2)
    if not words:
        return Ask("help", kind, empty=True)
    word = _meanings().get(words[0].lower())
    if word and len(words) == 1:
        return Ask(word, kind)
    if word == "mydata":
        return Ask(word, kind, rest=text.strip()[len(words[0]) :].strip())
    if word == "name":
        return Ask(word, kind, rest=text.strip()[len(words[0]) :].strip())
    if typed := _AT_NAME.search(text):
        raise Refusal("not-a-mention", detail=typed[0])
    raise Refusal("nobody")


def naming(text: str) -> str:
    """`me`, `first` or `out`, in whichever language it was typed; "" for anything else."""
    word = text.strip().lower()
    if _meanings().get(word) == "me":
        return "me"
    return next((known for known in ("first", "out") if word in listed(f"words-{known}")), "")


def _refuse_typed_name(reason: Words) -> None:
    """`@kim @bo …` where only one of them was chosen from the list."""
    first = reason[0] if reason else ""
    if isinstance(first, str) and (typed := _AT_NAME.match(first.lstrip())):
        raise Refusal("not-a-mention", detail=typed[0])
