"""Whether Slack lets us do what we are for: token, scopes, clock, channels, Socket Mode."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from adapters.doctor import Finding, clock, fine, wrong
from adapters.slack.access import Access
from adapters.slack.faults import NO_LONGER_OURS, code_of
from adapters.slack.heard import workspace
from adapters.slack.manifest import SCOPES
from adapters.slack.tokens import PLATFORM, NoToken
from adapters.slack.wire import Wire
from bot.errors import OperatorError
from bot.memory import Store
from bot.model import Place, PlaceKind, Workspace

INSTALL_AGAIN = "install the app again, with the manifest of: app.py manifest slack"


class Checkup:
    """`own_token` and `app_token` are those of the settings."""

    def __init__(
        self, wire: Wire, access: Access, own_token: str | None, app_token: str | None
    ) -> None:
        self._wire = wire
        self._access = access
        self._own_token = own_token
        self._app_token = app_token

    async def all(self, store: Store | None) -> list[Finding]:
        """`store`: None where the database cannot be asked."""
        found = await self._socket()
        known = await store.run(lambda unit: unit.workspaces.all()) if store else []
        mine = [one for one in known if one.id.partition(":")[0] == PLATFORM]
        if self._own_token:
            found += await self._own(self._own_token, mine)
        if self._access.keeps_tokens and store:
            found += await self._kept([one for one in mine if not one.suspended_at])
        return found

    async def _own(self, token: str, known: Iterable[Workspace]) -> list[Finding]:
        told, found = await self._token("slack token", token)
        here = next((one for one in known if one.id == workspace(str(told.get("team_id")))), None)
        return found + (await self._channels(here, token) if here else [])

    async def _kept(self, known: Iterable[Workspace]) -> list[Finding]:
        try:
            await self._access.check()
        except OperatorError as error:
            return [wrong("slack tokens", str(error))]
        found: list[Finding] = []
        for one in known:
            try:
                token = await self._access.token(one.id)
            except NoToken as missing:
                told = f"there is none ({missing.outcome.code}); {INSTALL_AGAIN}"
                found.append(wrong(f"slack token of {one.id}", told))
                continue
            if token != self._own_token:
                found += (await self._token(f"slack token of {one.id}", token))[1]
                found += await self._channels(one, token)
        return found or [fine("slack tokens", "no workspace yet: open /slack/install")]

    async def _token(self, what: str, token: str) -> tuple[Mapping[str, Any], list[Finding]]:
        """What `auth.test` told, and the findings."""
        try:
            told = await self._wire.reads.auth_test(token=token)
        except Exception as error:
            # Whatever broke is what this command is asked for.
            return {}, [wrong(what, _refusal(error))]
        data = told.data if isinstance(told.data, dict) else {}
        headers = {str(name).lower(): str(value) for name, value in told.headers.items()}
        findings = [fine(what, f"ok, opens {data.get('team')} ({data.get('team_id')})")]
        findings += _scopes(what.replace("token", "scopes"), headers.get("x-oauth-scopes", ""))
        findings += clock("clock beside Slack's", datetime.now(UTC), headers.get("date", ""))
        return data, findings

    async def _channels(self, one: Workspace, token: str) -> list[Finding]:
        chosen = {
            "highlights": one.settings.highlights_channel,
            "glitter": one.settings.glitter_channel,
        }
        found = []
        for name, key in chosen.items():
            what = f"{name} channel of {one.id}"
            if key and Place.parse(key).kind is PlaceKind.CHANNEL:
                found.append(await self._channel(what, Place.parse(key).id, token))
            elif name == "highlights":
                by_hand = f"app.py workspace set {one.id} --channel C…"
                told = f"none is chosen: /glitter settings in Slack, or {by_hand}"
                found.append(wrong(what, told))
        return found

    async def _channel(self, what: str, id: str, token: str) -> Finding:
        try:
            told = await self._wire.reads.conversations_info(token=token, channel=id)
            channel = told["channel"]
        except Exception as error:
            # A private channel that we are not in looks as if it were not there.
            return wrong(what, f"{id} cannot be seen ({code_of(error)}): invite the bot there")
        if channel.get("is_archived"):
            return wrong(what, f"{id} is archived: choose another channel")
        if not channel.get("is_member"):
            return wrong(what, f"the bot is not in {id}: /invite @Glitterkaktus there")
        return fine(what, f"ok, the bot is in {id}")

    async def _socket(self) -> list[Finding]:
        if self._app_token is None:
            return []
        try:
            await self._wire.writes.apps_connections_open(app_token=self._app_token)
        except Exception as error:
            # Whatever broke is what this command is asked for.
            told = f"{_refusal(error)}; it is an app-level token with the scope connections:write"
            return [wrong("slack app token", told)]
        return [fine("slack app token")]


def _scopes(what: str, given: str) -> list[Finding]:
    have = {scope.strip() for scope in given.split(",")}
    missing = sorted(set(SCOPES) - have)
    if missing:
        return [wrong(what, f"missing: {', '.join(missing)}; {INSTALL_AGAIN}")]
    return [fine(what, f"ok, all {len(SCOPES)}")]


def _refusal(error: Exception) -> str:
    code = code_of(error)
    if code in NO_LONGER_OURS:
        return f"Slack refuses it ({code}); copy it anew from the app's page, or install again"
    return f"Slack cannot be reached or does not answer as it should ({code})"
