"""What Teams tells by the way: where the bot is, and how places are reached."""

from collections.abc import Sequence

from adapters.teams.activity import named
from adapters.teams.address import Address
from adapters.teams.heard import (
    is_elsewhere,
    is_personal,
    place_of,
    workspace_address,
    workspace_id,
)
from adapters.teams.sdk import Activity
from bot.heard import Installed, PeopleSeen, PlaceSeen
from bot.model import Place, PlaceKind, Profile
from bot.ports import Door

MOST = 50_000
"""Places kept in memory, so that a message of a known place costs no further database work."""

CHANNEL_EVENTS = ("channelCreated", "channelRenamed", "channelRestored")
MOST_CHANNELS = 3
"""Asked about somebody."""


class Notebook:
    """Passes on to the door what is new or has changed."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._places: dict[tuple[str, str], tuple[str, str]] = {}
        self._workspaces: dict[str, Address] = {}

    def address(self, workspace_id: str) -> Address | None:
        """How the workspace was reached last, or None before anything was heard from it."""
        return self._workspaces.get(workspace_id)

    def channels(self, workspace_id: str) -> list[Address]:
        """The channels and group chats of a workspace that were noted last."""
        known = [
            Address.read(address)
            for (workspace, key), (address, _) in reversed(self._places.items())
            if workspace == workspace_id and Place.parse(key).kind is PlaceKind.CHANNEL
        ]
        return [address for address in known if address][:MOST_CHANNELS]

    async def heard_from(self, activity: Activity) -> None:
        """Every activity tells its place, except from where the bot may not be.

        Raises StoreUnavailable.
        """
        workspace = workspace_id(activity)
        if workspace not in self._workspaces:
            await self._install(activity, Installed(workspace))
        if activity.conversation.id and not is_elsewhere(activity):
            await self._place(workspace, place_of(activity))
        if activity.channel_data.get("eventType") in CHANNEL_EVENTS:
            await self.know_channels(activity, [named(activity, "channel")])

    async def know_channels(self, activity: Activity, told: Sequence[tuple[str, str]]) -> None:
        """Channels of a team, by id and name, can be chosen. Raises StoreUnavailable."""
        for id, name in told:
            if id and name:  # the first channel goes by the name of its team
                address = workspace_address(activity).at(id)
                place = Place.channel(id, name, address.text)
                await self._place(workspace_id(activity), place)

    async def added_by(self, activity: Activity) -> None:
        """The bot was added somewhere. Raises StoreUnavailable.

        Whoever adds it to a team is its installer, and the team's first channel gets the
        highlights; each employee's personal chat says nothing about either.
        """
        installed = Installed(workspace_id(activity))
        if not is_personal(activity):
            channel = Place.channel(named(activity, "team")[0] or place_of(activity).id).key
            installed = Installed(
                installed.workspace_id,
                installer=activity.from_property.id or None,
                highlights_channel=channel,
            )
        await self._install(activity, installed)
        place = _named_after_team(activity)
        self._places.pop((installed.workspace_id, place.key), None)  # what waits there may go out
        await self._place(installed.workspace_id, place)

    async def people(self, activity: Activity, profiles: Sequence[Profile]) -> None:
        """Raises StoreUnavailable."""
        if profiles:
            await self._door.note(PeopleSeen(workspace_id(activity), tuple(profiles)))

    async def _install(self, activity: Activity, installed: Installed) -> None:
        address = workspace_address(activity)
        told = Installed(
            installed.workspace_id,
            installer=installed.installer,
            address=address.text,
            highlights_channel=installed.highlights_channel,
        )
        await self._door.note(told)
        self._workspaces[installed.workspace_id] = address

    async def _place(self, workspace: str, place: Place) -> None:
        key = (workspace, place.key)
        address, name = self._places.get(key, ("", ""))
        if place.address == address and place.name in ("", name):
            return
        await self._door.note(PlaceSeen(workspace, place))
        if len(self._places) >= MOST:
            self._places.clear()
        self._places[key] = (place.address, place.name or name)


def _named_after_team(activity: Activity) -> Place:
    """A team's first channel is known by the name of the team."""
    place = place_of(activity)
    if place.kind is PlaceKind.DIRECT or place.name:
        return place
    return Place.channel(place.id, named(activity, "team")[1], place.address)
