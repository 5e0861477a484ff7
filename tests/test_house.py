"""The walls of the house: who may import whom, and what never happens at import."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from bot.values import dataclass

ROOT = Path(__file__).parent.parent
LAYERS = ("bot", "adapters", "storage")
MAY_IMPORT = {
    "bot": {"bot"},
    "adapters": {"bot", "adapters"},
    "storage": {"bot", "storage"},
    "app": {"bot", "adapters", "storage"},
}
HEART_LIBRARIES = {"sqlmodel", "pydantic", "babel", "fluent", "holidays"}
OUTSIDE_THE_HEART = {"os", "socket", "ssl", "http", "urllib", "sqlite3", "subprocess", "threading"}
HOMES = {
    "slack_bolt": "adapters/slack/",
    "slack_sdk": "adapters/slack/",
    "botbuilder": "adapters/teams/",
    "botframework": "adapters/teams/",
    "sqlalchemy": "storage/",
    "alembic": "storage/",
    "psycopg": "storage/",
    "apscheduler": "adapters/scheduler.py",
    "pygal": "adapters/chart.py",
    "resvg_py": "adapters/svg.py",
}
"""Libraries that stay behind one wall."""
ACTS = {"open", "connect", "create_engine", "read_text", "read_bytes", "getenv", "start", "run"}
"""Calls that reach outside; never while a module is being imported."""
RUN_BY_ALEMBIC = "storage/migrations/env.py"


def files(*layers: str) -> list[Path]:
    found = [path for layer in layers for path in sorted((ROOT / layer).rglob("*.py"))]
    return found + [path for path in [ROOT / "app.py"] if path.exists()]


def home(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), home(path))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, in full; `from a import b` counts as `a.b`."""
    package = path.relative_to(ROOT).with_suffix("").parts
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package[: -node.level]) if node.level else ""
            module = ".".join(part for part in (above, node.module) if part)
            yield from (f"{module}.{name.name}" for name in node.names)


def top(module: str) -> str:
    return module.partition(".")[0]


def test_every_layer_imports_only_the_layers_below_it() -> None:
    wrong = [
        f"{home(path)} imports {module}"
        for path in files(*LAYERS)
        for module in imports(path)
        if top(module) in {*LAYERS, "app", "tests", "bench"}
        and top(module) not in MAY_IMPORT[home(path).removesuffix(".py").split("/")[0]]
    ]
    assert wrong == []


def test_the_heart_knows_no_vendor_no_database_and_no_network() -> None:
    allowed = (sys.stdlib_module_names | HEART_LIBRARIES | {"bot"}) - OUTSIDE_THE_HEART
    wrong = [
        f"{home(path)} imports {module}"
        for path in sorted((ROOT / "bot").rglob("*.py"))
        for module in imports(path)
        if top(module) not in allowed or (top(module) == "sqlmodel" and not _plain(module))
    ]
    assert wrong == []


def _plain(module: str) -> bool:
    return module in {"sqlmodel.SQLModel", "sqlmodel.Field"}


