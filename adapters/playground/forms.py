"""A form as a piece for the page."""

from adapters.playground.voice import Voice
from adapters.playground.words import FormField, Piece
from bot.messages import Field, FieldKind, Form


def form(form: Form, voice: Voice) -> list[Piece]:
    return [
        voice.line("title", f"form-{form.name}"),
        {
            "piece": "form",
            "form": form.name.value,
            "subject": form.subject,
            "fields": [_field(field, voice) for field in form.fields],
            "problem": voice.noticed(form.problem) if form.problem else [],
            "at": form.at,
            "submit": voice.label("action-submit"),
        },
    ]


def _field(field: Field, voice: Voice) -> FormField:
    label = voice.label(f"field-{field.name}")
    said = field.required or field.kind is FieldKind.CHECK
    return {
        "name": field.name,
        "kind": field.kind.value,
        "label": label if said else voice.label("field-optional", label=label),
        "hint": voice.label(f"field-{field.name}-hint"),
        "value": field.value,
        "required": field.required,
        "longest": field.longest,
        "options": [{"value": one.value, "label": one.label} for one in field.options],
        "least": field.least,
        "most": field.most,
    }
