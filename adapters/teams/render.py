"""Every message as an Adaptive Card: one `match`, one function each."""

import json
from collections.abc import Sequence
from typing import assert_never

from adapters.teams import cards
from adapters.teams.cards import (
    Drawn,
    Element,
    Mentions,
    heading,
    literal,
    name,
    prose,
    quoted,
    small,
)
from adapters.teams.highlights import highlights, shortened
from bot import texts
from bot.messages import (
    Answer,
    AwardPosted,
    CactusHeld,
    CactusMoved,
    CactusReceived,
    GlitterReceived,
    GlitterRecorded,
    Help,
    Message,
    MyGlitter,
    Notice,
    Person,
    SameAgain,
    WeeklyHighlights,
)
from bot.model import Kind, PlaceKind, Reader, Source

PAGE_PEOPLE = 40
PAGE_CHARACTERS = 10_000
MAX_SIZE = 80_000
"""Bytes of one activity as UTF-16; Teams refuses somewhat more."""
_FEWER = (20, 5, 2, 1, 0)


def render(message: Message, reader: Reader, card_id: str) -> Element:
    """A message activity, ready for JSON, under 80 kB.

    Only receivers of praise are notified. `card_id` names this card for good: its buttons are
    known by it.
    """
    activity = _activity(message, reader, card_id)
    for most in _FEWER:
        if size(activity) <= MAX_SIZE or not isinstance(message, WeeklyHighlights):
            break
        activity = _activity(shortened(message, most), reader, card_id)
    return activity


def invoke_answer(answer: Answer, card_id: str) -> Element:
    """What a pressed button gets back: the card that takes the place of the old one."""
    activity = render(answer.message, answer.reader, card_id)
    content = activity["attachments"][0]["content"]
    return {"statusCode": 200, "type": cards.CARD, "value": content}


def encoded(activity: Element) -> str:
    return json.dumps(activity, ensure_ascii=False)


def size(activity: Element) -> int:
    """Bytes as UTF-16, as Teams counts."""
    return len(encoded(activity).encode("utf-16-le", "surrogatepass"))


def _activity(message: Message, reader: Reader, card_id: str) -> Element:
    drawn = _draw(message, reader)
    actions = [cards.button(reader, card_id, pressed) for pressed in message.buttons]
    content = cards.card(reader, drawn.body, drawn.summary, actions, drawn.entities)
    return cards.activity(content, drawn.summary)


def _draw(message: Message, reader: Reader) -> Drawn:
    match message:
        case AwardPosted():
            return _award_posted(message, reader)
        case GlitterReceived():
            return _glitter_received(message, reader)
        case GlitterRecorded():
            return _glitter_recorded(message, reader)
        case SameAgain():
            return _same_again(message, reader)
        case MyGlitter():
            return _my_glitter(message, reader)
        case Help():
            return _help(message, reader)
        case CactusHeld():
            return _cactus_held(message, reader)
        case CactusReceived():
            return _cactus_received(message, reader)
        case CactusMoved():
            return _cactus_moved(message, reader)
        case WeeklyHighlights():
            return highlights(message, reader)
        case Notice():
            return _notice(message, reader)
        case _:
            assert_never(message)


def _names(reader: Reader, people: Sequence[Person]) -> str:
    return texts.together(reader, map(name, people))


def _from(text: str, source: Source) -> str:
    return f"{text}-customer" if source is Source.CUSTOMER else text


def _tags(tags: Sequence[str]) -> list[Element]:
    return [small(literal(" ".join(f"#{tag}" for tag in tags)))] if tags else []


def _award_posted(message: AwardPosted, reader: Reader) -> Drawn:
    text = _from("award-posted", message.source)
    mentions = Mentions()
    giver = cards.name_in_markdown(message.giver)
    receivers = texts.together(reader, map(mentions.show, message.receivers))
    body = [
        heading(texts.say(reader, "award-title")),
        cards.mentioning(texts.say(reader, text, giver=giver, receivers=receivers)),
        cards.set_off(message.reason),
        *_tags(message.tags),
    ]
    who = _names(reader, message.receivers)
    summary = texts.say(reader, text, giver=name(message.giver), receivers=who)
    return Drawn(body, summary, mentions.entities)


def _glitter_received(message: GlitterReceived, reader: Reader) -> Drawn:
    text = _from("award-received", message.source)
    said = texts.say(reader, text, giver=name(message.giver))
    title = heading(texts.say(reader, "award-title"))
    body = [title, prose(said), cards.set_off(message.reason), *_tags(message.tags)]
    return Drawn(body, said)


