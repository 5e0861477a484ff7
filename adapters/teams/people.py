"""Who somebody is, asked of the conversations that the bot is in."""

import asyncio
import re
import time
from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from typing import Any
from urllib.parse import urlencode

import structlog

from adapters.teams.activity import MAX_ID, MAX_NAME
from adapters.teams.address import Address
from adapters.teams.connector import Call, Connector, Failed, escaped
from adapters.teams.directory import Directory
from adapters.teams.words import standing_of
from bot.cleaning import clean
from bot.model import Place, PlaceKind, Profile, Standing

log = structlog.get_logger()

PATIENCE = 2.0
"""Seconds for one person: somebody waits for the answer."""
BEFORE, BEHIND = 0.8, 1.8
"""Seconds after the beginning of a turn: until when may be asked before the door answers, which
asks for a second itself, and until when behind it. Teams wants to hear within two."""
AT_ONCE = 5
"""Teams takes 14 such questions a second."""
PAGE = 500
MOST_PAGES = 200
_ABSENT = (403, 404)
_ACCOUNT = re.compile(r"\d+:\S{1,500}")
_OBJECT_ID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")

_UNTIL: ContextVar[float] = ContextVar("until", default=float("inf"))


def hurry(until: float) -> None:
    """From now on nobody is asked in this turn beyond that moment of the monotonic clock."""
    _UNTIL.set(until)


def _patience() -> float:
    return max(0.0, min(PATIENCE, _UNTIL.get() - time.monotonic()))


