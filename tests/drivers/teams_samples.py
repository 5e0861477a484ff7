"""One or more of every message that the bot can say."""

from datetime import UTC, date, datetime
from typing import Any

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
    Option,
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
from bot.model import Kind, Place, Reader, Source, State
from tests.drivers.team_samples import about_teams
from tests.drivers.week_samples import WEEKS

READER = Reader("en", "Europe/Stockholm")
ANA, BO = Person("Ana Åberg", "29:ana"), Person("Bo Berg", "29:bo")
NOBODYS = Person("Uno Utan")
"""Works on the shop floor, without an account."""
CAY = Person("Cay")
NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
FRIDAY = date(2026, 11, 27)
POLICY = "https://intranet.example.com/respect?a=b&c=(d)"
SECRET = "the drawer was left open"
TEXT = CactusText(ANA, BO, SECRET, "the till was empty", "close it, please")
TALK = (Line(BO, "I was called away", NOON), Line(ANA, "I see", NOON))
SHOW = ActionName.SHOW
NEWS = ("news-reply", "news-promise", "news-overdue")
PROBLEM = Notice("refused-too-long", count=1000, other=1200)
FIELDS = (
    Field("who", FieldKind.PERSON, "29:bo"),
    Field("situation", FieldKind.LINES, "empty at noon"),
    Field("effect", FieldKind.LINE, required=False),
    Field("day", FieldKind.DATE, "2026-11-27"),
    Field("heir", FieldKind.PERSON, required=False),
)
OWNERS = (
    ActionName.THANK,
    ActionName.REPLY,
    ActionName.PROMISE,
    ActionName.HAND_OVER,
    ActionName.DISPUTE,
    ActionName.REPORT,
    ActionName.DONE,
)


def press(name: ActionName, subject: str) -> tuple[Button, ...]:
    return (Button(name, subject),)


def case(news: str = "", **changed: Any) -> CaseCard:
    """A case as its owner sees it."""
    buttons = tuple(Button(name, "2") for name in OWNERS)
    facts = {"text": TEXT, "owner": BO, "state": State.OPEN, "buttons": buttons, **changed}
    return CaseCard(2, news=news, **facts)


def highlights(*entries: HighlightEntry, **changed: Any) -> WeeklyHighlights:
    days = (date(2026, 11, 23), date(2026, 11, 29))
    facts = {"page": 1, "pages": 2, "givers": 3, "receivers": 1, "late": True, **changed}
    return WeeklyHighlights("2026-W48", *days, entries=entries, **facts)


