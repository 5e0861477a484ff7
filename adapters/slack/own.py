"""The home page of a member, and settings as they stand, as Slack shows them."""

from adapters.slack import cards
from adapters.slack.paper import BOLD, Paper, link, text, written
from adapters.slack.phrases import quoted
from bot import texts
from bot.messages import Field, Home, Quote, SettingsSaved, Welcome
from bot.model import Reader
from bot.texts import say


def saved(paper: Paper, reader: Reader, saved: SettingsSaved) -> None:
    if not saved.changed:
        paper.line([text(say(reader, "settings-same"))])
        return
    paper.passage(
        [text(say(reader, "settings-saved"), BOLD)], written(_told(reader, saved.changed))
    )


def welcome(paper: Paper, reader: Reader, welcome: Welcome) -> None:
    paper.title(say(reader, "welcome-title"))
    for line in ("welcome-what", "welcome-first"):
        paper.line([text(say(reader, line))])
    paper.hint(say(reader, "welcome-privacy"))
    if welcome.privacy_at:
        paper.line([link(welcome.privacy_at, say(reader, "about-privacy-title"))])


def home(paper: Paper, reader: Reader, page: Home) -> None:
    mine = page.mine
    paper.title(say(reader, "home-received"))
    week, ever = mine.received_this_week, mine.received_ever
    paper.hint(say(reader, "mine-received", week=week, ever=ever))
    _quotes(paper, reader, page.received)
    paper.title(say(reader, "home-given"))
    week, ever = mine.given_this_week, mine.given_ever
    paper.hint(say(reader, "mine-given", week=week, ever=ever))
    _quotes(paper, reader, page.given)
    if page.page > 1:
        return
    if page.cases:
        paper.title(say(reader, "home-cases"))
        cards.entries(paper, reader, page.cases, buttons=len(page.cases))
    paper.title(say(reader, "home-week"))
    names = texts.together(reader, (person.name for person in page.week))
    paper.line(written(names) if names else [text(say(reader, "home-week-none"))])
    paper.title(say(reader, "home-settings"))
    paper.line(written(_told(reader, page.settings)))


def _quotes(paper: Paper, reader: Reader, quotes: tuple[Quote, ...]) -> None:
    for quote in quotes:
        paper.quote(quoted(reader, [quote]))
    if not quotes:
        paper.line([text(say(reader, "home-nothing"))])


def _told(reader: Reader, fields: tuple[Field, ...]) -> str:
    return "\n".join(texts.setting(reader, field) for field in fields)
