"""Ana before a form in Slack, and what the product answers when she sends it."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.messages import Answer, CactusHeld, Message, Notice
from tests.drivers.base import Shown
from tests.drivers.slack_door import ENGLISH, Product, slack_product
from tests.drivers.slack_samples import CACTUS, NOON, form

FILLED = {"who": "UBO", "situation": "too slow", "day": "2026-11-27"}
HELD = CactusHeld(5, CACTUS, NOON)
MISSING = Notice("refused-no-reason", count=3)


@contextmanager
def ana_and_bo() -> Iterator[Product]:
    with slack_product() as running:
        running.chat.join("ana", "Ana Ek")
        running.chat.join("bo", "Bo Öst")
        yield running


def replying(product: Product, message: Message, owed: bool = False) -> None:
    product.door.reply = lambda _: Answer(message, ENGLISH, owed)


def opened(product: Product, message: Message | None = None) -> Shown:
    """A form on Ana's screen."""
    replying(product, message or form(values=FILLED))
    return product.chat.say("ana", "/cactus @bo too slow")
