"""A form is a modal in Slack: opened with a trigger, submitted as an `Action`.

https://docs.slack.dev/surfaces/modals
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from adapters.slack.paper import Facts, plain, text
from adapters.slack.phrases import name
from adapters.slack.words import clean
from bot.heard import Action, ActionName, FormName
from bot.messages import YES, Answer, CactusHeld, Field, FieldKind, Form, GentleCheck, Notice
from bot.model import Place, Profile, Reader
from bot.texts import LANGUAGES, say, sentence
from bot.values import dataclass

CALLBACK = "form"
ELEMENT = "value"
"""Action id of each field. It and the block id stay the same when a form is shown again: what
somebody typed then stays in the field."""
NOTHING = "-"
"""The value of an option that stands for none."""
OPTION, OPTIONS = 75, 100
TITLE, SUBMIT, LABEL, TEXT = 24, 24, 2_000, 3_000
CHANGES_A_CARD = frozenset({FormName.CACTUS, FormName.EDIT})
"""Forms after which the card whose button opened them shows words that no longer hold."""
_CONTENT = {
    "plain_text_input": "value",
    "users_select": "selected_user",
    "datepicker": "selected_date",
    "multi_users_select": "selected_users",
    "static_select": "selected_option",
    "conversations_select": "selected_conversation",
    "number_input": "value",
    "checkboxes": "selected_options",
}


@dataclass(frozen=True, slots=True)
class Submission:
    """A filled-in form. `card` is the response URL of the card that opened it, "" for none."""

    action: Action
    language: str
    card: str
    channels: Mapping[str, str]
    """The channels that were chosen anew, by field."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What is wrong at a field, seen before the form was heard: the text `code`."""

    field: str
    code: str


def view(form: Form, reader: Reader, card: str = "") -> dict[str, Any]:
    """The form as a modal; what is to be mended stands above its field, else on top."""
    kept = card if form.name in CHANGES_A_CARD else ""
    marks = {"form": form.name, "subject": form.subject, "language": reader.language, "card": kept}
    fields = [_field(field, reader) for field in form.fields]
    if form.problem:
        names = [field.name for field in form.fields]
        at = names.index(form.at) if form.at in names else 0
        problem = f"⚠️ {_told(reader, form.problem)}"
        fields.insert(at, {"type": "section", "text": plain(problem, TEXT)})
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain(say(reader, f"form-{form.name}"), TITLE),
        "submit": plain(say(reader, "action-submit"), SUBMIT),
        "private_metadata": json.dumps(marks),
        "blocks": fields,
    }


def submitted(body: Mapping[str, Any], team_id: str) -> Submission | None:
    """A filled-in form of ours; None for any other. Wrong shapes raise as `heard.MALFORMED`.

    However often a view is submitted, also once corrected, it is the same action.
    https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
    """
    filled = body["view"]
    if filled["callback_id"] != CALLBACK:
        return None
    marks = json.loads(filled["private_metadata"])
    speaker = Profile(clean(body["user"]["id"]))
    own_chat = Place.direct(speaker.account)
    values = filled["state"]["values"]
    action = Action(
        workspace_id=f"slack:{team_id}",
        place=own_chat,
        speaker=speaker,
        name=ActionName.SUBMIT,
        subject=clean(marks["subject"]),
        source_ref=f"slack:{team_id}:view:{clean(filled['id'])}",
        reply_to=own_chat,
        form=FormName(marks["form"]),
        fields={clean(field): _value(elements[ELEMENT]) for field, elements in values.items()},
    )
    return Submission(action, marks["language"], marks["card"], _channels(filled, action.fields))


def _channels(filled: Mapping[str, Any], fields: Mapping[str, str]) -> dict[str, str]:
    asked = {
        block["block_id"]: block["element"].get("initial_conversation", "")
        for block in filled["blocks"]
        if block["type"] == "input" and block["element"]["type"] == "conversations_select"
    }
    return {name: fields[name] for name, was in asked.items() if fields[name] not in ("", was)}


def reply(answer: Answer | Mend, submission: Submission) -> dict[str, Any]:
    """What becomes of the modal; every answer but a form is owed to the direct chat."""
    if isinstance(answer, Mend):
        why = say(_reader(submission), answer.code)
        return {"response_action": "errors", "errors": {answer.field: why}}
    match answer.message:
        case Form() as form:
            again = view(form, answer.reader, submission.card)
            return {"response_action": "update", "view": again}
        case Notice() as notice if not answer.owed:
            # Nothing was written, so what somebody wrote must not vanish with the modal.
            return _kept_open(submission, _told(answer.reader, notice))
        case _:
            return {"response_action": "clear"}


