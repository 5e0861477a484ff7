"""A page of the week: everybody is named, nobody is notified."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from adapters.teams.cards import (
    Drawn,
    Element,
    heading,
    literal,
    name,
    prose,
    quoted,
    set_off,
    small,
    small_heading,
)
from bot import texts
from bot.messages import HighlightEntry, NamedGroup, Specials, Story, WeeklyHighlights
from bot.model import Reader, Source


def highlights(message: WeeklyHighlights, reader: Reader) -> Drawn:
    page = texts.say(reader, "highlights-page", page=message.page, pages=message.pages)
    unnamed = texts.say(reader, "highlights-unnamed", count=message.unnamed)
    body = [
        *_head(message, reader),
        *(moment(message.specials.moment, reader) if message.specials.moment else []),
        *names(message.named, reader),
        *map(prose, [unnamed] * (message.unnamed > 0)),
        *map(small, [texts.say(reader, "highlights-below")] * bool(message.named)),
        *_entries(message, reader),
        *_rest(message.specials, reader),
        *map(small, [page] * (message.pages > 1)),
    ]
    return Drawn(body, _title(message, reader))


def _title(message: WeeklyHighlights, reader: Reader) -> str:
    days = {
        "days": texts.days(reader, message.first_day, message.last_day),
    }
    return texts.say(reader, "highlights-quiet" if message.quiet else "highlights-title", **days)


def _head(message: WeeklyHighlights, reader: Reader) -> list[Element]:
    if message.quiet:
        return [prose(_title(message, reader))]
    if message.page > 1:
        return []
    late = [texts.say(reader, "highlights-late")] * message.late
    counts = {"givers": message.givers, "receivers": message.receivers}
    return [
        heading(_title(message, reader)),
        *map(small, late),
        prose(texts.say(reader, "highlights-counts", **counts)),
    ]


def moment(story: Story, reader: Reader) -> list[Element]:
    """The moment of the week, told in full."""
    said = "award-posted-customer" if story.source is Source.CUSTOMER else "award-posted"
    receivers = texts.together(reader, map(name, story.receivers))
    return [
        small_heading(texts.say(reader, "highlights-moment")),
        prose(texts.say(reader, said, giver=name(story.giver), receivers=receivers)),
        set_off(story.reason),
    ]


def names(groups: Sequence[NamedGroup], reader: Reader) -> list[Element]:
    """Everybody's name, by team."""
    if not groups:
        return []
    return [
        small_heading(texts.say(reader, "highlights-names")),
        *(
            {**prose(_group(group, reader, alone=len(groups) == 1)), "spacing": "Small"}
            for group in groups
        ),
    ]


def _group(group: NamedGroup, reader: Reader, *, alone: bool) -> str:
    people = ", ".join(map(name, group.people))
    if alone and not group.team:
        return people
    return f"{literal(group.team) or texts.say(reader, 'highlights-others')}: {people}"


def _entries(message: WeeklyHighlights, reader: Reader) -> Iterator[Element]:
    team = ""
    for one in message.entries:
        if one.team != team:
            yield small_heading(literal(one.team) or texts.say(reader, "highlights-others"))
            team = one.team
        yield from entry(one, reader)


def entry(entry: HighlightEntry, reader: Reader) -> list[Element]:
    """One receiver, with the words for them."""
    more = [texts.say(reader, "highlights-more", count=entry.more)] * (entry.more > 0)
    return [
        {**prose(name(entry.person), weight="Bolder"), "separator": True},
        *({**prose(quoted(quote, reader)), "spacing": "Small"} for quote in entry.quotes),
        *map(small, more),
    ]


def _rest(specials: Specials, reader: Reader) -> Iterator[Element]:
    if specials.customers:
        yield small_heading(texts.say(reader, "highlights-customers"))
    for story in specials.customers:
        who = texts.together(reader, map(name, story.receivers))
        words = texts.say(reader, "quoted", words=literal(story.reason))
        yield prose(f"{words} — {who}")
    if specials.firsts:
        who = texts.together(reader, map(name, specials.firsts))
        yield prose(texts.say(reader, "highlights-firsts", who=who))
    if specials.values:
        values = texts.together(reader, (literal(f"#{value}") for value in specials.values))
        yield prose(texts.say(reader, "highlights-values", values=values))
    if specials.bloomed:
        yield prose(texts.say(reader, "highlights-bloomed", count=specials.bloomed))
    if specials.tip:
        yield small(texts.say(reader, "highlights-tip", tip=texts.say(reader, specials.tip)))


def shortened(message: WeeklyHighlights, most: int) -> WeeklyHighlights:
    """At most so many quotes for each person; everybody is still named."""
    entries = tuple(
        replace(entry, quotes=entry.quotes[:most], more=entry.more + len(entry.quotes[most:]))
        for entry in message.entries
    )
    return replace(message, entries=entries)
