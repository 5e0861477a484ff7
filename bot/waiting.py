"""What could not be brought to somebody waits until they can be written to."""

from collections.abc import Iterable
from datetime import timedelta

from bot import cards, people
from bot.heard import Action, ActionName, Said
from bot.messages import (
    CaseCard,
    CaseNews,
    Delivery,
    ExportReady,
    GlitterReceived,
    GlitterToShow,
    Message,
    Welcome,
)
from bot.model import DeliveryStatus, Place, PlaceKind, Role
from bot.moves import ENDED
from bot.scene import Scene

WAITS = timedelta(days=30)
"""How long; later it would come out of the blue."""


def reached(scene: Scene, heard: Said | Action) -> None:
    """Owe what waits for the speaker, where this shows that they can be written to now."""
    begins = isinstance(heard, Said) or heard.name is ActionName.HOME
    if heard.place.kind is not PlaceKind.DIRECT or not begins:
        return
    deliveries, reader = scene.unit.deliveries, people.reader(scene.speaker, scene.workspace)
    here, since = Place.direct(heard.place.id), scene.unit.now - WAITS
    waiting = deliveries.blocked_at(scene.workspace.id, here, since)
    wanted = _wanted(waiting)
    for one in waiting:
        message = _now(scene, one.message) if one.id in wanted else None
        if message is None:
            deliveries.finish(one.id, DeliveryStatus.CANCELLED, code="out-of-date")
        else:
            deliveries.owe_again(one.id, message, reader)


def _wanted(waiting: Iterable[Delivery]) -> set[int]:
    """Ids: of each case the newest card, or else the newest news; of all else everything."""
    others: set[int] = set()
    news: dict[int, int] = {}
    held: dict[int, int] = {}
    for one in waiting:
        match one.message:
            case CaseCard(award_id=case):
                held[case] = one.id
            case CaseNews(award_id=case):
                news[case] = one.id
            case _:
                others.add(one.id)
    return others | {*(news | held).values()}


def _now(scene: Scene, message: Message | None) -> Message | None:
    """The message as it reads today; None where nobody needs it any more."""
    match message:
        case GlitterReceived() | GlitterToShow() | CaseNews() | Welcome():
            return message
        case ExportReady(until=until):
            return message if until > scene.unit.now else None
        case CaseCard():
            return _card(scene, message)
        case _:
            return None


def _card(scene: Scene, message: CaseCard) -> CaseCard | None:
    case = cards.load(scene.unit, scene.workspace, message.award_id)
    found = cards.roles(scene.unit, case, scene.speaker)
    if case.followup.state in ENDED or not found:
        return None
    role = next((one for one in found if one is not Role.GIVER), Role.GIVER)
    return cards.card(scene.unit, case, role, message.news)
