"""Nobody's words, names or tokens leave the way they were meant to go."""

import asyncio
import io
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import httpx
import psycopg
import pytest
import structlog
from sqlalchemy.exc import IntegrityError

from adapters import logs
from bot.desk import Desk
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Notice
from bot.model import Duty, Kind, Profile, Settings
from bot.outcomes import Uncertain
from storage.database import Database
from tests.databases import Make
from tests.drivers.base import Chat
from tests.drivers.playground import PlaygroundChat
from tests.drivers.slack import SECRET, SlackChat
from tests.drivers.slack_api import TOKEN, Fault
from tests.drivers.stage import Stage
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_service import Fault as TeamsFault
from tests.product import Running
from tests.worlds import HOUSE, World, award, world_on

CANARY = "canary"
"""Stands in every reason and every name of these tests."""
NAMES = ("Ana Canary", "Bo Canary", "Kim Canary")
CACTUS = "the canary of the returns desk"
PRAISE = "canary praise"
Logs = Callable[[], str]


@pytest.fixture(params=["json", "console"])
def logged(request: pytest.FixtureRequest) -> Iterator[Logs]:
    """All that the process logs at level debug, in either form."""
    form: Literal["json", "console"] = request.param
    root, others, level = logging.root, logging.root.handlers[:], logging.root.level
    out, stderr = io.StringIO(), sys.stderr
    sys.stderr = out
    try:
        logs.configure(form, "debug")
        (ours,) = root.handlers
        root.handlers[:] = [*others, ours]  # pytest takes its own away when it wants to
        yield out.getvalue
    finally:
        sys.stderr = stderr
        root.removeHandler(ours)
        root.setLevel(level)
        structlog.reset_defaults()
        for name in logs.OURS:
            logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def slack() -> Iterator[SlackChat]:
    with SlackChat() as chat:
        for account, name in zip(("ana", "bo", "kim"), NAMES, strict=True):
            chat.join(account, name)
        yield chat


def no_canary_in(text: str) -> None:
    at = text.casefold().find(CANARY)
    assert at < 0, text[max(0, at - 300) : at + 300]


def test_a_cactus_leaves_no_trace_outside_two_private_chats(
    slack: SlackChat, start: Callable[..., Running], database_url: str, logged: Logs
) -> None:
    product = start(slack, DATABASE_URL=database_url, CACTUS_WORKING_HOURS="off")
    slack.say("ana", "/glitter @bo stayed late for the balsamico customer")
    channel = slack.fake.open_channel("general").id
    chosen = Settings(highlights_channel=f"channel:{channel}", cactus_working_hours=False)
    product.ask(lambda unit: unit.workspaces.set_settings(slack.workspace_id, chosen, unit.now))
    held = slack.say("ana", f"/cactus @kim {CACTUS}")
    slack.say("bo", f"/cactus @kim {CACTUS}", place="direct")
    slack.say("ana", f"/cactus @kim {CACTUS} again")
    slack.press("ana", held, ActionName.SEND_NOW)
    product.later(minutes=11)
    product.later(days=8)

    assert [CACTUS in shown.text for shown in slack.direct("kim")].count(True) == 2
    assert "Glitter of the week" in slack.everything_in_channels()
    no_canary_in(slack.everything_in_channels().replace("Ana Canary", "").replace("Bo Canary", ""))
    assert "kim" not in slack.everything_in_channels().casefold()
    to_others = [shown.text for who in ("ana", "bo") for shown in slack.direct(who)]
    assert all("returns desk" not in text or "Kim" in text for text in to_others)
    no_canary_in(httpx.get(f"{product.base_url}/metrics").text)
    assert "bot.outbox" in logged()
    no_canary_in(logged())


