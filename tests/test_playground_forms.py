"""Forms in the playground's page: filled in by keyboard, mended, closed, sent once."""

from dataclasses import replace
from typing import Any

from playwright.sync_api import Page, Route, expect

from bot.heard import Action, ActionName, FormName, Said
from bot.messages import Field, FieldKind, Form, Message, Notice
from bot.model import Place, State
from tests.playground_alone import Alone
from tests.playground_window import DESK_EMPTY, KIM, PHONE, Open, case, field, held, log
from tests.playground_window import alone as alone
from tests.playground_window import window as window

CACTUS = Form(
    FormName.CACTUS,
    "3",
    (
        Field("who", FieldKind.PERSON),
        Field("situation", FieldKind.LINES, longest=50),
        Field("wish", FieldKind.LINES, required=False),
    ),
)
PROMISE = Form(FormName.PROMISE, "4", (Field("day", FieldKind.DATE), CACTUS.fields[2]))


def opening(alone: Alone, form: Form, then: Message) -> None:
    """The bot answers whatever is typed or pressed with the form, and the form with `then`."""

    def reply(heard: Said | Action) -> Message:
        return then if isinstance(heard, Action) and heard.form else form

    alone.door.reply = reply


def submitted(alone: Alone) -> list[Action]:
    return [one for one in alone.door.heard if isinstance(one, Action) and one.form]


def open_by_word(page: Page) -> Any:
    field(page).fill("/cactus")
    field(page).press("Enter")
    form = page.get_by_role("form", name="A cactus")
    expect(form).to_be_visible()
    return form


def described(page: Page, input: Any) -> str:
    ids = (input.get_attribute("aria-describedby") or "").split()
    return " ".join(page.locator(f"[id='{id}']").inner_text() for id in ids)


def test_a_form_is_filled_in_with_the_keyboard_alone(alone: Alone, window: Open) -> None:
    opening(alone, CACTUS, held())
    page = window("kim")
    field(page).press_sequentially("/ca")
    page.keyboard.press("Enter")
    expect(field(page)).to_have_value("/cactus")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Who should read it?")).to_be_focused()
    expect(field(page)).to_have_value("")
    page.keyboard.type("Bo")
    page.keyboard.press("Tab")
    page.keyboard.type("the desk was empty")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("form").get_by_role("button", name="Send")).to_be_focused()
    page.keyboard.press("Enter")
    expect(log(page)).to_contain_text("It goes out on Thu 27 Nov at 13:50")
    expect(page.get_by_role("form", name="A cactus")).to_have_count(0)
    (filled,) = submitted(alone)
    assert (filled.form, filled.subject) == (FormName.CACTUS, "3")
    assert filled.fields == {"who": "bo", "situation": "the desk was empty", "wish": ""}


def test_a_screen_reader_hears_labels_hints_and_what_is_wrong(alone: Alone, window: Open) -> None:
    problem = Notice("refused-nobody")
    opening(alone, CACTUS, replace(CACTUS, problem=problem, at="who"))
    page = window("kim")
    form = open_by_word(page)
    expect(page.get_by_role("article").last).to_contain_text("Only you see this")
    expect(form).to_match_aria_snapshot("""
      - form "A cactus":
        - combobox "Who should read it?"
        - textbox "What happened?"
        - textbox "What would have been better? (if you like)"
        - button "Send"
        - button "Cancel"
    """)
    who, situation = page.get_by_label("Who should"), page.get_by_label("What happened?")
    assert "One colleague" in described(page, who)
    assert described(page, situation).endswith("0 / 50")
    assert page.get_by_label("Who should").locator("option").all_inner_texts() == [
        "–",
        "Ana Lindqvist · Manager",
        "Aino Virtanen · HR",
        "Bo Nielsen · Warehouse",
        "Maja Sjöberg · Till",
        "Priya Raman · Web shop",
    ]
    form.get_by_role("button", name="Send").click()
    alert = form.get_by_role("alert")
    expect(alert).to_contain_text("Nobody is named.")
    expect(alert).to_be_focused()
    expect(who).to_have_attribute("aria-invalid", "true")
    expect(situation).to_have_attribute("aria-invalid", "false")
    assert "Nobody is named." in described(page, who)


