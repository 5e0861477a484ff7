"""Every message as an Adaptive Card: one `match`, one function each."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import assert_never

from adapters.teams import cards, cases, consent, forms, pages, weeks
from adapters.teams.buttons import refresh, row
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
    AwardPosted,
    CactusHeld,
    CaseCard,
    CaseFigures,
    CaseList,
    CaseNews,
    ExportReady,
    Form,
    GentleCheck,
    GlitterReceived,
    GlitterRecorded,
    GlitterToShow,
    Help,
    HighlightsPreview,
    Home,
    Message,
    MomentChoice,
    MyGlitter,
    Notice,
    Person,
    SameAgain,
    SettingsSaved,
    SignInLink,
    TeamList,
    TeamNamed,
    TeamWeek,
    WeeklyHighlights,
    Welcome,
    WorkspaceWeek,
)
from bot.model import Kind, PlaceKind, Reader, Source

MAX_SIZE = 80_000
"""Bytes of one activity as UTF-16; Teams refuses somewhat more."""
NO_NAMES: Mapping[str, str] = MappingProxyType({})
_FEWER = (20, 5, 2, 1, 0)


def render(
    message: Message, reader: Reader, card_id: str, names: Mapping[str, str] = NO_NAMES
) -> Element:
    """A message activity, ready for JSON, under 80 kB.

    Only receivers of praise are notified. `card_id` names this card for good: its buttons are
    known by it. `names` are those of `forms.accounts_in(message)`, by account.
    """
    if isinstance(message, ExportReady):
        return consent.offered(message, reader)
    activity = _activity(message, reader, card_id, names)
    for smaller in _smaller(message):
        if size(activity) <= MAX_SIZE:
            break
        activity = _activity(smaller, reader, card_id, names)
    return activity


def _smaller(message: Message) -> Iterator[Message]:
    """The same with less and less in it, for what may outgrow a card."""
    match message:
        case WeeklyHighlights():
            yield from (shortened(message, most) for most in _FEWER)
        case CaseCard():
            yield from (replace(message, lines=message.lines[-most:]) for most in (5, 2, 1))


def summary(message: Message, reader: Reader) -> str:
    """One sentence, in plain text."""
    return _draw(message, reader, NO_NAMES).summary


def encoded(activity: Element) -> str:
    return json.dumps(activity, ensure_ascii=False)


def size(activity: Element) -> int:
    """Bytes as UTF-16, as Teams counts."""
    return len(encoded(activity).encode("utf-16-le", "surrogatepass"))


def _activity(message: Message, reader: Reader, card_id: str, names: Mapping[str, str]) -> Element:
    drawn = _draw(message, reader, names)
    actions = row(message, reader, card_id)
    again = refresh(message, reader, card_id)
    content = cards.card(reader, drawn.body, drawn.summary, actions, drawn.entities, again)
    return cards.activity(content, drawn.summary)


def _draw(message: Message, reader: Reader, names: Mapping[str, str]) -> Drawn:
    match message:
        case AwardPosted():
            return _award_posted(message, reader)
        case GlitterReceived():
            return _glitter_received(message, reader)
        case GlitterToShow():
            return _glitter_to_show(message, reader)
        case GlitterRecorded():
            return _glitter_recorded(message, reader)
        case SameAgain():
            return _same_again(message, reader)
        case MyGlitter():
            return _my_glitter(message, reader)
        case Help():
            return _help(message, reader)
        case GentleCheck() | CactusHeld() | CaseCard() | CaseNews() | CaseList() | CaseFigures():
            return cases.draw(message, reader)
        case TeamList():
            return _teams(message, reader)
        case Form():
            return forms.form(message, reader, names)
        case ExportReady():
            said = texts.say(reader, "export-ready", count=message.rows)
            return Drawn([prose(said)], said)
        case SignInLink():
            said = texts.say(reader, "pages-link", minutes=message.minutes)
            return Drawn([prose(said)], said)
        case SettingsSaved():
            return pages.saved(message, reader)
        case Welcome():
            return pages.welcome(reader)
        case Home():
            return pages.home(message, reader)
        case WeeklyHighlights():
            return highlights(message, reader)
        case HighlightsPreview() | MomentChoice() | TeamWeek() | WorkspaceWeek():
            return weeks.draw(message, reader)
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
        *(_team(team, mentions, reader) for team in message.teams),
        cards.set_off(message.reason),
        *_tags(message.tags),
    ]
    who = _names(reader, message.receivers)
    summary = texts.say(reader, text, giver=name(message.giver), receivers=who)
    return Drawn(body, summary, mentions.entities)


def _team(team: TeamNamed, mentions: Mentions, reader: Reader) -> Element:
    named = cards.name_in_markdown(Person(team.name))
    if not team.people:
        return cards.mentioning(texts.say(reader, "award-team-many", team=named, count=team.count))
    people = texts.together(reader, map(mentions.show, team.people))
    return cards.mentioning(texts.say(reader, "award-team", team=named, people=people))


def _teams(message: TeamList, reader: Reader) -> Drawn:
    title = texts.say(reader, "team-list-title")
    body = [heading(title), *map(prose, [texts.say(reader, message.news)] if message.news else [])]
    if not message.entries:
        body.append(prose(texts.say(reader, "team-list-none")))
    for team in message.entries:
        body.append(prose(texts.team_line(reader, team, show=name, plain=literal)))
        if team.people:
            body.append(small(texts.say(reader, "team-people", people=_names(reader, team.people))))
    if message.more:
        body.append(small(texts.say(reader, "highlights-more", count=message.more)))
    return Drawn(body, title)


def _glitter_received(message: GlitterReceived, reader: Reader) -> Drawn:
    team = literal(message.team)
    said = texts.say(reader, message.sentence, giver=name(message.giver), team=team)
    title = heading(texts.say(reader, "award-title"))
    body = [title, prose(said), cards.set_off(message.reason), *_tags(message.tags)]
    return Drawn(body, said)


def _glitter_to_show(message: GlitterToShow, reader: Reader) -> Drawn:
    receiver = name(message.receiver)
    asked = texts.say(reader, "show-ask", receiver=receiver, team=literal(message.team))
    said = texts.say(
        reader,
        _from("show-from", message.source),
        giver=name(message.giver),
        day=texts.day(reader, message.on),
    )
    card = [
        prose(texts.say(reader, "show-title", receiver=receiver), size="Large", weight="Bolder"),
        prose(literal(message.reason), size="Large"),
        prose(said),
        *_tags(message.tags),
    ]
    return Drawn([prose(asked), {"type": "Container", "style": "emphasis", "items": card}], asked)


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
    shown = {"award-shown": message.shown_to, "award-untold": message.untold}
    return [
        *(texts.say(reader, text, who=_names(reader, who)) for text, who in shown.items() if who),
        *_posted_where(message, reader),
    ]


def _posted_where(message: GlitterRecorded, reader: Reader) -> list[str]:
    """Teams does not tell the name of every channel."""
    place = message.posted_in
    if place is None or place.kind is PlaceKind.DIRECT:
        return [texts.say(reader, "award-recorded-direct")] * message.goes_straight
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
        ("", "by-name"),
        ("", "words"),
        ("", "undo"),
        ("", "moment"),
        ("", "cactus"),
    ),
    Kind.CACTUS: (
        ("give", "give-hint"),
        ("", "private"),
        ("", "hold"),
        ("", "words"),
        ("", "whistle"),
    ),
}


def _help(message: Help, reader: Reader) -> Drawn:
    def say(line: str) -> str:
        return texts.say(reader, f"help-{message.topic}-{line}")

    body = [heading(say("title"))]
    for typed, explained in _HELP[message.topic]:
        body += [cards.command(say(typed))] if typed else []
        body.append(prose(say(explained)))
    return Drawn(body, say("title"))


def _notice(message: Notice, reader: Reader) -> Drawn:
    said = texts.sentence(reader, message, show=name, plain=literal)
    draft = message.draft
    body = [prose(said)]
    if draft:
        body.append(prose(texts.say(reader, "your-words", draft=literal(draft))))
    return Drawn(body, said)
