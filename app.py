"""Glitterkaktus: everything is put together here, and here only."""

import gc
import sys

if __name__ == "__main__":
    gc.disable()  # until all is imported, which makes much and throws little away
    # structlog would load it for tracebacks, which no log of ours has: 3 MB and 0.1 s.
    sys.modules["rich"] = None  # type: ignore[assignment]

import asyncio
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Route

from adapters import health, logs
from adapters.cli import run
from adapters.cli.common import print_
from adapters.clock import SystemClock
from adapters.connections import Impatient
from adapters.doctor import Finding, fine, skew_of, wrong
from adapters.edge import Edge, SentBefore
from adapters.exporter import Exporter
from adapters.metrics import CountedDoor, CountedPlatform, Metrics
from adapters.scheduler import EVERY, ticking
from adapters.sealing import Seals, key_in
from adapters.settings import Environment, read_environment
from adapters.shelf import Shelf
from adapters.web import landing, pages
from adapters.web.about import PRIVACY_AT
from adapters.web.guard import LOOPBACK
from adapters.web.site import ENTER
from bot.desk import Desk
from bot.errors import OperatorError, StoreUnavailable
from bot.memory import Store
from bot.model import Settings
from bot.outbox import Outbox
from bot.ports import Clock
from bot.rounds import Rounds, safely
from storage import migrate
from storage.database import Database
from storage.store import SqlStore

if TYPE_CHECKING:
    from adapters.playground import PlaygroundClock

FINISH_WITHIN = 7.0
"""Seconds; after 10 a container that was asked to end is killed."""
LAST_ROUND_WITHIN = 1.0
"""Seconds that a stop waits for a round; what a longer one has not done falls due again."""
FIRST_ROUND_WITHIN = 5.0
"""Seconds that a start waits for what fell due meanwhile; the rest of it goes on beside."""
RESTORED_POSTS = 200
LOOKED_THROUGH = (20_000, 50, 100)
"""After so many new objects, and so many looks, garbage is looked for. Python's own 700 are a few
requests at once, which are all alive still: the looks took a seventh of the processor's time.
"""


