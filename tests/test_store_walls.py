"""The walls of the memory: between workspaces, and against what cannot be."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Table, insert
from sqlalchemy.exc import IntegrityError

from bot.memory import ExportFilter
from bot.model import DigestStatus, IsoWeek, Kind, Member
from storage import tables
from tests.worlds import FRIDAY, HOUSE, World, award

OTHER = "stage:other"
W48 = IsoWeek(2026, 48)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@pytest.fixture
def twins(world: World) -> tuple[list[Member], list[Member]]:
    """Ana and Bo in the house, and their namesakes elsewhere, with the same accounts."""
    world.open(OTHER)
    return world.join("ana", "bo"), world.join("ana", "bo", at=OTHER)


def test_twin_houses_with_the_same_accounts_never_meet(
    world: World, twins: tuple[list[Member], list[Member]]
) -> None:
    (ana, bo), (other_ana, other_bo) = twins
    world.ask(lambda unit: unit.awards.add([award(ana, bo, "same")]))
    secret = award(other_ana, other_bo, "same", reason="canary")
    (theirs,) = world.ask(lambda unit: unit.awards.add([secret]))
    assert world.ask(lambda unit: unit.awards.get(HOUSE, theirs)) is None
    assert [one.reason for one in world.exported()] == [award(ana, bo).reason]
    assert [one.giver_id for one in world.ask(lambda unit: unit.awards.by_ref(HOUSE, "same"))] == [
        ana.id
    ]
    assert world.ask(lambda unit: unit.members.get(HOUSE, [other_ana.id])) == {}
    assert world.ask(lambda unit: unit.members.find(HOUSE, ["ana"]))["ana"].id == ana.id
    everything = FRIDAY + DAY
    week = world.ask(lambda unit: unit.awards.glitter_between(HOUSE, FRIDAY - DAY, everything))
    assert [one.giver_id for one in week] == [ana.id]
    assert world.ask(lambda unit: unit.followups.get(HOUSE, theirs)) is None


def test_an_export_holds_what_its_filter_says(world: World) -> None:
    ana, bo = world.join("ana", "bo")
    for number, kind in enumerate((Kind.GLITTER, Kind.CACTUS, Kind.GLITTER)):
        new = award(ana, bo, str(number), kind=kind, reason=f"deed {number}")
        world.ask(lambda unit, new=new: unit.awards.add([new]))
        world.later(minutes=1)

    def exported(**limits: Any) -> list[str]:
        with world.store.export(ExportFilter(HOUSE, **limits)) as rows:
            return [row.reason for row in rows]

    assert exported() == ["deed 0", "deed 1", "deed 2"]
    assert exported(kind=Kind.CACTUS) == ["deed 1"]
    assert exported(starts_at=FRIDAY + MINUTE, ends_at=FRIDAY + 2 * MINUTE) == ["deed 1"]


@pytest.mark.parametrize(
    ("table", "broken"),
    [
        (tables.MEMBER, {"workspace_id": "stage:nowhere"}),
        (tables.AWARD, {"giver_id": 10**6}),
        (tables.AWARD, {"receiver_id": None}),
        (tables.AWARD, {"kind": "thorn"}),
        (tables.AWARD, {"given_at": None}),
        (tables.AWARD, {"team_id": 1}),
        (tables.DELIVERY, {"workspace_id": "stage:nowhere"}),
        (tables.DELIVERY, {"target_id": 10**6}),
        (tables.FOLLOWUP, {"award_id": 10**6}),
        (tables.DIGEST, {"status": None}),
    ],
    ids=lambda value: value.name if isinstance(value, Table) else next(iter(value)),
)
def test_the_database_itself_refuses_what_cannot_be(
    world: World, table: Table, broken: dict[str, Any]
) -> None:
    world.say("ana", "/cactus @bo the returns desk was empty")
    world.ask(lambda unit: unit.digests.add(HOUSE, W48, DigestStatus.PLANNED, FRIDAY - DAY, FRIDAY))
    world.say("ana", "/glitter @bo the good coffee")
    row = dict(world.rows(table)[-1]._mapping)
    row.pop("id", None)
    fresh = {"source_ref": "new", "iso_week": 1, "account": "new"}
    row.update({name: value for name, value in fresh.items() if name in row})
    with pytest.raises(IntegrityError), world.database.begin() as connection:
        connection.execute(insert(table).values({**row, **broken}))
    if table is not tables.FOLLOWUP:  # its key is the award, which has its case already
        with world.database.begin() as connection:
            connection.execute(insert(table).values(row))
