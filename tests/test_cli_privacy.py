"""The command line for what people and the law may ask for."""

import csv
import json
from datetime import timedelta
from pathlib import Path

import pytest

from bot.heard import ActionName
from bot.messages import CactusHeld
from storage import tables
from tests.test_cli import Call, call, complaint, house
from tests.worlds import HOUSE, World

_ = call, house
WHERE = ("--workspace", HOUSE)


@pytest.fixture
def talk(house: World) -> World:
    house.say("ana", "/glitter @bo so calm #care")
    house.say("bo", "/glitter @kim stayed late")
    held = house.say("ana", "/cactus @bo nobody may read this yet")
    assert isinstance(held, CactusHeld)
    sent = house.say("kim", "/cactus @bo the returns desk was empty")
    assert isinstance(sent, CactusHeld)
    house.press("kim", ActionName.SEND_NOW, sent.award_id)
    return house


def test_my_data_is_both_directions_and_of_others_only_names(
    call: Call, talk: World, tmp_path: Path
) -> None:
    path = tmp_path / "bo.json"
    done = call("mydata", *WHERE, "--member", "bo", "--output", path)
    assert done.out.startswith(f"3 awards in {path} (SHA-256 ")
    told = json.loads(path.read_text("utf-8"))
    assert [one["reason"] for one in told["received"]] == ["so calm", "the returns desk was empty"]
    assert [one["reason"] for one in told["gave"]] == ["stayed late"]
    assert told["received"][0]["giver_name"] == "Ana Ana"
    assert told["person"]["name"] == "Bo Bo"
    assert [one["mine_as"] for one in told["person"]["cases"]] == ["owner"]
    text = path.read_text("utf-8")
    assert "nobody may read this yet" not in text
    assert '"ana"' not in text
    (line,) = talk.rows(tables.AUDIT)
    assert (line.action, line.details["rows"]) == ("mydata", 3)


def test_my_data_is_a_table_too(call: Call, talk: World, tmp_path: Path) -> None:
    path = tmp_path / "ana.csv"
    call("mydata", *WHERE, "--member", "ana", "--output", path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["reason"] for row in rows] == ["so calm", "nobody may read this yet"]
    assert {row["receiver_id"] for row in rows} == {""}


def test_an_erasure_is_shown_before_it_is_done(call: Call, talk: World, tmp_path: Path) -> None:
    log = tmp_path / "erasures.txt"
    erase = ("erase", *WHERE, "--member", "bo", "--log", log)
    shown = call(*erase)
    assert "1 awards given, 3 received, 2 cases owned" in shown.out
    assert "so calm" in str(talk.exported())
    assert not log.exists()
    assert call(*erase, "--yes").out.startswith("Erased. 1 awards given, 3 received")
    assert "so calm" not in str(talk.exported())
    assert "bo" not in log.read_text()
    complaint(call(*erase, "--yes"))


def test_a_backup_forgets_again_whom_it_brings_back(
    call: Call, talk: World, tmp_path: Path
) -> None:
    log = tmp_path / "erasures.txt"
    call("erase", *WHERE, "--member", "bo", "--log", log, "--yes")
    talk.join("bo")
    talk.say("ana", "/glitter @bo back from the backup")
    done = call("erase", *WHERE, "--replay", "--log", log)
    assert done.out == f"1 people of {log} were erased once more.\n"
    assert "back from the backup" not in str(talk.exported())
    complaint(call("erase", *WHERE, "--replay", "--log", tmp_path / "none.txt"))
    complaint(call("erase", *WHERE))


def test_a_hold_has_a_reason_an_owner_and_an_end(call: Call, talk: World, tmp_path: Path) -> None:
    until = (talk.clock.now().date() + timedelta(days=30)).isoformat()
    why = ("--reason", "a dispute", "--owner", "Legal", "--until", until)
    assert call("hold", "add", *WHERE, "--member", "bo", *why).code == 0
    (held,) = json.loads(call("hold", "list", *WHERE, "--json").out)
    assert held == {"id": "bo", "until": until, "owner": "Legal", "reason": "a dispute"}
    log = tmp_path / "e.txt"
    assert "Legal" in complaint(call("erase", *WHERE, "--member", "bo", "--yes", "--log", log))
    assert call("hold", "release", *WHERE, "--member", "bo").code == 0
    complaint(call("hold", "release", *WHERE, "--member", "bo"))
    assert call("erase", *WHERE, "--member", "bo", "--yes", "--log", log).code == 0


def test_retention_is_shown(call: Call, talk: World) -> None:
    assert json.loads(call("retention", *WHERE, "--json").out).keys() == {"cactus", "glitter"}
    assert "glitter  " in call("retention", *WHERE).out
