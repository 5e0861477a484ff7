"""The pages: signed in from the chat, made on the server, the same without JavaScript."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote, urlsplit

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from adapters import browser
from adapters.headers import Headers
from adapters.web import guard
from adapters.web.cookies import Cookie, form_token, is_form_of
from adapters.web.voice import Voice
from bot import visits
from bot.errors import Refusal, StoreUnavailable
from bot.memory import Store, Unit
from bot.messages import Notice
from bot.model import Reader
from bot.reports import report
from bot.values import dataclass
from bot.visits import Visitor

if TYPE_CHECKING:
    from jinja2 import Environment

T = TypeVar("T")

HERE = Path(__file__).parent
ENTER = "/history/enter?link="
LONGEST_WAY = 600
"""Characters of an address to which somebody comes back after signing in."""
SIGNED_OUT = {"refused-session-over", "refused-role-changed", "refused-link-over"}
STATUS = {
    **dict.fromkeys(SIGNED_OUT, 401),
    "refused-hr-only": 403,
    "refused-leads-only": 403,
    "refused-not-our-form": 403,
    "refused-sign-in-anew": 403,
    "refused-no-pages": 403,
    "refused-gone": 404,
}
"""Any other refusal is bad input: 400."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address or a form asks for."""

    path: Mapping[str, Any]
    query: Mapping[str, str]
    form: Mapping[str, str] = field(default_factory=dict)

    def number(self, text: str) -> int | None:
        """A positive number that any database takes; None for anything else."""
        small = text.isascii() and text.isdecimal() and len(text) < 10
        return int(text) if small and int(text) > 0 else None


@dataclass(frozen=True, slots=True)
class Shown:
    """A page to make: a template with its facts."""

    template: str
    facts: Mapping[str, Any]


Look = Callable[[Unit, Visitor, Asked], Shown]
"""Reads, and says what to show. Raises Refusal."""
Do = Callable[[Unit, Visitor, Asked], str | Shown]
"""Changes something, and says where to go next or what to mend. Raises Refusal."""


