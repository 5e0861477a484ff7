"""`make slack`: the gallery as TypeScript, judged by `@slack/types` and the compiler.

Needs node, npm and npm's registry, so CI does not promise it: the limits in
`tests/drivers/slack_limits.py` judge every message there. Here the structure is judged, each name
and each value of an enumeration, also of what we do not know of.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from adapters.slack.render import render
from bot.texts import LANGUAGES
from storage.database import Database
from storage.migrate import upgrade
from tests.drivers.slack_gallery import everything
from tests.drivers.slack_samples import about_cacti
from tests.drivers.slack_screen import ENGLISH
from tests.test_slack_render import examples
from tests.worlds import world_on

HERE = Path(__file__).parent
BUILT = HERE.parents[1] / "test-output" / "slack-types"
STRICT = ("--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022")
HEAD = 'import type { HomeView, KnownBlock, ModalView } from "@slack/types";\n'


def main() -> int:
    """The exit code of the compiler, or of whatever stopped before it."""
    if not shutil.which("npm"):
        sys.exit("Not checked: node and npm are not installed here.")
    BUILT.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", BUILT)
    lines = list(literals())
    (BUILT / "corpus.ts").write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    install = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
    for command in (install, ["npx", "tsc", *STRICT, "corpus.ts"]):
        ended = subprocess.run(command, cwd=BUILT, check=False)
        if ended.returncode:
            return ended.returncode
    sys.stdout.write(f"{len(lines)} messages and views are as Slack's types say.\n")
    return 0


def literals() -> Iterator[str]:
    """One typed constant for each message and view, in each language."""
    for number, (name, payload) in enumerate(chain(_gallery(), _samples())):
        kind = {"home": "HomeView", "modal": "ModalView"}.get(payload.get("type", ""))
        value = payload if kind else payload["blocks"]
        written = json.dumps(value, ensure_ascii=False)
        yield f"// {name}\nexport const m{number}: {kind or 'KnownBlock[]'} = {written};"


def _gallery() -> Iterator[tuple[str, dict[str, Any]]]:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/gallery.db")
        database.open()
        upgrade(database)
        with world_on(database) as world:
            for language in LANGUAGES:
                yield from everything(world, language)
        database.close()


def _samples() -> Iterator[tuple[str, dict[str, Any]]]:
    for message in (*examples(), *about_cacti()):
        yield type(message).__name__, render(message, ENGLISH)


if __name__ == "__main__":
    sys.exit(main())