def test_no_words_names_or_tokens_are_logged_whatever_slack_does(
    slack: SlackChat, start: Callable[..., Running], database_url: str, logged: Logs
) -> None:
    slack.fake.fail("users.list", Fault(status=500, body=f"<b>{CANARY}</b>"))
    slack.fake.fail("users.info", Fault(error="invented_later"), Fault(cut="before"))
    slack.fake.fail(
        "chat.postMessage",
        Fault(status=500, body=CANARY),
        Fault(error="invented_later"),
        Fault(cut="after"),
        Fault(status=429, retry_after="0"),
        Fault(body=CANARY),
        Fault(error="account_inactive"),
    )
    product = start(slack, DATABASE_URL=database_url)
    for number in range(8):
        slack.say("ana", f"/glitter @bo {PRAISE} {number}", place=f"place-{number}")
    slack.say("ana", f"/glitter @Canary {PRAISE}")
    slack.say("ana", f"/glitter @bo {PRAISE * 300}")
    for body in (CANARY.encode(), b'{"type":"event_callback","event":{"type":"canary"}}'):
        slack.post(body, "application/json")
        slack.post(body, "application/x-www-form-urlencoded")
        slack.post(body, "application/json", age=9999)
    product.later(days=1)
    told = logged()
    assert "bot.outbox" in told
    no_canary_in(told)
    for secret in (TOKEN, SECRET, slack.environment["SECRET_KEY"]):
        assert secret not in told


@pytest.fixture(params=[PlaygroundChat, SlackChat, TeamsChat], ids=["playground", "slack", "teams"])
def birds(request: pytest.FixtureRequest) -> Iterator[Chat]:
    """A platform on which everybody has a canary in their name."""
    with request.param() as chat:
        for account, name in zip(("ana", "bo", "kim"), NAMES, strict=True):
            chat.join(account, name)
        yield chat


def test_no_words_or_names_are_logged_on_any_platform(
    birds: Chat, start: Callable[..., Running], database_file: str, logged: Logs
) -> None:
    settings = {"CACTUS_WORKING_HOURS": "off", "CACTUS_HOLD_MINUTES": "0"}
    product = start(birds, DATABASE_URL=database_file, **settings)
    birds.say("ana", "/glitter me")
    product.ask(lambda unit: give_hr(unit, birds.workspace_id))
    break_something(birds)
    for number in range(6):
        birds.say("ana", f"/glitter @bo {PRAISE} {number}", place=f"canary-{number}")
    for words in ("@bo", CANARY, f"@bo {PRAISE * 300}", f'"{CANARY} Berg" (canary) {PRAISE}'):
        birds.say("ana", f"/glitter {words}")
    birds.say("ana", f"/cactus @kim {CACTUS} wish: {CANARY}")
    product.settle()
    case = next(one for one in birds.direct("kim") if ActionName.REPLY in one.buttons)
    birds.fill("kim", birds.press("kim", case, ActionName.REPLY), note=CANARY)
    for words in (f"export {CANARY}", "export", "mydata", "history", "settings", f"name {CANARY}"):
        birds.say("ana", f"/glitter {words}")
    product.settle()
    birds.files("ana")
    birds.say("ana", f"/cactus mute @kim 3 {CANARY}")
    for path in ("/readyz", "/metrics", f"/history/{CANARY}", f"/{CANARY}"):
        httpx.get(f"{product.base_url}{path}", trust_env=False)
    product.later(days=8)
    assert "bot.outbox" in logged()
    no_canary_in(logged())


def give_hr(unit: Unit, workspace_id: str) -> None:
    (ana,) = [one for one in unit.members.all(workspace_id) if one.name == NAMES[0]]
    unit.members.give_duty(ana.id, Duty.HR)


def break_something(chat: Chat) -> None:
    """What comes next goes wrong in all the ways that this platform has."""
    match chat:
        case TeamsChat():
            chat.service.faults += [
                TeamsFault(status=500),
                TeamsFault(status=400, code="BadSyntax"),
                TeamsFault(cut=True),
                TeamsFault(status=403, code="MessageWritesBlocked"),
                TeamsFault(status=429, headers={"Retry-After": "0"}),
                TeamsFault(status=302, headers={"Location": f"http://127.0.0.1:1/{CANARY}"}),
            ]
        case SlackChat():
            told = (Fault(status=500, body=CANARY), Fault(cut="after"), Fault(body=CANARY))
            chat.fake.fail("chat.postMessage", *told, Fault(error="is_archived"))
        case _:
            chat.forbid("canary-0")


# ---------------------------------------------------------------- faults inside


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


def desk_of(world: World, stage: Stage) -> Desk:
    return Desk(world.store, {stage.name: stage}, Settings(), lambda: None)


def unique_violation(unit: Unit) -> None:
    members = unit.members.find(HOUSE, ["ana", "bo"])
    same = award(members["ana"], members["bo"], CANARY, reason=CANARY)
    unit.awards.add([same])
    unit.awards.add([same])


