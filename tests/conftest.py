"""Fixtures for every test; those of one subject live in modules of their own."""

import logging
from collections.abc import Iterator

import pytest

pytest_plugins = [
    "tests.databases",
    "tests.browser",
    "tests.product",
    "tests.worlds",
    "tests.pages",
]


@pytest.fixture(autouse=True)
def logs_end_with_their_test() -> Iterator[None]:
    """A product started in a test writes to a stream that is closed after it."""
    yield
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if type(handler) is logging.StreamHandler:
            root.removeHandler(handler)
