"""The history as a table: complete, readable, and with nothing that a spreadsheet calculates."""

import csv
import hashlib
import io
import re
import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.files import write_whole
from bot.cleaning import clean
from bot.errors import OperatorError, StoreUnavailable
from bot.exports import COLUMNS, harmless, write_csv
from bot.memory import ExportRow

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


def row(**words: str) -> ExportRow:
    known = {
        "giver_account": "ana",
        "giver_name": "Ana",
        "receiver_account": "bo",
        "receiver_name": "Bo",
        "reason": "stayed late",
        "place_name": "general",
        **words,
    }
    return ExportRow(
        award_id=1,
        kind="glitter",
        given_at=NOON,
        tags=("care",),
        source="colleague",
        place="channel:C1",
        state="",
        retracted_at=None,
        **known,
    )


def written(*rows: ExportRow, zone: str = "Europe/Stockholm") -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_csv(rows, zone, out) == len(rows)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_row_says_everything_in_plain_words() -> None:
    assert written(row()) == [
        {
            "award_id": "1",
            "kind": "glitter",
            "given_at_utc": "2026-11-27T12:00:00+00:00",
            "given_at_local": "2026-11-27T13:00:00+01:00",
            "giver_id": "ana",
            "giver_name": "Ana",
            "receiver_id": "bo",
            "receiver_name": "Bo",
            "reason": "stayed late",
            "tags": "care",
            "source": "colleague",
            "channel_id": "C1",
            "channel_name": "general",
            "state": "",
            "retracted_at_utc": "",
        }
    ]


def test_lines_end_as_rfc_4180_says_and_nothing_is_only_a_header() -> None:
    out = io.StringIO(newline="")
    assert write_csv([], "UTC", out) == 0
    assert out.getvalue() == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_is_calculated(formula: str) -> None:
    for column in ("giver_name", "receiver_name", "reason", "place_name", "giver_account"):
        (cells,) = written(row(**{column: formula}))
        assert f"'{formula}" in cells.values()


def looks_like_a_formula(cell: str) -> bool:
    """As a spreadsheet sees it: blanks and invisible characters in front do not count."""
    return cell.lstrip()[:1] in set("=+-@＝＋－＠−\t\r\0") and cell != ""


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
        assert cell in (said, f"'{said}")


def test_plain_words_stay_as_they_are() -> None:
    for words in ("stayed late", "", "a=b", "5-a-side", "räksmörgås 🌵", "'quoted'", "e-mail@home"):
        assert harmless(words) == words


# ---------------------------------------------------------------- on disk


def rows_then(text: str, error: Exception | None = None) -> object:
    def fill(out: TextIO) -> int:
        out.write(text)
        if error:
            raise error
        return 1

    return fill


def test_a_file_is_whole_private_and_known_by_its_hash(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    path.write_text("last month's")
    done = write_whole(path, rows_then("räksmörgås\r\n"))
    content = path.read_bytes()
    assert content == "\ufeffräksmörgås\r\n".encode()
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


@pytest.mark.parametrize("where", ["no/such/folder.csv", "folder", "file/below.csv", "x" * 300])
def test_a_place_that_takes_no_file_is_told_in_a_sentence(tmp_path: Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(OperatorError, match=re.escape(where) + " cannot be written: .*[.]$"):
        write_whole(tmp_path / where, rows_then("x"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "folder"]
