"""Somebody who is erased is nowhere any more, and everybody else's records still add up."""

import json
import logging
import sqlite3
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import case, insert, literal, select, text
from sqlmodel import SQLModel

from adapters import erasures
from adapters.cli.privacy import erase_again
from adapters.files import write_export
from bot import privacy
from bot.erasure import NOBODY, Gone, without
from bot.errors import OperatorError
from bot.exports import Form
from bot.heard import ActionName, FormName
from bot.memory import ExportFilter, Hold, Unit
from bot.messages import CactusHeld, Notice
from bot.model import (
    DeliveryStatus,
    Duty,
    Kind,
    Member,
    Place,
    Profile,
    Reader,
    Source,
    Standing,
    State,
    Verb,
)
from storage import tables
from storage.database import Database
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
    yesterday = FRIDAY - timedelta(days=1)
    of_others = Hold(member(world, "kim").id, f"a dispute with {NAME}", NAME, FRIDAY)
    for kept in (Hold(who.id, f"a dispute about {CANARY}", "Legal", yesterday), of_others):
        world.ask(lambda unit, kept=kept: unit.privacy.hold(kept))  # type: ignore[misc]
    world.say(CANARY, "/cactus")
    alone, aside = Place.direct(CANARY), Place.aside("general", CANARY)
    world.say(CANARY, "/glitter help", reply_to=alone, aside=aside)
    stage.settle()
    return who


def many(world: World, who: Member, others: list[Member], rows: int = ROWS) -> None:
    """So many rows on either side, and the messages that told of them."""
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
                for n in range(2 * rows)
            ],
        )
        theirs = AWARD.c.source_ref.startswith(f"{CANARY}:")
        told = {
            "workspace_id": AWARD.c.workspace_id,
            "place": case((AWARD.c.giver_id == who.id, "channel:general"), else_=AWARD.c.place),
            "verb": literal(Verb.POST.value),
            "message": literal(f'{{"what":"award_posted","reason":"{CANARY}"}}'),
            "language": literal("en"),
            "zone": literal("UTC"),
            "status": literal(DeliveryStatus.SENT.value),
            "try_at": AWARD.c.given_at,
            "attempts": literal(1),
            "award_id": AWARD.c.id,
            "check_first": literal(False),
            "ref": literal("1"),
            "code": literal(""),
            "finished_at": AWARD.c.given_at,
        }
        messages = select(*(column.label(name) for name, column in told.items())).where(theirs)
        connection.execute(insert(tables.DELIVERY).from_select(list(told), messages))


def everything(world: World) -> Iterator[str]:
    """Every row of every table, as the database holds it."""
    for table in SQLModel.metadata.sorted_tables:
        with world.database.snapshot() as connection:
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"')):
                yield f"{table.name}: {tuple(row)}"


def hits(world: World) -> list[str]:
    return [line for line in everything(world) if CANARY in line.casefold()]


def counts(world: World, *accounts: str) -> list[Any]:
    ids = [member(world, account).id for account in accounts]
    return [world.ask(lambda unit, id=id: unit.awards.tallies(id, FRIDAY)) for id in ids]


