"""The row of buttons under a card."""

from adapters.teams import forms
from adapters.teams.cards import Element, button, opens
from bot import texts
from bot.heard import ActionName
from bot.messages import (
    AwardPosted,
    Button,
    CaseCard,
    CaseList,
    Form,
    HighlightsPreview,
    Message,
    MomentChoice,
    SignInLink,
    TeamWeek,
    Welcome,
)
from bot.model import Reader

MOST_VISIBLE = 6
"""Teams shows so many; what is marked as secondary waits behind its three dots."""
_OF_A_LINE = frozenset({ActionName.SHOW, ActionName.MOMENT, ActionName.PICK})
"""Each is about one line of several."""
_RARE = frozenset({ActionName.REPORT})
"""Last in the row, and the first to wait."""


def row(message: Message, reader: Reader, card_id: str) -> list[Element]:
    match message:
        case Form():
            return [forms.submit(message, reader, card_id)]
        case SignInLink():
            return [opens(texts.say(reader, "pages-open"), message.address)]
        case Welcome(privacy_at=address) if address:
            privacy = opens(texts.say(reader, "about-privacy-title"), address)
            return [*_sorted(message.buttons, reader, card_id), privacy]
        case CaseCard(policy=address) if address:
            policy = opens(texts.say(reader, "case-policy"), address)
            return [*_sorted(message.buttons, reader, card_id), policy]
        case CaseList() | HighlightsPreview() | MomentChoice() | TeamWeek():
            return _numbered(message.buttons, reader, card_id)
        case _:
            return _sorted(message.buttons, reader, card_id)


def refresh(message: Message, reader: Reader, card_id: str) -> Element | None:
    """Whoever gave what is posted sees more of it than the others."""
    if not isinstance(message, AwardPosted) or message.giver.account is None:
        return None
    asked = button(reader, card_id, Button(ActionName.REFRESH, str(message.award_id)))
    del asked["fallback"]
    return {"action": asked, "userIds": [message.giver.account]}


def _numbered(buttons: tuple[Button, ...], reader: Reader, card_id: str) -> list[Element]:
    """Several of one name are told apart by the number that they carry; the others come first."""
    ordered = sorted(buttons, key=lambda one: one.name in _OF_A_LINE)
    numbers = [one.subject if one.name in _OF_A_LINE else "" for one in ordered]
    modes = [{"mode": "secondary"} if at >= MOST_VISIBLE else {} for at in range(len(ordered))]
    return [
        button(reader, card_id, one, number=number, **mode)
        for one, number, mode in zip(ordered, numbers, modes, strict=True)
    ]


def _sorted(buttons: tuple[Button, ...], reader: Reader, card_id: str) -> list[Element]:
    ordered = sorted(buttons, key=lambda one: one.name in _RARE)
    seen, waiting = ordered[:MOST_VISIBLE], ordered[MOST_VISIBLE:]
    return [
        *(button(reader, card_id, one) for one in seen),
        *(button(reader, card_id, one, mode="secondary") for one in waiting),
    ]
