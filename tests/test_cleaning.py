"""Cleaning: what hides, reorders or breaks goes; every script and every emoji stays."""

import json
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cleaning import clean, visible_length

ANYTHING = st.text(st.characters(exclude_categories=())) | st.text(
    "\ud83d\udc4b\r\n\t \u2028\u202ea"
)
"""Lone surrogates, too: JSON can say them."""
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SCRIPTS = [
    "Åsa åt räksmörgås på Öland",
    "Dårlig vær på Røros, æsj",
    "Hyvää päivää, äiti",
    "Спасибо за помощь",
    "شكرا جزيلا",
    "תודה רבה",
    "धन्यवाद किशोर",
    "非常に助かりました",
    "고맙습니다",
    "ขอบคุณมาก",
    "நன்றி",
    "Ğüzel iş, İpek",
]
EMOJI = ["🌵", "✨", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇸🇪", "❤️", "1️⃣", "🧑🏿‍🚒", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"]


@pytest.mark.parametrize("words", [*SCRIPTS, *EMOJI])
def test_every_script_and_every_emoji_stays(words: str) -> None:
    assert clean(words) == unicodedata.normalize("NFC", words)


def test_joiners_that_scripts_need_stay() -> None:
    assert clean("क्‍ष می‌خواهم") == "क्‍ष می‌خواهم"


UNWANTED = [*BIDI, "\0", "\x07", "\x1b", "\x7f", "\x9f", "\ud800", "\udfff", "\ufeff", "\ufffe"]


@pytest.mark.parametrize("unwanted", UNWANTED, ids=ascii)
def test_what_nobody_can_see_but_everybody_would_feel_goes(unwanted: str) -> None:
    assert clean(f"{unwanted}pay{unwanted}{unwanted}ment{unwanted}") == "payment"


@settings(max_examples=500)
@given(ANYTHING)
def test_nothing_that_hides_or_breaks_is_left(text: str) -> None:
    kept = clean(text)
    assert not set(kept) & set(BIDI)
    assert "\0" not in kept
    for letter in kept:
        category = unicodedata.category(letter)
        assert category not in {"Cs", "Zl", "Zp"}, hex(ord(letter))
        assert category != "Cc" or letter == "\n"
        assert ord(letter) & 0xFFFE != 0xFFFE
    kept.encode()


@settings(max_examples=500)
@given(ANYTHING)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANYTHING)
def test_what_can_be_seen_stays_in_its_order(text: str) -> None:
    def seen(words: str) -> str:
        normal = unicodedata.normalize("NFC", words)
        unseen = {"Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Cn"}
        return "".join(x for x in normal if unicodedata.category(x) not in unseen)

    kept = [x for x in text if unicodedata.category(x) != "Cs"]
    without_marks_to_join = [x for x in kept if not unicodedata.combining(x)]
    assert seen(clean("".join(without_marks_to_join))) == seen("".join(without_marks_to_join))


def test_each_code_point_of_unicode_can_be_stored_as_json_and_utf8() -> None:
    for point in range(sys.maxunicode + 1):
        kept = clean(f"1{chr(point)}2")
        assert kept[0] == "1", hex(point)
        kept.encode()
    everything = clean("".join(map(chr, range(sys.maxunicode + 1))))
    assert json.loads(json.dumps(everything)) == everything


def test_line_breaks_of_all_systems_are_one_and_gaps_are_small() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\ne\nf"
    assert clean("a\n\n\n\n\n\nb") == "a\n\nb"
    assert clean("a \t \u00a0 b") == "a b"


def test_letters_that_look_the_same_are_the_same() -> None:
    assert clean("A\u030asa") == "Åsa"
    assert clean("caf\u0065\u0301") == "café"


@pytest.mark.parametrize("unseen", ["", " ", "\n", "\u200b\u200d", "\u00ad", "\u2060 \u200c", "\t"])
def test_a_reason_of_unseen_characters_has_no_length(unseen: str) -> None:
    assert visible_length(clean(unseen)) == 0
    assert visible_length(clean(f"{unseen}å{unseen}")) == 1
