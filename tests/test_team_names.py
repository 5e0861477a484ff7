"""Teams are found by their names: as people type them, in linear time, and never by chance."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import Ask, Give, parse, spell
from bot.errors import Refusal
from bot.heard import GroupMention, Mention, Part, Said
from bot.model import Kind, Place, Profile, Source, Team
from bot.teams import Names, WhichTeam, fold, keys
from tests.worlds import HOUSE, parts

KASSAN = Team(1, HOUSE, "Kassan", aliases=("tills", "Kassan i Umeå"), group="S1")
LAGRET = Team(2, HOUSE, "Lagret", aliases=("R&D", "24/7"))
RADHUSET = Team(3, HOUSE, "Rådhuset")
NORTH = Team(4, HOUSE, "Kassan Nord", aliases=("front",))
SOUTH = Team(5, HOUSE, "Kassan Syd", aliases=("front",))
ALL = (KASSAN, LAGRET, RADHUSET, NORTH, SOUTH)


def names(*chosen: int) -> Names:
    def find(wanted: object) -> dict[str, list[Team]]:
        return {key: [team for team in ALL if key in keys(team)] for key in wanted}  # type: ignore[attr-defined]

    groups = {team.group: team for team in ALL if team.group}
    return Names(find, groups.get, chosen)


def said(words: str | tuple[Part, ...], kind: Kind = Kind.GLITTER) -> Said:
    typed: tuple[Part, ...] = parts(words) if isinstance(words, str) else words
    return Said(HOUSE, Place.channel("general"), Profile("ana"), kind, typed, "1")


def give(words: str | tuple[Part, ...], kind: Kind = Kind.GLITTER) -> Give:
    found = parse(said(words, kind), names())
    assert isinstance(found, Give), found
    return found


def told(found: Give) -> tuple[str, str]:
    """Everybody who receives, and the reason."""
    receivers = [one.account for one in found.receivers] + [team.name for team in found.teams]
    return ", ".join(receivers), spell(found.reason, {})


@pytest.mark.parametrize(
    ("words", "receivers", "reason"),
    [
        ("kassan the queue was gone", "Kassan", "the queue was gone"),
        ("KASSAN the queue was gone", "Kassan", "the queue was gone"),
        ("Kassan: so calm", "Kassan", "so calm"),
        ("kassan, so calm", "Kassan", "so calm"),
        ("tills so calm", "Kassan", "so calm"),
        ("kassan nord so calm", "Kassan Nord", "so calm"),
        ("kassan  nord so calm", "Kassan Nord", "so calm"),
        ("kassan i umea so calm", "Kassan", "so calm"),
        ("kassan i Umeå", "Kassan", ""),
        ("radhuset so calm", "Rådhuset", "so calm"),
        ("RÅDHUSET so calm", "Rådhuset", "so calm"),
        ("R&D so calm", "Lagret", "so calm"),
        ("24/7 so calm", "Lagret", "so calm"),
        ("kassan and lagret moved it all", "Kassan, Lagret", "moved it all"),
        ("kassan, lagret och kassan nord bar allt", "Kassan, Lagret, Kassan Nord", "bar allt"),
        ("kassan lagret moved it all", "Kassan, Lagret", "moved it all"),
        ("kassan och annat", "Kassan", "och annat"),
        ("kassan kassan", "Kassan", ""),
    ],
)
def test_a_team_is_named_at_the_beginning(words: str, receivers: str, reason: str) -> None:
    found, why = told(give(words))
    assert (found, why.strip()) == (receivers, reason)


@pytest.mark.parametrize(
    ("words", "receivers", "reason"),
    [
        ("@kim kassan carried it all", "kim, Kassan", "carried it all"),
        ("@kim and kassan carried it all", "kim, Kassan", "carried it all"),
        ("kassan @kim carried it all", "kim, Kassan", "carried it all"),
        ("kassan and @kim, @bo carried it all", "kim, bo, Kassan", "carried it all"),
        ("@kim, lagret och @bo bar allt", "kim, bo, Lagret", "bar allt"),
        ("@kim helped kassan all day", "kim", "helped kassan all day"),
        ("thanks @kim", "kim", "thanks @kim"),
        ("kassan was helped by @kim", "Kassan", "was helped by @kim"),
    ],
)
def test_teams_and_people_stand_together(words: str, receivers: str, reason: str) -> None:
    found, why = told(give(words))
    assert (found, why.strip()) == (receivers, reason)


@pytest.mark.parametrize(
    "words",
    ["kassans kö", "kassan-gänget", "kassa", "okassan", "hej kassan", "kassan's queue", "rad"],
)
def test_a_part_of_a_word_or_a_later_word_is_no_team(words: str) -> None:
    with pytest.raises(Refusal, match="nobody"):
        parse(said(words), names())


def test_a_customers_words_about_a_team_are_marked() -> None:
    for words in ("kassan customer: so kind", "customer: kassan so kind", "Kund: kassan: so kind"):
        found = give(words)
        assert (found.source, told(found)) == (Source.CUSTOMER, ("Kassan", "so kind")), words


def test_a_cactus_to_a_person_may_begin_with_a_team() -> None:
    to_kim = give("@kim kassan was empty at noon on Tuesday", Kind.CACTUS)
    assert told(to_kim)[0] == "kim"
    assert told(to_kim)[1].strip() == "kassan was empty at noon on Tuesday"
    both = give("@kim and kassan were empty at noon", Kind.CACTUS)
    assert told(both)[0] == "kim, Kassan"
    team = give("kassan lagret was locked at noon", Kind.CACTUS)
    assert told(team) == ("Kassan", " lagret was locked at noon".strip())


def test_a_word_of_the_bot_alone_is_no_team() -> None:
    for kind in Kind:
        assert parse(said("help", kind), names()) == Ask("help", kind)


def test_several_teams_of_one_name_are_asked_about_and_one_can_be_chosen() -> None:
    with pytest.raises(WhichTeam) as asked:
        parse(said("front so calm"), names())
    assert (asked.value.typed, asked.value.teams) == ("front", (NORTH, SOUTH))
    found = parse(said("front so calm"), names(SOUTH.id))
    assert isinstance(found, Give)
    assert found.teams == (SOUTH,)


def test_of_two_names_that_differ_in_an_accent_the_one_that_is_written_is_meant() -> None:
    hall, haall = Team(1, HOUSE, "Hall"), Team(2, HOUSE, "Håll")
    both = Names(lambda wanted: {"hall": [hall, haall]} if "hall" in wanted else {}, lambda _: None)
    for typed, meant in (("håll ut", haall), ("HALL ut", hall)):
        found = both.at_start(typed)
        assert found
        assert found.team is meant


def test_a_group_of_the_platform_is_its_team_and_another_group_is_its_name() -> None:
    found = give((GroupMention("S1", "kassan-gruppen"), " so calm"))
    assert told(found)[0] == "Kassan"
    for typed in (GroupMention("S9", "lagret"), "@lagret"):
        assert told(give((typed, " so calm")))[0] == "Lagret"
    with pytest.raises(Refusal, match="not-a-mention"):
        parse(said((GroupMention("S9", "nobody"), " so calm")), names())
    in_passing = give((Mention(Profile("kim")), " helped ", GroupMention("S1", "x"), " a lot"))
    assert told(in_passing) == ("kim", " helped Kassan a lot".strip())


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Kassan", "kassan"),
        ("  Kassan \t Umeå ", "kassan umea"),
        ("Ärtan & Össi", "artan & ossi"),
        ("Røros Sjøbod", "roros sjobod"),
        ("STRASSE straße", "strasse strasse"),
        ("Ⅷ ﬁn", "viii fin"),
        ("", ""),
    ],
)
def test_names_are_compared_without_capitals_accents_and_blanks(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert fold(fold(name)) == folded


@settings(max_examples=300)
@given(st.text(max_size=40), st.text(max_size=40))
def test_a_team_that_is_found_stands_at_the_beginning(name: str, more: str) -> None:
    team = Team(1, HOUSE, name)
    mine = fold(name)
    only = Names(lambda wanted: {mine: [team]} if mine in wanted else {}, lambda _: None)
    for text in (f"{name} {more}", more):
        if found := only.at_start(text):
            assert fold(text[: found.end].strip().removeprefix("@")) == mine


@pytest.mark.parametrize("hostile", ["kassan ", "@", " ", "å", "a\u0301", "kassan, ", "-", "ﷺ"])
def test_a_million_characters_cost_no_more_than_a_hundred_times_ten_thousand(hostile: str) -> None:
    def seconds(length: int) -> float:
        words = (hostile * (length // len(hostile)),)
        started = time.process_time()
        with suppress(Refusal, WhichTeam):
            parse(said(words), names())
        return time.process_time() - started

    small = min(seconds(10_000) for _ in range(3))
    # What is quadratic takes 10,000 times as long; a busy machine a few times.
    assert seconds(1_000_000) < 10 * 100 * max(small, 0.0003)
