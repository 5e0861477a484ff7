"""The playground as the tests' chat. It has no vendor: the product itself is the platform.

What people do and see goes over HTTP. Who exists, and which channel is closed to the bot, has no
route, so it is told to the product's edge: `attach` it before the product starts.
"""

import asyncio
import itertools
import json
from collections.abc import Callable, Iterable
from typing import Any, Self

import httpx

from adapters.playground import Colleague, PlaygroundEdge
from adapters.playground.listeners import Listeners
from adapters.playground.people import BOT, WORKSPACE
from bot.heard import ActionName, FormName
from bot.model import Place, Profile, Standing
from tests.drivers.base import Shown
from tests.drivers.http import NO_TLS


class Journal(Listeners):
    """Also keeps whatever any page was ever told about a channel."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def tell(self, accounts: Iterable[str], event: str, data: object) -> None:
        told = data if isinstance(data, dict) else {}
        if str(told.get("place", "")).startswith("channel:") and not told.get("private"):
            self.lines.append(json.dumps(told, ensure_ascii=False))
        super().tell(accounts, event, data)


class PlaygroundChat:
    """Implements `tests.drivers.base.Chat`."""

    workspace_id = WORKSPACE

    def __init__(self, edge: PlaygroundEdge | None = None) -> None:
        self._people: dict[str, Colleague] = {}
        self._edge: PlaygroundEdge | None = None
        self._http: httpx.Client | None = None
        self._settle: Callable[[], None] = lambda: None
        self._refs = itertools.count(1)
        self.journal = Journal()
        if edge is not None:
            self.attach(edge)

    @property
    def environment(self) -> dict[str, str]:
        return {"PLAYGROUND": "on"}

    @property
    def edge(self) -> PlaygroundEdge:
        assert self._edge is not None, "attach the product's edge first"
        return self._edge

    def attach(self, edge: PlaygroundEdge) -> None:
        """This is the product's edge, not started yet; only who joins works there."""
        self._edge = edge
        edge.chat.people = dict(self._people)
        edge.chat.listeners = self.journal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._http is not None:
            self._http.close()

    def connect(self, base_url: str, settle: Callable[[], None]) -> None:
        if self._http is not None:
            self._http.close()
        self._http = httpx.Client(base_url=base_url, timeout=10, verify=NO_TLS, trust_env=False)
        self._settle = settle

    def join(
        self,
        account: str,
        name: str,
        *,
        locale: str = "en-GB",
        zone: str = "Europe/Stockholm",
        standing: Standing = Standing.ACTIVE,
    ) -> None:
        person = Colleague(Profile(account, name, locale, zone, standing))
        self._people[account] = person
        if self._http is not None:
            joining = self.edge.join(person)
            asyncio.run_coroutine_threadsafe(joining, self.edge.loop).result(10)
        elif self._edge is not None:
            self._edge.chat.people[account] = person

    def say(self, who: str, text: str, place: str = "general", *, ref: str | None = None) -> Shown:
        action = ref or f"say-{next(self._refs)}"
        told = self._post("say", **{"as": who}, place=self._key(who, place), text=text, ref=action)
        self._settle()
        return _shown(told["answer"])

    def press(self, who: str, shown: Shown, action: ActionName) -> Shown:
        told = self._post(
            "press", **{"as": who, **shown.buttons[action]}, ref=f"press-{next(self._refs)}"
        )
        self._settle()
        return _shown(told["answer"], shown.buttons[action]["message"])

    def fill(self, who: str, shown: Shown, /, **fields: str) -> Shown:
        filled = {**shown.fields, **fields}
        ref = f"fill-{next(self._refs)}"
        told = self._post("submit", **{"as": who, **shown.handle}, fields=filled, ref=ref)
        self._settle()
        return _shown(told["answer"], shown.handle["message"])

    def posted(self, place: str = "general") -> list[Shown]:
        anybody = next(iter(self._people))
        return self._standing(anybody, Place.channel(place).key)

    def direct(self, who: str) -> list[Shown]:
        return self._standing(who, Place.direct(who).key)

    def files(self, who: str) -> dict[str, bytes]:
        found = {}
        assert self._http is not None
        for link in (link for shown in self.direct(who) for link in shown.links):
            if "/export/" in link:
                answer = self._http.get(link)
                answer.raise_for_status()
                name = answer.headers["content-disposition"].partition('filename="')[2]
                found[name.rstrip('"')] = answer.content
        return found

    def forbid(self, place: str) -> None:
        self.edge.chat.close(Place.channel(place))

    def everything_in_channels(self) -> str:
        return "\n".join(self.journal.lines)

    def _key(self, who: str, place: str) -> str:
        if place == "direct":
            return Place.direct(who).key
        self.edge.chat.channels.setdefault(place, "")
        return Place.channel(place).key

    def _post(self, path: str, **body: Any) -> Any:
        assert self._http is not None, "not connected"
        # Escaped, so that even half a character travels.
        response = self._http.post(
            f"/playground/{path}",
            content=json.dumps(body),
            headers={"Content-Type": "application/json"},
        )
        assert response.status_code == 200, response.text
        return response.json()

    def _standing(self, reader: str, place: str) -> list[Shown]:
        """The bot's messages that this person's page shows when it is opened now."""
        return [
            _shown(post)
            for post in self._snapshot(reader)["posts"]
            if post["place"] == place and post["author"] == BOT.account and not post["private"]
        ]

    def _snapshot(self, reader: str) -> Any:
        assert self._http is not None, "not connected"
        with self._http.stream("GET", "/playground/events", params={"as": reader}) as stream:
            assert stream.status_code == 200
            for line in stream.iter_lines():
                if line.startswith("data: "):
                    return json.loads(line.removeprefix("data: "))
        raise AssertionError("the stream ended before it told anything")


