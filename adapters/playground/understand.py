"""Typed text becomes a command for the bot, or words for the colleagues."""

import re
from collections.abc import Mapping
from functools import cache

from adapters.playground.words import Line, MentionSpan, Span, Words
from bot.cleaning import clean
from bot.heard import Mention
from bot.model import Kind, Profile
from bot.values import dataclass

Parts = tuple[str | Mention, ...]

_KINDS = {"glitter": Kind.GLITTER, "cactus": Kind.CACTUS, "kaktus": Kind.CACTUS}
_COMMAND = re.compile(r"\s*(/?)([^\W_]+)(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Typed:
    """A command: what follows its first word, with the mentions taken out."""

    command: Kind
    parts: Parts


@dataclass(frozen=True, slots=True)
class Chatter:
    """Ordinary words between colleagues."""

    parts: Parts


class UnknownCommand(Exception):
    """A `/word` that nobody knows. It must not reach the others: it may be a mistyped cactus."""


def understand(text: str, people: Mapping[str, Profile], *, to_the_bot: bool) -> Typed | Chatter:
    """Read `text`; `people` are the profiles by handle. Raises UnknownCommand."""
    text = clean(text)
    first = _COMMAND.match(text)
    slash, word = (first[1], first[2].lower()) if first else ("", "")
    if first and word in _KINDS and (slash or to_the_bot):
        return Typed(_KINDS[word], split(text[first.end() :].strip(), people))
    if text.lstrip().startswith("/"):
        raise UnknownCommand
    if to_the_bot:
        return Typed(Kind.GLITTER, ("help",))
    return Chatter(split(text.strip(), people))


def split(text: str, people: Mapping[str, Profile]) -> Parts:
    """Take the `@handle`s of `people` out of `text`; whatever else follows an @ stays text."""
    parts: list[str | Mention] = []
    end = 0
    for run in _handles(frozenset(people)).finditer(text):
        parts.append(text[end : run.start()])
        parts += [_meant(handle, people) for handle in run[0][1:].split("@")]
        end = run.end()
    parts.append(text[end:])
    return tuple(part for part in parts if part != "")


def spoken(text: str, people: Mapping[str, Profile], locale: str) -> Words:
    """What a colleague typed, as the page shows it."""
    spans: list[Span] = [
        part if isinstance(part, str) else _shown(part.profile) for part in split(text, people)
    ]
    sentence: Line = {"piece": "sentence", "spans": spans}
    return {"lang": locale, "tone": "plain", "lasting": False, "pieces": [sentence]}


def _shown(profile: Profile) -> MentionSpan:
    return {"mention": profile.account, "name": profile.name}


def _meant(handle: str, people: Mapping[str, Profile]) -> str | Mention:
    # The pattern takes `ſ` for `s`; as a handle it is a stranger's.
    profile = people.get(handle.lower())
    return Mention(profile) if profile else f"@{handle}"


@cache
def _handles(known: frozenset[str]) -> re.Pattern[str]:
    """One or several handles in a row, not inside an e-mail address or a longer word."""
    longest_first = sorted(known, key=len, reverse=True)
    handle = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w.+-])(?:@(?:{handle})(?![\w-]))+", re.IGNORECASE)
