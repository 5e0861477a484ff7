"""Every message as Slack shows it."""

from collections.abc import Iterable
from typing import Any, assert_never

from adapters.slack.paper import BOLD, CODE, Element, Facts, Paper, channel, text, user, written
from bot.messages import (
    ActionName,
    AwardPosted,
    Button,
    CactusHeld,
    CactusMoved,
    CactusReceived,
    GlitterReceived,
    GlitterRecorded,
    Help,
    HighlightEntry,
    Message,
    MyGlitter,
    Notice,
    Person,
    Quote,
    SameAgain,
    WeeklyHighlights,
)
from bot.model import Kind, Place, PlaceKind, Reader, Source
from bot.texts import day, moment, say, sentence, together

NEW_LINE: Element = {"type": "text", "text": "\n"}
LONGEST_NAME = 80
"""Slack's own limit for the names of people."""
STYLES = {ActionName.SEND_NOW: "primary", ActionName.WITHDRAW: "danger"}
HELP = {
    Kind.GLITTER: {
        "examples": ("help-glitter-give", "help-glitter-customer"),
        "lines": ("help-glitter-words", "help-glitter-undo", "help-glitter-cactus"),
    },
    Kind.CACTUS: {
        "examples": ("help-cactus-give",),
        "lines": ("help-cactus-private", "help-cactus-hold", "help-cactus-whistle"),
    },
}


def render(message: Message, reader: Reader) -> dict[str, Any]:
    """`{"text": …, "blocks": […]}` within Slack's limits. Only receivers of praise are pinged."""
    paper = Paper()
    match message:
        case AwardPosted():
            _award_posted(paper, reader, message)
        case GlitterReceived():
            _glitter_received(paper, reader, message)
        case GlitterRecorded():
            _glitter_recorded(paper, reader, message)
        case SameAgain():
            _same_again(paper, reader, message)
        case MyGlitter():
            _my_glitter(paper, reader, message)
        case Help():
            _help(paper, reader, message)
        case CactusHeld():
            _cactus_held(paper, reader, message)
        case CactusReceived():
            _cactus_received(paper, reader, message)
        case CactusMoved():
            code = f"cactus-moved-{message.state}"
            _tell(paper, reader, code, receiver=[_named(message.receiver)])
        case WeeklyHighlights():
            _highlights(paper, reader, message)
        case Notice():
            _notice(paper, reader, message)
        case _:
            assert_never(message)
    _buttons(paper, reader, message.buttons)
    return paper.done()


def _award_posted(paper: Paper, reader: Reader, award: AwardPosted) -> None:
    customer = award.source is Source.CUSTOMER
    paper.title(say(reader, "award-title"))
    _tell(
        paper,
        reader,
        "award-posted-customer" if customer else "award-posted",
        giver=[_named(award.giver)],
        receivers=map(_pinged, award.receivers),
    )
    paper.quote(written(award.reason))
    _tags(paper, award.tags)


def _glitter_received(paper: Paper, reader: Reader, award: GlitterReceived) -> None:
    customer = award.source is Source.CUSTOMER
    paper.title(say(reader, "award-title"))
    _tell(
        paper,
        reader,
        "award-received-customer" if customer else "award-received",
        giver=[_pinged(award.giver)],
    )
    paper.quote(written(award.reason))
    _tags(paper, award.tags)


def _glitter_recorded(paper: Paper, reader: Reader, award: GlitterRecorded) -> None:
    _tell(paper, reader, "award-recorded", receivers=map(_named, award.receivers))
    paper.quote(written(award.reason))
    if award.source is Source.CUSTOMER:
        paper.hint(say(reader, "award-from-customer"))
    _tags(paper, award.tags)
    _where(paper, reader, award.posted_in)
    paper.hint(say(reader, "award-undo-minutes", minutes=award.undo_minutes))


def _where(paper: Paper, reader: Reader, place: Place | None) -> None:
    if place is None:
        paper.line([text(say(reader, "award-recorded-direct"))])
    elif place.kind is PlaceKind.CHANNEL:
        _tell(paper, reader, "award-recorded-channel", channel=[channel(place.id)])
    else:
        paper.line([text(say(reader, "award-recorded-here"))])


def _same_again(paper: Paper, reader: Reader, again: SameAgain) -> None:
    when = [text(moment(reader, again.given_at))]
    _tell(paper, reader, "same-again", receivers=map(_named, again.receivers), when=when)
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
        paper.passage(heading, _quoted(reader, mine.latest))
    else:
        paper.hint(say(reader, "mine-none"))


