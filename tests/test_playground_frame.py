"""The playground's page speaks the language of whom it shows, in every corner."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from adapters.playground import frame
from adapters.playground.clock import Jump
from adapters.playground.people import SIX
from bot import texts
from bot.heard import FormName
from bot.messages import Field, FieldKind, Form, Notice
from bot.model import Place, Reader
from tests.browser import Open, Windows
from tests.playground_alone import Alone
from tests.playground_window import DESK, PHONE, THURSDAY, case, field, held, log, opening
from tests.test_languages import facts_of, sentences
from tests.test_pseudo_locale import FROM_BABEL, PLAIN, accented

PAGE = Path(frame.__file__).parent
SAYS = re.compile(r'"(playground-[a-z-]+[a-z]|action-submit)"')
WHO = {"en": "bo", "sv": "ana", "nb": "kim", "fi": "aino"}
"""Somebody of each language."""
NAMES = {word for person in SIX for word in PLAIN.findall(person.profile.name)}
NAMES |= {"Fjord", "Furu", "Glitterkaktus", "kassan", "general"}
KEPT = {"glitter", "cactus", "kaktus", "Enter", "JavaScript", *WHO.values(), "maja", "priya"}
"""Commands, handles and keys: they are called alike in every language."""

READ = """() => {
  const seen = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.parentElement.closest("script, noscript, .avatar, time, i")) {
      seen.push(walk.currentNode.data);
    }
  }
  for (const one of document.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      seen.push(one.getAttribute(name) ?? "");
    }
  }
  return [...seen, document.title];
}"""


@pytest.fixture
def alone() -> Iterator[Alone]:
    """The six as they are, each with their own language."""
    with Alone(people=SIX) as alone:
        alone.start_at(THURSDAY)
        yield alone


@pytest.fixture
def window(alone: Alone, windows: Windows) -> Iterator[Open]:
    with opening(windows, alone.url) as open_window:
        yield open_window


def word(language: str, text: str, **facts: object) -> str:
    return texts.say(Reader(language, "UTC"), text, **facts)


# ---------------------------------------------------------------- what files hold together


def test_the_page_asks_for_the_texts_that_it_is_given_and_for_no_others() -> None:
    sources = [*PAGE.rglob("*.js"), *PAGE.rglob("*.html")]
    asked = {text for path in sources for text in SAYS.findall(path.read_text("utf-8"))}
    asked |= {f"playground-jump-{jump}" for jump in Jump}
    assert asked == set(frame.frame("en")["words"])


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_the_page_is_told_which_facts_its_script_puts_in(language: str) -> None:
    for text, facts in frame.TEXTS.items():
        assert facts_of(sentences(language)[text]) == set(facts)
        assert all(f"{{{fact}}}" in frame.frame(language)["words"][text] for fact in facts)


def test_no_sentence_stands_in_the_scripts() -> None:
    sentence = re.compile(r"""["`][A-Z][^"`\n]* [^"`\n]*["`]""")
    for path in PAGE.rglob("*.js"):
        assert sentence.findall(path.read_text("utf-8")) == [], path.name


# ---------------------------------------------------------------- in a browser


def fill_the_screen(alone: Alone, page: Page) -> Iterator[list[str]]:
    """All that can be read, at each of the corners of the page."""
    yield page.evaluate(READ)
    alone.say("bo", "coffee", "channel:kassan")
    alone.send(case(), Place.direct("kim"))
    expect(page.locator("a .dot")).to_have_count(2)
    expect(page.locator("#status")).not_to_have_text("")
    yield page.evaluate(READ)
    field(page).press_sequentially("/")
    expect(page.get_by_role("option").first).to_be_visible()
    yield page.evaluate(READ)
    for typed in ("/glitter @b", "/cactus", "/cactus @bo "):
        field(page).fill(typed)
        yield page.evaluate(READ)
    alone.door.reply = lambda _: Form(FormName.CACTUS, "1", (Field("who", FieldKind.PERSON),))
    field(page).fill("/cactus")
    page.keyboard.press("Enter")
    expect(page.get_by_role("form").get_by_role("combobox")).to_be_visible()
    alone.door.reply = lambda _: held()
    field(page).fill("/kaktus @bo x")
    page.keyboard.press("Enter")
    expect(log(page).locator(".post.private .only")).to_have_count(2)
    yield page.evaluate(READ)
    field(page).fill("/cactsu")
    page.keyboard.press("Enter")
    expect(page.locator("#problem")).not_to_have_text("")
    yield page.evaluate(READ)
    page.context.set_offline(True)
    field(page).fill("/glitter")
    page.keyboard.press("Enter")
    expect(page.locator("#problem")).not_to_have_text("")
    yield page.evaluate(READ)
    page.context.set_offline(False)
    page.locator("#direct a").click()
    expect(page.locator(".welcome")).to_be_visible()
    yield page.evaluate(READ)
    page.locator("[data-to=ten-minutes]").click()
    expect(page.locator("#status")).not_to_have_text("")
    yield page.evaluate(READ)


