"""Typed text as Slack sends it, taken apart in one pass."""

import re

from bot.heard import GroupMention, Mention, Part
from bot.model import Profile

_ENTITY = re.compile(r"<([^<>]*)>")
"""Stops at the next bracket, so hostile text costs linear time."""
_GROUP = re.compile(r"!subteam\^(S[A-Z0-9]{1,30})", re.ASCII)
_ACCOUNT = re.compile(r"@([UW][A-Z0-9]{1,30})", re.ASCII)


def parts(text: str) -> tuple[Part, ...]:
    """The words and the real mentions in `text`, in order, nothing empty.

    Mentions of everybody, channels and links become the words that people see for
    them. `&amp;`, `&lt;` and `&gt;` are undone exactly once.
    https://docs.slack.dev/messaging/formatting-message-text
    """
    found: list[Part] = []
    words: list[str] = []

    def flush() -> None:
        if joined := clean("".join(words)):
            found.append(joined)
        words.clear()

    at = 0
    for entity in _ENTITY.finditer(text):
        words.append(_unescape(text[at : entity.start()]))
        at = entity.end()
        target, _, label = entity[1].partition("|")
        if account := _ACCOUNT.fullmatch(target):
            flush()
            found.append(Mention(Profile(account[1])))
        elif group := _GROUP.fullmatch(target):
            flush()
            name = clean(_unescape(label)).strip().removeprefix("@")
            found.append(GroupMention(group[1], name or group[1]))
        else:
            words.append(_shown(target, label) or entity[0])
    words.append(_unescape(text[at:]))
    flush()
    return tuple(found)


def clean(text: str) -> str:
    """Without what no database stores alike: NUL and lone surrogates."""
    return text.replace("\0", "").encode(errors="replace").decode()


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _shown(target: str, label: str) -> str:
    label = _unescape(label)
    match target[:1]:
        case "@":
            return f"@{label.removeprefix('@') or target[1:]}"
        case "#":
            return f"#{label.removeprefix('#') or target[1:]}"
        case "!":
            return label or f"@{_unescape(target[1:])}"
        case _:
            return label or _unescape(target)
