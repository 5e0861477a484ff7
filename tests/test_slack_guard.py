"""Nothing but a fresh, signed request of the installed workspace is heard, whatever is sent."""

import json
import random
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

import httpx
import pytest

from tests.drivers.http import NO_TLS
from tests.drivers.slack import signed
from tests.drivers.slack_door import Product, slack_product

FORM = "application/x-www-form-urlencoded"
GLITTER = {
    "team_id": "T1",
    "channel_id": "CGENERAL",
    "channel_name": "general",
    "user_id": "UANA",
    "command": "/glitter",
    "text": "<@UBO|bo> the calm release",
    "trigger_id": "1.2.3",
}


@pytest.fixture(scope="module")
def product() -> Iterator[Product]:
    with slack_product() as running:
        yield running


@pytest.fixture
def base(product: Product) -> str:
    return product.base_url


def body(**changes: str) -> bytes:
    return urlencode({**GLITTER, **changes}).encode()


def sent(base: str, content: bytes, headers: dict[str, str] | list[tuple[str, str]]) -> int:
    at = f"{base}/slack/events"
    return httpx.post(at, content=content, headers=headers, verify=NO_TLS).status_code


def heard(product: Product) -> int:
    return len(product.door.heard)


def test_a_signed_command_is_heard(product: Product) -> None:
    before = heard(product)
    assert product.chat.post(body(), FORM).status_code == 200
    assert heard(product) == before + 1


@pytest.mark.parametrize(
    ("age", "status"), [(-301, 401), (-299, 200), (0, 200), (299, 200), (301, 401)]
)
def test_a_request_is_believed_for_five_minutes(product: Product, age: int, status: int) -> None:
    assert product.chat.post(body(), FORM, age=age).status_code == status


@pytest.mark.parametrize(
    "timestamp", ["", "abc", "1" * 5000, "-1", "1e9", "١٧", "inf", "0x10", "NaN"]
)
def test_a_timestamp_that_is_no_number_is_refused(
    product: Product, base: str, timestamp: str
) -> None:
    headers = {**signed(body()), "X-Slack-Request-Timestamp": timestamp}
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    response = httpx.post(f"{base}/slack/events", content=body(), headers=raw)
    assert response.status_code == 401


@pytest.mark.parametrize(
    "signature", [b"", b"v0=", b"v0=\xe5\xe4\xf6", b"v1=" + b"0" * 64, b"\xff"]
)
def test_a_signature_of_any_bytes_is_refused(base: str, signature: bytes) -> None:
    timestamp = str(int(time.time())).encode()
    headers = [(b"X-Slack-Request-Timestamp", timestamp), (b"X-Slack-Signature", signature)]
    assert httpx.post(f"{base}/slack/events", content=body(), headers=headers).status_code == 401


