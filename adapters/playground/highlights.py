"""A page of the week in the browser: everybody is named, nobody is notified."""

from collections.abc import Iterator, Sequence

from adapters.playground.voice import Voice
from adapters.playground.words import Line, Piece
from bot import texts
from bot.cleaning import clean
from bot.messages import HighlightEntry, NamedGroup, Specials, Story, WeeklyHighlights
from bot.model import Source


def page(week: WeeklyHighlights, voice: Voice) -> list[Piece]:
    pieces = [
        *_head(week, voice),
        *(moment(week.specials.moment, voice) if week.specials.moment else []),
        *names(week.named, voice),
        *(_unnamed(week, voice) if week.unnamed else []),
        *([voice.line("context", "highlights-below")] if week.named else []),
        *_entries(week, voice),
        *_rest(week.specials, voice),
    ]
    if week.pages > 1:
        pieces.append(voice.line("context", "highlights-page", page=week.page, pages=week.pages))
    return pieces


def _head(week: WeeklyHighlights, voice: Voice) -> Iterator[Piece]:
    days = {
        "days": texts.days(voice.reader, week.first_day, week.last_day),
    }
    if week.quiet:
        yield voice.line("sentence", "highlights-quiet", **days)
    elif week.page == 1:
        yield voice.line("title", "highlights-title", **days)
        counts = {"givers": week.givers, "receivers": week.receivers}
        yield voice.line("sentence", "highlights-counts", **counts)
    if week.late and week.page == 1:
        yield voice.line("context", "highlights-late")


def moment(story: Story, voice: Voice) -> list[Piece]:
    """The moment of the week, told in full."""
    said = "award-posted-customer" if story.source is Source.CUSTOMER else "award-posted"
    return [
        voice.heading("highlights-moment"),
        voice.line("sentence", said, giver=story.giver, receivers=story.receivers),
        voice.quote(story.reason),
    ]


def names(groups: Sequence[NamedGroup], voice: Voice) -> Iterator[Piece]:
    """Everybody's name, by team."""
    if groups:
        yield voice.heading("highlights-names")
    for group in groups:
        yield _group(group, voice, alone=len(groups) == 1)


def _unnamed(week: WeeklyHighlights, voice: Voice) -> list[Piece]:
    return [voice.line("sentence", "highlights-unnamed", count=week.unnamed)]


def _group(group: NamedGroup, voice: Voice, *, alone: bool) -> Piece:
    people = ", ".join(texts.apart(clean(person.name)) for person in group.people)
    if not (alone and not group.team):
        team = texts.apart(clean(group.team)) or voice.label("highlights-others")
        people = f"{team}: {people}"
    line: Line = {"piece": "sentence", "spans": [people]}
    return line


def _entries(week: WeeklyHighlights, voice: Voice) -> Iterator[Piece]:
    team = ""
    for one in week.entries:
        if one.team != team:
            yield voice.plain(one.team or voice.label("highlights-others"), "title")
            team = one.team
        yield from entry(one, voice)


def entry(entry: HighlightEntry, voice: Voice) -> Iterator[Piece]:
    """One receiver, with the words for them."""
    yield voice.person(entry.person)
    yield from map(voice.quoted, entry.quotes)
    if entry.more:
        yield voice.line("context", "highlights-more", count=entry.more)


def _rest(specials: Specials, voice: Voice) -> Iterator[Piece]:
    if specials.customers:
        yield voice.heading("highlights-customers")
    for story in specials.customers:
        yield {**voice.quote(story.reason), "by": voice.together(story.receivers)}
    if specials.firsts:
        yield voice.line("sentence", "highlights-firsts", who=specials.firsts)
    if specials.values:
        values = texts.together(voice.reader, (f"#{value}" for value in specials.values))
        yield voice.line("sentence", "highlights-values", values=values)
    if specials.bloomed:
        yield voice.line("sentence", "highlights-bloomed", count=specials.bloomed)
    if specials.tip:
        tip = texts.say(voice.reader, specials.tip)
        yield voice.line("context", "highlights-tip", tip=tip)
