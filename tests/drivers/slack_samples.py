"""Messages about cacti as tests show them in Slack: a beautiful few, and any at all."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from types import MappingProxyType

from hypothesis import strategies as st

from bot.heard import ActionName, FormName
from bot.messages import (
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
    Line,
    Message,
    Notice,
    Person,
)
from bot.model import State

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
ANA, BO, KIM = Person("Ana Ek", "UANA"), Person("Bo Öst", "UBO"), Person("Kim")
FRIDAY = date(2026, 11, 27)
POLICY = "https://intranet.example.com/respect?a=b&c=(d)"
CACTUS = CactusText(ANA, BO, "nobody at the till", "six left", "two at noon")
CARD_NEWS = ("case-received", "case-offered", "case-review", "case-reported", "case-stand-in")
NEWS = (
    *("news-release", "news-hold-back", "news-stop", "news-thank", "news-reply", "news-promise"),
    *("news-dispute", "news-done", "news-hand-over", "news-accept", "news-decline", "news-bloom"),
    *("news-reopen", "news-withdraw", "news-report", "news-resume", "news-close"),
    *("news-due-soon", "news-overdue"),
)


def card(state: State = State.OPEN, **more: object) -> CaseCard:
    """Case 12, with the buttons of whoever owns it."""
    names = (ActionName.THANK, ActionName.REPLY, ActionName.DISPUTE)
    facts: dict[str, object] = {
        "text": CACTUS,
        "owner": BO,
        "buttons": tuple(Button(name, "12") for name in names),
        "due_at": NOON,
        "promised_on": FRIDAY,
        **more,
    }
    return CaseCard(award_id=12, state=state, **facts)  # type: ignore[arg-type]


def cases(count: int) -> CaseList:
    """As many, every other one the reader's own."""
    numbers = range(12, 12 + count)
    return CaseList(tuple(CaseEntry(at, ANA, State.OPEN, at % 2 == 0, NOON) for at in numbers))


def about_cacti() -> list[Message]:
    """Each way in which a cactus is spoken of."""
    line = Line(ANA, "who was on the plan?", NOON)
    return [
        *(GentleCheck(3, CACTUS, "never", why) for why in ("general", "person")),
        CactusHeld(1, CACTUS, NOON),
        *(card(state, lines=(line,), side="a fire drill") for state in State),
        *(card(news=news) for news in CARD_NEWS),
        card(State.REPORTED, policy=POLICY),
        *(CaseNews(12, news, ANA, "my words", FRIDAY, NOON) for news in NEWS),
        cases(0),
        cases(6),
        CaseFigures(9, 5, None, 2.5, None),
    ]


def form(
    name: FormName = FormName.CACTUS,
    problem: Notice | None = None,
    at: str = "",
    values: Mapping[str, str] = MappingProxyType({}),
) -> Form:
    """A form with one field of each kind: who, situation, day, wish."""
    fields = (
        Field("who", FieldKind.PERSON, values.get("who", "")),
        Field("situation", FieldKind.LINES, values.get("situation", "")),
        Field("day", FieldKind.DATE, values.get("day", "")),
        Field("wish", FieldKind.LINE, values.get("wish", ""), required=False, longest=80),
    )
    return Form(name, "7", fields, problem, at)


# ---------------------------------------------------------------- any at all

HOSTILE = [
    "<@UEVE>",
    "<@UEVE|eve>",
    "&lt;@UEVE&gt;",
    "<!channel>",
    "<!here|x>",
    "@here",
    "@channel @everyone @eve",
    "<!subteam^S1|@all>",
    "<https://evil.se|Bo>",
    "https://evil.se/x?y=1&z",
    "mailto:eve@evil.se",
    "www.evil.se",
    "[Bo](https://evil.se)",
    "<#C1|general>",
    "*bold* _it_ ~no~ `code` ```x```",
    "> quoted\n>>> more",
    ":tada:",
    ":a:" * 40,
    ":<!here>:",
    "\ue0000\ue001",
    "\ue0009999\ue001",
    "{ $giver }",
    "\u202etxet",
    "😀" * 50,
    "   ",
    "\n\n",
    "\n",
    "&" * 30,
    "a" * 5_000,
    "<" * 5_000,
]

WORDS = st.one_of(
    st.text(max_size=200),
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE), max_size=4).map(" ".join),
    st.sampled_from(["a", '"', "\n", "å", "😀", "\x01", "<", ":a: "]).map(lambda one: one * 1_000),
)
persons = st.builds(Person, WORDS, st.sampled_from([None, "UBO", "UANA"]))
_buttons = st.lists(st.sampled_from(ActionName), unique=True).map(
    lambda names: tuple(Button(name, "5") for name in names)
)
_moments = st.sampled_from([None, NOON])
_days = st.sampled_from([None, FRIDAY])
_numbers = st.integers(0, 10_000)
_texts = st.builds(CactusText, persons, persons, WORDS, WORDS, WORDS)
_lines = st.lists(st.builds(Line, persons, WORDS, st.just(NOON)), max_size=10).map(tuple)
_cases = st.builds(CaseEntry, _numbers, persons, st.sampled_from(State), st.booleans(), _moments)
OF_CACTUS = st.one_of(
    st.builds(GentleCheck, _numbers, _texts, WORDS, st.sampled_from(["general", "person"])),
    st.builds(CactusHeld, _numbers, _texts, st.just(NOON)),
    st.builds(
        CaseCard,
        _numbers,
        _texts,
        persons,
        st.sampled_from(State),
        _buttons,
        WORDS,
        _moments,
        _days,
        _lines,
        st.sampled_from(["", *CARD_NEWS]),
        st.sampled_from(["", POLICY]),
    ),
    st.builds(CaseNews, _numbers, st.sampled_from(NEWS), persons, WORDS, _days, _moments, _buttons),
    st.builds(CaseList, st.lists(_cases, max_size=60).map(tuple)),
    st.builds(CaseFigures, _numbers, *[st.sampled_from([None, 0, 5])] * 4),
)
FORMS = st.builds(
    lambda name, who, words, day, wish, problem, at: form(
        name, problem, at, {"who": who, "situation": words, "day": day, "wish": wish}
    ),
    st.sampled_from(FormName),
    st.sampled_from(["", "UBO"]),
    WORDS,
    st.sampled_from(["", "2026-11-27", "tomorrow", "20261127"]),
    WORDS,
    st.none() | st.builds(Notice, st.just("refused-not-a-mention"), detail=WORDS),
    st.sampled_from(["", "who", "wish", "nowhere"]),
)
