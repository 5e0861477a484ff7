"""Typed text becomes a command. One pass, linear time; nothing is looked up here."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from bot import texts
from bot.cleaning import clean
from bot.errors import Refusal
from bot.heard import Mention, Said
from bot.model import Kind, Profile, Source

MAX_RECEIVERS = 20

Words = tuple[str | Mention, ...]
"""A reason: text, and people named in passing."""


@dataclass(frozen=True, slots=True)
class Give:
    """Glitter or a cactus for these people."""

    kind: Kind
    receivers: tuple[Profile, ...]
    reason: Words
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE


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
    "settings",
    "export",
    "history",
    "open",
    "show",
    "away",
    "mute",
    "hours",
    "stats",
)
WITH_MORE = {"show", "away", "mute", "hours"}
"""Words that are followed by something, perhaps by a mention."""
_WORD = re.compile(r"\S+")
_TAG = re.compile(r"#(\w[\w-]{0,39})")
_AT_NAME = re.compile(r"@\w[^\s,;:]{0,79}")
_JOINT = re.compile(r"[\s,;&+]+")


@cache
def _listed(text: str) -> frozenset[str]:
    """The words of a comma-separated text, from every language together."""
    found: set[str] = set()
    for language in texts.LANGUAGES:
        found.update(word.strip() for word in texts.words(language, text).split(","))
    return frozenset(found - {""})


@cache
def _meanings() -> dict[str, str]:
    return {heard: word for word in WORDS for heard in _listed(f"words-{word}")}


@cache
def _customer() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, sorted(_listed("words-customer"))))
    return re.compile(rf"\s*(?:{prefixes})\s*:\s*", re.IGNORECASE)


def parse(said: Said) -> Command:
    """Read what was typed. Raises Refusal where nobody can be told from it."""
    parts = [clean(part) if isinstance(part, str) else part for part in said.parts]
    parts = [part for part in parts if part != ""]
    if said.command is Kind.CACTUS and (asked := _word_with_more(parts)):
        return asked
    start, end = _run_of_mentions(parts)
    if start == end:
        return _word_alone("".join(part for part in parts if isinstance(part, str)), said.command)
    receivers = {part.profile.account: part.profile for part in _mentions(parts[start:end])}
    source, before = _heard_from(parts[:start])
    if source is Source.COLLEAGUE:
        source, after = _heard_from(parts[end:])
    else:
        after = parts[end:]
    reason, tags = _tagged([*before, *parts[start:end], *after] if before else after)
    _refuse_typed_name(reason)
    return Give(said.command, tuple(receivers.values()), reason, tags, source)


@cache
def _wish() -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, sorted(_listed("words-wish"))))
    return re.compile(rf"(?<!\w)(?:{prefixes})\s*:\s*", re.IGNORECASE)


def split_wish(reason: str) -> tuple[str, str]:
    """What happened, and what would have been better (behind `wish:`); "" where it is not said."""
    found = _wish().search(reason)
    if found is None:
        return reason, ""
    return reason[: found.start()].strip(), reason[found.end() :].strip()


def plain(said: Said) -> str:
    """The typed words as their writer would type them again."""
    shown = (part if isinstance(part, str) else f"@{_name(part)}" for part in said.parts)
    return clean("".join(shown)).strip()


def spell(words: Words, names: dict[str, str]) -> str:
    """The reason as text; `names` gives the name to an account."""
    shown = (
        word if isinstance(word, str) else "@" + (names.get(word.profile.account) or _name(word))
        for word in words
    )
    return clean("".join(shown)).strip()


def _name(mention: Mention) -> str:
    return mention.profile.name or mention.profile.account


def _mentions(parts: Iterable[str | Mention]) -> list[Mention]:
    return [part for part in parts if isinstance(part, Mention)]


def _run_of_mentions(parts: Sequence[str | Mention]) -> tuple[int, int]:
    """Where the first mentions stand together, as a half-open range; empty where there are none."""
    start = next((at for at, part in enumerate(parts) if isinstance(part, Mention)), len(parts))
    end = last = start
    while end < len(parts):
        part = parts[end]
        if isinstance(part, Mention):
            last = end + 1
        elif not _joins(part):
            break
        end += 1
    return start, last


def _joins(text: str) -> bool:
    """Whether the text between two mentions is only `,` or `and`."""
    if len(text) > 20:
        return False
    words = [word for word in _JOINT.split(text.lower()) if word]
    return all(word in _listed("words-and") for word in words)


def _heard_from(parts: Sequence[str | Mention]) -> tuple[Source, list[str | Mention]]:
    """Take `customer:` off the front."""
    rest = list(parts)
    if rest and isinstance(rest[0], str) and (prefix := _customer().match(rest[0])):
        rest[0] = rest[0][prefix.end() :]
        return Source.CUSTOMER, [part for part in rest if part != ""]
    return Source.COLLEAGUE, [] if _blank(rest) else rest


def _blank(parts: Sequence[str | Mention]) -> bool:
    return all(isinstance(part, str) and not part.strip() for part in parts)


def _tagged(parts: Sequence[str | Mention]) -> tuple[Words, tuple[str, ...]]:
    """Collect `#values`; those at the very end leave the text."""
    tags: dict[str, None] = {}
    kept = list(parts)
    for at, part in enumerate(kept):
        if not isinstance(part, str):
            continue
        end_of_words = 0
        for word in _WORD.finditer(part):
            if tag := _TAG.fullmatch(word[0]):
                tags[tag[1].lower()] = None
            else:
                end_of_words = word.end()
        if at == len(kept) - 1:
            kept[at] = part[:end_of_words]
    return tuple(kept), tuple(tags)


def _word_with_more(parts: Sequence[str | Mention]) -> Ask | None:
    """`away 2026-07-01..2026-07-31 @kim`: a word first, whatever follows it."""
    text = " ".join(part for part in parts if isinstance(part, str))
    first, _, rest = text.strip().partition(" ")
    word = _meanings().get(first.lower())
    if word not in WITH_MORE or not parts or isinstance(parts[0], Mention):
        return None
    people = tuple(part.profile for part in _mentions(parts))
    return Ask(word, Kind.CACTUS, rest.strip(), people=people)


def _word_alone(text: str, kind: Kind) -> Ask:
    words = text.split(maxsplit=2)
    if not words:
        return Ask("help", kind, empty=True)
    word = _meanings().get(words[0].lower())
    if word and len(words) == 1:
        return Ask(word, kind)
    if typed := _AT_NAME.search(text):
        raise Refusal("not-a-mention", detail=typed[0])
    raise Refusal("nobody")


def _refuse_typed_name(reason: Words) -> None:
    """`@kim @bo …` where only one of them was chosen from the list."""
    first = reason[0] if reason else ""
    if isinstance(first, str) and (typed := _AT_NAME.match(first.lstrip())):
        raise Refusal("not-a-mention", detail=typed[0])
