"""The history as a table: complete, readable, and with nothing that a spreadsheet calculates."""

import csv
import hashlib
import io
import json
import os
import re
import signal
import stat
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from adapters import workbook
from adapters.files import write_export, write_whole
from bot.cleaning import clean
from bot.errors import OperatorError, StoreUnavailable
from bot.exports import (
    NAMES,
    Form,
    csv_cells,
    harmless,
    json_cells,
    original,
    write_csv,
    write_jsonl,
)
from bot.memory import ExportCells, ExportRow
from bot.model import Reader
from tests.process import FORKS

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1+1",
    "\n\n=1+1",
    "\u00a0=1",
    "\0=1",
    '=HYPERLINK("http://evil.example","Bo")',
    "=cmd|'/C calc'!A0",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "−1",
]


class Rows(list[ExportRow]):
    """Implements `bot.memory.ExportRows`, one at a time."""

    @property
    def total(self) -> int:
        return len(self)

    def written(self, cells: ExportCells) -> Iterator[list[ExportRow]]:
        return ([in_cells(one, cells)] for one in self)


def in_cells(row: ExportRow, cells: ExportCells) -> ExportRow:
    """What the storage is to make of a row."""
    kinds: dict[str, Callable[[Any], object]] = {
        **dict.fromkeys(("giver_account", "receiver_account", "owner_account"), cells.name),
        **dict.fromkeys(("giver_name", "receiver_name", "owner_name", "place_name"), cells.name),
        **dict.fromkeys(("reason", "effect", "wish", "side"), cells.words),
        **dict.fromkeys(("given_at", "retracted_at"), cells.utc),
        **dict.fromkeys(("delivered_at", "answered_at", "ended_at"), cells.utc),
        "given_at_local": cells.local,
        "tags": cells.tags,
        "place": cells.place,
    }
    said = {name: getattr(row, name) for name in kinds}
    nothing = ("", None)
    return row._replace(
        **{name: kinds[name](value) for name, value in said.items() if value not in nothing}
    )


def row(**said: Any) -> ExportRow:
    nothing = dict.fromkeys(ExportRow._fields, "")
    known: dict[str, Any] = {
        **nothing,
        "award_id": 1,
        "kind": "glitter",
        "given_at": NOON.isoformat(),
        "given_at_local": said.get("given_at", NOON.isoformat()),
        "giver_account": "ana",
        "giver_name": "Ana",
        "receiver_kind": "person",
        "receiver_account": "bo",
        "receiver_name": "Bo",
        "reason": "stayed late",
        "tags": ("care",),
        "source": "colleague",
        "place": "channel:C1",
        "place_name": "general",
        **dict.fromkeys(("retracted_at", "delivered_at", "answered_at", "ended_at")),
        **said,
    }
    return ExportRow(**known)


def csv_of(*rows: ExportRow, zone: str = "Europe/Stockholm") -> str:
    out = io.StringIO(newline="")
    assert write_csv(Rows(rows).written(csv_cells(zone)), out) == len(rows)
    return out.getvalue().removeprefix("\ufeff")


def written(*rows: ExportRow, zone: str = "Europe/Stockholm") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_of(*rows, zone=zone), newline="")))


def test_a_row_says_everything_in_plain_words() -> None:
    assert written(row()) == [
        {
            **dict.fromkeys(NAMES, ""),
            "award_id": "1",
            "kind": "glitter",
            "given_at_utc": "2026-11-27T12:00:00+00:00",
            "given_at_local": "2026-11-27T13:00:00+01:00",
            "giver_id": "ana",
            "giver_name": "Ana",
            "receiver_kind": "person",
            "receiver_id": "bo",
            "receiver_name": "Bo",
            "reason": "stayed late",
            "tags": "care",
            "source": "colleague",
            "channel_id": "C1",
            "channel_name": "general",
        }
    ]


@pytest.mark.parametrize(
    ("zone", "at", "local"),
    [
        ("Europe/Stockholm", "2026-03-29T00:59:59", "2026-03-29T01:59:59+01:00"),
        ("Europe/Stockholm", "2026-03-29T01:00:00", "2026-03-29T03:00:00+02:00"),
        ("Asia/Kolkata", "2026-11-27T19:45:00", "2026-11-28T01:15:00+05:30"),
        ("Australia/Lord_Howe", "2026-04-04T15:10:00", "2026-04-05T01:40:00+10:30"),
        ("UTC", "2026-12-31T23:59:59", "2026-12-31T23:59:59+00:00"),
    ],
)
def test_local_times_are_those_of_the_wall(zone: str, at: str, local: str) -> None:
    (cells,) = written(row(given_at=f"{at}+00:00"), zone=zone)
    assert cells["given_at_local"] == local


