"""Teams' message text becomes a command and its parts."""

import time
from typing import Any

import pytest

from adapters.teams.sdk import ChannelAccount
from adapters.teams.words import read
from bot.heard import GroupMention, Mention, Part
from bot.model import Kind
from tests.drivers.teams_service import BOT_ID


def shape(parts: tuple[Part, ...]) -> list[str]:
    def shown(part: Part) -> str:
        match part:
            case str():
                return part
            case Mention(who):
                return f"<{who.account}|{who.name}>"
            case GroupMention(group, name):
                return f"[{group}|{name}]"

    return [shown(part) for part in parts]


def entity(account: str, name: str, **more: Any) -> tuple[str, ChannelAccount]:
    who = ChannelAccount(id=account, name=name)
    who.additional_properties = more
    return f"<at>{name}</at>", who


BOT = entity(BOT_ID, "Glitterkaktus")
KIM = entity("29:kim", "Kim")
TYPED: dict[str, tuple[str, list[Any], Kind, list[str]]] = {
    "no command word": ("well done", [], Kind.GLITTER, ["well done"]),
    "nothing at all": ("", [], Kind.GLITTER, []),
    "the bot alone": ("<at>Glitterkaktus</at>", [BOT], Kind.GLITTER, []),
    "bot first": (
        "<at>Glitterkaktus</at> cactus <at>Kim</at>slow",
        [BOT, KIM],
        Kind.CACTUS,
        ["<29:kim|Kim>", " slow"],
    ),
    "bot last": (
        "glitter <at>Kim</at> great <at>Glitterkaktus</at>",
        [KIM, BOT],
        Kind.GLITTER,
        ["<29:kim|Kim>", " great  "],
    ),
    "bot between": ("glitter a<at>Glitterkaktus</at>b", [BOT], Kind.GLITTER, ["a b"]),
    "a word that only begins alike": ("glittering", [], Kind.GLITTER, ["glittering"]),
    "mention first": ("<at>Kim</at> yes", [KIM], Kind.GLITTER, ["<29:kim|Kim>", " yes"]),
    "possessive": ("<at>Kim</at>'s day", [KIM], Kind.GLITTER, ["<29:kim|Kim>", "'s day"]),
    "line break": ("glitter\n<at>Kim</at>", [KIM], Kind.GLITTER, ["<29:kim|Kim>"]),
    "namesakes": (
        "<at>Kim</at><at>Kim</at>",
        [KIM, entity("29:kim2", "Kim")],
        Kind.GLITTER,
        ["<29:kim|Kim>", "<29:kim2|Kim>"],
    ),
    "one entity twice": (
        "<at>Kim</at>, <at>Kim</at>",
        [KIM],
        Kind.GLITTER,
        ["<29:kim|Kim>", ", ", "<29:kim|Kim>"],
    ),
    "no entity": ("glitter <at>Kim</at> yes", [], Kind.GLITTER, ["Kim yes"]),
    "typed tag": ("&lt;at&gt;Kim&lt;/at&gt;", [KIM], Kind.GLITTER, ["<at>Kim</at>"]),
    "decoded once": ("glitter &amp;lt;b&amp;gt; &amp;", [], Kind.GLITTER, ["&lt;b&gt; &"]),
    "endless number": (f"&#{'9' * 5000};", [], Kind.GLITTER, [f"&#{'9' * 5000};"]),
    "a channel": (
        "<at>General</at> yes",
        [entity("19:x", "General", type="channel")],
        Kind.GLITTER,
        ["[19:x|General]", " yes"],
    ),
    "a channel without a type": (
        "<at>General</at> yes",
        [entity("19:x", "General")],
        Kind.GLITTER,
        ["[19:x|General]", " yes"],
    ),
    "a tag": (
        "<at>Till</at> yes",
        [entity("dGFn", "Till", type="tag")],
        Kind.GLITTER,
        ["[dGFn|Till]", " yes"],
    ),
}


@pytest.mark.parametrize(("text", "entities", "kind", "parts"), TYPED.values(), ids=TYPED)
def test_text_becomes_a_command_and_its_parts(
    text: str, entities: list[Any], kind: Kind, parts: list[str]
) -> None:
    command, found = read(text, entities, BOT_ID)
    assert (command, shape(found)) == (kind, parts)


@pytest.mark.parametrize("hostile", ["<at>", "<at", "<at ", "&", "<", "</at>", " ", "&#", "/"])
def test_a_million_characters_take_linear_time(hostile: str) -> None:
    def seconds(length: int) -> float:
        text = (hostile * length)[:length]
        started = time.process_time()
        read(text, [KIM, BOT], BOT_ID)
        return time.process_time() - started

    seconds(1000)
    assert seconds(1_000_000) < 3.0
