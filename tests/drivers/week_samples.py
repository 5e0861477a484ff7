"""One or more of every message about a week, with everything that it may hold."""

from datetime import UTC, date, datetime

from bot.messages import (
    CaseEntry,
    CaseFigures,
    HighlightEntry,
    HighlightsPreview,
    Message,
    MomentChoice,
    NamedGroup,
    Person,
    Quote,
    Specials,
    Story,
    TeamWeek,
    WeeklyHighlights,
    WorkspaceWeek,
)
from bot.model import Source, State

DUE = datetime(2026, 11, 27, 14, tzinfo=UTC)
DAYS = (date(2026, 11, 20), date(2026, 11, 27))
AINO, BO, CAY = Person("Aino Öst"), Person("Bo Berg"), Person("Cay")


def story(number: int, reason: str, source: Source = Source.COLLEAGUE) -> Story:
    return Story(number, AINO, (BO, CAY), reason, source)


MOMENT = story(7, "stayed late for the balsamico customer")
HEARD = story(8, "the friendliest till in town", Source.CUSTOMER)
SPECIALS = Specials(MOMENT, (HEARD,), (CAY,), ("service", "calm"), 2, "tip-01")
ENTRIES = (
    HighlightEntry(BO, (Quote(AINO, "kept calm"), Quote(CAY, "so kind", Source.CUSTOMER)), 2),
    HighlightEntry(CAY, (Quote(Person(""), "the tidy shelves"),)),
)
BY_TEAM = tuple(
    HighlightEntry(one.person, one.quotes, one.more, team)
    for one, team in zip(ENTRIES, ("Kassan", ""), strict=True)
)
NAMED = (NamedGroup("Kassan", (BO,)), NamedGroup("", (AINO, CAY)))
CASE = CaseEntry(12, AINO, State.OPEN, mine=True, due_at=DUE)
CHART = (0, 3, 5, 2, 0, 8, 13, 9, 4, 7, 11, 6)


def week(page: int = 1, pages: int = 1, **more: object) -> WeeklyHighlights:
    facts: dict[str, object] = {"entries": (), "givers": 3, "receivers": 2, **more}
    return WeeklyHighlights("2026-W48", *DAYS, page, pages, **facts)  # type: ignore[arg-type]


HIGHLIGHTS: dict[str, WeeklyHighlights] = {
    "a quiet week": week(givers=0, receivers=0, chart=CHART, specials=Specials(tip="tip-02")),
    "a short week": week(entries=ENTRIES, specials=SPECIALS, chart=CHART),
    "a short week by team": week(entries=BY_TEAM, late=True),
    "a long week, first page": week(1, 3, named=NAMED, unnamed=1, specials=SPECIALS, chart=CHART),
    "a long week, specials": week(2, 3, specials=SPECIALS),
    "a long week, stories": week(3, 3, entries=BY_TEAM),
}
PRIVATE: dict[str, Message] = {
    "a preview": HighlightsPreview(
        "2026-W48", 202648, DUE, 3, 2, NAMED, 1, MOMENT, (HEARD, story(9, "swept the yard"))
    ),
    "a preview of a skipped week": HighlightsPreview(
        "2026-W48", 202648, DUE, 3, 2, NAMED, skipped=True
    ),
    "a preview of nothing": HighlightsPreview("2026-W48", 202648, DUE, 0, 0),
    "what can be the moment": MomentChoice(DUE, (HEARD, story(9, "swept the yard")), MOMENT, 1, 2),
    "nothing that can be the moment": MomentChoice(DUE, ()),
    "a team's week": TeamWeek("Kassan", 202648, *DAYS, 1, 2, ENTRIES, (CAY,), (CASE,), 3.5),
    "a team's week, second page": TeamWeek("Kassan", 202648, *DAYS, 2, 2, ENTRIES),
    "a team's quiet week": TeamWeek("Kassan", 202648, *DAYS, 1, 1, (), hours_to_answer=1.0),
    "the week in figures": WorkspaceWeek(
        202648, *DAYS, 1234, 40, 52, 7, CaseFigures(12, 9, 5, 2.5, 40.0)
    ),
    "the week in few figures": WorkspaceWeek(202648, *DAYS, 1, 1, 1, 0),
}
WEEKS: dict[str, Message] = {**HIGHLIGHTS, **PRIVATE}
