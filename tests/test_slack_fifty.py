"""Fifty workspaces in one process: what troubles three of them, the other 47 do not notice."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import count

import pytest

from adapters.slack.people import profile_of
from bot.heard import Installed
from bot.installing import installed
from bot.memory import Unit
from bot.model import Settings
from tests.drivers.slack_api import Channel, FakeSlack, Fault
from tests.drivers.slack_browser import InstalledChat
from tests.product import Running

Start = Callable[..., Running]
MANY = 50
LIMITED, REVOKED, ARCHIVED = "T7", "T8", "T9"
IN_TIME = 60.0
"""Seconds, on a machine that does other things beside: whoever waited for the three would wait for
an hour."""
TRIGGERS = count(1)


@pytest.fixture
def chat() -> Iterator[InstalledChat]:
    with InstalledChat() as slack:
        yield slack


@pytest.fixture
def houses(chat: InstalledChat) -> dict[str, FakeSlack]:
    made = {f"T{number}": chat.fake.add(f"T{number}") for number in range(100, 100 + MANY - 3)}
    made |= {team: chat.fake.add(team) for team in (LIMITED, REVOKED, ARCHIVED)}
    for team, house in made.items():
        for id, name in (("UANA", "Ana Ek"), ("UBO", "Bo Öst")):
            person = {"id": id, "team_id": team, "is_bot": False, "deleted": False}
            house.users[id] = {**person, "locale": "en-GB", "profile": {"real_name": name}}
        house.open_channel("general")
    return made


@pytest.fixture
def product(
    chat: InstalledChat, houses: dict[str, FakeSlack], start: Start, database_file: str
) -> Running:
    """Installed in all of them, with sealed tokens of their own; everybody is known."""
    running = start(chat, DATABASE_URL=database_file)
    seal = running.product.seals.of("slack-token")
    chosen = Settings(highlights_channel="channel:CGENERAL")

    def install(unit: Unit) -> None:
        for team, house in houses.items():
            id, token = f"slack:{team}", json.dumps({"bot": house.token})
            unit.credentials.keep(id, seal.close(token))
            installed(unit, Installed(id, installer="UANA", holder=id, welcome=False), chosen)
            people = [profile_of(user, team) for user in house.users.values()]
            unit.members.put(id, people)

    running.ask(install)
    return running


def give(chat: InstalledChat, team: str, words: str) -> float:
    """Seconds until Slack was answered."""
    began = time.monotonic()
    answer = chat.post_form(
        {
            "team_id": team,
            "channel_id": "CGENERAL",
            "channel_name": "general",
            "user_id": "UANA",
            "command": "/glitter",
            "text": f"<@UBO> {words}",
            "response_url": "http://127.0.0.1:9/nobody",
            "trigger_id": f"trigger-{next(TRIGGERS)}",
        }
    )
    assert "Recorded" in answer.text
    return time.monotonic() - began


def texts(channel: Channel) -> str:
    return " ".join(message["text"] for message in channel.messages)


def well(houses: dict[str, FakeSlack]) -> list[FakeSlack]:
    return [house for team, house in houses.items() if team not in (LIMITED, REVOKED, ARCHIVED)]


def trouble(chat: InstalledChat, houses: dict[str, FakeSlack]) -> None:
    busy = Fault(status=429, retry_after="3600")
    for method in ("chat.postMessage", "users.list", "users.info"):
        houses[LIMITED].fail(method, *[busy] * 99)
    chat.fake.revoke(houses[REVOKED])
    houses[ARCHIVED].channels["CGENERAL"].closed = "is_archived"


def test_what_troubles_three_the_others_do_not_notice(
    chat: InstalledChat, houses: dict[str, FakeSlack], product: Running
) -> None:
    trouble(chat, houses)
    began = time.monotonic()
    answered = sorted(give(chat, team, f"canary-{team}.") for team in houses)
    product.settle()
    posted = time.monotonic() - began
    assert all(f"canary-{one.team}." in texts(one.channels["CGENERAL"]) for one in well(houses))
    ended_as_they_should(houses, product)

    product.clock.move_to(product.clock.now() + timedelta(days=7))
    began = time.monotonic()
    product.settle()
    told = time.monotonic() - began
    for house in well(houses):
        assert texts(house.channels["CGENERAL"]).count(f"canary-{house.team}.") >= 2
    sys.stdout.write(
        f"{MANY} workspaces, 3 of them in trouble: answers p50 {answered[MANY // 2] * 1000:.0f} ms,"
        f" slowest {answered[-1] * 1000:.0f} ms; 47 posts within {posted:.1f} s, 47 highlights"
        f" within {told:.1f} s\n"
    )
    assert answered[-1] < 3
    assert posted < IN_TIME
    assert told < IN_TIME
    belongs_to_its_own(houses)


def ended_as_they_should(houses: dict[str, FakeSlack], product: Running) -> None:
    """One waits and is left in peace, one is removed, one is told of once."""
    assert len(houses[LIMITED].calls("chat.postMessage")) == 1
    product.settle()
    assert len(houses[LIMITED].calls("chat.postMessage")) == 1
    known = product.ask(lambda unit: unit.workspaces.all())
    assert {one.id for one in known if one.suspended_at} == {f"slack:{REVOKED}"}
    kept = {one.holder for one in product.ask(lambda unit: unit.credentials.all("slack"))}
    assert f"slack:{REVOKED}" not in kept
    assert len(kept) == MANY - 1
    installer = houses[ARCHIVED].open_direct("UANA")
    assert texts(installer).count("I may not post in") == 1
    assert texts(houses[ARCHIVED].open_direct("UBO")).count(f"canary-{ARCHIVED}.") == 1


def belongs_to_its_own(houses: dict[str, FakeSlack]) -> None:
    """No workspace ever got what was said in another, or was written to with its token."""
    for team, house in houses.items():
        raw = " ".join(call.raw for call in house.journal)
        assert [other for other in houses if other != team and f"canary-{other}." in raw] == []
        if house.token:
            assert {call.token for call in house.calls("chat.postMessage")} == {house.token}
