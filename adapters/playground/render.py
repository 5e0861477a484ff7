"""A message becomes pieces for the page: text and mentions, never markup."""

from collections.abc import Sequence
from typing import assert_never

from adapters.chart import chart_in
from adapters.playground import cases, forms, highlights, pages, weeks
from adapters.playground.pictures import pictured
from adapters.playground.voice import Voice
from adapters.playground.words import ButtonFace, ButtonRow, Line, Piece, Tone, Weight, Words
from bot.cleaning import clean
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
from bot.model import Kind, Place, Reader, Source, State
from bot.texts import moment

_GLITTER_EXAMPLES = ("help-glitter-give", "help-glitter-customer")
_GLITTER_REMARKS = (
    "help-glitter-by-name",
    "help-glitter-words",
    "help-glitter-undo",
    "help-glitter-moment",
    "help-glitter-cactus",
)
_CACTUS_REMARKS = (
    "help-cactus-private",
    "help-cactus-hold",
    "help-cactus-words",
    "help-cactus-whistle",
)

_MAIN = {
    ActionName.GIVE,
    ActionName.GIVE_AGAIN,
    ActionName.SEND_NOW,
    ActionName.THANK,
    ActionName.ACCEPT,
    ActionName.BLOOM,
    ActionName.PRAISE,
    ActionName.TO_TEAM,
    ActionName.RELEASE,
    ActionName.RESUME,
}
LISTS = (CaseList, HighlightsPreview, MomentChoice, TeamWeek)
OF_A_LINE = {ActionName.SHOW, ActionName.MOMENT, ActionName.PICK}
"""Each is about one line of several."""
_QUIET = {
    ActionName.WITHDRAW,
    ActionName.DECLINE,
    ActionName.DISPUTE,
    ActionName.REPORT,
    ActionName.STOP,
    ActionName.CLOSE,
}


def render(message: Message, reader: Reader, here: Place) -> Words:
    """Say `message` to `reader` at the place `here`.

    Raises KeyError where the reader's language lacks a sentence.
    """
    voice = Voice(reader)
    pieces = _pieces(message, voice, here)
    if chart := chart_in(message):
        pieces.insert(len(pieces) - chart.above_page, pictured(chart, reader))
    if message.buttons:
        pieces.append(_buttons(message.buttons, voice, numbered=isinstance(message, LISTS)))
    tone = _tone(message)
    lasting = tone in ("cactus", "bloomed")
    return {"lang": reader.language, "tone": tone, "lasting": lasting, "pieces": pieces}


def _pieces(message: Message, voice: Voice, here: Place) -> list[Piece]:
    match message:
        case AwardPosted():
            return _posted(message, voice)
        case GlitterReceived():
            return _received(message, voice)
        case GlitterToShow():
            return _to_show(message, voice)
        case GlitterRecorded():
            return _recorded(message, voice, here)
        case SameAgain():
            return _same_again(message, voice)
        case MyGlitter():
            return _mine(message, voice)
        case Help():
            return _glitter_help(voice) if message.topic is Kind.GLITTER else _cactus_help(voice)
        case GentleCheck():
            return cases.check(message, voice)
        case CactusHeld():
            return cases.held(message, voice)
        case CaseCard():
            return cases.card(message, voice)
        case CaseNews():
            return cases.news(message, voice)
        case CaseList():
            return cases.listed(message, voice)
        case CaseFigures():
            return cases.figures(message, voice)
        case TeamList():
            return _teams(message, voice)
        case Form():
            return forms.form(message, voice)
        case ExportReady():
            return _export_ready(message, voice)
        case SignInLink():
            return _way_in(message, voice)
        case SettingsSaved():
            return pages.saved(message, voice)
        case Welcome():
            return pages.welcome(message, voice)
        case Home():
            return pages.home(message, voice)
        case WeeklyHighlights():
            return highlights.page(message, voice)
        case HighlightsPreview() | MomentChoice() | TeamWeek() | WorkspaceWeek():
            return weeks.pieces(message, voice)
        case Notice():
            return _notice(message, voice)
        case _:
            assert_never(message)


def _tone(message: Message) -> Tone:
    match message:
        case AwardPosted() | GlitterReceived() | GlitterToShow() | WeeklyHighlights():
            return "glitter"
        case CaseCard(state=State.BLOOMED) | CaseNews(news="news-bloom"):
            return "bloomed"
        case GentleCheck() | CactusHeld() | CaseCard() | CaseNews() | CaseList():
            return "cactus"
        case _:
            return "plain"


def _buttons(buttons: Sequence[Button], voice: Voice, *, numbered: bool) -> ButtonRow:
    """Quiet ones stand last."""
    faces: list[ButtonFace] = [
        {
            "name": button.name.value,
            "subject": button.subject,
            "label": _label(button, voice, numbered=numbered),
            "weight": _weight(button.name),
        }
        for button in buttons
    ]
    return {
        "piece": "buttons",
        "buttons": sorted(faces, key=lambda face: face["weight"] == "quiet"),
    }


def _label(button: Button, voice: Voice, *, numbered: bool) -> str:
    label = clean(button.label) or voice.label(f"action-{button.name}")
    return f"{label} {button.subject}" if numbered and button.name in OF_A_LINE else label


def _weight(name: ActionName) -> Weight:
    if name in _MAIN:
        return "main"
    return "quiet" if name in _QUIET else "plain"


def _posted(award: AwardPosted, voice: Voice) -> list[Piece]:
    text = "award-posted" if award.source is Source.COLLEAGUE else "award-posted-customer"
    return [
        voice.line("title", "award-title"),
        voice.line("sentence", text, giver=award.giver, receivers=award.receivers),
        *(_team(team, voice) for team in award.teams),
        voice.quote(award.reason),
        *_tags(award.tags, award.reason),
    ]


