"""The playground's page in a real browser: what people do there."""

import re
from typing import Any

from playwright.sync_api import expect

from bot.heard import Action
from bot.messages import AwardPosted, Notice, Person
from bot.model import Place, Verb
from tests.playground_alone import Alone
from tests.playground_window import (
    ANA,
    BO,
    DESK_EMPTY,
    KIM,
    WEEK,
    Open,
    case,
    field,
    giving,
    held,
    log,
)
from tests.playground_window import alone as alone
from tests.playground_window import window as window

# ---------------------------------------------------------------- praise and criticism


def test_praise_can_be_given_with_the_keyboard_alone(alone: Alone, window: Open) -> None:
    giving(alone)
    page = window("ana")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the message field")).to_be_focused()
    page.keyboard.press("Enter")
    expect(field(page)).to_be_focused()
    page.keyboard.type("/gl")
    expect(page.get_by_role("option", selected=True)).to_contain_text("/glitter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("option")).to_have_count(5)
    page.keyboard.type("sjo")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Maja Sjöberg")
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value("/glitter @maja ")
    page.keyboard.type("kept calm when the tills stood still")
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Only you see this")
    expect(log(page)).to_contain_text("Recorded: your glitter to @Maja Sjöberg.")
    expect(field(page)).to_have_value("")
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Taken back")
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)


def test_a_first_name_is_offered_before_a_last_name(alone: Alone, window: Open) -> None:
    page = window("ana")
    field(page).press_sequentially("/cactus @b")
    expect(page.get_by_role("option")).to_have_text([re.compile("Bo N"), re.compile("Kim Berg")])
    field(page).press("Enter")
    expect(field(page)).to_have_value("/cactus @bo ")


def test_enter_behind_a_name_alone_chooses_it_and_behind_words_sends_them(
    alone: Alone, window: Open
) -> None:
    giving(alone)
    page = window("ana")
    field(page).press_sequentially("/glitter @Maja")
    field(page).press("Enter")
    expect(field(page)).to_have_value("/glitter @maja ")
    field(page).press_sequentially("kept calm, and so did @kim")
    field(page).press("Enter")
    expect(field(page)).to_have_value("")
    expect(log(page)).to_contain_text("Recorded: your glitter to")


def test_two_windows_are_two_people_and_a_post_appears_in_both(alone: Alone, window: Open) -> None:
    ana, kim = window("ana"), window("kim")
    alone.send(AwardPosted(1, ANA, (KIM,), "stayed late for the balsamico customer"))
    for page in (ana, kim):
        expect(log(page)).to_contain_text("stayed late for the balsamico customer")
    expect(kim.locator(".mention.me")).to_have_text("@Kim Berg")
    expect(ana.locator(".mention.me")).to_have_text("@Ana Lindqvist")


def test_a_cactus_is_held_sent_and_seen_by_its_receiver_alone(alone: Alone, window: Open) -> None:
    alone.door.reply = lambda heard: case() if isinstance(heard, Action) else held()
    kim, bo, ana = window("kim"), window("bo"), window("ana")
    field(kim).fill(f"/cactus @bo {DESK_EMPTY}")
    kim.keyboard.press("Enter")
    expect(log(kim)).to_contain_text("It goes out on Thu 27 Nov at 13:50")
    kim.get_by_role("button", name="Send now").click()
    expect(log(kim)).to_contain_text("Waiting for an answer")
    expect(kim.get_by_role("button", name="Withdraw")).to_have_count(0)
    alone.send(case(news="case-received"), Place.direct("bo"))
    bo.get_by_role("link", name="Glitterkaktus").click()
    expect(log(bo)).to_contain_text(DESK_EMPTY)
    expect(ana.get_by_role("link", name="Bo Nielsen")).to_contain_text("has a new message")
    assert DESK_EMPTY not in ana.content()


def test_a_moved_clock_brings_what_is_due(alone: Alone, window: Open) -> None:
    async def due() -> None:
        await alone.edge.platform.send(alone.delivery(WEEK))

    alone.due = due
    page, elsewhere = window("priya"), window("ana", "kassan")
    expect(page.locator("#now")).to_have_text("Thu 27 Nov, 18:10")
    expect(page.get_by_role("group", name="Clock")).to_contain_text("13:40 in Stockholm")
    page.get_by_role("button", name="To Friday 15:00").click()
    expect(page.locator("#now")).to_have_text("Fri 28 Nov, 19:30")
    expect(log(page)).to_contain_text("Glitter of the week")
    expect(elsewhere.locator("#now")).to_have_text("Fri 28 Nov, 15:00")
    expect(elsewhere.get_by_role("link", name="general")).to_contain_text("new messages")
    elsewhere.get_by_role("link", name="general").click()
    expect(log(elsewhere)).to_contain_text("and 2 more")
    expect(elsewhere.get_by_role("link", name="general")).not_to_contain_text("new messages")


def test_whatever_was_refused_can_be_mended(alone: Alone, window: Open) -> None:
    alone.door.reply = lambda _: Notice("refused-nobody", draft="stayed late")
    page = window("ana")
    field(page).fill("/glitter stayed late")
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Nobody is named.")
    expect(field(page)).to_have_value("/glitter stayed late")
    field(page).fill("/glitzer @kim so calm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nobody has seen what you typed")
    expect(field(page)).to_have_value("/glitzer @kim so calm")


def test_a_lost_connection_is_said_and_the_words_arrive_once(alone: Alone, window: Open) -> None:
    giving(alone)
    page = window("ana")
    page.context.set_offline(True)
    field(page).fill("/glitter @kim so calm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Please try again")
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("Recorded")
    assert len(alone.door.heard) == 1


def test_a_page_whose_stream_ended_shows_what_it_missed(alone: Alone, window: Open) -> None:
    page = window("ana")
    alone.run(alone.edge.stop())
    alone.send(AwardPosted(1, KIM, (BO,), "while nobody listened"))
    expect(log(page)).to_contain_text("while nobody listened", timeout=10_000)
    expect(page.get_by_role("alert")).to_have_text("")


def test_a_taken_back_post_disappears(alone: Alone, window: Open) -> None:
    page = window("ana")
    sent: Any = alone.send(AwardPosted(1, KIM, (BO,), "a hasty word"))
    expect(log(page)).to_contain_text("a hasty word")
    alone.send(None, verb=Verb.DELETE, target=sent.ref)
    expect(log(page)).not_to_contain_text("a hasty word")


def test_typed_markup_stays_text(alone: Alone, window: Open) -> None:
    page = window("ana")
    evil = "<img src=x onerror=alert(1)><b>@kim</b>"
    field(page).fill(evil)
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("<img src=x onerror=alert(1)><b>@Kim Berg</b>")
    alone.send(AwardPosted(1, Person(evil, None), (Person(evil, "kim"),), evil))
    expect(log(page)).to_contain_text(f"{evil} gave glitter to @{evil}")
    assert page.locator("#log img[src=x], #log b").count() == 0
