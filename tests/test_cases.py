"""The life of a cactus as its people see it: one suite, the same on every platform."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.heard import ActionName, FormName
from bot.model import Duty
from bot.settings import change_settings
from tests.drivers.base import Chat, Shown
from tests.product import Running
from tests.test_chat import make_team

POLICY = "https://intranet.example.com/respect?page=2&lang=sv#(how)"
DESK = "the returns desk was empty from noon to half past on Tuesday"


@pytest.fixture
def product(chat: Chat, start: Callable[..., Running], database_file: str) -> Running:
    """Hanna is HR and Noor the admin; cacti go out at once, at any hour."""
    chat.join("hanna", "Hanna Rask")
    chat.join("noor", "Noor Aziz")
    running = start(
        chat,
        DATABASE_URL=database_file,
        CACTUS_WORKING_HOURS="off",
        CACTUS_HOLD_MINUTES="0",
        DAILY_CACTUS_LIMIT="0",
    )
    give_duty(running, chat, "hanna", Duty.HR)
    give_duty(running, chat, "noor", Duty.ADMIN)
    return running


def give_duty(product: Running, chat: Chat, who: str, duty: Duty) -> None:
    name = {"hanna": "Hanna Rask", "noor": "Noor Aziz"}[who]

    def give(unit):  # type: ignore[no-untyped-def]
        found = [one for one in unit.members.all(chat.workspace_id) if one.name == name]
        unit.members.give_duty(found[0].id, duty)

    product.ask(give)


def newest(chat: Chat, who: str) -> Shown:
    return chat.direct(who)[-1]


def card(chat: Chat, who: str, words: str = DESK) -> Shown:
    """The newest card in somebody's direct chat that holds these words and has buttons."""
    found = [one for one in chat.direct(who) if words in one.text and one.buttons]
    assert found, [one.text for one in chat.direct(who)]
    return found[-1]


def give(
    chat: Chat, product: Running, giver: str = "ana", to: str = "kim", what: str = DESK
) -> None:
    chat.say(giver, f"/cactus @{to} {what}")


def test_answered(chat: Chat, product: Running) -> None:
    give(chat, product)
    received = card(chat, "kim")
    assert "Ana" in received.text or "@ana" in received.text
    thanked = chat.press("kim", received, ActionName.THANK)
    assert "Taken on" in thanked.text
    product.settle()
    assert "thanks you" in newest(chat, "ana").text
    assert DESK not in chat.everything_in_channels()


def test_promised_and_kept_and_bloomed(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.PROMISE)
    assert form.form is FormName.PROMISE
    day = (product.clock.now() + timedelta(days=1)).date().isoformat()
    chat.fill("kim", form, day="yesterday")
    chat.fill("kim", form, day=day, note="a second person from twelve to one")
    news = newest(chat, "ana")
    assert "promises" in news.text
    assert "a second person from twelve to one" in news.text
    chat.press("kim", card(chat, "kim"), ActionName.DONE)
    asked = newest(chat, "ana")
    assert "Did it help?" in asked.text
    bloomed = chat.press("ana", asked, ActionName.BLOOM)
    assert "Bloomed" in bloomed.text
    product.settle()
    assert "bloomed" in newest(chat, "kim").text


def test_what_bloomed_may_be_praised_in_words_that_do_not_tell_of_it(
    chat: Chat, product: Running
) -> None:
    give(chat, product)
    chat.press("kim", card(chat, "kim"), ActionName.DONE)
    bloomed = chat.press("ana", newest(chat, "ana"), ActionName.BLOOM)
    form = chat.press("ana", bloomed, ActionName.PRAISE)
    assert form.form is FormName.GLITTER
    assert form.fields["receivers"] == "kim"
    assert "made something better" in form.fields["reason"]
    assert DESK not in form.text + "".join(form.fields.values())
    chat.fill("ana", form)
    assert "made something better" in newest(chat, "kim").text
    again = chat.press("ana", bloomed, ActionName.PRAISE)
    chat.fill("ana", again)
    assert len([one for one in chat.direct("kim") if "made something better" in one.text]) == 1
    assert DESK not in chat.everything_in_channels()


def test_reopened_once(chat: Chat, product: Running) -> None:
    give(chat, product)
    chat.press("kim", card(chat, "kim"), ActionName.DONE)
    form = chat.press("ana", newest(chat, "ana"), ActionName.REOPEN)
    chat.fill("ana", form, note="it was empty again today")
    assert "it was empty again today" in newest(chat, "kim").text
    chat.press("kim", card(chat, "kim"), ActionName.DONE)
    assert ActionName.REOPEN not in newest(chat, "ana").buttons


