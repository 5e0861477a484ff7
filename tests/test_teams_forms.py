"""A form as a card with inputs."""

from typing import Any

import pytest

from adapters.teams.render import MAX_SIZE, encoded, render, size
from bot import texts
from bot.heard import FormName
from bot.messages import Field, FieldKind, Form, Notice
from tests.drivers.teams_cards import problem_of, texts_of
from tests.drivers.teams_samples import FIELDS, NEW, READER


def inputs(message: Form, **names: str) -> dict[str, dict[str, Any]]:
    card = render(message, READER, "card", {f"29:{short}": name for short, name in names.items()})
    body = card["attachments"][0]["content"]["body"]
    return {one["id"].partition("-")[2]: one for one in body if "id" in one}


def test_every_field_has_its_label_hint_limit_and_value() -> None:
    shown = inputs(Form(FormName.CACTUS, "4", FIELDS), bo="Bo Berg")
    situation, effect, who, day = (shown[name] for name in ("situation", "effect", "who", "day"))
    assert situation["label"] == situation["errorMessage"] == "What happened?"
    assert (situation["isMultiline"], situation["maxLength"]) == (True, 1000)
    assert situation["value"] == "empty at noon"
    assert effect["label"] == "What did it lead to? (if you like)"
    assert (effect["isMultiline"], "isRequired" in effect, "value" in effect) == (False,) * 3
    assert who["choices"] == [{"title": "Bo Berg", "value": "29:bo"}]
    assert (who["value"], who["choices.data"]["dataset"]) == ("29:bo", "graph.microsoft.com/users")
    assert (day["type"], day["value"]) == ("Input.Date", "2026-11-27")
    card = render(NEW, READER, "card")["attachments"][0]["content"]
    hints = [text for kind, text in texts_of(card) if kind == "TextRun"]
    assert texts.say(READER, "field-who-hint") in hints


def test_a_day_that_is_none_is_not_filled_in() -> None:
    form = Form(FormName.PROMISE, "2", (Field("day", FieldKind.DATE, "next week"),))
    assert "value" not in inputs(form)["day"]


def test_what_is_to_be_mended_stands_above_its_field() -> None:
    problem = Notice("refused-no-day")
    fields = (Field("note", FieldKind.LINES, "soon"), Field("day", FieldKind.DATE))
    for at, expected in (("", 1), ("day", 3)):
        form = Form(FormName.PROMISE, "2", fields, problem, at)
        card = render(form, READER, "card")["attachments"][0]["content"]
        said = [text for _, text in texts_of(card)]
        assert said.index("Choose a day from today on, within a year.") == expected


@pytest.mark.parametrize("words", ["x", "😀", '"', "\n", "<"])
def test_a_form_with_more_than_it_takes_still_fits(words: str) -> None:
    fields = tuple(Field(name, FieldKind.LINES, words * 4000) for name in ("situation", "wish"))
    form = Form(FormName.EDIT, "2", fields, Notice("refused-too-long", count=1000, other=4000))
    activity = render(form, READER, "card")
    assert size(activity) <= MAX_SIZE
    assert problem_of(encoded(activity)) is None
