"""Every message as Slack shows it."""

from typing import Any, assert_never

from adapters.slack import cards, highlights, own, weeks
from adapters.slack.paper import BOLD, CODE, Facts, Paper, channel, link, text, written
from adapters.slack.phrases import name, named, phrase, pinged, quoted, tell, to_message
from adapters.slack.pictures import Picture
from bot.heard import ActionName
from bot.messages import (
    AwardPosted,
    Button,
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
from bot.texts import day, moment, say, sentence, team_line

STYLES = {
    **dict.fromkeys(
        (
            ActionName.EDIT_DRAFT,
            ActionName.SEND_NOW,
            ActionName.THANK,
            ActionName.ACCEPT,
            ActionName.BLOOM,
            ActionName.PRAISE,
            ActionName.TO_TEAM,
            ActionName.RELEASE,
        ),
        "primary",
    ),
    **dict.fromkeys((ActionName.WITHDRAW, ActionName.STOP, ActionName.CLOSE), "danger"),
}
IN_ROWS = (ActionName.SHOW, ActionName.MOMENT, ActionName.PICK)
"""Buttons that stand with the line that they are about, in a list of several."""
IN_LINES = CaseList | TeamWeek | HighlightsPreview | MomentChoice
HELP = {
    Kind.GLITTER: {
        "examples": ("help-glitter-give", "help-glitter-customer"),
        "lines": (
            "help-glitter-by-name",
            "help-glitter-words",
            "help-glitter-undo",
            "help-glitter-moment",
            "help-slack-message",
            "help-glitter-cactus",
        ),
    },
    Kind.CACTUS: {
        "examples": ("help-cactus-give",),
        "lines": (
            "help-cactus-private",
            "help-cactus-hold",
            "help-cactus-words",
            "help-cactus-whistle",
        ),
    },
}


def render(message: Message, reader: Reader, picture: Picture | None = None) -> dict[str, Any]:
    """`{"text": …, "blocks": […]}` within Slack's limits. Only receivers of praise are pinged.

    `picture` is the message's own, uploaded before. Raises ValueError for a form: it is opened,
    never posted.
    """
    paper = Paper()
    if picture:
        paper.picture(picture.file, picture.described)
    draw(paper, message, reader)
    return paper.done()


def draw(paper: Paper, message: Message, reader: Reader) -> None:
    """All of the message. Raises ValueError for a form."""
    in_rows = IN_ROWS if isinstance(message, IN_LINES) else ()
    _buttons(paper, reader, tuple(one for one in message.buttons if one.name not in in_rows))
    _say(paper, reader, message)


def _say(paper: Paper, reader: Reader, message: Message) -> None:
    match message:
        case AwardPosted():
            _award_posted(paper, reader, message)
        case GlitterReceived():
            _glitter_received(paper, reader, message)
        case GlitterToShow():
            _glitter_to_show(paper, reader, message)
        case GlitterRecorded():
            _glitter_recorded(paper, reader, message)
        case SameAgain():
            _same_again(paper, reader, message)
        case MyGlitter():
            _my_glitter(paper, reader, message)
        case Help():
            _help(paper, reader, message)
        case TeamList():
            _teams(paper, reader, message)
        case ExportReady():
            _export_ready(paper, reader, message)
        case SignInLink():
            paper.line([text(say(reader, "pages-link", minutes=message.minutes))])
            paper.line([link(message.address, say(reader, "pages-open"))])
        case WeeklyHighlights():
            highlights.page(paper, reader, message)
        case HighlightsPreview() | MomentChoice() | TeamWeek() | WorkspaceWeek():
            weeks.say_of_week(paper, reader, message)
        case Notice():
            _notice(paper, reader, message)
        case SettingsSaved():
            own.saved(paper, reader, message)
        case Welcome():
            own.welcome(paper, reader, message)
        case Home():
            own.home(paper, reader, message)
        case Form():
            raise ValueError("a form is opened, never posted")
        case _:
            _say_of_cactus(paper, reader, message)


def _say_of_cactus(paper: Paper, reader: Reader, message: cards.OfCactus) -> None:
    match message:
        case GentleCheck():
            cards.gentle_check(paper, reader, message)
        case CactusHeld():
            cards.held(paper, reader, message)
        case CaseCard():
            cards.case(paper, reader, message)
        case CaseNews():
            cards.news(paper, reader, message)
        case CaseList():
            cards.listed(paper, reader, message)
        case CaseFigures():
            cards.figures(paper, reader, message)
        case _:
            assert_never(message)


def _export_ready(paper: Paper, reader: Reader, ready: ExportReady) -> None:
    paper.line([text(say(reader, "export-ready", count=ready.rows))])
    paper.line([text(ready.asked_for)])
    paper.line([text(say(reader, "export-hash", it=ready.sha256))])


def _award_posted(paper: Paper, reader: Reader, award: AwardPosted) -> None:
    customer = award.source is Source.CUSTOMER
    if award.below:
        who = map(pinged, award.receivers)
        tell(paper, reader, "award-below", giver=[named(award.giver)], receivers=who)
        return
    paper.title(say(reader, "award-title"))
    tell(
        paper,
        reader,
        "award-posted-customer" if customer else "award-posted",
        giver=[named(award.giver)],
        receivers=map(pinged, award.receivers),
    )
    for team in award.teams:
        _team(paper, reader, team)
    paper.quote(written(award.reason))
    _message(paper, reader, award.link)
    _tags(paper, award.tags)


def _message(paper: Paper, reader: Reader, address: str) -> None:
    if there := to_message(reader, address):
        paper.line(there)


def _team(paper: Paper, reader: Reader, team: TeamNamed) -> None:
    if team.people:
        tell(paper, reader, "award-team", team=[text(team.name)], people=map(pinged, team.people))
    else:
        paper.hint(say(reader, "award-team-many", team=team.name, count=team.count))


def _teams(paper: Paper, reader: Reader, teams: TeamList) -> None:
    paper.title(say(reader, "team-list-title"))
    if teams.news:
        paper.line([text(say(reader, teams.news))])
    if not teams.entries:
        paper.line([text(say(reader, "team-list-none"))])
    for team in teams.entries:
        paper.row(team_line(reader, team, show=name, plain=str))
        if team.people:
            tell(paper, reader, "team-people", people=map(named, team.people))
    if teams.more:
        paper.hint(say(reader, "highlights-more", count=teams.more))


def _glitter_received(paper: Paper, reader: Reader, award: GlitterReceived) -> None:
    paper.title(say(reader, "award-title"))
    team = [text(award.team, BOLD)] if award.team else []
    tell(paper, reader, award.sentence, giver=[pinged(award.giver)], team=team)
    paper.quote(written(award.reason))
    _message(paper, reader, award.link)
    _tags(paper, award.tags)


def _glitter_to_show(paper: Paper, reader: Reader, award: GlitterToShow) -> None:
    receiver, customer = award.receiver, award.source is Source.CUSTOMER
    tell(paper, reader, "show-ask", receiver=[named(receiver)], team=[text(award.team)])
    paper.title(say(reader, "show-title", receiver=name(receiver)))
    paper.quote(written(award.reason))
    tell(
        paper,
        reader,
        "show-from-customer" if customer else "show-from",
        giver=[named(award.giver)],
        day=[text(day(reader, award.on))],
    )
    _tags(paper, award.tags)


def _glitter_recorded(paper: Paper, reader: Reader, award: GlitterRecorded) -> None:
    tell(paper, reader, "award-recorded", receivers=map(named, award.receivers))
    paper.quote(written(award.reason))
    _message(paper, reader, award.link)
    if award.source is Source.CUSTOMER:
        paper.hint(say(reader, "award-from-customer"))
    _tags(paper, award.tags)
    _where(paper, reader, award)
    paper.hint(say(reader, "award-undo-minutes", minutes=award.undo_minutes))


def _where(paper: Paper, reader: Reader, award: GlitterRecorded) -> None:
    place = award.posted_in
    if award.shown_to:
        tell(paper, reader, "award-shown", who=map(named, award.shown_to))
    if award.untold:
        tell(paper, reader, "award-untold", who=map(named, award.untold))
    if place is None:
        if award.goes_straight:
            paper.line([text(say(reader, "award-recorded-direct"))])
    elif place.kind is PlaceKind.CHANNEL:
        tell(paper, reader, "award-recorded-channel", channel=[channel(place.id)])
    else:
        paper.line([text(say(reader, "award-recorded-here"))])


def _same_again(paper: Paper, reader: Reader, again: SameAgain) -> None:
    when = [text(moment(reader, again.given_at))]
    tell(paper, reader, "same-again", receivers=map(named, again.receivers), when=when)
    paper.quote(written(again.reason))
    paper.hint(say(reader, "same-again-hint"))


def _my_glitter(paper: Paper, reader: Reader, mine: MyGlitter) -> None:
    paper.title(say(reader, "mine-title"))
    week, ever = mine.received_this_week, mine.received_ever
    paper.line([text(say(reader, "mine-received", week=week, ever=ever))])
    week, ever = mine.given_this_week, mine.given_ever
    paper.line([text(say(reader, "mine-given", week=week, ever=ever))])
    if mine.latest:
        heading = [text(say(reader, "mine-latest"), BOLD)]
        paper.passage(heading, quoted(reader, mine.latest))
    else:
        paper.hint(say(reader, "mine-none"))


def _help(paper: Paper, reader: Reader, help: Help) -> None:
    paper.title(say(reader, f"help-{help.topic}-title"))
    for example in HELP[help.topic]["examples"]:
        hint = text("\n" + say(reader, f"{example}-hint"))
        paper.line([text(say(reader, example), CODE), hint])
    for line in HELP[help.topic]["lines"]:
        paper.line([text(say(reader, line))])


def _notice(paper: Paper, reader: Reader, notice: Notice) -> None:
    facts = Facts()
    said = sentence(
        reader,
        notice,
        show=lambda person: facts.put(named(person)),
        plain=lambda words: facts.put(text(words)) if words else "",
    )
    paper.line(facts.into(said))
    if notice.draft:
        paper.quote(phrase(reader, "your-words", draft=written(notice.draft)))


def _tags(paper: Paper, tags: tuple[str, ...]) -> None:
    if tags:
        paper.hint(" ".join(f"#{tag.lstrip('#')}" for tag in tags))


def _buttons(paper: Paper, reader: Reader, buttons: tuple[Button, ...]) -> None:
    paper.buttons(
        (
            button.name,
            button.subject,
            button.label or say(reader, f"action-{button.name}"),
            STYLES.get(button.name),
        )
        for button in buttons
    )