def _help(paper: Paper, reader: Reader, help: Help) -> None:
    paper.title(say(reader, f"help-{help.topic}-title"))
    for example in HELP[help.topic]["examples"]:
        hint = text("\n" + say(reader, f"{example}-hint"))
        paper.line([text(say(reader, example), CODE), hint])
    for line in HELP[help.topic]["lines"]:
        paper.line([text(say(reader, line))])


def _cactus_held(paper: Paper, reader: Reader, held: CactusHeld) -> None:
    paper.title(say(reader, "cactus-title"))
    _tell(paper, reader, "cactus-held", receiver=[_named(held.receiver)])
    preview = _sentence(reader, "cactus-received", giver=[_named(held.giver)])
    paper.quote([*preview, NEW_LINE, *written(held.situation)])
    paper.hint(say(reader, "cactus-held-when", when=moment(reader, held.goes_out_at)))


def _cactus_received(paper: Paper, reader: Reader, cactus: CactusReceived) -> None:
    paper.title(say(reader, "cactus-title"))
    _tell(paper, reader, "cactus-received", giver=[_pinged(cactus.giver)])
    paper.quote(written(cactus.situation))
    paper.hint(say(reader, "cactus-received-hint", giver=_name(cactus.giver)))


def _highlights(paper: Paper, reader: Reader, week: WeeklyHighlights) -> None:
    days = {"first": day(reader, week.first_day), "last": day(reader, week.last_day)}
    if not week.entries:
        paper.line([text(say(reader, "highlights-quiet", **days))])
        return
    paper.title(say(reader, "highlights-title", **days))
    if week.late:
        paper.hint(say(reader, "highlights-late"))
    counts = {"givers": week.givers, "receivers": week.receivers}
    paper.hint(say(reader, "highlights-counts", **counts))
    for entry in week.entries:
        _entry(paper, reader, entry)
    if week.pages > 1:
        paper.hint(say(reader, "highlights-page", page=week.page, pages=week.pages))


def _entry(paper: Paper, reader: Reader, entry: HighlightEntry) -> None:
    quoted = _quoted(reader, entry.quotes)
    if entry.more:
        start = "\n" if quoted else ""
        quoted.append(text(start + say(reader, "highlights-more", count=entry.more)))
    paper.passage([_named(entry.person)], quoted)


def _notice(paper: Paper, reader: Reader, notice: Notice) -> None:
    facts = Facts()
    said = sentence(
        reader,
        notice,
        show=lambda person: facts.put(_named(person)),
        plain=lambda words: facts.put(text(words)) if words else "",
    )
    paper.line(facts.into(said))
    if notice.draft:
        paper.quote(_sentence(reader, "your-words", draft=written(notice.draft)))


def _quoted(reader: Reader, quotes: Iterable[Quote]) -> list[Element]:
    """One element for all of them: short words of many people must not outgrow the message."""
    customer = say(reader, "award-from-customer")
    lines = []
    for quote in quotes:
        source = f" ({customer})" if quote.source is Source.CUSTOMER else ""
        lines.append(f"{quote.reason} — {_name(quote.person)}{source}")
    return written("\n".join(lines)) if lines else []


def _tell(paper: Paper, reader: Reader, code: str, **facts: Iterable[Element]) -> None:
    paper.line(_sentence(reader, code, **facts))


def _sentence(reader: Reader, code: str, **facts: Iterable[Element]) -> list[Element]:
    """The sentence `code`; several elements of one fact are joined as the language lists them.

    The words of one person come as several elements only as `draft`, where nothing is listed.
    """
    put = Facts()
    shown = {
        name: put.put(*elements)
        if name == "draft"
        else together(reader, [put.put(element) for element in elements])
        for name, elements in facts.items()
    }
    return put.into(say(reader, code, **shown))


def _name(person: Person) -> str:
    name = " ".join(person.name.split()) or person.account or "…"
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _named(person: Person) -> Element:
    return text(_name(person), BOLD)


def _pinged(person: Person) -> Element:
    return user(person.account) if person.account else _named(person)


def _tags(paper: Paper, tags: tuple[str, ...]) -> None:
    if tags:
        paper.hint(" ".join(f"#{tag.lstrip('#')}" for tag in tags))


def _buttons(paper: Paper, reader: Reader, buttons: tuple[Button, ...]) -> None:
    paper.buttons(
        (button.name, button.subject, say(reader, f"action-{button.name}"), STYLES.get(button.name))
        for button in buttons
    )