def test_lines_end_as_rfc_4180_says_and_nothing_is_only_a_header() -> None:
    out = io.StringIO(newline="")
    assert write_csv([], out) == 0
    assert out.getvalue() == "\ufeff" + ",".join(NAMES) + "\r\n"


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_calculated(formula: str) -> None:
    for column in ("giver_name", "receiver_name", "reason", "place_name", "giver_account"):
        (cells,) = written(row(**{column: formula}))
        assert not any(map(looks_like_a_formula, cells.values()))
        assert formula in map(original, cells.values())


def looks_like_a_formula(cell: str) -> bool:
    """As a spreadsheet sees it, whatever separators it was told of; blanks do not count."""
    pieces = (piece.lstrip(" \u00a0\0") for piece in re.split(r"[;|\t\r\n]", cell))
    return any(piece.startswith(tuple("=+-@＝＋－＠−")) for piece in pieces)


cells = st.text() | st.lists(st.sampled_from([*FORMULAS, " ", "\n", '"', ",", ";", "'"])).map(
    "".join
)


@settings(max_examples=500)
@given(cells, cells)
def test_whatever_people_write_comes_back_and_calculates_nothing(reason: str, name: str) -> None:
    reason, name = clean(reason), clean(name)
    (read,) = written(row(reason=reason, giver_name=name))
    for cell, said in ((read["reason"], reason), (read["giver_name"], name)):
        assert not looks_like_a_formula(cell)
        assert original(cell) == said


@settings(max_examples=300)
@given(cells, cells)
def test_a_line_is_quoted_as_pythons_own_writer_would(reason: str, name: str) -> None:
    text = csv_of(row(reason=clean(reason), place_name=clean(name)), row())
    again = io.StringIO(newline="")
    csv.writer(again).writerows(csv.reader(io.StringIO(text, newline="")))
    assert again.getvalue() == text


def test_plain_words_stay_as_they_are() -> None:
    for words in ("stayed late", "", "a=b", "5-a-side", "räksmörgås 🌵", "'quoted'", "e-mail@home"):
        assert harmless(words) == words


def test_a_cell_that_another_separator_would_split_calculates_nothing_either() -> None:
    for said in ("a;=1+1", "a\n=1+1", "a; '=1+1", "a|-1", "''=1"):
        (read,) = written(row(reason=said))
        assert not looks_like_a_formula(read["reason"])
        assert original(read["reason"]) == said


@settings(max_examples=300)
@given(cells, cells)
def test_json_lines_bring_every_word_back(reason: str, name: str) -> None:
    reason, name = clean(reason), clean(name)
    out = io.StringIO(newline="")
    rows = Rows([row(reason=reason, owner_name=name)])
    assert write_jsonl(rows.written(json_cells("UTC")), out) == 1
    (line,) = out.getvalue().split("\n")[:-1]
    read = json.loads(line)
    assert list(read) == list(NAMES)
    assert (read["reason"], read["owner_name"]) == (reason, name)
    assert (read["tags"], read["retracted_at_utc"]) == (["care"], None)


def test_the_page_about_exports_lists_the_columns_and_the_way_back() -> None:
    page = (Path(__file__).parent.parent / "docs" / "export.md").read_text("utf-8")
    assert tuple(re.findall(r"^[|] `(\w+)` [|]", page, re.MULTILINE)) == NAMES
    (rule,) = re.findall(r're.sub\(r"(.*)", r"\\1\\2", cell\)', page)
    for text in FORMULAS:
        assert re.sub(rule, r"\1\2", harmless(text)) == text


# ---------------------------------------------------------------- as a spreadsheet


def opened(path: Path, *rows: ExportRow, language: str = "en") -> CalamineWorkbook:
    reader = Reader(language, "Europe/Stockholm")
    assert write_export(path, Form.XLSX, Rows(rows), reader).rows == len(rows)
    return CalamineWorkbook.from_path(str(path))


def awards(book: CalamineWorkbook) -> list[dict[str, Any]]:
    header, *rows = book.get_sheet_by_index(0).to_python()
    return [dict(zip(map(str, header), one, strict=True)) for one in rows]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.xlsx"


