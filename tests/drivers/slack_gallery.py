"""Each kind of message and window that people meet in Slack, filled as in a real week."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from adapters.slack import forms, views
from adapters.slack.pictures import Picture
from adapters.slack.render import render
from bot import settings_forms
from bot.case_forms import FORMS
from bot.heard import ActionName, FormName
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
    Form,
    GentleCheck,
    GlitterReceived,
    GlitterRecorded,
    GlitterToShow,
    Help,
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
    TeamNamed,
    Welcome,
)
from bot.model import (
    Duty,
    Kind,
    Member,
    Place,
    Reader,
    Settings,
    Source,
    Standing,
    State,
    Workspace,
)
from tests.drivers.slack_samples import CARD_NEWS, FRIDAY, NEWS, NOON
from tests.drivers.week_samples import WEEKS
from tests.worlds import HOUSE, World

ANA, BO, KIM = Person("Ana Ek", "UANA"), Person("Bo Öst", "UBO"), Person("Kim Berg", "UKIM")
SIV = Person("Siv Sund")
PEOPLE = {one.account: one.name for one in (ANA, BO, KIM) if one.account}
CHANNELS = {"CGENERAL": "general", "CGLITTER": "glitter"}
THERE = "https://kaktus.slack.com/archives/CGENERAL/p1700000000000001"
OWNERS = (ActionName.THANK, ActionName.REPLY, ActionName.PROMISE, ActionName.HAND_OVER)
PRESSED = {
    "case-offered": (ActionName.ACCEPT, ActionName.DECLINE),
    "case-review": (ActionName.RELEASE, ActionName.STOP),
    "case-reported": (ActionName.RESUME, ActionName.CLOSE),
}
"""What whoever gets such a card can do with it; whoever owns the case, something else."""
WORDLESS = frozenset(
    {
        *("news-release", "news-hold-back", "news-hand-over", "news-accept", "news-report"),
        *("news-withdraw", "news-due-soon", "news-overdue"),
    }
)


class Words(NamedTuple):
    """What people in the pictures write."""

    late: str
    coffee: str
    situation: str
    effect: str
    wish: str
    reply: str
    sharp: str
    never: str
    """What may hurt the point in the sharp ones."""


WORDS = {
    "en": Words(
        "stayed late for the balsamico customer",
        "good coffee for everybody after the audit :coffee:",
        "The returns desk was empty at noon on Tuesday.",
        "Six customers left without their refund.",
        "Two people from twelve to one.",
        "Thanks for telling me. Who was on the plan?",
        "You never man the desk.",
        "never",
    ),
    "sv": Words(
        "stannade kvar för kunden med balsamicon",
        "gott kaffe till alla efter revisionen :coffee:",
        "Returdisken var tom klockan tolv i tisdags.",
        "Sex kunder gick utan sina pengar.",
        "Två personer mellan tolv och ett.",
        "Tack för att du säger det. Vem stod på schemat?",
        "Du bemannar aldrig disken.",
        "aldrig",
    ),
    "nb": Words(
        "ble igjen for kunden med balsamicoen",
        "god kaffe til alle etter revisjonen :coffee:",
        "Returdisken var tom klokka tolv på tirsdag.",
        "Seks kunder gikk uten pengene sine.",
        "To personer mellom tolv og ett.",
        "Takk for at du sier det. Hvem sto på vaktlista?",
        "Du bemanner aldri disken.",
        "aldri",
    ),
    "fi": Words(
        "jäi myöhään auttamaan balsamicoasiakasta",
        "hyvää kahvia kaikille tarkastuksen jälkeen :coffee:",
        "Palautustiski oli tyhjä tiistaina kello kaksitoista.",
        "Kuusi asiakasta lähti ilman rahojaan.",
        "Kaksi ihmistä kahdestatoista yhteen.",
        "Kiitos, että kerroit. Kuka oli listalla?",
        "Et koskaan ole tiskillä.",
        "koskaan",
    ),
}


def messages(language: str) -> dict[str, Message]:
    """By a name for each; every class of `bot.messages.Message` is among them but the form and
    the home page."""
    words = WORDS[language]
    return {
        **_glitter(words),
        **_cacti(words),
        **_own(language),
        **WEEKS,
    }


def _glitter(words: Words) -> dict[str, Message]:
    late, coffee = words.late, words.coffee
    kassan = Person("Kassan")
    team = TeamNamed("Kassan", (BO, KIM), 2)
    general = Place.channel("CGENERAL", "#general")
    received = GlitterReceived(1, ANA, late, ("service",))
    return {
        "glitter in a channel": AwardPosted(1, ANA, (BO, KIM), late, ("service",)),
        "heard from a customer": AwardPosted(1, ANA, (BO,), coffee, source=Source.CUSTOMER),
        "glitter for a team": AwardPosted(1, ANA, (kassan,), late, teams=(team,)),
        "glitter for a message": AwardPosted(1, ANA, (BO,), late, link=THERE),
        "below a message": AwardPosted(1, ANA, (BO,), late, below=True),
        "in the own chat": received,
        "in the own chat, through a team": replace(received, team="Kassan"),
        "to show to somebody": GlitterToShow(1, SIV, "Kassan", ANA, late, FRIDAY),
        "recorded": GlitterRecorded(1, (BO, KIM), late, general, 10, ("service",)),
        "recorded, to be shown": GlitterRecorded(1, (SIV,), late, None, 10, shown_to=(SIV,)),
        "the same again": SameAgain(1, (BO,), late, NOON),
        "what I got": MyGlitter(2, 31, 1, 18, (Quote(ANA, late), Quote(KIM, coffee))),
        "help with glitter": Help(Kind.GLITTER),
    }


def _cacti(words: Words) -> dict[str, Message]:
    text = CactusText(ANA, BO, words.situation, words.effect, words.wish)
    sharp = replace(text, situation=words.sharp)
    card = CaseCard(12, text, BO, State.OPEN, _buttons(*OWNERS), due_at=NOON)
    show = _buttons(ActionName.SHOW)
    lines = (Line(BO, words.reply, NOON),)
    entries = tuple(CaseEntry(12 + at, KIM, State.OPEN, at == 0, NOON) for at in range(2))
    return {
        "the gentle look": GentleCheck(3, sharp, words.never, "person"),
        "a held cactus": CactusHeld(12, text, NOON),
        **{
            f"a card: {news}": replace(
                card, news=news, buttons=_buttons(*PRESSED.get(news, OWNERS))
            )
            for news in CARD_NEWS
        },
        "a card: disputed": replace(card, state=State.DISPUTED, side=words.reply, buttons=show),
        "a card: promised, with its talk": replace(
            card,
            state=State.PROMISED,
            promised_on=FRIDAY,
            lines=lines,
            buttons=_buttons(ActionName.DONE, ActionName.REPLY),
        ),
        "a card: bloomed": replace(card, state=State.BLOOMED, buttons=(), due_at=None),
        **{
            news: CaseNews(
                12, news, BO, "" if news in WORDLESS else words.reply, FRIDAY, NOON, show
            )
            for news in NEWS
        },
        "open cases": CaseList(entries),
        "figures": CaseFigures(12, 9, 5, 2.5, 40.0),
        "help with cacti": Help(Kind.CACTUS),
    }


def _buttons(*names: ActionName) -> tuple[Button, ...]:
    return tuple(Button(name, "12") for name in names)


def _own(language: str) -> dict[str, Message]:
    team = TeamEntry("Kassan", ("tills",), BO, 3, (BO, KIM, SIV), cacti_to_all=True)
    return {
        "the welcome": Welcome("https://kaktus.example/history/privacy"),
        "a refusal": Notice("refused-no-reason", count=3, draft="/glitter @Bo :)"),
        "a place that takes nothing": Notice("blocked-place", detail="#kassan"),
        "it may have arrived": Notice(
            "unknown-outcome", detail="#general", buttons=(Button(ActionName.RESEND, "1"),)
        ),
        "the pages": SignInLink("UANA", "https://kaktus.example/history/in#token", 5),
        "an export": ExportReady(7, "glitter.xlsx", 1234, 56789, "9f" * 32, "2026-05", NOON),
        "the teams": TeamList((team,), news="team-saved"),
        "settings saved": SettingsSaved(_fields(language)),
    }


def _fields(language: str) -> tuple[Field, ...]:
    house = Workspace(HOUSE, "Kaktus AB", Settings(language=language))
    bo = Member(2, HOUSE, "UBO", "Bo Öst", "", "", Standing.ACTIVE)
    return settings_forms.my_fields(bo, house)


def home(language: str) -> Home:
    """The home page of Bo, who is admin."""
    words = WORDS[language]
    names = (ActionName.GIVE, ActionName.GIVE_CACTUS, ActionName.MY_SETTINGS, ActionName.SETTINGS)
    return Home(
        MyGlitter(2, 31, 1, 18),
        (Quote(ANA, words.late, link=THERE), Quote(KIM, words.coffee, Source.CUSTOMER)),
        (Quote(KIM, words.coffee),),
        tuple(CaseEntry(12 + at, ANA, State.OPEN, at == 0, NOON) for at in range(2)),
        (ANA, BO, KIM),
        _fields(language),
        (*(Button(name, "1") for name in names), Button(ActionName.MORE, "2")),
    )


def windows(world: World, language: str) -> dict[str, Form]:
    """Every form, as the heart makes it for Ana, who is admin."""
    words = WORDS[language]
    [ana] = world.join("ana", locale=language)
    world.ask(lambda unit: unit.members.give_duty(ana.id, Duty.ADMIN))
    asked = {
        "form: glitter": world.say("ana", "/glitter "),
        "form: cactus": world.say("ana", f"/cactus {words.situation}"),
        "form: my settings": world.press("ana", ActionName.MY_SETTINGS, "1"),
        "form: settings": world.say("ana", "/glitter settings"),
    }
    found = {name: form for name, form in asked.items() if isinstance(form, Form)}
    assert found.keys() == asked.keys()
    _, *own_words = found["form: cactus"].fields
    edit = Form(FormName.EDIT, "12", tuple(own_words))
    moves = {f"form: {name}": Form(name, "12", fields) for name, (_, fields) in FORMS.items()}
    mend = Notice("refused-no-words")
    mended = replace(moves["form: reply"], problem=mend, at="note")
    return {**found, "form: edit": edit, **moves, "form: to be mended": mended}


def everything(world: World, language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each with its name, as it is sent to Slack: a view where it has a type, else a message."""
    reader, said = Reader(language, "Europe/Stockholm"), messages(language)
    for name, message in said.items():
        picture = Picture("F1", "…") if name == "a short week" else None
        yield name, render(message, reader, picture)
    yield "the home page", views.home(home(language), reader)
    yield "a case in a window", views.window(said["a card: case-received"], reader)
    for name, form in windows(world, language).items():
        yield name, forms.view(form, reader)
