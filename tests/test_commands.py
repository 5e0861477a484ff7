"""Typed text becomes a command: examples that people type, and text that nobody should."""

import re
import time
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import texts
from bot.commands import Ask, Give, is_a_word_of_ours, listed, parse, plain, spell
from bot.errors import Refusal
from bot.heard import Mention, Said
from bot.model import Kind, Place, Profile, Source
from bot.team_words import VERBS
from bot.teams import Names, fold
from tests.test_languages import said as said_in
from tests.test_languages import sentences
from tests.worlds import parts

NO_TEAMS = Names(lambda _: {}, lambda _: None, has_teams=False)


def said(words: str | tuple[str | Mention, ...], kind: Kind = Kind.GLITTER) -> Said:
    typed = parts(words) if isinstance(words, str) else words
    return Said("stage:house", Place.channel("general"), Profile("ana"), kind, typed, "1")


def given_to(words: str) -> tuple[str, str]:
    """The receivers and the reason, as far as typing alone tells."""
    give = parse(said(words), NO_TEAMS)
    assert isinstance(give, Give)
    return " ".join(one.account for one in give.receivers), spell(give.reason, {})


def give(words: str) -> Give:
    found = parse(said(words), NO_TEAMS)
    assert isinstance(found, Give)
    return found


def refused(words: str | tuple[str | Mention, ...]) -> tuple[str, str]:
    with pytest.raises(Refusal) as caught:
        parse(said(words), NO_TEAMS)
    return caught.value.notice.code, caught.value.notice.detail


@pytest.mark.parametrize(
    ("words", "receivers", "reason"),
    [
        ("@kim stayed late", "kim", "stayed late"),
        ("@kim, stayed late", "kim", ", stayed late"),
        ("@kim @bo carried it all", "kim bo", "carried it all"),
        ("@kim, @bo, and @eva carried it all", "kim bo eva", "carried it all"),
        ("@kim and @bo carried it all", "kim bo", "carried it all"),
        ("@kim och @bo bar allt", "kim bo", "bar allt"),
        ("@kim og @bo bar alt", "kim bo", "bar alt"),
        ("@kim ja @bo kantoi kaiken", "kim bo", "kantoi kaiken"),
        ("@kim OCH @bo & @eva + @lo bar allt", "kim bo eva lo", "bar allt"),
        ("@kim @kim carried it all", "kim", "carried it all"),
        ("to @kim for staying late", "kim", "to @kim for staying late"),
        ("thanks @kim", "kim", "thanks @kim"),
        ("@kim helped @bo with the till", "kim", "helped @bo with the till"),
        ("@kim  \n stayed \t late ", "kim", "stayed late"),
        ("@kim", "kim", ""),
    ],
)
def test_who_receives_and_for_what(words: str, receivers: str, reason: str) -> None:
    found, why = given_to(words)
    assert found == receivers
    assert why.lstrip(",").strip() == reason.lstrip(",").strip()


@pytest.mark.parametrize("word", ["customer", "kund", "kunde", "asiakas", "Kund", "CUSTOMER"])
def test_a_customers_words_are_marked_before_or_after_the_name(word: str) -> None:
    for words in (
        f"@kim {word}: so friendly",
        f"{word}: @kim so friendly",
        f"@kim {word} :so friendly",
    ):
        found = give(words)
        assert found.source is Source.CUSTOMER, words
        assert spell(found.reason, {}) == "so friendly"


def test_a_customer_in_the_middle_is_a_word_like_others() -> None:
    for words in (
        "@kim told the customer: no",
        "@kim customers: never alone",
        "@kim customer service",
    ):
        found = give(words)
        assert found.source is Source.COLLEAGUE
        assert spell(found.reason, {}) == words.removeprefix("@kim ")


@pytest.mark.parametrize(
    ("words", "tags", "reason"),
    [
        ("@kim stayed late #care", ("care",), "stayed late"),
        ("@kim stayed late #Care #COURAGE-now", ("care", "courage-now"), "stayed late"),
        ("@kim showed #courage at the till", ("courage",), "showed #courage at the till"),
        (
            "@kim showed #courage at the till #care",
            ("courage", "care"),
            "showed #courage at the till",
        ),
        ("@kim is our #1", ("1",), "is our"),
        ("@kim #care #care", ("care",), ""),
        ("@kim #omtänksam", ("omtänksam",), ""),
        ("@kim in C# and #, ##x #a!b", (), "in C# and #, ##x #a!b"),
    ],
)
def test_values_at_the_end_leave_the_words_and_those_inside_stay(
    words: str, tags: tuple[str, ...], reason: str
) -> None:
    found = give(words)
    assert found.tags == tags
    assert spell(found.reason, {}) == reason


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (typed, meant)
        for meant, words in {
            "help": "help hjälp hjalp hjelp ohje ohjeet apua",
            "me": "me mig jag meg jeg minä mina minun",
            "undo": "undo ångra angra angre peru peruuta",
            "home": "home hem hjem koti etusivu",
            "settings": "settings inställningar installningar innstillinger asetukset",
            "export": "export exportera eksporter vie",
            "mydata": "mydata minadata minedata omattiedot tietoni",
            "history": "history historik historikk historia",
            "open": "open öppna oppna åpne apne avoimet",
            "back": "back tillbaka tilbake takaisin åter ater",
            "stats": "stats statistik statistikk tilastot",
            "moment": "moment ögonblick ogonblick øyeblikk oyeblikk hetki",
            "show": "show visa vis näytä nayta",
            "away": "away frånvaro franvaro fravær fravaer poissa",
            "mute": "mute tysta demp mykistä mykista",
            "hours": "hours arbetstid arbeidstid työaika tyoaika",
            "link": "link koppla koble yhdistä yhdista",
            "name": "name namn navn nimi",
        }.items()
        for typed in words.split()
    ],
)
def test_one_word_is_a_command_in_four_languages(typed: str, meant: str) -> None:
    for words in (typed, typed.upper(), f"  {typed} \n"):
        assert parse(said(words, Kind.CACTUS), NO_TEAMS) == Ask(meant, Kind.CACTUS)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_command_that_a_sentence_tells_is_understood(language: str) -> None:
    told = re.compile(r"/(glitter|cactus) ([^\W\d_]+)")
    others = {"kassan", *listed("words-team"), *listed("words-and")}
    for text in sentences(language):
        for kind, word in told.findall(said_in(language, text)):
            assert is_a_word_of_ours(word) or word in others, f"{text}: /{kind} {word}"


