"""The environment: each bad value stops the start with one sentence that names it."""

import re
from pathlib import Path

import pytest

from adapters.settings import Environment, read_environment
from app import default_settings
from bot.errors import OperatorError
from bot.model import Settings
from storage.database import Database

KEY = "0123456789abcdef0123456789abcdef"
SLACK = {"SLACK_SIGNING_SECRET": "secret", "SLACK_BOT_TOKEN": "xoxb-token"}
TEAMS = {"TEAMS_APP_ID": "app", "TEAMS_APP_PASSWORD": "word", "TEAMS_TENANT_ID": "tenant"}
NAMES = [name.upper() for name in Environment.model_fields]


@pytest.fixture(autouse=True)
def clean_room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def complaint(monkeypatch: pytest.MonkeyPatch, **values: str) -> str:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(OperatorError) as caught:
        read_environment()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def test_nothing_set_is_the_playground() -> None:
    found = read_environment()
    assert found.playground_on
    assert (found.database_url, found.host, found.port) == (
        "sqlite:///glitter.db",
        "127.0.0.1",
        8000,
    )
    assert (found.log_format, found.log_level) == ("console", "info")


@pytest.mark.parametrize("blank", ["", "  ", "\t"])
@pytest.mark.parametrize("name", NAMES)
def test_a_blank_value_is_named(monkeypatch: pytest.MonkeyPatch, name: str, blank: str) -> None:
    assert complaint(monkeypatch, **{name: blank}).startswith(f"{name}: is blank; give it a value")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PUBLIC_URL", "bot.example.com"),
        ("PUBLIC_URL", "ftp://bot.example.com"),
        ("PUBLIC_URL", "https://me:pass@bot.example.com"),
        ("PUBLIC_URL", "https://[::1"),
        ("SLACK_API_URL", "slack.com/api/"),
        ("TEAMS_OPENID_URL", "file:///etc/passwd"),
        ("TEAMS_TOKEN_URL", "//login"),
        ("TEAMS_SERVICE_URLS", "https://smba.example, nothing"),
        ("TEAMS_SERVICE_URLS", "https://smba.example,"),
        ("TEAMS_TENANT_ID", "tenant,,other"),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", f"{KEY},short"),
        ("SECRET_KEY", f"{KEY},"),
        ("PLAYGROUND", "perhaps"),
        ("CACTUS_HOLD_MINUTES", "-1"),
        ("CACTUS_HOLD_MINUTES", "1441"),
        ("CACTUS_WORKING_HOURS", "sometimes"),
        ("DAILY_GLITTER_LIMIT", "many"),
        ("DAILY_CACTUS_LIMIT", "-2"),
        ("LOG_FORMAT", "xml"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_malformed_value_is_named_and_a_secret_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    sentence = complaint(monkeypatch, **{name: value})
    assert sentence.startswith(f"{name}: ")
    assert value not in sentence or name != "SECRET_KEY"


WRONG = {
    ("PORT", "eighty"): "should be a whole number from 0 to 65535, and is “eighty”",
    ("PORT", "65536"): "should be a whole number from 0 to 65535, and is “65536”",
    ("PORT", "xoxb-1234567890-secret"): "should be a whole number from 0 to 65535",
    ("DAILY_GLITTER_LIMIT", "-2"): "should be a whole number from 0 upwards, and is “-2”",
    ("PLAYGROUND", "perhaps"): "should be on or off, and is “perhaps”",
    ("LOG_LEVEL", "loud"): "should be debug, info, warning or error, and is “loud”",
}


@pytest.mark.parametrize(("setting", "said"), WRONG.items())
def test_what_a_setting_should_be_is_said_and_what_may_be_a_secret_is_not(
    monkeypatch: pytest.MonkeyPatch, setting: tuple[str, str], said: str
) -> None:
    name, value = setting
    assert complaint(monkeypatch, **{name: value}) == f"{name}: {said}."


def test_every_setting_of_the_wrong_type_gets_words_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = {name: one for name, one in Environment.model_fields.items() if "str" not in str(one)}
    assert len(typed) >= 9
    for name in typed:
        monkeypatch.setenv(name.upper(), "?")
        assert re.match(f"{name.upper()}: (should be|is no) ", complaint(monkeypatch))
        monkeypatch.delenv(name.upper())


@pytest.mark.parametrize("kept", list(SLACK))
def test_half_of_slack_is_refused(monkeypatch: pytest.MonkeyPatch, kept: str) -> None:
    sentence = complaint(monkeypatch, **{kept: SLACK[kept]}, SECRET_KEY=KEY)
    assert all(name in sentence for name in SLACK)


OAUTH = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "secret of the client"}
INCOMPLETE = [
    ({"SLACK_CLIENT_ID": "1.2"}, "SLACK_CLIENT_SECRET"),
    ({"SLACK_CLIENT_SECRET": "secret of the client"}, "SLACK_CLIENT_ID"),
    (OAUTH, "SLACK_SIGNING_SECRET"),
    ({**OAUTH, "SLACK_SIGNING_SECRET": "secret"}, "PUBLIC_URL"),
    ({"SLACK_APP_TOKEN": "xapp-1"}, "SLACK_BOT_TOKEN"),
    ({"SLACK_APP_TOKEN": "xapp-1", "SLACK_SIGNING_SECRET": "secret"}, "SLACK_BOT_TOKEN"),
]
WHOLE = [
    SLACK,
    {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"},
    {**OAUTH, "SLACK_SIGNING_SECRET": "secret", "PUBLIC_URL": "https://bot.example.com"},
    {**OAUTH, **SLACK, "PUBLIC_URL": "https://bot.example.com"},
    {**OAUTH, "SLACK_APP_TOKEN": "xapp-1", "PUBLIC_URL": "https://bot.example.com"},
]


@pytest.mark.parametrize(("values", "missing"), INCOMPLETE)
def test_what_slack_lacks_is_named(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], missing: str
) -> None:
    assert missing in complaint(monkeypatch, **values, SECRET_KEY=KEY)


