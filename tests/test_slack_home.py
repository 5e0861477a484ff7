"""The home page and the shortcuts in Slack, from the click to what stands there afterwards."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from slack_sdk.models.views import View

from adapters.slack.views import home, window
from bot.heard import ActionName, FormName
from bot.memory import Unit
from bot.messages import (
    Answer,
    Delivery,
    Field,
    FieldKind,
    Home,
    Message,
    MyGlitter,
    Notice,
    Person,
    Quote,
)
from bot.model import Duty, Place, Reader, Standing, Verb
from bot.outcomes import Again, Blocked, Outcome, Revoked, Sent
from bot.settings import change_settings
from bot.texts import LANGUAGES
from tests.drivers.slack import SlackChat
from tests.drivers.slack_api import BOT, Fault
from tests.drivers.slack_door import ENGLISH, slack_product
from tests.drivers.slack_pages import Pages
from tests.drivers.slack_samples import about_cacti, cases
from tests.drivers.slack_views import refusal, view_faults
from tests.product import Running
from tests.test_slack_render import examples
from tests.test_slack_safety import ANY_MESSAGE

LATE = "stayed late for the balsamico customer"
LINK = "https://kaktus.slack.com/archives/CGENERAL/p1700000000000001"


@pytest.fixture
def chat() -> Iterator[SlackChat]:
    with SlackChat() as slack:
        for account, name in (("ana", "Ana Lindqvist"), ("bo", "Bo Nielsen"), ("kim", "Kim Berg")):
            slack.join(account, name)
        yield slack


@pytest.fixture
def product(chat: SlackChat, start: Callable[..., Running], database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file, CACTUS_WORKING_HOURS="off")


@pytest.fixture
def pages(chat: SlackChat, product: Running) -> Pages:
    return Pages(chat)


# ---------------------------------------------------------------- the home page


def test_the_home_page_opens_with_what_concerns_its_owner(chat: SlackChat, pages: Pages) -> None:
    chat.say("ana", f"/glitter @bo {LATE}")
    page = pages.open_home("bo")
    assert f"{LATE} — Ana Lindqvist" in page.text
    assert page.handle.view["type"] == "home"
    wanted = {ActionName.GIVE, ActionName.GIVE_CACTUS, ActionName.MY_SETTINGS}
    assert wanted <= set(page.buttons)


def test_the_tab_of_the_chat_is_no_home_page(chat: SlackChat, pages: Pages) -> None:
    assert pages.look_at_home("bo", tab="messages").status_code == 200
    chat.say("ana", f"/glitter @bo {LATE}")
    assert chat.fake.modals.homes == {}


def test_an_open_home_page_follows_what_happens(chat: SlackChat, pages: Pages) -> None:
    pages.open_home("bo")
    chat.say("ana", f"/glitter @bo {LATE}")
    assert LATE in pages.home("bo").text
    assert chat.fake.modals.homes.keys() == {chat.id_of("bo")}


def test_glitter_is_given_from_the_home_page(chat: SlackChat, pages: Pages) -> None:
    form = pages.press("ana", pages.open_home("ana"), ActionName.GIVE)
    assert form.form is FormName.GLITTER
    chat.fill("ana", form, receivers="bo", reason=LATE)
    assert [LATE in one.text for one in chat.direct("bo")] == [True]
    assert LATE in pages.home("ana").text


def test_settings_chosen_there_stand_there_at_once(chat: SlackChat, pages: Pages) -> None:
    form = pages.press("ana", pages.open_home("ana"), ActionName.MY_SETTINGS)
    chat.fill("ana", form, language="sv")
    assert "Svenska" in pages.home("ana").text
    assert "Mina inställningar" in pages.home("ana").text


def test_a_case_opens_in_a_window_and_is_answered_there(chat: SlackChat, pages: Pages) -> None:
    written = chat.say("ana", "/cactus @bo the returns desk was empty at noon on Tuesday")
    chat.press("ana", written, ActionName.SEND_NOW)
    shown = pages.press("bo", pages.open_home("bo"), ActionName.SHOW)
    assert "the returns desk was empty" in shown.text
    thanked = pages.press("bo", shown, ActionName.THANK)
    assert thanked.handle is shown.handle, "the same window"
    assert ActionName.THANK not in thanked.buttons
    form = pages.press("bo", thanked, ActionName.REPLY)
    assert form.form is FormName.REPLY
    assert [call.method for call in chat.fake.journal if call.method == "views.push"]
    chat.fill("bo", form, note="two people from twelve to one")
    assert "two people from twelve to one" in chat.direct("ana")[-1].text


def test_an_old_button_of_the_page_is_answered_in_a_window(chat: SlackChat, pages: Pages) -> None:
    written = chat.say("ana", "/cactus @bo the returns desk was empty at noon on Tuesday")
    chat.press("ana", written, ActionName.SEND_NOW)
    told = pages.press("bo", pages.open_home("bo"), ActionName.SHOW, value="4711")
    assert told.text == "That is no longer here. Nothing has changed."


def test_older_words_are_a_page_away(chat: SlackChat, pages: Pages) -> None:
    for number in range(11):
        chat.say("ana", f"/glitter @bo good deed number {number}")
    first = pages.open_home("bo")
    assert "number 0 " not in first.text
    older = pages.press("bo", first, ActionName.MORE)
    assert "good deed number 0 —" in older.text
    assert "good deed number 10 —" in pages.press("bo", older, ActionName.HOME).text


def test_without_a_window_the_answer_comes_to_the_direct_chat(
    chat: SlackChat, pages: Pages
) -> None:
    page = pages.open_home("ana")
    chat.fake.fail("views.open", Fault(error="expired_trigger_id"), Fault(error="fatal_error"))
    before = len(chat.fake.calls("chat.postMessage"))
    with pytest.raises(AssertionError, match="none"):
        pages.press("ana", page, ActionName.GIVE)
    assert len(chat.fake.calls("chat.postMessage")) == before + 1
    assert chat.direct("ana")[-1].text.startswith("The form did not open.")


def test_a_full_page_fits_with_every_word() -> None:
    quotes = tuple(Quote(Person("Ana Ek", "UANA"), f"{at:02}" + '"' * 998) for at in range(10))
    names = tuple(Person(f"Colleague number {at}") for at in range(100))
    chosen = tuple(Field("zone", FieldKind.LINE, "Europe/Helsinki") for _ in range(6))
    page = Home(MyGlitter(1, 2, 3, 4), quotes, quotes, cases(20).entries, names, chosen)
    view = home(page, ENGLISH)
    assert list(view_faults(view)) == []
    assert refusal(view) is None
    assert all(str(view).count(quote.reason) == 2 for quote in quotes)


@settings(max_examples=100)
@given(ANY_MESSAGE)
def test_no_words_of_anybody_outgrow_a_page_or_a_window(message: Message) -> None:
    for view in (home(message, ENGLISH), window(message, ENGLISH)):
        assert list(view_faults(view)) == []
        assert refusal(view) is None
        View(**view).validate_json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_makes_a_window_in_every_language(language: str) -> None:
    for message in [*examples(), *about_cacti()]:
        view = window(message, Reader(language, "Europe/Helsinki"))
        assert list(view_faults(view)) == []


OWED = Delivery(1, "slack:T1", Place.home("UBO"), Verb.POST, Notice("resent"), ENGLISH)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault(), Sent("")),
        (Fault(status=503), Again("fatal_error")),
        (Fault(cut="after"), Again("ServerDisconnectedError")),
        (Fault(status=429, retry_after="7"), Again("ratelimited", timedelta(seconds=7))),
        (Fault(error="not_enabled"), Blocked("not_enabled")),
        (Fault(error="account_inactive"), Revoked("account_inactive")),
    ],
)
def test_a_page_that_did_not_arrive_is_shown_again_and_never_unknown(
    fault: Fault, outcome: Outcome
) -> None:
    with slack_product() as running:
        running.chat.join("bo", "Bo Öst")
        running.chat.fake.fail("views.publish", fault)
        assert running.run(running.edge.platform.send(OWED)) == outcome


# ---------------------------------------------------------------- shortcuts


def test_the_shortcuts_open_the_two_forms(chat: SlackChat, pages: Pages) -> None:
    glitter = pages.shortcut("ana", "give-glitter")
    assert glitter.form is FormName.GLITTER
    assert pages.shortcut("ana", "give-cactus").form is FormName.CACTUS
    chat.fill("ana", glitter, receivers="bo,kim", reason=LATE, channel="CGENERAL")
    assert [LATE in one.text for one in chat.posted()] == [True]


def test_where_cacti_are_off_nobody_writes_one_in_vain(
    chat: SlackChat, product: Running, pages: Pages
) -> None:
    off = {"cactus_on": False}
    product.ask(lambda unit: change_settings(unit, chat.workspace_id, off, "test"))
    sentence = "Cacti are switched off here. Talk in person, or ask an admin."
    assert pages.shortcut("ana", "give-cactus").text == sentence
    assert chat.say("ana", "/cactus").text == sentence
    assert ActionName.GIVE_CACTUS not in pages.open_home("ana").buttons


def test_glitter_for_a_message_knows_its_author_and_leads_there(
    chat: SlackChat, pages: Pages
) -> None:
    calls = len(chat.fake.journal)
    form = pages.on_message("ana", "give-glitter-for", "bo")
    assert [call.method for call in chat.fake.journal[calls:]] == ["views.open"]
    assert (form.fields["receivers"], form.fields["reason"]) == ("bo", "for this message")
    chat.fill("ana", form)
    (posted,) = chat.posted()
    assert posted.links == (LINK,)


def test_a_message_in_a_thread_is_led_to_in_its_thread(chat: SlackChat, pages: Pages) -> None:
    form = pages.on_message("ana", "give-glitter-for", "bo", thread_ts="1600000000.000001")
    chat.fill("ana", form)
    (posted,) = chat.posted()
    assert posted.links == (f"{LINK}?thread_ts=1600000000.000001&cid=CGENERAL",)


def test_the_moment_of_the_week_is_chosen_on_the_post_itself(
    chat: SlackChat, pages: Pages, product: Running
) -> None:
    def make_admin(unit: Unit) -> None:
        kim = chat.id_of("kim")
        unit.members.give_duty(unit.members.find(chat.workspace_id, [kim])[kim].id, Duty.ADMIN)

    chat.say("ana", f"/glitter @bo {LATE}")
    chat.say("kim", "/glitter me")
    product.ask(make_admin)
    (post,) = chat.posted()
    told = pages.on_message("kim", "pick-moment", BOT, ts=post.ref.partition(":")[2])
    assert "Bo Nielsen is the moment of the week" in told.text
    told = pages.on_message("ana", "pick-moment", BOT, ts=post.ref.partition(":")[2])
    assert "chosen by admins" in told.text
    told = pages.on_message("kim", "pick-moment", "bo", ts="1700000009.000009")
    assert told.text.startswith("I find no glitter of this week there")


@pytest.mark.parametrize(
    ("author", "sentence"),
    [
        ("ana", "Glitter for yourself is best given by somebody else."),
        ("", "No colleague wrote this, so nobody could enjoy the glitter."),
        ("robo", "Robo is a bot and cannot enjoy it."),
    ],
)
def test_who_cannot_receive_is_told_in_a_sentence(
    chat: SlackChat, pages: Pages, author: str, sentence: str
) -> None:
    chat.join("robo", "Robo", standing=Standing.BOT)
    told = pages.on_message("ana", "give-glitter-for", author)
    assert told.form is None
    assert told.text.startswith(sentence)


def test_the_bot_s_own_message_is_no_colleague_s(chat: SlackChat, pages: Pages) -> None:
    chat.fake.users[BOT] = {
        **chat.fake.users[chat.id_of("kim")],
        "id": BOT,
        "is_bot": True,
        "profile": {"display_name": "Glitterkaktus"},
    }
    told = pages.on_message("ana", "give-glitter-for", BOT)
    assert told.text.startswith("Glitterkaktus is a bot")


def test_a_shortcut_of_something_else_is_acknowledged_and_not_heard() -> None:
    with slack_product() as running:
        running.chat.join("ana", "Ana Ek")
        running.door.reply = lambda _: Answer(Notice("resent"), ENGLISH)
        somebody = {"type": "shortcut", "team": {"id": "T1"}, "user": {"id": "UANA"}}
        for callback, status in (("survey", 200), (5, 401), ("give-glitter", 401)):
            body = json.dumps({**somebody, "callback_id": callback})
            assert running.chat.post_form({"payload": body}).status_code == status
        assert running.door.heard == []
