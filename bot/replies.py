"""Where an answer is owed that cannot travel back with its request."""

from bot.heard import Action, Said
from bot.memory import Owed
from bot.messages import (
    CactusHeld,
    CaseCard,
    Form,
    GlitterRecorded,
    Help,
    Message,
    MyGlitter,
    Notice,
    SameAgain,
    TeamList,
)
from bot.model import Kind, Place, Reader
from bot.scene import Scene

PASSING = Form | GlitterRecorded | Help | MyGlitter | Notice | SameAgain | TeamList
"""Answers that nobody looks for tomorrow."""


def owe(scene: Scene, heard: Said | Action, message: Message, reader: Reader) -> bool:
    """Owe the answer where it cannot travel back; True where the edge shows nothing itself."""
    unit, place = scene.unit, place_for(heard, message)
    if place is None or (heard.opens_forms and isinstance(message, Form)):
        return False
    about = message.award_id if isinstance(message, CaseCard | CactusHeld) else None
    pressed = isinstance(heard, Action) and isinstance(message, CaseCard)
    if pressed and about and unit.deliveries.has_card(scene.workspace.id, place, about):
        return True  # the card that stands there changes in place
    owed = Owed(scene.workspace.id, place, message, reader, award_id=about)
    unit.deliveries.owe([owed])
    return True


def place_for(heard: Said | Action, message: Message) -> Place | None:
    """A passing answer beside the words that it answers; never one about a cactus."""
    if not isinstance(heard, Said) or heard.command is Kind.CACTUS:
        return heard.reply_to
    return (heard.aside if isinstance(message, PASSING) else None) or heard.reply_to
