"""What a process that is forked finds imported and read already: see `tests.process`."""

import gc

import alembic.command
import hypothesis
import pytest

import adapters.slack
import app
import tests.databases
import tests.killed_week
from bot import texts

_ = alembic.command, hypothesis, pytest, adapters.slack, app, tests.databases, tests.killed_week
for language in texts.LANGUAGES:
    texts.bundle(language)
gc.freeze()  # so that no child has to look through all this again
