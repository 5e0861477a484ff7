"""The tokens of many workspaces: kept sealed, opened for each use, renewed before they run out."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog

from adapters.sealing import BrokenSeal, Seal, Seals
from adapters.slack.faults import NO_LONGER_OURS, code_of
from adapters.slack.wire import Wire
from bot.errors import OperatorError, StoreUnavailable
from bot.memory import Credential, Store, Unit
from bot.outcomes import Again, Outcome, Revoked
from bot.values import dataclass

PLATFORM = "slack"
EARLY = timedelta(hours=2)
"""A token that runs out after twelve hours is renewed so long before its end."""
LOOK_SECONDS = 2.0
SPENT_REFRESH = frozenset({"invalid_refresh_token", "token_expired", *NO_LONGER_OURS})

log = structlog.get_logger()


class NoToken(Exception):
    """Nothing opens the workspace; `outcome` says what that means for what was to be sent."""

    def __init__(self, outcome: Again | Revoked) -> None:
        super().__init__(outcome.code)
        self.outcome = outcome


@dataclass(frozen=True, slots=True)
class App:
    """What Slack knows the app by, and where the sealed tokens lie."""

    client_id: str
    client_secret: str
    store: Store
    seals: Seals


@dataclass(frozen=True, slots=True)
class _Token:
    bot: str
    refresh: str = ""


class Tokens:
    """`holder` is a workspace (`slack:T1`) or an organisation (`slack:E1`)."""

    def __init__(self, app: App, wire: Wire) -> None:
        self._app = app
        self._wire = wire
        self._renewing: dict[str, asyncio.Lock] = {}

    async def check(self, *, renew: bool) -> None:
        """Raises OperatorError where no key opens what is kept.

        `renew`: seal it with the newest key, so that older ones can go.
        """
        kept = await self._app.store.run(lambda unit: unit.credentials.all(PLATFORM))
        try:
            again = [(one, self._seal.renew(one.sealed)) for one in kept]
        except BrokenSeal:
            raise OperatorError(
                "SECRET_KEY does not open the tokens in the database; put the key that sealed them"
                " behind the new one, with a comma between."
            ) from None
        if renew:
            await self._app.store.run(partial(_reseal, again=again))

    async def keep(self, holder: str, answer: Mapping[str, Any]) -> None:
        """Keep what Slack answered to a code. Raises KeyError without a token in it."""
        sealed, lasts = self._sealed(answer)

        def work(unit: Unit) -> None:
            unit.credentials.keep(holder, sealed, unit.now + lasts - EARLY if lasts else None)

        await self._app.store.run(work)

    async def holds(self, holder: str) -> bool:
        """Raises StoreUnavailable."""
        return await self._app.store.run(lambda unit: unit.credentials.get(holder)) is not None

    async def of(self, workspace_id: str) -> str:
        """The token to use now. Raises NoToken."""
        try:
            found, now = await self._app.store.run(
                lambda unit: (unit.credentials.of(workspace_id), unit.now)
            )
            if found is None:
                raise NoToken(Revoked("not_installed"))
            if found.renew_at and found.renew_at <= now:
                return await self._renewed(found)
        except StoreUnavailable:
            raise NoToken(Again("memory_away")) from None
        return self._open(found).bot

    async def refused(self, workspace_id: str, token: str, outcome: Revoked) -> Outcome:
        """What it means that Slack refused `token`: by now another one may be in its place."""
        try:
            found = await self._app.store.run(lambda unit: unit.credentials.of(workspace_id))
            if found is None:
                return outcome
            held = self._open(found)
            newest = held.bot
            if newest == token and held.refresh:
                newest = await self._renewed(found)
        except NoToken as missing:
            return missing.outcome
        except StoreUnavailable:
            return Again("memory_away")
        return outcome if newest == token else Again("token_replaced", timedelta(0))

    async def still_opens(self, holder: str, at: datetime) -> bool:
        """Whether news of `at`, that a token is dead, is older than the token that is held."""
        found = await self._app.store.run(lambda unit: unit.credentials.get(holder))
        if found is None:
            return False
        try:
            async with asyncio.timeout(LOOK_SECONDS):
                await self._wire.writes.auth_test(token=self._open(found).bot)
        except Exception as error:
            # Where Slack does not say, the time decides.
            return code_of(error) not in NO_LONGER_OURS and at < found.kept_at
        return True

    async def _renewed(self, was: Credential) -> str:
        async with self._renewing.setdefault(was.holder, asyncio.Lock()):
            found = await self._app.store.run(lambda unit: unit.credentials.get(was.holder))
            if found is None:
                raise NoToken(Revoked("not_installed"))
            if found.sealed != was.sealed:
                return self._open(found).bot
            return await self._exchange(found)

    async def _exchange(self, was: Credential) -> str:
        held = self._open(was)
        try:
            told = await self._wire.exchange(
                client_id=self._app.client_id,
                client_secret=self._app.client_secret,
                grant_type="refresh_token",
                refresh_token=held.refresh,
            )
            sealed, lasts = self._sealed(told)
        except Exception as error:
            # Whatever broke, somebody waits for a token, and the old one may last a while.
            return await self._without_news(was, held, code_of(error))

        def work(unit: Unit) -> bool:
            renew_at = unit.now + lasts - EARLY if lasts else None
            return unit.credentials.replace(was, sealed, renew_at)

        await self._app.store.run(work)
        return str(told["access_token"])

    async def _without_news(self, was: Credential, held: _Token, code: str) -> str:
        """Slack gave no new token: another process may have it, or the old one still lasts."""
        log.warning("slack_token_not_renewed", code=code)
        found, now = await self._app.store.run(
            lambda unit: (unit.credentials.get(was.holder), unit.now)
        )
        if found and found.sealed != was.sealed:
            return self._open(found).bot
        if was.renew_at and now < was.renew_at + EARLY:
            return held.bot
        raise NoToken(Revoked(code) if code in SPENT_REFRESH else Again(code))

    def _sealed(self, answer: Mapping[str, Any]) -> tuple[str, timedelta | None]:
        """The sealed token, and how long it lasts."""
        token = _Token(str(answer["access_token"]), str(answer.get("refresh_token") or ""))
        lasts = timedelta(seconds=int(answer.get("expires_in") or 0)) if token.refresh else None
        return self._seal.close(json.dumps(asdict(token))), lasts

    def _open(self, found: Credential) -> _Token:
        try:
            return _Token(**json.loads(self._seal.open(found.sealed)))
        except BrokenSeal:  # another process seals with a key that this one has not
            raise NoToken(Again("sealed_with_another_key")) from None

    @property
    def _seal(self) -> Seal:
        return self._app.seals.of("slack-token")


def _reseal(unit: Unit, *, again: list[tuple[Credential, str]]) -> None:
    for was, sealed in again:
        if sealed != was.sealed:
            unit.credentials.replace(was, sealed, was.renew_at)