def _glitter_recorded(message: GlitterRecorded, reader: Reader) -> Drawn:
    receivers = _names(reader, message.receivers)
    said = texts.say(reader, "award-recorded", receivers=receivers)
    heard = [texts.say(reader, "award-from-customer")] * (message.source is Source.CUSTOMER)
    undo = texts.say(reader, "award-undo-minutes", minutes=message.undo_minutes)
    body = [
        prose(said),
        *map(prose, _where(message, reader)),
        *map(small, heard),
        cards.set_off(message.reason),
        *_tags(message.tags),
        small(undo),
    ]
    return Drawn(body, said)


def _where(message: GlitterRecorded, reader: Reader) -> list[str]:
    """Teams does not tell the name of every channel."""
    place = message.posted_in
    if place is None or place.kind is PlaceKind.DIRECT:
        return [texts.say(reader, "award-recorded-direct")]
    channel = literal(place.name)
    if not channel:
        return [texts.say(reader, "award-recorded-there")]
    return [texts.say(reader, "award-recorded-channel", channel=channel)]


def _same_again(message: SameAgain, reader: Reader) -> Drawn:
    said = texts.say(
        reader,
        "same-again",
        receivers=_names(reader, message.receivers),
        when=texts.moment(reader, message.given_at),
    )
    hint = texts.say(reader, "same-again-hint")
    return Drawn([prose(said), cards.set_off(message.reason), small(hint)], said)


def _my_glitter(message: MyGlitter, reader: Reader) -> Drawn:
    title = texts.say(reader, "mine-title")
    received = {"week": message.received_this_week, "ever": message.received_ever}
    given = {"week": message.given_this_week, "ever": message.given_ever}
    body = [
        heading(title),
        prose(texts.say(reader, "mine-received", **received)),
        prose(texts.say(reader, "mine-given", **given)),
    ]
    if message.latest:
        body.append(prose(texts.say(reader, "mine-latest"), weight="Bolder"))
        body += [prose(quoted(quote, reader)) for quote in message.latest]
    elif not message.received_ever:
        body.append(prose(texts.say(reader, "mine-none")))
    return Drawn(body, title)


_HELP = {
    Kind.GLITTER: (
        ("give", "give-hint"),
        ("customer", "customer-hint"),
        ("", "words"),
        ("", "undo"),
        ("", "cactus"),
    ),
    Kind.CACTUS: (("give", "give-hint"), ("", "private"), ("", "hold"), ("", "whistle")),
}


def _help(message: Help, reader: Reader) -> Drawn:
    def say(line: str) -> str:
        return texts.say(reader, f"help-{message.topic}-{line}")

    body = [heading(say("title"))]
    for typed, explained in _HELP[message.topic]:
        body += [cards.command(say(typed))] if typed else []
        body.append(prose(say(explained)))
    return Drawn(body, say("title"))


def _cactus_held(message: CactusHeld, reader: Reader) -> Drawn:
    title = texts.say(reader, "cactus-title")
    body = [
        heading(title),
        prose(texts.say(reader, "cactus-held", receiver=name(message.receiver))),
        *_as_received(message.giver, message.situation, reader),
        small(
            texts.say(reader, "cactus-held-when", when=texts.moment(reader, message.goes_out_at))
        ),
    ]
    return Drawn(body, title)


def _cactus_received(message: CactusReceived, reader: Reader) -> Drawn:
    title = texts.say(reader, "cactus-title")
    body = [
        heading(title),
        *_as_received(message.giver, message.situation, reader),
        small(texts.say(reader, "cactus-received-hint", giver=name(message.giver))),
    ]
    return Drawn(body, title)


def _as_received(giver: Person, situation: str, reader: Reader) -> list[Element]:
    said = texts.say(reader, "cactus-received", giver=name(giver))
    return [prose(said), cards.set_off(situation)]


def _cactus_moved(message: CactusMoved, reader: Reader) -> Drawn:
    said = texts.say(reader, f"cactus-moved-{message.state}", receiver=name(message.receiver))
    return Drawn([prose(said)], texts.say(reader, "cactus-title"))


def _notice(message: Notice, reader: Reader) -> Drawn:
    said = texts.sentence(reader, message, show=name, plain=literal)
    draft = message.draft
    body = [prose(said)]
    if draft:
        body.append(prose(texts.say(reader, "your-words", draft=literal(draft))))
    return Drawn(body, said)
