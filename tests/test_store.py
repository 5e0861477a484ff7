"""What the memory promises, whichever database it lives in: workspaces, people, awards, cases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from bot.heard import Installed
from bot.memory import Unit
from bot.model import (
    DigestStatus,
    Followup,
    IsoWeek,
    Kind,
    Member,
    Move,
    Naming,
    Place,
    Profile,
    Settings,
    Standing,
    State,
)
from tests.worlds import FRIDAY, GENERAL, HOUSE, World, award

OTHER = "stage:other"
W48 = IsoWeek(2026, 48)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def people(world: World) -> list[Member]:
    return world.join("ana", "bo", "kim")


# ---------------------------------------------------------------- workspaces


def test_an_installation_is_new_once(world: World) -> None:
    seen = Installed("stage:new", name="New House", installer="zoe")

    def install(unit: Unit) -> bool:
        return unit.workspaces.install(seen, Settings(zone="Europe/Helsinki"), W48)

    assert [world.ask(install), world.ask(install)] == [True, False]
    found = world.ask(lambda unit: unit.workspaces.get("stage:new"))
    assert found
    assert (found.name, found.settings.zone, found.suspended_at) == (
        "New House",
        "Europe/Helsinki",
        None,
    )
    assert world.ask(lambda unit: unit.workspaces.installer("stage:new")) == "zoe"
    assert world.ask(lambda unit: unit.workspaces.last_week("stage:new")) == W48


def test_blanks_of_a_later_installation_change_nothing(world: World) -> None:
    world.ask(lambda unit: unit.workspaces.install(Installed(HOUSE), Settings(), W48))
    found = world.ask(lambda unit: unit.workspaces.get(HOUSE))
    assert found
    assert found.name == "The House"
    assert found.settings.highlights_channel == GENERAL.key
    assert world.ask(lambda unit: unit.workspaces.installer(HOUSE)) == "boss"


def test_a_removed_workspace_is_due_for_nothing_and_comes_back_from_now(world: World) -> None:
    world.ask(lambda unit: unit.workspaces.suspend(HOUSE))
    world.later(weeks=5)
    assert world.ask(lambda unit: unit.workspaces.digests_due()) == []
    assert world.ask(lambda unit: unit.workspaces.rosters_due("stage", unit.now, 9)) == []
    assert world.ask(lambda unit: unit.workspaces.get(HOUSE)).suspended_at == FRIDAY
    world.open(HOUSE)
    assert world.ask(lambda unit: unit.workspaces.get(HOUSE)).suspended_at is None
    assert world.ask(lambda unit: unit.workspaces.digests_due()) == []
    assert world.ask(lambda unit: unit.workspaces.last_week(HOUSE)) == IsoWeek(2026, 52)


def test_settings_are_kept_whole(world: World) -> None:
    chosen = Settings(language="fi", cactus_on=False, glitter_channel="channel:kassan")
    soon = FRIDAY + MINUTE
    world.ask(lambda unit: unit.workspaces.set_settings(HOUSE, chosen, soon))
    assert world.ask(lambda unit: unit.workspaces.get(HOUSE)).settings == chosen
    assert world.ask(lambda unit: unit.workspaces.digests_due()) == []
    world.later(minutes=1)
    assert world.ask(lambda unit: unit.workspaces.digests_due()) == [HOUSE]


def test_a_roster_is_claimed_by_one(world: World) -> None:
    def claim(unit: Unit) -> list[str]:
        return unit.workspaces.rosters_due("stage", unit.now + DAY, 5)

    assert world.ask(lambda unit: unit.workspaces.rosters_due("other", unit.now, 5)) == []
    assert [world.ask(claim), world.ask(claim)] == [[HOUSE], []]
    world.later(days=1)
    assert world.ask(claim) == [HOUSE]


def test_a_place_is_remembered_with_its_newest_address(world: World) -> None:
    old, new = Place.channel("c", "Till", "a"), Place.channel("c", "Tills", "b")
    world.ask(lambda unit: unit.workspaces.keep_place(HOUSE, old))
    world.ask(lambda unit: unit.workspaces.keep_place(HOUSE, new))
    assert world.ask(lambda unit: unit.workspaces.places(HOUSE)) == [new]


# ---------------------------------------------------------------- members


def test_what_is_unknown_about_somebody_overwrites_nothing(world: World) -> None:
    world.join("eva", name="Eva Lund", locale="sv-SE", zone="Europe/Helsinki")
    blank = world.join("eva", name="", standing=Standing.UNVERIFIED)[0]
    assert (blank.name, blank.locale, blank.zone) == ("Eva Lund", "sv-SE", "Europe/Helsinki")
    assert blank.standing is Standing.ACTIVE
    married = world.join("eva", name="Eva Berg", zone="Nowhere/At_All")[0]
    assert (married.id, married.name, married.zone) == (blank.id, "Eva Berg", "Europe/Helsinki")
    assert married.naming is Naming.FULL


def test_a_house_of_2000_is_put_and_found_at_once(world: World) -> None:
    accounts = [f"till-{number}" for number in range(2_000)]
    found = world.join(*accounts)
    assert [member.account for member in found] == accounts
    ids = [member.id for member in found]
    assert len(world.ask(lambda unit: unit.members.get(HOUSE, ids))) == 2_000
    assert len(world.ask(lambda unit: unit.members.all(HOUSE))) == 2_004


def test_the_same_person_twice_in_one_list_is_one_member(world: World) -> None:
    profiles = [Profile("eva", "Eva"), Profile("eva", "Eva Lund")]
    world.ask(lambda unit: unit.members.put(HOUSE, profiles))
    assert world.ask(lambda unit: unit.members.find(HOUSE, ["eva"]))["eva"].name == "Eva Lund"


# ---------------------------------------------------------------- awards


def test_one_action_is_one_award_to_each_receiver(world: World, people: list[Member]) -> None:
    ana, bo, kim = people
    both = [award(ana, bo), award(ana, kim)]
    first = world.ask(lambda unit: unit.awards.add(both))
    assert first == sorted(first)
    for repeated in (both, [award(ana, kim)], [award(kim, bo)]):
        with pytest.raises(IntegrityError):
            world.ask(lambda unit, again=repeated: unit.awards.add(again))
    gift = world.ask(lambda unit: unit.awards.by_ref(HOUSE, "1"))
    assert [(one.id, one.receiver_id) for one in gift] == [(first[0], bo.id), (first[1], kim.id)]
    assert gift[0].given_at == FRIDAY


def test_looking_back_sees_the_day_the_words_and_the_action(
    world: World, people: list[Member]
) -> None:
    ana, bo, kim = people
    world.ask(lambda unit: unit.awards.add([award(ana, bo), award(ana, kim)]))
    world.later(minutes=5)

    def before(new: Any, since: timedelta = 9 * MINUTE) -> tuple[bool, int, bool]:
        found = world.ask(
            lambda unit: unit.awards.before(
                [new], day_start=FRIDAY, same_since=world.clock.at - since
            )
        )
        return found.recorded, found.today, found.same_words_at == FRIDAY

    assert before(award(ana, bo)) == (True, 2, True)
    assert before(award(ana, bo, "2")) == (False, 2, True)
    assert before(award(ana, bo, "2"), since=MINUTE) == (False, 2, False)
    assert before(award(ana, bo, "2", reason="other words")) == (False, 2, False)
    assert before(award(kim, bo, "2")) == (False, 0, False)
    assert before(award(ana, bo, "2", kind=Kind.CACTUS)) == (False, 0, False)


def test_what_was_taken_back_counts_nowhere(world: World, people: list[Member]) -> None:
    ana, bo, _ = people
    world.ask(lambda unit: unit.awards.add([award(ana, bo)]))
    gift = world.ask(lambda unit: unit.awards.by_ref(HOUSE, "1"))
    world.ask(lambda unit: unit.awards.retract(gift, "undo-1"))
    world.later(minutes=1)
    world.ask(lambda unit: unit.awards.retract(gift, "undo-2"))
    known = world.ask(lambda unit: unit.awards.get(HOUSE, gift[0].id))
    assert known.retracted_at == FRIDAY
    undone = lambda ref: world.ask(lambda unit: unit.awards.retracted_by(ana.id, ref, FRIDAY))  # noqa: E731
    assert [len(undone("undo-1")), len(undone("undo-2"))] == [1, 0]
    tallies = world.ask(lambda unit: unit.awards.tallies(bo.id, FRIDAY))
    assert (tallies.received_ever, tallies.received_since) == (0, 0)
    assert world.ask(lambda unit: unit.awards.newest_received(bo.id, 9)) == []
    assert world.ask(lambda unit: unit.awards.latest(ana.id, Kind.GLITTER, FRIDAY)) is None
    assert world.ask(lambda unit: unit.awards.last_to(ana.id, Kind.GLITTER, bo.id)) is None


def test_the_week_holds_standing_glitter_from_its_first_moment_to_before_its_last(
    world: World, people: list[Member]
) -> None:
    ana, bo, kim = people
    for number in range(4):
        world.ask(lambda unit, ref=str(number): unit.awards.add([award(ana, bo, ref)]))
        world.ask(
            lambda unit, ref=f"cactus-{number}": unit.awards.add(
                [award(ana, kim, ref, kind=Kind.CACTUS)]
            )
        )
        world.later(minutes=1)
    retracted = world.ask(lambda unit: unit.awards.by_ref(HOUSE, "2"))
    world.ask(lambda unit: unit.awards.retract(retracted, "undo"))
    starts, ends = FRIDAY + MINUTE, FRIDAY + 3 * MINUTE
    found = world.ask(lambda unit: unit.awards.glitter_between(HOUSE, starts, ends))
    assert [one.source_ref for one in found] == ["1"]
    assert world.ask(lambda unit: unit.awards.newest_moment()) == FRIDAY + 3 * MINUTE


# ---------------------------------------------------------------- cases, drafts, digests


@pytest.fixture
def held(world: World, people: list[Member]) -> Followup:
    ana, bo, _ = people
    wakes = FRIDAY + 10 * MINUTE
    (id,) = world.ask(lambda unit: unit.awards.add([award(ana, bo, kind=Kind.CACTUS)]))
    case = Followup(id, HOUSE, State.HELD, bo.id, wakes)
    world.ask(lambda unit: unit.followups.add(case))
    return case


def test_a_case_is_due_when_it_wakes(world: World, held: Followup) -> None:
    assert world.ask(lambda unit: unit.followups.due(9)) == []
    world.later(minutes=10)
    assert world.ask(lambda unit: unit.followups.due(9)) == [held]
    assert world.ask(lambda unit: unit.followups.get(HOUSE, held.award_id)) == held


def test_of_two_moves_one_is_first(world: World, held: Followup) -> None:
    out = replace(held, state=State.OPEN, wake_at=None)
    back = replace(held, state=State.WITHDRAWN, wake_at=None)

    def both(unit: Unit) -> list[bool]:
        return [
            unit.followups.change(held, out, Move.DELIVER, None),
            unit.followups.change(held, back, Move.WITHDRAW, None),
        ]

    assert world.ask(both) == [True, False]
    assert world.case(held.award_id) == out
    told = world.ask(lambda unit: unit.followups.history(held.award_id))
    assert [(one.move, one.from_state, one.to_state) for one in told] == [
        (Move.DELIVER, State.HELD, State.OPEN)
    ]


def test_a_draft_is_its_writers_for_a_day(world: World, people: list[Member]) -> None:
    ana, bo, _ = people
    said = world.said("ana", "/glitter @bo stayed 🌵 late", source_ref="typed")
    id = world.ask(lambda unit: unit.drafts.keep(HOUSE, ana.id, said))
    assert world.ask(lambda unit: unit.drafts.keep(HOUSE, ana.id, said)) == id
    get: Callable[..., Any] = lambda house, whose: world.ask(  # noqa: E731
        lambda unit: unit.drafts.get(house, id, whose)
    )
    assert get(HOUSE, ana.id) == said
    assert get(HOUSE, bo.id) is None
    assert get(OTHER, ana.id) is None
    world.ask(lambda unit: unit.drafts.forget(FRIDAY))
    assert get(HOUSE, ana.id) == said
    world.ask(lambda unit: unit.drafts.forget(FRIDAY + MINUTE))
    assert get(HOUSE, ana.id) is None


def test_a_week_has_one_digest(world: World) -> None:
    def add(week: IsoWeek) -> int:
        return world.ask(
            lambda unit: unit.digests.add(HOUSE, week, DigestStatus.PLANNED, FRIDAY - DAY, FRIDAY)
        )

    id = add(W48)
    with pytest.raises(IntegrityError):
        add(W48)
    world.ask(lambda unit: unit.digests.set_status(id, DigestStatus.POSTED))
    newer = add(IsoWeek(2027, 1))
    found = world.ask(lambda unit: unit.digests.of_week(HOUSE, W48))
    assert found
    assert (found.id, found.status, found.starts_at, found.ends_at) == (
        id,
        DigestStatus.POSTED,
        FRIDAY - DAY,
        FRIDAY,
    )
    assert world.ask(lambda unit: unit.digests.newest(HOUSE)).id == newer
    assert world.ask(lambda unit: unit.digests.get(id)) == found
