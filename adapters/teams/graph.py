"""Brings the app to people by Microsoft Graph, where an admin has allowed it.

https://learn.microsoft.com/graph/api/userteamwork-post-installedapps
"""

import time
from datetime import timedelta
from urllib.parse import urlsplit

import aiohttp
import structlog

from adapters.teams.connector import escaped, wait
from adapters.teams.credentials import Credentials, NoToken
from adapters.teams.http import Http

log = structlog.get_logger()

TIMEOUT = aiohttp.ClientTimeout(total=10)
ONCE_IN = 3600.0
"""Seconds within which nobody is asked for twice, and for which a refusal silences us."""
MOST = 50_000
PERMISSION = "TeamsAppInstallation.ReadWriteSelfForUser.All"
HINT = f"in Entra grant the application permission {PERMISSION} with the admin's consent"
_THERE_ALREADY = 409


class Installer:
    """`base_url` is Graph's with its version; `app` is the id in the organisation's catalogue."""

    def __init__(self, http: Http, credentials: Credentials, base_url: str, app: str) -> None:
        self._http = http
        self._credentials = credentials
        self._base = base_url.rstrip("/")
        self._app = app
        self._asked: dict[tuple[str, str], float] = {}
        self._silent_until: dict[str, float] = {}

    async def install(self, tenant_id: str, object_id: str) -> bool:
        """Whether somebody has the app now who had not. Whatever goes wrong is logged."""
        now, who = time.monotonic(), (tenant_id, object_id)
        if now < self._silent_until.get(tenant_id, now):
            return False
        if now - self._asked.get(who, float("-inf")) < ONCE_IN:
            return False
        if len(self._asked) >= MOST:
            self._asked.clear()
        self._asked[who] = now
        try:
            token = await self._credentials.token(tenant_id)
            return await self._ask(tenant_id, object_id, token)
        except NoToken as missing:
            self._be_silent(tenant_id, missing.outcome.code)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("teams.not_installed", kind=type(error).__name__, tenant=tenant_id)
        return False

    async def _ask(self, tenant_id: str, object_id: str, token: str) -> bool:
        app = f"{self._base}/appCatalogs/teamsApps/{self._app}"
        async with self._http.session.post(
            f"{self._base}/users/{escaped(object_id)}/teamwork/installedApps",
            json={"teamsApp@odata.bind": app},
            headers={"Authorization": f"Bearer {token}"},
            timeout=TIMEOUT,
            allow_redirects=False,
        ) as answer:
            status, told = answer.status, answer.headers.get("Retry-After", "")
        if status in (200, 201, 204, _THERE_ALREADY):
            log.info("teams.installed_for", tenant=tenant_id)
            return status != _THERE_ALREADY
        if status == 401:
            self._credentials.forget(tenant_id)
        if status in (401, 403, 429):
            self._be_silent(tenant_id, f"http-{status}", wait(told))
        else:
            log.warning("teams.not_installed", code=f"http-{status}", tenant=tenant_id)
        return False

    def _be_silent(self, tenant_id: str, code: str, asked: timedelta | None = None) -> None:
        seconds = asked.total_seconds() if asked else ONCE_IN
        self._silent_until[tenant_id] = time.monotonic() + seconds
        log.warning("teams.installing_refused", code=code, tenant=tenant_id, hint=HINT)


def scope_of(base_url: str) -> str:
    """What a token must be good for to be taken by Graph."""
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc}/.default"
