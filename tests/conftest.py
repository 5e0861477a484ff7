"""Fixtures for every test; those of one subject live in modules of their own."""

import asyncio
import gc
import logging
from collections.abc import Generator, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import uvloop
from hypothesis import HealthCheck, settings

FIXTURES = ("tests.databases", "tests.browser", "tests.product", "tests.worlds", "tests.pages")
BEGIN_WITH = "begin_with"
LONG = ("test_crash.py", "test_writer.py", "test_pages_browser.py", "test_playground_life.py")
"""Files that take long, and mostly wait: the others run beside them, so they come first."""
LOOKED_THROUGH = (20_000, 20, 5)
"""After so many new objects, and so many looks, garbage is looked for: with Python's own 700 the
looks take a fifteenth of the time of all tests."""

# How long an example takes tells only how busy the machine is.
settings.register_profile("any", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any")

asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())  # as `app.py run` does


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Whoever hands out the tests to others runs none, and need not import what they use: they
    would wait for that."""
    gc.disable()  # until all is imported and found, which makes much and throws little away
    if not config.pluginmanager.has_plugin("dsession"):
        for name in FIXTURES:
            config.pluginmanager.import_plugin(name)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Workers that run all tests begin with other files each, and find those of the others compiled
    on disk: to compile all of them takes as long as to import everything else."""
    if node.config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        files = sorted(Path(__file__).parent.glob("test_*.py"))
        number = int(node.workerinput["workerid"].removeprefix("gw"))
        own = files[number :: node.workerinput["workercount"]]
        node.workerinput[BEGIN_WITH] = [f"tests.{path.stem}" for path in own]


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One more than there are processors: some test always waits for a browser or a time limit."""
    return (yield) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """What is imported by now stays to the end: the garbage collector need not look through it."""
    for module in getattr(session.config, "workerinput", {}).get(BEGIN_WITH, ()):
        with suppress(Exception):  # which is told when the tests in it are looked for
            import_module(module)
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(*LOOKED_THROUGH)
        gc.enable()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish() -> None:
    """pytest looks twice for what was never awaited, and finds it faster where nothing else is."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONG)


@pytest.fixture(autouse=True)
def logs_end_with_their_test() -> Iterator[None]:
    """A product started in a test writes to a stream that is closed after it."""
    yield
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if type(handler) is logging.StreamHandler:
            root.removeHandler(handler)
