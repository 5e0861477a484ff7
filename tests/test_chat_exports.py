"""HR takes awards out from the chat: the same on every platform, and never before other eyes."""

import csv
import hashlib
import io
import json
import re
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.heard import ActionName
from bot.model import Duty
from storage import tables
from tests.drivers.base import Chat
from tests.product import Running
from tests.test_cases import give_duty
from tests.test_chat import make_team

PRAISE = "stayed late for the balsamico customer"
CARRIED = "carried the whole delivery upstairs"
EMPTY = "the returns desk was empty at noon"
ASKED = {
    "": {PRAISE, CARRIED, EMPTY},
    "2026 glitter": {PRAISE, CARRIED},
    "cacti 2026-11": {EMPTY},
    "2026-11-25..2026-11-25 lagret": {CARRIED},
    "glitter @bo": {PRAISE},
}
"""Words behind `export`, and what the file then holds."""


@pytest.fixture
def house(chat: Chat, product: Running) -> Running:
    """Hanna and Noor are people of the house; Hanna is HR."""
    chat.join("hanna", "Hanna Rask")
    chat.join("noor", "Noor Aziz")
    for who in ("hanna", "noor", "ana", "bo", "kim"):
        chat.say(who, "/glitter me")
    give_duty(product, chat, "hanna", Duty.HR)
    chat.say("ana", f"/glitter @bo {PRAISE}")
    return product


def two_must_agree(product: Running, chat: Chat) -> None:
    def choose(unit):  # type: ignore[no-untyped-def]
        workspace = unit.workspaces.get(chat.workspace_id)
        chosen = workspace.settings.model_copy(update={"two_person_exports": True})
        unit.workspaces.set_settings(workspace.id, chosen, unit.now)

    product.ask(choose)


def take_duty(product: Running, chat: Chat, name: str, duty: Duty) -> None:
    def take(unit):  # type: ignore[no-untyped-def]
        (found,) = [one for one in unit.members.all(chat.workspace_id) if one.name == name]
        unit.members.take_duty(found.id, duty)

    product.ask(take)


def texts(chat: Chat, who: str) -> list[str]:
    return [shown.text for shown in chat.direct(who)]


def audited(product: Running) -> list[Any]:
    with product.product.database.snapshot() as connection:
        return list(connection.execute(tables.AUDIT.select().order_by(tables.AUDIT.c.id)))


def test_the_file_comes_to_the_private_chat_of_hr_alone(chat: Chat, house: Running) -> None:
    give_duty(house, chat, "noor", Duty.HR)
    begun = chat.say("hanna", "/glitter export")
    house.settle()
    ((name, content),) = chat.files("hanna").items()
    assert "Your export is being made" in begun.text
    assert re.fullmatch(r"glitterkaktus-\d{4}-\d\d-\d\d-1[.]csv", name)
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert (row["reason"], row["giver_name"]) == (PRAISE, "Ana Lindqvist")
    (line,) = audited(house)
    assert (line.action, line.details["sha256"]) == ("export", hashlib.sha256(content).hexdigest())
    assert name not in chat.everything_in_channels()
    assert not any("export" in text for who in ("ana", "bo") for text in texts(chat, who))
    told = texts(chat, "noor")[-1]
    assert "exported one award" in told
    assert "Hanna Rask" in told or "@hanna" in told
    assert chat.files("noor") == {}


def reasons(name: str, content: bytes) -> set[str]:
    """What was praised or criticised in a file, read by its own kind of reader."""
    if name.endswith(".xlsx"):
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        header, *cells = book.get_sheet_by_index(0).to_python()
        lines = [dict(zip(header, one, strict=True)) for one in cells]
    elif name.endswith(".csv"):
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        lines = list(csv.DictReader(text))
    else:
        lines = [json.loads(line) for line in content.splitlines()]
    return {line["reason"] for line in lines}


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_the_file_holds_what_was_asked_for_in_every_form(
    chat: Chat, house: Running, form: str
) -> None:
    make_team(house, chat, "Lagret", "kim")
    chat.say("ana", f"/glitter lagret {CARRIED}")
    held = chat.say("ana", f"/cactus @bo {EMPTY}")
    chat.press("ana", held, ActionName.SEND_NOW)
    house.settle()
    for words in ASKED:
        chat.say("hanna", f"/glitter export {words} {form}")
    house.settle()
    files = sorted(chat.files("hanna").items())
    assert [name.rpartition("-")[2] for name, _ in files] == [f"{n}.{form}" for n in range(1, 6)]
    assert [reasons(*one) for one in files] == list(ASKED.values())
    assert [line.details["rows"] for line in audited(house)] == [len(one) for one in ASKED.values()]


def test_nothing_is_a_sentence_and_no_file(chat: Chat, house: Running) -> None:
    chat.say("hanna", "/glitter export 2025 jsonl")
    house.settle()
    told = texts(chat, "hanna")[-1]
    assert "Nothing that was given fits this" in told
    assert "2025-01-01" in told
    assert chat.files("hanna") == {}
    assert [line.details["rows"] for line in audited(house)] == [0]


def test_nobody_else_gets_anything(chat: Chat, house: Running) -> None:
    """An employee, a lead, an admin, and Hanna who was HR a moment ago."""
    make_team(house, chat, "Lagret", "kim", "ana")
    give_duty(house, chat, "noor", Duty.ADMIN)
    take_duty(house, chat, "Hanna Rask", Duty.HR)
    for who in ("ana", "kim", "noor", "hanna"):
        for words in ("", " 2026 glitter csv", " lagret xlsx", " cacti jsonl", " nonsense"):
            answer = chat.say(who, f"/glitter export{words}")
            assert "people with the HR role" in answer.text, (who, words)
        house.settle()
        assert chat.files(who) == {}
    assert audited(house) == []


def test_a_second_person_agrees_before_cacti_leave(chat: Chat, house: Running) -> None:
    two_must_agree(house, chat)
    alone = chat.say("hanna", "/glitter export")
    assert "second HR person here, and there is none" in alone.text
    give_duty(house, chat, "noor", Duty.HR)
    chat.say("hanna", "/glitter export")
    house.settle()
    assert chat.files("hanna") == {}
    asked = next(shown for shown in chat.direct("noor") if ActionName.AGREE_EXPORT in shown.buttons)
    chat.press("noor", asked, ActionName.AGREE_EXPORT)
    house.settle()
    assert len(chat.files("hanna")) == 1
    assert [line.action for line in audited(house)] == ["export agreed", "export"]
