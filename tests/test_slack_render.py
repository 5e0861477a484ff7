"""What people read in Slack, message by message, in every language."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from adapters.slack.render import render
from bot.heard import ActionName
from bot.messages import (
    AwardPosted,
    Button,
    ExportReady,
    Field,
    FieldKind,
    Form,
    GlitterReceived,
    GlitterRecorded,
    GlitterToShow,
    Help,
    HighlightEntry,
    Home,
    Message,
    MyGlitter,
    NamedGroup,
    Notice,
    Quote,
    SameAgain,
    SettingsSaved,
    SignInLink,
    Specials,
    Story,
    TeamEntry,
    TeamList,
    WeeklyHighlights,
    Welcome,
)
from bot.model import Kind, Place, Reader, Source
from bot.texts import LANGUAGES, say
from tests.drivers.slack_samples import ANA, BO, KIM, NOON, about_cacti, cases
from tests.drivers.slack_screen import ENGLISH, shown
from tests.drivers.team_samples import about_teams
from tests.drivers.week_samples import WEEKS

# ---------------------------------------------------------------- what they look like


def test_a_posted_award_names_everybody_and_pings_its_receivers() -> None:
    award = AwardPosted(1, ANA, (BO, KIM), "the calm release", ("service", "#calm"))
    said = shown(award)
    assert said.text.splitlines() == [
        "✨ Glitter",
        "Ana Ek gave glitter to @UBO and Kim",
        "the calm release",
        "#service #calm",
    ]
    assert said.mentions == {"UBO"}


def test_below_the_message_that_it_is_for_glitter_is_one_line() -> None:
    award = AwardPosted(1, ANA, (BO,), "for this message", link=THERE, below=True)
    said = shown(award)
    assert said.text == "✨ @UBO got glitter from Ana Ek for this message"
    assert said.links == ()


def test_praise_from_a_customer_says_so() -> None:
    award = AwardPosted(1, ANA, (BO,), "so friendly", source=Source.CUSTOMER)
    assert "Ana Ek heard from a customer about @UBO" in shown(award).text


def test_a_recorded_award_repeats_the_words_and_can_be_undone() -> None:
    place = Place.channel("CGENERAL", "#general")
    said = shown(GlitterRecorded(7, (BO, KIM), "the calm release", place, 10))
    assert said.text.splitlines() == [
        "Recorded: your glitter to Bo Öst and Kim.",
        "the calm release",
        "It appears in #CGENERAL in a moment.",
        "You can take it back for 10 minutes.",
    ]
    assert said.buttons[ActionName.UNDO]["value"] == "7"
    assert said.mentions == set()


def test_the_welcome_leads_to_the_page_on_data_protection_where_there_is_one() -> None:
    address = "https://bot.example/history/privacy"
    assert shown(Welcome(address)).links == (address,)
    assert shown(Welcome()).links == ()


THERE = "https://kaktus.slack.com/archives/C1/p1700000000000001"


def test_glitter_for_a_message_leads_there() -> None:
    for message in (
        AwardPosted(1, ANA, (BO,), "for this message", link=THERE),
        GlitterReceived(1, ANA, "for this message", link=THERE),
        GlitterRecorded(1, (BO,), "for this message", None, 10, link=THERE),
        MyGlitter(1, 2, 3, 4, (Quote(ANA, "for this message", link=THERE),)),
    ):
        said = shown(message)
        assert said.links == (THERE,)
        assert "Open the message" in said.text


@pytest.mark.parametrize(
    "address",
    [
        "http://kaktus.slack.com/archives/C1/p1",
        "https://kaktus.slack.com.evil.se/archives/C1/p1",
        "https://evil.se/kaktus.slack.com/archives/C1/p1",
        "https://eve@kaktus.slack.com/archives/C1/p1",
        "https://teams.microsoft.com/l/message/1",
        "javascript:alert(1)",
    ],
)
def test_no_other_address_can_be_clicked(address: str) -> None:
    said = shown(AwardPosted(1, ANA, (BO,), "calm", link=address))
    assert said.links == ()
    assert "Open the message" not in said.text


def test_highlights_name_people_without_pinging_them() -> None:
    week = highlights(
        (
            HighlightEntry(BO, (Quote(ANA, "calm"), Quote(KIM, "kind", Source.CUSTOMER)), 2),
            HighlightEntry(KIM, ()),
        )
    )
    assert shown(week).text.splitlines() == [
        "✨ Glitter of the week, 23–29 Nov",
        "I was away when this was due, so here it is now.",
        "3 colleagues gave glitter to 2 people.",
        "Bo Öst",
        "calm — Ana Ek",
        "kind — Kim (Heard from a customer)",
        "and 2 more",
        "Kim",
        "Page 1 of 2",
    ]
    assert shown(week).mentions == set()


def test_a_quiet_week_is_one_sentence() -> None:
    quiet = replace(highlights(()), receivers=0)
    assert shown(quiet).text.startswith("A quiet week (23–29 Nov).")


def test_a_refusal_gives_the_words_back() -> None:
    said = shown(Notice("refused-oneself", draft="@ana I was great"))
    assert said.text.splitlines()[1] == "Your words: @ana I was great"


def test_every_button_of_a_notice_is_there() -> None:
    buttons = tuple(Button(name, "5") for name in ActionName)
    assert set(shown(Notice("resent", buttons=buttons)).buttons) == set(ActionName)


def test_emoji_are_drawn_and_times_are_not() -> None:
    payload = render(AwardPosted(1, ANA, (BO,), "super :tada: at 12:30:45 :+1:"), ENGLISH)
    quote = payload["blocks"][2]["elements"][0]
    assert quote["type"] == "rich_text_quote"
    assert quote["elements"] == [
        {"type": "text", "text": "super "},
        {"type": "emoji", "name": "tada"},
        {"type": "text", "text": " at 12:30:45 "},
        {"type": "emoji", "name": "+1"},
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_can_be_said_in_every_language(language: str) -> None:
    said = [*examples(), *(Help(kind) for kind in Kind), *about_cacti()]
    assert {type(message) for message in said} == set(get_args(Message)) - {Form}
    for message in said:
        assert shown(message, Reader(language, "Europe/Helsinki")).text


def highlights(entries: tuple[HighlightEntry, ...]) -> WeeklyHighlights:
    monday, sunday = date(2026, 11, 23), date(2026, 11, 29)
    return WeeklyHighlights("2026-W48", monday, sunday, 1, 2, entries, 3, 2, late=True)


def whole_weeks() -> list[WeeklyHighlights]:
    """A long week's first page, and a page of specials below it."""
    story = Story(7, ANA, (BO, KIM), "carried it all", Source.CUSTOMER)
    specials = Specials(story, (story,), (KIM,), ("service",), 2, "tip-01")
    named = (NamedGroup("Kassan", (BO,)), NamedGroup("", (KIM,)))
    first = replace(highlights(()), named=named, unnamed=3, chart=(1,) * 12)
    return [replace(first, specials=specials), replace(highlights(()), page=2, specials=specials)]