def test_no_english_is_left_over_on_the_page(
    alone: Alone, window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "bundle", lambda language: accented())
    texts._said.cache_clear()
    frame.frame.cache_clear()
    try:
        alone.door.reader = Reader("en", "Asia/Kolkata")
        page = window("priya")
        allowed = NAMES | KEPT | FROM_BABEL | said_by_people()
        for lines in fill_the_screen(alone, page):
            assert {one for line in lines for one in PLAIN.findall(line)} - allowed == set()
    finally:
        texts._said.cache_clear()
        frame.frame.cache_clear()


def said_by_people() -> set[str]:
    text = held().text
    return {
        one for words in (text.situation, text.effect, text.wish) for one in PLAIN.findall(words)
    }


@pytest.mark.parametrize(
    ("language", "clock", "office", "today"),
    [
        ("en", "Thu 27 Nov, 13:40", "", "Thursday 27 November"),
        ("sv", "tors 27 nov. 13:40", "", "torsdag 27 november"),
        ("nb", "tor. 27. nov., 13:40", "", "torsdag 27. november"),
        ("fi", "to 27.11. klo 14.40", "Tukholma: 13.40", "torstai 27. marraskuuta"),
    ],
)
def test_the_page_speaks_the_language_of_whom_it_shows(
    alone: Alone, window: Open, language: str, clock: str, office: str, today: str
) -> None:
    page = window(WHO[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#people-title")).to_have_text(word(language, "playground-people"))
    expect(page.locator("#now")).to_have_text(clock)
    expect(page.locator("#office")).to_have_text(office)
    expect(page.get_by_role("combobox")).to_have_accessible_name(
        word(language, "playground-message-to", place="#general")
    )
    alone.say("bo", "good morning")
    expect(log(page).locator(".day")).to_have_text(today)
    field(page).fill("/glitzer")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(word(language, "playground-unknown-command"))


def test_another_person_brings_another_language(window: Open) -> None:
    page = window("ana")
    expect(page.get_by_role("heading", name="Du är", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Bo Nielsen")).to_contain_text("Lager, Köpenhamn")
    page.get_by_role("link", name="Aino Virtanen").click()
    expect(page.get_by_role("heading", name="Sinä olet", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Bo Nielsen")).to_contain_text("Varasto, Kööpenhamina")
    expect(page.get_by_role("button", name="Perjantaina 15.00")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fi")
    expect(page.locator("#hint")).to_have_text(word("fi", "playground-hint"))
    page.go_back()
    expect(page.get_by_role("complementary", name="Människor och platser")).to_be_visible()


def test_a_chosen_language_is_the_pages_at_once_and_in_every_window(
    alone: Alone, window: Open
) -> None:
    page, elsewhere = window("ana"), window("ana", "kassan")
    alone.door.reader = Reader("fi", "Europe/Stockholm")
    alone.door.reply = lambda _: Notice("undone-already")
    field(page).fill("/glitter undo")
    page.keyboard.press("Enter")
    for each in (page, elsewhere):
        expect(each.locator("html")).to_have_attribute("lang", "fi")
        expect(each.locator("[type=submit]")).to_have_text(word("fi", "action-submit"))
    page.reload()
    expect(page.locator("#people-title")).to_have_text("Sinä olet")


def test_words_of_ones_own_language_are_offered_with_their_marks_or_without(window: Open) -> None:
    page = window("maja")
    for typed in ("/glitter å", "/glitter an", "/Glitter ÅN"):
        field(page).fill(typed)
        expect(page.get_by_role("option", selected=True)).to_contain_text("/glitter ångra")
    field(page).fill("/glitter undo")
    expect(page.get_by_role("option")).to_have_count(0)


def test_the_sign_that_a_choice_has_written_is_not_doubled_by_typing_it(window: Open) -> None:
    page = window("ana")
    field(page).press_sequentially("/gl")
    page.get_by_role("option").first.click()
    field(page).press_sequentially("@ki")
    expect(field(page)).to_have_value("/glitter @ki")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Kim Berg")


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_on_a_phone_the_title_keeps_its_distance_from_the_clock(
    window: Open, language: str
) -> None:
    page = window(WHO[language], "glitterkaktus", size=PHONE)
    expect(page.locator("#place")).to_have_text("Glitterkaktus")
    gap = """() => {
      const title = document.createRange();
      title.selectNodeContents(place);
      const [words, clock] = [title, now].map((one) => one.getBoundingClientRect());
      return clock.left - words.right;
    }"""
    assert page.evaluate(gap) >= 16


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_the_longest_words_fit(window: Open, language: str, size: tuple[int, int]) -> None:
    page = window(WHO[language], size=size)
    field(page).press_sequentially("/")
    for element in ("document.documentElement", "log", "choices"):
        assert page.evaluate(f"{element}.scrollWidth <= {element}.clientWidth")
    cut = """[...document.querySelectorAll("button:not(.example)")]
      .filter((one) => one.checkVisibility())
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.offsetHeight > 48)
      .map((one) => one.textContent)"""
    assert page.evaluate(cut) == []


def test_bad_input_is_answered_in_the_language_of_the_page(alone: Alone) -> None:
    said: dict[str, Any] = {"as": "ana", "place": "channel:general", "ref": "r", "text": "x" * 9000}
    for language in texts.LANGUAGES:
        wishes = {"Accept-Language": f"de, {language};q=0.5"}
        told = alone.http.post("/playground/say", json=said, headers=wishes)
        assert told.json()["error"] == word(language, "playground-too-long", count=8000)
