"""`app.py doctor`: each line is ok or says what to do, and no line tells a secret."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url
from typer.testing import CliRunner

import app
from adapters.cli import commands
from adapters.doctor import Finding, clock
from adapters.settings import Environment
from bot.settings import change_settings
from tests.databases import Make
from tests.drivers.slack import SECRET, SlackChat
from tests.drivers.slack_api import TOKEN, Fault
from tests.drivers.slack_browser import Browser, InstalledChat
from tests.drivers.slack_line import SocketChat
from tests.drivers.slack_socket import APP_TOKEN
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_graph import CATALOGUE_ID, PERMISSION
from tests.product import Running

Start = Callable[..., Running]
Look = Callable[..., dict[str, Finding]]


@pytest.fixture
def database_file(tmp_path: Path) -> str:
    """One that nobody has made yet."""
    return f"sqlite:///{tmp_path}/glitter.db"


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_file: str) -> Look:
    """Run the check-up with the settings of a chat; what it found, by what it looked at."""
    for name in Environment.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)

    def with_settings(**values: str) -> dict[str, Finding]:
        key = "a-key-for-tests-only-of-sufficient-length"
        settings = {"DATABASE_URL": database_file, "SECRET_KEY": key, **values}
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        return {one.what: one for one in app.Tools().doctor()}

    return with_settings


@pytest.fixture
def chat() -> Iterator[SlackChat]:
    with SlackChat() as slack:
        slack.join("ana", "Ana Ek")
        yield slack


@pytest.fixture
def used(chat: SlackChat, start: Start, database_file: str, make_sqlite: Make) -> SlackChat:
    """A product has run, and its highlights go to #general."""
    shutil.copy(*(str(make_url(url).database) for url in (make_sqlite(True), database_file)))
    running = start(chat, DATABASE_URL=database_file)
    chosen = {"highlights_channel": "channel:CGENERAL"}
    running.ask(lambda unit: change_settings(unit, "slack:T1", chosen, "test"))
    return chat


def wrong(found: dict[str, Finding]) -> dict[str, str]:
    return {what: one.told for what, one in found.items() if not one.ok}


def test_all_is_well(look: Look, used: SlackChat) -> None:
    found = look(**used.environment)
    assert wrong(found) == {}
    assert set(found) == {
        "settings",
        "database",
        "schema",
        "slack token",
        "slack scopes",
        "clock beside Slack's",
        "highlights channel of slack:T1",
    }


def test_a_bad_setting_is_all_there_is_to_say(look: Look) -> None:
    found = look(SLACK_BOT_TOKEN="xoxb-1")
    assert list(wrong(found)) == ["settings"]
    assert "SLACK_SIGNING_SECRET" in found["settings"].told


def test_nothing_has_run_yet(look: Look, chat: SlackChat) -> None:
    found = look(**chat.environment)
    assert wrong(found) == {}
    assert "the first start makes it" in found["schema"].told


def test_an_older_schema_is_told_and_left_as_it_is(
    look: Look, used: SlackChat, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "glitter.db")) as file, file:
        file.execute("UPDATE alembic_version SET version_num = '0001'")
    for _ in range(2):
        assert "app.py migrate" in wrong(look(**used.environment))["schema"]


def test_a_database_out_of_reach_is_told(look: Look, chat: SlackChat) -> None:
    url = "postgresql+psycopg://me:secret-word@127.0.0.1:9/x"
    told = wrong(look(**chat.environment, DATABASE_URL=url))
    assert "PostgreSQL cannot be reached" in told["database"]
    assert "secret-word" not in str(told)


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (Fault(error="token_revoked"), "refuses"),
        (Fault(status=503), "cannot be reached"),
        (Fault(body="<html>hello</html>"), "cannot be reached"),
    ],
    ids=str,
)
def test_what_is_wrong_with_the_token_is_told(
    look: Look, used: SlackChat, fault: Fault, word: str
) -> None:
    used.fake.fail("auth.test", fault)
    assert word in wrong(look(**used.environment))["slack token"]


def test_missing_scopes_are_named(look: Look, used: SlackChat) -> None:
    used.fake.scopes = ["chat:write", "commands"]
    told = wrong(look(**used.environment))["slack scopes"]
    assert "users:read" in told
    assert "app.py manifest slack" in told


@pytest.mark.parametrize(
    ("closed", "word"), [("not_in_channel", "/invite"), ("is_archived", "archived")]
)
def test_a_channel_that_does_not_take_the_highlights_is_told(
    look: Look, used: SlackChat, closed: str, word: str
) -> None:
    used.fake.open_channel("general").closed = closed
    assert word in wrong(look(**used.environment))["highlights channel of slack:T1"]


