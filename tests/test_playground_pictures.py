"""The picture of the week in the browser."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from adapters.playground.render import render
from bot.model import Place, Reader
from tests.playground_alone import Alone
from tests.playground_window import PHONE, WEEK, Open, log
from tests.playground_window import alone as alone
from tests.playground_window import window as window

COUNTS = (3, 5, 8, 2, 9, 14, 6, 7, 9, 12, 4, 20)
ILLUSTRATED = replace(WEEK, chart=COUNTS)
GOOD = {"counts": "3,5", "week": "2031-W48", "language": "fi"}
BAD = {
    "no counts": {"counts": ""},
    "words for counts": {"counts": "3,many"},
    "too many counts": {"counts": ",".join("1" * 13)},
    "a count beyond counting": {"counts": "9" * 8},
    "no week": {"week": "soon"},
    "a week 53 that is not": {"week": "2031-W53"},
    "a language that we do not speak": {"language": "de"},
}


def test_everybody_sees_it_and_is_told_what_it_shows(alone: Alone, window: Open) -> None:
    alone.send(ILLUSTRATED)
    shown = log(window()).get_by_role("img", name="oldest first: 3, 5, 8")
    expect(shown).to_be_visible()
    expect(shown).to_have_js_property("naturalWidth", 640)


def test_it_fits_a_phone(alone: Alone, window: Open) -> None:
    alone.send(ILLUSTRATED)
    page = window(size=PHONE)
    expect(log(page).locator(".picture")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_it_stands_above_the_number_of_the_page() -> None:
    long = replace(ILLUSTRATED, pages=3)
    pieces = render(long, Reader("en", "UTC"), Place.channel("general"))["pieces"]
    at = [piece["piece"] for piece in pieces].index("picture")
    assert "Page 1 of 3" in str(pieces[at + 1])


def test_highlights_without_counts_have_none() -> None:
    pieces = render(WEEK, Reader("en", "UTC"), Place.channel("general"))["pieces"]
    assert "picture" not in [piece["piece"] for piece in pieces]


def test_its_address_draws_it(alone: Alone) -> None:
    told = alone.http.get("/playground/picture", params=GOOD)
    assert (told.status_code, told.headers["content-type"]) == (200, "image/png")


@pytest.mark.parametrize("case", BAD)
def test_another_address_is_answered_with_a_sentence(alone: Alone, case: str) -> None:
    told = alone.http.get("/playground/picture", params=GOOD | BAD[case])
    assert told.status_code == 400
    assert told.json()["error"].endswith(".")


def test_an_address_without_all_facts_is_answered_with_a_sentence(alone: Alone) -> None:
    assert alone.http.get("/playground/picture").status_code == 400