@pytest.mark.parametrize("values", WHOLE, ids=lambda values: " ".join(values))
def test_each_way_to_slack_is_enough(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str]
) -> None:
    for name, value in {**values, "SECRET_KEY": KEY}.items():
        monkeypatch.setenv(name, value)
    assert read_environment().slack_on


@pytest.mark.parametrize("left_out", list(TEAMS))
def test_two_thirds_of_teams_are_refused(monkeypatch: pytest.MonkeyPatch, left_out: str) -> None:
    some = {name: value for name, value in TEAMS.items() if name != left_out}
    sentence = complaint(monkeypatch, **some, SECRET_KEY=KEY)
    assert all(name in sentence for name in TEAMS)


def test_what_is_no_id_of_an_app_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = complaint(monkeypatch, **TEAMS, SECRET_KEY=KEY, TEAMS_INSTALL_APP="glitterkaktus")
    assert sentence.startswith("TEAMS_INSTALL_APP: is no app's id")


@pytest.mark.parametrize("platform", [SLACK, TEAMS], ids=["slack", "teams"])
def test_a_real_platform_needs_a_key_and_no_playground(
    monkeypatch: pytest.MonkeyPatch, platform: dict[str, str]
) -> None:
    assert "SECRET_KEY" in complaint(monkeypatch, **platform)
    monkeypatch.setenv("SECRET_KEY", KEY)
    assert not read_environment().playground_on
    assert "PLAYGROUND" in complaint(monkeypatch, PLAYGROUND="on")
    monkeypatch.setenv("PLAYGROUND", "off")
    assert read_environment().secret_key == (KEY,)


def test_what_is_in_the_file_counts_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("PORT=9000\nHOST=0.0.0.0\nEDITOR_OF_SOMEBODY=vi\n")
    monkeypatch.setenv("PORT", "9001")
    found = read_environment()
    assert (found.host, found.port) == ("0.0.0.0", 9001)


def test_lists_are_split_and_trimmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", f"{KEY}new, {KEY}old")
    monkeypatch.setenv("TEAMS_SERVICE_URLS", "https://a.example/, https://b.example")
    found = read_environment()
    assert found.secret_key == (f"{KEY}new", f"{KEY}old")
    assert found.teams_service_urls == ("https://a.example", "https://b.example")


def test_new_workspaces_begin_with_what_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert default_settings(read_environment()) == Settings()
    for name, value in {
        "DAILY_GLITTER_LIMIT": "5",
        "DAILY_CACTUS_LIMIT": "0",
        "CACTUS_HOLD_MINUTES": "0",
        "CACTUS_WORKING_HOURS": "off",
    }.items():
        monkeypatch.setenv(name, value)
    assert default_settings(read_environment()) == Settings(
        daily_glitter_limit=5,
        daily_cactus_limit=0,
        cactus_hold_minutes=0,
        cactus_working_hours=False,
    )


@pytest.mark.parametrize(
    "url",
    [
        "glitter.db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:x?mode=memory",
        "mysql://root@localhost/x",
        "postgresql+asyncpg://localhost/x",
        "http://localhost",
        "://",
    ],
)
def test_a_database_that_cannot_be_is_refused_by_name(url: str) -> None:
    with pytest.raises(OperatorError) as caught:
        Database(url)
    assert re.match("DATABASE_URL.*[.]$", str(caught.value))
