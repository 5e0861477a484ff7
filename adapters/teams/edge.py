"""Microsoft Teams, put together."""

from collections.abc import Iterable
from contextlib import suppress

from starlette.routing import BaseRoute, Route

from adapters.doctor import Finding
from adapters.edge import SentBefore, Tick
from adapters.shelf import Shelf
from adapters.teams import checkup, graph
from adapters.teams.address import PREFIX, Address
from adapters.teams.auth import Gate, Keys
from adapters.teams.connector import Connector
from adapters.teams.consent import Uploads
from adapters.teams.credentials import Credentials
from adapters.teams.http import Http
from adapters.teams.install import Notebook
from adapters.teams.listen import Ears, Endpoint
from adapters.teams.people import People
from adapters.teams.send import TeamsPlatform
from adapters.teams.trust import ServiceUrls, require_safe
from bot.errors import StoreUnavailable
from bot.heard import Served
from bot.memory import Store
from bot.ports import Door, Platform

PATH = "/api/messages"


class TeamsEdge:
    """Implements `adapters.edge.Edge`.

    `token_url` may hold `{tenant}`; `service_urls` are origins trusted beside Microsoft's;
    `install_app` is the app in the organisation's catalogue, "" where people get it otherwise.
    """

    def __init__(
        self,
        *,
        app_id: str,
        app_password: str,
        tenants: tuple[str, ...],
        openid_url: str,
        token_url: str,
        service_urls: tuple[str, ...],
        graph_url: str = "",
        install_app: str = "",
        shelf: Shelf | None = None,
    ) -> None:
        self._secret_urls = {"TEAMS_OPENID_URL": openid_url, "TEAMS_TOKEN_URL": token_url}
        self._tenants = frozenset(tenant.lower() for tenant in tenants)
        self._urls = ServiceUrls(service_urls)
        self._http = Http()
        self._keys = Keys(openid_url, self._http)
        self._gate = Gate(app_id, self._keys)
        self._credentials = Credentials(app_id, app_password, token_url, self._http)
        connector = Connector(self._http, self._credentials, self._urls)
        self._people = People(connector, self._address, self._channels)
        self._graph: Credentials | None = None
        installer = None
        if install_app:
            self._secret_urls["TEAMS_GRAPH_URL"] = graph_url
            scope = graph.scope_of(graph_url)
            self._graph = Credentials(app_id, app_password, token_url, self._http, scope)
            installer = graph.Installer(self._http, self._graph, graph_url, install_app)
        self._platform = TeamsPlatform(connector, self._people, installer)
        self._uploads = Uploads(self._http, self._urls, shelf or Shelf())
        self._notebook: Notebook | None = None
        self._ears: Ears | None = None

    @property
    def platform(self) -> Platform:
        return self._platform

    def routes(self, door: Door, tick: Tick) -> list[BaseRoute]:  # noqa: ARG002
        self._notebook = Notebook(door)
        self._ears = Ears(door, self._notebook, self._platform, self._people, self._uploads)
        endpoint = Endpoint(self._gate, self._urls, self._tenants, self._ears)
        return [Route(PATH, endpoint.receive, methods=["POST"])]

    async def start(self, door: Door, sent: Iterable[SentBefore]) -> None:  # noqa: ARG002
        """Calls nobody: which workspaces there are is learnt from what arrives, and which of them
        are there no more from the list of tenants."""
        for setting, url in self._secret_urls.items():
            require_safe(url, setting)
        self._urls.check()
        await self._http.open()
        self._keys.warm()
        served = frozenset(PREFIX + tenant for tenant in self._tenants)
        with suppress(StoreUnavailable):  # the next start says so again
            await door.note(Served(self._platform.name, served))

    async def stop(self) -> None:
        if self._ears is not None:
            await self._ears.stop()
        await self._keys.stop()
        await self._http.close()

    async def checkup(self, store: Store | None) -> list[Finding]:
        await self._http.open()
        try:
            found = await checkup.keys(self._secret_urls["TEAMS_OPENID_URL"], self._http)
            found += await checkup.token(self._credentials, self._tenants)
            found += await checkup.installing(self._graph, self._tenants)
            return found + await checkup.reach(store, self._tenants)
        finally:
            await self._http.close()

    def _address(self, workspace_id: str) -> Address | None:
        return self._notebook.address(workspace_id) if self._notebook else None

    def _channels(self, workspace_id: str) -> list[Address]:
        return self._notebook.channels(workspace_id) if self._notebook else []