def _shown(post: dict[str, Any] | None, pressed: str = "") -> Shown:
    """One post as its reader sees it; the page turns nothing in it into a link.

    `pressed` is the post whose button led here: a form tells it when it is submitted.
    """
    if post is None:
        return Shown("")
    mentions: set[str] = set()
    lines = [line for piece in post["pieces"] for line in _lines(piece, mentions)]
    form = next((piece for piece in post["pieces"] if piece["piece"] == "form"), None)
    handle = form and {
        "place": post["place"],
        "message": pressed,
        "form": form["form"],
        "subject": form["subject"],
    }
    return Shown(
        "\n".join(lines),
        frozenset(mentions),
        tuple(piece["address"] for piece in post["pieces"] if piece["piece"] == "link"),
        _buttons(post),
        post["id"],
        FormName(form["form"]) if form else None,
        {field["name"]: field["value"] for field in form["fields"]} if form else {},
        handle,
    )


def _buttons(post: dict[str, Any]) -> dict[ActionName, Any]:
    """Where several do the same, as in a list, the first."""
    found: dict[ActionName, Any] = {}
    for face in (face for piece in post["pieces"] for face in piece.get("buttons", [])):
        press = {"place": post["place"], "message": post["id"]}
        press |= {"name": face["name"], "subject": face["subject"]}
        found.setdefault(ActionName(face["name"]), press)
    return found


def _lines(piece: dict[str, Any], mentions: set[str]) -> list[str]:
    match piece["piece"]:
        case "buttons":
            return []
        case "example" | "picture" | "link":
            return [piece["text"]]
        case "quote":
            found = [piece["text"], _text(piece.get("by", []), mentions), piece.get("note", "")]
        case "letter":
            found = [_text(piece["by"], mentions)]
            found += [text for part in piece["parts"] for text in (part["heading"], part["text"])]
        case "state":
            found = [piece["label"], *(_text(fact, mentions) for fact in piece["facts"])]
        case "talk":
            said = piece["lines"]
            found = [f"{_text(one['by'], mentions)} {one['when']}: {one['text']}" for one in said]
        case "entries":
            entries = piece["entries"]
            found = [
                text for one in entries for text in (_text(one["spans"], mentions), one["note"])
            ]
        case "form":
            found = [_text(piece["problem"], mentions)]
            found += [text for one in piece["fields"] for text in (one["label"], one["hint"])]
        case _:
            found = [_text(piece["spans"], mentions)]
    return [line for line in found if line]


def _text(spans: list[Any], mentions: set[str]) -> str:
    mentions |= {span["mention"] for span in spans if isinstance(span, dict)}
    return "".join(f"@{span['mention']}" if isinstance(span, dict) else span for span in spans)
