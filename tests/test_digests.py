"""The weekly highlights: once a week, everybody once, nothing lost and nothing twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from sqlalchemy import update

from bot import digests
from bot.errors import OperatorError
from bot.memory import Unit
from bot.messages import HighlightEntry, Person, Quote, Specials, WeeklyHighlights
from bot.model import DigestStatus, IsoWeek, Naming, Source
from bot.outcomes import Again, Blocked, Uncertain
from bot.settings import change_settings
from bot.tips import tip_of
from storage import tables
from storage.database import Database
from storage.store import SqlStore
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World, award

W48 = IsoWeek(2026, 48)
DUE = FRIDAY + timedelta(hours=2) + digests.SETTLED_AFTER
"""15:00 on Friday in Stockholm, and what was given until then is on disk."""


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def change(world: World, **given: object) -> None:
    world.ask(lambda unit: change_settings(unit, HOUSE, given, "test"))


def without_a_channel(world: World) -> None:
    def forget_the_channel(unit: Unit) -> None:
        workspace = unit.workspaces.get(HOUSE)
        assert workspace
        chosen = workspace.settings.model_copy(update={"highlights_channel": None})
        unit.workspaces.set_settings(HOUSE, chosen, DUE)

    world.ask(forget_the_channel)


def pages(stage: Stage, place: str = "general") -> list[WeeklyHighlights]:
    return [one for one in stage.messages(place) if isinstance(one, WeeklyHighlights)]


def status(world: World, week: IsoWeek = W48) -> DigestStatus | None:
    found = world.ask(lambda unit: unit.digests.of_week(HOUSE, week))
    return found.status if found else None


def test_the_week_is_told_when_it_is_due_and_once(world: World, stage: Stage) -> None:
    world.say("ana", "/glitter @bo customer: the friendliest till")
    world.say("ana", "/cactus @bo the returns desk was empty")
    world.clock.at = DUE - timedelta(seconds=1)
    stage.settle()
    assert pages(stage) == []
    stage.later(seconds=1)
    quote = Quote(Person("Ana Ana"), "the friendliest till", Source.CUSTOMER)
    assert pages(stage) == [
        WeeklyHighlights(
            "2026-W48",
            date(2026, 11, 20),
            date(2026, 11, 27),
            1,
            1,
            (HighlightEntry(Person("Bo Bo"), (quote,)),),
            givers=1,
            receivers=1,
            chart=(0,) * 11 + (1,),
            specials=Specials(firsts=(Person("Bo Bo"),), tip=tip_of(W48)),
        )
    ]
    stage.later(days=6)
    assert len(pages(stage)) == 1
    assert status(world) is DigestStatus.POSTED


def test_a_quiet_week_is_told_too(world: World, stage: Stage) -> None:
    world.clock.at = DUE
    stage.settle()
    assert [page.entries for page in pages(stage)] == [()]


def test_after_three_weeks_away_the_newest_is_told_dated_and_the_rest_are_listed(
    world: World, stage: Stage
) -> None:
    world.say("ana", "/glitter @bo before we were away")
    world.clock.at = DUE + timedelta(weeks=2, days=1)
    world.say("ana", "/glitter @bo when we came back")
    stage.settle()
    (page,) = pages(stage)
    assert (page.week, page.late, page.entries) == ("2026-W50", True, ())
    weeks = [IsoWeek(2026, number) for number in (48, 49, 50, 51)]
    skipped, posted = DigestStatus.SKIPPED, DigestStatus.POSTED
    assert [status(world, week) for week in weeks] == [skipped, skipped, posted, None]
    stage.later(days=6)
    assert [entry.quotes[0].reason for entry in pages(stage)[1].entries] == ["when we came back"]


def test_away_over_the_weekend_only_it_is_late_and_whole(world: World, stage: Stage) -> None:
    world.say("ana", "/glitter @bo the good coffee")
    world.clock.at = DUE + timedelta(days=2)
    stage.settle()
    (page,) = pages(stage)
    assert (page.week, page.late, len(page.entries)) == ("2026-W48", True, 1)


def test_without_a_channel_it_waits_and_follows_at_once_when_one_is_chosen(
    world: World, stage: Stage
) -> None:
    without_a_channel(world)
    world.say("ana", "/glitter @bo the good coffee")
    world.clock.at = DUE
    stage.settle()
    assert status(world) is DigestStatus.BLOCKED
    assert stage.notices("boss") == ["no-highlights-channel"]
    world.later(hours=3)
    world.say("ana", "/glitter @bo after it was due")
    change(world, highlights_channel="channel:kassan")
    stage.settle()
    (page,) = pages(stage, "kassan")
    assert [entry.quotes[0].reason for entry in page.entries] == ["the good coffee"]
    assert status(world) is DigestStatus.POSTED
    change(world, highlights_channel="channel:yard")
    stage.settle()
    assert pages(stage, "yard") == []


def test_a_channel_that_refuses_blocks_the_week_and_the_installer_is_told_once(
    world: World, stage: Stage
) -> None:
    world.join(*[f"p{number}" for number in range(50)])
    for number in range(50):
        world.say(f"p{number}", f"/glitter @p{(number + 1) % 50} deed {number}")
    world.clock.at = DUE
    stage.settle()
    assert len(pages(stage)) == 4
    world.later(days=6)
    for number in range(50):
        world.say(f"p{number}", f"/glitter @p{(number + 1) % 50} new deed {number}")
    stage.settle()
    stage.foretell("general", Blocked("is_archived"))
    stage.later(days=1)
    assert status(world, IsoWeek(2026, 49)) is DigestStatus.BLOCKED
    assert stage.notices("boss") == ["blocked-highlights"]
    change(world, highlights_channel="channel:kassan")
    stage.settle()
    assert sum(len(page.entries) for page in pages(stage, "kassan")) == 50
    assert status(world, IsoWeek(2026, 49)) is DigestStatus.POSTED


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [(Uncertain("timeout"), DigestStatus.UNKNOWN), (Again("refused"), DigestStatus.PLANNED)],
)
def test_a_digest_stands_where_its_pages_stand(
    world: World, stage: Stage, outcome: Uncertain | Again, expected: DigestStatus
) -> None:
    stage.foretell("general", outcome)
    world.clock.at = DUE
    stage.settle()
    assert status(world) is expected
    stage.later(hours=1)
    assert len(pages(stage)) == (1 if expected is DigestStatus.UNKNOWN else 2)


def send(world: World, week: IsoWeek = W48, *, again: bool = False) -> None:
    def work(unit: Unit) -> None:
        workspace = unit.workspaces.get(HOUSE)
        assert workspace
        digests.send_now(unit, workspace, week, again)

    world.ask(work)


def test_sent_by_hand_it_is_that_weeks_digest_and_asks_before_a_second(
    world: World, stage: Stage
) -> None:
    world.say("ana", "/glitter @bo in the morning")
    world.later(minutes=1)
    send(world)
    with pytest.raises(OperatorError, match="2026-W48 is planned already; add --again"):
        send(world)
    stage.settle()
    with pytest.raises(OperatorError, match="2026-W48 is posted already"):
        send(world)
    world.say("ana", "/glitter @kim in the afternoon")
    stage.later(hours=5)
    assert len(pages(stage)) == 1
    send(world, again=True)
    stage.settle()
    first, again = pages(stage)
    assert again.entries == first.entries
    stage.later(weeks=1)
    assert [entry.person.name for entry in pages(stage)[2].entries] == ["Kim Kim"]


def test_a_week_that_has_not_begun_cannot_be_sent(world: World, stage: Stage) -> None:
    with pytest.raises(OperatorError, match="2026-W49 has not begun"):
        send(world, IsoWeek(2026, 49))
    world.clock.at = DUE
    stage.settle()
    assert [page.week for page in pages(stage)] == ["2026-W48"]


def test_each_person_is_named_as_they_chose(world: World, stage: Stage) -> None:
    for who, naming in (("bo", Naming.FIRST), ("kim", Naming.OUT)):
        with world.database.begin() as connection:
            whose = tables.MEMBER.c.account == who
            connection.execute(update(tables.MEMBER).where(whose).values(naming=naming.value))
    world.say("ana", "/glitter @bo @kim @boss carried it all")
    world.say("kim", "/glitter @bo the good coffee")
    world.clock.at = DUE
    stage.settle()
    (page,) = pages(stage)
    assert [entry.person for entry in page.entries] == [Person("Bo"), Person("Boss Boss")]
    assert [quote.person for quote in page.entries[0].quotes] == [Person("Ana Ana"), Person("")]
    assert "kim" not in str(page).casefold()


def test_many_words_for_one_are_counted_and_long_ones_cut_between_words(
    world: World, stage: Stage
) -> None:
    change(world, daily_glitter_limit=0)
    for number in range(8):
        world.say("ana", f"/glitter @bo {number} {'wonderful ' * 40}")
    world.clock.at = DUE
    stage.settle()
    (entry,) = pages(stage)[0].entries
    assert (len(entry.quotes), entry.more) == (5, 3)
    assert all(quote.reason.endswith("wonderful…") for quote in entry.quotes)


def test_a_ring_that_praises_itself_comes_before_nobody(world: World, stage: Stage) -> None:
    change(world, daily_glitter_limit=0)
    world.join("abel", "zoe")
    for number in range(5):
        for giver, receiver in (("bo", "kim"), ("kim", "ana"), ("ana", "bo"), ("bo", "ana")):
            world.say(giver, f"/glitter @{receiver} wonder number {number}")
    world.say("zoe", "/glitter @abel carried the crates upstairs")
    world.say("abel", "/glitter @zoe opened on Sunday")
    world.clock.at = DUE
    stage.settle()
    entries = [entry for page in pages(stage) for entry in page.entries]
    names = [entry.person.name for entry in entries]
    assert names == ["Abel Abel", "Ana Ana", "Bo Bo", "Kim Kim", "Zoe Zoe"]
    assert [len(entries[at].quotes) for at in (0, 4)] == [1, 1]


def test_of_a_thousand_everybody_is_named_once_in_the_order_of_names(
    world: World, stage: Stage
) -> None:
    people = world.join(*[f"p{number:04}" for number in range(1_000)])
    new = [award(people[n - 1], people[n], str(n), reason=f"deed {n}") for n in range(1_000)]
    world.ask(lambda unit: unit.awards.add(new))
    world.clock.at = DUE
    stage.settle()
    told = pages(stage)
    assert [page.page for page in told] == list(range(1, 53))
    assert {(page.pages, page.givers, page.receivers) for page in told} == {(52, 1_000, 1_000)}
    names = [entry.person.name for page in told for entry in page.entries]
    assert names == [f"P{number:04} P{number:04}" for number in range(1_000)]
    (group,) = told[0].named
    assert [person.name for person in group.people] == [f"P{number:04}" for number in range(1_000)]
    assert [page.page for page in told if page.specials != Specials()] == [2]


def test_of_two_processes_one_tells_the_week(world: World, stage: Stage) -> None:
    houses = [f"stage:{number}" for number in range(20)]
    for house in houses:
        world.open(house)
    world.clock.at = DUE
    start = Barrier(4)

    def race() -> int:
        """How many weeks this process has told."""
        database = Database(world.url)
        store = SqlStore(database, world.clock)
        start.wait(10)
        work = lambda house: store.run_now(  # noqa: E731
            lambda unit: digests.run_due(unit, house)
        )
        told = sum(work(house) is not None for house in houses)
        store.close()
        database.close()
        return told

    with ThreadPoolExecutor(4) as pool:
        told = [future.result(60) for future in [pool.submit(race) for _ in range(4)]]
    assert sum(told) == 20
    assert len(world.rows(tables.DIGEST)) == 20
    assert len(world.rows(tables.DELIVERY)) == 20
