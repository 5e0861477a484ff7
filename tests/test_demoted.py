"""Whoever has a role no more can do nothing with what they still hold of it: one suite, three
platforms."""

from collections.abc import Callable

import pytest

from bot.heard import ActionName
from bot.model import Duty
from storage.tables import AUDIT
from tests.drivers.base import Chat
from tests.product import Running
from tests.test_cases import DESK, card, give, product
from tests.test_chat import make_team

_ = product
Took = Callable[[str], None]


@pytest.fixture
def take(chat: Chat, product: Running) -> Took:
    """Take every role from somebody of this name."""

    def taken(name: str) -> None:
        def work(unit):  # type: ignore[no-untyped-def]
            (found,) = [one for one in unit.members.all(chat.workspace_id) if one.name == name]
            for duty in Duty:
                unit.members.take_duty(found.id, duty)

        product.ask(work)

    return taken


def test_hr_decides_nothing_and_reads_nothing(
    chat: Chat,
    product: Running,
    take: Took,
) -> None:
    give(chat, product)
    chat.fill("kim", chat.press("kim", card(chat, "kim"), ActionName.REPORT), note="my accent")
    product.settle()
    old = card(chat, "hanna")
    open_form = chat.press("hanna", old, ActionName.CLOSE)
    take("Hanna Rask")
    answers = [
        chat.fill("hanna", open_form, note="closed all the same"),
        chat.press("hanna", old, ActionName.CLOSE),
        chat.press("hanna", old, ActionName.RESUME),
        chat.say("hanna", "/cactus show 1"),
        chat.say("hanna", "/cactus stats"),
        chat.say("hanna", "/cactus mute @ana 30 three reports"),
        chat.say("hanna", "/glitter export"),
    ]
    product.settle()
    assert all(DESK not in one.text and one.form is None for one in answers)
    assert "Resting until HR decides" in chat.say("kim", "/cactus show 1").text
    assert chat.files("hanna") == {}
    give(chat, product, to="bo", what="the gate was locked at noon on Wednesday")
    assert "the gate was locked" in card(chat, "bo", "the gate was locked").text


def test_an_admin_changes_nothing(chat: Chat, product: Running, take: Took) -> None:
    form = chat.say("noor", "/glitter settings")
    take("Noor Aziz")
    refused = chat.fill("noor", form, daily_glitter_limit="1")
    assert "admin" in refused.text
    found = product.ask(lambda unit: unit.workspaces.get(chat.workspace_id))
    assert found
    assert found.settings.daily_glitter_limit == 20
    assert "daily_glitter_limit" not in chat.say("noor", "/glitter settings").fields


def test_a_lead_chooses_nothing(chat: Chat, product: Running) -> None:
    make_team(product, chat, "Kassan", "kim", "bo")
    for number in range(3):
        chat.say("ana", f"/glitter @bo carried crate number {number} upstairs")
    old = chat.say("kim", "/glitter moment")
    assert ActionName.PICK in old.buttons

    def replace(unit):  # type: ignore[no-untyped-def]
        (team,) = unit.teams.all(chat.workspace_id)
        unit.teams.leave(team.id, [team.lead_id])

    product.ask(replace)
    refused = chat.press("kim", old, ActionName.PICK)
    assert "is the moment of the week" not in refused.text
    assert ActionName.PICK.value not in _actions(product)
    assert ActionName.PICK not in chat.say("kim", "/glitter moment").buttons


def _actions(product: Running) -> set[str]:
    with product.product.database.snapshot() as connection:
        return {row.action for row in connection.execute(AUDIT.select())}
