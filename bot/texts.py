"""Sentences, lists, dates and plurals in the reader's language.

Fluent holds the words (`languages/*.ftl`), Babel knows the locales. Nothing here knows which
platform shows the text: what a platform must escape it escapes before handing it in.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, get_timezone_name
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from bot.messages import YES, Field, FieldKind, Notice, Person, TeamEntry
from bot.model import Reader

LANGUAGES = ("en", "sv", "nb", "fi")
DEFAULT = "en"
FILES = ("{}.ftl", "tips.{}.ftl", "records.{}.ftl", "frame.{}.ftl")
LONGEST_FACT = 500
ISOLATED = "\u2068{}\u2069"
"""Between FSI and PDI a text runs its own way and moves nothing beside it."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BABEL = {"en": "en_GB", "sv": "sv_SE", "nb": "nb_NO", "fi": "fi_FI"}
_ALIASES = {"no": "nb", "nn": "nb"}


@cache
def bundle(language: str) -> FluentBundle:
    """The sentences of one language. Raises KeyError for a language that we do not speak."""
    # `apart` isolates those facts alone that need it: the marks are seen by some old programs.
    made = FluentBundle([locale(language)], use_isolating=False)
    for name in FILES:
        text = files("bot").joinpath("languages", name.format(language)).read_text("utf-8")
        made.add_resource(FluentResource(text))
    return made


def locale(language: str) -> str:
    """How numbers and dates are written: `sv-SE`. Raises KeyError as `bundle`."""
    return _BABEL[language].replace("_", "-")


def speaks(locale: str) -> str | None:
    """The language of ours for a platform's locale (`sv-SE`, `nn_NO`), or None."""
    language = locale.replace("_", "-").partition("-")[0].lower()
    language = _ALIASES.get(language, language)
    return language if language in LANGUAGES else None


def say(reader: Reader, text: str, **facts: Any) -> str:
    """The sentence `text` in the reader's language. Raises KeyError where there is none."""
    for name, fact in facts.items():
        if isinstance(fact, str) and not fact.isascii():
            facts[name] = apart(fact)
    return _said(reader.language, text, tuple(facts.items()))


def apart(text: str) -> str:
    """The text, isolated where it holds Arabic, Hebrew or another script from right to left.

    Otherwise a name would draw in what follows: `From { $giver }, 27 November` would read
    `From 27 ,…`. A list of isolated names comes back as it is.
    """
    if text.isascii() or not _RIGHT_TO_LEFT.search(text) or "\u2068" in text:
        return text
    return ISOLATED.format(text)


@lru_cache(maxsize=1000)
def _said(language: str, text: str, facts: tuple[tuple[str, Any], ...]) -> str:
    """Most sentences are said again and again with the same facts."""
    words = bundle(language)
    message = words.get_message(text)
    if message.value is None:
        raise KeyError(text)
    # Fluent refuses facts that are longer than a reason may be.
    long = {name: fact for name, fact in facts if len(str(fact)) > LONGEST_FACT}
    marks = {name: f"\ue000{name}\ue001" for name in long}
    said, errors = words.format_pattern(message.value, {**dict(facts), **marks})
    if errors:
        raise KeyError(f"{text}: {errors[0]}")
    for name, mark in marks.items():
        said = str(said).replace(mark, str(long[name]))
    return str(said)


def words(language: str, text: str) -> str:
    """A text without facts, such as a list of command words; "" where there is none."""
    bundle_ = bundle(language)
    if not bundle_.has_message(text):
        return ""
    message = bundle_.get_message(text)
    return str(bundle_.format_pattern(message.value)[0]) if message.value else ""


def together(reader: Reader, words: Iterable[str]) -> str:
    """`Ana, Bo and Kim`, as the language lists things."""
    listed = list(map(apart, words))
    return (
        format_list(listed, locale=_BABEL[reader.language]) if len(listed) > 1 else "".join(listed)
    )


def number(reader: Reader, count: float) -> str:
    """`1,234`, as the language groups it."""
    return format_decimal(count, locale=_BABEL[reader.language])


