"""Forms in Slack: modals that open at once and hold every word."""

from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import given, settings
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from adapters.slack import forms, listen
from bot.heard import ActionName, FormName
from bot.messages import Button, Form, Notice, Person
from bot.model import Reader
from bot.texts import LANGUAGES, say
from tests.drivers.slack_api import Fault
from tests.drivers.slack_door import ENGLISH, Product
from tests.drivers.slack_filling import FILLED, MISSING, ana_and_bo, opened, replying
from tests.drivers.slack_samples import FORMS, HOSTILE, card, form
from tests.drivers.slack_views import refusal, view_faults


@pytest.fixture
def product() -> Iterator[Product]:
    with ana_and_bo() as running:
        yield running


# ---------------------------------------------------------------- opening


def test_a_command_without_enough_words_opens_a_form_that_holds_what_was_said(
    product: Product,
) -> None:
    shown = opened(product)
    assert shown.form is FormName.CACTUS
    assert shown.fields == {
        "who": "bo",
        "situation": "too slow",
        "day": "2026-11-27",
        "wish": "",
    }
    titled = ["form-cactus", "field-who", "field-who-hint"]
    assert shown.text.splitlines()[:3] == [say(ENGLISH, text) for text in titled]
    assert "What would have been better? (optional)" in shown.text
    assert product.chat.fake.calls("views.open")
    assert product.chat.posted() == []


def test_a_form_opens_without_touching_the_card_that_was_pressed(product: Product) -> None:
    replying(product, card())
    pressed = product.chat.say("ana", "/cactus show 12", place="direct")
    replying(product, form(FormName.REPLY))
    assert product.chat.press("ana", pressed, ActionName.REPLY).form is FormName.REPLY
    assert [one.text for one in product.chat.direct("ana")] == [pressed.text]


@pytest.mark.parametrize("seconds", [0.0, 3.0])
def test_a_form_that_slack_does_not_open_is_told_in_a_sentence_with_the_words(
    product: Product, seconds: float
) -> None:
    product.chat.fake.modals.trigger_seconds = seconds
    if seconds:
        product.chat.fake.fail("views.open", Fault(status=503))
    shown = opened(product)
    assert shown.form is None
    assert shown.text.splitlines() == [
        "The form did not open. Nothing is lost; please try once more.",
        "Your words: @UBO too slow",
    ]


def test_a_button_stays_where_its_form_did_not_open(product: Product) -> None:
    replying(product, Notice("resent", buttons=(Button(ActionName.EDIT_DRAFT, "7"),)))
    pressed = product.chat.say("ana", "/cactus @bo you never listen", place="direct")
    product.chat.fake.fail("views.open", Fault(cut="before"))
    replying(product, form())
    told = product.chat.press("ana", pressed, ActionName.EDIT_DRAFT)
    assert told.text.startswith("The form did not open.")
    first, second = product.chat.direct("ana")
    assert (first.text, second.text) == (pressed.text, told.text)


def test_a_command_delivered_twice_opens_its_form_once_and_says_nothing_more(
    product: Product,
) -> None:
    replying(product, form())
    for _ in range(2):
        shown = product.chat.say("ana", "/cactus", ref="13345224609.738474920")
        assert shown.form is FormName.CACTUS
    product.settle_background()
    assert len(product.chat.fake.calls("views.open")) == 2
    assert len(product.chat.fake.modals.all) == 1
    assert not any(product.chat.fake.replies.values())


def test_a_late_form_opens_while_its_trigger_lives(
    product: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listen, "ANSWER_SECONDS", 0.05)
    product.door.wait = 0.3
    assert opened(product).form is FormName.CACTUS


def test_a_failed_opening_leaves_no_words_in_the_log(product: Product) -> None:
    product.chat.fake.fail("views.open", Fault(error="invalid_arguments"))
    with structlog.testing.capture_logs() as logs:
        opened(product, form(values={"situation": "canary-word"}))
    assert [entry["code"] for entry in logs if entry["event"] == "slack_form"] == [
        "invalid_arguments"
    ]
    assert "canary-word" not in str(logs)


# ---------------------------------------------------------------- the view itself


def element(view: dict[str, Any], block_id: str) -> dict[str, Any]:
    found = [block["element"] for block in view["blocks"] if block.get("block_id") == block_id]
    return dict(found[0])


def test_each_field_has_slacks_own_way_to_fill_it() -> None:
    view = forms.view(form(values={**FILLED, "wish": "two at noon"}), ENGLISH)
    assert element(view, "who") == {
        "type": "users_select",
        "action_id": "value",
        "initial_user": "UBO",
    }
    assert element(view, "day")["initial_date"] == "2026-11-27"
    assert element(view, "situation") == {
        "type": "plain_text_input",
        "action_id": "value",
        "multiline": True,
        "max_length": 1000,
        "initial_value": "too slow",
    }
    assert element(view, "wish")["multiline"] is False
    assert element(view, "wish")["max_length"] == 80
    optional = {block["block_id"]: block["optional"] for block in view["blocks"]}
    assert optional == {"who": False, "situation": False, "day": False, "wish": True}


def test_a_field_keeps_its_name_when_the_form_is_shown_again() -> None:
    first, again = (forms.view(form(problem=problem), ENGLISH) for problem in (None, MISSING))
    names = [[block.get("block_id") for block in view["blocks"]] for view in (first, again)]
    assert names[1] == [None, *names[0]]


@pytest.mark.parametrize("value", ["a" * 1001, "😀" * 900, "a" * 5000])
def test_words_that_are_too_long_come_back_to_be_shortened(value: str) -> None:
    typed = element(forms.view(form(values={"situation": value}), ENGLISH), "situation")
    assert typed["initial_value"] == value[:3000]
    assert list(view_faults(forms.view(form(values={"situation": value}), ENGLISH))) == []


def test_a_value_that_is_no_day_leaves_the_field_empty() -> None:
    assert "initial_date" not in element(
        forms.view(form(values={"day": "yesterday"}), ENGLISH), "day"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FormName)
def test_every_form_fits_a_modal_uncut_in_every_language(name: FormName, language: str) -> None:
    view = forms.view(form(name, problem=MISSING), Reader(language, "UTC"))
    assert list(view_faults(view)) == []
    for words in (view["title"], view["submit"]):
        assert not words["text"].endswith("…")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_in_a_form_are_shown_as_written(hostile: str) -> None:
    words = f"x{hostile[:900]}x"
    problem = Notice("refused-bot", people=(Person(words),), detail=words)
    view = forms.view(form(values={"situation": words}, problem=problem), ENGLISH)
    assert element(view, "situation")["initial_value"] == words
    assert {block["text"]["type"] for block in view["blocks"] if "text" in block} == {"plain_text"}


@settings(max_examples=300)
@given(FORMS)
def test_no_words_of_anybody_outgrow_a_modal(any_form: Form) -> None:
    view = forms.view(any_form, ENGLISH, "https://hooks.slack.example/" + "x" * 200)
    assert list(view_faults(view)) == []
    assert refusal(view) is None
    View(**view).validate_json()
    for block in view["blocks"]:
        parsed = Block.parse(block)
        assert parsed
        parsed.validate_json()
