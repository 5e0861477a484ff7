"""The front desk: hears every edge, asks the platform when needed, and never drops a word."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from bot import digests, installing, joining, reactions, texts
from bot.answer import answer
from bot.errors import StoreUnavailable
from bot.heard import (
    Action,
    GroupMention,
    Installed,
    Mention,
    Noted,
    PeopleSeen,
    PlaceSeen,
    Reacted,
    Said,
    Served,
    Uninstalled,
)
from bot.memory import Store, Unit
from bot.messages import Answer, Notice
from bot.model import Kind, Profile, Reader, Settings
from bot.people import AskPlatform
from bot.ports import Platform
from bot.reports import report

log = logging.getLogger(__name__)

ASK_AT_MOST = timedelta(seconds=1)


class Desk:
    """Implements `bot.ports.Door`."""

    def __init__(
        self,
        store: Store,
        platforms: Mapping[str, Platform],
        defaults: Settings,
        wake: Callable[[], None],
        pages_at: str | None = None,
        privacy_at: str = "",
    ) -> None:
        self._store = store
        self._platforms = platforms
        self._wake = wake
        self._answer_to = partial(answer, pages_at=pages_at, privacy_at=privacy_at)
        self._noted = partial(_note, defaults=defaults, privacy_at=privacy_at)

    async def answer(self, heard: Said | Action) -> Answer:
        """See `bot.ports.Door.answer`."""
        try:
            return await self._answer(heard)
        except StoreUnavailable:
            log.warning("not recorded", extra={"workspace": heard.workspace_id})
            return Answer(Notice("not-recorded"), _guess(heard))
        except Exception as error:
            return Answer(Notice("went-wrong", detail=report(error)), _guess(heard))

    async def note(self, seen: Noted) -> None:
        """See `bot.ports.Door.note`."""
        await self._store.run(partial(self._noted, seen=seen))
        self._wake()

    async def _answer(self, heard: Said | Action) -> Answer:
        quick_for = _quick_for(heard)
        work = partial(self._answer_to, heard, told=None)
        answered = await self._store.run(work, quick_for=quick_for)
        if isinstance(answered, AskPlatform):
            told = await self._ask(answered)
            answered = await self._store.run(partial(self._answer_to, heard, told=told))
        self._wake()
        assert isinstance(answered, Answer)
        return answered

    async def _ask(self, wanted: AskPlatform) -> Sequence[Profile]:
        """Who the platform says these are; nobody where it does not answer in time."""
        platform = self._platforms[wanted.workspace_id.partition(":")[0]]
        asked = platform.profiles(wanted.workspace_id, wanted.place, wanted.accounts)
        try:
            return await asyncio.wait_for(asked, ASK_AT_MOST.total_seconds())
        except TimeoutError:
            log.info("profiles not in time", extra={"workspace": wanted.workspace_id})
            return ()


def _quick_for(heard: Said | Action) -> str | None:
    """Whose quick work it is. Glitter for people who are mentioned first takes a few rows of
    theirs and adds some; all else may look for more."""
    if not isinstance(heard, Said) or heard.command is not Kind.GLITTER:
        return None
    mentioned = heard.parts and isinstance(heard.parts[0], Mention)
    alone = mentioned and not any(isinstance(part, GroupMention) for part in heard.parts)
    return f"{heard.workspace_id} {heard.speaker.account}" if alone else None


def _guess(heard: Said | Action) -> Reader:
    """How the speaker may read, when the memory cannot be asked."""
    return Reader(texts.speaks(heard.speaker.locale) or texts.DEFAULT, "UTC")


def _note(unit: Unit, *, seen: Noted, defaults: Settings, privacy_at: str = "") -> None:
    match seen:
        case Installed():
            installing.installed(unit, seen, defaults, privacy_at)
        case Uninstalled():
            installing.removed(unit, seen)
        case Served():
            installing.served(unit, seen)
        case PeopleSeen(workspace_id, profiles):
            if unit.workspaces.get(workspace_id):
                unit.members.seen(workspace_id, profiles)
                joining.hint(unit, workspace_id, profiles)
        case Reacted():
            reactions.reacted(unit, seen)
        case PlaceSeen(workspace_id, place):
            if unit.workspaces.get(workspace_id):
                unit.workspaces.keep_place(workspace_id, place)
                digests.reached(unit, workspace_id, place)
