"""The week in private, in Teams: to admins before it is posted, to leads and to HR after it."""

from collections.abc import Iterator
from typing import assert_never

from adapters.teams import cases
from adapters.teams.cards import (
    Drawn,
    Element,
    heading,
    literal,
    name,
    prose,
    small,
    small_heading,
)
from adapters.teams.highlights import entry, moment, names
from bot import texts
from bot.messages import HighlightsPreview, MomentChoice, Story, TeamWeek, WorkspaceWeek
from bot.model import Reader

OfWeeks = HighlightsPreview | MomentChoice | TeamWeek | WorkspaceWeek


def draw(message: OfWeeks, reader: Reader) -> Drawn:
    match message:
        case HighlightsPreview():
            return Drawn(list(_preview(message, reader)), texts.say(reader, "preview-title"))
        case MomentChoice():
            title = texts.say(reader, "moment-choice-title")
            return Drawn(list(_choice(message, reader)), title)
        case TeamWeek():
            return Drawn(list(_team_week(message, reader)), _team_title(message, reader))
        case WorkspaceWeek():
            return Drawn(list(_workspace_week(message, reader)), _week_title(message, reader))
        case _:
            assert_never(message)


def _preview(ahead: HighlightsPreview, reader: Reader) -> Iterator[Element]:
    yield heading(texts.say(reader, "preview-title"))
    if ahead.skipped:
        yield prose(texts.say(reader, "preview-skipped"), weight="Bolder")
    else:
        yield prose(texts.say(reader, "preview-when", when=texts.moment(reader, ahead.due_at)))
    if not ahead.receivers:
        yield prose(texts.say(reader, "preview-nobody"))
        return
    counts = {"givers": ahead.givers, "receivers": ahead.receivers}
    yield small(texts.say(reader, "highlights-counts", **counts))
    yield from names(ahead.named, reader)
    if ahead.unnamed:
        yield prose(texts.say(reader, "highlights-more", count=ahead.unnamed))
    if ahead.moment:
        yield from moment(ahead.moment, reader)
    if ahead.candidates:
        yield small_heading(texts.say(reader, "preview-candidates"))
    for story in ahead.candidates:
        yield prose(_candidate(story, reader))


def _choice(choice: MomentChoice, reader: Reader) -> Iterator[Element]:
    yield heading(texts.say(reader, "moment-choice-title"))
    yield small(texts.say(reader, "moment-choice-until", when=texts.moment(reader, choice.until)))
    if choice.picked:
        yield small_heading(texts.say(reader, "moment-choice-picked"))
        yield prose(_candidate(choice.picked, reader))
    if choice.candidates:
        yield small_heading(texts.say(reader, "preview-candidates"))
    else:
        yield prose(texts.say(reader, "moment-choice-none"))
    for story in choice.candidates:
        yield prose(_candidate(story, reader))
    if choice.pages > 1:
        yield small(texts.say(reader, "highlights-page", page=choice.page, pages=choice.pages))


def _candidate(story: Story, reader: Reader) -> str:
    return texts.say(
        reader,
        "preview-candidate",
        number=str(story.award_id),
        giver=name(story.giver),
        receivers=texts.together(reader, map(name, story.receivers)),
        reason=literal(story.reason),
    )


def _team_title(week: TeamWeek, reader: Reader) -> str:
    days = texts.days(reader, week.first_day, week.last_day)
    return texts.say(reader, "team-week-title", team=literal(week.team), days=days)


def _team_week(week: TeamWeek, reader: Reader) -> Iterator[Element]:
    if week.page == 1:
        yield prose(_team_title(week, reader), weight="Bolder", size="Medium")
        yield small(texts.say(reader, "team-week-private"))
    if not week.entries:
        yield prose(texts.say(reader, "team-week-none"))
    for one in week.entries:
        yield from entry(one, reader)
    if week.unseen:
        who = texts.together(reader, map(name, week.unseen))
        yield prose(texts.say(reader, "team-week-unseen", who=who))
    if week.cases:
        yield small_heading(texts.say(reader, "team-week-cases"))
        for case in week.cases:
            yield from cases.entry(case, reader)
    if week.hours_to_answer is not None:
        yield small(texts.say(reader, "team-week-answer", hours=week.hours_to_answer))
    if week.pages > 1:
        yield small(texts.say(reader, "highlights-page", page=week.page, pages=week.pages))


def _week_title(week: WorkspaceWeek, reader: Reader) -> str:
    days = texts.days(reader, week.first_day, week.last_day)
    return texts.say(reader, "workspace-week-title", days=days)


def _workspace_week(week: WorkspaceWeek, reader: Reader) -> Iterator[Element]:
    yield heading(_week_title(week, reader))
    people = {"givers": week.givers, "receivers": week.receivers}
    yield prose(texts.say(reader, "workspace-week-glitter", count=week.glitter, **people))
    if week.from_customers:
        yield prose(texts.say(reader, "workspace-week-customers", count=week.from_customers))
    if week.figures:
        yield from cases.draw(week.figures, reader).body
