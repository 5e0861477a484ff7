"""Every card that Teams is sent, drawn by Microsoft's own renderer: contact sheets for the docs.

    npm install --prefix /tmp/cards adaptivecards@3.0.6 markdown-it@15.0.3
    .venv/bin/python -m tests.teams_pictures /tmp/cards/node_modules docs

The first line may be run anywhere; nothing of it belongs into this repository. Ends with 1, and
says why, where the renderer minds anything or something is cut off.
"""

import base64
import json
import sys
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from adapters.teams.render import render
from bot.heard import FormName
from bot.model import Reader
from bot.texts import LANGUAGES
from tests.browser import ARGUMENTS, path
from tests.drivers.teams_cards import CARD
from tests.drivers.teams_samples import MESSAGES

HERE = Path(__file__).parent
COLOURS = json.loads((HERE / "teams_host.json").read_text("utf-8"))
WIDTHS = {"narrow": (300, 5), "wide": (480, 3)}
"""Pixels of a card, and columns of a sheet: a telephone, and a channel on a desk."""
QUALITY = 0.15
NAMES = {"29:bo": "Bo Berg"}


def main(modules: Path, into: Path) -> int:
    minded: set[str] = set()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path(), args=list(ARGUMENTS))
        for language, theme, width in product(LANGUAGES, COLOURS, WIDTHS):
            page = browser.new_page()
            found = _draw(page, modules, language, theme, width)
            minded |= {f"{language}, {width}: {one}" for one in found}
            _keep(page, into / f"teams-cards-{language}-{theme}-{width}.webp")
            page.close()
        browser.close()
    sys.stdout.write("".join(f"{one}\n" for one in sorted(minded)))
    return 1 if minded else 0


def cards(language: str) -> list[tuple[str, dict[str, Any]]]:
    """Name and card of every message that is one."""
    reader = Reader(language, "Europe/Stockholm")
    drawn = {name: render(message, reader, "card", NAMES) for name, message in MESSAGES.items()}
    found = {name: activity["attachments"][0] for name, activity in drawn.items()}
    cards = {name: one["content"] for name, one in found.items() if one["contentType"] == CARD}
    alike = {f"form {form}" for form in FormName} - {f"form {FormName.GLITTER}"}
    return [(name, card) for name, card in cards.items() if name not in alike]


def _draw(page: Page, modules: Path, language: str, theme: str, width: str) -> list[str]:
    page.set_content(_html(modules))
    pixels, columns = WIDTHS[width]
    wanted = {
        "cards": cards(language),
        "colours": COLOURS[theme],
        "width": pixels,
        "columns": columns,
        "scheme": theme,
    }
    found: list[str] = page.evaluate("wanted => draw(wanted)", wanted)
    return found


def _html(modules: Path) -> str:
    """The page with the renderer in it: nothing is fetched from anywhere."""
    scripts = (
        modules / "adaptivecards/dist/adaptivecards.min.js",
        modules / "markdown-it/dist/browser/markdown-it.umd.min.js",
    )
    inside = "".join(f"<script>{one.read_text('utf-8')}</script>" for one in scripts)
    return (
        (HERE / "teams_pictures.html")
        .read_text("utf-8")
        .replace("<script>", f"{inside}<script>", 1)
    )


def _keep(page: Page, at: Path) -> None:
    size = page.evaluate("[document.body.offsetWidth, document.body.offsetHeight]")
    page.set_viewport_size({"width": size[0], "height": size[1]})
    png = base64.b64encode(page.screenshot(type="png")).decode()
    packed = page.evaluate("([png, quality]) => asWebp(png, quality)", [png, QUALITY])
    at.write_bytes(base64.b64decode(packed))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
