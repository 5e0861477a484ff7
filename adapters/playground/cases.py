"""A cactus and its life as pieces for the page."""

from adapters.playground.voice import Voice
from adapters.playground.words import Entry, Letter, Part, Piece, Said, Span, State, Talk
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
    Person,
)
from bot.model import State as CaseState
from bot.moves import ENDED
from bot.team_figures import SMALLEST_GROUP


def check(found: GentleCheck, voice: Voice) -> list[Piece]:
    return [
        voice.line("title", "check-found", phrase=found.phrase),
        voice.line("sentence", f"check-why-{found.why}"),
        _letter(found.text, voice, marked=found.phrase),
        voice.line("context", "check-hint"),
    ]


def held(cactus: CactusHeld, voice: Voice) -> list[Piece]:
    found: list[Piece] = []
    if cactus.phrase:
        found = [
            voice.line("sentence", "check-found", phrase=cactus.phrase),
            voice.line("sentence", f"check-why-{cactus.why}"),
        ]
    return [
        voice.line("title", "cactus-title"),
        voice.line("sentence", "cactus-held", receiver=cactus.text.receiver),
        *_in_the_team(cactus, voice),
        *found,
        _letter(cactus.text, voice, marked=cactus.phrase),
        voice.line("context", cactus.sentence, when=cactus.goes_out_at),
    ]


def _in_the_team(cactus: CactusHeld, voice: Voice) -> list[Piece]:
    team = cactus.team
    if team is None:
        return []
    if not team.people:
        return [voice.line("context", "cactus-held-team-many", count=team.count)]
    return [voice.line("context", "cactus-held-team", people=team.people)]


def card(case: CaseCard, voice: Voice) -> list[Piece]:
    pieces: list[Piece] = []
    if case.news:
        facts = {"giver": case.text.giver, "owner": case.owner, "receiver": case.text.receiver}
        pieces.append(voice.line("news", case.news, **facts))
    bloomed = case.state is CaseState.BLOOMED
    title = "cactus-bloomed-title" if bloomed else "cactus-title"
    pieces += [voice.line("title", title), _letter(case.text, voice)]
    if case.side:
        side: Part = {"heading": voice.label("cactus-side"), "text": case.side}
        pieces.append({"piece": "letter", "by": [], "parts": [side], "marked": ""})
    pieces.append(_state(case, voice))
    if case.policy:
        policy = voice.label("case-policy")
        pieces.append({"piece": "link", "text": policy, "address": case.policy})
    return [*pieces, _talk(case.lines, voice)] if case.lines else pieces


def news(told: CaseNews, voice: Voice) -> list[Piece]:
    pieces: list[Piece] = [
        voice.line(
            "sentence",
            told.news,
            person=told.person,
            day=told.promised_on or "",
            when=told.due_at or "",
        )
    ]
    return [*pieces, voice.quote(told.words)] if told.words else pieces


def listed(cases: CaseList, voice: Voice) -> list[Piece]:
    title = voice.line("title", "cases-title")
    if not cases.entries:
        return [title, voice.line("sentence", "cases-none")]
    return [title, {"piece": "entries", "entries": [entry(one, voice) for one in cases.entries]}]


def figures(told: CaseFigures, voice: Voice) -> list[Piece]:
    pieces: list[Piece] = [voice.line("title", "figures-title")]
    for group in (told, *told.teams):
        pieces += _sums(group, voice)
    return pieces


def _sums(told: CaseFigures, voice: Voice) -> list[Piece]:
    pieces: list[Piece] = [voice.person(Person(told.team))] if told.team else []
    pieces.append(voice.line("sentence", "figures-came", count=told.came))
    counts = {"figures-in-time": told.answered_in_time, "figures-bloomed": told.bloomed}
    medians = {"figures-to-answer": told.hours_to_answer, "figures-to-end": told.hours_to_end}
    for text, count in counts.items():
        if count is not None:
            pieces.append(voice.line("sentence", text, count=count))
    for text, hours in medians.items():
        if hours is not None:
            pieces.append(voice.line("sentence", text, hours=hours))
    if None in (*counts.values(), *medians.values()):
        pieces.append(voice.line("context", "figures-hidden", count=SMALLEST_GROUP))
    return pieces


def entry(case: CaseEntry, voice: Voice) -> Entry:
    spans = voice.spans(
        "cases-mine" if case.mine else "cases-given",
        number=str(case.award_id),
        other=case.other,
        state=voice.label(f"case-state-{case.state}"),
    )
    due = voice.label("cases-due", when=voice.moment(case.due_at)) if case.due_at else ""
    return {"spans": spans, "note": due}


def _letter(text: CactusText, voice: Voice, marked: str = "") -> Letter:
    parts: list[Part] = [{"heading": "", "text": text.situation}]
    for heading, words in (("cactus-effect", text.effect), ("cactus-wish", text.wish)):
        if words:
            parts.append({"heading": voice.label(heading), "text": words})
    by = voice.named(text.giver, text.receiver)
    return {"piece": "letter", "by": by, "parts": parts, "marked": marked}


def _state(case: CaseCard, voice: Voice) -> State:
    facts: list[list[Span]] = []
    if case.with_owner:
        facts.append(voice.spans("case-owner", owner=case.owner))
    if case.state not in ENDED:
        if case.promised_on:
            facts.append(voice.spans("case-promised", day=case.promised_on))
        if case.due_at and case.state is not CaseState.PROMISED:
            facts.append(voice.spans("case-due", when=case.due_at))
    label = voice.label(f"case-state-{case.state}")
    return {"piece": "state", "state": case.state.value, "label": label, "facts": facts}


def _talk(lines: tuple[Line, ...], voice: Voice) -> Talk:
    return {"piece": "talk", "lines": [_said(line, voice) for line in lines]}


def _said(line: Line, voice: Voice) -> Said:
    return {
        "by": voice.named(line.person),
        "account": line.person.account or "",
        "when": voice.moment(line.at),
        "text": line.words,
    }