def test_a_spreadsheet_has_real_dates_and_says_what_its_columns_mean(path: Path) -> None:
    book = opened(path, row(retracted_at=NOON.isoformat()), row(tags=()), language="sv")
    assert book.sheet_names == ["Glitter och kaktusar", "Vad kolumnerna betyder"]
    first, second = awards(book)
    assert list(first) == list(NAMES)
    assert first["award_id"] == 1
    assert first["given_at_utc"] == first["retracted_at_utc"] == NOON.replace(tzinfo=None)
    assert first["given_at_local"] == NOON.replace(hour=13, tzinfo=None)
    assert (first["tags"], second["tags"], second["retracted_at_utc"]) == ("care", "", "")
    explained = book.get_sheet_by_index(1).to_python()[1:]
    assert [line[0] for line in explained] == list(NAMES)
    assert all(line[1] for line in explained)


def test_a_spreadsheet_keeps_its_header_in_view_and_filters(path: Path) -> None:
    opened(path, row(), row())
    with ZipFile(path) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'ySplit="1"' in sheet
    assert 'state="frozen"' in sheet
    assert f'<autoFilter ref="A1:{chr(ord("A") + len(NAMES) - 1)}3"/>' in sheet


def test_no_cell_of_a_spreadsheet_is_a_formula(path: Path) -> None:
    said = [*FORMULAS[:9], *FORMULAS[10:], "a;=1", "_x0041_", "<b>&amp;", " two  blanks "]
    read = awards(opened(path, *(row(reason=text, giver_name=text) for text in said)))
    with ZipFile(path) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    kept = [clean(text) for text in said]
    assert [clean(one["reason"]) for one in read] == kept
    assert [clean(one["giver_name"]) for one in read] == kept


def test_an_empty_spreadsheet_opens_and_shows_its_columns(path: Path) -> None:
    assert opened(path).get_sheet_by_index(0).to_python()[0] == list(NAMES)


@pytest.mark.parametrize("ids", [[[1, 2], [3, 4], [5]], [[1, 2], [3, 4], [5, 6]]])
def test_more_rows_than_a_sheet_holds_go_to_a_second_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, ids: list[list[int]]
) -> None:
    monkeypatch.setattr(workbook, "ROWS_ON_A_SHEET", 2)
    book = opened(path, *(row(award_id=number) for number in chain(*ids)))
    names = book.sheet_names[:-1]
    assert names == ["Awards", "Awards 2", "Awards 3"]
    shown = [book.get_sheet_by_name(one).to_python()[1:] for one in names]
    assert [[line[0] for line in sheet] for sheet in shown] == ids


# ---------------------------------------------------------------- on disk


def rows_then(text: str, error: Exception | None = None) -> Callable[[Path], int]:
    def fill(file: Path) -> int:
        file.write_text(text, "utf-8")
        if error:
            raise error
        return 1

    return fill


def test_a_file_is_whole_private_and_known_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    path.write_text("last month's")
    done = write_whole(path, rows_then("räksmörgås\r\n"))
    content = path.read_bytes()
    assert content == "räksmörgås\r\n".encode()
    assert done.size == len(content)
    assert done.sha256 == hashlib.sha256(content).hexdigest()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["history.csv"]


@pytest.mark.parametrize("error", [StoreUnavailable("gone"), KeyError("x"), OSError(28, "full")])
def test_what_breaks_in_the_middle_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, error: Exception
) -> None:
    path = tmp_path / "history.csv"
    path.write_text("last month's")
    with pytest.raises((StoreUnavailable, KeyError, OperatorError)):
        write_whole(path, rows_then("half", error))
    assert path.read_text() == "last month's"
    assert [one.name for one in tmp_path.iterdir()] == ["history.csv"]


def _killed(path: Path) -> None:
    def fill(file: Path) -> int:
        file.write_text("half of th", "utf-8")
        os.kill(os.getpid(), signal.SIGKILL)
        return 1

    write_whole(path, fill)


@pytest.mark.parametrize("before", [None, "last month's"], ids=["no file", "an old one"])
def test_killed_in_the_middle_it_leaves_nothing_under_the_final_name(
    tmp_path: Path, before: str | None
) -> None:
    path = tmp_path / "history.csv"
    if before:
        path.write_text(before)
    process = FORKS.Process(target=_killed, args=(path,))
    process.start()
    process.join(30)
    assert process.exitcode == -signal.SIGKILL
    process.close()
    assert (path.read_text() if path.exists() else None) == before
    for left in set(tmp_path.iterdir()) - {path}:
        assert left.name.endswith(".part")
        assert stat.S_IMODE(left.stat().st_mode) == 0o600


@pytest.mark.parametrize("where", ["no/such/folder.csv", "folder", "file/below.csv", "x" * 300])
def test_a_place_that_takes_no_file_is_told_in_a_sentence(tmp_path: Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorError, match=re.escape(where) + " cannot be written: .*[.]$"):
        write_whole(tmp_path / where, rows_then("x"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]