def test_the_heart_has_no_clock_of_its_own() -> None:
    wrong = [
        f"{home(path)}:{node.lineno}"
        for path in sorted((ROOT / "bot").rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "utcnow", "today", "time", "monotonic"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date", "time"}
    ]
    assert wrong == []


def test_platforms_never_see_each_other() -> None:
    rooms = {path.name for path in (ROOT / "adapters").iterdir() if (path / "__init__.py").exists()}
    wrong = []
    for path in sorted((ROOT / "adapters").rglob("*.py")):
        own = path.relative_to(ROOT / "adapters").parts[0]
        for module in imports(path):
            parts = module.split(".")
            if parts[0] == "adapters" and set(parts[1:2]) & (rooms - {own}):
                wrong.append(f"{home(path)} imports {module}")
    assert wrong == []


def test_a_library_stays_behind_its_wall() -> None:
    wrong = [
        f"{home(path)} imports {module}"
        for path in files(*LAYERS)
        for module in imports(path)
        if not home(path).startswith(HOMES.get(top(module), ""))
    ]
    assert wrong == []


def test_every_value_class_is_made_in_the_cheap_way() -> None:
    makers = [home(path) for path in files(*LAYERS) if "dataclasses.dataclass" in imports(path)]
    assert makers == ["bot/values.py"]


def test_a_value_is_what_it_holds() -> None:
    @dataclass(frozen=True, slots=True)
    class Point:
        east: int
        north: int = 0

    assert {Point(1), Point(1, 0)} == {Point(1)}
    assert Point(1) != Point(1, 1)
    assert replace(Point(1), north=2) == Point(1, 2)
    assert not hasattr(Point(1), "__dict__")


def test_the_heart_never_asks_which_platform_it_is() -> None:
    wrong = []
    for path in sorted((ROOT / "bot").rglob("*.py")):
        unsaid = {id(inner) for outer in _prose_and_names(tree(path)) for inner in ast.walk(outer)}
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Constant) or id(node) in unsaid:
                continue
            if re.search(r"slack|teams\b|playground", str(node.value), re.IGNORECASE):
                wrong.append(f"{home(path)}:{node.lineno} says {node.value!r}")
    assert wrong == []


def _prose_and_names(module: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, and the names that a package hands on."""
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node
    for top_level in module.body:
        if isinstance(top_level, ast.Assign) and ast.unparse(top_level.targets[0]) == "__all__":
            yield top_level


def _run_at_import(nodes: list[ast.AST]) -> Iterator[ast.AST]:
    """Whatever runs while a module is imported: all but the bodies of functions."""
    for node in nodes:
        yield node
        inner: list[ast.AST] = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            defaults = [*node.args.defaults, *node.args.kw_defaults]
            inner = [*node.decorator_list, *filter(None, defaults)]
        elif isinstance(node, ast.Lambda) or _started_as_a_program(node):
            inner = []
        yield from _run_at_import(inner)


def _started_as_a_program(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "__main__" in ast.unparse(node.test)


def test_importing_calls_nothing_that_reaches_outside() -> None:
    wrong = []
    for path in files(*LAYERS):
        for node in _run_at_import([tree(path)]):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "attr", getattr(called, "id", ""))
            reads = isinstance(node, ast.Attribute) and node.attr == "environ"
            if (name in ACTS or reads) and home(path) != RUN_BY_ALEMBIC:
                wrong.append(f"{home(path)}: {ast.unparse(node)}")
    assert wrong == []


WATCH = """
import importlib, sys
acts = {"socket.connect", "sqlite3.connect", "subprocess.Popen", "_thread.start_new_thread"}
seen = []
sys.addaudithook(lambda event, args: seen.append(event) if event in acts else None)
for module in sys.argv[1:]:
    importlib.import_module(module)
print(*seen)
"""


def _told(code: str, *args: str) -> tuple[str, str]:
    """What a new Python prints for it, and what it complains about."""
    command = [sys.executable, "-W", "error", "-c", code, *args]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return done.stdout, done.stderr


def test_importing_the_whole_house_starts_nothing() -> None:
    names = [home(path) for path in files(*LAYERS) if "migrations" not in path.parts]
    modules = [name.removesuffix(".py").replace("/", ".") for name in names]
    assert _told(WATCH, *modules) == ("\n", "")


IDLE = """
import sys
from storage.database import Database
Database("sqlite:///none.db")
print("psycopg" in sys.modules)
"""
IDLE_ON_POSTGRESQL = """
import sys, adapters.teams.sdk
from storage.database import Database
Database("postgresql://nobody@localhost/none")
print(sys.modules.keys() & {"sqlite3", *adapters.teams.sdk.UNUSED})
import charset_normalizer, oauthlib.oauth2, requests_oauthlib, yaml
"""


def test_what_is_not_used_takes_no_memory() -> None:
    assert _told(IDLE) == ("False\n", "")
    assert _told(IDLE_ON_POSTGRESQL) == ("set()\n", "")
