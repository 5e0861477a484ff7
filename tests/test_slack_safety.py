"""Whatever people write, a Slack message pings only whom it praises, links nowhere, and fits."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block

from adapters.slack.render import render
from bot.heard import ActionName
from bot.highlights import PAGE
from bot.messages import (
    AwardPosted,
    Button,
    CaseCard,
    GlitterReceived,
    GlitterRecorded,
    GlitterToShow,
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
from bot.model import Kind, Place, Source
from tests.drivers.slack_limits import faults, refusal
from tests.drivers.slack_samples import HOSTILE, OF_CACTUS, WORDS, persons
from tests.drivers.slack_screen import ENGLISH, seen, shown
from tests.drivers.team_samples import about_teams

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
ANA, BO, KIM = Person("Ana Ek", "UANA"), Person("Bo Öst", "UBO"), Person("Kim")


def test_a_full_page_of_highlights_fits_uncut() -> None:
    people = PAGE.people
    each = PAGE.weight // people - len("Bo Öst") - 2 * len("Ana Ek")
    words = [f"{person:03}" + "å" * (each // 2 - 3) for person in range(2 * people)]
    entries = tuple(
        HighlightEntry(BO, (Quote(ANA, words[at]), Quote(ANA, words[at + 1])), 3)
        for at in range(0, 2 * people, 2)
    )
    read = shown(highlights(entries)).text
    assert all(word in read for word in words)
    assert "Page 1 of 2" in read


def test_a_page_of_many_short_words_fits_uncut() -> None:
    quotes = tuple(Quote(KIM, "bra") for _ in range(PAGE.weight // 6))
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


several = st.lists(persons, min_size=1, max_size=8).map(tuple)
tags = st.lists(WORDS, max_size=4).map(tuple)
sources = st.sampled_from(Source)
THERE = "https://kaktus.slack.com/archives/C1/p1700000000000001?thread_ts=1700000000.000000&cid=C1"
links = st.one_of(WORDS, st.just(THERE))
quotes = st.lists(st.builds(Quote, persons, WORDS, sources, links), max_size=6).map(tuple)
entries = st.lists(st.builds(HighlightEntry, persons, quotes, st.integers(0, 99)), max_size=20).map(
    tuple
)
buttons = st.lists(st.sampled_from(ActionName), unique=True).map(
    lambda names: tuple(Button(name, "5") for name in names)
)
CODES = ["refused-not-a-mention", "undone", "refused-pair-cactus", "refused-too-many", "went-wrong"]
numbers = st.integers(0, 10_000)
ANY_MESSAGE = st.one_of(
    OF_CACTUS,
    st.tuples(persons, WORDS, WORDS).flatmap(
        lambda said: st.sampled_from(about_teams(said[0], said[1][:60], said[2]))
    ),
    st.builds(AwardPosted, numbers, persons, several, WORDS, tags, sources, links),
    st.builds(AwardPosted, numbers, persons, several, WORDS, below=st.just(True)),
    st.builds(GlitterReceived, numbers, persons, WORDS, tags, sources, links),
    st.builds(
        GlitterToShow, numbers, persons, WORDS, persons, WORDS, st.just(NOON.date()), tags, sources
    ),
    st.builds(
        GlitterRecorded,
        numbers,
        several,
        WORDS,
        st.sampled_from([None, Place.channel("C1", "#x"), Place.direct("UBO")]),
        numbers,
        tags,
        sources,
        links,
    ),
    st.builds(SameAgain, numbers, several, WORDS, st.just(NOON)),
    st.builds(MyGlitter, numbers, numbers, numbers, numbers, quotes),
    st.builds(Help, st.sampled_from(Kind)),
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
        detail=WORDS,
        other=numbers,
        draft=WORDS,
        buttons=buttons,
    ),
)


@settings(max_examples=1000)
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
        assert set(read.links) <= {THERE, getattr(message, "policy", "")}
    assert set(re.findall(r"<[^>]*>", payload["text"])) <= {"<#C1>"} | {
        f"<@{account}>" for account in pinged
    }


def accounts_to_ping(message: Message) -> set[str]:
    match message:
        case AwardPosted():
            in_teams = (one for team in message.teams for one in team.people)
            named = (*message.receivers, *in_teams)
        case GlitterReceived():
            named = (message.giver,)
        case CaseCard(news=news) if news:
            named = (message.text.giver, message.owner)
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