def test_replies_go_both_ways_in_order_and_once(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.REPLY)
    chat.fill("kim", form, note="who was on the plan that day?")
    heard = newest(chat, "ana")
    assert "who was on the plan that day?" in heard.text
    back = chat.press("ana", heard, ActionName.REPLY)
    chat.fill("ana", back, note="Bo, but he was at the dock")
    shown = chat.press("kim", newest(chat, "kim"), ActionName.SHOW)
    first, second = shown.text.index("who was on"), shown.text.index("Bo, but he")
    assert first < second


def test_disputed_both_sides_stand_on_the_card(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.DISPUTE)
    chat.fill("kim", form, note="the desk was closed for the fire drill")
    shown = chat.press("ana", newest(chat, "ana"), ActionName.SHOW)
    assert "the desk was closed for the fire drill" in shown.text
    assert DESK in shown.text


def test_handed_over_and_accepted(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.HAND_OVER)
    chat.fill("kim", form, heir="bo", note="you make the plan, I only stand at the till")
    giver_hears = newest(chat, "ana")
    assert "Bo" in giver_hears.text or "@bo" in giver_hears.text
    assert "you make the plan" not in giver_hears.text
    offered = card(chat, "bo")
    chat.press("bo", offered, ActionName.ACCEPT)
    chat.press("bo", card(chat, "bo"), ActionName.THANK)
    assert "thanks you" in newest(chat, "ana").text


def test_handed_over_and_declined_stays(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.HAND_OVER)
    chat.fill("kim", form, heir="bo", note="yours, I think")
    chat.press("bo", card(chat, "bo"), ActionName.DECLINE)
    assert "stays with you" in newest(chat, "kim").text


def test_overdue_is_reminded_and_then_told_to_hr_without_the_words(
    chat: Chat, product: Running
) -> None:
    give(chat, product)
    for _ in range(10):
        product.later(days=1)
    reminded = [
        one.text for one in chat.direct("kim") if "due by" in one.text or "overdue" in one.text
    ]
    assert any("overdue" in text for text in reminded)
    assert any("has been waiting" in one.text for one in chat.direct("hanna"))
    assert DESK not in "".join(one.text for one in chat.direct("hanna"))


def test_overdue_goes_to_the_lead_of_the_team_without_the_words(
    chat: Chat, product: Running
) -> None:
    make_team(product, chat, "Kassan", "kim", "bo")
    give(chat, product, to="bo")
    for _ in range(10):
        product.later(days=1)
    (told,) = (one.text for one in chat.direct("kim") if "has been waiting" in one.text)
    assert "Bo" in told or "@bo" in told
    assert DESK not in "".join(one.text for one in chat.direct("kim"))
    assert not any("has been waiting" in one.text for one in chat.direct("hanna"))


def test_a_cactus_to_a_team_comes_to_its_lead(chat: Chat, product: Running) -> None:
    make_team(product, chat, "Kassan", "kim", "bo")
    held = chat.say("ana", f"/cactus kassan {DESK}")
    assert "Kassan" in held.text
    assert "Kim" in held.text or "@kim" in held.text
    product.settle()
    received = card(chat, "kim")
    assert "for Kassan" in received.text
    assert not any(DESK in one.text for one in chat.direct("bo"))
    chat.press("kim", received, ActionName.THANK)
    assert "thanks you" in newest(chat, "ana").text
    assert DESK not in chat.everything_in_channels()


def test_a_cactus_to_all_of_a_team_is_taken_by_the_first(chat: Chat, product: Running) -> None:
    make_team(product, chat, "Kassan", "kim", "bo", to_all=True)
    chat.say("ana", f"/cactus kassan {DESK}")
    for_kim, for_bo = card(chat, "kim"), card(chat, "bo")
    assert "Everybody in the team" in for_kim.text
    chat.press("bo", for_bo, ActionName.THANK)
    late = chat.press("kim", for_kim, ActionName.THANK)
    assert "has taken this cactus" in late.text
    product.settle()
    assert not [one for one in chat.direct("kim") if DESK in one.text and one.buttons]


def test_a_case_is_handed_over_to_the_lead_of_a_team(chat: Chat, product: Running) -> None:
    make_team(product, chat, "Lagret", "bo")
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.HAND_OVER)
    chat.fill("kim", form, **{"heir-team": "Lagret", "note": "you make the plan"})
    chat.press("bo", card(chat, "bo"), ActionName.ACCEPT)
    assert "has your cactus now" in newest(chat, "ana").text