def test_nothing_anywhere_tells_of_somebody_who_was_erased(
    world: World, canary: Member, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Not a row, a byte of the database, an export in any form, or a line of the log."""
    caplog.set_level(logging.DEBUG)
    others = [member(world, one) for one in ("ana", "bo", "kim")]
    many(world, canary, others)
    before = counts(world, "ana", "bo", "kim")
    assert stored(world).count(CANARY.encode()) > 6 * ROWS
    erase(world, canary)
    vacuum(world)
    assert hits(world) == []
    assert CANARY.encode() not in stored(world)
    assert counts(world, "ana", "bo", "kim") == before
    assert {row.state for row in world.rows(tables.FOLLOWUP)} == {State.EXPIRED}
    for form in Form:
        path = tmp_path / form
        with world.store.export(ExportFilter(HOUSE)) as rows:
            written = write_export(path, form, rows, Reader("en", "Europe/Stockholm"))
        assert written.rows == 2 * ROWS + 6
        assert CANARY.encode() not in unpacked(path).lower(), form
    assert CANARY not in caplog.text.casefold()


def test_nor_does_a_backup_once_it_is_restored_and_the_erasure_repeated(
    file_world: World, tmp_path: Path
) -> None:
    (who,) = file_world.join(CANARY, name=NAME)
    many(file_world, who, file_world.join("ana", "bo", "kim"), rows=1_000)
    restored, log = Database(f"sqlite:///{tmp_path}/restored.db"), tmp_path / "erasures.txt"
    backup(file_world, tmp_path / "restored.db")
    erasures.note(log, privacy.fingerprint(HOUSE, CANARY))
    erase(file_world, who)
    world = World(restored)
    assert CANARY.encode() in stored(world)
    assert erase_again(world.store, HOUSE, log) == 1
    world.store.close()
    assert CANARY.encode() not in stored(world)
    assert CANARY not in log.read_text()
    restored.close()


def backup(world: World, to: Path) -> None:
    assert world.database.file
    source, target = sqlite3.connect(world.database.file), sqlite3.connect(to)
    source.backup(target)
    source.close()
    target.close()


def vacuum(world: World) -> None:
    """Let PostgreSQL do what an operator is told to do where no byte may remain."""
    if world.database.file is None:
        names = ", ".join(f'"{name}"' for name in SQLModel.metadata.tables)
        with psycopg.connect(dsn(world), autocommit=True) as connection:
            connection.execute(f"VACUUM FULL {names}".encode())


def stored(world: World) -> bytes:
    """Everything in the files of the database, in small letters."""
    if file := world.database.file:
        paths = list(file.parent.glob(f"{file.name}*"))
    else:
        with psycopg.connect(dsn(world), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            found = connection.execute(
                "SELECT current_setting('data_directory') || '/' || pg_relation_filepath(oid)"
                " FROM pg_class WHERE pg_relation_filepath(oid) IS NOT NULL AND oid > 16384"
            )
            paths = [Path(path) for (path,) in found]
    return b"".join(path.read_bytes() for path in paths).lower()


def dsn(world: World) -> str:
    url = world.database.url.set(drivername="postgresql")
    return url.render_as_string(hide_password=False)


def unpacked(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(map(archive.read, archive.namelist()))


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


@pytest.mark.parametrize("held_one", ["ana", "kim"])
def test_a_hold_keeps_a_cactus_whole_whoever_else_leaves(world: World, held_one: str) -> None:
    stage = Stage(world)
    card = world.say("ana", "/cactus @kim the returns desk was empty")
    assert isinstance(card, CactusHeld)
    world.press("ana", ActionName.SEND_NOW, card.award_id)
    world.say("bo", f"/glitter @{held_one} so calm")
    other = member(world, "kim" if held_one == "ana" else "ana")
    bo = member(world, "bo")
    held(world, held_one, days=90)
    with pytest.raises(OperatorError, match="on somebody with whom they share a cactus"):
        erase(world, other)
    leave(world, str(other.account))
    leave(world, "bo")
    stage.later(days=60)
    for _ in range(3):
        stage.settle()
    assert "the returns desk was empty" in str(world.exported())
    names = world.ask(lambda unit: unit.members.get(HOUSE, [other.id, bo.id]))
    assert (names[other.id].name, names[bo.id].name) == (other.name, NOBODY)
    stage.later(days=31)
    for _ in range(3):
        stage.settle()
    assert "the returns desk was empty" not in str(world.exported())


def test_a_hold_keeps_nobody_from_their_own_data(world: World) -> None:
    world.say("ana", "/glitter @bo so calm")
    held(world, "bo", days=90)
    begun = world.say("bo", "/glitter mydata")
    assert isinstance(begun, Notice)
    assert begun.code == "mydata-begun"
    assert "so calm" in str(world.say("bo", "/glitter me"))


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


def test_what_has_run_out_is_in_no_message_either(world: World) -> None:
    stage = Stage(world)
    world.say("ana", f"/glitter @bo the {CANARY} parcel")
    held = world.say("ana", f"/cactus @kim the {CANARY} desk was empty")
    assert isinstance(held, CactusHeld)
    world.press("ana", ActionName.SEND_NOW, held.award_id)
    reply = {"form": FormName.REPLY, "fields": {"note": f"who was at the {CANARY} desk?"}}
    world.press("kim", ActionName.SUBMIT, held.award_id, **reply)
    stage.later(hours=3)  # the week is told
    assert any("highlights" in line and CANARY in line for line in everything(world))
    stage.later(days=366)
    for _ in range(3):
        stage.settle()
    assert {line.partition(":")[0] for line in hits(world)} == {"award", "delivery"}
    assert [line for line in hits(world) if "desk" in line] == []
    stage.later(days=366)
    for _ in range(3):
        stage.settle()
    assert hits(world) == []


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


def test_a_hold_keeps_what_came_through_the_team(world: World) -> None:
    stage = Stage(world)
    team = world.ask(lambda unit: unit.teams.add(HOUSE, "Kassan"))
    bo = member(world, "bo")
    world.ask(lambda unit: unit.teams.join(team.id, [bo.id]))
    world.say("ana", "/glitter kassan long ago")
    stage.later(days=700)
    kept = Hold(bo.id, "a dispute", "Legal", world.clock.at + timedelta(days=90))
    world.ask(lambda unit: privacy.hold(unit, HOUSE, kept, "test"))
    stage.later(days=60)
    assert [row.reason for row in world.exported()] == ["long ago"]
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
