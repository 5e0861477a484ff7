"""`python -m bench.exports`: a million awards to each format, beside the database's own tool.

Medians of three rounds.
"""

import csv
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median

import psycopg
from sqlalchemy import make_url

from adapters.clock import SystemClock
from adapters.files import write_export
from bench import history, world
from bench.databases import started
from bot.exports import Form
from bot.memory import ExportFilter
from bot.model import Reader
from storage.database import Database
from storage.store import SqlStore

AWARDS = 1_000_000
ROUNDS = 3
READER = Reader("en", "Europe/Stockholm")
_CACTI = (
    "UPDATE award SET kind = 'cactus' WHERE mod(id, 10) = 0",
    "INSERT INTO followup (award_id, workspace_id, state, owner_id, effect, wish, side, reminded,"
    " reopened, delivered_at, answered_at, moves) SELECT id, workspace_id, 'acknowledged',"
    " receiver_id, 'three customers left', 'two people from twelve to one', '', 0, false, given_at,"
    " given_at, 2 FROM award WHERE kind = 'cactus'",
)
_SAME = """
    SELECT a.id, a.kind, a.given_at, g.account, g.name, r.account, r.name, t.name, a.reason,
           f.effect, f.wish, a.tags, a.source, a.place, a.place_name, a.retracted_at, f.state,
           o.account, o.name, f.side, f.delivered_at, f.answered_at, f.ended_at
    FROM award a JOIN member g ON g.id = a.giver_id LEFT JOIN member r ON r.id = a.receiver_id
    LEFT JOIN team t ON t.id = a.team_id LEFT JOIN followup f ON f.award_id = a.id
    LEFT JOIN member o ON o.id = f.owner_id ORDER BY a.id
"""
"""The same facts as an export, as the database has them."""


def main() -> None:
    for dialect in ("sqlite", "postgresql"):
        with _database(dialect) as url:
            _fill(url)
            ways = dict(_ways(dialect))
            # By turns, so that a noisy moment of the machine meets them all.
            rounds = [
                {name: _measured(writes, url) for name, writes in ways.items()}
                for _ in range(ROUNDS)
            ]
            tool = next(iter(ways))
            for name in ways:
                measured = [each[name] for each in rounds]
                part = median(each[name].rate / each[tool].rate for each in rounds)
                rate = median(one.rate for one in measured)
                busy = median(one.busy for one in measured)
                memory = max(one.memory for one in measured)
                print(
                    f"{dialect:10}  {name:22}  {rate:9,.0f} rows/s  {part:5.2f} of the tool's  "
                    f"{busy:5.1f} us of CPU a row  {memory:4.0f} MB above idle",
                    flush=True,
                )


def _ways(dialect: str) -> Iterator[tuple[str, Callable[[str, Path], None]]]:
    if dialect == "sqlite":
        yield "sqlite3 -csv", _sqlite_tool
        yield "sqlite3 + csv module", _sqlite_floor
    else:
        yield "COPY to CSV", _copy
    yield from ((f"export {form}", _WAYS[form]) for form in Form)


def _csv(url: str, path: Path) -> None:
    _export(url, path, Form.CSV)


def _xlsx(url: str, path: Path) -> None:
    _export(url, path, Form.XLSX)


def _jsonl(url: str, path: Path) -> None:
    _export(url, path, Form.JSONL)


_WAYS = {Form.CSV: _csv, Form.XLSX: _xlsx, Form.JSONL: _jsonl}


def _export(url: str, path: Path, form: Form) -> None:
    store = SqlStore(Database(url), SystemClock())
    with store.export(ExportFilter(world.SLACK)) as rows:
        write_export(path, form, rows, READER)
    store.close()


def _sqlite_tool(url: str, path: Path) -> None:
    with path.open("wb") as out:
        file = make_url(url).database or ""
        subprocess.run(["sqlite3", "-csv", "-header", file, _SAME], stdout=out, check=True)


def _sqlite_floor(url: str, path: Path) -> None:
    connection = sqlite3.connect(make_url(url).database or "")
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(connection.execute(_SAME))
    connection.close()


def _copy(url: str, path: Path) -> None:
    dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    copy = f"COPY ({_SAME}) TO STDOUT (FORMAT csv, HEADER)".encode()
    with (
        psycopg.connect(dsn) as connection,
        path.open("wb") as out,
        connection.cursor().copy(copy) as pieces,
    ):
        for piece in pieces:
            out.write(piece)


@dataclass(frozen=True, slots=True)
class Measured:
    """Rows a second; the processor's microseconds for a row; the most MB above what was there."""

    rate: float
    busy: float
    memory: float


def _measured(writes: Callable[[str, Path], None], url: str) -> Measured:
    """In a process of its own, so that its memory is its own."""
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone,
    ):
        seconds, busy, idle, peak = alone.submit(_timed, writes, url, Path(folder) / "out").result()
    return Measured(AWARDS / seconds, busy / AWARDS * 1e6, peak - idle)


def _timed(
    writes: Callable[[str, Path], None], url: str, path: Path
) -> tuple[float, float, float, float]:
    """Seconds on the wall, the processor's (with what it starts, without PostgreSQL's), and MB."""
    idle, start, busy = _peak(), time.perf_counter(), sum(os.times()[:4])
    writes(url, path)
    return time.perf_counter() - start, sum(os.times()[:4]) - busy, idle, _peak()


def _peak() -> float:
    """The most memory that this process ever had, in MB; `getrusage` would tell its parent's."""
    (line,) = re.findall(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(line) / 1024


def _fill(url: str) -> None:
    history.fill(url, 0, "http://127.0.0.1:9")
    database = Database(url)
    with database.begin() as connection:
        history.write_awards(connection, world.SLACK, AWARDS)
        for statement in _CACTI:
            connection.exec_driver_sql(statement)
    database.close()
    history.analyze(url)


@contextmanager
def _database(dialect: str) -> Iterator[str]:
    if dialect == "postgresql":
        with started("exports") as url:
            yield (
                make_url(url)
                .set(drivername="postgresql+psycopg")
                .render_as_string(hide_password=False)
            )
        return
    folder = tempfile.mkdtemp(prefix="glitter-bench-")
    try:
        yield f"sqlite:///{folder}/million.db"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
