"""README tells what the code does, the pages lead somewhere, and the locks fit the project."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
import typer
from starlette.routing import Mount, Route

import app
from adapters.cli import commands
from adapters.settings import Environment

ROOT = Path(__file__).parent.parent


def readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


def rows(heading: str) -> list[str]:
    """The code words in the first cell of every row of the table under a heading."""
    section = re.search(rf"^##+ {heading}\n(.*?)(?=^##+ |\Z)", readme(), re.MULTILINE | re.DOTALL)
    assert section, f"README has no section {heading!r}"
    lines = [line for line in section[1].splitlines() if line.startswith("| `")]
    return [word for line in lines for word in re.findall(r"`([^`]+)`", line.split("|")[1])]


def test_every_setting_stands_in_readme_and_none_is_made_up() -> None:
    assert sorted(rows("Settings")) == sorted(name.upper() for name in Environment.model_fields)


def declared(name: str) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["optional-dependencies"]["dev"] if name == "dev" else project["dependencies"]
    return sorted(re.split(r"[\[<>=;, ]", line)[0] for line in wanted)


def test_every_dependency_has_its_reason_in_readme() -> None:
    assert sorted(rows("Libraries")) == declared("run")
    assert sorted(rows("Libraries for development")) == declared("dev")


def test_every_command_stands_in_readme_and_none_is_made_up() -> None:
    assert sorted(rows("The command line")) == sorted(_names(commands(app.Tools())))


def _names(cli: typer.Typer, group: str = "") -> Iterator[str]:
    for command in cli.registered_commands:
        assert command.callback is not None
        yield group + (command.name or command.callback.__name__)
    for sub in cli.registered_groups:
        assert sub.typer_instance is not None
        yield from _names(sub.typer_instance, f"{sub.name} ")


SLACK_AND_TEAMS = {
    "slack_signing_secret": "a signing secret of the test",
    "slack_bot_token": "a token of the test",
    "teams_app_id": "an-app",
    "teams_app_password": "a password of the test",
    "teams_tenant_id": "a-tenant",
    "secret_key": "a key of the test that is long enough",
}


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder, and nothing in the environment."""
    for name in Environment.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_route_stands_in_readme_and_none_is_made_up(bare: Path) -> None:
    database = f"sqlite:///{bare / 'house.db'}"
    playing = Environment(database_url=database)
    many = {"slack_client_id": "1.2", "slack_client_secret": "x", "public_url": "https://b.example"}
    working = Environment.model_validate({"database_url": database, **SLACK_AND_TEAMS, **many})
    assert sorted(rows("Routes")) == sorted(_routes(playing) | _routes(working))


def _routes(environment: Environment) -> set[str]:
    """`POST /slack/events`; of what is mounted the path alone."""
    product = app.Product(environment)
    try:
        found = product.routes()
    finally:
        product.close()
    assert all(isinstance(route, Route | Mount) for route in found)
    mounted = {route.path for route in found if isinstance(route, Mount)}
    plain = [route for route in found if isinstance(route, Route)]
    return mounted | {
        f"{method} {route.path}"
        for route in plain
        for method in (route.methods or set()) - {"HEAD"}
    }


def test_every_target_of_make_that_is_recommended_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    pages = [path.read_text("utf-8") for path in pages_for_people()]
    named = {word for page in pages for word in re.findall(r"(?m)(?:`|^ *)make ([a-z]+)", page)}
    assert named - targets == set()


def pages_for_people() -> list[Path]:
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", pages_for_people(), ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text("utf-8")
    return dict(re.findall(r"^([a-z0-9][\w.-]*)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_is_sealed_and_names_no_place(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_locks_hold_what_is_declared_and_agree() -> None:
    run, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name.replace(".", "-") for name in declared("run")} <= set(run)
    assert {name.replace(".", "-") for name in declared("dev")} <= set(dev)
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("wheel_is", ["as it was locked", "altered", "locked without a seal"])
def test_nothing_is_installed_but_what_was_locked(tmp_path: Path, wheel_is: str) -> None:
    """With the very flags of `make install`, and without a network."""
    wheel = tmp_path / "kaktus-1.0-py3-none-any.whl"
    told = {"METADATA": "Metadata-Version: 2.1\nName: kaktus\nVersion: 1.0\n"}
    told["WHEEL"] = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    with ZipFile(wheel, "w") as archive:
        archive.writestr("kaktus.py", "")
        for name, text in told.items():
            archive.writestr(f"kaktus-1.0.dist-info/{name}", text)
        archive.writestr("kaktus-1.0.dist-info/RECORD", "")
    lock = tmp_path / "requirements.lock"
    seal = f" --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}"
    lock.write_text("kaktus==1.0" + seal * (wheel_is != "locked without a seal"))
    if wheel_is == "altered":
        with ZipFile(wheel, "a") as archive:
            archive.writestr("more.py", "evil = True")
    make = (ROOT / "Makefile").read_text("utf-8")
    flags = re.search(r"(?m)^INSTALL := \$\(PIP\) (install .*)$", make)
    assert flags
    offline = ("--no-index", "--find-links", tmp_path, "--target", tmp_path / "there")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "-qq", *flags[1].split(), *offline, "-r", lock],
        capture_output=True,
        check=False,
    )
    installed = (tmp_path / "there" / "kaktus.py").exists()
    assert installed == (done.returncode == 0) == (wheel_is == "as it was locked"), done.stderr


def test_git_keeps_no_secret_and_no_database() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {"*.db", "*.db-wal", "*.key", ".env", ".venv/"} <= set(ignored)
