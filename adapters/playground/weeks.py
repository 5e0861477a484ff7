"""The week in private, in the browser: to admins before the post, to leads and HR after it."""

from collections.abc import Iterator
from typing import assert_never

from adapters.playground import cases, highlights
from adapters.playground.voice import Voice
from adapters.playground.words import Piece
from bot import texts
from bot.messages import HighlightsPreview, MomentChoice, Story, TeamWeek, WorkspaceWeek

OfWeeks = HighlightsPreview | MomentChoice | TeamWeek | WorkspaceWeek


def pieces(message: OfWeeks, voice: Voice) -> list[Piece]:
    match message:
        case HighlightsPreview():
            return list(_preview(message, voice))
        case MomentChoice():
            return list(_choice(message, voice))
        case TeamWeek():
            return list(_team_week(message, voice))
        case WorkspaceWeek():
            return list(_workspace_week(message, voice))
        case _:
            assert_never(message)


def _preview(ahead: HighlightsPreview, voice: Voice) -> Iterator[Piece]:
    yield voice.line("title", "preview-title")
    if ahead.skipped:
        yield voice.heading("preview-skipped")
    else:
        yield voice.line("sentence", "preview-when", when=ahead.due_at)
    if not ahead.receivers:
        yield voice.line("sentence", "preview-nobody")
        return
    counts = {"givers": ahead.givers, "receivers": ahead.receivers}
    yield voice.line("context", "highlights-counts", **counts)
    yield from highlights.names(ahead.named, voice)
    if ahead.unnamed:
        yield voice.line("sentence", "highlights-more", count=ahead.unnamed)
    if ahead.moment:
        yield from highlights.moment(ahead.moment, voice)
    if ahead.candidates:
        yield voice.heading("preview-candidates")
    for story in ahead.candidates:
        yield _candidate(story, voice)


def _choice(choice: MomentChoice, voice: Voice) -> Iterator[Piece]:
    yield voice.line("title", "moment-choice-title")
    yield voice.line("context", "moment-choice-until", when=choice.until)
    if choice.picked:
        yield voice.heading("moment-choice-picked")
        yield _candidate(choice.picked, voice)
    if choice.candidates:
        yield voice.heading("preview-candidates")
    else:
        yield voice.line("sentence", "moment-choice-none")
    for story in choice.candidates:
        yield _candidate(story, voice)
    if choice.pages > 1:
        yield voice.line("context", "highlights-page", page=choice.page, pages=choice.pages)


def _candidate(story: Story, voice: Voice) -> Piece:
    return voice.line(
        "sentence",
        "preview-candidate",
        number=str(story.award_id),
        giver=story.giver,
        receivers=story.receivers,
        reason=story.reason,
    )


def _team_week(week: TeamWeek, voice: Voice) -> Iterator[Piece]:
    if week.page == 1:
        days = texts.days(voice.reader, week.first_day, week.last_day)
        yield voice.line("title", "team-week-title", team=week.team, days=days)
        yield voice.line("context", "team-week-private")
    if not week.entries:
        yield voice.line("sentence", "team-week-none")
    for one in week.entries:
        yield from highlights.entry(one, voice)
    if week.unseen:
        yield voice.line("sentence", "team-week-unseen", who=week.unseen)
    if week.cases:
        yield voice.heading("team-week-cases")
        listed = [cases.entry(one, voice) for one in week.cases]
        yield {"piece": "entries", "entries": listed}
    if week.hours_to_answer is not None:
        yield voice.line("context", "team-week-answer", hours=week.hours_to_answer)
    if week.pages > 1:
        yield voice.line("context", "highlights-page", page=week.page, pages=week.pages)


def _workspace_week(week: WorkspaceWeek, voice: Voice) -> Iterator[Piece]:
    days = texts.days(voice.reader, week.first_day, week.last_day)
    yield voice.line("title", "workspace-week-title", days=days)
    people = {"givers": week.givers, "receivers": week.receivers}
    yield voice.line("sentence", "workspace-week-glitter", count=week.glitter, **people)
    if week.from_customers:
        yield voice.line("sentence", "workspace-week-customers", count=week.from_customers)
    if week.figures:
        yield from cases.figures(week.figures, voice)
