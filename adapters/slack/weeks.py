"""The week in private, in Slack: to admins before it is posted, to leads and to HR after it."""

from collections.abc import Sequence
from typing import assert_never

from adapters.slack import cards, highlights
from adapters.slack.paper import BOLD, Paper, text
from adapters.slack.phrases import name, named, tell
from bot.heard import ActionName
from bot.messages import HighlightsPreview, MomentChoice, Story, TeamWeek, WorkspaceWeek
from bot.model import Reader
from bot.texts import days, moment, say, together

OfWeeks = HighlightsPreview | MomentChoice | TeamWeek | WorkspaceWeek


def say_of_week(paper: Paper, reader: Reader, message: OfWeeks) -> None:
    match message:
        case HighlightsPreview():
            _preview(paper, reader, message)
        case MomentChoice():
            _choice(paper, reader, message)
        case TeamWeek():
            _team_week(paper, reader, message)
        case WorkspaceWeek():
            _workspace_week(paper, reader, message)
        case _:
            assert_never(message)


def _preview(paper: Paper, reader: Reader, ahead: HighlightsPreview) -> None:
    paper.title(say(reader, "preview-title"))
    if ahead.skipped:
        paper.line([text(say(reader, "preview-skipped"), BOLD)])
    else:
        paper.line([text(say(reader, "preview-when", when=moment(reader, ahead.due_at)))])
    if not ahead.receivers:
        paper.line([text(say(reader, "preview-nobody"))])
        return
    paper.hint(say(reader, "highlights-counts", givers=ahead.givers, receivers=ahead.receivers))
    highlights.names(paper, reader, ahead.named)
    if ahead.unnamed:
        paper.line([text(say(reader, "highlights-more", count=ahead.unnamed))])
    if ahead.moment:
        highlights.moment(paper, reader, ahead.moment)
    if ahead.candidates:
        paper.line([text(say(reader, "preview-candidates"), BOLD)])
    _candidates(paper, reader, ahead.candidates, ActionName.MOMENT)


def _choice(paper: Paper, reader: Reader, choice: MomentChoice) -> None:
    paper.title(say(reader, "moment-choice-title"))
    paper.hint(say(reader, "moment-choice-until", when=moment(reader, choice.until)))
    if choice.picked:
        paper.line([text(say(reader, "moment-choice-picked"), BOLD)])
        paper.line([text(_candidate(reader, choice.picked))])
    nothing = "" if choice.candidates else "moment-choice-none"
    paper.line([text(say(reader, nothing or "preview-candidates"), None if nothing else BOLD)])
    _candidates(paper, reader, choice.candidates, ActionName.PICK)
    if choice.pages > 1:
        paper.hint(say(reader, "highlights-page", page=choice.page, pages=choice.pages))


def _candidates(paper: Paper, reader: Reader, stories: Sequence[Story], action: ActionName) -> None:
    """Each with the button that chooses it."""
    for story in stories:
        number = str(story.award_id)
        label = f"{say(reader, 'action-moment')} {number}"
        paper.row(_candidate(reader, story), (action.value, number, label, None))


def _candidate(reader: Reader, story: Story) -> str:
    return say(
        reader,
        "preview-candidate",
        number=str(story.award_id),
        giver=name(story.giver),
        receivers=together(reader, map(name, story.receivers)),
        reason=story.reason,
    )


def _team_week(paper: Paper, reader: Reader, week: TeamWeek) -> None:
    when = days(reader, week.first_day, week.last_day)
    if week.page == 1:
        paper.title(say(reader, "team-week-title", team=week.team, days=when))
        paper.hint(say(reader, "team-week-private"))
    if not week.entries:
        paper.line([text(say(reader, "team-week-none"))])
    for entry in week.entries:
        highlights.entry(paper, reader, entry)
    if week.unseen:
        tell(paper, reader, "team-week-unseen", who=map(named, week.unseen))
    if week.cases:
        paper.line([text(say(reader, "team-week-cases"), BOLD)])
        cards.entries(paper, reader, week.cases, buttons=len(week.buttons) - 1)
    if week.hours_to_answer is not None:
        paper.hint(say(reader, "team-week-answer", hours=week.hours_to_answer))
    if week.pages > 1:
        paper.hint(say(reader, "highlights-page", page=week.page, pages=week.pages))


def _workspace_week(paper: Paper, reader: Reader, week: WorkspaceWeek) -> None:
    when = days(reader, week.first_day, week.last_day)
    paper.title(say(reader, "workspace-week-title", days=when))
    people = {"givers": week.givers, "receivers": week.receivers}
    paper.line([text(say(reader, "workspace-week-glitter", count=week.glitter, **people))])
    if week.from_customers:
        paper.line([text(say(reader, "workspace-week-customers", count=week.from_customers))])
    if week.figures:
        cards.figures(paper, reader, week.figures)
