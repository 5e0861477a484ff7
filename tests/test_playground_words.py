"""How the playground reads what is typed, and how it writes what the bot says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.playground.clock import Jump, PlaygroundClock, landing
from adapters.playground.people import BOT, SIX
from adapters.playground.render import render
from adapters.playground.understand import Chatter, UnknownCommand, split, understand
from adapters.playground.words import Words
from bot import texts
from bot.digests import SETTLED_AFTER
from bot.heard import ActionName, FormName, Mention
from bot.messages import (
    AwardPosted,
    Button,
    CactusHeld,
    CactusText,
    CaseCard,
    CaseEntry,
    CaseFigures,
    CaseList,
    CaseNews,
    ExportReady,
    Field,
    FieldKind,
    Form,
    GentleCheck,
    GlitterReceived,
    GlitterRecorded,
    GlitterToShow,
    Help,
    HighlightEntry,
    Home,
    Line,
    Message,
    MyGlitter,
    Notice,
    Person,
    Quote,
    SameAgain,
    SettingsSaved,
    SignInLink,
    TeamEntry,
    TeamList,
    WeeklyHighlights,
    Welcome,
)
from bot.model import Kind, Place, Profile, Reader, Source, State
from tests.drivers.team_samples import about_teams
from tests.drivers.week_samples import WEEKS
from tests.playground_alone import GENERAL, STOCKHOLM

PEOPLE = {person.account: person.profile for person in SIX} | {BOT.account: BOT}
NOON = datetime(2026, 11, 26, 11, tzinfo=UTC)
ANA, KIM, UNO = Person("Ana", "ana"), Person("Kim", "kim"), Person("Uno, no account")

# ---------------------------------------------------------------- reading


def handles(text: str, people: dict[str, Profile] = PEOPLE) -> list[str]:
    return [part.profile.account for part in split(text, people) if isinstance(part, Mention)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@KIM and @Bo", ["kim", "bo"]),
        ("@kim, @bo.", ["kim", "bo"]),
        ("@kim@bo together", ["kim", "bo"]),
        ("@kim's idea", ["kim"]),
        ("mail kim@bo.example", []),
        ("@kimberly @bo-ek @kim_2", []),
        ("@ kim, @, @&", []),
        ("@priya and @prıya and @glitterkaktuſ", ["priya"]),
        ("@Glitterkaktus", ["glitterkaktus"]),
    ],
)
def test_only_the_handle_of_a_colleague_is_a_mention(text: str, found: list[str]) -> None:
    assert handles(text) == found


def test_the_longest_handle_wins() -> None:
    people = {name: Profile(name, name) for name in ("an", "ana", "ana-maria")}
    assert handles("@ana-maria @ana @an", people) == ["ana-maria", "ana", "an"]


@given(st.text(st.sampled_from("@ /kimboKſ.,-_\n#é\u0130") | st.characters(), max_size=60))
def test_no_typed_character_is_lost_and_nothing_breaks(text: str) -> None:
    shown = (
        part if isinstance(part, str) else "@" + part.profile.account
        for part in split(text, PEOPLE)
    )
    assert "".join(shown).casefold() == text.casefold()


@given(st.text(max_size=60), st.booleans())
def test_every_line_is_a_command_or_chatter_or_refused(text: str, to_the_bot: bool) -> None:
    try:
        heard = understand(text, PEOPLE, to_the_bot=to_the_bot)
    except UnknownCommand:
        assert text.lstrip("\ufeff\u200e").strip() != ""
    else:
        assert not (isinstance(heard, Chatter) and "".join(map(str, heard.parts)).startswith("/"))


# ---------------------------------------------------------------- writing

DESK = CactusText(ANA, KIM, "an empty desk", "a queue", "two people at noon")
TALK = (Line(KIM, "when?", NOON), Line(UNO, "at noon", NOON))
NEWS = ("news-thank", "news-promise", "news-overdue", "news-bloom")
FIELDS = (
    Field("who", FieldKind.PERSON, "kim"),
    Field("situation", FieldKind.LINES, required=False),
    Field("note", FieldKind.LINE),
    Field("day", FieldKind.DATE),
    Field("heir", FieldKind.PERSON),
)

MESSAGES: list[Message] = [
    AwardPosted(1, ANA, (KIM, UNO), "so calm", ("calm",)),
    AwardPosted(1, ANA, (KIM,), "so calm", (), Source.CUSTOMER),
    GlitterReceived(1, ANA, "so calm"),
    GlitterReceived(1, ANA, "so calm", (), Source.CUSTOMER),
    GlitterToShow(1, UNO, "Kassan", ANA, "so calm", NOON.date(), ("calm",)),
    GlitterToShow(1, UNO, "Kassan", ANA, "so calm", NOON.date(), (), Source.CUSTOMER),
    GlitterRecorded(1, (UNO,), "so calm", None, 10, shown_to=(UNO,)),
    GlitterRecorded(1, (KIM, UNO), "so calm", None, 10, untold=(UNO,)),
    GlitterRecorded(1, (KIM,), "so calm", GENERAL, 10),
    GlitterRecorded(1, (KIM,), "so calm", Place.channel("kassan", "kassan"), 1),
    GlitterRecorded(1, (KIM,), "so calm", None, 0, (), Source.CUSTOMER),
    *about_teams(KIM),
    TeamList((TeamEntry("Kassan", ("tills",), KIM, 2, (KIM, UNO), False),), 3),
    TeamList(()),
    ExportReady(7, "glitter.csv", 3, 9, "f" * 64, "Period: all", NOON),
    SameAgain(1, (KIM,), "so calm", NOON),
    MyGlitter(1, 2, 3, 4, (Quote(ANA, "so calm", Source.CUSTOMER),)),
    MyGlitter(0, 0, 0, 0),
    Help(Kind.GLITTER),
    Help(Kind.CACTUS),
    CactusHeld(1, DESK, NOON),
    *(GentleCheck(1, DESK, "always", why) for why in ("general", "person")),
    *(CaseCard(1, DESK, KIM, state, (), "no", NOON, NOON.date(), TALK) for state in State),
    CaseCard(1, DESK, KIM, State.REPORTED, policy="https://intranet.example.com/respect"),
    *(CaseNews(1, news, KIM, "thanks", NOON.date(), NOON) for news in NEWS),
    SignInLink("ana", "https://glitter.example/history/in#x", 5),
    Welcome(),
    Welcome("https://bot.example/history/privacy"),
    SettingsSaved(()),
    SettingsSaved((Field("zone", FieldKind.LINE, "Europe/Helsinki"),)),
    Home(MyGlitter(0, 0, 0, 0), (), (), (), (), ()),
    Home(
        MyGlitter(1, 2, 3, 4),
        (Quote(KIM, "the calm release"),),
        (Quote(ANA, "the good coffee"),),
        (CaseEntry(1, KIM, State.OPEN, True, NOON),),
        (Person("Kim"),),
        (Field("zone", FieldKind.LINE, "Europe/Helsinki"),),
        (Button(ActionName.GIVE, "1"),),
    ),
    CaseList(()),
    CaseList(tuple(CaseEntry(1, KIM, state, True, NOON) for state in State)),
    CaseList((CaseEntry(1, KIM, State.OPEN, False),)),
    CaseFigures(9, 5, 5, 3.5, 20.0),
    CaseFigures(9, None, None, None, None),
    *(Form(name, "1", ()) for name in FormName),
    Form(FormName.CACTUS, "1", FIELDS, Notice("refused-nobody")),
    *WEEKS.values(),
    WeeklyHighlights("2026-W48", date(2026, 11, 20), date(2026, 11, 27), 1, 1, (), 0, 0, True),
    WeeklyHighlights(
        "2026-W48",
        date(2026, 11, 20),
        date(2026, 11, 27),
        1,
        2,
        (HighlightEntry(KIM, (Quote(ANA, "so calm"),), 2), HighlightEntry(UNO, ())),
        1,
        2,
    ),
    Notice("refused-nobody", draft="@kim so calm"),
]

HELD = CactusHeld(1, DESK, NOON)


def all_text(words: Words) -> str:
    return str(words["pieces"])


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_everything_can_be_said_in_every_language(language: str) -> None:
    reader = Reader(language, "Asia/Kolkata")
    for message in MESSAGES:
        words = render(message, reader, GENERAL)
        assert words["lang"] == language
        assert words["pieces"]
        assert not set(all_text(words)) & set("\ufdd0\ufdd1\ufdd2{}") - set("{}")


def test_every_kind_of_message_is_among_those_tried() -> None:
    assert {type(message) for message in MESSAGES} == set(Message.__args__)


def test_whoever_has_an_account_is_mentioned_and_others_are_named() -> None:
    sentence = render(MESSAGES[0], STOCKHOLM, GENERAL)["pieces"][1]
    assert sentence == {
        "piece": "sentence",
        "spans": [
            {"mention": "ana", "name": "Ana"},
            " gave glitter to ",
            {"mention": "kim", "name": "Kim"},
            " and Uno, no account",
        ],
    }


def test_a_name_cannot_pretend_to_be_a_mention() -> None:
    mallory = Person("\ufdd0ana\ufdd1Ana\ufdd2 {$who} @bo", None)
    words = render(AwardPosted(1, mallory, (KIM,), "\ufdd0bo\ufdd1Bo\ufdd2"), STOCKHOLM, GENERAL)
    sentence, quote = words["pieces"][1], words["pieces"][2]
    assert sentence["piece"] == "sentence"
    mentioned = [span for span in sentence["spans"] if not isinstance(span, str)]
    assert mentioned == [{"mention": "kim", "name": "Kim"}]
    assert quote["piece"] == "quote"
    assert "mention" not in quote


def test_a_value_inside_the_reason_is_not_told_twice() -> None:
    def told(reason: str) -> str:
        return all_text(render(AwardPosted(1, ANA, (KIM,), reason, ("calm",)), STOCKHOLM, GENERAL))

    assert told("a #Calm day").lower().count("#calm") == 1
    assert told("a good day").count("#calm") == 1
    assert told("a #calmer day").count("#calm'") == 1


def test_every_button_has_its_label() -> None:
    (*_, row) = render(HELD, STOCKHOLM, GENERAL)["pieces"]
    assert row == {
        "piece": "buttons",
        "buttons": [
            {"name": "edit", "subject": "1", "label": "Edit", "weight": "plain"},
            {"name": "send-now", "subject": "1", "label": "Send now", "weight": "main"},
            {"name": "withdraw", "subject": "1", "label": "Withdraw", "weight": "quiet"},
        ],
    }


def test_times_are_the_readers() -> None:
    there = render(HELD, Reader("en", "Asia/Kolkata"), GENERAL)
    assert "16:30" in all_text(there)
    assert "12:00" in all_text(render(HELD, STOCKHOLM, GENERAL))


# ---------------------------------------------------------------- the clock

ZONE = "Europe/Stockholm"


def utc(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("jump", "now", "lands"),
    [
        (Jump.TEN_MINUTES, utc(22, 23, 55), utc(23, 0, 5)),
        (Jump.TOMORROW, utc(22, 15), utc(23, 8)),
        (Jump.TOMORROW, utc(22, 23, 30), utc(24, 8)),
        (Jump.FRIDAY, utc(22, 15), utc(27, 14) + SETTLED_AFTER),
        (Jump.FRIDAY, utc(27, 13, 59), utc(27, 14) + SETTLED_AFTER),
        (Jump.FRIDAY, utc(27, 14) + SETTLED_AFTER, utc(4, 14, month=12) + SETTLED_AFTER),
        (Jump.FRIDAY, utc(24, 12, month=10), utc(30, 14, month=10) + SETTLED_AFTER),
        (Jump.TOMORROW, utc(24, 12, month=10), utc(25, 8, month=10)),
    ],
)
def test_a_jump_lands_by_the_clock_on_the_wall(jump: Jump, now: datetime, lands: datetime) -> None:
    assert landing(jump, now, ZONE) == lands


@given(st.timedeltas(timedelta(0), timedelta(days=16 * 365)))
def test_a_jump_always_leads_ahead(later: timedelta) -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC) + later
    assert all(landing(jump, now, ZONE) > now for jump in Jump)


def test_the_clock_is_never_turned_back() -> None:
    clock = PlaygroundClock()
    ahead = clock.now() + timedelta(days=3)
    clock.move_to(ahead)
    clock.move_to(ahead - timedelta(days=2))
    clock.never_before(ahead - timedelta(days=1))
    assert ahead <= clock.now() < ahead + timedelta(minutes=1)


def test_the_clock_runs() -> None:
    clock = PlaygroundClock()
    clock.move_to(clock.now() + timedelta(days=400))
    first = clock.now()
    while clock.now() == first:
        pass
    assert clock.now() > first
