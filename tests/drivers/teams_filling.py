"""Bo before a form in Teams."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.heard import ActionName
from bot.messages import Form
from tests.drivers.base import Shown
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_samples import HAND_OVER, case


@contextmanager
def ana_and_bo() -> Iterator[TeamsHouse]:
    with TeamsChat() as chat:
        chat.join("ana", "Ana Åberg")
        chat.join("bo", "Bo Berg")
        with TeamsHouse(chat) as house:
            yield house


def open_case(house: TeamsHouse, form: Form = HAND_OVER) -> Shown:
    """Bo has a case before him and presses a button that opens a form."""
    house.door.says = case()
    card = house.chat.say("bo", "cactus show 2", place="direct")
    house.door.says = form
    return house.chat.press("bo", card, ActionName.HAND_OVER)
