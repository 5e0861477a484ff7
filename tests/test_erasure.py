"""Somebody who is erased is nowhere any more, and everybody else's records still add up."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, text

from bot import privacy
from bot.erasure import NOBODY, Gone, without
from bot.errors import OperatorError
from bot.heard import ActionName
from bot.memory import Hold, Unit
from bot.messages import CactusHeld
from bot.model import Duty, Kind, Member, Place, Profile, Source, Standing, State
from storage import tables
from storage.tables import AWARD
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World

ROWS = 10_000
CANARY = "zyqcanary"
"""Stands in the account, in the name, and in every word given and received."""
NAME = "Zyqcanary Canary"


def member(world: World, account: str) -> Member:
    return world.ask(lambda unit: unit.members.find(HOUSE, [account]))[account]


def erase(world: World, who: Member) -> None:
    world.ask(lambda unit: privacy.erase(unit, who, "test"))
    world.store.tidy()


@pytest.fixture
def canary(world: World) -> Member:
    """Somebody about whom everything is known that can be, and who works with everybody."""
    profile = Profile(CANARY, NAME, "sv-SE", "Europe/Stockholm", Standing.ACTIVE)
    world.ask(lambda unit: unit.members.put(HOUSE, [profile]))
    world.open(daily_glitter_limit=0, daily_cactus_limit=0)
    stage = Stage(world)
    world.say("ana", f"/glitter @{CANARY} {CANARY} stayed late")
    world.say(CANARY, f"/glitter @bo @kim {CANARY} saw it #care")
    world.say("ana", f"/glitter @bo thanks to @{CANARY} too")
    for giver, owner in (("ana", CANARY), (CANARY, "bo")):
        held = world.say(giver, f"/cactus @{owner} the {CANARY} desk was empty wish: {CANARY}")
        assert isinstance(held, CactusHeld), held
        world.press(giver, ActionName.SEND_NOW, held.award_id)
    who = member(world, CANARY)
    world.ask(lambda unit: unit.members.give_duty(who.id, Duty.HR))
    told = {"member": who.id, "reason": f"{CANARY} said so"}
    world.ask(lambda unit: unit.audit.add(HOUSE, "command line", "mute", told))
    world.say(CANARY, "/cactus")
    alone, aside = Place.direct(CANARY), Place.aside("general", CANARY)
    world.say(CANARY, "/glitter help", reply_to=alone, aside=aside)
    stage.settle()
    return who


def many(world: World, who: Member, others: list[Member]) -> None:
    """Ten thousand rows on either side."""
    with world.database.begin() as connection:
        connection.execute(
            insert(AWARD),
            [
                {
                    "workspace_id": HOUSE,
                    "kind": Kind.GLITTER.value,
                    "giver_id": who.id if n % 2 else others[n % 3].id,
                    "receiver_id": others[n % 3].id if n % 2 else who.id,
                    "reason": f"{CANARY} {n}",
                    "tags": [CANARY],
                    "source": Source.COLLEAGUE.value,
                    "place": f"direct:{CANARY}",
                    "place_name": CANARY,
                    "source_ref": f"{CANARY}:{n}",
                    "given_at": FRIDAY,
                    "link": "",
                }
                for n in range(2 * ROWS)
            ],
        )


def everything(world: World) -> Iterator[str]:
    """Every row of every table, as the database holds it."""
    for table in tables.SQLModel.metadata.sorted_tables:
        with world.database.snapshot() as connection:
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"')):
                yield f"{table.name}: {tuple(row)}"


def hits(world: World) -> list[str]:
    return [line for line in everything(world) if CANARY in line.casefold()]


def counts(world: World, *accounts: str) -> list[Any]:
    ids = [member(world, account).id for account in accounts]
    return [world.ask(lambda unit, id=id: unit.awards.tallies(id, FRIDAY)) for id in ids]


def test_not_a_row_tells_of_somebody_who_was_erased(world: World, canary: Member) -> None:
    others = [member(world, one) for one in ("ana", "bo", "kim")]
    many(world, canary, others)
    before = counts(world, "ana", "bo", "kim")
    assert len(hits(world)) > 2 * ROWS
    erase(world, canary)
    assert hits(world) == []
    assert counts(world, "ana", "bo", "kim") == before
    assert len(world.exported()) == 2 * ROWS + 6
    assert {row.state for row in world.rows(tables.FOLLOWUP)} == {State.EXPIRED}


def test_nor_do_the_bytes_of_the_file_or_of_its_log(file_world: World) -> None:
    (who,) = file_world.join(CANARY, name=NAME)
    many(file_world, who, file_world.join("ana", "bo", "kim"))
    path = Path(str(file_world.database.url.database))
    files = lambda: b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))  # noqa: E731
    assert CANARY.encode() in files().lower()
    erase(file_world, who)
    assert CANARY.encode() not in files().lower()


def test_posts_in_channels_are_edited_and_nothing_more_goes_out(
    world: World, canary: Member
) -> None:
    stage = Stage(world)
    world.say("ana", f"/glitter @{CANARY} one more, {CANARY}")
    erase(world, canary)
    stage.settle()
    assert stage.tried
    assert all(CANARY not in str(one.message).casefold() for one in stage.tried)
    assert {one.verb for one in stage.tried} == {"edit"}


def test_highlights_that_were_posted_lose_the_person_alone(world: World, canary: Member) -> None:
    stage = Stage(world)
    stage.later(hours=3)
    pages = [one for one in stage.messages("general") if "Zyqcanary" in str(one)]
    assert pages
    erase(world, canary)
    stage.tried.clear()
    stage.settle()
    edited = [one.message for one in stage.tried if one.message and "Bo Bo" in str(one.message)]
    assert edited
    assert CANARY not in str(edited).casefold()


def test_somebody_who_comes_back_begins_anew(world: World, canary: Member) -> None:
    erase(world, canary)
    gone = Profile(CANARY, NAME, standing=Standing.DEACTIVATED)
    world.ask(lambda unit: unit.members.seen(HOUSE, [gone]))
    assert hits(world) == []
    world.say("ana", f"/glitter @{CANARY} welcome back")
    assert member(world, CANARY).id != canary.id


def test_a_restored_backup_repeats_an_erasure_by_its_fingerprint(world: World) -> None:
    mark = privacy.fingerprint(HOUSE, "bo")
    assert "bo" not in mark
    assert mark == privacy.fingerprint(HOUSE, "bo") != privacy.fingerprint("stage:other", "bo")


# ---------------------------------------------------------------- holds, leavers, retention


def held(world: World, account: str, **by: float) -> None:
    kept = Hold(member(world, account).id, "a dispute", "Legal", FRIDAY + timedelta(**by))
    world.ask(lambda unit: privacy.hold(unit, HOUSE, kept, "test"))


def leave(world: World, account: str) -> None:
    gone = Profile(account, standing=Standing.DEACTIVATED)
    world.ask(lambda unit: unit.members.seen(HOUSE, [gone]))


def test_a_hold_forbids_an_erasure_until_it_ends(world: World) -> None:
    bo = member(world, "bo")
    held(world, "bo", days=10)
    with pytest.raises(OperatorError, match="Legal"):
        erase(world, bo)
    world.later(days=11)
    erase(world, bo)
    assert world.ask(lambda unit: unit.members.get(HOUSE, [bo.id]))[bo.id].account is None


@pytest.mark.parametrize("days", [0, 181])
def test_a_hold_has_an_end_within_180_days(world: World, days: int) -> None:
    with pytest.raises(OperatorError, match="180 days"):
        held(world, "bo", days=days)


def test_whoever_left_is_erased_after_thirty_days(world: World) -> None:
    stage = Stage(world)
    world.say("ana", "/glitter @bo so calm")
    bo = member(world, "bo")
    leave(world, "bo")
    stage.later(days=20)
    leave(world, "bo")
    stage.later(days=9)
    assert member(world, "bo").name == "Bo Bo"
    stage.later(days=2)
    assert world.ask(lambda unit: unit.members.get(HOUSE, [bo.id]))[bo.id].name == NOBODY
    assert [row.reason for row in world.exported()] == [NOBODY]


def test_whoever_comes_back_in_time_stays(world: World) -> None:
    stage = Stage(world)
    leave(world, "bo")
    stage.later(days=20)
    world.join("bo")
    stage.later(days=20)
    assert member(world, "bo").name == "Bo Bo"


def test_what_has_run_out_goes_and_a_running_case_ends_first(world: World) -> None:
    stage = Stage(world)
    world.say("ana", "/glitter @bo long ago")
    card = world.say("ana", "/cactus @kim the returns desk was empty")
    assert isinstance(card, CactusHeld)
    world.press("ana", ActionName.SEND_NOW, card.award_id)
    stage.settle()
    held(world, "kim", days=170)
    stage.later(days=370)
    assert world.case(card.award_id).state is State.EXPIRED
    stage.settle()
    assert [row.kind for row in world.exported()] == ["glitter"]
    world.say("ana", "/glitter @bo just now")
    stage.later(days=365)
    assert [row.reason for row in world.exported()] == ["just now"]
    assert [row.details["kind"] for row in world.rows(tables.AUDIT) if row.action == "run out"] == [
        "cactus",
        "glitter",
    ]


def test_of_many_workspaces_each_has_its_turn(file_world: World) -> None:
    for number in range(privacy.LOOKED_AT):  # all of them before the house
        file_world.open(f"elsewhere:{number:02}")
    file_world.say("ana", "/glitter @bo long ago")
    file_world.later(days=800)
    after = ""
    reached = []
    for _ in range(3):
        after = file_world.ask(lambda unit: privacy.run_out_somewhere(unit, after))  # noqa: B023
        reached.append((after, len(file_world.exported())))
    assert reached == [("elsewhere:19", 1), ("elsewhere:19", 0), ("", 0)]


def test_a_hold_keeps_what_would_run_out(world: World) -> None:
    stage = Stage(world)
    stage.later(days=1)
    world.say("ana", "/glitter @bo long ago")
    stage.later(days=700)
    kept = Hold(member(world, "bo").id, "a dispute", "Legal", world.clock.at + timedelta(days=90))
    world.ask(lambda unit: privacy.hold(unit, HOUSE, kept, "test"))
    stage.later(days=40)
    assert len(world.exported()) == 1
    stage.later(days=60)
    assert world.exported() == []


def test_retention_can_be_looked_at_before(world: World) -> None:
    world.say("ana", "/glitter @bo long ago")
    world.later(days=800)

    def due(unit: Unit) -> dict[Kind, int]:
        workspace = unit.workspaces.get(HOUSE)
        assert workspace
        return privacy.due(unit, workspace)

    assert world.ask(due) == {Kind.GLITTER: 1, Kind.CACTUS: 0}
    assert len(world.exported()) == 1


# ---------------------------------------------------------------- messages


BO = Gone(7, "bo", "Bo Ek", frozenset({3}))


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ({"award_id": 3, "reason": "calm"}, None),
        ({"award_id": 4, "reason": "calm"}, {"award_id": 4, "reason": "calm"}),
        (
            {"giver": {"name": "Bo Ek", "account": "bo"}, "reason": "calm"},
            {"giver": {"name": NOBODY, "account": None}, "reason": NOBODY},
        ),
        (
            {"entries": [{"person": {"name": "Bo Ek", "account": None}, "quotes": []}]},
            {"entries": []},
        ),
        ({"detail": "thanks, @Bo Ek"}, {"detail": f"thanks, {NOBODY}"}),
        (
            {"person": {"name": "Bo Ek", "account": "other"}},
            {"person": {"name": NOBODY, "account": "other"}},
        ),
    ],
)
def test_a_message_keeps_what_belongs_to_others(
    message: dict[str, Any], left: dict[str, Any] | None
) -> None:
    assert without(message, BO) == left
    assert json.dumps(message)