class Product:
    """One running Glitterkaktus: settings in, a Starlette application out."""

    def __init__(self, environment: Environment, clock: Clock | None = None) -> None:
        self.environment = environment
        self.clock = clock or _clock(environment)
        self.database = Database(environment.database_url)
        self.store = SqlStore(self.database, self.clock)
        self.seals = Seals(lambda: keys(environment, self.database))
        self.shelf = Shelf()
        self.exporter = Exporter(self.store, self.shelf)
        self.edges = edges(environment, self.clock, self.store, self.seals, self.shelf)
        self.metrics = Metrics()
        self.pulse = health.Pulse()
        self._turn = asyncio.Lock()
        """A long round ends before the next begins."""
        platforms = {
            edge.platform.name: CountedPlatform(edge.platform, self.metrics) for edge in self.edges
        }
        self.outbox = Outbox(self.store, platforms)
        self.rounds = Rounds(self.store, platforms)
        defaults = default_settings(environment)
        addresses = pages_at(environment), privacy_at(environment)
        desk = Desk(self.store, platforms, defaults, self.outbox.wake, *addresses)
        self.door = CountedDoor(desk, self.metrics)
        self.cannot_start: OperatorError | None = None

    def prepare(self) -> None:
        """Open the database and bring its schema up to date. Raises OperatorError."""
        self.database.open()
        migrate.upgrade(self.database)
        self.database.keep_fit(datetime.now(UTC))
        self.database.claim_host(datetime.now(UTC))
        if self.environment.playground_on:
            newest = self.store.run_now(lambda unit: unit.awards.newest_moment())
            _movable(self.clock).never_before(newest or self.clock.now())

    def application(self) -> Starlette:
        return Starlette(routes=self.routes(), lifespan=self._lifespan)

    def routes(self) -> list[BaseRoute]:
        found: list[BaseRoute] = []
        for edge in self.edges:
            found.extend(edge.routes(self.door, self.settle))
        checks = {"database": self._schema_is_newest, "rounds": self.pulse.check}
        if not self.environment.playground_on:
            found.append(Route("/", landing.page))
        history = pages.mounted(self.store, self.environment.public_url, self.outbox.wake)
        return [*found, history, *health.routes(checks), Route("/metrics", self.metrics.page)]

    async def tick(self) -> None:
        """One round: whatever is due is owed, and the outbox woken."""
        async with self._turn:
            await safely(partial(asyncio.to_thread, self._beat))
            await self.rounds.go(self.pulse.beat)
            self.exporter.begin()
            self.outbox.wake()

    async def settle(self) -> None:
        """One round, and everything sent that can be."""
        await self.tick()
        await self.exporter.settle()
        await self.rounds.settle()
        await self.outbox.settle()

    def close(self) -> None:
        self.shelf.close()
        self.store.close()
        self.database.close()

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        try:
            for edge in self.edges:
                await edge.start(self.door, await self._sent_before(edge.platform.name))
        except OperatorError as error:  # the server would only say that something failed
            self.cannot_start = error
            raise
        scheduler = ticking(self.tick)
        sending = asyncio.create_task(self.outbox.run(idle=EVERY.total_seconds()))
        scheduler.start()
        first = asyncio.create_task(self.tick())
        # After a time away very much may be due, and people are answered meanwhile.
        if (await asyncio.wait([first], timeout=FIRST_ROUND_WITHIN))[0]:
            first.result()
        try:
            yield
        finally:
            scheduler.pause()
            with suppress(TimeoutError):
                async with asyncio.timeout(LAST_ROUND_WITHIN), self._turn:
                    pass  # no round is under way
            first.cancel()
            scheduler.shutdown(wait=False)
            await self.rounds.stop()
            self.outbox.stop()
            await sending
            await asyncio.gather(
                self.outbox.finish(FINISH_WITHIN), self.exporter.stop(FINISH_WITHIN)
            )
            for edge in self.edges:
                await edge.stop()

    async def _sent_before(self, platform: str) -> list[SentBefore]:
        """What the playground, which has no memory of its own, shows again after a restart."""
        if platform != "playground":
            return []
        posts = await self.store.run(
            lambda unit: unit.deliveries.standing_posts("playground:demo", RESTORED_POSTS)
        )
        return [SentBefore(*post) for post in posts]

    def _beat(self) -> None:
        now = datetime.now(UTC)
        self.database.beat(now)
        self.database.keep_fit(now)
        self.database.shelve(now)

    def _schema_is_newest(self) -> str | None:
        """A check for `/readyz`; a database that does not answer fails it too."""
        try:
            newest = migrate.current(self.database) == migrate.revisions()[-1]
        except StoreUnavailable as error:
            return f"the database does not answer ({error})"
        return None if newest else "the schema is not the newest; restart to upgrade it"


def keys(environment: Environment, database: Database) -> Sequence[str]:
    """What seals, newest first: SECRET_KEY, else a key in a file beside the database.

    Raises OperatorError where that file cannot be used.
    """
    beside = database.file or Path("glitter.db")
    return environment.secret_key or (key_in(beside.with_suffix(".key")),)


def edges(
    environment: Environment, clock: Clock, store: Store, seals: Seals, shelf: Shelf
) -> list[Edge]:
    """The platforms that the environment switches on."""
    found: list[Edge] = []
    if environment.slack_on:
        found.append(_slack(environment, clock, store, seals, shelf))
    if environment.teams_on:
        found.append(_teams(environment, shelf))
    if environment.playground_on:
        found.append(_playground(environment, _movable(clock), store, shelf))
    return found


