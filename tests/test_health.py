"""What a watchman asks: is it alive, can it work, and how much has it done?"""

import asyncio
import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from typing import Any

import httpx
import psycopg
import pytest
from sqlalchemy import make_url, text

from adapters import health
from adapters.metrics import result_of
from adapters.playground.clock import PlaygroundClock
from adapters.settings import Environment
from app import Product
from bot.errors import OperatorError
from bot.messages import CactusHeld, CactusText, CaseCard, GentleCheck, Help, Notice, Person
from bot.model import Kind, State
from bot.rounds import Rounds
from storage import instance
from storage.database import Database
from tests.databases import Make
from tests.drivers.http import NO_TLS
from tests.drivers.playground import PlaygroundChat
from tests.product import Running

Start = Callable[..., Running]


def ask(product: Running, path: str) -> httpx.Response:
    return httpx.get(f"{product.base_url}{path}", verify=NO_TLS)


@pytest.fixture
def begin(start: Start) -> Callable[[str], Running]:
    def begin(url: str) -> Running:
        return start(PlaygroundChat(), DATABASE_URL=url)

    return begin


def test_a_healthy_bot_is_alive_and_ready(begin: Any, database_url: str) -> None:
    product = begin(database_url)
    assert ask(product, "/healthz").json() == {"status": "ok"}
    ready = ask(product, "/readyz")
    assert (ready.status_code, ready.json()) == (200, {"ready": True, "reasons": {}})


def test_where_the_schema_is_not_ours_it_is_alive_but_not_ready(
    begin: Any, database_url: str
) -> None:
    product = begin(database_url)
    for change in ("UPDATE alembic_version SET version_num = '0000'", "DROP TABLE alembic_version"):
        with product.product.database.begin() as connection:
            connection.execute(text(change))
        ready = ask(product, "/readyz")
        assert ready.status_code == 503
        assert "schema" in ready.json()["reasons"]["database"]
        assert ask(product, "/healthz").status_code == 200


def test_without_its_database_it_says_so_and_comes_back_by_itself(
    begin: Any, make_postgresql: Make, postgresql_server: str
) -> None:
    url = make_url(make_postgresql(True))
    product = begin(url.render_as_string(hide_password=False))
    administer(postgresql_server, f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS false")
    end = "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity WHERE datname = %s"
    administer(postgresql_server, end, str(url.database))
    away = ask(product, "/readyz")
    assert away.status_code == 503
    assert "does not answer" in away.json()["reasons"]["database"]
    assert ask(product, "/healthz").status_code == 200
    administer(postgresql_server, f"ALTER DATABASE {url.database} ALLOW_CONNECTIONS true")
    assert ask(product, "/readyz").status_code == 200
    product.settle()


def administer(url: str, statement: str, *values: str) -> None:
    dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement.encode(), values)


def test_a_file_that_is_no_database_any_more_is_told(begin: Any, make_sqlite: Make) -> None:
    url = make_sqlite(True)
    product = begin(url)
    path = url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA writable_schema=ON")
        other.execute("UPDATE sqlite_master SET sql = 'nonsense' WHERE name = 'alembic_version'")
        other.execute("PRAGMA schema_version=999999")
    other.close()
    assert ask(product, "/readyz").status_code == 503
    assert ask(product, "/healthz").status_code == 200


def test_a_bot_whose_rounds_have_stopped_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    pulse = health.Pulse()
    assert pulse.check() == "the rounds have not moved for 60 seconds"
    pulse.beat()
    assert pulse.check() is None
    now = health.monotonic()
    monkeypatch.setattr(health, "monotonic", lambda: now + health.TICK_WITHIN + 1)
    assert pulse.check() == "the rounds have not moved for 60 seconds"


def test_people_are_answered_while_the_first_round_takes_long(
    begin: Any, make_sqlite: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    enough, waited = Event(), list[bool]()

    async def slow(_: Rounds) -> None:
        waited.append(await asyncio.to_thread(enough.wait, 20))

    monkeypatch.setattr(Rounds, "_previews", slow)
    monkeypatch.setattr("app.FIRST_ROUND_WITHIN", 0.1)
    product = begin(make_sqlite(True))
    assert ask(product, "/readyz").status_code == 200
    assert waited == []
    enough.set()
    product.settle()


def test_figures_are_for_prometheus(begin: Any, make_sqlite: Make) -> None:
    page = ask(begin(make_sqlite(True)), "/metrics")
    assert page.headers["content-type"].startswith("text/plain")
    assert "# TYPE glitterkaktus_answers_total counter" in page.text


def test_no_figure_tells_that_somebody_wrote_a_cactus() -> None:
    kim = Person("Kim Berg", "kim")
    text = CactusText(kim, kim, "the desk was empty")
    told = [
        CactusHeld(1, text, datetime.now(UTC)),
        GentleCheck(1, text, "never", "general"),
        CaseCard(1, text, kim, State.OPEN),
        Help(Kind.GLITTER),
    ]
    assert {result_of(message) for message in told} == {"answered"}
    refusals = [Notice("refused-pair-cactus"), Notice("refused-muted"), Notice("refused-nobody")]
    assert {result_of(message) for message in refusals} == {"refused"}
    assert [result_of(Notice(code)) for code in ("went-wrong", "undone")] == [
        "went-wrong",
        "answered",
    ]


def prepare(url: str) -> None:
    environment = Environment(_env_file=None, database_url=url)
    product = Product(environment, PlaygroundClock())
    try:
        product.prepare()
    finally:
        product.close()


def test_a_database_of_a_newer_program_stops_the_start_with_a_sentence(database_url: str) -> None:
    database = Database(database_url)
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(OperatorError, match=r"newer than this program .*[.]$"):
        prepare(database_url)


def test_two_hosts_on_one_file_are_refused(make_sqlite: Make) -> None:
    url = make_sqlite(True)
    database = Database(url)
    with database.begin() as connection:
        instance.beat(connection, "till-2/abc", datetime.now(UTC))
    database.close()
    with pytest.raises(OperatorError, match="till-2"):
        prepare(url)


def test_reasons_are_sentences_and_hold_no_password(begin: Any, make_postgresql: Make) -> None:
    url = make_url(make_postgresql(True)).set(password="canary-password")
    product = begin(url.render_as_string(hide_password=False))
    product.product.database.close()
    shown = json.dumps([ask(product, path).text for path in ("/readyz", "/metrics", "/healthz")])
    assert "canary-password" not in shown
