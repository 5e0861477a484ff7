"""Submitted forms in Slack: heard once, kept whole where they must be mended."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import structlog

from adapters.slack import listen
from bot.heard import Action, ActionName, FormName
from bot.messages import Answer, GentleCheck, Message, Notice
from bot.model import Place, Profile
from bot.texts import say
from tests.drivers.base import Shown
from tests.drivers.slack_door import ENGLISH, Product
from tests.drivers.slack_filling import FILLED, HELD, MISSING, ana_and_bo, opened, replying
from tests.drivers.slack_samples import CACTUS, card, form
from tests.drivers.slack_views import Modal


@pytest.fixture
def product() -> Iterator[Product]:
    with ana_and_bo() as running:
        yield running


def submitted(product: Product) -> Action:
    action = product.door.heard[-1]
    assert isinstance(action, Action)
    return action


# ---------------------------------------------------------------- submitting


def test_a_filled_in_form_is_heard_as_an_action_owed_to_the_direct_chat(product: Product) -> None:
    shown = opened(product)
    replying(product, HELD, owed=True)
    product.chat.fill("ana", shown, who="bo", situation="a & b <c>", wish="two at noon")
    own_chat = Place.direct("UANA")
    assert submitted(product) == Action(
        workspace_id="slack:T1",
        place=own_chat,
        speaker=Profile("UANA"),
        name=ActionName.SUBMIT,
        subject="7",
        source_ref="slack:T1:view:V1",
        reply_to=own_chat,
        form=FormName.CACTUS,
        fields={
            "who": "UBO",
            "situation": "a & b <c>",
            "day": "2026-11-27",
            "wish": "two at noon",
        },
    )
    assert shown.handle.open is False


def test_a_field_left_empty_is_heard_as_nothing(product: Product) -> None:
    shown = opened(product)
    product.chat.fill("ana", shown, wish="")
    assert submitted(product).fields["wish"] == ""


def test_what_is_to_be_mended_stands_on_top_and_every_word_stays(product: Product) -> None:
    shown = opened(product)
    fields = {**FILLED, "situation": "x", "wish": "two at noon"}
    replying(product, form(problem=MISSING, values=fields))
    again = product.chat.fill("ana", shown, situation="x", wish="two at noon")
    assert again.form is FormName.CACTUS
    assert again.text.splitlines()[1] == f"⚠️ {say(ENGLISH, MISSING.code, count=3)}"
    assert again.fields == {**fields, "who": "bo"}


def test_what_is_to_be_mended_stands_at_its_field_where_one_is_named(product: Product) -> None:
    shown = opened(product)
    replying(product, form(problem=MISSING, at="situation", values=FILLED))
    lines = product.chat.fill("ana", shown, situation=" ").text.splitlines()
    assert lines[lines.index("What happened?") - 1].startswith("⚠️")


def test_a_corrected_form_is_the_same_action_and_carries_on_its_new_draft(
    product: Product,
) -> None:
    shown = opened(product)
    replying(product, replace(form(problem=MISSING, values=FILLED), subject="8"))
    again = product.chat.fill("ana", shown, situation="x")
    replying(product, HELD, owed=True)
    product.chat.fill("ana", again, situation="nobody at the till")
    first, second = product.door.heard[-2:]
    assert isinstance(first, Action)
    assert isinstance(second, Action)
    assert first.source_ref == second.source_ref
    assert (first.subject, second.subject) == ("7", "8")


def test_a_form_submitted_twice_is_one_action(product: Product) -> None:
    modal: Modal = opened(product).handle
    replying(product, HELD, owed=True)
    product.chat.submit(modal)
    product.chat.submit(modal)
    first, second = product.door.heard[-2:]
    assert first == second


def test_two_forms_are_two_actions(product: Product) -> None:
    refs = set()
    for _ in range(2):
        product.chat.fill("ana", opened(product))
        refs.add(submitted(product).source_ref)
    assert len(refs) == 2


@pytest.mark.parametrize("code", ["not-recorded", "workspace-unknown"])
def test_where_nothing_was_written_the_form_stays_open_with_the_words(
    product: Product, code: str
) -> None:
    shown = opened(product)
    replying(product, Notice(code))
    again = product.chat.fill("ana", shown, situation="nobody at the till")
    assert again.form is FormName.CACTUS
    assert again.fields["situation"] == "nobody at the till"
    assert again.text.splitlines()[3].startswith(("Not recorded", "I do not know"))


def test_an_error_inside_keeps_the_form_and_its_words_out_of_the_log(product: Product) -> None:
    shown = opened(product)

    def broken(_: object) -> Answer:
        raise ValueError("canary-word")

    product.door.reply = broken
    with structlog.testing.capture_logs() as logs:
        again = product.chat.fill("ana", shown, situation="canary-word")
    assert "Not recorded: something broke" in again.text
    assert again.fields["situation"] == "canary-word"
    assert "canary-word" not in str(logs)


def test_a_slow_answer_keeps_the_form_and_says_that_it_counts_once(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = opened(product)
    replying(product, HELD, owed=True)
    monkeypatch.setattr(listen, "ANSWER_SECONDS", 0.05)
    product.door.wait = 0.3
    again = product.chat.fill("ana", shown)
    assert "This takes longer than usual" in again.text
    monkeypatch.undo()
    product.chat.fill("ana", again)
    product.settle_background()
    first, second = product.door.heard[-2:]
    assert first == second
    assert again.handle.open is False


def test_a_form_of_somebody_else_is_acknowledged_and_not_heard(product: Product) -> None:
    modal: Modal = opened(product).handle
    modal.view["callback_id"] = "survey"
    before = len(product.door.heard)
    product.chat.submit(modal)
    assert len(product.door.heard) == before


@pytest.mark.parametrize(
    "broken",
    [
        {"callback_id": "form"},
        {"callback_id": "form", "private_metadata": "{", "state": {"values": {}}},
        {"callback_id": "form", "private_metadata": "[]", "state": {"values": {}}},
        {"callback_id": 5},
        {},
    ],
)
def test_a_submission_of_a_wrong_shape_is_refused(product: Product, broken: dict[str, Any]) -> None:
    body = {"type": "view_submission", "team": {"id": "T1"}, "user": {"id": "UANA"}, "view": broken}
    assert product.chat.post_form({"payload": json.dumps(body)}).status_code in {401, 404}
    assert product.door.heard == []


# ---------------------------------------------------------------- the card behind the form


def checked(product: Product) -> Shown:
    replying(product, GentleCheck(7, CACTUS, "never", "general"))
    return product.chat.say("ana", "/cactus @bo you never listen", place="direct")


def test_a_card_whose_words_were_changed_goes_when_the_new_one_is_on_its_way(
    product: Product,
) -> None:
    old = checked(product)
    replying(product, form(values=FILLED))
    shown = product.chat.press("ana", old, ActionName.EDIT_DRAFT)
    replying(product, form(problem=MISSING, values=FILLED))
    again = product.chat.fill("ana", shown, situation="x")
    product.settle_background()
    assert [one.text for one in product.chat.direct("ana")] == [old.text]
    replying(product, HELD, owed=True)
    product.chat.fill("ana", again)
    product.settle_background()
    assert product.chat.direct("ana") == []


@pytest.mark.parametrize(
    ("answer", "owed"),
    [(Notice("not-recorded"), False), (Notice("refused-moved-on"), True), (HELD, False)],
)
def test_a_card_stays_where_nothing_new_is_on_its_way(
    product: Product, answer: Message, owed: bool
) -> None:
    old = checked(product)
    replying(product, form(values=FILLED))
    shown = product.chat.press("ana", old, ActionName.EDIT_DRAFT)
    replying(product, answer, owed=owed)
    product.chat.fill("ana", shown)
    product.settle_background()
    assert [one.text for one in product.chat.direct("ana")] == [old.text]


def test_an_answer_that_is_on_its_way_closes_the_form(product: Product) -> None:
    shown = opened(product)
    replying(product, Notice("refused-moved-on"), owed=True)
    product.chat.fill("ana", shown)
    assert shown.handle.open is False


def test_the_card_of_a_case_stays_behind_its_forms(product: Product) -> None:
    replying(product, card())
    old = product.chat.say("bo", "/cactus show 12", place="direct")
    replying(product, form(FormName.REPLY, values=FILLED))
    shown = product.chat.press("bo", old, ActionName.REPLY)
    replying(product, HELD, owed=True)
    product.chat.fill("bo", shown)
    product.settle_background()
    assert [one.text for one in product.chat.direct("bo")] == [old.text]