# Each platform is imported where it is switched on: their SDKs take time and memory that nobody
# else should wait for or pay.
def _playground(
    environment: Environment, clock: "PlaygroundClock", store: Store, shelf: Shelf
) -> Edge:
    from adapters.playground import PlaygroundEdge

    hosts = {environment.host, urlsplit(environment.public_url or "").hostname or ""} - {""}
    return PlaygroundEdge(clock, hosts=hosts, shelf=shelf, store=store)


def _clock(environment: Environment) -> Clock:
    if not environment.playground_on:
        return SystemClock()
    from adapters.playground import PlaygroundClock

    return PlaygroundClock()


def _movable(clock: Clock) -> "PlaygroundClock":
    from adapters.playground import PlaygroundClock

    assert isinstance(clock, PlaygroundClock)
    return clock


def _slack(
    environment: Environment, clock: Clock, store: Store, seals: Seals, shelf: Shelf
) -> Edge:
    from adapters.slack import SlackEdge
    from adapters.slack.tokens import App

    app = None
    if environment.slack_client_id and environment.slack_client_secret:
        app = App(environment.slack_client_id, environment.slack_client_secret, store, seals)
    return SlackEdge(
        shelf=shelf,
        api_url=environment.slack_api_url,
        signing_secret=environment.slack_signing_secret,
        app_token=environment.slack_app_token,
        bot_token=environment.slack_bot_token,
        app=app,
        public_url=environment.public_url or "",
        clock=clock,
    )


def _teams(environment: Environment, shelf: Shelf) -> Edge:
    from adapters.teams import TeamsEdge

    return TeamsEdge(
        shelf=shelf,
        app_id=environment.teams_app_id or "",
        app_password=environment.teams_app_password or "",
        tenants=environment.teams_tenant_id,
        openid_url=environment.teams_openid_url,
        token_url=environment.teams_token_url,
        service_urls=environment.teams_service_urls,
        graph_url=environment.teams_graph_url,
        install_app=str(environment.teams_install_app or ""),
    )


def default_settings(environment: Environment) -> Settings:
    """What a new workspace starts with."""
    return Settings(
        daily_glitter_limit=environment.daily_glitter_limit,
        daily_cactus_limit=environment.daily_cactus_limit,
        cactus_hold_minutes=environment.cactus_hold_minutes,
        cactus_working_hours=environment.cactus_working_hours,
    )


def pages_at(environment: Environment) -> str | None:
    """The address of the pages, up to where a token follows; None where they have none.

    They are reached over https, or from this machine alone; the playground links to its own host.
    """
    if environment.public_url is None:
        return ENTER if environment.playground_on else None
    parts = urlsplit(environment.public_url)
    safe = parts.scheme == "https" or parts.hostname in LOOPBACK
    return environment.public_url.rstrip("/") + ENTER if safe else None


def privacy_at(environment: Environment) -> str:
    """The address of the page on data protection; "" where the bot has no pages."""
    entry = pages_at(environment)
    return "" if entry is None else entry.removesuffix(ENTER) + PRIVACY_AT


def serve(environment: Environment) -> None:
    """Run until a signal ends it. Raises OperatorError where it cannot start."""
    logs.configure(environment.log_format, environment.log_level)
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, _leave)
    product = Product(environment)
    if product.database.dialect == "postgresql":
        # Whoever comes back from it must not wait until the event loop has been at it for 5 ms:
        # an award takes five round trips. With SQLite, which is never far, it only costs.
        sys.setswitchinterval(0.001)
    try:
        product.prepare()
        # What is here by now stays: looking through it again would only hold answers up.
        gc.freeze()
        gc.set_threshold(*LOOKED_THROUGH)
        with _listening(environment.host, environment.port) as door:
            print_(f"Glitterkaktus listens at http://{environment.host}:{door.getsockname()[1]}")
            uvicorn.Server(listening(product.application())).run([door])
    except SystemExit:
        if product.cannot_start:
            raise product.cannot_start from None
        raise
    finally:
        product.close()


