"""A page of the week: everybody is named, nobody is notified."""

from dataclasses import replace

from adapters.teams.cards import Drawn, Element, heading, name, prose, quoted, small
from bot import texts
from bot.messages import HighlightEntry, WeeklyHighlights
from bot.model import Reader


def highlights(message: WeeklyHighlights, reader: Reader) -> Drawn:
    days = {
        "first": texts.day(reader, message.first_day),
        "last": texts.day(reader, message.last_day),
    }
    if not message.entries:
        quiet = texts.say(reader, "highlights-quiet", **days)
        return Drawn([prose(quiet)], quiet)
    title = texts.say(reader, "highlights-title", **days)
    page = texts.say(reader, "highlights-page", page=message.page, pages=message.pages)
    counts = {"givers": message.givers, "receivers": message.receivers}
    late = [texts.say(reader, "highlights-late")] * message.late
    body = [
        heading(title),
        *map(small, late),
        prose(texts.say(reader, "highlights-counts", **counts)),
        *(element for entry in message.entries for element in _entry(entry, reader)),
        *map(small, [page] * (message.pages > 1)),
    ]
    return Drawn(body, title)


def _entry(entry: HighlightEntry, reader: Reader) -> list[Element]:
    more = [texts.say(reader, "highlights-more", count=entry.more)] * (entry.more > 0)
    return [
        {**prose(name(entry.person), weight="Bolder"), "separator": True},
        *({**prose(quoted(quote, reader)), "spacing": "Small"} for quote in entry.quotes),
        *map(small, more),
    ]


def shortened(message: WeeklyHighlights, most: int) -> WeeklyHighlights:
    """At most so many quotes for each person; everybody is still named."""
    entries = tuple(
        replace(entry, quotes=entry.quotes[:most], more=entry.more + len(entry.quotes[most:]))
        for entry in message.entries
    )
    return replace(message, entries=entries)