def moment(reader: Reader, at: datetime) -> str:
    """`Fri 27 Nov at 15:00` in the reader's zone."""
    local = at.astimezone(ZoneInfo(reader.zone))
    locale = _BABEL[reader.language]
    on = format_skeleton("MMMEd", local, locale=locale)
    return say(reader, "moment", day=on, time=format_skeleton("Hm", local, locale=locale))


def day(reader: Reader, on: date) -> str:
    """`27 November`."""
    noon = datetime.combine(on, time(12), UTC)
    return format_skeleton("MMMMd", noon, locale=_BABEL[reader.language])


def days(reader: Reader, first: date, last: date) -> str:
    """`21–28 November`, both days included."""
    return format_interval(first, last, "MMMMd", locale=_BABEL[reader.language])


def weekday(reader: Reader, number: int) -> str:
    """The name of an ISO weekday: Monday is 1."""
    return format_date(date(2024, 1, number), "cccc", locale=_BABEL[reader.language])


def country(reader: Reader, code: str) -> str:
    """The name of a country by its ISO code, such as `SE`."""
    return str(Locale.parse(_BABEL[reader.language]).territories[code])


def setting(reader: Reader, field: Field) -> str:
    """`Language: Svenska`, for a field of a form and what it holds."""
    return f"{say(reader, f'field-{field.name}')}: {_held(reader, field)}"


def _held(reader: Reader, field: Field) -> str:
    match field.kind:
        case FieldKind.CHECK:
            return say(reader, "said-yes" if field.value == YES else "said-no")
        case FieldKind.PEOPLE | FieldKind.PERSON:
            return together(reader, (person.name for person in field.people)) or "–"
        case _:
            labels = {option.value: option.label for option in field.options}
            return labels.get(field.value, field.value) or "–"


def team_line(
    reader: Reader, team: TeamEntry, *, show: Callable[[Person], str], plain: Callable[[str], str]
) -> str:
    """`Kassan · also tills · led by Kim · 8 colleagues · …`, as one line."""
    aliases = together(reader, map(plain, team.aliases))
    facts = [
        plain(team.name),
        say(reader, "team-also", aliases=aliases) if aliases else "",
        say(reader, "team-led", lead=show(team.lead)) if team.lead else say(reader, "team-no-lead"),
        say(reader, "team-count", count=team.count),
        say(reader, "team-cacti-all" if team.cacti_to_all else "team-cacti-lead"),
    ]
    return " · ".join(filter(None, facts))


def sentence(
    reader: Reader,
    notice: Notice,
    *,
    show: Callable[[Person], str],
    plain: Callable[[str], str],
) -> str:
    """The one sentence of a notice; the platform shows persons and escapes text its own way."""
    return say(
        reader,
        notice.code,
        who=together(reader, map(show, notice.people)),
        count=notice.count,
        when=moment(reader, notice.moment) if notice.moment else "",
        detail=plain(notice.detail),
        other=notice.other,
    )


def full_moment(reader: Reader, at: datetime) -> str:
    """`27 Nov 2026, 15:00` in the reader's zone."""
    local = at.astimezone(ZoneInfo(reader.zone))
    locale = _BABEL[reader.language]
    on = format_skeleton("yMMMd", local, locale=locale)
    return f"{on}, {format_skeleton('Hm', local, locale=locale)}"


def full_day(reader: Reader, on: date) -> str:
    """`27 Nov 2026`."""
    noon = datetime.combine(on, time(12), UTC)
    return format_skeleton("yMMMd", noon, locale=_BABEL[reader.language])


def month(reader: Reader, on: date) -> str:
    """`Nov`."""
    return format_date(on, "LLL", locale=_BABEL[reader.language])


def zone_name(reader: Reader) -> str:
    """`Central European Time (Europe/Stockholm)`."""
    place = ZoneInfo(reader.zone)
    name = get_timezone_name(place, locale=_BABEL[reader.language])
    return f"{name} ({reader.zone})"
