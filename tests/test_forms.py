"""Glitter and settings from forms, and the home page: the rules behind every platform's face."""

from typing import Any

from bot import home
from bot.heard import ActionName, FormName
from bot.messages import (
    YES,
    Form,
    GlitterRecorded,
    Home,
    Notice,
    Person,
    SameAgain,
    SettingsSaved,
)
from bot.model import Duty, Naming, Place, Source, Standing
from bot.settings import change_settings
from storage import tables
from tests.worlds import GENERAL, HOUSE, World

LATE = "stayed late for the balsamico customer"


def fill(world: World, who: str, form: object, **fields: str) -> Any:
    assert isinstance(form, Form)
    filled = {**{field.name: field.value for field in form.fields}, **fields}
    return world.press(who, ActionName.SUBMIT, form.subject, form=form.name, fields=filled)


def admin(world: World, account: str) -> None:
    def give(unit: Any) -> None:
        unit.members.give_duty(unit.members.find(HOUSE, [account])[account].id, Duty.ADMIN)

    world.ask(give)


def values(form: Form | SettingsSaved) -> dict[str, str]:
    fields = form.fields if isinstance(form, Form) else form.changed
    return {field.name: field.value for field in fields}


def test_nothing_typed_opens_a_form_that_gives_glitter(world: World) -> None:
    form = world.say("ana", "/glitter ")
    told = fill(world, "ana", form, receivers="bo,kim", reason=LATE, value="care", customer="yes")
    assert isinstance(told, GlitterRecorded)
    assert [one.account for one in told.receivers] == ["bo", "kim"]
    assert {
        (one.receiver_account, one.reason, one.tags, one.source) for one in world.exported()
    } == {
        ("bo", LATE, ("care",), Source.CUSTOMER),
        ("kim", LATE, ("care",), Source.CUSTOMER),
    }


def test_a_form_submitted_twice_gives_once(world: World) -> None:
    form = world.say("ana", "/glitter ")
    first = fill(world, "ana", form, receivers="bo", reason=LATE)
    assert fill(world, "ana", form, receivers="bo", reason=LATE) == first
    assert len(world.exported()) == 1


def test_the_same_words_from_two_forms_are_asked_about_and_can_be_given_again(world: World) -> None:
    fill(world, "ana", world.say("ana", "/glitter "), receivers="bo", reason=LATE)
    asked = fill(world, "ana", world.say("ana", "/glitter "), receivers="bo", reason=LATE)
    assert isinstance(asked, SameAgain)
    again = world.press("ana", ActionName.GIVE_AGAIN, asked.draft_id)
    assert isinstance(again, GlitterRecorded)
    assert len(world.exported()) == 2


def test_what_is_to_be_mended_stands_at_its_field_and_nothing_typed_is_lost(world: World) -> None:
    world.join("robot", standing=Standing.BOT)
    for who, reason, code, at in [
        ("", LATE, "refused-no-receiver", "receivers"),
        ("ana", LATE, "refused-oneself", "receivers"),
        ("robot", LATE, "refused-bot", "receivers"),
        ("bo", "x", "refused-no-reason", "reason"),
        ("bo", "x" * 1001, "refused-too-long", "reason"),
    ]:
        again = fill(world, "ana", world.say("ana", "/glitter "), receivers=who, reason=reason)
        assert isinstance(again, Form)
        assert again.problem
        assert (again.problem.code, again.at) == (code, at)
        assert (values(again)["receivers"], values(again)["reason"]) == (who, reason)
    assert world.exported() == []


def test_the_form_of_a_message_knows_its_author_and_its_link(world: World) -> None:
    about = {"who": "bo", "link": "https://chat.example/1"}
    form = world.press("ana", ActionName.GIVE, "", fields=about)
    assert isinstance(form, Form)
    assert values(form)["receivers"] == "bo"
    assert values(form)["reason"] == "for this message"
    told = fill(world, "ana", form)
    assert told.link == "https://chat.example/1"


def test_glitter_goes_where_the_form_says(world: World) -> None:
    def place(**fields: str) -> str | None:
        told = fill(world, "ana", world.say("ana", "/glitter "), receivers="bo", **fields)
        return told.posted_in.key if told.posted_in else None

    assert place(reason="one good deed", channel="kassan") == "channel:kassan"
    assert place(reason="two good deeds", channel="") is None
    assert place(reason="three good deeds") == GENERAL.key


def test_the_values_of_the_house_are_offered(world: World) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, {"values": ("care", "courage")}, "test"))
    form = world.say("ana", "/glitter ")
    assert isinstance(form, Form)
    (value,) = [field for field in form.fields if field.name == "value"]
    assert [option.value for option in value.options] == ["care", "courage"]


def test_a_member_decides_how_they_are_named_and_spoken_to(world: World) -> None:
    form = world.press("bo", ActionName.MY_SETTINGS, "")
    told = fill(world, "bo", form, language="fi", naming="first", direct_messages="")
    assert isinstance(told, SettingsSaved)
    assert values(told) == {"language": "fi", "naming": "first", "direct_messages": ""}
    (bo,) = [row for row in world.rows(tables.MEMBER) if row.account == "bo"]
    assert (bo.language, bo.naming, bo.direct_messages) == ("fi", Naming.FIRST, False)
    world.say("ana", f"/glitter @bo {LATE}", place=Place.direct("ana"))
    assert [row.place for row in world.rows(tables.DELIVERY)] == []