ENTRY = HighlightEntry(BO, (Quote(ANA, "so calm"), Quote(CAY, "kind", Source.CUSTOMER)), more=2)
HELD = CactusHeld(2, TEXT, NOON)
HAND_OVER = Form(
    FormName.HAND_OVER,
    "2",
    (Field("heir", FieldKind.PERSON), Field("note", FieldKind.LINES)),
)
NEW = Form(
    FormName.CACTUS,
    "4",
    (
        Field("who", FieldKind.PERSON, "29:bo"),
        Field("situation", FieldKind.LINES, "empty"),
        Field("wish", FieldKind.LINES, required=False),
    ),
)
HOME = Home(
    MyGlitter(1, 2, 3, 4),
    (Quote(ANA, "so calm", Source.CUSTOMER),),
    (Quote(BO, "so friendly"),),
    (CaseEntry(2, ANA, State.OPEN, mine=True, due_at=NOON),),
    (Person("Bo Berg"), Person("Cay")),
    (Field("language", FieldKind.CHOICE, "sv", options=(Option("sv", "Svenska"),)),),
    press(ActionName.GIVE, "1"),
)
MESSAGES: dict[str, Message] = {
    "award posted": AwardPosted(1, ANA, (BO, CAY), "the calm release", ("calm",)),
    "from a customer": AwardPosted(1, ANA, (BO,), "so friendly", source=Source.CUSTOMER),
    "glitter received": GlitterReceived(1, ANA, "the calm release", ("calm",)),
    "recorded": GlitterRecorded(1, (BO,), "calm", Place.channel("19:x", "general"), 10),
    "recorded, no name": GlitterRecorded(
        1, (BO, CAY), "calm", Place.channel("19:x"), 1, ("t",), Source.CUSTOMER
    ),
    "to be shown": GlitterToShow(1, NOBODYS, "Kassan", ANA, "so calm", NOON.date(), ("calm",)),
    "shown by a lead": GlitterRecorded(1, (NOBODYS,), "calm", None, 10, shown_to=(NOBODYS,)),
    "shown by nobody": GlitterRecorded(1, (BO, NOBODYS), "calm", None, 10, untold=(NOBODYS,)),
    **{f"about teams {at} {one.what}": one for at, one in enumerate(about_teams(BO))},
    "teams": TeamList((TeamEntry("Kassan", ("tills",), BO, 2, (BO, NOBODYS), False),), 3),
    "no teams": TeamList(()),
    "recorded, direct": GlitterRecorded(1, (BO,), "calm", None, 10),
    "same again": SameAgain(4, (BO,), "calm", NOON),
    "my glitter": MyGlitter(1, 2, 3, 4, (Quote(ANA, "so calm", Source.CUSTOMER),)),
    "no glitter yet": MyGlitter(0, 0, 0, 0),
    "help with glitter": Help(Kind.GLITTER),
    "help with cacti": Help(Kind.CACTUS),
    "gentle check": GentleCheck(4, TEXT, "left open", "person"),
    "cactus held": CactusHeld(2, TEXT, NOON),
    "cactus held, in one line": CactusHeld(2, CactusText(ANA, BO, SECRET), NOON),
    "a new case": case("case-received"),
    "a case without news": case(),
    "a disputed case": case(state=State.DISPUTED, side=SECRET, lines=TALK),
    "a promised case": case(state=State.PROMISED, promised_on=FRIDAY, due_at=NOON),
    "a reported case": case(
        "case-reported", state=State.REPORTED, policy=POLICY, buttons=press(ActionName.CLOSE, "2")
    ),
    "a case that bloomed": case(state=State.BLOOMED, due_at=NOON, promised_on=FRIDAY, buttons=()),
    **{f"{news}": CaseNews(2, news, BO, SECRET, FRIDAY, NOON, press(SHOW, "2")) for news in NEWS},
    "thanks without words": CaseNews(2, "news-thank", BO),
    "open cases": CaseList(
        (
            CaseEntry(2, ANA, State.OPEN, mine=True, due_at=NOON),
            CaseEntry(12, BO, State.HELD, mine=False),
        )
    ),
    "no open cases": CaseList(()),
    "figures": CaseFigures(12, 9, 5, 2.5, 1234.0),
    "hidden figures": CaseFigures(5, None, None, None, None),
    **{f"form {form}": Form(form, "2", FIELDS) for form in FormName},
    "a form to be mended": Form(FormName.CACTUS, "2", FIELDS, PROBLEM),
    "a form with a bad day": Form(FormName.PROMISE, "2", FIELDS, PROBLEM, "day"),
    "a way in": SignInLink("ana", "https://glitter.example/history/in#x", 5),
    "settings saved": SettingsSaved((Field("zone", FieldKind.LINE, "Europe/Helsinki"),)),
    "settings as they were": SettingsSaved(()),
    "welcome": Welcome(),
    "welcome, with pages": Welcome("https://bot.example/history/privacy"),
    "home": HOME,
    "an empty home": Home(MyGlitter(0, 0, 0, 0), (), (), (), (), ()),
    "highlights": highlights(ENTRY),
    **WEEKS,
    "notice": Notice("undone", people=(BO, CAY)),
    "notice with everything": Notice(
        "refused-not-a-mention",
        detail="kim",
        draft="well done",
        buttons=(Button(ActionName.RESEND, "9"),),
    ),
}


HOSTILE = [
    "<at>Bo Berg</at>",
    "<AT>Bo Berg</AT>",
    "&lt;at&gt;Bo Berg&lt;/at&gt;",
    "[click](https://evil.example)",
    "https://evil.example",
    "**bold** _soft_ `code`",
    "{{DATE(2026-11-27T12:00:00Z, SHORT)}}",
    "${$root.secret}",
    "\\[x](y)",
    "</TextBlock><script>",
    "1. list\n- list\n# title",
    '"}]}, {"type": "Action.OpenUrl"',
]


def everything_said(words: str) -> list[Message]:
    """Each message with `words` wherever people's words go."""
    who, quote = Person(words, "29:kim"), Quote(Person(words), words)
    text, talk = CactusText(who, who, words, words, words), (Line(who, words, NOON),)
    problem = Notice("refused-not-a-mention", detail=words)
    return [
        AwardPosted(1, who, (who, Person(words)), words, (words,)),
        GlitterReceived(1, who, words, (words,)),
        GlitterToShow(1, Person(words), words, who, words, NOON.date(), (words,)),
        GlitterRecorded(1, (who,), words, Place.channel("19:x", words), 10, (words,)),
        SameAgain(4, (who,), words, NOON),
        MyGlitter(1, 2, 3, 4, (quote,)),
        GentleCheck(4, text, words, "general"),
        CactusHeld(2, text, NOON),
        CaseCard(2, text, who, State.OPEN, (), words, None, None, talk, "case-offered"),
        CaseNews(2, "news-reply", who, words),
        CaseList((CaseEntry(2, who, State.OPEN, mine=True),)),
        Form(FormName.REPLY, "2", (Field("who", FieldKind.PERSON, words),), problem),
        highlights(HighlightEntry(who, (quote,))),
        Notice("refused-not-a-mention", detail=words, draft=words),
        Notice("undone", people=(who,)),
        *about_teams(who, words[:60], words),
    ]
