"""A form is a card with inputs; what was typed comes back beside the data of its button."""

from collections.abc import Mapping
from datetime import date
from typing import Any, assert_never

from adapters.teams.cards import (
    Drawn,
    Element,
    draft,
    execute,
    heading,
    literal,
    name,
    prose,
    small,
)
from bot import texts
from bot.cleaning import clean
from bot.heard import ActionName, FormName
from bot.messages import YES, Button, Field, FieldKind, Form, Message, Person
from bot.model import Reader

MAX_VALUE = 4_000
"""Characters of one field that are read: more than any field takes, and still fit to be shown."""
MOST_FIELDS = 40
_PEOPLE = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
"""Everybody in the organisation; Teams itself searches, and tells the Entra object id."""
_TYPED = ("reason", "situation", "effect", "wish", "note")
"""Fields that hold somebody's own words."""
_KINDS = frozenset(kind.value for kind in FieldKind)


def form(message: Form, reader: Reader, names: Mapping[str, str]) -> Drawn:
    """`names` are those of the accounts that `accounts_in` tells."""
    title = texts.say(reader, f"form-{message.name}")
    body = [heading(title), *_problem(message, reader, "")]
    for field in message.fields:
        body += _problem(message, reader, field.name)
        body += [_input(field, reader, names), _hint(field, reader)]
    return Drawn(body, title)


def submit(message: Form, reader: Reader, card_id: str) -> Element:
    pressed = Button(ActionName.SUBMIT, message.subject)
    data = {
        "action": pressed.name.value,
        "subject": message.subject,
        "form": message.name.value,
        "draft": draft(card_id, pressed),
    }
    return execute(texts.say(reader, "action-submit"), data, style="positive")


def accounts_in(message: Message | None) -> list[str]:
    """The accounts whose names a form shows."""
    fields = message.fields if isinstance(message, Form) else ()
    return [field.value for field in fields if field.kind is FieldKind.PERSON and field.value]


def name_in(data: Mapping[str, Any]) -> FormName | None:
    """Which form the data of a button speaks of."""
    found = data.get("form")
    return FormName(found) if isinstance(found, str) and found in list(FormName) else None


def fields_in(data: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by field name; a person is an account or an Entra object id."""
    found: dict[str, str] = {}
    for key, value in data.items():
        kind, _, field = key.partition("-")
        if type(value) is int:  # some clients send what a number field holds as one
            value = str(value)
        if kind in _KINDS and isinstance(value, str) and len(found) < MOST_FIELDS:
            found[field] = clean(value[:MAX_VALUE])
    return found


def words_in(fields: Mapping[str, str]) -> str:
    """What somebody typed, without whom and what they chose."""
    return "\n\n".join(words for name, words in fields.items() if name in _TYPED and words)


def people_in(data: Mapping[str, Any]) -> list[str]:
    """The names of the fields that hold a person, or several with commas between."""
    keys = (key.partition("-") for key in data)
    return [field for kind, _, field in keys if kind in (FieldKind.PERSON, FieldKind.PEOPLE)]


def _problem(message: Form, reader: Reader, at: str) -> list[Element]:
    if message.problem is None or message.at != at:
        return []
    said = texts.sentence(reader, message.problem, show=name, plain=literal)
    return [prose(said, color="Attention", weight="Bolder")]


def _hint(field: Field, reader: Reader) -> Element:
    hint = texts.say(reader, f"field-{field.name}-hint")
    return {**small(hint), "spacing": "Small"}


def _input(field: Field, reader: Reader, names: Mapping[str, str]) -> Element:
    label = texts.say(reader, f"field-{field.name}")
    common: Element = {"id": f"{field.kind}-{field.name}", "spacing": "Medium"}
    if field.kind is FieldKind.CHECK:
        common["label"] = label
    elif field.required:
        common |= {"label": label, "isRequired": True, "errorMessage": label}
    else:
        common["label"] = texts.say(reader, "field-optional", label=label)
    match field.kind:
        case FieldKind.LINE | FieldKind.LINES:
            return {**common, **_text(field)}
        case FieldKind.DATE:
            return {**common, **_date(field)}
        case FieldKind.PERSON:
            return {**common, **_person(field, names)}
        case FieldKind.PEOPLE:
            return {**common, **_person(field, names), "isMultiSelect": True}
        case FieldKind.CHOICE | FieldKind.CHANNEL:
            return {**common, **_choice(field)}
        case FieldKind.NUMBER:
            bounds = {"min": field.least, "max": field.most}
            number = {"value": int(field.value)} if field.value.isdecimal() else {}
            return {**common, "type": "Input.Number", **bounds, **number}
        case FieldKind.CHECK:
            toggle = {"type": "Input.Toggle", "title": label, "valueOn": YES, "valueOff": "no"}
            return {**common, **toggle, "value": field.value or "no"}
        case _:
            assert_never(field.kind)


def _text(field: Field) -> Element:
    lines = field.kind is FieldKind.LINES
    return {
        "type": "Input.Text",
        "isMultiline": lines,
        "maxLength": field.longest,
        **_filled(field.value),
    }


def _date(field: Field) -> Element:
    try:
        day = date.fromisoformat(field.value).isoformat()
    except ValueError:
        day = ""
    return {"type": "Input.Date", **_filled(day)}


def _person(field: Field, names: Mapping[str, str]) -> Element:
    """Somebody who is named already is a choice of their own, under their account."""
    known = {person.account: person.name for person in field.people}
    chosen = [
        {"title": name(Person(known.get(one) or names.get(one, ""), one)), "value": one}
        for one in field.value.split(",")
        if one
    ]
    return {
        "type": "Input.ChoiceSet",
        "choices": chosen,
        "choices.data": dict(_PEOPLE),
        **_filled(field.value),
    }


def _choice(field: Field) -> Element:
    choices = [{"title": option.label, "value": option.value} for option in field.options]
    return {"type": "Input.ChoiceSet", "choices": choices, **_filled(field.value)}


def _filled(value: str) -> Element:
    return {"value": value} if value else {}