@cache
def _templates() -> "Environment":
    # Loaded with the first page; many houses never open one.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Site:
    """Everything under /history. `address` is PUBLIC_URL, None where only loopback comes in.

    `wake` lets the outbox look; `erasures` is the file in which erasures are noted.
    """

    def __init__(
        self, store: Store, address: str | None, wake: Callable[[], None], erasures: Path
    ) -> None:
        self.store = store
        self.wake = wake
        self.erasures = erasures
        self._pages_at = (address or "").rstrip("/") + ENTER
        parts = urlsplit(address or "")
        self._home = parts.netloc
        self._cookie = Cookie(secure=parts.scheme == "https")

    def mounted(self, pages: list[BaseRoute]) -> Mount:
        """The pages, with what belongs to all of them."""
        inner = [
            *pages,
            Route("/enter", self.offer_entry, methods=["GET"]),
            Route("/enter", self.enter, methods=["POST"]),
            Route("/gone", self.gone, methods=["GET"]),
            self.file("/again", self._link_again, self._link_sent),
            Mount("/static", _Static(directory=HERE / "static")),
            Route("/{unknown:path}", self.unknown),
        ]
        # Only what is the same for all may be kept.
        headers = Middleware(Headers, always=guard.HEADERS, cached="no-store")
        return Mount("/history", routes=inner, middleware=[headers])

    def open(self, path: str, template: str, **facts: Any) -> Route:
        """A page for everybody, in the language that their browser asks for."""

        async def endpoint(request: Request) -> Response:
            return HTMLResponse(self._html(Shown(template, facts), browser.reader(request)))

        return Route(path, endpoint, methods=["GET"])

    # ------------------------------------------------------------ pages of somebody signed in

    def page(self, path: str, look: Look) -> Route:
        async def endpoint(request: Request) -> Response:
            asked = Asked(request.path_params, request.query_params)
            return await self._seen_by(request, look, asked)

        return Route(path, self._safely(endpoint), methods=["GET"])

    def action(self, path: str, do: Do) -> Route:
        token = self._cookie.token

        async def endpoint(request: Request) -> Response:
            def made(unit: Unit, visitor: Visitor, asked: Asked) -> Response:
                done = do(unit, visitor, asked)
                if isinstance(done, Shown):
                    return self._shown(done, visitor, token(request))
                return RedirectResponse(done, 303)

            return await self._done_by(request, made)

        return Route(path, self._safely(endpoint), methods=["POST"])

    def file(
        self,
        path: str,
        prepare: Callable[[Unit, Visitor, Asked], T],
        make: Callable[[T], Awaitable[Response]],
    ) -> Route:
        """A form that is answered with a file; `prepare` decides what may be in it."""

        async def endpoint(request: Request) -> Response:
            made = await self._done_by(request, prepare)
            return made if isinstance(made, Response) else await make(made)

        return Route(path, self._safely(endpoint), methods=["POST"])

    async def _seen_by(self, request: Request, look: Look, asked: Asked) -> Response:
        token = self._cookie.token(request)

        def work(unit: Unit) -> tuple[Response, int | None]:
            visitor = visits.recognise(unit, token)
            due = visitor.session.id if visits.needs_note(visitor, unit.now) else None
            try:
                return self._shown(look(unit, visitor, asked), visitor, token), due
            except Refusal as refusal:
                return self._sorry(refusal.notice, visitor.reader, visitor, token), due

        response, due = await self.store.read(work)
        if due is not None:
            await self.store.run(lambda unit: unit.visits.seen(due))
        return response

    async def _done_by(
        self, request: Request, do: Callable[[Unit, Visitor, Asked], T]
    ) -> T | Response:
        """What `do` made of a form, or a page that says in the visitor's words why not."""
        token = self._cookie.token(request)
        form = await guard.fields(request, self._home)
        if not is_form_of(token, form.get("token", "")):
            raise guard.Refused
        asked = Asked(request.path_params, request.query_params, form)
        back = request.url.path.rpartition("/")[0]
        back += f"?{request.url.query}" if request.url.query else ""

        def work(unit: Unit) -> T | Response:
            visitor = visits.recognise(unit, token)
            unit.visits.seen(visitor.session.id)
            try:
                return do(unit, visitor, asked)
            except Refusal as refusal:
                return self._sorry(refusal.notice, visitor.reader, visitor, token, back=back)

        return await self.store.run(work)

    # ------------------------------------------------------------ coming and going

    async def offer_entry(self, request: Request) -> Response:
        """The page behind a link: looking at it uses nothing up, previews do that too."""

        async def offered(_: Request) -> Response:
            link = request.query_params.get("link", "")
            reader, name = await self.store.read(lambda unit: visits.invited(unit, link))
            facts = {"link": link, "name": name, "to": _inside(request.query_params.get("to", ""))}
            return HTMLResponse(self._html(Shown("enter.html", facts), reader))

        return await self._safely(offered)(request)

    async def enter(self, request: Request) -> Response:
        async def entered(_: Request) -> Response:
            form = await guard.fields(request, self._home)
            if self._cookie.name == "glitter" and not guard.is_loopback(request):
                raise Refusal("no-pages")
            link, old = form.get("link", ""), self._cookie.token(request)
            token = await self.store.run(lambda unit: visits.enter(unit, link, instead_of=old))
            response = RedirectResponse(_inside(form.get("to", "")), 303)
            self._cookie.put(response, token)
            return response

        return await self._safely(entered)(request)

    def _link_again(self, unit: Unit, visitor: Visitor, asked: Asked) -> Reader:
        """Owe the visitor a new link, which leads back to where they are."""
        to = quote(_inside(asked.form.get("to", "")), safe="")
        at = self._pages_at.replace("?", f"?to={to}&")
        visits.send_again(unit, visitor, at)
        return visitor.reader

    async def _link_sent(self, reader: Reader) -> Response:
        self.wake()
        return self.told(Notice("pages-link-sent"), reader)

    async def gone(self, request: Request) -> Response:
        """After signing out."""
        response = HTMLResponse(self._html(Shown("gone.html", {}), browser.reader(request)))
        self._cookie.take(response)
        return response

    async def unknown(self, request: Request) -> Response:
        return self._sorry(Notice("refused-gone"), browser.reader(request))

    def told(self, notice: Notice, reader: Reader) -> Response:
        """A page that says one thing, where a form was answered with no page of its own."""
        return HTMLResponse(self._html(Shown("told.html", {"notice": notice}), reader))

    # ------------------------------------------------------------ what goes wrong

    def _safely(
        self, endpoint: Callable[[Request], Awaitable[Response]]
    ) -> Callable[[Request], Awaitable[Response]]:
        """Whatever goes wrong becomes a page with a sentence."""

        async def safe(request: Request) -> Response:
            try:
                return await endpoint(request)
            except guard.Refused:
                notice, status = Notice("refused-not-our-form"), 403
            except Refusal as refusal:
                return await self._turned_away(request, refusal.notice)
            except StoreUnavailable:
                notice, status = Notice("pages-away"), 503
            except Exception as error:
                notice, status = Notice("pages-broken", detail=report(error)), 500
            return self._sorry(notice, browser.reader(request), status=status)

        return safe

    async def _turned_away(self, request: Request, notice: Notice) -> Response:
        response = self._sorry(notice, browser.reader(request))
        if notice.code == "refused-role-changed":
            # The role may come back; this session does not.
            token = self._cookie.token(request)
            await self.store.run(lambda unit: unit.visits.leave(visits.hashed(token)))
            self._cookie.take(response)
        return response

    def _sorry(
        self,
        notice: Notice,
        reader: Reader,
        visitor: Visitor | None = None,
        token: str = "",
        status: int = 0,
        back: str = "",
    ) -> Response:
        shown = Shown("sorry.html", {"notice": notice, "back": back})
        status = status or STATUS.get(notice.code, 400)
        return HTMLResponse(self._html(shown, reader, visitor, token), status)

    # ------------------------------------------------------------ making pages

    def _shown(self, shown: Shown, visitor: Visitor, token: str) -> Response:
        return HTMLResponse(self._html(shown, visitor.reader, visitor, token))

    def _html(
        self, shown: Shown, reader: Reader, visitor: Visitor | None = None, token: str = ""
    ) -> str:
        facts = {
            "t": Voice(reader),
            "visitor": visitor,
            "may": visitor.powers if visitor else frozenset(),
            "form_token": form_token(token),
            **shown.facts,
        }
        return _templates().get_template(shown.template).render(facts)


class _Static(StaticFiles):
    """The same for everybody, and asked for anew at each visit, which costs no more than a 304."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        try:
            return await super().get_response(path, scope)
        except HTTPException as error:  # above us it would lose our headers
            return PlainTextResponse(error.detail, error.status_code)

    def file_response(self, *args: Any, **more: Any) -> Response:
        response = super().file_response(*args, **more)
        response.headers["Cache-Control"] = "no-cache"
        return response


def _inside(address: str) -> str:
    """Where to go after signing in: a page of ours, whatever an address says."""
    plain = address.isprintable() and "\\" not in address and len(address) <= LONGEST_WAY
    return address if plain and address.startswith("/history/") else "/history/mine"
