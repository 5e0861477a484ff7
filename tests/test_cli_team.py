"""`team …`: teams from the command line, and from a file."""

import json
from pathlib import Path

import pytest

from storage import tables
from tests.test_cli import Call, call, complaint, house  # noqa: F401
from tests.test_team_glitter import make
from tests.worlds import HOUSE, World

AT = ("--workspace", HOUSE)


def teams(world: World) -> dict[str, tuple[str | None, tuple[str, ...], bool, list[str | None]]]:
    """By name: lead, aliases, whether cacti go to all, and who is in it."""

    def read(unit):  # type: ignore[no-untyped-def]
        return {
            team.name: (
                next((one.account for one in people if one.id == team.lead_id), None),
                team.aliases,
                team.cacti_to_all,
                [one.account for one in people],
            )
            for team in unit.teams.all(HOUSE)
            for people in [unit.teams.people(HOUSE, team.id)]
        }

    return world.ask(read)


def test_a_team_is_made_changed_listed_and_removed(call: Call, house: World) -> None:  # noqa: F811
    made = call("team", "add", *AT, "Kassan", "--alias", "tills", "--lead", "kim", "--join", "bo")
    assert (made.code, made.err) == (0, "")
    assert teams(house) == {"Kassan": ("kim", ("tills",), False, ["bo", "kim"])}
    options = ("--rename", "Nord", "--alias", "front", "--no-alias", "tills", "--leave", "bo")
    assert call("team", "change", *AT, "TILLS", *options, "--cacti-to", "all").code == 0
    assert teams(house) == {"Nord": ("kim", ("front",), True, ["kim"])}
    assert call("team", "change", *AT, "nord", "--lead", "bo", "--group", "S1").code == 0
    listed = call("team", "list", *AT, "--json")
    assert json.loads(listed.out) == [
        {"name": "Nord", "aliases": ["front"], "lead": "bo", "cacti_to": "all", "group": "S1"}
    ]
    assert "Nord  (front)  lead: bo  cacti to: all" in call("team", "list", *AT).out
    assert call("team", "members", *AT, "front").out == "bo  Bo Bo\nkim  Kim Kim\n"
    assert call("team", "remove", *AT, "nord").code == 0
    assert teams(house) == {}
    assert {row.actor for row in house.rows(tables.AUDIT)} == {"command line"}


@pytest.mark.parametrize(
    "words",
    [
        ("add", "Kassan"),
        ("add", "help"),
        ("add", "New", "--lead", "nobody"),
        ("add", "New", "--cacti-to", "me"),
        ("change", "Nowhere", "--rename", "x y"),
        ("change", "Kassan"),
        ("change", "Kassan", "--rename", "Lagret"),
        ("members", "Nowhere"),
        ("members", "both"),
        ("remove", "Nowhere"),
        ("import", "nowhere.csv"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    call: Call,  # noqa: F811
    house: World,  # noqa: F811
    words: tuple[str, ...],
) -> None:
    make(house, "Kassan", aliases=("both",))
    make(house, "Lagret", aliases=("both",))
    before = teams(house)
    complaint(call("team", words[0], *AT, *words[1:]))
    assert teams(house) == before
    assert house.rows(tables.AUDIT) == []


GOOD = """\ufeffTeam,Alias,Lead,Member,Cacti_to
Kassan,tills,kim,,all
kassan,framme,,Bo Bo,
"Lager, norr",,,ana,lead
"""


def test_a_file_makes_and_fills_teams(
    call: Call,  # noqa: F811
    house: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    make(house, "Kassan", "boss", aliases=("old",))
    file = tmp_path / "teams.csv"
    file.write_text(GOOD, "utf-8")
    before = teams(house)
    dry = call("team", "import", *AT, file, "--dry-run")
    assert dry.out == "2 teams (1 new) and 2 memberships would be taken over.\n"
    assert teams(house) == before
    assert house.rows(tables.AUDIT) == []
    done = call("team", "import", *AT, file)
    assert done.out == "2 teams (1 new) and 2 memberships are taken over.\n"
    wanted = {
        "Kassan": ("kim", ("old", "tills", "framme"), True, ["bo", "boss", "kim"]),
        "Lager, norr": (None, (), False, ["ana"]),
    }
    assert teams(house) == wanted
    assert call("team", "import", *AT, file).out.startswith("2 teams (0 new)")
    assert teams(house) == wanted


def test_a_file_brings_colleagues_without_an_account(
    call: Call,  # noqa: F811
    house: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    file = tmp_path / "teams.csv"
    rows = "Kassan,kim,\nKassan,,Siv Sund\nKassan,,siv  sund\nNord,,Siv Sund\n"
    file.write_text(f"team,lead,without_account\n{rows}", "utf-8")
    for _ in range(2):
        assert call("team", "import", *AT, file).code == 0
        assert call("team", "members", *AT, "kassan").out == "kim  Kim Kim\n-  Siv Sund\n"
        assert call("team", "members", *AT, "nord").out == "-  Siv Sund\n"
    bare = [row for row in house.rows(tables.MEMBER) if row.account is None]
    assert [row.name for row in bare] == ["Siv Sund", "Siv Sund"]  # one in each team


BAD = """team,alias,lead,member,cacti_to
Kassan,,kim,,
,,,ana,
Kassan,,,Nobody,
Kassan,,,Sam Same,
help,,,,
Kassan,,,,boss
Kassan,,robo,,
"""


def test_each_bad_line_has_its_sentence_and_nothing_is_half_imported(
    call: Call,  # noqa: F811
    house: World,  # noqa: F811
    tmp_path: Path,
) -> None:
    house.join("same1", "same2", name="Sam Same")
    file = tmp_path / "teams.csv"
    file.write_text(BAD, "utf-8")
    done = call("team", "import", *AT, file)
    assert (done.code, done.out) == (1, "")
    *lines, last = done.err.splitlines()
    assert [line.partition(":")[0] for line in lines] == [f"Line {n}" for n in range(3, 9)]
    assert "Nobody is not known" in done.err
    assert "2 people are called Sam Same" in done.err
    assert last == "Nothing was imported; mend these lines and try again."
    assert teams(house) == {}
    assert house.rows(tables.AUDIT) == []


@pytest.mark.parametrize("text", ["", "name,people\nKassan,kim\n", "team,shoe size\nKassan,42\n"])
def test_a_file_of_something_else_is_told_what_it_should_be(
    call: Call,  # noqa: F811
    house: World,  # noqa: F811
    tmp_path: Path,
    text: str,
) -> None:
    file = tmp_path / "teams.csv"
    file.write_text(text, "utf-8")
    done = call("team", "import", *AT, file)
    assert done.code == 1
    assert "Line 1: the first line must name the columns" in done.err
    file.write_bytes(b"team\n\xff\xfe")
    assert "UTF-8" in complaint(call("team", "import", *AT, file))
