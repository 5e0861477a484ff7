"""The home page of a member, and settings as they stand, as pieces for the page."""

from adapters.playground import cases
from adapters.playground.voice import Voice
from adapters.playground.words import Piece
from bot import texts
from bot.messages import Field, Home, Quote, SettingsSaved, Welcome


def saved(saved: SettingsSaved, voice: Voice) -> list[Piece]:
    if not saved.changed:
        return [voice.line("sentence", "settings-same")]
    return [voice.line("title", "settings-saved"), *settings(saved.changed, voice)]


def welcome(welcome: Welcome, voice: Voice) -> list[Piece]:
    lines = [voice.line("sentence", line) for line in ("welcome-what", "welcome-first")]
    last = voice.line("context", "welcome-privacy")
    said: list[Piece] = [voice.line("title", "welcome-title"), *lines, last]
    if welcome.privacy_at:
        label = voice.label("about-privacy-title")
        said.append({"piece": "link", "text": label, "address": welcome.privacy_at})
    return said


def settings(fields: tuple[Field, ...], voice: Voice) -> list[Piece]:
    return [
        {"piece": "sentence", "spans": [texts.setting(voice.reader, field)]} for field in fields
    ]


def home(page: Home, voice: Voice) -> list[Piece]:
    mine = page.mine
    pieces: list[Piece] = [
        voice.line("title", "home-received"),
        voice.line(
            "sentence", "mine-received", week=mine.received_this_week, ever=mine.received_ever
        ),
        *_quotes(page.received, voice),
        voice.line("title", "home-given"),
        voice.line("sentence", "mine-given", week=mine.given_this_week, ever=mine.given_ever),
        *_quotes(page.given, voice),
    ]
    if page.page > 1:
        return pieces
    return [*pieces, *_cases(page, voice), *_week(page, voice), *_settings(page, voice)]


def _quotes(quotes: tuple[Quote, ...], voice: Voice) -> list[Piece]:
    return [voice.quoted(quote) for quote in quotes] or [voice.line("context", "home-nothing")]


def _cases(page: Home, voice: Voice) -> list[Piece]:
    if not page.cases:
        return []
    entries = [cases.entry(one, voice) for one in page.cases]
    return [voice.line("title", "home-cases"), {"piece": "entries", "entries": entries}]


def _week(page: Home, voice: Voice) -> list[Piece]:
    if not page.week:
        return [voice.line("title", "home-week"), voice.line("context", "home-week-none")]
    names = texts.together(voice.reader, (person.name for person in page.week))
    return [voice.line("title", "home-week"), {"piece": "sentence", "spans": [names]}]


def _settings(page: Home, voice: Voice) -> list[Piece]:
    return [voice.line("title", "home-settings"), *settings(page.settings, voice)]
