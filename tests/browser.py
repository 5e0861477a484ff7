"""A real Chromium for tests; without network beyond loopback, and without a sandbox in containers.

Import `chromium` into a test module to use it. The module must hold no async tests: Playwright
keeps an event loop running in the main thread while the browser is open.
"""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def path() -> str:
    """Where a Chromium is; skips a test, or ends it, where there is none."""
    found = next((at for name in NAMES if (at := shutil.which(name))), None)
    if found is None:
        reason = f"no browser is installed: none of {', '.join(NAMES)} is on the path"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a module; open a context of its own in each test."""
    at = path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=at, args=list(ARGUMENTS))
        yield browser
        browser.close()
