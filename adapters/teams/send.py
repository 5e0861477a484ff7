"""Teams as the outbox sees it."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from adapters.teams import forms, render
from adapters.teams.address import PREFIX, Address, base
from adapters.teams.cards import Element
from adapters.teams.connector import Call, Connector, Failed, escaped, id_of
from adapters.teams.graph import Installer
from adapters.teams.pace import OF_ASIDES, Pace
from adapters.teams.people import People
from adapters.teams.pictures import illustrated
from bot.messages import Delivery
from bot.model import Place, PlaceKind, Profile, Verb
from bot.outcomes import Again, Blocked, Outcome, Rejected, Sent, Uncertain

SOON = timedelta(seconds=10)
NOT_REACHED = (403, 404)
_OF_CHANNELS = ("@thread.tacv2", "@thread.skype")
"""How the ids of conversations end that have threads."""


class TeamsPlatform:
    """Implements `bot.ports.Platform`."""

    name = PREFIX.rstrip(":")
    pace = timedelta(seconds=2)
    """Teams takes 7 messages a second, but only 1,800 an hour into one conversation."""

    def __init__(
        self, connector: Connector, people: People, installer: Installer | None = None
    ) -> None:
        self._connector = connector
        self._people = people
        self._installer = installer
        self.paced, self.paced_asides = Pace(), Pace(OF_ASIDES)

    async def send(self, delivery: Delivery) -> Outcome:
        address = _address(delivery)
        if address is None:
            return Blocked("not-installed")
        if early := self._too_early(delivery, address):
            return early
        try:
            match delivery.verb:
                case Verb.POST:
                    return await self._post(delivery, address)
                case Verb.EDIT:
                    return await self._edit(delivery, address)
                case Verb.DELETE:
                    return await self._delete(delivery, address)
        except Failed as failure:
            if await self._has_brought_app(delivery, address, failure):
                return Again("installed-just-now", SOON)
            return failure.outcome

    def _too_early(self, delivery: Delivery, address: Address) -> Outcome | None:
        """Whoever asked aside is not kept waiting: they have a personal chat."""
        conversation = base(address.conversation_id) or delivery.place.id
        aside = delivery.place.kind is PlaceKind.ASIDE
        if aside and self.paced_asides.wait(conversation):
            return Blocked("paced")
        if wait := self.paced.wait(conversation):
            return Blocked("paced") if aside else Again("paced", timedelta(seconds=wait))
        return None

    async def _has_brought_app(self, delivery: Delivery, address: Address, failure: Failed) -> bool:
        """Whether somebody who could not be written to can be in a moment."""
        alone = delivery.place.kind is PlaceKind.DIRECT and delivery.verb is Verb.POST
        if self._installer is None or not alone or failure.status not in NOT_REACHED:
            return False
        who = await self._people.object_id(delivery.workspace_id, delivery.place.id)
        return bool(who) and await self._installer.install(address.tenant_id, who)

    async def show(self, address: Address, activity: Element) -> bool:
        """Post an activity that is no message of the outbox; False where it surely did not
        arrive."""
        path = f"/v3/conversations/{escaped(address.conversation_id)}/activities"
        try:
            await self._connector.call(address, Call("POST", path, render.encoded(activity)))
        except Failed as failure:
            return isinstance(failure.outcome, Uncertain)
        return True

    async def profiles(
        self, workspace_id: str, place: Place, accounts: Sequence[str]
    ) -> list[Profile]:
        return await self._people.profiles(workspace_id, place, accounts)

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:
        return await self._people.roster(workspace_id, places)

    async def _post(self, delivery: Delivery, address: Address) -> Outcome:
        body = await self._body(delivery)
        if isinstance(body, Rejected):
            return body
        opened = not address.conversation_id
        if opened:
            address = await self._connector.open_personal(address, delivery.place.id)
        elif delivery.is_reply:
            address = address.at(thread_of(delivery.target_ref))
        path = f"/v3/conversations/{escaped(address.conversation_id)}/activities"
        answer = await self._connector.call(address, Call("POST", path + _query(delivery), body))
        ref = f"{address.conversation_id}|{id_of(answer)}"
        return Sent(ref, address.text if opened else "")

    async def _edit(self, delivery: Delivery, address: Address) -> Outcome:
        body = await self._body(delivery)
        if isinstance(body, Rejected):
            return body
        path = _path(delivery)
        if path is None:
            return Rejected("no-target")
        await self._connector.repeatable(address, Call("PUT", path, body))
        return Sent(delivery.target_ref)

    async def _delete(self, delivery: Delivery, address: Address) -> Outcome:
        path = _path(delivery)
        if path is None:
            return Rejected("no-target")
        try:
            await self._connector.repeatable(address, Call("DELETE", path))
        except Failed as failure:
            if failure.status != 404:
                raise
        return Sent(delivery.target_ref)

    async def _body(self, delivery: Delivery) -> str | Rejected:
        message = delivery.message
        if message is None:
            return Rejected("no-message")
        accounts = forms.accounts_in(message)
        names = await self._people.names(delivery.workspace_id, delivery.place, accounts)
        activity = render.render(message, delivery.reader, str(delivery.id), names)
        activity = await illustrated(activity, delivery)
        if delivery.place.kind is PlaceKind.ASIDE:
            activity["recipient"] = {"id": delivery.place.account}
        too_big = render.size(activity) > render.MAX_SIZE
        return Rejected("too-big") if too_big else render.encoded(activity)


def thread_of(ref: str) -> str:
    """The conversation below a message; chats have no threads, there it is the chat itself."""
    conversation, _, activity = ref.rpartition("|")
    if not conversation.endswith(_OF_CHANNELS):
        return conversation
    return f"{conversation};messageid={activity}"


def _address(delivery: Delivery) -> Address | None:
    """Where the delivery goes; None where nothing is known, or what is known is another's."""
    place = delivery.place
    known = Address.read(place.address) or Address.read(delivery.workspace_address)
    if known is None or known.workspace_id != delivery.workspace_id:
        return None
    if place.kind is PlaceKind.ASIDE:
        return known.at(place.around)
    if place.kind is PlaceKind.CHANNEL and not known.conversation_id:
        return known.at(place.id)
    return known


def _path(delivery: Delivery) -> str | None:
    """The path of the message that a delivery changes; None where it names none."""
    conversation, _, activity = delivery.target_ref.rpartition("|")
    if not conversation or not activity:
        return None
    path = f"/v3/conversations/{escaped(conversation)}/activities/{escaped(activity)}"
    return path + _query(delivery)


def _query(delivery: Delivery) -> str:
    """What makes a message one that a single member sees, who is its recipient."""
    return "?isTargetedActivity=true" if delivery.place.kind is PlaceKind.ASIDE else ""
