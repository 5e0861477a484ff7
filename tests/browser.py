"""A real Chromium for tests; without network beyond loopback, and without a sandbox in containers.

To open one takes as long as some tests do. So modules that use `chromium` or `windows` come one
after the other, and it stays open from one to the next. They must hold no async tests: Playwright
keeps an event loop running in the main thread meanwhile.
"""

import os
import shutil
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first one is Chromium without its own buttons and menus, which nobody sees here: with them,
every window costs three times the work."""
FORGET = "() => { try { localStorage.clear() } catch { /* an empty page has none */ } }"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # a new process for each window is a sixth of what they take
)


def path() -> str:
    """Where a Chromium is; skips a test, or ends it, where there is none."""
    found = next((at for name in NAMES if (at := shutil.which(name))), None)
    if found is None:
        reason = f"no browser is installed: none of {', '.join(NAMES)} is on the path"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return found


Open = Callable[..., Page]


class Windows:
    """A browser's windows, lent to one test after the other.

    A new one is the dearest thing in most tests, and a tab in one that stands open costs half. So
    they stay open, with an empty tab, and are lent again with no cookie and nothing that was kept.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self._free: defaultdict[Any, list[BrowserContext]] = defaultdict(list)

    @contextmanager
    def lent(self) -> Iterator[Open]:
        """Opens a page in a window of its own: `size` is width and height, `scheme` its colours,
        `options` are those of Playwright's contexts. Nothing there may go wrong unseen."""
        lent: list[tuple[Any, Page]] = []
        complaints: list[str] = []

        def open_page(
            size: tuple[int, int], *, scheme: Any = "light", motion: Any = "reduce", **options: Any
        ) -> Page:
            kind = tuple(options.items())
            page = (self._free[kind].pop() if self._free[kind] else self._new(options)).new_page()
            lent.append((kind, page))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("console", lambda said: complaints.append(said.text))
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.emulate_media(color_scheme=scheme, reduced_motion=motion)
            return page

        yield open_page
        for kind, page in lent:
            self._free[kind].append(page.context)
            page.evaluate(FORGET)
            page.context.clear_cookies()
            page.context.set_offline(False)
            page.close()
        assert [text for text in complaints if not text.startswith("Failed to load resource")] == []

    def _new(self, options: dict[str, Any]) -> BrowserContext:
        context = self.browser.new_context(**options)
        context.new_page()  # the empty tab
        return context


class _Kept:
    """The browser that is open, and what closes it."""

    def __init__(self) -> None:
        self.modules: set[Path] = set()
        """Those that use it."""
        self._closing = ExitStack()
        self._windows: Windows | None = None

    def windows(self) -> Windows:
        if self._windows is None:
            at = path()
            expect.set_options(timeout=20_000)  # a busy machine takes its time
            playwright = self._closing.enter_context(sync_playwright())
            browser = playwright.chromium.launch(executable_path=at, args=list(ARGUMENTS))
            self._closing.callback(browser.close)
            self._windows = Windows(browser)
        return self._windows

    def close(self) -> None:
        self._closing.close()
        self._windows = None


_KEPT = _Kept()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    _KEPT.modules |= {item.path for item in items if "windows" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path not in _KEPT.modules)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> Generator[None]:
    yield
    if nextitem is None or nextitem.path not in _KEPT.modules:
        _KEPT.close()


@pytest.fixture
def windows() -> Windows:
    """Of the browser that is kept open."""
    return _KEPT.windows()


@pytest.fixture
def chromium(windows: Windows) -> Browser:
    """The one that is kept open: whoever opens something in it closes that again."""
    return windows.browser