def test_too_many_characters_are_counted_and_kept(alone: Alone, window: Open) -> None:
    opening(alone, CACTUS, held())
    page = window("kim")
    open_by_word(page)
    situation = page.get_by_label("What happened?")
    situation.fill("🌵" * 51)
    expect(situation).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_role("form", name="A cactus")).to_contain_text("51 / 50")
    situation.press("Control+Enter")
    expect(page.get_by_role("form", name="A cactus")).to_have_count(0)
    assert submitted(alone)[0].fields["situation"] == "🌵" * 51


def test_a_form_that_comes_back_keeps_what_was_written(alone: Alone, window: Open) -> None:
    kept = (replace(CACTUS.fields[0], value="bo"), replace(CACTUS.fields[1], value=DESK_EMPTY))
    again = replace(CACTUS, fields=kept, problem=Notice("refused-no-reason", count=3))
    opening(alone, CACTUS, again)
    page = window("kim")
    form = open_by_word(page)
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("alert")).to_contain_text("missing")
    expect(page.get_by_label("Who should read it?")).to_have_value("bo")
    expect(page.get_by_label("What happened?")).to_have_value(DESK_EMPTY)
    expect(page.get_by_role("form", name="A cactus")).to_have_count(1)


def test_escape_and_cancel_close_a_form_and_ask_nobody(alone: Alone, window: Open) -> None:
    opening(alone, PROMISE, case())
    alone.send(case(State.OPEN, ActionName.PROMISE), Place.direct("bo"))
    page = window("bo", "glitterkaktus")
    button = page.get_by_role("button", name="Promise a date")
    form = page.get_by_role("form", name="Promise a date")
    button.click()
    expect(page.get_by_label("By which day?")).to_be_focused()
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    expect(button).to_be_focused()
    button.click()
    form.get_by_role("button", name="Cancel").click()
    expect(form).to_have_count(0)
    page.reload()
    expect(button).to_be_visible()
    expect(form).to_have_count(0)
    assert submitted(alone) == []


def test_the_same_form_opens_once_and_its_answer_stands_on_the_card(
    alone: Alone, window: Open
) -> None:
    opening(alone, PROMISE, case(State.PROMISED))
    alone.send(case(State.OPEN, ActionName.PROMISE), Place.direct("bo"))
    page = window("bo", "glitterkaktus")
    for _ in range(2):
        page.get_by_role("button", name="Promise a date").click()
        expect(page.get_by_label("By which day?")).to_be_focused()
    expect(page.get_by_role("form", name="Promise a date")).to_have_count(1)
    day = page.get_by_label("By which day?")
    assert day.get_attribute("min") == "2031-11-27"
    day.fill("2031-12-03")
    # Before an answer can come, which the second click of a mouse would fall upon.
    send = page.get_by_role("form").get_by_role("button", name="Send")
    send.evaluate("send => { send.click(); send.click() }")
    card = page.get_by_role("article")
    expect(card).to_have_count(1)
    expect(card).to_contain_text("Promised")
    expect(card).to_be_focused()
    assert [action.fields["day"] for action in submitted(alone)] == ["2031-12-03"]


def test_a_half_written_form_outlives_a_lost_connection(alone: Alone, window: Open) -> None:
    opening(alone, CACTUS, held())
    page = window("kim")
    form = open_by_word(page)
    situation = page.get_by_label("What happened?")
    situation.fill(DESK_EMPTY)
    page.context.set_offline(True)
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("alert")).to_contain_text("Please try again")
    page.context.set_offline(False)
    situation.focus()
    alone.run(alone.edge.stop())
    alone.say("ana", "good morning", ref="after")
    expect(log(page)).to_contain_text("good morning", timeout=10_000)
    expect(situation).to_have_value(DESK_EMPTY)
    expect(situation).to_be_focused()
    form.get_by_role("button", name="Send").click()
    expect(log(page)).to_contain_text("It goes out on")
    assert len(submitted(alone)) == 1


