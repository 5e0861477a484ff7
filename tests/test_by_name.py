"""Colleagues without an account are named in quotes: read in linear time, never by chance."""

import time
from contextlib import suppress

import pytest

from bot.by_name import WhichColleague
from bot.commands import Give, parse, spell
from bot.errors import Refusal
from bot.heard import Said
from bot.model import ByName, Kind, Place, Profile, Source, Team
from bot.teams import Names, keys
from tests.worlds import HOUSE, parts

KASSAN = Team(1, HOUSE, "Kassan", aliases=("tills",))
LAGRET = Team(2, HOUSE, "Lagret")
TEAMS = (KASSAN, LAGRET)
UNO = ByName(11, "Uno Berg", KASSAN.id)
KNOWN = {
    "uno berg": [(UNO, KASSAN)],
    "eva ek": [(ByName(12, "Eva Ek", KASSAN.id), KASSAN), (ByName(13, "Eva Ek", 2), LAGRET)],
}


def names(*chosen: int) -> Names:
    def find(wanted: object) -> dict[str, list[Team]]:
        return {key: [team for team in TEAMS if key in keys(team)] for key in wanted}  # type: ignore[attr-defined]

    return Names(find, lambda _: None, chosen, lambda key: KNOWN.get(key, []))


def said(words: str, kind: Kind = Kind.GLITTER) -> Said:
    return Said(HOUSE, Place.channel("general"), Profile("ana"), kind, parts(words), "1")


def told(words: str, *chosen: int, kind: Kind = Kind.GLITTER) -> tuple[str, str]:
    """Everybody who receives, and the reason."""
    found = parse(said(words, kind), names(*chosen))
    assert isinstance(found, Give), found
    people = [f"{one.name} ({one.team.name})" for one in found.by_name]
    people += [one.account for one in found.receivers] + [team.name for team in found.teams]
    return ", ".join(people), spell(found.reason, {}).strip()


@pytest.mark.parametrize(
    "quoted",
    [
        '"Kim Berg" (kassan)',
        "“Kim Berg” (Kassan)",
        "”Kim Berg” (tills)",
        "«Kim Berg» (KASSAN)",
        "„Kim Berg“(kassan)",
        '"Kim  Berg"  ( kassan )',
        '@"Kim Berg" (kassan)',
    ],
)
def test_a_name_in_quotes_with_its_team_is_somebody(quoted: str) -> None:
    assert told(f"{quoted} stayed late") == ("Kim Berg (Kassan)", "stayed late")


@pytest.mark.parametrize("typed", ['"Uno Berg"', "”uno bérg”", '"UNO BERG" (kassan)'])
def test_a_name_that_is_known_needs_no_team(typed: str) -> None:
    assert told(f"{typed} stayed late")[0].casefold().endswith("(kassan)")
    found = parse(said(f"{typed} stayed late"), names())
    assert isinstance(found, Give)
    assert found.by_name[0].known == UNO


@pytest.mark.parametrize(
    ("words", "people", "reason"),
    [
        ('"Uno Berg" and "Kim Berg" (lagret) moved it', "Uno Berg (Kassan), Kim Berg (Lagret)", ""),
        ('@kim and "Uno Berg" moved it', "Uno Berg (Kassan), kim", ""),
        ('"Uno Berg", @kim och lagret moved it', "Uno Berg (Kassan), kim, Lagret", ""),
        ('@kim "Uno Berg" moved it', "Uno Berg (Kassan), kim", ""),
        ('"Uno Berg" "uno berg" moved it', "Uno Berg (Kassan)", ""),
        ('@kim "so kind" said a customer', "kim", '"so kind" said a customer'),
        ('@kim helped "Uno Berg" a lot', "kim", 'helped "Uno Berg" a lot'),
        ('"so kind" said a customer of @kim', "kim", '"so kind" said a customer of @kim'),
        ('kassan "so kind" said a customer', "Kassan", '"so kind" said a customer'),
    ],
)
def test_quotes_name_people_only_where_people_are_named(
    words: str, people: str, reason: str
) -> None:
    assert told(words) == (people, reason or "moved it")


def test_a_customers_words_about_somebody_are_marked() -> None:
    for words in ('customer: "Uno Berg" so kind', '"Uno Berg" customer: so kind'):
        found = parse(said(words), names())
        assert isinstance(found, Give)
        assert (found.source, told(words)) == (Source.CUSTOMER, ("Uno Berg (Kassan)", "so kind"))


def test_of_two_with_one_name_the_right_one_is_asked_for() -> None:
    with pytest.raises(WhichColleague) as asked:
        parse(said('"Eva Ek" so calm'), names())
    assert (asked.value.typed, asked.value.teams) == ("Eva Ek", (KASSAN, LAGRET))
    assert told('"Eva Ek" so calm', LAGRET.id) == ("Eva Ek (Lagret)", "so calm")
    assert told('"Eva Ek" (kassan) so calm') == ("Eva Ek (Kassan)", "so calm")


@pytest.mark.parametrize(
    ("words", "code", "detail"),
    [
        ('"Kim Berg" so calm', "refused-by-name", "Kim Berg"),
        ('"Kim Berg" (the roof) so calm', "refused-no-team", "the roof"),
        ('"so kind" said a customer', "refused-by-name", "so kind"),
    ],
)
def test_a_name_that_says_nothing_is_asked_about(words: str, code: str, detail: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(said(words), names())
    assert (refused.value.notice.code, refused.value.notice.detail) == (code, detail)


def test_a_cactus_may_quote_what_was_said() -> None:
    typed = '@kim "Uno Berg" was alone at the till'
    assert told(typed, kind=Kind.CACTUS) == ("kim", '"Uno Berg" was alone at the till')


@pytest.mark.parametrize("piece", ['"', '"a', '""', "” ", '"a" (', '"a" (b) ', " ", '"uno berg" '])
def test_the_longest_words_are_read_in_a_moment(piece: str) -> None:
    longest = said((piece * 100_000)[:100_000])
    before = time.process_time()
    with suppress(Refusal, WhichColleague):
        parse(longest, names())
    assert time.process_time() - before < 1