def test_the_form_takes_a_team(chat: Chat, product: Running) -> None:
    make_team(product, chat, "Kassan", "kim")
    form = chat.say("ana", "/cactus")
    again = chat.fill("ana", form, team="Kassan", situation="")
    assert again.form
    chat.fill("ana", again, situation=DESK)
    assert DESK in card(chat, "kim").text


def test_away_in_july_nothing_waits(chat: Chat, product: Running) -> None:
    today = product.clock.now().date()
    last = today.replace(year=today.year + 1)
    give(chat, product)
    noted = chat.say("kim", f"/cactus away {today.isoformat()}..{last.isoformat()} @bo")
    assert "Noted" in noted.text
    product.settle()
    assert DESK in card(chat, "bo").text
    give(chat, product, "hanna", "kim", "the phone rang for an hour on Monday morning")
    assert "the phone rang" in card(chat, "bo", "the phone rang").text
    assert not [one for one in chat.direct("kim") if "the phone rang" in one.text]


def test_a_mob_is_held_for_hr(chat: Chat, product: Running) -> None:
    mob = [f"m{number}" for number in range(20)]
    for number, one in enumerate(mob):
        chat.join(one, f"Mobber {number}")
        give(chat, product, one, "kim", f"the queue was long again, number {number} of the day")
    got = [one for one in chat.direct("kim") if "of the day" in one.text and one.buttons]
    assert len(got) == 2
    assert "HR reads yours first" in newest(chat, "m19").text
    chat.press("hanna", card(chat, "hanna", "number 5"), ActionName.RELEASE)
    form = chat.press("hanna", card(chat, "hanna", "number 6"), ActionName.STOP)
    chat.fill("hanna", form, note="this was said already; talk to your lead")
    assert "number 5" in card(chat, "kim", "number 5").text
    assert "talk to your lead" in newest(chat, "m6").text
    assert not [one for one in chat.direct("kim") if "number 6" in one.text]


def test_reported_rests_until_hr_decides(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.REPORT)
    chat.fill("kim", form, note="this is about my accent")
    for_hr = card(chat, "hanna")
    assert "reported" in for_hr.text
    for _ in range(10):
        product.later(days=1)
    assert not any("overdue" in one.text for one in chat.direct("kim"))
    close = chat.press("hanna", card(chat, "hanna"), ActionName.CLOSE)
    chat.fill("hanna", close, note="closed; we will talk to both of you")
    assert "closed" in newest(chat, "kim").text
    assert "closed" in newest(chat, "ana").text


def test_reported_leads_to_the_policy_of_the_house_for_whom_it_is_about(
    chat: Chat, product: Running
) -> None:
    settings = chat.say("noor", "/glitter settings")
    mend = chat.fill("noor", settings, policy_link="intranet.example.com")
    assert "Write the whole address" in mend.text
    assert POLICY in chat.fill("noor", mend, policy_link=POLICY).text
    give(chat, product)
    assert POLICY not in card(chat, "kim").links
    form = chat.press("kim", card(chat, "kim"), ActionName.REPORT)
    chat.fill("kim", form, note="this is about my accent")
    for who in ("kim", "hanna"):
        assert [POLICY in one.links for one in chat.direct(who) if DESK in one.text] == [True]
        assert POLICY in chat.say(who, "/cactus show 1").links
    assert not chat.say("ana", "/cactus show 1").links
    close = chat.press("hanna", card(chat, "hanna"), ActionName.CLOSE)
    chat.fill("hanna", close, note="closed; we will talk to both of you")
    assert not chat.say("kim", "/cactus show 1").links
    assert POLICY not in chat.everything_in_channels()


def test_reported_where_no_policy_is_known_leads_nowhere(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.REPORT)
    chat.fill("kim", form)
    assert not card(chat, "hanna").links


def test_withdrawn_after_delivery_the_owner_is_told(chat: Chat, product: Running) -> None:
    give(chat, product)
    shown = chat.say("ana", "/cactus open")
    case = chat.press("ana", shown, ActionName.SHOW)
    assert "With " in case.text
    withdrawn = chat.press("ana", case, ActionName.WITHDRAW)
    assert "Withdrawn" in withdrawn.text
    assert "With " not in withdrawn.text
    product.settle()
    assert "withdrawn" in newest(chat, "kim").text


