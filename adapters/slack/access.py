"""Who is heard, and with which token whom is answered: the settings' own, or one that is kept."""

from datetime import datetime

import structlog

from adapters.slack.faults import code_of
from adapters.slack.heard import workspace
from adapters.slack.install import Installation
from adapters.slack.tokens import NoToken, Tokens
from adapters.slack.wire import Wire
from bot.heard import Installed
from bot.outcomes import Again, Outcome, Revoked
from bot.ports import Door

MOST = 10_000
"""Workspaces kept in memory, so that each is introduced once."""

log = structlog.get_logger()


class Access:
    """`own`: the workspace of the bot token in the settings. `kept`: those that were installed."""

    def __init__(self, wire: Wire, own: Installation | None, kept: Tokens | None) -> None:
        self._wire = wire
        self._own = own
        self._kept = kept
        self._introduced: set[str] = set()

    @property
    def keeps_tokens(self) -> bool:
        return self._kept is not None

    async def check(self) -> None:
        """Raises OperatorError where the key does not open what is kept."""
        if self._kept:
            await self._kept.check(renew=False)

    async def start(self, door: Door) -> None:
        """Raises OperatorError where a token of the settings, or the key, does not fit."""
        if self._kept:
            await self._kept.check(renew=True)
        if self._own:
            await self._own.start(door)

    async def stop(self) -> None:
        if self._own:
            await self._own.stop()

    def hears(self, team_id: str) -> bool:
        """Whether a request that Slack signed for a team is ours.

        Of the workspaces that are kept the heart knows which are there, and tells the others.
        """
        if self._kept:
            return bool(team_id)
        return self._own is not None and self._own.is_ours(team_id)

    async def token(self, workspace_id: str) -> str:
        """Raises NoToken."""
        own = self._own
        if own and own.team_id and workspace_id == workspace(own.team_id):
            return own.token
        unknown = own is not None and own.team_id is None
        if self._kept is None:
            raise NoToken(Again("slack_not_reached_yet") if unknown else Revoked("not_installed"))
        try:
            return await self._kept.of(workspace_id)
        except NoToken as missing:
            if unknown and isinstance(missing.outcome, Revoked):
                raise NoToken(Again("slack_not_reached_yet")) from None
            raise

    async def refused(self, workspace_id: str, token: str, outcome: Revoked) -> Outcome:
        """What follows where Slack refused a token."""
        if self._kept is None or (self._own and self._own.token == token):
            return outcome
        return await self._kept.refused(workspace_id, token, outcome)

    async def is_removed(self, holder: str, at: datetime) -> bool:
        """Whether news of `at`, that the bot was removed, is to be believed.

        Slack promises no order: it may be older than the token that is held now. Raises
        StoreUnavailable.
        """
        if self._own and self._own.is_ours(holder.removeprefix("slack:")):
            return True
        return self._kept is None or not await self._kept.still_opens(holder, at)

    def look_again(self, door: Door) -> None:
        """The news may have been wrong about the token of the settings: ask Slack."""
        if self._own:
            self._own.look_again(door)

    async def introduce(self, team_id: str, organisation: str, door: Door, name: str = "") -> None:
        """A workspace of an organisation that has the app. Raises StoreUnavailable."""
        if self._kept is None or not team_id or team_id in self._introduced:
            return
        holder = workspace(organisation)
        if not await self._kept.holds(holder):
            return
        await door.note(Installed(workspace(team_id), name=name, holder=holder))
        if len(self._introduced) >= MOST:
            self._introduced.clear()
        self._introduced.add(team_id)

    def forget(self, team_id: str) -> None:
        self._introduced.discard(team_id)

    async def introduce_all(
        self, organisation: str, token: str, installer: str, door: Door
    ) -> None:
        """Every workspace to which an organisation has admitted the app so far."""
        holder = workspace(organisation)
        try:
            async for page in await self._wire.reads.auth_teams_list(token=token, limit=200):
                for team in page["teams"]:
                    id, name = str(team["id"]), str(team.get("name") or "")
                    await door.note(Installed(workspace(id), name, installer, holder=holder))
        except Exception as error:
            # The others introduce themselves with their first request.
            log.warning("slack_organisation_incomplete", code=code_of(error))
