"""A page of the week in Slack: everybody is named, nobody is notified."""

from collections.abc import Sequence

from adapters.slack.paper import BOLD, Paper, text, written
from adapters.slack.phrases import name, named, quoted, tell
from bot.messages import HighlightEntry, NamedGroup, Specials, Story, WeeklyHighlights
from bot.model import Reader, Source
from bot.texts import days, say, together


def page(paper: Paper, reader: Reader, week: WeeklyHighlights) -> None:
    if week.page == 1:
        _head(paper, reader, week)
    elif week.specials.moment:
        moment(paper, reader, week.specials.moment)
    names(paper, reader, week.named)
    if week.unnamed:
        paper.line([text(say(reader, "highlights-unnamed", count=week.unnamed))])
    if week.named:
        paper.hint(say(reader, "highlights-below"))
    team = ""
    for one in week.entries:
        if one.team != team:
            paper.title(one.team or say(reader, "highlights-others"))
            team = one.team
        entry(paper, reader, one)
    _rest(paper, reader, week.specials)
    if week.pages > 1:
        paper.foot(say(reader, "highlights-page", page=week.page, pages=week.pages))


def _head(paper: Paper, reader: Reader, week: WeeklyHighlights) -> None:
    facts = {"days": days(reader, week.first_day, week.last_day)}
    if week.quiet:
        paper.line([text(say(reader, "highlights-quiet", **facts))])
        return
    paper.title(say(reader, "highlights-title", **facts))
    if week.late:
        paper.hint(say(reader, "highlights-late"))
    paper.hint(say(reader, "highlights-counts", givers=week.givers, receivers=week.receivers))
    if week.specials.moment:
        moment(paper, reader, week.specials.moment)


def moment(paper: Paper, reader: Reader, story: Story) -> None:
    """The moment of the week, told in full."""
    paper.line([text(say(reader, "highlights-moment"), BOLD)])
    said = "award-posted-customer" if story.source is Source.CUSTOMER else "award-posted"
    tell(paper, reader, said, giver=[named(story.giver)], receivers=map(named, story.receivers))
    paper.quote(written(story.reason))


def names(paper: Paper, reader: Reader, groups: Sequence[NamedGroup]) -> None:
    """Everybody's name, by team."""
    if not groups:
        return
    elements = [text(say(reader, "highlights-names"), BOLD)]
    for group in groups:
        listed = ", ".join(map(name, group.people))
        if len(groups) > 1 or group.team:
            team = group.team or say(reader, "highlights-others")
            elements += [text(f"\n{team}: ", BOLD), text(listed)]
        else:
            elements.append(text(f"\n{listed}"))
    paper.line(elements)


def entry(paper: Paper, reader: Reader, entry: HighlightEntry) -> None:
    """One receiver, with the words for them."""
    shown = quoted(reader, entry.quotes)
    if entry.more:
        start = "\n" if shown else ""
        shown.append(text(start + say(reader, "highlights-more", count=entry.more)))
    paper.passage([named(entry.person)], shown)


def _rest(paper: Paper, reader: Reader, specials: Specials) -> None:
    if specials.customers:
        paper.line([text(say(reader, "highlights-customers"), BOLD)])
    for story in specials.customers:
        who = together(reader, map(name, story.receivers))
        paper.passage([text(who, BOLD)], written(story.reason))
    if specials.firsts:
        tell(paper, reader, "highlights-firsts", who=map(named, specials.firsts))
    if specials.values:
        values = together(reader, (f"#{value}" for value in specials.values))
        paper.line([text(say(reader, "highlights-values", values=values))])
    if specials.bloomed:
        paper.line([text(say(reader, "highlights-bloomed", count=specials.bloomed))])
    if specials.tip:
        paper.hint(say(reader, "highlights-tip", tip=say(reader, specials.tip)))
