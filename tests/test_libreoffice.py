"""What LibreOffice makes of an export: the same words, and nothing that it would calculate."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest

from adapters.files import write_export
from bot.cleaning import clean
from bot.exports import NAMES, Form, original
from bot.model import Reader
from tests.test_exports import FORMULAS, Rows, row

REASONS = [
    *FORMULAS,
    "a;=1+1",
    "a\n=1+1",
    "a\t@SUM(A1)",
    "a|-1",
    "''=1",
    "of:=1+1",
    "{=1+1}",
    "\0=1+1",
    "be\0fore",
    '"=1+1"',
    "räksmörgås 🌵👩‍🚒",
    "שלום =1+1",
    "\u202e=1+1",
    "so calm, " * 400,
]
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
AS_UTF_8_WITH_COMMAS = "--infilter=CSV:44,34,76"
"""The numbers of the comma, the quote and UTF-8: what somebody ticks who opens the file."""


@pytest.fixture(scope="module")
def soffice() -> str:
    found = shutil.which("soffice")
    if not found:
        reason = "LibreOffice (soffice) is not installed"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return str(found)


@pytest.mark.parametrize("form", [Form.CSV, Form.XLSX])
def test_libreoffice_finds_every_word_and_no_formula(
    tmp_path: Path, soffice: str, form: Form
) -> None:
    said = [clean(reason) for reason in REASONS]
    exported = tmp_path / f"history.{form}"
    rows = Rows(row(award_id=id, reason=reason) for id, reason in enumerate(said, 1))
    write_export(exported, form, rows, Reader("en", "Europe/Stockholm"))

    sheet = opened(soffice, exported, [AS_UTF_8_WITH_COMMAS] if form is Form.CSV else [])

    assert not [cell.attrib for cell in sheet.iter() if f"{TABLE}formula" in cell.attrib]
    header, *lines = (list(texts(line)) for line in sheet.iter(f"{TABLE}table-row"))
    assert tuple(header[: len(NAMES)]) == NAMES
    read = [line[NAMES.index("reason")] for line in lines[: len(said)]]
    assert [same(original(one) if form is Form.CSV else one) for one in read] == [
        same(one) for one in said
    ]


def opened(soffice: str, file: Path, how: list[str]) -> Element:
    """The first sheet as LibreOffice holds it, with the formulas that it sees."""
    home = file.parent / "home"
    command = [soffice, f"-env:UserInstallation={home.as_uri()}", "--headless", *how]
    command += ["--convert-to", "fods", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    sheet = parse(file.with_suffix(".fods")).getroot().find(f".//{TABLE}table")
    assert sheet is not None
    return sheet


def texts(line: Element) -> Iterator[str]:
    """The cells of a row; one that is repeated stands there once."""
    for cell in line:
        paragraphs = ("".join(spelled(one)) for one in cell.iter(f"{TEXT}p"))
        text = "\n".join(paragraphs)
        repeated = int(cell.get(f"{TABLE}number-columns-repeated", "1"))
        yield from [text] * min(repeated, len(NAMES))


def spelled(part: Element) -> Iterator[str]:
    """OpenDocument writes several blanks, tabs and line breaks as elements."""
    yield part.text or ""
    for one in part:
        match one.tag.removeprefix(TEXT):
            case "s":
                yield " " * int(one.get(f"{TEXT}c", "1"))
            case "tab":
                yield "\t"
            case "line-break":
                yield "\n"
            case _:
                yield from spelled(one)
        yield one.tail or ""


def same(text: str) -> str:
    """OpenDocument keeps no difference between the kinds of line breaks."""
    return re.sub(r"\r\n?", "\n", text)
