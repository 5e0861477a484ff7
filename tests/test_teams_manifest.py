"""The app package and the code say the same, both ways."""

import io
import json
import tomllib
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import httpx
import pytest
from jsonschema import Draft4Validator
from typer.testing import CliRunner

import app
from adapters.cli import commands
from adapters.settings import Environment
from adapters.teams import words
from adapters.teams.dialogs import COMMANDS
from adapters.teams.manifest import MENUS, SCOPES, VERSION, localised, manifest, package
from bot.commands import Ask, parse
from bot.heard import Said
from bot.model import Place, Profile
from bot.teams import Names
from bot.texts import LANGUAGES
from tests.drivers.http import LocalAsgi
from tests.drivers.teams_service import APP_ID

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT.parent / "shared" / "schemas"
URL = "https://bot.example.com"
OTHERS = [language for language in LANGUAGES if language != "en"]


def unpacked(zipped: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(zipped)) as files:
        return {name: files.read(name) for name in files.namelist()}


def check(made: dict[str, Any], name: str) -> None:
    """Against Microsoft's schema, whose patterns are not all Python's."""
    path = SCHEMAS / name
    if not path.exists():
        pytest.skip(f"Microsoft's schema {name} is not on this machine")
    Draft4Validator(json.loads(path.read_text("utf-8"))).validate(made)


def test_the_manifest_is_valid_as_microsoft_published_it() -> None:
    check(manifest(APP_ID, URL), "MicrosoftTeams-v1.30.schema.json")


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_is_valid_and_says_all_that_the_manifest_says(language: str) -> None:
    said = localised(language)
    check(said, "MicrosoftTeams-v1.30.Localization.schema.json")
    told = {key: localised("en")[key] for key in said}
    same = {key for key in said if said[key] == told[key]}
    assert same == {"$schema", "name.short"}


def test_the_package_has_every_file_that_it_names() -> None:
    files = unpacked(package(APP_ID, URL))
    made = json.loads(files["manifest.json"])
    languages = [one["file"] for one in made["localizationInfo"]["additionalLanguages"]]
    assert set(files) == {"manifest.json", *made["icons"].values(), *languages}
    assert package(APP_ID, URL) == package(APP_ID, f"{URL}/")


@pytest.mark.parametrize(("name", "side"), [("color.png", 192), ("outline.png", 32)])
def test_the_icons_are_as_large_as_teams_wants_them(name: str, side: int) -> None:
    png = unpacked(package(APP_ID, URL))[name]
    assert png.startswith(b"\x89PNG")
    assert [int.from_bytes(png[at : at + 4], "big") for at in (16, 20)] == [side, side]


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION


def test_in_channels_the_commands_are_those_that_are_heard() -> None:
    [menu] = [menu for menu in MENUS if "team" in menu.scopes]
    assert {one.title for one in menu.commands} == set(words.COMMANDS)
    assert set(menu.triggers) == {"slash", "mention"}
    assert {scope for menu in MENUS for scope in menu.scopes} == set(SCOPES)


def test_what_the_menu_of_the_personal_chat_offers_is_understood() -> None:
    [menu] = [menu for menu in MENUS if "personal" in menu.scopes]
    for command in menu.commands:
        kind, parts = words.read(command.title, (), "28:bot")
        place = Place.direct("29:ana")
        said = Said("teams:t", place, Profile("29:ana"), kind, parts, "1")
        understood = parse(said, Names(lambda _: {}, lambda _: None, has_teams=False))
        assert isinstance(understood, Ask)
        assert understood.word == command.title.partition(" ")[2]


def test_the_dialogs_are_those_that_are_opened() -> None:
    [extension] = manifest(APP_ID, URL)["composeExtensions"]
    assert {one["id"] for one in extension["commands"]} == set(COMMANDS)
    assert all(one["fetchTask"] for one in extension["commands"])


# ---------------------------------------------------------------- the command


def run(*typed: str) -> Any:
    return CliRunner().invoke(commands(app.Tools()), ["manifest", "teams", *typed])


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("PUBLIC_URL", "TEAMS_APP_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_writes_the_package(bare: Path) -> None:
    told = run("--url", URL, "--app-id", APP_ID)
    assert told.exit_code == 0, told.output
    assert (bare / "glitterkaktus-teams.zip").read_bytes() == package(APP_ID, URL)
    assert "glitterkaktus-teams.zip" in told.stdout


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (["--app-id", APP_ID], "https://"),
        (["--app-id", APP_ID, "--url", "http://bot.example.com"], "https://"),
        (["--url", URL], "TEAMS_APP_ID"),
        (["--url", URL, "--app-id", "my-bot"], "TEAMS_APP_ID"),
    ],
)
def test_what_is_missing_is_asked_for(bare: Path, typed: list[str], asked: str) -> None:
    told = run(*typed)
    assert told.exit_code == 1
    assert asked in str(told.exception)
    assert not list(bare.iterdir())


def test_the_pages_that_it_names_exist_and_speak_the_readers_language(tmp_path: Path) -> None:
    environment = Environment(database_url=f"sqlite:///{tmp_path}/glitter.db", playground=False)
    product = app.Product(environment)
    product.prepare()
    server = LocalAsgi(product.application())
    server.start()
    try:
        developer = manifest(APP_ID, server.url)["developer"]
        for url, title in (("privacyUrl", "Tietosuoja"), ("termsOfUseUrl", "Käyttöehdot")):
            page = httpx.get(developer[url], headers={"Accept-Language": "fi"}, trust_env=False)
            assert (page.status_code, f"<h1>{title}</h1>" in page.text) == (200, True)
        assert httpx.get(developer["websiteUrl"], trust_env=False).status_code == 200
    finally:
        server.stop()
        product.close()