@pytest.mark.parametrize("verb", [*VERBS, "team-all"])
def test_words_about_a_team_need_no_marks_either(verb: str) -> None:
    known = listed(f"words-{verb}")
    assert {fold(word) for word in known} <= known
    assert len({texts.words(language, f"words-{verb}") for language in texts.LANGUAGES}) > 1


def test_nothing_at_all_asks_for_help() -> None:
    for words in ("", "  ", "\n\t", "\u202e"):
        assert parse(said(words), NO_TEAMS) == Ask("help", Kind.GLITTER, empty=True)


def test_a_typed_name_is_no_mention_and_is_named_in_the_refusal() -> None:
    typed = ("@Kim stayed late",)
    assert refused(typed) == ("refused-not-a-mention", "@Kim")
    beside_a_real_one = (Mention(Profile("kim")), " @bo carried it all")
    assert refused(beside_a_real_one) == ("refused-not-a-mention", "@bo")
    assert refused("stayed late") == ("refused-nobody", "")
    assert refused("help me") == ("refused-nobody", "")


def test_an_address_in_the_reason_is_no_name() -> None:
    words = (Mention(Profile("kim")), " answered info@example.com at night")
    assert spell(give_parts(words).reason, {}) == "answered info@example.com at night"


def give_parts(words: tuple[str | Mention, ...]) -> Give:
    found = parse(said(words), NO_TEAMS)
    assert isinstance(found, Give)
    return found


def test_a_refused_text_comes_back_as_it_can_be_typed_again() -> None:
    heard = said((Mention(Profile("U1", name="Kim Berg")), " x \u202e#care"))
    assert plain(heard) == "@Kim Berg x #care"


PEOPLE = st.builds(lambda id: Mention(Profile(id)), st.sampled_from("abc"))
PIECES: Any = st.lists(
    st.text() | PEOPLE | st.sampled_from(["customer:", " och ", ", ", "#x", " @kim ", "help"]),
    max_size=8,
).map(tuple)


@settings(max_examples=500)
@given(PIECES)
def test_whatever_is_typed_is_a_command_or_a_refusal(words: tuple[str | Mention, ...]) -> None:
    mentioned = {part.profile.account for part in words if isinstance(part, Mention)}
    try:
        found = parse(said(words), NO_TEAMS)
    except Refusal:
        return
    if isinstance(found, Ask):
        assert not mentioned
        return
    named = [one.account for one in found.receivers]
    assert len(named) == len(set(named)) > 0
    assert set(named) <= mentioned
    assert all(tag == tag.lower() and len(tag) <= 40 for tag in found.tags)


HOSTILE = {
    "blanks": " ",
    "at signs": "@",
    "hashes": "#",
    "values": "#a ",
    "value of one word": "#a",
    "names": "@a",
    "joints": ", och ",
    "line breaks": "\n",
    "accents": "a\u0301\u0323",
    "bidi": "\u202e",
    "customers": "customer: ",
    "brackets": "<@",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("where", ["around mentions", "alone"])
def test_a_million_characters_cost_no_more_than_a_hundred_times_ten_thousand(
    hostile: str, where: str
) -> None:
    def seconds(length: int) -> float:
        text = hostile * (length // len(hostile) // (1 if where == "alone" else 3))
        kim, bo = Mention(Profile("kim")), Mention(Profile("bo"))
        words = (text,) if where == "alone" else (text, kim, text, bo, text)
        started = time.process_time()
        with suppress(Refusal):
            found = parse(said(words), NO_TEAMS)
            spell(found.reason if isinstance(found, Give) else (), {})
        return time.process_time() - started

    small = min(seconds(10_000) for _ in range(5))
    # What is quadratic takes 10,000 times as long; a busy machine a few times.
    assert seconds(1_000_000) < 10 * 100 * max(small, 0.0003)


def test_ten_thousand_mentions_are_read_in_one_pass() -> None:
    def seconds(count: int) -> float:
        words = tuple(part for n in range(count) for part in (Mention(Profile(str(n))), ", "))
        started = time.process_time()
        assert len(give_parts(words).receivers) == count
        return time.process_time() - started

    small = min(seconds(1_000) for _ in range(3))
    assert min(seconds(10_000) for _ in range(3)) < 3 * 10 * max(small, 0.0003)
