"""A cactus's whole life in the browser, with the whole product behind it."""

from collections.abc import Callable
from typing import Any

import httpx
from playwright.sync_api import Page, expect

from tests.playground_shop import Shop
from tests.playground_shop import product as product
from tests.playground_shop import shop as shop
from tests.playground_shop import window as window
from tests.playground_window import Open, field, log, picture
from tests.product import Running

HASTY = "The web shop always promises delivery the same day when the van is long gone."
CALM = (
    "On Tuesday the web shop promised same-day delivery for 40 parcels after the van left at two."
)
EFFECT = "Forty customers waited until Thursday, and Sara rang each of them."
WISH = "Offer same-day delivery until one o'clock only."


def form(page: Page) -> Any:
    return page.get_by_role("form")


def card(page: Page) -> Any:
    """The newest one."""
    return page.get_by_role("article").filter(has_text=WISH).last


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).last.click()


def send(page: Page) -> None:
    form(page).get_by_role("button", name="Send").click()


def test_a_cactus_is_written_talked_over_and_blooms(product: Running, window: Open) -> None:
    bo, priya = window("bo"), window("priya", "glitterkaktus")
    bo_writes(bo)
    priya_answers(priya)
    bo.get_by_role("link", name="Glitterkaktus").click()
    bo_replies(bo)
    priya_promises(priya)
    press(priya, "To Friday 15:00")
    it_blooms(bo, priya)
    for somebody in ("ana", "kim", "maja"):
        assert "parcels" not in window(somebody).content()


def bo_writes(bo: Page) -> None:
    field(bo).fill("/cactus")
    field(bo).press("Enter")
    expect(bo.get_by_label("Who should read it?")).to_be_focused()
    bo.get_by_label("Who should read it?").select_option("priya")
    bo.get_by_label("What happened?").fill(HASTY)
    bo.get_by_label("What did it lead to?").fill(EFFECT)
    bo.get_by_label("What would have been better?").fill(WISH)
    with picture(bo, "cactus-1-form"):
        expect(form(bo)).to_contain_text(f"{len(WISH)} / 1,000")
    send(bo)
    expect(form(bo)).to_have_count(0)
    with picture(bo, "cactus-2-check"):
        expect(bo.locator("mark")).to_contain_text("always")
    press(bo, "Edit")
    expect(bo.get_by_label("What happened?")).to_have_value(HASTY)
    bo.get_by_label("What happened?").fill(CALM)
    send(bo)
    with picture(bo, "cactus-3-held"):
        expect(log(bo)).to_contain_text("It goes out on Thu 27 Nov at 13:50")
        expect(bo.locator("mark")).to_have_count(0)
        expect(bo.get_by_role("article")).to_have_count(1)
    press(bo, "Send now")
    expect(card(bo)).to_contain_text("Waiting for an answer")


def priya_answers(priya: Page) -> None:
    with picture(priya, "cactus-4-received"):
        expect(card(priya)).to_contain_text("@Bo Nielsen has a cactus for you")
    press(priya, "Thank and take it")
    expect(card(priya)).to_contain_text("Taken on")
    expect(card(priya)).to_be_focused()
    press(priya, "Reply")
    priya.get_by_label("In your words").fill("Thank you! Does the van leave at two every day?")
    send(priya)
    expect(card(priya)).to_contain_text("every day?")


def bo_replies(bo: Page) -> None:
    expect(log(bo)).to_contain_text("@Priya Raman thanks you for the cactus and takes it on.")
    press(bo, "Reply")
    bo.get_by_label("In your words").fill("At two from Monday to Thursday, on Fridays at noon.")
    send(bo)
    expect(card(bo)).to_contain_text("on Fridays at noon")


def priya_promises(priya: Page) -> None:
    expect(priya.get_by_role("article")).to_have_count(2)
    card(priya).get_by_role("button", name="Promise a date").click()
    send(priya)
    expect(priya.get_by_role("alert").filter(has_text="Choose a day")).to_be_focused()
    priya.get_by_label("By which day?").fill("2031-12-03")
    priya.get_by_label("In your words").fill("The clock in the basket will know the van.")
    send(priya)
    expect(form(priya)).to_have_count(0)
    expect(priya.get_by_role("article")).to_have_count(2)
    card(priya).scroll_into_view_if_needed()
    with picture(priya, "cactus-5-talk"):
        expect(card(priya)).to_contain_text("Promised for 3 December.")