def test_a_long_week_names_everybody_by_team_and_tells_its_specials() -> None:
    first, _ = whole_weeks()
    assert shown(first).text.splitlines() == [
        "✨ Glitter of the week, 23–29 Nov",
        "I was away when this was due, so here it is now.",
        "3 colleagues gave glitter to 2 people.",
        "🌟 Moment of the week",
        "Ana Ek heard from a customer about Bo Öst and Kim",
        "carried it all",
        "Glitter this week went to",
        "Kassan: Bo Öst",
        "Everybody else: Kim",
        "And 3 more, each named below with their story.",
        "The stories follow below this message.",
        "Heard from customers",
        "Bo Öst and Kim",
        "carried it all",
        "First glitter ever: Kim",
        "Values of the week: #service",
        "🌸 2 cacti bloomed.",
        f"💡 Tip of the week: {say(ENGLISH, 'tip-01')}",
        "Page 1 of 2",
    ]


def examples() -> list[Message]:
    entry = HighlightEntry(BO, (Quote(ANA, "calm"),), 1)
    return [
        AwardPosted(1, ANA, (BO,), "calm"),
        AwardPosted(1, ANA, (BO,), "calm", source=Source.CUSTOMER),
        GlitterReceived(1, ANA, "calm"),
        GlitterReceived(1, ANA, "calm", source=Source.CUSTOMER),
        GlitterToShow(1, replace(BO, account=None), "Kassan", ANA, "calm", NOON.date()),
        GlitterToShow(1, BO, "Kassan", ANA, "calm", NOON.date(), ("t",), Source.CUSTOMER),
        GlitterRecorded(1, (BO,), "calm", None, 10, shown_to=(BO,)),
        GlitterRecorded(1, (BO,), "calm", None, 10, untold=(BO,)),
        GlitterRecorded(1, (BO,), "calm", None, 10),
        GlitterRecorded(1, (BO,), "calm", Place.direct("UBO"), 1, source=Source.CUSTOMER),
        *about_teams(BO),
        TeamList((TeamEntry("Kassan", ("tills",), BO, 1, (BO,), False),), 3),
        TeamList(()),
        ExportReady(7, "glitter.csv", 3, 9, "f" * 64, "Period: all", NOON),
        SameAgain(1, (BO,), "calm", NOON),
        MyGlitter(1, 2, 3, 4),
        MyGlitter(1, 2, 3, 4, (Quote(ANA, "calm"),)),
        SignInLink("ana", "https://glitter.example/history/in#x", 5),
        SettingsSaved(()),
        Welcome(),
        SettingsSaved((Field("zone", FieldKind.LINE, "Europe/Helsinki"),)),
        Home(MyGlitter(0, 0, 0, 0), (), (), (), (), ()),
        Home(
            MyGlitter(1, 2, 3, 4),
            (Quote(ANA, "calm"),),
            (Quote(BO, "kind"),),
            cases(3).entries,
            (BO,),
            (Field("zone", FieldKind.LINE, "Europe/Helsinki"),),
            (Button(ActionName.GIVE, "1"),),
        ),
        replace(highlights(()), receivers=0),
        highlights((entry,)),
        *whole_weeks(),
        *WEEKS.values(),
        Notice("refused-nobody", draft="hello", buttons=(Button(ActionName.RESEND, "1"),)),
    ]
