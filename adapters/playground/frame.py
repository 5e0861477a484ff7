"""What the page itself says, around what the bot says, in the language of whom it shows."""

from functools import cache
from typing import TypedDict

from adapters.playground.people import CITY, COMPANY
from bot import texts
from bot.model import Reader

TEXTS: dict[str, tuple[str, ...]] = {
    "playground-title": (),
    "playground-skip": (),
    "playground-sidebar": (),
    "playground-people": (),
    "playground-channels": (),
    "playground-direct": (),
    "playground-clock": (),
    "playground-clock-shows": ("when",),
    "playground-clock-elsewhere": ("city", "time"),
    "playground-jump-ten-minutes": (),
    "playground-jump-tomorrow": (),
    "playground-jump-friday": (),
    "playground-suggestions": (),
    "playground-message": (),
    "playground-message-to": ("place",),
    "playground-no-script": (),
    "playground-only-two": (),
    "playground-only-you": (),
    "playground-bot": (),
    "playground-cancel": (),
    "playground-take-example": (),
    "playground-new-in": ("place",),
    "playground-new-here": (),
    "playground-new-for": (),
    "playground-quiet": ("channel",),
    "playground-quiet-what": (),
    "playground-quiet-next": (),
    "playground-private": (),
    "playground-private-what": (),
    "playground-example-glitter": (),
    "playground-example-cactus": (),
    "playground-hint": (),
    "playground-hint-commands": (),
    "playground-hint-glitter": (),
    "playground-hint-form": (),
    "playground-hint-cactus": (),
    "playground-gone": (),
    "playground-not-through": (),
    "playground-nobody": (),
    "action-submit": (),
}
"""The texts of the page, each with the facts that its script puts in."""
COMMANDS = (
    ("/glitter", "", "playground-command-glitter"),
    ("/cactus", "", "playground-command-cactus"),
    ("/glitter", "words-me", "playground-command-me"),
    ("/glitter", "words-undo", "playground-command-undo"),
    ("/glitter", "words-moment", "playground-command-moment"),
    ("/glitter", "words-help", "playground-command-help"),
    ("/cactus", "words-open", "playground-command-open"),
    ("/cactus", "words-help", "playground-command-cactus-help"),
)
"""What the message field offers: a command, a word behind it, and what that does."""


class Offer(TypedDict):
    typed: str
    text: str
    word: str
    """The text of the word; "" for a command alone."""


class Frame(TypedDict):
    """`locale` writes dates and numbers; a fact in `words` stands as `{name}`."""

    language: str
    locale: str
    city: str
    """Of the head office."""
    words: dict[str, str]
    commands: list[Offer]


@cache
def frame(language: str) -> Frame:
    reader = Reader(language, "UTC")
    words = {
        text: texts.say(reader, text, **{fact: f"{{{fact}}}" for fact in facts})
        for text, facts in TEXTS.items()
    }
    words["playground-company"] = texts.say(reader, "playground-company", company=COMPANY)
    city = named(language, "city", CITY)
    words["playground-jump-zone"] = texts.say(reader, "playground-jump-zone", city=city)
    return {
        "language": language,
        "locale": texts.locale(language),
        "city": city,
        "words": words,
        "commands": [_offer(language, *command) for command in COMMANDS],
    }


def named(language: str, family: str, name: str) -> str:
    """What the demonstration's own roles, cities and topics are called; "" for no name."""
    text = f"playground-{family}-{name}"
    return texts.say(Reader(language, "UTC"), text) if name else ""


def _offer(language: str, command: str, word: str, text: str) -> Offer:
    """With the first of the language's own words; those of the others are understood, too."""
    own = texts.words(language, word).partition(",")[0] if word else ""
    typed = f"{command} {own}".rstrip()
    return {"typed": typed, "text": texts.say(Reader(language, "UTC"), text), "word": word}