def test_an_old_card_gets_a_sentence(chat: Chat, product: Running) -> None:
    give(chat, product)
    old = card(chat, "kim")
    chat.press("kim", old, ActionName.DONE)
    chat.press("ana", newest(chat, "ana"), ActionName.BLOOM)
    refused = chat.press("kim", old, ActionName.THANK)
    assert "moved on" in refused.text


def test_the_form_opens_for_nothing_and_for_too_little(chat: Chat, product: Running) -> None:
    empty = chat.say("ana", "/cactus")
    assert empty.form is FormName.CACTUS
    little = chat.say("ana", "/cactus @kim too slow")
    assert little.form is FormName.CACTUS
    assert little.fields["who"] == "kim"
    assert little.fields["situation"] == "too slow"
    again = chat.fill("ana", little, situation="")
    assert again.form is FormName.CACTUS
    assert "missing" in again.text
    chat.fill(
        "ana",
        again,
        situation=DESK,
        effect="six customers left",
        wish="two people at the desk between twelve and one",
    )
    received = card(chat, "kim").text
    for words in (DESK, "six customers left", "two people at the desk between twelve and one"):
        assert words in received


def test_a_gentle_check_shows_the_phrase_and_never_blocks(chat: Chat, product: Running) -> None:
    checked = chat.say("ana", "/cactus @kim you are never at the returns desk on Tuesdays")
    assert "never" in checked.text
    assert not [one for one in chat.direct("kim") if "returns desk" in one.text]
    chat.press("ana", checked, ActionName.SEND_ANYWAY)
    chat.press("ana", checked, ActionName.SEND_ANYWAY)
    got = [one for one in chat.direct("kim") if "never at the returns desk" in one.text]
    assert len(got) == 1


def test_the_wish_may_be_typed_in_the_line(chat: Chat, product: Running) -> None:
    give(chat, product, what=f"{DESK} wish: two people at noon")
    assert "two people at noon" in card(chat, "kim").text


def test_open_lists_cases_of_both_sides_and_show_hides_them_from_others(
    chat: Chat, product: Running
) -> None:
    give(chat, product)
    assert "1" in chat.say("ana", "/cactus open").text
    assert "1" in chat.say("kim", "/cactus open").text
    assert DESK in chat.say("kim", "/cactus show 1").text
    foreign = chat.say("bo", "/cactus show 1").text
    unknown = chat.say("bo", "/cactus show 2").text
    assert foreign.replace("1", "2") == unknown
    assert DESK not in foreign


def test_hr_mutes_a_giver_and_others_cannot(chat: Chat, product: Running) -> None:
    assert "HR" in chat.say("bo", "/cactus mute @ana 30 she is too honest").text
    assert "No cacti are taken" in chat.say("hanna", "/cactus mute @ana 30 three reports").text
    assert "HR takes no cacti" in chat.say("ana", f"/cactus @kim {DESK}").text
    chat.say("hanna", "/cactus mute @ana 0 they have talked")
    give(chat, product)
    assert DESK in card(chat, "kim").text


def test_figures_are_told_from_five_on_and_to_hr_only(chat: Chat, product: Running) -> None:
    assert "HR role" in chat.say("ana", "/cactus stats").text
    assert "figures from" in chat.say("hanna", "/cactus stats").text
    for number in range(5):
        chat.join(f"r{number}", f"Receiver {number}")
        chat.join(f"g{number}", f"Giver {number}")
        give(chat, product, f"g{number}", f"r{number}", f"the gate was locked at door {number}")
    assert "5 cacti came" in chat.say("hanna", "/cactus stats").text


def test_a_bot_or_a_closed_account_cannot_take_a_case(chat: Chat, product: Running) -> None:
    give(chat, product)
    form = chat.press("kim", card(chat, "kim"), ActionName.HAND_OVER)
    again = chat.fill("kim", form, heir="gone", note="yours")
    assert "Choose a colleague" in again.text


def test_where_receivers_opt_in_it_reaches_whoever_agrees(chat: Chat, product: Running) -> None:
    chosen = {"receivers_opt_in": True}
    product.ask(lambda unit: change_settings(unit, chat.workspace_id, chosen, "test"))
    refused = chat.say("ana", f"/cactus @kim {DESK}")
    assert "only those who have agreed" in refused.text
    product.settle()
    asked = newest(chat, "kim")
    assert "May cacti reach you?" in asked.text
    assert DESK not in asked.text
    assert "Thank you" in chat.press("kim", asked, ActionName.TAKE_CACTI).text
    give(chat, product)
    assert card(chat, "kim")