def _team(team: TeamNamed, voice: Voice) -> Piece:
    if team.people:
        return voice.line("context", "award-team", team=team.name, people=team.people)
    return voice.line("context", "award-team-many", team=team.name, count=team.count)


def _teams(teams: TeamList, voice: Voice) -> list[Piece]:
    pieces: list[Piece] = [voice.line("title", "team-list-title")]
    if teams.news:
        pieces.append(voice.line("sentence", teams.news))
    if not teams.entries:
        pieces.append(voice.line("sentence", "team-list-none"))
    for team in teams.entries:
        pieces.append(voice.team(team))
        if team.people:
            pieces.append(voice.line("context", "team-people", people=team.people))
    if teams.more:
        pieces.append(voice.line("context", "highlights-more", count=teams.more))
    return pieces


def _received(award: GlitterReceived, voice: Voice) -> list[Piece]:
    return [
        voice.line("title", "award-title"),
        voice.line("sentence", award.sentence, giver=award.giver, team=award.team),
        voice.quote(award.reason),
        *_tags(award.tags, award.reason),
    ]


def _to_show(award: GlitterToShow, voice: Voice) -> list[Piece]:
    text = "show-from" if award.source is Source.COLLEAGUE else "show-from-customer"
    return [
        voice.line("news", "show-ask", receiver=award.receiver, team=award.team),
        voice.line("title", "show-title", receiver=award.receiver),
        voice.quote(award.reason),
        voice.line("sentence", text, giver=award.giver, day=award.on),
        *_tags(award.tags, award.reason),
    ]


def _recorded(award: GlitterRecorded, voice: Voice, here: Place) -> list[Piece]:
    pieces: list[Piece] = [
        voice.line("sentence", "award-recorded", receivers=award.receivers),
        voice.quote(award.reason, award.source),
        *_tags(award.tags, award.reason),
        *_where(award, voice, here),
    ]
    if award.undo_minutes:
        pieces.append(voice.line("context", "award-undo-minutes", minutes=award.undo_minutes))
    return pieces


def _where(award: GlitterRecorded, voice: Voice, here: Place) -> list[Piece]:
    shown = {"award-shown": award.shown_to, "award-untold": award.untold}
    told: list[Piece] = [
        voice.line("sentence", text, who=who) for text, who in shown.items() if who
    ]
    if award.posted_in or award.goes_straight:
        told.append(_posted_where(award.posted_in, voice, here))
    return told


def _posted_where(place: Place | None, voice: Voice, here: Place) -> Line:
    if place is None:
        return voice.line("context", "award-recorded-direct")
    if place.key == here.key:
        return voice.line("context", "award-recorded-here")
    return voice.line("context", "award-recorded-channel", channel=f"#{place.name or place.id}")


def _tags(tags: Sequence[str], reason: str) -> list[Piece]:
    """The values that the reason itself does not show."""
    written = reason.casefold().split()
    missing = [f"#{tag}" for tag in tags if f"#{tag}".casefold() not in written]
    return [{"piece": "context", "spans": [" ".join(missing)]}] if missing else []


def _same_again(again: SameAgain, voice: Voice) -> list[Piece]:
    return [
        voice.line("sentence", "same-again", receivers=again.receivers, when=again.given_at),
        voice.quote(again.reason),
        voice.line("context", "same-again-hint"),
    ]


def _mine(mine: MyGlitter, voice: Voice) -> list[Piece]:
    received = {"week": mine.received_this_week, "ever": mine.received_ever}
    given = {"week": mine.given_this_week, "ever": mine.given_ever}
    pieces: list[Piece] = [
        voice.line("title", "mine-title"),
        voice.line("sentence", "mine-received", **received),
        voice.line("sentence", "mine-given", **given),
    ]
    if mine.latest:
        pieces.append(voice.line("context", "mine-latest"))
        pieces += map(voice.quoted, mine.latest)
    elif not mine.received_ever:
        pieces.append(voice.line("context", "mine-none"))
    return pieces


def _glitter_help(voice: Voice) -> list[Piece]:
    pieces: list[Piece] = [voice.line("title", "help-glitter-title")]
    for text in _GLITTER_EXAMPLES:
        pieces += [voice.example(text), voice.line("context", f"{text}-hint")]
    return pieces + [voice.line("sentence", text) for text in _GLITTER_REMARKS]


def _cactus_help(voice: Voice) -> list[Piece]:
    return [
        voice.line("title", "help-cactus-title"),
        voice.example("help-cactus-give"),
        voice.line("context", "help-cactus-give-hint"),
        *(voice.line("sentence", text) for text in _CACTUS_REMARKS),
    ]


def _export_ready(ready: ExportReady, voice: Voice) -> list[Piece]:
    return [
        voice.line("sentence", "export-ready", count=ready.rows),
        {"piece": "context", "spans": [ready.asked_for]},
        voice.line("context", "export-hash", it=ready.sha256),
        voice.line("context", "export-fetch", when=moment(voice.reader, ready.until)),
        {
            "piece": "link",
            "text": voice.label("export-download"),
            "address": f"/playground/export/{ready.export_id}/{ready.sha256}",
        },
    ]


def _way_in(link: SignInLink, voice: Voice) -> list[Piece]:
    return [
        voice.line("sentence", "pages-link", minutes=link.minutes),
        {"piece": "link", "text": voice.label("pages-open"), "address": link.address},
    ]


def _notice(notice: Notice, voice: Voice) -> list[Piece]:
    pieces: list[Piece] = [voice.notice(notice)]
    if notice.draft:
        pieces.append(voice.line("draft", "your-words", draft=notice.draft))
    return pieces
