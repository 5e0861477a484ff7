"""What the outbox table promises: order, pace, and that nothing goes out twice."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import update

from bot.memory import Leased, Owed, Unit
from bot.messages import Notice
from bot.model import DeliveryStatus, DigestStatus, IsoWeek, Place, Reader, Verb
from storage import tables
from storage.database import Database
from storage.store import SqlStore
from tests.worlds import FRIDAY, GENERAL, HOUSE, World, award

OTHER = "stage:other"
LEASE = timedelta(seconds=30)
NO_PACE = timedelta(0)
MINUTE = timedelta(minutes=1)
ENGLISH = Reader("en", "UTC")
KASSAN = Place.channel("kassan")


def notice(detail: str) -> Notice:
    return Notice("resent", detail=detail)


def owe(world: World, *details: str, place: Place = GENERAL, at: str = HOUSE, **more: Any) -> None:
    owed = [Owed(at, place, notice(detail), ENGLISH, **more) for detail in details]
    world.ask(lambda unit: unit.deliveries.owe(owed))


def lease(world: World, limit: int = 64, pace: timedelta = NO_PACE) -> tuple[list[Leased], bool]:
    return world.ask(lambda unit: unit.deliveries.lease("stage", limit, LEASE, pace))


def leased_and_sent(world: World, **more: Any) -> list[Leased]:
    found, _ = lease(world, **more)
    end(world, found)
    return found


def taken(world: World, **more: Any) -> list[str]:
    """What a lease brings, by its words; sent at once."""
    return words(leased_and_sent(world, **more))


def words(leased: Iterable[Leased]) -> list[str]:
    return [
        one.delivery.message.detail for one in leased if isinstance(one.delivery.message, Notice)
    ]


def end(
    world: World, leased: Iterable[Leased], status: DeliveryStatus = DeliveryStatus.SENT
) -> None:
    for one in leased:
        ref = f"ref-{one.delivery.id}"
        world.ask(
            lambda unit, id=one.delivery.id, ref=ref: unit.deliveries.finish(id, status, ref=ref)
        )


def statuses(world: World) -> list[DeliveryStatus]:
    return [DeliveryStatus(row.status) for row in world.rows(tables.DELIVERY)]


def test_a_delivery_comes_back_as_it_was_owed(world: World) -> None:
    address = Place.channel("general", "General", "https://there.example")
    world.ask(lambda unit: unit.workspaces.keep_place(HOUSE, address))
    owe(world, "räksmörgås 🌵")
    (found,), more = lease(world)
    assert (found.attempts, found.check_first, found.award_id, more) == (1, False, None, True)
    delivery = found.delivery
    assert (delivery.place, delivery.verb, delivery.reader) == (address, Verb.POST, ENGLISH)
    assert delivery.message == notice("räksmörgås 🌵")


def test_in_each_place_one_at_a_time_and_the_oldest_first(world: World) -> None:
    owe(world, "first", "second", "third")
    owe(world, "there", place=KASSAN)
    found, _ = lease(world)
    assert words(found) == ["first", "there"]
    assert lease(world) == ([], False)
    end(world, found)
    assert [taken(world), taken(world), taken(world)] == [["second"], ["third"], []]


def test_whoever_waits_behind_a_postponed_one_is_not_ready(world: World) -> None:
    owe(world, "first", "second")
    (first,), _ = lease(world)
    later = FRIDAY + MINUTE
    world.ask(lambda unit: unit.deliveries.postpone(first.delivery.id, later, "busy"))
    assert lease(world) == ([], False)
    world.later(minutes=1)
    (again,), _ = lease(world)
    assert (words([again]), again.attempts) == (["first"], 2)


def test_a_place_rests_between_two_messages_and_others_do_not(world: World) -> None:
    pace = timedelta(seconds=2)
    owe(world, "first", "second")
    owe(world, "there", place=KASSAN)
    assert taken(world, pace=pace) == ["first", "there"]
    assert lease(world, pace=pace) == ([], True)
    world.later(seconds=1)
    assert lease(world, pace=pace) == ([], True)
    world.later(seconds=1)
    assert taken(world, pace=pace) == ["second"]


def test_no_more_than_asked_for_is_leased_and_more_is_said(world: World) -> None:
    for number in range(5):
        owe(world, str(number), place=Place.channel(f"place-{number}"))
    found, more = lease(world, limit=3)
    assert (words(found), more) == (["0", "1", "2"], True)
    found, more = lease(world, limit=3)
    assert (words(found), more) == (["3", "4"], True)
    assert lease(world, limit=3) == ([], False)


def test_no_more_of_one_workspace_than_its_share_and_nothing_of_one_that_has_had_it(
    world: World,
) -> None:
    world.open(OTHER)
    for number in range(5):
        owe(world, str(number), place=Place.channel(f"place-{number}"))
    owe(world, "elsewhere", at=OTHER)

    def share(*but_for: str) -> tuple[list[str], bool]:
        found, more = world.ask(
            lambda unit: unit.deliveries.lease("stage", 64, LEASE, NO_PACE, each=2, but_for=but_for)
        )
        return words(found), more

    assert share(OTHER) == (["0", "1"], True)
    assert share() == (["2", "3", "elsewhere"], True)
    assert share(HOUSE) == ([], False)
    assert share() == (["4"], True)


def test_a_page_waits_until_the_messages_are_on_their_way(world: World) -> None:
    owe(world, "page", place=Place.home("bo"))
    owe(world, "message")
    assert taken(world, limit=1) == ["message"]
    assert taken(world, limit=1) == ["page"]


def test_a_paused_workspace_is_silent_and_its_neighbour_is_not(world: World) -> None:
    world.open(OTHER)
    owe(world, "here")
    owe(world, "elsewhere", at=OTHER)
    world.ask(lambda unit: unit.workspaces.pause(HOUSE, FRIDAY + MINUTE))
    assert taken(world) == ["elsewhere"]
    assert lease(world) == ([], False)
    world.later(minutes=1)
    assert taken(world) == ["here"]


def test_another_platform_takes_nothing_of_ours(world: World) -> None:
    owe(world, "ours")
    found = world.ask(lambda unit: unit.deliveries.lease("street", 9, LEASE, NO_PACE))
    assert found == ([], False)


def test_what_a_dead_process_was_sending_becomes_unknown_and_is_never_taken(world: World) -> None:
    owe(world, "first", "second")
    (first,), _ = lease(world)
    world.later(seconds=29)
    assert world.ask(lambda unit: unit.deliveries.expire_leases()) == []
    world.later(seconds=1)
    lost = world.ask(lambda unit: unit.deliveries.expire_leases())
    assert lost == [(HOUSE, first.delivery.id, None)]
    assert world.ask(lambda unit: unit.deliveries.expire_leases()) == []
    assert statuses(world)[0] is DeliveryStatus.UNKNOWN
    assert [taken(world), taken(world)] == [["second"], []]


def test_only_an_unknown_one_is_revived_and_only_in_its_house(world: World) -> None:
    owe(world, "lost")
    (lost,), _ = lease(world)
    revive = lambda at: world.ask(  # noqa: E731
        lambda unit: unit.deliveries.revive(at, lost.delivery.id)
    )
    assert revive(HOUSE) is False
    end(world, [lost], DeliveryStatus.UNKNOWN)
    assert [revive(OTHER), revive(HOUSE), revive(HOUSE)] == [False, True, False]
    (again,), _ = lease(world)
    assert (words([again]), again.attempts) == (["lost"], 1)


def test_a_message_of_another_version_is_set_aside_and_the_next_goes_out(world: World) -> None:
    owe(world, "poison", "healthy")
    (first, _) = world.rows(tables.DELIVERY)
    poison = '{"what": "invented_later", "detail": "poison"}'
    with world.database.begin() as connection:
        change = update(tables.DELIVERY).where(tables.DELIVERY.c.id == first.id)
        connection.execute(change.values(message=poison))
    assert lease(world)[0] == []
    assert statuses(world)[0] is DeliveryStatus.DEAD
    assert taken(world) == ["healthy"]
    assert world.ask(lambda unit: unit.deliveries.get(HOUSE, first.id)) is None


def test_suspending_ends_what_waits_and_nothing_is_poured_out_later(world: World) -> None:
    owe(world, "stale")
    world.ask(lambda unit: unit.workspaces.suspend(HOUSE))
    assert statuses(world) == [DeliveryStatus.CANCELLED]
    world.open(HOUSE)
    assert lease(world) == ([], False)


def test_taking_back_cancels_what_waits_and_deletes_what_is_out(world: World) -> None:
    ana, bo = world.join("ana", "bo")
    (id,) = world.ask(lambda unit: unit.awards.add([award(ana, bo)]))
    for place in (GENERAL, KASSAN, Place.channel("yard")):
        owe(world, place.id, place=place, award_id=id)
    found, _ = lease(world, limit=2)
    end(world, found[:1])
    world.ask(lambda unit: unit.deliveries.take_back(id, ENGLISH))
    assert statuses(world)[2] is DeliveryStatus.CANCELLED
    (deletion,), _ = lease(world)
    assert deletion.delivery.verb is Verb.DELETE
    assert deletion.delivery.target_ref == f"ref-{found[0].delivery.id}"
    end(world, found[1:])
    (late,), _ = lease(world)
    assert late.delivery.target_ref == f"ref-{found[1].delivery.id}"


def test_a_deleted_post_stands_no_more(world: World) -> None:
    ana, bo = world.join("ana", "bo")
    (id,) = world.ask(lambda unit: unit.awards.add([award(ana, bo)]))
    owe(world, "taken back", award_id=id)
    assert taken(world) == ["taken back"]
    owe(world, "stays")
    assert taken(world) == ["stays"]
    world.ask(lambda unit: unit.deliveries.take_back(id, ENGLISH))
    posts = world.ask(lambda unit: unit.deliveries.standing_posts(HOUSE, 9))
    assert [(one.message.detail, at) for one, _, at in posts] == [("stays", FRIDAY)]


def test_a_digests_blocked_pages_move_to_another_place(world: World) -> None:
    week = IsoWeek(2026, 48)
    digest = world.ask(
        lambda unit: unit.digests.add(HOUSE, week, DigestStatus.PLANNED, FRIDAY - MINUTE, FRIDAY)
    )
    owe(world, "page 1", "page 2", digest_id=digest)
    (first,), _ = lease(world)
    end(world, [first], DeliveryStatus.BLOCKED)
    moved = world.ask(lambda unit: unit.deliveries.move_blocked(digest, KASSAN))
    assert moved == 1
    found, _ = lease(world)
    assert {(one.delivery.place.id, words([one])[0]) for one in found} == {
        ("kassan", "page 1"),
        ("general", "page 2"),
    }
    of_digest = world.ask(lambda unit: unit.deliveries.of_digest(digest))
    assert of_digest == [DeliveryStatus.SENDING] * 2


@pytest.mark.parametrize("limit", [1, 7])
def test_of_two_processes_no_delivery_is_leased_twice(world: World, limit: int) -> None:
    places = [Place.channel(f"place-{number}") for number in range(12)]
    for place in places:
        owe(world, "a", "b", place=place)
    start = Barrier(2)
    order: list[tuple[str, str]] = []
    """The place and the words of everything leased by either."""

    def work(unit: Unit) -> list[Leased]:
        return unit.deliveries.lease("stage", limit, LEASE, NO_PACE)[0]

    def drain() -> None:
        database = Database(world.url)
        store = SqlStore(database, world.clock)
        start.wait(10)
        while leased := store.run_now(work):
            for one in leased:
                order.append((one.delivery.place.id, words([one])[0]))
                id = one.delivery.id
                store.run_now(lambda unit, id=id: unit.deliveries.finish(id, DeliveryStatus.SENT))
        store.close()
        database.close()

    with ThreadPoolExecutor(2) as pool:
        for half in [pool.submit(drain), pool.submit(drain)]:
            half.result(60)
    for _ in range(2):  # what one left because the other was at it
        order += [(one.delivery.place.id, words([one])[0]) for one in leased_and_sent(world)]
    assert len(order) == len(set(order)) == 24
    for place in places:
        assert [word for id, word in order if id == place.id] == ["a", "b"]