@pytest.mark.parametrize("twice", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
def test_a_header_given_twice_is_refused(base: str, twice: str) -> None:
    headers = [*signed(body()).items()]
    again = [(name, value) for name, value in headers if name == twice]
    assert sent(base, body(), [*headers, *again]) == 401


@pytest.mark.parametrize("missing", ["X-Slack-Signature", "X-Slack-Request-Timestamp"])
def test_a_missing_header_is_refused(base: str, missing: str) -> None:
    headers = {name: value for name, value in signed(body()).items() if name != missing}
    assert sent(base, body(), headers) == 401


def test_a_body_that_is_not_utf8_is_refused(base: str) -> None:
    assert sent(base, b"\xff\xfe", signed(b"")) == 401


@pytest.mark.parametrize(
    "malformed",
    [
        b"",
        b"{",
        b"[]",
        b"payload=",
        b"payload=%7B",
        b"payload=[]",
        b"payload=5",
        b"payload=%22x%22",
        b'{"team_id": 5}',
        b'{"team": 5}',
        b'{"team_id": "T1", "type": "event_callback"}',
        b'{"team_id": "T1", "type": "event_callback", "event": 5}',
        b'{"team_id": "T1", "type": "event_callback", "event": {"type": "team_join"}}',
        b'{"team_id": "T1", "type": "event_callback", "event": {"type": "team_join", "user": 5}}',
        b'{"authorizations": 5}',
        b'payload={"type": "block_actions", "team": {"id": "T1"}}',
        b'payload={"type": "block_actions", "team": {"id": "T1"}, "actions": []}',
        b'payload={"type": "block_actions", "team": {"id": "T1"}, "actions": [5]}',
        b'payload={"type": "block_actions", "team": {"id": "T1"}, "user": {"id": 5},'
        b' "actions": [{"action_id": "undo", "value": "1"}]}',
        b"payload=" + b"[" * 100_000,
        b'{"a":' * 100_000,
        b"command=%2Fglitter&team_id=T1",
    ],
)
def test_a_signed_body_of_a_wrong_shape_is_no_accident(product: Product, malformed: bytes) -> None:
    before = heard(product)
    kind = "application/json" if malformed.startswith((b"{", b"[")) else FORM
    assert product.chat.post(malformed, kind).status_code in {401, 404}
    assert heard(product) == before


def test_another_workspace_is_refused_even_with_our_signature(product: Product) -> None:
    before = heard(product)
    assert product.chat.post(body(team_id="T2"), FORM).status_code == 401
    removal = {"type": "event_callback", "team_id": "T2", "event": {"type": "app_uninstalled"}}
    assert product.chat.post(json.dumps(removal).encode(), "application/json").status_code == 401
    assert heard(product) == before


@pytest.mark.parametrize("announced", [True, False])
def test_a_body_over_one_mebibyte_is_refused_before_it_is_read(base: str, announced: bool) -> None:
    host, port = base.removeprefix("http://").split(":")
    length = b"Content-Length: 104857600" if announced else b"Transfer-Encoding: chunked"
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(b"POST /slack/events HTTP/1.1\r\nHost: x\r\n" + length + b"\r\n\r\n")
        if not announced:
            piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
            connection.sendall(piece * 17)
        assert connection.recv(64).startswith(b"HTTP/1.1 413 ")


def test_a_body_of_just_one_mebibyte_is_read(product: Product) -> None:
    filled = body(text="a" * (1024 * 1024 - len(body(text=""))))
    assert product.chat.post(filled, FORM).status_code == 200


def test_a_body_that_never_ends_is_given_up(base: str) -> None:
    host, port = base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        connection.sendall(b"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na")
        assert connection.recv(64).startswith(b"HTTP/1.1 401 ")


def test_slacks_look_at_the_certificate_is_answered_and_changes_nothing(
    product: Product, base: str
) -> None:
    before = heard(product)
    assert sent(base, b"ssl_check=1&token=x", {"Content-Type": FORM}) == 200
    assert sent(base, body(ssl_check="1"), {"Content-Type": FORM}) == 200
    assert product.chat.post(b"ssl_check=1&token=x", FORM).status_code == 200
    wrong = {"X-Slack-Signature": "v0=" + "0" * 64}
    assert sent(base, b"ssl_check=1", {"Content-Type": FORM, **wrong}) == 401
    assert heard(product) == before


def test_slacks_question_for_the_address_is_answered(product: Product) -> None:
    question = json.dumps({"type": "url_verification", "challenge": "3eZbrw1aB"}).encode()
    answer = product.chat.post(question, "application/json")
    assert answer.status_code == 200
    assert answer.json() == {"challenge": "3eZbrw1aB"}


def test_a_header_cannot_keep_a_signed_command_from_being_heard(
    product: Product, base: str
) -> None:
    before = heard(product)
    lazy = {"X-Slack-Bolt-Lazy-Only": "1", "X-Slack-Bolt-Lazy-Function-Name": "x"}
    assert sent(base, body(), {"Content-Type": FORM, **signed(body()), **lazy}) == 200
    assert heard(product) == before + 1


def test_no_mutation_of_a_request_gets_in_or_breaks_anything(product: Product, base: str) -> None:
    before = heard(product)
    calls = len(product.chat.fake.journal)
    dice = random.Random(20_261_127)
    valid = signed(body())
    with closing(HTTPConnection(urlsplit(base).netloc)) as client:
        for _ in range(10_000):
            content, headers = mutated(dice, body(), valid)
            raw = [(name, value) for name, value in headers if b"\n" not in value]
            client.putrequest("POST", "/slack/events")
            for name, value in (*raw, (b"Content-Length", b"%d" % len(content))):
                client.putheader(name, value)
            client.endheaders(content)
            response = client.getresponse()
            response.read()
            assert response.status in {401, 413}, (content, raw)
    assert heard(product) == before
    assert len(product.chat.fake.journal) == calls


def mutated(
    dice: random.Random, content: bytes, headers: dict[str, str]
) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """One request with at least one byte changed in what is signed or in its signature."""
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    which = dice.randrange(4)
    if which == 0:
        return flipped(dice, content), raw
    if which == 1:
        return content[: dice.randrange(len(content))], raw
    at = dice.randrange(2)
    if which == 2:
        raw[at] = (raw[at][0], flipped(dice, raw[at][1], printable=True))
    else:
        raw += [dice.choice(raw)]
    return content, raw


def flipped(dice: random.Random, content: bytes, printable: bool = False) -> bytes:
    at = dice.randrange(len(content))
    allowed = range(0x21, 0x7F) if printable else range(256)
    other = dice.choice([byte for byte in allowed if byte != content[at]])
    return content[:at] + bytes([other]) + content[at + 1 :]
