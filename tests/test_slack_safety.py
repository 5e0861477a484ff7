"""Whatever people write, a Slack message pings only whom it praises, links nowhere, and fits."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from adapters.slack.render import render
from adapters.slack.send import SlackPlatform
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
from bot.model import Kind, Place, Reader, Source, State
from tests.drivers.base import Shown
from tests.drivers.slack_limits import faults, refusal
from tests.drivers.slack_screen import Screen

ENGLISH = Reader("en", "Europe/Stockholm")
NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
ANA, BO, KIM = Person("Ana Ek", "UANA"), Person("Bo Öst", "UBO"), Person("Kim")
HOSTILE = [
    "<@UEVE>",
    "<@UEVE|eve>",
    "&lt;@UEVE&gt;",
    "<!channel>",
    "<!here|x>",
    "@here",
    "@channel @everyone @eve",
    "<!subteam^S1|@all>",
    "<https://evil.se|Bo>",
    "https://evil.se/x?y=1&z",
    "mailto:eve@evil.se",
    "www.evil.se",
    "[Bo](https://evil.se)",
    "<#C1|general>",
    "*bold* _it_ ~no~ `code` ```x```",
    "> quoted\n>>> more",
    ":tada:",
    ":a:" * 40,
    ":<!here>:",
    "\ue0000\ue001",
    "\ue0009999\ue001",
    "{ $giver }",
    "\u202etxet",
    "😀" * 50,
    "   ",
    "\n\n",
    "\n",
    "&" * 30,
    "a" * 5_000,
    "<" * 5_000,
]


def seen(payload: dict[str, Any]) -> Shown:
    return Screen(lambda id: id, lambda id: id).show(payload)


def shown(message: Message, reader: Reader = ENGLISH) -> Shown:
    payload = render(message, reader)
    assert refusal(payload) is None, list(faults(payload["blocks"]))
    return seen(payload)


def test_a_full_page_of_highlights_fits_uncut() -> None:
    people = SlackPlatform.page_people
    each = SlackPlatform.page_characters // people - len("Bo Öst") - 2 * len("Ana Ek")
    words = [f"{person:03}" + "å" * (each // 2 - 3) for person in range(2 * people)]
    entries = tuple(
        HighlightEntry(BO, (Quote(ANA, words[at]), Quote(ANA, words[at + 1])), 3)
        for at in range(0, 2 * people, 2)
    )
    read = shown(highlights(entries)).text
    assert all(word in read for word in words)
    assert "Page 1 of 2" in read


def test_a_page_of_many_short_words_fits_uncut() -> None:
    quotes = tuple(Quote(KIM, "bra") for _ in range(SlackPlatform.page_characters // 6))
    assert shown(highlights((HighlightEntry(BO, quotes),))).text.count("bra — Kim") == len(quotes)


def test_more_people_than_a_page_should_hold_still_make_a_message() -> None:
    assert "Bo Öst" in shown(highlights((HighlightEntry(BO, ()),) * 70)).text


def test_many_emoji_cost_nobody_their_words() -> None:
    assert "the end" in shown(AwardPosted(1, ANA, (BO,), ":aa: " * 190 + "the end")).text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_they_were_written(hostile: str) -> None:
    said = shown(AwardPosted(1, Person(hostile), (BO,), f"x{hostile[:900]}x"))
    assert f"x{hostile[:900]}x" in said.text
    assert said.mentions == {"UBO"}
    assert said.links == ()


words = st.one_of(
    st.text(max_size=200),
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join),
)
safe_ids = st.text("0123456789", min_size=1, max_size=9)
persons = st.builds(Person, words, st.sampled_from([None, "UBO", "UANA"]))
several = st.lists(persons, min_size=1, max_size=8).map(tuple)
tags = st.lists(words, max_size=4).map(tuple)
sources = st.sampled_from(Source)
quotes = st.lists(st.builds(Quote, persons, words, sources), max_size=6).map(tuple)
entries = st.lists(st.builds(HighlightEntry, persons, quotes, st.integers(0, 99)), max_size=20).map(
    tuple
)
buttons = st.lists(st.sampled_from(ActionName), unique=True).map(
    lambda names: tuple(Button(name, "5") for name in names)
)
CODES = ["refused-not-a-mention", "undone", "refused-pair-cactus", "refused-too-many", "went-wrong"]
numbers = st.integers(0, 10_000)
ANY_MESSAGE = st.one_of(
    st.builds(AwardPosted, numbers, persons, several, words, tags, sources),
    st.builds(GlitterReceived, numbers, persons, words, tags, sources),
    st.builds(
        GlitterRecorded,
        numbers,
        several,
        words,
        st.sampled_from([None, Place.channel("C1", "#x"), Place.direct("UBO")]),
        numbers,
        tags,
        sources,
    ),
    st.builds(SameAgain, numbers, several, words, st.just(NOON)),
    st.builds(MyGlitter, numbers, numbers, numbers, numbers, quotes),
    st.builds(Help, st.sampled_from(Kind)),
    st.builds(CactusHeld, numbers, persons, persons, words, st.just(NOON)),
    st.builds(CactusReceived, numbers, persons, words),
    st.builds(CactusMoved, numbers, persons, st.sampled_from([State.OPEN, State.WITHDRAWN])),
    st.builds(
        WeeklyHighlights,
        st.just("2026-W48"),
        st.just(date(2026, 11, 23)),
        st.just(date(2026, 11, 29)),
        st.just(1),
        st.integers(1, 3),
        entries,
        numbers,
        numbers,
        st.booleans(),
    ),
    st.builds(
        Notice,
        st.sampled_from(CODES),
        st.lists(persons, max_size=8).map(tuple),
        numbers,
        st.sampled_from([None, NOON]),
        detail=words,
        other=numbers,
        draft=words,
        buttons=buttons,
    ),
)


@settings(max_examples=1000, deadline=None)
@given(ANY_MESSAGE)
def test_no_words_of_anybody_ping_or_link_or_outgrow_a_message(message: Message) -> None:
    payload = render(message, ENGLISH)
    assert list(faults(payload["blocks"])) == []
    assert refusal(payload) is None
    for block in payload["blocks"]:
        parsed = Block.parse(block)
        assert parsed
        parsed.validate_json()
    pinged = accounts_to_ping(message)
    blocks = seen(payload)
    stand_in = seen({"text": payload["text"], "parse": "none", "link_names": False})
    for read in (blocks, stand_in):
        assert read.mentions <= pinged
        assert read.links == ()
    assert set(re.findall(r"<[^>]*>", payload["text"])) <= {"<#C1>"} | {
        f"<@{account}>" for account in pinged
    }


def accounts_to_ping(message: Message) -> set[str]:
    match message:
        case AwardPosted():
            named = message.receivers
        case GlitterReceived() | CactusReceived():
            named = (message.giver,)
        case _:
            named = ()
    return {person.account for person in named if person.account}


def test_a_reason_that_no_message_can_hold_is_cut_with_a_sign() -> None:
    read = shown(AwardPosted(1, ANA, (BO,), "a" * 1_000_000)).text
    assert read.endswith("a…")


def test_the_stand_in_is_never_cut_inside_a_sign_or_a_mention() -> None:
    for length in range(3_440, 3_520):
        text = render(AwardPosted(1, KIM, (KIM,), "a" * length + "&<&"), ENGLISH)["text"]
        assert re.fullmatch(r"(?:[^&<>]|&(?:amp|lt|gt);)*", text), text[-20:]


def highlights(entries: tuple[HighlightEntry, ...]) -> WeeklyHighlights:
    monday, sunday = date(2026, 11, 23), date(2026, 11, 29)
    return WeeklyHighlights("2026-W48", monday, sunday, 1, 2, entries, 3, 2, late=True)
