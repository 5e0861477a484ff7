"""How an answer stands in Slack beside, or instead of, what it answers."""

from http import HTTPStatus
from typing import Any

from pydantic_core import to_json
from slack_bolt.response import BoltResponse

from adapters.slack.render import render
from bot.heard import Action, ActionName
from bot.messages import (
    Answer,
    CactusHeld,
    CaseCard,
    GentleCheck,
    HighlightsPreview,
    MomentChoice,
    Notice,
)

TRY_AGAIN = frozenset({"not-recorded", "went-wrong", "form-not-opened"})
"""Answers after which the button is still needed."""
CARDS = CaseCard | CactusHeld | GentleCheck | HighlightsPreview | MomentChoice


def written(reply: dict[str, Any]) -> BoltResponse:
    """A reply as the acknowledgement that carries it, written down once.

    Bolt's own `ack` would go through all of it first, for objects that ours has none of.
    """
    return BoltResponse(status=HTTPStatus.OK, body=to_json(reply).decode())


def private(answer: Answer) -> dict[str, Any]:
    """For the speaker alone."""
    return render(answer.message, answer.reader) | {"response_type": "ephemeral"}


def to_press(answer: Answer, press: Action, lasting: bool) -> dict[str, Any]:
    """A card takes the place of the pressed message; anything else leaves a lasting one alone.

    `lasting`: the pressed message is no private one that vanishes. Cards stand in direct chats
    only, so nothing of one ever replaces a message that others read.
    """
    own_chat = press.place == press.place.direct(press.speaker.account)
    said = render(answer.message, answer.reader)
    if lasting and own_chat:
        return said | {"response_type": "in_channel", "replace_original": _replaces(answer, press)}
    replaces = not lasting and not _still_needed(answer, press)
    return said | {"response_type": "ephemeral", "replace_original": replaces}


def _replaces(answer: Answer, press: Action) -> bool:
    card = isinstance(answer.message, CARDS)
    return card and press.name is not ActionName.SHOW


def _still_needed(answer: Answer, press: Action) -> bool:
    # A list, or news with somebody's words, is not over when one case of it is looked at.
    again = isinstance(answer.message, Notice) and answer.message.code in TRY_AGAIN
    return again or press.name is ActionName.SHOW
