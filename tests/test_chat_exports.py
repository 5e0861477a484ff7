"""HR takes awards out from the chat: the same on every platform, and never before other eyes."""

import csv
import hashlib
import io
import re
from typing import Any

import pytest

from bot.heard import ActionName
from bot.model import Duty
from storage import tables
from tests.drivers.base import Chat
from tests.product import Running
from tests.test_cases import give_duty

PRAISE = "stayed late for the balsamico customer"


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


def test_nobody_else_gets_anything(chat: Chat, house: Running) -> None:
    give_duty(house, chat, "noor", Duty.ADMIN)
    for who in ("ana", "noor"):
        answer = chat.say(who, "/glitter export")
        house.settle()
        assert "people with the HR role" in answer.text
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
