"""A cactus, its news, its lists and its forms as the page gets them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from adapters.playground.render import render
from adapters.playground.words import Words
from bot.heard import FormName
from bot.messages import (
    CactusHeld,
    CactusText,
    CaseCard,
    CaseEntry,
    CaseFigures,
    CaseList,
    CaseNews,
    Field,
    FieldKind,
    Form,
    GentleCheck,
    Line,
    Message,
    Notice,
    Person,
)
from bot.model import State
from tests.playground_alone import GENERAL, STOCKHOLM
from tests.test_playground_cases import ANA, KIM, NOON, OPEN, TEXT


def said(message: Message) -> Words:
    return render(message, STOCKHOLM, GENERAL)


def piece(message: Message, kind: str) -> Any:
    (found,) = [one for one in said(message)["pieces"] if one["piece"] == kind]
    return found


EVIL = (
    "<script>x</script> @ana <!channel> [a](https://evil.example) \ufdd0ana\ufdd1Ana\ufdd2 {$who}"
)


def mentions(found: Any) -> set[str]:
    """Everybody mentioned anywhere inside."""
    if isinstance(found, dict):
        here = {found["mention"]} if "mention" in found else set()
        return here.union(*map(mentions, found.values()))
    return set().union(*map(mentions, found)) if isinstance(found, list | tuple) else set()


def test_nobodys_words_ping_anybody() -> None:
    text = CactusText(Person(EVIL), Person(EVIL), EVIL, EVIL, EVIL)
    lines = (Line(Person(EVIL), EVIL, NOON),)
    field = Field("note", FieldKind.LINES, EVIL)
    for message in (
        GentleCheck(3, text, EVIL, "person"),
        CactusHeld(4, text, NOON),
        CaseCard(4, text, Person(EVIL), State.DISPUTED, (), EVIL, None, None, lines),
        CaseNews(4, "news-reply", Person(EVIL), EVIL),
        Form(FormName.REPLY, "4", (field,), Notice("refused-not-a-mention", detail=EVIL)),
    ):
        assert mentions(said(message)["pieces"]) == set(), message.what
    assert piece(CactusHeld(4, text, NOON), "letter")["parts"][0]["text"] == EVIL


def test_nothing_is_left_out_however_long_it_is() -> None:
    long = replace(TEXT, situation="a" * 1000, effect="b" * 1000, wish="c" * 1000)
    lines = tuple(Line(KIM, f"{number} " + "d" * 998, NOON) for number in range(10))
    case = replace(OPEN, text=long, side="e" * 1000, lines=lines)
    letters = [one for one in said(case)["pieces"] if one["piece"] == "letter"]
    words = [part["text"] for letter in letters for part in letter["parts"]]
    assert words == ["a" * 1000, "b" * 1000, "c" * 1000, "e" * 1000]
    assert [line["text"] for line in piece(case, "talk")["lines"]] == [one.words for one in lines]


def test_what_was_not_said_leaves_no_heading() -> None:
    letter = piece(replace(OPEN, text=CactusText(ANA, KIM, "an empty desk")), "letter")
    assert letter["parts"] == [{"heading": "", "text": "an empty desk"}]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State.OPEN, ["Promised for 27 November.", "Due by Thu 26 Nov at 12:00."]),
        (State.PROMISED, ["Promised for 27 November."]),
        (State.BLOOMED, []),
        (State.CLOSED, []),
    ],
)
def test_a_case_says_what_is_due_until_it_has_ended(state: State, told: list[str]) -> None:
    case = replace(OPEN, state=state, due_at=NOON, promised_on=date(2026, 11, 27))
    owner, *facts = piece(case, "state")["facts"]
    assert owner == ["With ", {"mention": "kim", "name": "Kim Berg"}]
    assert ["".join(fact) for fact in facts] == told


def test_only_what_bloomed_looks_like_it() -> None:
    bloomed = said(replace(OPEN, state=State.BLOOMED))
    assert bloomed["tone"] == said(CaseNews(4, "news-bloom", ANA))["tone"] == "bloomed"
    assert "🌸" in str(bloomed["pieces"][0])
    assert said(OPEN)["tone"] == said(CaseNews(4, "news-thank", ANA))["tone"] == "cactus"


def test_a_list_tells_no_words_and_its_buttons_have_numbers() -> None:
    mine = CaseEntry(1234, ANA, State.OPEN, True, NOON)
    given = CaseEntry(13, KIM, State.DONE, False, NOON + timedelta(days=1))
    cases = CaseList((mine, given))
    entries = piece(cases, "entries")["entries"]
    assert [entry["note"] for entry in entries] == [
        "due by Thu 26 Nov at 12:00",
        "due by Fri 27 Nov at 12:00",
    ]
    assert entries[0]["spans"][0].startswith("1234 ")
    labels = [face["label"] for face in piece(cases, "buttons")["buttons"]]
    assert labels == ["Show 1234", "Show 13"]


def test_a_form_says_which_fields_may_stay_empty_and_how_long_they_may_be() -> None:
    fields = (
        Field("situation", FieldKind.LINES, "so far", longest=500),
        Field("wish", FieldKind.LINES, required=False),
    )
    form = piece(Form(FormName.CACTUS, "3", fields, None), "form")
    first, second = form["fields"]
    assert (first["label"], first["value"], first["longest"]) == ("What happened?", "so far", 500)
    assert second["label"] == "What would have been better? (if you like)"
    assert form["problem"] == []


def test_what_few_cases_would_give_away_is_not_told() -> None:
    figures = CaseFigures(9, None, 5, None, 20.5)
    told = str(said(figures)["pieces"])
    assert "9 cacti came" in told
    assert "20.5 working hours" in told
    assert "in time" not in told
    assert "fewer than 5" in told