def test_a_channel_that_cannot_be_seen_or_is_not_chosen_is_told(
    look: Look, chat: SlackChat, start: Start, database_file: str
) -> None:
    start(chat, DATABASE_URL=database_file)
    what = "highlights channel of slack:T1"
    assert "app.py workspace set slack:T1" in wrong(look(**chat.environment))[what]
    chosen = {"highlights_channel": "channel:CNOWHERE"}
    running = start(chat, DATABASE_URL=database_file)
    running.ask(lambda unit: change_settings(unit, "slack:T1", chosen, "test"))
    assert "invite the bot" in wrong(look(**chat.environment))[what]


@pytest.mark.parametrize(("seconds", "ok"), [(0, True), (-59, True), (61, False), (-3600, False)])
def test_a_clock_may_be_a_minute_off(seconds: int, ok: bool) -> None:
    told = "Fri, 27 Nov 2026 12:00:00 GMT"
    now = datetime.fromisoformat("2026-11-27T12:00:00+00:00") + timedelta(seconds=seconds)
    (found,) = clock("clock", now, told)
    assert found.ok is ok
    assert clock("clock", now, "yesterday") == []


def test_the_database_has_a_clock_too(look: Look, make_postgresql: Callable[[bool], str]) -> None:
    found = look(DATABASE_URL=make_postgresql(True))
    assert found["clock beside the database's"].ok


def test_socket_mode_is_looked_at(look: Look) -> None:
    with SocketChat() as chat:
        assert look(**chat.environment)["slack app token"].ok
        told = wrong(look(**{**chat.environment, "SLACK_APP_TOKEN": "xapp-wrong"}))
        assert "connections:write" in told["slack app token"]


def test_every_installed_workspace_is_looked_at(
    look: Look, start: Start, database_file: str
) -> None:
    with InstalledChat() as chat:
        running = start(chat, DATABASE_URL=database_file)
        assert "open /slack/install" in look(**chat.environment)["slack tokens"].told
        Browser(running.base_url).install(chat.fake, "UANA")
        shop = chat.fake.add("T2", "Kaktus Oy")
        code = chat.fake.oauth.agree(shop, "UANA")
        browser = Browser(running.base_url)
        browser.come_back(state=browser.begin(), code=code)
        running.settle()  # nothing is left to send that would meet the dead token first
        chat.fake.revoke(shop)
        found = look(**chat.environment)
        assert found["slack token of slack:T1"].ok
        assert "refuses" in wrong(found)["slack token of slack:T2"]
        other = look(
            **{**chat.environment, "SECRET_KEY": "another key that is long enough to be one"}
        )
        assert "SECRET_KEY does not open" in wrong(other)["slack tokens"]


def test_teams_is_looked_at(look: Look) -> None:
    with TeamsChat() as chat:
        assert wrong(look(**chat.environment)) == {}
        told = wrong(look(**{**chat.environment, "TEAMS_APP_PASSWORD": "an old password"}))
        assert "TEAMS_APP_PASSWORD" in str(told)
    assert "TEAMS_OPENID_URL" in str(wrong(look(**chat.environment)))


def test_people_who_cannot_be_written_to_in_teams_are_counted(
    look: Look, start: Start, database_file: str
) -> None:
    with TeamsChat() as chat:
        for who in ("ana", "bo"):
            chat.join(who, who.title())
        product = start(chat, DATABASE_URL=database_file)
        [told] = [one for name, one in look(**chat.environment).items() if "people" in name]
        assert told.ok
        assert "for everybody" in told.told
        chat.service.personal(chat.someone("bo").id).forbidden = True
        chat.say("ana", "/glitter @bo the calm release", place="direct")
        product.close()
        assert "1 could not be written to" in str(wrong(look(**chat.environment)))


def test_it_says_whether_the_app_may_be_brought_to_people(look: Look) -> None:
    with TeamsChat() as chat:
        graph = f"{chat.service.url}/graph/v1.0"
        asked = {**chat.environment, "TEAMS_INSTALL_APP": CATALOGUE_ID, "TEAMS_GRAPH_URL": graph}
        assert wrong(look(**asked)) == {}
        chat.service.graph.roles = []
        assert PERMISSION in str(wrong(look(**asked)))


# ---------------------------------------------------------------- the command


def test_the_command_ends_with_one_where_something_is_wrong(look: Look, used: SlackChat) -> None:
    look(**used.environment)
    well = CliRunner().invoke(commands(app.Tools()), ["doctor"])
    assert (well.exit_code, "WRONG" in well.stdout) == (0, False)
    used.fake.scopes = []
    told = CliRunner().invoke(commands(app.Tools()), ["doctor", "--json"])
    assert told.exit_code == 1
    assert [one["what"] for one in json.loads(told.stdout) if not one["ok"]] == ["slack scopes"]


def test_no_secret_is_ever_told(look: Look, used: SlackChat) -> None:
    used.fake.fail("auth.test", Fault(error="token_revoked"))
    told = str(look(**used.environment, SLACK_APP_TOKEN=APP_TOKEN))
    for secret in (TOKEN, SECRET, APP_TOKEN, "a-key-for-tests"):
        assert secret not in told
