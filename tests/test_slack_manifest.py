"""The manifest and the code say the same, both ways."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from slack_sdk.web.async_client import AsyncWebClient
from typer.testing import CliRunner

import app
from adapters.cli import commands
from adapters.settings import Environment
from adapters.slack import heard
from adapters.slack.events import Events
from adapters.slack.heard import COMMANDS
from adapters.slack.manifest import EVENTS, HOME_TAB, SCOPES, SHORTCUTS, manifest

ROOT = Path(__file__).parent.parent
SLACK = ROOT / "adapters" / "slack"
URL = "https://bot.example.com"

# As published with each method and event: https://docs.slack.dev/reference
OF_METHODS: dict[str, set[str]] = {
    "api_call": set(),
    "apps_connections_open": set(),
    "auth_teams_list": set(),
    "auth_test": set(),
    "chat_delete": {"chat:write"},
    "chat_getPermalink": set(),
    "chat_postMessage": {"chat:write"},
    "chat_update": {"chat:write"},
    "conversations_info": {"channels:read", "groups:read"},
    "conversations_join": {"channels:join"},
    "files_completeUploadExternal": {"files:write"},
    "files_getUploadURLExternal": {"files:write"},
    "files_upload_v2": {"files:write"},
    "usergroups_users_list": {"usergroups:read"},
    "users_info": {"users:read"},
    "users_list": {"users:read"},
    "views_open": set(),
    "views_publish": set(),
    "views_push": set(),
    "views_update": set(),
}
OF_EVENTS: dict[str, set[str]] = {
    "app_home_opened": set(),
    "app_uninstalled": set(),
    "member_joined_channel": {"channels:read", "groups:read"},
    "reaction_added": {"reactions:read"},
    "reaction_removed": {"reactions:read"},
    "team_access_granted": set(),
    "team_access_revoked": set(),
    "team_join": {"users:read"},
    "tokens_revoked": set(),
    "user_change": {"users:read"},
}


def called() -> set[str]:
    """Every method of Slack's client that our code names."""
    methods = {name for name in vars(AsyncWebClient) if not name.startswith("_")} | {"api_call"}
    return {name for path in SLACK.glob("*.py") for name in _attributes(path)} & methods


def _attributes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


def listened_to() -> set[str]:
    return set(Events(None, None, None, None).listeners())  # type: ignore[arg-type]


def test_the_scopes_are_those_that_the_methods_and_events_in_use_need() -> None:
    assert called() == set(OF_METHODS)
    methods = set().union(*OF_METHODS.values())
    events = set().union(*(OF_EVENTS[event] for event in EVENTS))
    assert set(SCOPES) == methods | events | {"commands"}


def test_the_events_are_those_that_are_heard() -> None:
    assert set(EVENTS) == listened_to() == set(OF_EVENTS)
    assert set(manifest(URL)["settings"]["event_subscriptions"]["bot_events"]) == set(EVENTS)


def test_the_commands_are_those_that_are_heard_and_escaped() -> None:
    told = manifest(URL)["features"]["slash_commands"]
    assert {command["command"] for command in told} == set(COMMANDS)
    assert all(command["should_escape"] is True for command in told)
    assert {command["url"] for command in told} == {f"{URL}/slack/events"}
    assert all(len(command["usage_hint"]) <= 100 for command in told)


def test_the_shortcuts_and_the_home_tab_are_those_that_somebody_answers() -> None:
    assert {shortcut.callback for shortcut in SHORTCUTS} == set(heard.SHORTCUTS)
    assert all(len(shortcut.name) <= 24 for shortcut in SHORTCUTS)
    told = manifest(URL)["features"]["shortcuts"]
    assert {shortcut["callback_id"] for shortcut in told} == set(heard.SHORTCUTS)
    assert ("app_home_opened" in listened_to()) == HOME_TAB


def test_every_address_is_one_of_ours() -> None:
    told = json.dumps(manifest(f"{URL}/"))
    paths = {"/slack/events", "/slack/oauth_redirect"}
    assert {url.removeprefix(URL) for url in re.findall(rf'{URL}[^"]*', told)} == paths


def test_without_an_address_it_is_socket_mode() -> None:
    told = manifest(None)
    assert told["settings"]["socket_mode_enabled"] is True
    assert "http" not in json.dumps(told)
    assert manifest(URL)["settings"]["socket_mode_enabled"] is False


def test_what_slack_limits_is_short_enough() -> None:
    told = manifest(URL)
    assert len(told["display_information"]["name"]) <= 35
    assert len(told["display_information"]["description"]) <= 140
    assert len(told["features"]["bot_user"]["display_name"]) <= 80


# ---------------------------------------------------------------- the command


def run(*words: str) -> str:
    told = CliRunner().invoke(commands(app.Tools()), ["manifest", "slack", *words])
    assert told.exit_code == 0, told.output
    return told.stdout


def test_the_command_prints_it_in_both_forms(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert yaml.safe_load(run("--url", URL)) == manifest(URL)
    assert json.loads(run("--url", URL, "--format", "json")) == manifest(URL)
    assert yaml.safe_load(run("--socket")) == manifest(None)
    monkeypatch.setenv("PUBLIC_URL", URL)
    assert yaml.safe_load(run()) == manifest(URL)


def test_without_an_address_the_command_asks_for_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    for wrong in ([], ["--url", "bot.example.com"], ["--url", "http://bot.example.com"]):
        told = CliRunner().invoke(commands(app.Tools()), ["manifest", "slack", *wrong])
        assert told.exit_code == 1
        assert "https://" in str(told.exception)


# ---------------------------------------------------------------- the pages


def test_the_page_gives_a_reason_for_each_scope_and_event() -> None:
    page = (ROOT / "docs" / "slack.md").read_text("utf-8")
    told = dict(re.findall(r"^\| `([a-z_:]+)` \| (.+) \|$", page, re.MULTILINE))
    assert told == {**SCOPES, **EVENTS}


def test_from_the_manifest_to_the_first_glitter_it_takes_ten_steps_or_fewer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in Environment.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    page = (ROOT / "docs" / "slack.md").read_text("utf-8")
    ways = re.findall(r"^## (.*\n(?:(?!^## ).*\n)*)", page, re.MULTILINE)
    for way in ways:
        steps = re.findall(r"^\d+\. ", way, re.MULTILINE)
        assert len(steps) <= 10, way.splitlines()[0]
        if steps:
            assert "app.py manifest slack" in way
            assert "app.py doctor" in way
            assert "/glitter @" in way
            (written,) = re.findall(r"```sh\n(.*?)```", way, re.DOTALL)
            (tmp_path / ".env").write_text(dedent(written).replace("…", "x" * 48))
            assert Environment(_env_file=tmp_path / ".env").slack_on  # type: ignore[call-arg]
