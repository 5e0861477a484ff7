"""The life of a cactus on cards. Its words stay in the body: a summary is on lock screens."""

from typing import assert_never

from adapters.teams.cards import (
    Drawn,
    Element,
    heading,
    literal,
    name,
    prose,
    set_off,
    small,
    small_heading,
)
from bot import texts
from bot.messages import (
    CactusHeld,
    CactusText,
    CaseCard,
    CaseEntry,
    CaseFigures,
    CaseList,
    CaseNews,
    GentleCheck,
    Line,
)
from bot.model import Reader, State
from bot.moves import ENDED
from bot.team_figures import SMALLEST_GROUP

MOST_ENTRIES = 40
OfCases = GentleCheck | CactusHeld | CaseCard | CaseNews | CaseList | CaseFigures


def draw(message: OfCases, reader: Reader) -> Drawn:
    match message:
        case GentleCheck():
            return _gentle_check(message, reader)
        case CactusHeld():
            return _cactus_held(message, reader)
        case CaseCard():
            return _case_card(message, reader)
        case CaseNews():
            return _case_news(message, reader)
        case CaseList():
            return _case_list(message, reader)
        case CaseFigures():
            return _case_figures(message, reader)
        case _:
            assert_never(message)


def _gentle_check(message: GentleCheck, reader: Reader) -> Drawn:
    title = texts.say(reader, "cactus-title")
    body = [
        heading(title),
        *_found(message, reader),
        small(texts.say(reader, "check-hint")),
        *_as_received(message.text, reader),
    ]
    return Drawn(body, title)


def _found(message: GentleCheck | CactusHeld, reader: Reader) -> list[Element]:
    found = texts.say(reader, "check-found", phrase=literal(message.phrase))
    return [prose(found, weight="Bolder"), prose(texts.say(reader, f"check-why-{message.why}"))]


def _cactus_held(message: CactusHeld, reader: Reader) -> Drawn:
    title = texts.say(reader, "cactus-title")
    when = texts.moment(reader, message.goes_out_at)
    body = [
        heading(title),
        prose(texts.say(reader, "cactus-held", receiver=name(message.text.receiver))),
        *map(prose, _in_the_team(message, reader)),
        *(_found(message, reader) if message.phrase else ()),
        *_as_received(message.text, reader),
        small(texts.say(reader, message.sentence, when=when)),
    ]
    return Drawn(body, title)


def _in_the_team(message: CactusHeld, reader: Reader) -> list[str]:
    team = message.team
    if team is None:
        return []
    if not team.people:
        return [texts.say(reader, "cactus-held-team-many", count=team.count)]
    people = texts.together(reader, map(name, team.people))
    return [texts.say(reader, "cactus-held-team", people=people)]


def _case_card(message: CaseCard, reader: Reader) -> Drawn:
    bloomed = message.state is State.BLOOMED
    title = texts.say(reader, "cactus-bloomed-title" if bloomed else "cactus-title")
    people = {
        "giver": name(message.text.giver),
        "owner": name(message.owner),
        "receiver": name(message.text.receiver),
    }
    news = texts.say(reader, message.news, **people) if message.news else ""
    body = [
        *map(prose, [news] * bool(news)),
        heading(title),
        *_as_received(message.text, reader),
        *_part("cactus-side", message.side, reader),
        *_standing(message, reader),
        *(_line(line, reader) for line in message.lines),
    ]
    return Drawn(body, news or title)


def _case_news(message: CaseNews, reader: Reader) -> Drawn:
    said = texts.say(
        reader,
        message.news,
        person=name(message.person),
        day=texts.day(reader, message.promised_on) if message.promised_on else "",
        when=texts.moment(reader, message.due_at) if message.due_at else "",
    )
    return Drawn([prose(said), *([set_off(message.words)] * bool(message.words))], said)


def _case_list(message: CaseList, reader: Reader) -> Drawn:
    title = texts.say(reader, "cases-title")
    shown, more = message.entries[:MOST_ENTRIES], len(message.entries[MOST_ENTRIES:])
    body = [heading(title)]
    if not shown:
        body.append(prose(texts.say(reader, "cases-none")))
    body += [element for one in shown for element in entry(one, reader)]
    if more:
        body.append(small(texts.say(reader, "highlights-more", count=more)))
    return Drawn(body, title)


def _case_figures(message: CaseFigures, reader: Reader) -> Drawn:
    title = texts.say(reader, "figures-title")
    body = [heading(title), *_sums(message, reader)]
    for team in message.teams:
        body += _sums(team, reader)
    return Drawn(body, title)


def _sums(message: CaseFigures, reader: Reader) -> list[Element]:
    told = {
        "figures-in-time": ("count", message.answered_in_time),
        "figures-bloomed": ("count", message.bloomed),
        "figures-to-answer": ("hours", message.hours_to_answer),
        "figures-to-end": ("hours", message.hours_to_end),
    }
    lines = [
        texts.say(reader, text, **{fact: number})
        for text, (fact, number) in told.items()
        if number is not None
    ]
    hidden = texts.say(reader, "figures-hidden", count=SMALLEST_GROUP)
    return [
        *map(small_heading, [literal(message.team)] if message.team else []),
        prose(texts.say(reader, "figures-came", count=message.came)),
        *map(prose, lines),
        *map(small, [hidden] * (len(lines) < len(told))),
    ]


def _as_received(text: CactusText, reader: Reader) -> list[Element]:
    """A cactus exactly as its receiver reads it: from whom, to whom, and their words."""
    return [
        prose(f"{name(text.giver)} → {name(text.receiver)}", weight="Bolder"),
        set_off(text.situation),
        *_part("cactus-effect", text.effect, reader),
        *_part("cactus-wish", text.wish, reader),
    ]


def _part(title: str, words: str, reader: Reader) -> list[Element]:
    return [small_heading(texts.say(reader, title)), set_off(words)] if words else []


def _standing(message: CaseCard, reader: Reader) -> list[Element]:
    """Where the case stands, who has it, and what is due."""
    state = texts.say(reader, f"case-state-{message.state}")
    if message.with_owner:
        state += f" · {texts.say(reader, 'case-owner', owner=name(message.owner))}"
    dates = []
    if message.due_at and message.state not in ENDED:
        dates.append(texts.say(reader, "case-due", when=texts.moment(reader, message.due_at)))
    if message.promised_on and message.state not in ENDED:
        day = texts.day(reader, message.promised_on)
        dates.append(texts.say(reader, "case-promised", day=day))
    return [{**prose(state), "spacing": "Medium"}, *map(small, dates)]


def _line(line: Line, reader: Reader) -> Element:
    who = f"{name(line.person)} · {texts.moment(reader, line.at)}"
    items = [prose(who, weight="Bolder", size="Small"), prose(literal(line.words))]
    return {"type": "Container", "separator": True, "items": items}


def entry(case: CaseEntry, reader: Reader) -> list[Element]:
    said = texts.say(
        reader,
        "cases-mine" if case.mine else "cases-given",
        number=str(case.award_id),
        other=name(case.other),
        state=texts.say(reader, f"case-state-{case.state}"),
    )
    if case.due_at is None:
        return [prose(said)]
    due = texts.say(reader, "cases-due", when=texts.moment(reader, case.due_at))
    return [prose(said), {**small(due), "spacing": "None"}]
