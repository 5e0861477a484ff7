"""Whether Microsoft lets us in: the keys that prove its requests, and a token for ours."""

from datetime import UTC, datetime
from functools import partial

import aiohttp
import jwt

from adapters.doctor import Finding, clock, fine, wrong
from adapters.teams.address import PREFIX
from adapters.teams.credentials import Credentials, NoToken
from adapters.teams.graph import HINT, PERMISSION
from adapters.teams.http import Http
from bot.memory import Store, Unit
from bot.waiting import WAITS

TIMEOUT = aiohttp.ClientTimeout(total=10)
_FOR_ANY_APP = "TeamsAppInstallation.ReadWriteForUser.All"

FOR_EVERYBODY = (
    "install the app for everybody with a setup policy in the Teams admin centre, or set"
    " TEAMS_INSTALL_APP (docs/teams.md)"
)


async def keys(openid_url: str, http: Http) -> list[Finding]:
    """The OpenID metadata and, by its answer, our clock."""
    what = "teams keys"
    try:
        async with http.session.get(openid_url, timeout=TIMEOUT, allow_redirects=False) as told:
            found = await told.json(content_type=None)
            date = told.headers.get("Date", "")
            known = told.status == 200 and bool(found["jwks_uri"])
    except (aiohttp.ClientError, TimeoutError, ValueError, LookupError, TypeError) as error:
        return [wrong(what, f"TEAMS_OPENID_URL cannot be read ({type(error).__name__})")]
    if not known:
        return [wrong(what, "TEAMS_OPENID_URL answers something else than Microsoft's metadata")]
    return [fine(what), *clock("clock beside Microsoft's", datetime.now(UTC), date)]


async def token(credentials: Credentials, tenants: frozenset[str]) -> list[Finding]:
    """A token for each tenant."""
    found = []
    for tenant in sorted(tenants):
        what = f"teams token for {tenant}"
        try:
            await credentials.token(tenant)
        except NoToken as missing:
            told = f"refused ({missing.outcome.code}): check TEAMS_APP_ID, TEAMS_APP_PASSWORD"
            found.append(wrong(what, f"{told} and whether the secret has run out"))
        else:
            found.append(fine(what))
    return found


async def reach(store: Store | None, tenants: frozenset[str]) -> list[Finding]:
    """Whether people can be written to: only those can who have the app."""
    found = []
    for tenant in sorted(tenants if store else ()):
        assert store
        count = partial(_unreached, workspace_id=PREFIX + tenant)
        what, missed = f"teams people in {tenant}", await store.run(count)
        if missed:
            found.append(wrong(what, f"{missed} could not be written to lately: {FOR_EVERYBODY}"))
        else:
            found.append(
                fine(what, f"ok; only those can be written to who have it: {FOR_EVERYBODY}")
            )
    return found


def _unreached(unit: Unit, *, workspace_id: str) -> int:
    return unit.deliveries.unreached(workspace_id, unit.now - WAITS)


async def installing(credentials: Credentials | None, tenants: frozenset[str]) -> list[Finding]:
    """Whether the app can be brought to people; nothing where it shall not be."""
    found = []
    for tenant in sorted(tenants if credentials else ()):
        assert credentials
        what = f"teams installing in {tenant}"
        try:
            allowed = _roles(await credentials.token(tenant))
        except NoToken as missing:
            found.append(wrong(what, f"no token for Graph ({missing.outcome.code})"))
            continue
        lacks = allowed is not None and not {PERMISSION, _FOR_ANY_APP} & allowed
        found.append(wrong(what, f"not allowed: {HINT}") if lacks else fine(what))
    return found


def _roles(token: str) -> set[str] | None:
    """What the token permits; None where it does not tell. It is ours, so nobody forges it."""
    try:
        roles = jwt.decode(token, options={"verify_signature": False}).get("roles", [])
    except (jwt.PyJWTError, ValueError):
        return None
    return {one for one in roles if isinstance(one, str)} if isinstance(roles, list) else None
