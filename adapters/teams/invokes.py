"""What an invoke is answered with: a card in its place, a sentence, or what a dialog shows."""

from collections.abc import Mapping
from uuid import uuid4

from adapters.teams import cards
from adapters.teams.cards import Element
from adapters.teams.render import NO_NAMES, render, summary
from bot import texts
from bot.heard import Action, ActionName
from bot.messages import (
    Answer,
    AwardPosted,
    CactusHeld,
    CaseCard,
    Form,
    GentleCheck,
    GlitterRecorded,
    HighlightsPreview,
    Home,
    Message,
    MomentChoice,
    Notice,
    SameAgain,
    SettingsSaved,
)
from bot.model import Reader

_SPOKEN = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"
_IN_PLACE = (
    AwardPosted,
    CactusHeld,
    CaseCard,
    Form,
    GentleCheck,
    GlitterRecorded,
    HighlightsPreview,
    Home,
    MomentChoice,
    SameAgain,
    SettingsSaved,
)
_GONE = Notice("refused-gone")
_SPENT = frozenset({ActionName.UNDO, ActionName.GIVE_AGAIN, ActionName.RESEND})
"""Buttons whose card has served its purpose: whatever they bring takes its place."""


def invoke_answer(answer: Answer, press: Action, names: Mapping[str, str] = NO_NAMES) -> Element:
    """What a pressed button gets back: a card in place of the pressed one, or a sentence that
    leaves it as it is."""
    message, reader = answer.message, answer.reader
    if press.name is ActionName.REFRESH and not isinstance(message, AwardPosted):
        failed = {"code": "NotFound", "message": summary(message, reader)}
        return {"statusCode": 404, "type": _ERROR, "value": failed}  # the card stays as it is
    if not isinstance(message, _IN_PLACE) and press.name not in _SPENT:
        return {"statusCode": 200, "type": _SPOKEN, "value": _spoken(message, reader)}
    # A form that is opened twice is filled in twice: each time is an action of its own.
    card_id = uuid4().hex if isinstance(message, Form) else press.source_ref
    activity = render(message, reader, card_id, names)
    content = activity["attachments"][0]["content"]
    return {"statusCode": 200, "type": cards.CARD, "value": content}


def unknown_button(reader: Reader) -> Element:
    """What a button of an old card gets back that nobody knows any more; the card stays."""
    return {"statusCode": 200, "type": _SPOKEN, "value": _spoken(_GONE, reader)}


def unknown_dialog(reader: Reader) -> Element:
    """The same in place of a dialog."""
    return {"task": {"type": "message", "value": summary(_GONE, reader)}}


def in_dialog(message: Message, reader: Reader, names: Mapping[str, str] = NO_NAMES) -> Element:
    """A card for a dialog, which knows no button but Action.Submit."""
    activity = render(message, reader, uuid4().hex, names)
    content: Element = activity["attachments"][0]["content"]
    actions = [one.get("fallback", one) for one in content.get("actions", ())]
    return {**content, "actions": actions} if actions else content


def _spoken(message: Message, reader: Reader) -> str:
    """One sentence, which some clients read as Markdown."""
    if isinstance(message, Notice):
        show, plain = cards.name_in_markdown, cards.in_markdown
        return texts.sentence(reader, message, show=show, plain=plain)
    return summary(message, reader)
