"""Teams' message text becomes a command and its parts. One pass, linear time."""

import html
import re
from collections import deque
from collections.abc import Iterable, Sequence

from adapters.teams.sdk import ChannelAccount
from bot.heard import GroupMention, Mention, Part
from bot.model import Kind, Profile, Standing

COMMANDS = {"glitter": Kind.GLITTER, "cactus": Kind.CACTUS, "kaktus": Kind.CACTUS}
_FIRST_WORD = re.compile(r"\s*/?(glitter|cactus|kaktus)(?!\S)", re.IGNORECASE)
_TAG = re.compile(r"(<at(?: [^<>]*)?>[^<>]*</at>)", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?at(?: [^<>]*)?>", re.IGNORECASE)

Parts = tuple[Part, ...]


def read(
    text: str, mentioned: Iterable[tuple[str, ChannelAccount]], bot_id: str
) -> tuple[Kind, Parts]:
    """The command and what follows it, mentions by id, the bot's own left out.

    Without a command word at the beginning all of it is glitter.
    """
    parts = _parts(text, mentioned, bot_id)
    if not parts or not isinstance(parts[0], str):
        return Kind.GLITTER, tuple(parts)
    found = _FIRST_WORD.match(parts[0])
    if found is None:
        return Kind.GLITTER, tuple(parts)
    rest = _trimmed([parts[0][found.end() :], *parts[1:]])
    return COMMANDS[found[1].lower()], tuple(rest)


def _parts(text: str, mentioned: Iterable[tuple[str, ChannelAccount]], bot_id: str) -> list[Part]:
    """Teams swallows the blank behind a mention; it is put back before a word."""
    queues: dict[str, deque[ChannelAccount]] = {}
    for tag, account in mentioned:
        queues.setdefault(tag, deque()).append(account)
    words: list[str] = []
    parts: list[Part] = []
    for piece in _TAG.split(text):
        who = _next(queues.get(piece))
        if who is None:
            text = _unescaped(_ANY_TAG.sub("", piece))
            words.append(f" {text}" if parts and not words and text[:1].isalnum() else text)
        elif who.id == bot_id:
            words.append(" ")
        elif _is_someone(who):
            parts += [*_joined(words), _mention(who)]
            words = []
        else:
            parts += [*_joined(words), GroupMention(who.id or "", who.name)]
            words = []
    return _trimmed([*parts, *_joined(words)])


def _unescaped(text: str) -> str:
    """HTML entities decoded once; a number too long for Python stays as it was typed."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def _next(queue: deque[ChannelAccount] | None) -> ChannelAccount | None:
    """Namesakes are meant in the order of their entities; one entity may serve several times."""
    if not queue:
        return None
    return queue.popleft() if len(queue) > 1 else queue[0]


def _is_someone(who: ChannelAccount) -> bool:
    """Channels, teams and tags are mentioned the same way, and are nobody."""
    kind = who.additional_properties.get("type", "person")
    return bool(who.id) and not who.id.startswith("19:") and kind in ("person", "user", "bot")


def _mention(who: ChannelAccount) -> Mention:
    return Mention(Profile(who.id, who.name, standing=standing_of(who.id)))


def standing_of(account: str) -> Standing:
    return Standing.BOT if account.startswith("28:") else Standing.UNVERIFIED


def _joined(words: Sequence[str]) -> list[str]:
    text = "".join(words)
    return [text] if text else []


def _trimmed(parts: list[Part]) -> list[Part]:
    """Without blanks at the beginning; they stay elsewhere, for they divide words."""
    if parts and isinstance(parts[0], str):
        first = parts[0].lstrip()
        return [first, *parts[1:]] if first else parts[1:]
    return parts
