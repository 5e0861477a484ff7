"""One award for each character that could break something: it is stored, and no export breaks."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from adapters.files import write_export
from bot.cleaning import clean
from bot.exports import Form, original
from bot.memory import ExportFilter
from bot.messages import GlitterRecorded
from bot.model import Reader
from bot.settings import change_settings
from tests.worlds import HOUSE, World

LONE = (0xD800, 0xDBFF, 0xDC00, 0xDFFF)
PRIVATE = (0xE000, 0xF8FF, 0xF0000, 0x10FFFD)


def hostile() -> Iterator[str]:
    """Controls, what nobody sees, half characters, what is no character, and strange blanks."""
    for code in range(0x110000):
        none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
        odd = unicodedata.category(chr(code)) in {"Cc", "Cf", "Zl", "Zp", "Zs"}
        if none or odd or code in LONE or code in PRIVATE:
            yield chr(code)


@pytest.fixture
def said(world: World) -> list[str]:
    """The words as they were cleaned, each in an award of its own; in the order of the awards."""
    world.ask(lambda unit: change_settings(unit, HOUSE, {"daily_glitter_limit": 0}, "test"))
    found = []
    for number, letter in enumerate(hostile()):
        reason = f"{letter}={number} parcels {letter} were {letter}{letter}carried{letter}"
        answer = world.say("ana", f"/glitter @bo {reason}")
        assert isinstance(answer, GlitterRecorded), (hex(ord(letter)), answer)
        found.append(answer.reason)
    assert len(found) > 250
    return found


def read(path: Path, form: Form) -> list[str]:
    """The reasons in a file, read by its own kind of reader."""
    if form is Form.XLSX:
        book = CalamineWorkbook.from_path(path)
        header, *lines = book.get_sheet_by_index(0).to_python()
        return [str(line[header.index("reason")]) for line in lines]
    text = path.read_bytes().decode("utf-8")
    if form is Form.JSONL:
        return [json.loads(line)["reason"] for line in text.split("\n")[:-1]]
    table = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    return [original(line["reason"]) for line in table]


def test_every_hostile_character_is_stored_and_comes_back(
    world: World, said: list[str], tmp_path: Path
) -> None:
    assert [row.reason for row in world.exported()] == said
    for form in Form:
        path = tmp_path / form
        with world.store.export(ExportFilter(HOUSE)) as rows:
            written = write_export(path, form, rows, Reader("en", "Europe/Stockholm"))
        assert written.rows == len(said)
        assert read(path, form) == said, form
    assert [clean(words) for words in said] == said
