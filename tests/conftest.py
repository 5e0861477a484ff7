"""Fixtures for every test; those of one subject live in modules of their own."""

import gc
import logging
from collections.abc import Generator, Iterator

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.databases",
    "tests.browser",
    "tests.product",
    "tests.worlds",
    "tests.pages",
]
LONG = ("test_crash.py", "test_writer.py", "test_pages_browser.py", "test_playground_life.py")
"""Files that take long, and mostly wait: the others run beside them, so they come first."""

# How long an example takes tells only how busy the machine is.
settings.register_profile("any", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any")


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """One more than there are processors: some test always waits for a browser or a time limit."""
    return (yield) + 1


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported here stays to the end: the garbage collector need not look through it."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


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