def test_a_working_day_that_ends_before_it_starts_is_not_taken(world: World) -> None:
    form = world.press("bo", ActionName.MY_SETTINGS, "")
    again = fill(world, "bo", form, work_starts="17", work_ends="8")
    assert isinstance(again, Form)
    assert again.at == "work_ends"


def test_settings_are_for_admins_when_opened_and_when_saved(world: World) -> None:
    admin(world, "ana")
    form = world.say("ana", "/glitter settings")
    assert isinstance(form, Form)
    assert form.name is FormName.SETTINGS
    for refused in (
        world.press("bo", ActionName.SETTINGS, ""),
        fill(world, "bo", form, daily_glitter_limit="0"),
    ):
        assert isinstance(refused, Notice)
        assert refused.code == "refused-admin-only"
    own = world.say("bo", "/glitter settings")
    assert isinstance(own, Form)
    assert own.name is FormName.MY_SETTINGS


def test_an_admin_decides_and_every_change_is_confirmed_and_audited(world: World) -> None:
    admin(world, "ana")
    form = world.say("ana", "/glitter settings")
    told = fill(
        world,
        "ana",
        form,
        highlights_channel="kassan",
        highlights_weekday="1",
        highlights_hour="9",
        zone="Europe/Helsinki",
        language="fi",
        values="Care, courage",
        emoji=":glitter:, :sparkles:",
        reaction_replies=YES,
        cactus_on="",
        cactus_months="6",
        holidays="FI",
        policy_link="https://intranet.example.com/respect",
        hr="bo",
    )
    assert isinstance(told, SettingsSaved)
    assert len(told.changed) == 13
    workspace = world.ask(lambda unit: unit.workspaces.get(HOUSE))
    assert workspace
    now = workspace.settings
    assert (now.highlights_channel, now.highlights_weekday) == ("channel:kassan", 1)
    assert (now.zone, now.language, now.holidays) == ("Europe/Helsinki", "fi", "FI")
    assert (now.values, now.emoji) == (("care", "courage"), ("glitter", "sparkles"))
    assert now.reaction_replies
    assert now.policy_link == "https://intranet.example.com/respect"
    assert now.cactus_months == 6
    assert not now.cactus_on
    actions = [row.action for row in world.rows(tables.AUDIT)]
    assert actions == ["settings", "role granted"]


def test_settings_that_cannot_be_come_back_with_what_to_mend(world: World) -> None:
    admin(world, "ana")
    form = world.say("ana", "/glitter settings")
    for fields, at in [
        ({"zone": "Stockholm"}, "zone"),
        ({"policy_link": "intranet.example.com/respect"}, "policy_link"),
        ({"answer_days": "0"}, "answer_days"),
        ({"cactus_months": "61"}, "cactus_months"),
        ({"glitter_months": "0"}, "glitter_months"),
        ({"cactus_hold_minutes": "12 minutes"}, "cactus_hold_minutes"),
        ({"admins": ""}, "admins"),
        ({"hr": "nobody"}, "hr"),
    ]:
        again = fill(world, "ana", form, **fields)
        assert isinstance(again, Form)
        assert again.at == at
    assert world.rows(tables.AUDIT) == []


def test_the_home_page_tells_what_concerns_its_owner(world: World) -> None:
    world.say("ana", f"/glitter @bo {LATE}")
    world.say("bo", "/glitter @kim the good coffee")
    page = world.say("bo", "/glitter home")
    assert isinstance(page, Home)
    assert [(quote.person.name, quote.reason) for quote in page.received] == [("Ana Ana", LATE)]
    assert [(quote.person.name, quote.reason) for quote in page.given] == [
        ("Kim Kim", "the good coffee")
    ]
    assert page.week == (Person("Bo Bo"), Person("Kim Kim"))
    names = [button.name for button in page.buttons]
    assert names == [ActionName.GIVE, ActionName.GIVE_CACTUS, ActionName.MY_SETTINGS]


def test_a_long_history_is_paged(world: World) -> None:
    for number in range(home.PAGE + 1):
        world.say("ana", f"/glitter @bo good deed number {number}")
    first = world.say("bo", "/glitter home")
    assert isinstance(first, Home)
    (more,) = [button for button in first.buttons if button.name is ActionName.MORE]
    second = world.press("bo", more.name, more.subject)
    assert isinstance(second, Home)
    assert [quote.reason for quote in second.received] == ["good deed number 0"]


def test_a_colleague_without_an_account_can_be_chosen(world: World) -> None:
    kassan = world.ask(lambda unit: unit.teams.add(HOUSE, "Kassan"))
    uno = world.ask(lambda unit: unit.by_name.add(HOUSE, kassan.id, "Uno Berg"))
    form = world.say("ana", "/glitter ")
    assert isinstance(form, Form)
    (field,) = [one for one in form.fields if one.name == "by-name"]
    assert [(one.value, one.label) for one in field.options] == [
        (str(uno.member_id), "Uno Berg (Kassan)")
    ]
    assert [one.required for one in form.fields if one.name == "receivers"] == [False]
    nobody = fill(world, "ana", form, receivers="", reason=LATE, **{"by-name": "999"})
    assert isinstance(nobody, Form)
    told = fill(world, "ana", form, receivers="", reason=LATE, **{"by-name": str(uno.member_id)})
    assert isinstance(told, GlitterRecorded)
    assert [one.name for one in told.receivers] == ["Uno Berg"]
