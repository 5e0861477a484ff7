"""Fixtures for every test; those of one subject live in modules of their own."""

pytest_plugins = [
    "tests.databases",
    "tests.browser",
    "tests.product",
    "tests.worlds",
    "tests.pages",
]