def listening(application: Starlette) -> uvicorn.Config:
    """How the product is heard over HTTP."""
    return uvicorn.Config(
        application,
        http=Impatient,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=5,
    )


def _leave(signum: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    """Uvicorn raises the signal once more when it has stopped; what is left is to close."""
    raise SystemExit(0)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise OperatorError(
            f"HOST and PORT: {host}:{port} cannot be listened on ({error.strerror}); stop what "
            "uses it or choose another."
        ) from None


def _checked(product: Product) -> list[Finding]:
    """The database, and what each platform finds."""
    database = product.database
    try:
        database.open()
        found = migrate.current(database)
    except (OperatorError, StoreUnavailable) as error:
        findings, newest = [wrong("database", str(error))], False
    else:
        newest = found == migrate.revisions()[-1]
        findings = [fine("database"), _schema(found, newest)]
    if newest and (skew := database.skew(datetime.now(UTC))) is not None:
        findings.append(skew_of("clock beside the database's", skew))
    store = product.store if newest else None
    for edge in product.edges:
        findings += asyncio.run(edge.checkup(store))
    return findings


def _schema(found: str | None, newest: bool) -> Finding:
    if newest:
        return fine("schema", f"ok, {found}")
    if found is None:
        return fine("schema", "there is none yet; the first start makes it")
    return wrong("schema", f"is at {found}; bring it up to date: app.py migrate")


class Tools:
    """Implements `adapters.cli.Tools`."""

    def serve(self) -> None:
        serve(read_environment())

    @contextmanager
    def store(self, clock: Clock | None = None) -> Iterator[SqlStore]:
        """The store of the configured database, for one command."""
        environment = read_environment()
        database = Database(environment.database_url)
        store = SqlStore(database, clock or SystemClock())
        try:
            database.open()
            migrate.check_not_newer(database)
            migrate.upgrade(database)
            yield store
        finally:
            store.close()
            database.close()

    def migrate(self) -> str:
        """Bring the schema up to date; the revision that it has now."""
        database = Database(read_environment().database_url)
        try:
            database.open()
            migrate.upgrade(database)
            return migrate.current(database) or ""
        finally:
            database.close()

    def slack_manifest(self, url: str | None, socket: bool, form: str) -> str:
        """See `adapters.cli.common.Tools.slack_manifest`."""
        from adapters.slack import manifest

        address = None if socket else url or read_environment().public_url
        if not socket and not (address or "").startswith("https://"):
            raise OperatorError("Say how Slack reaches the bot: --url https://bot.example.com.")
        written = manifest.as_json if form == "json" else manifest.as_yaml
        return written(manifest.manifest(address))

    def teams_package(self, url: str | None, app_id: str | None) -> bytes:
        """See `adapters.cli.common.Tools.teams_package`."""
        from adapters.teams import manifest

        environment = read_environment()
        address, id = url or environment.public_url or "", app_id or environment.teams_app_id or ""
        if not address.startswith("https://"):
            raise OperatorError("Say where the bot is reached: --url https://bot.example.com.")
        if not manifest.is_app_id(id):
            raise OperatorError(
                "Say which app it is: --app-id or TEAMS_APP_ID, the application id from Entra, as"
                " 00000000-0000-0000-0000-000000000000."
            )
        return manifest.package(id, address)

    def doctor(self) -> list[Finding]:
        """Every finding, settings first; what cannot be looked at without another is left out."""
        try:
            product = Product(read_environment())
        except OperatorError as error:
            return [wrong("settings", str(error))]
        try:
            return [fine("settings"), *_checked(product)]
        finally:
            product.close()

    def sample(self, track: Callable[[Sequence[Any]], Iterable[Any]]) -> int:
        """A year of history for the playground."""
        from adapters.playground import sample

        clock = sample.Then()
        with self.store(clock) as store:
            return sample.fill(store, clock, track)


if __name__ == "__main__":
    gc.enable()
    del sys.modules["rich"]  # help and progress bars have use for it
    run(Tools())