def it_blooms(bo: Page, priya: Page) -> None:
    card(priya).get_by_role("button", name="It is mended").click()
    expect(card(priya)).to_contain_text("Done; did it help?")
    expect(log(bo)).to_contain_text("@Priya Raman says that it is mended. Did it help?")
    press(bo, "Yes, it helped")
    with picture(bo, "cactus-6-bloomed"):
        expect(card(bo)).to_contain_text("🌸 A cactus that bloomed")
        expect(card(bo)).to_contain_text("Bloomed")
    expect(log(priya)).to_contain_text("bloomed: @Bo Nielsen says that it helped.")


def test_the_picture_in_readme_shows_a_day_in_the_shop(
    shop: Shop, product: Running, window: Open
) -> None:
    shop.say("maja", "God morgon! Självscanningen kommer klockan tio.")
    shop.say("aino", "/glitter @kim @bo found the last balsamico for a man who drove an hour")
    product.settle()
    shop.say("kim", "/cactus @ana the returns desk was empty at noon on Tuesday")
    product.later(minutes=11)
    page = window("bo", size=(1280, 1000))
    field(page).fill("/glitter @priya the web shop stood firm all weekend")
    field(page).press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    expect(log(page)).to_contain_text("Recorded")
    field(page).press_sequentially("/glitter @a")
    with picture(page, "playground"):
        expect(page.get_by_role("option")).to_have_count(2)


def test_a_team_is_made_praised_and_asked_to_mend_something(window: Open) -> None:
    """Also a colleague in it who has no account."""
    ana, bo = window("ana", "glitterkaktus"), window("bo")
    for words in ("new Kassan", "alias kassan tills"):
        say(ana, f"/glitter team {words}")
        expect(log(ana)).to_contain_text("Så här ser teamet ut nu.")
    for words in ("add kassan @Bo", "lead kassan @Maja"):
        field(ana).press_sequentially(f"/glitter team {words}")
        field(ana).press("Enter")  # the colleague from the list
        field(ana).press("Enter")
        expect(field(ana)).to_have_value("")
    with picture(ana, "team-1-made"):
        expect(log(ana).get_by_role("article").last).to_contain_text("leds av @Maja Sjöberg")
    say(bo, '/glitter "Elsa Ek" (kassan) stayed late for the balsamico customer')
    say(bo, "/glitter kassan the queue was gone in five minutes")
    expect(log(bo)).to_contain_text("gave glitter to Kassan")
    maja = window("maja", "glitterkaktus")
    with picture(maja, "team-2-to-show"):
        expect(log(maja)).to_contain_text("Glitter till Elsa Ek")
    say(bo, "/cactus")
    bo.get_by_label("Or which team?").select_option("Kassan")
    bo.get_by_label("What happened?").fill("At noon nobody is there to ask at the self-checkout.")
    with picture(bo, "team-3-form"):
        expect(form(bo)).to_contain_text("The lead gets it")
    send(bo)
    press(bo, "Send now")
    expect(log(maja)).to_contain_text("Den kommer bara till dig")
    for somebody in ("ana", "kim", "priya"):
        assert "self-checkout" not in window(somebody).content()


def say(page: Page, text: str) -> None:
    field(page).fill(text)
    page.keyboard.press("Escape")  # no suggestion is meant
    page.locator("#composer [type=submit]").click()
    expect(field(page)).to_have_value("")


def test_the_page_speaks_a_chosen_language_also_after_a_restart(
    shop: Shop, product: Running, start: Callable[..., Running], database_file: str
) -> None:
    form = shop.say("kim", "/glitter settings")
    shop.fill("kim", form, language="fi")
    with Shop() as again:
        started = start(again, DATABASE_URL=database_file)
        page = httpx.get(f"{started.base_url}/?as=kim", trust_env=False).text
    assert '<html lang="fi">' in page
