"""The home card of a member, and settings as they stand."""

from adapters.teams import cases
from adapters.teams.cards import Drawn, Element, heading, literal, prose, quoted, set_off, small
from bot import texts
from bot.messages import Field, Home, Quote, SettingsSaved
from bot.model import Reader


def saved(message: SettingsSaved, reader: Reader) -> Drawn:
    if not message.changed:
        same = texts.say(reader, "settings-same")
        return Drawn([prose(same)], same)
    title = texts.say(reader, "settings-saved")
    return Drawn([heading(title), _facts(message.changed, reader)], title)


def welcome(reader: Reader) -> Drawn:
    title = texts.say(reader, "welcome-title")
    lines = [prose(texts.say(reader, line)) for line in ("welcome-what", "welcome-first")]
    return Drawn([heading(title), *lines, small(texts.say(reader, "welcome-privacy"))], title)


def home(message: Home, reader: Reader) -> Drawn:
    title, mine = texts.say(reader, "home-received"), message.mine
    received = {"week": mine.received_this_week, "ever": mine.received_ever}
    given = {"week": mine.given_this_week, "ever": mine.given_ever}
    body = [
        heading(title),
        small(texts.say(reader, "mine-received", **received)),
        *_quotes(message.received, reader),
        heading(texts.say(reader, "home-given")),
        small(texts.say(reader, "mine-given", **given)),
        *_quotes(message.given, reader),
    ]
    if message.page > 1:
        return Drawn(body, title)
    if message.cases:
        body.append(heading(texts.say(reader, "home-cases")))
        body += [element for entry in message.cases for element in cases.entry(entry, reader)]
    body += [heading(texts.say(reader, "home-week")), _week(message, reader)]
    body += [heading(texts.say(reader, "home-settings")), _facts(message.settings, reader)]
    return Drawn(body, title)


def _week(message: Home, reader: Reader) -> Element:
    names = texts.together(reader, (literal(person.name) for person in message.week))
    return prose(names or texts.say(reader, "home-week-none"))


def _quotes(quotes: tuple[Quote, ...], reader: Reader) -> list[Element]:
    if not quotes:
        return [small(texts.say(reader, "home-nothing"))]
    return [set_off(quoted(quote, reader)) for quote in quotes]


def _facts(fields: tuple[Field, ...], reader: Reader) -> Element:
    lines = [prose(literal(texts.setting(reader, field))) for field in fields]
    return {"type": "Container", "items": lines}