def patience(submission: Submission) -> dict[str, Any]:
    """The answer takes longer than Slack waits: the words stay, and count once."""
    return _kept_open(submission, say(_reader(submission), "form-slow"))


def _reader(submission: Submission) -> Reader:
    return Reader(submission.language if submission.language in LANGUAGES else "en", "UTC")


def outdates_its_card(answer: Answer | Mend) -> bool:
    """The cactus was written anew and is on its way to the direct chat."""
    return (
        not isinstance(answer, Mend)
        and answer.owed
        and isinstance(answer.message, CactusHeld | GentleCheck)
    )


def _kept_open(submission: Submission, why: str) -> dict[str, Any]:
    first = next(iter(submission.action.fields))
    return {"response_action": "errors", "errors": {first: why}}


def _told(reader: Reader, notice: Notice) -> str:
    # The language library refuses long facts, so they are put in afterwards.
    facts = Facts()
    said = sentence(
        reader,
        notice,
        show=lambda person: facts.put(text(name(person))),
        plain=lambda words: facts.put(text(words)) if words else "",
    )
    return "".join(element["text"] for element in facts.into(said))


def _field(field: Field, reader: Reader) -> dict[str, Any]:
    # Slack itself writes "optional" behind the label, in the language of its reader.
    return {
        "type": "input",
        "block_id": field.name,
        "optional": not field.required,
        "label": plain(say(reader, f"field-{field.name}"), LABEL),
        "hint": plain(say(reader, f"field-{field.name}-hint"), LABEL),
        "element": {"action_id": ELEMENT, **_element(field, reader)},
    }


def _element(field: Field, reader: Reader) -> dict[str, Any]:
    match field.kind:
        case FieldKind.PERSON:
            chosen = {"initial_user": field.value} if field.value else {}
            return {"type": "users_select", **chosen}
        case FieldKind.PEOPLE:
            users = [one for one in field.value.split(",") if one]
            return {"type": "multi_users_select", **({"initial_users": users} if users else {})}
        case FieldKind.CHANNEL:
            here = {"initial_conversation": field.value} if field.value else {}
            wanted = {"include": ["public", "private"], "exclude_bot_users": True}
            return {"type": "conversations_select", "filter": wanted, **here}
        case FieldKind.CHOICE:
            return _choice(field)
        case FieldKind.CHECK:
            return _check(field, reader)
        case FieldKind.NUMBER:
            return _number(field)
        case FieldKind.DATE:
            picked = {"initial_date": field.value} if _is_date(field.value) else {}
            return {"type": "datepicker", **picked}
        case _:
            return _text_input(field)


def _choice(field: Field) -> dict[str, Any]:
    # Slack takes no empty value, so nothing has one of its own.
    offered = [_option(option.value or NOTHING, option.label) for option in field.options]
    chosen = [one for one in offered if one["value"] == (field.value or NOTHING)]
    initial = {"initial_option": chosen[0]} if chosen else {}
    return {"type": "static_select", "options": offered[:OPTIONS], **initial}


def _check(field: Field, reader: Reader) -> dict[str, Any]:
    box = _option(YES, say(reader, "said-yes"))
    set_ = {"initial_options": [box]} if field.value == YES else {}
    return {"type": "checkboxes", "options": [box], **set_}


def _number(field: Field) -> dict[str, Any]:
    bounds = {"min_value": str(field.least), "max_value": str(field.most)}
    typed = {"initial_value": field.value} if field.value.isdecimal() else {}
    return {"type": "number_input", "is_decimal_allowed": False, **bounds, **typed}


def _option(value: str, label: str) -> dict[str, Any]:
    return {"text": plain(label, OPTION), "value": value}


def _text_input(field: Field) -> dict[str, Any]:
    value = _cut(field.value, TEXT)
    # Words that are too long are given back whole, to be shortened.
    longest = min(TEXT, max(field.longest, _length(value)))
    typed = {"initial_value": value} if value else {}
    lines = field.kind is FieldKind.LINES
    return {"type": "plain_text_input", "multiline": lines, "max_length": longest, **typed}


def _value(state: Mapping[str, Any]) -> str:
    found = state.get(_CONTENT[state["type"]]) or ""
    if isinstance(found, dict):
        found = found["value"]
    elif isinstance(found, list):
        found = ",".join(one["value"] if isinstance(one, dict) else one for one in found)
    return "" if found == NOTHING else clean(found)


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _length(words: str) -> int:
    """In the units in which browsers count."""
    return len(words.encode("utf-16-le")) // 2


def _cut(words: str, room: int) -> str:
    return words.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