class People:
    """`address_of` knows how a workspace was reached last, for a place without an address;
    `channels_of`, in which of its channels something was said."""

    def __init__(
        self,
        connector: Connector,
        address_of: Callable[[str], Address | None],
        channels_of: Callable[[str], list[Address]],
    ) -> None:
        self._connector = connector
        self._address_of = address_of
        self._channels_of = channels_of
        self._turns = asyncio.Semaphore(AT_ONCE)
        self.directory = Directory()

    async def profiles(
        self, workspace_id: str, place: Place, accounts: Sequence[str]
    ) -> list[Profile]:
        """Asked of the place, then of each one's own chat with the bot.

        Whoever is neither in the channel nor can be written to has no open account here;
        whoever stays unknown otherwise is left out. Bots are told by their account.
        """
        address = self._conversation(workspace_id, place)
        found = await asyncio.gather(*(self._look_up(address, place, one) for one in accounts))
        return [profile for profile in found if profile]

    async def roster(self, workspace_id: str, places: Iterable[Place]) -> list[Profile]:
        """Everybody in the channels, then whoever is known by a personal chat alone."""
        known = list(places)
        found: dict[str, Profile] = {}
        for place in known:
            address = self._conversation(workspace_id, place)
            if place.kind is PlaceKind.CHANNEL and address is not None:
                for profile in await self._members(address):
                    found.setdefault(profile.account, profile)
        for place in known:
            if place.kind is PlaceKind.DIRECT and place.id not in found:
                for profile in await self.profiles(workspace_id, place, [place.id]):
                    found[place.id] = profile
        return list(found.values())

    async def account(self, workspace_id: str, place: Place, chosen: str) -> str:
        """The account of whoever was chosen in a form, by account or by Entra object id.

        "" where it means nobody who can be reached, or cannot be found out in time.
        """
        if not _OBJECT_ID.fullmatch(chosen):
            return chosen if _ACCOUNT.fullmatch(chosen) else ""
        if known := self.directory.account(workspace_id, chosen):
            return known
        found = await self.in_time(workspace_id, place, [chosen])
        return next((one.account for one in found if one.account != chosen), "")

    async def object_id(self, workspace_id: str, account: str) -> str:
        """As Entra knows somebody; "" where no channel of theirs tells."""
        for channel in self._channels_of(workspace_id):
            if known := self.directory.object_id(workspace_id, account):
                return known
            try:
                await self._member(channel, account)
            except Failed as failure:
                self._log(channel, failure)
        return self.directory.object_id(workspace_id, account)

    async def channels(self, team: Address) -> list[tuple[str, str]]:
        """Id and name of each channel of a team, "" for that of the first; none if it is slow."""
        path = f"/v3/teams/{escaped(team.conversation_id)}/conversations"
        try:
            answer = await asyncio.wait_for(self._ask(team, Call("GET", path)), _patience())
        except TimeoutError:
            return []
        found = answer.get("conversations") if isinstance(answer, dict) else None
        told = found if isinstance(found, list) else []
        channels = [(_text(one, "id", MAX_ID), _text(one, "name", MAX_NAME)) for one in told]
        return [(id, name) for id, name in channels if id]

    async def is_in(self, workspace_id: str, place: Place, account: str) -> bool:
        """Whether the bot is in a channel or group chat; `account` is in there for certain."""
        address = self._conversation(workspace_id, place)
        if address is None:
            return False
        try:
            asked = self._member(address, account)
            return await asyncio.wait_for(asked, _patience()) is not None
        except (Failed, TimeoutError):
            return False

    async def names(
        self, workspace_id: str, place: Place, accounts: Sequence[str]
    ) -> dict[str, str]:
        """The names of accounts; whoever's stays unknown is left out."""
        seen = self.directory
        unknown = [one for one in accounts if not seen.name(workspace_id, one)]
        told = {one.account: one.name for one in await self.in_time(workspace_id, place, unknown)}
        known = {one: seen.name(workspace_id, one) or told.get(one, "") for one in accounts}
        return {account: name for account, name in known.items() if name}

    async def in_time(
        self, workspace_id: str, place: Place, accounts: Sequence[str]
    ) -> list[Profile]:
        """`profiles`, as far as Teams does not wait too long meanwhile; else nobody."""
        if not accounts:
            return []
        asked = self.profiles(workspace_id, place, accounts)
        try:
            return await asyncio.wait_for(asked, _patience())
        except TimeoutError:
            return []

    def _conversation(self, workspace_id: str, place: Place) -> Address | None:
        address = Address.read(place.address) or self._address_of(workspace_id)
        if address is None or address.workspace_id != workspace_id:
            return None
        if place.kind is PlaceKind.CHANNEL and not address.conversation_id:
            return address.at(place.id)
        return address

    async def _look_up(self, address: Address | None, place: Place, account: str) -> Profile | None:
        if standing_of(account) is Standing.BOT:
            return Profile(account, standing=Standing.BOT)
        if address is None:
            return None
        try:
            async with self._turns:
                return await self._ask_both(address, place, account)
        except Failed as failure:
            self._log(address, failure)
            if place.kind is PlaceKind.CHANNEL and failure.status in _ABSENT:
                return Profile(account, standing=Standing.DEACTIVATED)
            return None

    async def _ask_both(self, address: Address, place: Place, account: str) -> Profile | None:
        if address.conversation_id and (place.kind is PlaceKind.CHANNEL or place.id == account):
            try:
                return await self._member(address, account)
            except Failed as failure:
                if failure.status not in _ABSENT:
                    raise
        return await self._member(await self._connector.open_personal(address, account), account)

    async def _member(self, address: Address, account: str) -> Profile | None:
        path = f"{_path(address)}/members/{escaped(account)}"
        member = await self._connector.repeatable(address, Call("GET", path, timeout=PATIENCE))
        return self._noted(member, address)

    async def _members(self, address: Address) -> list[Profile]:
        found: list[Profile] = []
        token = ""
        for _ in range(MOST_PAGES):
            query = {"pageSize": PAGE, **({"continuationToken": token} if token else {})}
            path = f"{_path(address)}/pagedmembers?{urlencode(query)}"
            page = await self._ask(address, Call("GET", path))
            members = page.get("members") if isinstance(page, dict) else None
            profiles = (self._noted(one, address) for one in members or ())
            found += [profile for profile in profiles if profile]
            token = _text(page, "continuationToken", MAX_ID * 8)
            if not token:
                break
        return found

    def _noted(self, member: object, address: Address) -> Profile | None:
        profile = profile_of(member, address.tenant_id)
        if profile:
            object_id = _text(member, "aadObjectId", MAX_ID) or _text(member, "objectId", MAX_ID)
            saw = (address.workspace_id, profile.account, profile.name, object_id)
            self.directory.saw(*saw)
        return profile

    async def _ask(self, address: Address, call: Call) -> Any:
        try:
            return await self._connector.call(address, call)
        except Failed as failure:
            self._log(address, failure)
            return None

    def _log(self, address: Address, failure: Failed) -> None:
        code = getattr(failure.outcome, "code", "")
        log.info("teams.people_unknown", workspace=address.workspace_id, code=code)


def profile_of(member: object, tenant_id: str) -> Profile | None:
    """A member as the connector describes them; None where it names nobody."""
    account = _text(member, "id", MAX_ID)
    if not account:
        return None
    standing = standing_of(account)
    if standing is not Standing.BOT:
        standing = Standing.STRANGER if _is_foreign(member, tenant_id) else Standing.ACTIVE
    return Profile(account, _text(member, "name", MAX_NAME), standing=standing)


def _is_foreign(member: object, tenant_id: str) -> bool:
    home = _text(member, "tenantId", MAX_ID).lower()
    role = _text(member, "userRole", MAX_ID).lower()
    login = _text(member, "userPrincipalName", MAX_ID).upper()
    return (home not in ("", tenant_id)) or role in ("guest", "anonymous") or "#EXT#" in login


def _text(fields: object, key: str, most: int) -> str:
    value = fields.get(key) if isinstance(fields, dict) else None
    return clean(value[:most]) if isinstance(value, str) else ""


def _path(address: Address) -> str:
    return f"/v3/conversations/{escaped(address.conversation_id)}"