def too_large_a_number(unit: Unit) -> None:
    members = unit.members.find(HOUSE, ["ana"])
    ana = members["ana"]
    unit.awards.add([award(ana, type(ana)(10**30, HOUSE, None, CANARY, "", "", ana.standing))])


def a_null_byte(unit: Unit) -> None:
    unit.members.put(HOUSE, [Profile(f"{CANARY}\0", CANARY)])
    raise ValueError(CANARY)


def a_lone_surrogate(unit: Unit) -> None:
    unit.members.put(HOUSE, [Profile(f"{CANARY}\ud800", CANARY)])


@pytest.mark.parametrize(
    "broken", [unique_violation, too_large_a_number, a_null_byte, a_lone_surrogate]
)
def test_a_fault_inside_is_answered_and_logged_without_a_word_of_anybody(
    world: World, stage: Stage, logged: Logs, broken: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import bot.desk

    monkeypatch.setattr(bot.desk, "answer", lambda heard, unit, told: broken(unit))
    said = world.said("ana", f"/glitter @bo {PRAISE}")
    answer = asyncio.run(desk_of(world, stage).answer(said)).message
    assert isinstance(answer, Notice)
    assert answer.code == "went-wrong"
    assert answer.detail in logged()
    no_canary_in(logged())
    no_canary_in(str(answer))
    assert world.exported() == []


def test_an_adapter_that_breaks_while_asked_is_logged_without_words(
    world: World, stage: Stage, logged: Logs, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> list[Profile]:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(stage, "profiles", broken)
    said = world.said("newcomer", f"/glitter @bo {PRAISE}")
    answer = asyncio.run(desk_of(world, stage).answer(said)).message
    assert isinstance(answer, Notice)
    stage.foretell("general", RuntimeError(CANARY), Uncertain("timeout"))
    world.say("ana", f"/glitter @bo {PRAISE}")
    stage.settle()
    assert "RuntimeError" in logged()
    no_canary_in(logged())


def test_what_a_library_logs_is_reduced_to_where(logged: Logs) -> None:
    for name in ("slack_sdk", "uvicorn.error", "asyncio", "sqlalchemy.engine", "botbuilder"):
        logger = logging.getLogger(name)
        logger.warning("posting %s", CANARY)
        logger.error(CANARY, extra={"reason": CANARY}, exc_info=ValueError(CANARY))
    assert logged().count("a library complains") == 10
    no_canary_in(logged())


def test_our_own_log_lines_keep_only_what_is_allowed(logged: Logs) -> None:
    structlog.get_logger("bot.x").warning("told", reason=CANARY, workspace="slack:T1", name=CANARY)
    logging.getLogger("bot.y").warning("told", extra={"words": CANARY, "delivery": 7})
    assert "slack:T1" in logged()
    assert "7" in logged()
    no_canary_in(logged())


def test_an_error_of_the_database_tells_no_words(world: World) -> None:
    with pytest.raises(IntegrityError) as caught:
        world.ask(unique_violation)
    no_canary_in(str(caught.value))
    no_canary_in(repr(caught.value.orig))


def test_the_log_of_postgresql_holds_no_words(make_postgresql: Make) -> None:
    """Its errors tell the keys of a row that was refused, which are ids, and a statement without
    what was put in."""
    database = Database(make_postgresql(True))
    database.open()
    with world_on(database) as world:
        ana, bo = world.join("ana", "bo")
        same = award(ana, bo, "the-ref-of-a-refused-row", reason=f"{CANARY}-in-a-reason")
        with pytest.raises(IntegrityError):
            world.ask(lambda unit: [unit.awards.add([same]) for _ in range(2)])
    database.close()
    dsn = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(dsn) as connection:
        at = connection.execute("SHOW data_directory").fetchone()
    assert at
    told = (Path(at[0]) / "log").read_text("utf-8")
    assert "the-ref-of-a-refused-row" in told
    assert f"{CANARY}-in-a-reason" not in told.casefold()


def test_highlights_cannot_read_a_cactus_even_of_a_person_without_glitter(
    world: World, stage: Stage
) -> None:
    for number, kind in enumerate((Kind.CACTUS, Kind.GLITTER)):
        world.say("ana", f"/{kind} @{('bo', 'kim')[number]} {kind} of the week")
    stage.later(days=1)
    pages = [one for one in stage.messages("general") if one and one.what == "weekly_highlights"]
    assert "glitter of the week" in str(pages)
    assert "cactus of the week" not in str(pages)
    assert "Bo" not in str(pages)
