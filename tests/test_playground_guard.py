"""What the playground refuses, since it has no sign-in, and how its streams end."""

from collections.abc import Iterator

import httpx
import pytest
from sse_starlette.sse import AppStatus

from adapters.playground import PlaygroundEdge
from adapters.playground.listeners import WAITING, Listeners
from tests.playground_alone import Alone


@pytest.fixture
def alone() -> Iterator[Alone]:
    with Alone() as alone:
        yield alone


SAID = {"as": "ana", "place": "channel:general", "text": "hello", "ref": "r"}
BAD: dict[str, tuple[str, object]] = {
    "a stranger": ("say", {**SAID, "as": "mallory"}),
    "somebody else's direct chat": ("say", {**SAID, "place": "direct:kim"}),
    "a place that is not there": ("say", {**SAID, "place": "channel:cellar"}),
    "no words": ("say", {**SAID, "text": " \u200e\n"}),
    "too many words": ("say", {**SAID, "text": "x" * 8001}),
    "words that are none": ("say", {**SAID, "text": 5}),
    "a ref of anything": ("say", {**SAID, "ref": "a b"}),
    "something unasked": ("say", {**SAID, "openly": True}),
    "nothing": ("say", {}),
    "a list": ("say", []),
    "an unknown button": ("press", {**SAID, "name": "explode"}),
    "a clock that goes back": ("clock", {"as": "ana", "to": "yesterday"}),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_answered_with_a_sentence(alone: Alone, case: str) -> None:
    path, body = BAD[case]
    told = alone.http.post(f"/playground/{path}", json=body)
    assert told.status_code == 400
    assert told.json()["error"].endswith(".")
    assert alone.door.heard == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[" * 60_000, b'{"as":' + b"9" * 5000 + b"}", b"x" * 70_000],
    ids=["empty", "cut", "no text", "deep", "a long number", "too long"],
)
def test_a_broken_body_is_answered_with_a_sentence(alone: Alone, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    told = alone.http.post("/playground/say", content=content, headers=headers)
    assert told.status_code == 400
    assert told.json()["error"].endswith(".")


def test_half_a_character_does_no_harm(alone: Alone) -> None:
    body = rb'{"as":"ana","place":"channel:general","text":"a\ud800b\u0000c","ref":"r"}'
    headers = {"Content-Type": "application/json"}
    assert alone.http.post("/playground/say", content=body, headers=headers).status_code == 200
    assert alone.snapshot("ana")["posts"][0]["pieces"][0]["spans"] == ["abc"]


def test_a_page_of_somebody_else_is_refused(alone: Alone) -> None:
    for origin in ("https://evil.example", "null", alone.url.replace("127.0.0.1", "localhost")):
        told = alone.http.post("/playground/say", json=SAID, headers={"Origin": origin})
        assert told.status_code == 403
    form = {"Content-Type": "text/plain"}
    assert alone.http.post("/playground/say", content="{}", headers=form).status_code == 400
    own = alone.http.post("/playground/say", json=SAID, headers={"Origin": alone.url})
    assert own.status_code == 200


@pytest.mark.parametrize("path", ["/", "/playground/events?as=ana", "/playground/static/app.js"])
def test_a_foreign_name_that_points_here_is_refused(alone: Alone, path: str) -> None:
    told = alone.http.get(path, headers={"Host": "evil.example"})
    assert told.status_code == 400
    assert "Ana" not in told.text


def test_the_configured_name_is_answered() -> None:
    with Alone(hosts=["try.kaktus.example"]) as alone:
        told = alone.http.get("/", headers={"Host": "try.kaktus.example:8000"})
        assert told.status_code == 200
        assert alone.http.get("/", headers={"Host": "[::1]:8000"}).status_code == 200


def test_events_for_nobody_are_refused(alone: Alone) -> None:
    assert alone.http.get("/playground/events", params={"as": "mallory"}).status_code == 400
    assert alone.http.get("/playground/events").status_code == 400


@pytest.mark.parametrize("path", ["/", "/playground/static/page.css", "/playground/static/app.js"])
def test_every_response_says_what_the_page_may_do(alone: Alone, path: str) -> None:
    headers = alone.http.get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-cache"


def test_an_unknown_person_in_the_address_becomes_the_first_colleague(alone: Alone) -> None:
    page: httpx.Response = alone.http.get("/", params={"as": '"><script>'})
    assert 'data-me="ana"' in page.text
    assert "<script>" not in page.text


# ---------------------------------------------------------------- open pages


async def test_a_page_that_does_not_read_is_cut_off_and_others_go_on() -> None:
    listeners = Listeners()
    with listeners.open("ana") as asleep:
        for _ in range(WAITING + 5):
            listeners.tell(["ana"], "clock", {})
        with listeners.open("ana") as awake:
            listeners.tell(["ana"], "clock", {"now": "later"})
            told = await awake.get()
        assert told is not None
        assert "later" in str(told.data)
        assert [await asleep.get() for _ in range(WAITING + 1)][-1] is None
        assert asleep.empty()


def test_an_open_page_does_not_keep_the_server_from_going(
    alone: Alone, monkeypatch: pytest.MonkeyPatch
) -> None:
    with alone.http.stream("GET", "/playground/events", params={"as": "ana"}) as stream:
        lines = stream.iter_lines()
        assert next(lines) == "id: 0"
        monkeypatch.setattr(AppStatus, "should_exit", True)
        assert "event: snapshot" in list(lines)


def test_an_edge_that_has_not_started_has_no_loop() -> None:
    edge: PlaygroundEdge = Alone().edge
    with pytest.raises(RuntimeError, match="not started"):
        _ = edge.loop