def test_a_form_whose_answer_was_lost_is_sent_again_as_the_same_action(
    alone: Alone, window: Open
) -> None:
    def lose(route: Route) -> None:
        route.fetch()
        route.abort()

    opening(alone, CACTUS, held())
    page = window("kim")
    form = open_by_word(page)
    page.route("**/playground/submit", lose, times=1)
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("alert")).to_contain_text("Please try again")
    form.get_by_role("button", name="Send").click()
    expect(form).to_have_count(0)
    first, second = submitted(alone)
    assert first.source_ref == second.source_ref


def test_a_form_belongs_to_one_person_and_waits_for_them(alone: Alone, window: Open) -> None:
    opening(alone, CACTUS, held())
    page = window("kim")
    form = open_by_word(page)
    page.get_by_label("What happened?").fill(DESK_EMPTY)
    page.get_by_role("link", name="Ana Lindqvist").click()
    expect(page).to_have_title("#general · Ana Lindqvist · Glitterkaktus")
    expect(form).to_have_count(0)
    page.get_by_role("link", name="Kim Berg").click()
    expect(page.get_by_label("What happened?")).to_have_value(DESK_EMPTY)


def test_an_answer_that_comes_late_is_shown_to_nobody_else(alone: Alone, window: Open) -> None:
    opening(alone, CACTUS, held())
    page = window("kim")
    late: list[Route] = []
    page.route("**/playground/say", lambda route: late.append(route))
    field(page).fill("/cactus")
    with page.expect_request("**/playground/say"):
        field(page).press("Enter")
    page.get_by_role("link", name="Ana Lindqvist").click()
    expect(page).to_have_title("#general · Ana Lindqvist · Glitterkaktus")
    with page.expect_response("**/playground/say"):
        late[0].continue_()
    alone.say("bo", "good morning", ref="later")
    expect(log(page)).to_contain_text("good morning")
    expect(page.get_by_role("form", name="A cactus")).to_have_count(0)


def test_a_phone_shows_the_whole_form(alone: Alone, window: Open) -> None:
    opening(alone, CACTUS, held())
    page = window("kim", size=PHONE, has_touch=True)
    form = open_by_word(page)
    assert page.evaluate("log.scrollWidth > log.clientWidth") is False
    form.get_by_role("button", name="Cancel").tap()
    expect(form).to_have_count(0)


def test_a_cactus_blooms_before_ones_eyes_and_holds_still_for_who_wants_it(
    alone: Alone, window: Open
) -> None:
    moving = """[...document.querySelectorAll(".blossom")]
      .flatMap((it) => it.getAnimations({ subtree: true })).length"""
    lively = window("kim", "glitterkaktus", motion="no-preference")
    calm = window("kim", "glitterkaktus")
    alone.send(case(State.BLOOMED), Place.direct("kim"))
    for page in (lively, calm):
        expect(log(page)).to_contain_text("🌸 A cactus that bloomed")
    assert lively.evaluate(moving) > 0
    assert calm.evaluate(moving) == 0
    lively.reload()
    expect(log(lively)).to_contain_text("🌸 A cactus that bloomed")
    assert lively.evaluate(moving) == 0


def test_typed_markup_stays_text_in_cards_and_forms(alone: Alone, window: Open) -> None:
    evil = "<img src=x onerror=alert(1)><b>@kim</b>"
    fields = (replace(CACTUS.fields[1], value=evil), replace(CACTUS.fields[2], value=evil))
    opening(
        alone,
        replace(CACTUS, fields=fields, problem=Notice("unknown-outcome", detail=evil)),
        held(),
    )
    page = window("kim")
    form = open_by_word(page)
    expect(form.get_by_role("alert")).to_contain_text(evil)
    expect(page.get_by_label("What happened?")).to_have_value(evil)
    text = replace(held().text, situation=evil, effect=evil, wish=evil, giver=KIM)
    alone.send(replace(case(side=evil), text=text), Place.direct("kim"))
    page.get_by_role("link", name="Glitterkaktus").click()
    expect(page.locator(".letter").first).to_contain_text(evil)
    assert page.locator("#log img[src=x], #log b").count() == 0
