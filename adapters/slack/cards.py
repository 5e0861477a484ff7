"""The cactus and its life as Slack shows them: in direct chats and private answers only.

No words of a cactus go into the stand-in text, which notifications show.
"""

from collections.abc import Sequence

from adapters.slack.paper import BOLD, Element, Paper, link, text, written
from adapters.slack.phrases import name, named, pinged, tell
from bot.heard import ActionName
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
from bot.texts import day, moment, say

OfCactus = GentleCheck | CactusHeld | CaseCard | CaseNews | CaseList | CaseFigures
SUMS = {
    "figures-in-time": "answered_in_time",
    "figures-bloomed": "bloomed",
    "figures-to-answer": "hours_to_answer",
    "figures-to-end": "hours_to_end",
}


def gentle_check(paper: Paper, reader: Reader, check: GentleCheck) -> None:
    paper.title(say(reader, "cactus-title"))
    paper.hush()
    _found(paper, reader, check)
    paper.hint(say(reader, "check-hint"))
    _cactus(paper, reader, check.text)


def _found(paper: Paper, reader: Reader, check: GentleCheck | CactusHeld) -> None:
    tell(paper, reader, "check-found", phrase=[text(check.phrase, BOLD)])
    tell(paper, reader, f"check-why-{check.why}")


def held(paper: Paper, reader: Reader, cactus: CactusHeld) -> None:
    paper.title(say(reader, "cactus-title"))
    tell(paper, reader, "cactus-held", receiver=[named(cactus.text.receiver)])
    if cactus.team and cactus.team.people:
        tell(paper, reader, "cactus-held-team", people=map(named, cactus.team.people))
    elif cactus.team:
        paper.hint(say(reader, "cactus-held-team-many", count=cactus.team.count))
    paper.hush()
    if cactus.phrase:
        _found(paper, reader, cactus)
    _cactus(paper, reader, cactus.text)
    paper.hint(say(reader, cactus.sentence, when=moment(reader, cactus.goes_out_at)))


def case(paper: Paper, reader: Reader, card: CaseCard) -> None:
    if card.news:
        people = {
            "giver": [pinged(card.text.giver)],
            "owner": [pinged(card.owner)],
            "receiver": [named(card.text.receiver)],
        }
        tell(paper, reader, card.news, **people)
    bloomed = card.state is State.BLOOMED
    paper.title(say(reader, "cactus-bloomed-title" if bloomed else "cactus-title"))
    paper.hush()
    _cactus(paper, reader, card.text)
    _part(paper, reader, "cactus-side", card.side)
    _standing(paper, reader, card)
    if card.policy:
        paper.line([link(card.policy, say(reader, "case-policy"))])
    paper.latest([_spoken(reader, line) for line in card.lines])


def news(paper: Paper, reader: Reader, told: CaseNews) -> None:
    facts = {
        "person": [named(told.person)],
        "day": [text(day(reader, told.promised_on))] if told.promised_on else [],
        "when": [text(moment(reader, told.due_at))] if told.due_at else [],
    }
    tell(paper, reader, told.news, **facts)
    paper.hush()
    if told.words:
        paper.quote(written(told.words))


def listed(paper: Paper, reader: Reader, cases: CaseList) -> None:
    paper.title(say(reader, "cases-title"))
    if not cases.entries:
        paper.row(say(reader, "cases-none"))
    entries(paper, reader, cases.entries, buttons=len(cases.buttons))


def entries(paper: Paper, reader: Reader, cases: Sequence[CaseEntry], *, buttons: int) -> None:
    """One line for each case; the first so many have a button that shows it."""
    for at, entry in enumerate(cases):
        number = str(entry.award_id)
        label = f"{say(reader, 'action-show')} {number}"
        button = (ActionName.SHOW.value, number, label, None)
        paper.row(_entry(reader, entry), button if at < buttons else None)


def figures(paper: Paper, reader: Reader, told: CaseFigures) -> None:
    paper.title(say(reader, "figures-title"))
    _sums(paper, reader, told)
    for team in told.teams:
        _sums(paper, reader, team)


def _sums(paper: Paper, reader: Reader, told: CaseFigures) -> None:
    if told.team:
        paper.line([text(told.team, BOLD)])
    paper.line([text(say(reader, "figures-came", count=told.came))])
    found = {code: getattr(told, field) for code, field in SUMS.items()}
    for code, number in found.items():
        if number is not None:
            paper.line([text(say(reader, code, count=number, hours=number))])
    if None in found.values():
        paper.hint(say(reader, "figures-hidden", count=SMALLEST_GROUP))


def _cactus(paper: Paper, reader: Reader, cactus: CactusText) -> None:
    """The words exactly as their receiver reads them, with both names above."""
    names = [named(cactus.giver), text(" → "), named(cactus.receiver)]
    paper.passage(names, written(cactus.situation))
    _part(paper, reader, "cactus-effect", cactus.effect)
    _part(paper, reader, "cactus-wish", cactus.wish)


def _part(paper: Paper, reader: Reader, heading: str, words: str) -> None:
    if words:
        paper.passage([text(say(reader, heading), BOLD)], written(words))


def _standing(paper: Paper, reader: Reader, card: CaseCard) -> None:
    state = say(reader, f"case-state-{card.state}")
    if card.with_owner:
        state += f" · {say(reader, 'case-owner', owner=name(card.owner))}"
    paper.hint(state)
    if card.state in ENDED:
        return
    if card.due_at:
        paper.hint(say(reader, "case-due", when=moment(reader, card.due_at)))
    if card.promised_on:
        paper.hint(say(reader, "case-promised", day=day(reader, card.promised_on)))


def _spoken(reader: Reader, line: Line) -> tuple[list[Element], list[Element]]:
    return [named(line.person), text(f" · {moment(reader, line.at)}")], written(line.words)


def _entry(reader: Reader, entry: CaseEntry) -> str:
    line = say(
        reader,
        "cases-mine" if entry.mine else "cases-given",
        number=str(entry.award_id),
        other=name(entry.other),
        state=say(reader, f"case-state-{entry.state}"),
    )
    if entry.due_at is None:
        return line
    return f"{line}\n{say(reader, 'cases-due', when=moment(reader, entry.due_at))}"
