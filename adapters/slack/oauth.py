"""Installing by a link: to Slack and back, once, in the same browser, within ten minutes.

https://docs.slack.dev/authentication/installing-with-oauth
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode, urljoin

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from adapters.sealing import BrokenSeal
from adapters.slack import pages
from adapters.slack.access import Access
from adapters.slack.faults import code_of
from adapters.slack.heard import workspace
from adapters.slack.manifest import INSTALL_PATH, REDIRECT_PATH, SCOPES
from adapters.slack.tokens import App, Tokens
from adapters.slack.wire import Wire
from bot.errors import StoreUnavailable
from bot.heard import Installed
from bot.memory import Unit
from bot.ports import Clock, Door

LASTS = timedelta(minutes=10)

log = structlog.get_logger()


class NotInstalled(Exception):
    """`text` is the id of the sentence that says why; `code` what Slack called it."""

    def __init__(self, text: str, status: int = 400, code: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.status = status
        self.code = code


class Install:
    """The two pages. `public_url` is how browsers reach this bot, `api_url` Slack's Web API."""

    def __init__(
        self, app: App, clock: Clock, public_url: str, api_url: str, wire: Wire, tokens: Tokens
    ) -> None:
        self._app = app
        self._clock = clock
        self._redirect = public_url.rstrip("/") + REDIRECT_PATH
        self._slack = api_url
        self._wire = wire
        self._tokens = tokens
        secure = public_url.startswith("https:")
        self._cookie = "__Host-glitter-install" if secure else "glitter-install"
        self._secure = secure

    def routes(self, door: Door, access: Access) -> list[Route]:
        async def back(request: Request) -> Response:
            try:
                installed = await self._installed(request, door, access)
            except NotInstalled as why:
                log.warning("slack_not_installed", code=why.code or why.text)
                return pages.page(request, why.text, why.status, detail=why.code)
            return pages.page(
                request,
                "install-done",
                detail=installed.name,
                link=urljoin(self._slack, f"/app_redirect?{urlencode(_of_app(installed))}"),
            )

        return [Route(INSTALL_PATH, self._begin), Route(REDIRECT_PATH, back)]

    async def _begin(self, request: Request) -> Response:
        browser = request.cookies.get(self._cookie) or secrets.token_urlsafe(32)
        state = {
            "ticket": secrets.token_urlsafe(16),
            "browser": _digest(browser),
            "at": self._clock.now().isoformat(),
        }
        wanted = {
            "client_id": self._app.client_id,
            "scope": ",".join(sorted(SCOPES)),
            "redirect_uri": self._redirect,
            "state": self._app.seals.of("slack-state").close(json.dumps(state)),
        }
        there = urljoin(self._slack, f"/oauth/v2/authorize?{urlencode(wanted)}")
        response = RedirectResponse(there, 302, headers={"Cache-Control": "no-store"})
        response.set_cookie(
            self._cookie,
            browser,
            max_age=int(LASTS.total_seconds()),
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )
        return response

    async def _installed(self, request: Request, door: Door, access: Access) -> "_Installed":
        """Raises NotInstalled."""
        ticket = self._ticket(request)
        asked = request.query_params
        if "code" not in asked:
            raise NotInstalled("install-cancelled", 200, asked.get("error", "")[:40])
        try:
            if not await self._app.store.run(partial(_spend, ticket=ticket)):
                raise NotInstalled("install-used")
            answer = await self._exchange(asked["code"])
            return await self._keep(answer, door, access)
        except StoreUnavailable:
            raise NotInstalled("install-later", 503) from None

    def _ticket(self, request: Request) -> str:
        """What the state holds, where this browser began with it a moment ago."""
        try:
            sealed = request.query_params.get("state", "")
            state = json.loads(self._app.seals.of("slack-state").open(sealed))
        except BrokenSeal:
            raise NotInstalled("install-stale") from None
        browser = _digest(request.cookies.get(self._cookie, ""))
        age = self._clock.now() - datetime.fromisoformat(state["at"])
        if not hmac.compare_digest(browser, state["browser"]) or not timedelta(0) <= age <= LASTS:
            raise NotInstalled("install-stale")
        return str(state["ticket"])

    async def _exchange(self, code: str) -> Mapping[str, Any]:
        try:
            return await self._wire.exchange(
                client_id=self._app.client_id,
                client_secret=self._app.client_secret,
                code=code,
                redirect_uri=self._redirect,
            )
        except Exception as error:
            # Whatever broke, nothing is installed and whoever waits is told.
            raise NotInstalled("install-refused", 502, code_of(error)) from None

    async def _keep(self, answer: Mapping[str, Any], door: Door, access: Access) -> "_Installed":
        try:
            made = _Installed(answer)
            await self._tokens.keep(made.holder, answer)
        except (LookupError, TypeError, ValueError, AttributeError):
            raise NotInstalled("install-refused", 502, "unexpected_answer") from None
        if made.is_organisation:
            # Its workspaces may be many; whoever waits for the page need not wait for them.
            token, installer = str(answer["access_token"]), made.installer
            work = access.introduce_all(made.id, token, installer, door)
            self._wire.in_background(work)
        else:
            seen = Installed(made.holder, made.name, made.installer, holder=made.holder)
            await door.note(seen)
        return made


class _Installed:
    """What Slack answered to a code. Raises LookupError or TypeError for another shape.

    https://docs.slack.dev/reference/methods/oauth.v2.access
    """

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self.is_organisation = bool(answer.get("is_enterprise_install"))
        where = answer["enterprise" if self.is_organisation else "team"]
        self.id = str(where["id"])
        self.name = str(where.get("name") or "")
        self.holder = workspace(self.id)
        self.installer = str(answer["authed_user"]["id"])
        self.app = str(answer.get("app_id") or "")


def _of_app(made: _Installed) -> dict[str, str]:
    return {"app": made.app} if made.is_organisation else {"app": made.app, "team": made.id}


def _spend(unit: Unit, *, ticket: str) -> bool:
    return unit.credentials.spend(f"slack-state:{ticket}", unit.now - 2 * LASTS)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
