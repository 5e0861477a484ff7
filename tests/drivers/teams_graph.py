"""Microsoft Graph on loopback: brings the app to people who work there and have it not yet."""

from collections.abc import Callable
from typing import Any

import jwt
from aiohttp import web

CATALOGUE_ID = "5a1f6a5e-0000-4000-8000-00000000000a"
PERMISSION = "TeamsAppInstallation.ReadWriteSelfForUser.All"
PATH = "/graph/v1.0"


class FakeGraph:
    def __init__(self, installed: Callable[[dict[str, Any]], None]) -> None:
        self.without_app: dict[str, dict[str, Any]] = {}
        """Members by Entra object id."""
        self.roles = [PERMISSION]
        self.asked: list[str] = []
        self.answers: list[tuple[int, dict[str, str]]] = []
        """Status and headers of what comes next, in place of what would be true."""
        self._installed = installed
        self._tokens: set[str] = set()

    def token(self) -> str:
        """For somebody who has proved who they are."""
        made = jwt.encode({"roles": self.roles, "n": len(self._tokens)}, "k" * 32, "HS256")
        self._tokens.add(made)
        return made

    def routes(self) -> list[web.RouteDef]:
        return [web.post(f"{PATH}/users/{{user}}/teamwork/installedApps", self._install)]

    async def _install(self, request: web.Request) -> web.Response:
        user = request.match_info["user"]
        self.asked.append(user)
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self._tokens:
            return web.Response(status=401)
        if self.answers:
            status, headers = self.answers.pop(0)
            return web.Response(status=status, headers=headers)
        if PERMISSION not in self.roles:
            return web.Response(status=403)
        app = f"{request.scheme}://{request.host}{PATH}/appCatalogs/teamsApps/{CATALOGUE_ID}"
        if await request.json() != {"teamsApp@odata.bind": app}:
            return web.Response(status=400)
        member = self.without_app.pop(user, None)
        if member is None:
            return web.Response(status=409)
        self._installed(member)
        return web.Response(status=201)
