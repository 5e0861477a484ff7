"""Messages as text for the terminal."""

from collections.abc import Iterator

from adapters.chart import chart_in, described
from bot import texts
from bot.messages import HighlightEntry, Specials, Story, WeeklyHighlights
from bot.model import Reader, Source


def highlights(page: WeeklyHighlights, reader: Reader) -> str:
    """One page of highlights, as it is posted: its picture in words, its button in brackets."""
    return "\n".join(_lines(page, reader))


def _lines(page: WeeklyHighlights, reader: Reader) -> Iterator[str]:
    yield from _head(page, reader)
    if page.specials.moment:
        yield from _moment(page.specials.moment, reader)
    yield from _names(page, reader)
    team = ""
    for entry in page.entries:
        if entry.team != team:
            yield from ("", entry.team or texts.say(reader, "highlights-others"))
            team = entry.team
        yield from _entry(entry, reader)
    yield from _rest(page.specials, reader)
    if chart := chart_in(page):
        yield from ("", f"({described(chart, reader)})")
    for button in page.buttons:
        yield from ("", f"[{texts.say(reader, f'action-{button.name}')}]")
    if page.pages > 1:
        yield from ("", texts.say(reader, "highlights-page", page=page.page, pages=page.pages))


def _head(page: WeeklyHighlights, reader: Reader) -> Iterator[str]:
    days = {"days": texts.days(reader, page.first_day, page.last_day)}
    if page.quiet:
        yield texts.say(reader, "highlights-quiet", **days)
    elif page.page == 1:
        yield texts.say(reader, "highlights-title", **days)
        if page.late:
            yield texts.say(reader, "highlights-late")
        counts = {"givers": page.givers, "receivers": page.receivers}
        yield texts.say(reader, "highlights-counts", **counts)


def _moment(story: Story, reader: Reader) -> Iterator[str]:
    said = "award-posted-customer" if story.source is Source.CUSTOMER else "award-posted"
    receivers = texts.together(reader, [one.name for one in story.receivers])
    yield from ("", texts.say(reader, "highlights-moment"))
    yield "  " + texts.say(reader, said, giver=story.giver.name, receivers=receivers)
    yield "  " + texts.say(reader, "quoted", words=story.reason)


def _names(page: WeeklyHighlights, reader: Reader) -> Iterator[str]:
    if not page.named:
        return
    yield from ("", texts.say(reader, "highlights-names"))
    for group in page.named:
        names = ", ".join(person.name for person in group.people)
        team = group.team or texts.say(reader, "highlights-others")
        yield f"  {team}: {names}" if len(page.named) > 1 or group.team else f"  {names}"
    if page.unnamed:
        yield "  " + texts.say(reader, "highlights-unnamed", count=page.unnamed)
    yield "  " + texts.say(reader, "highlights-below")


def _entry(entry: HighlightEntry, reader: Reader) -> list[str]:
    lines = ["", entry.person.name]
    for quote in entry.quotes:
        giver = f" · {quote.person.name}" if quote.person.name else ""
        if quote.source is Source.CUSTOMER:
            giver += f" · {texts.say(reader, 'award-from-customer')}"
        words = texts.say(reader, "quoted", words=quote.reason)
        lines.append(f"  {words}{giver}")
    if entry.more:
        lines.append("  " + texts.say(reader, "highlights-more", count=entry.more))
    return lines


def _rest(specials: Specials, reader: Reader) -> Iterator[str]:
    if specials.customers:
        yield from ("", texts.say(reader, "highlights-customers"))
    for story in specials.customers:
        who = texts.together(reader, [one.name for one in story.receivers])
        yield f"  {texts.say(reader, 'quoted', words=story.reason)} · {who}"
    if specials.firsts:
        who = texts.together(reader, [one.name for one in specials.firsts])
        yield from ("", texts.say(reader, "highlights-firsts", who=who))
    if specials.values:
        values = texts.together(reader, [f"#{value}" for value in specials.values])
        yield from ("", texts.say(reader, "highlights-values", values=values))
    if specials.bloomed:
        yield from ("", texts.say(reader, "highlights-bloomed", count=specials.bloomed))
    if specials.tip:
        yield from ("", texts.say(reader, "highlights-tip", tip=texts.say(reader, specials.tip)))
