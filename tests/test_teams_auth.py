"""Who may speak to `POST /api/messages`."""

import base64
import hmac
import json
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from adapters.teams import TeamsEdge, auth
from adapters.teams.trust import ServiceUrls
from bot.errors import OperatorError
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_service import APP_ID, FakeTeams, Key

STRANGER = Key("key-of-a-stranger")
EMULATOR = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"


@pytest.fixture(scope="module")
def house() -> Iterator[TeamsHouse]:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.join("ana", "Ana Åberg")
        yield house


def signed(**claims: Any) -> Callable[[FakeTeams], str]:
    return lambda service: f"Bearer {service.sign(**claims)}"


def _packed(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def raw(header: dict[str, Any], claims: str = "{}", signature: str = "") -> str:
    return f"Bearer {_packed(json.dumps(header))}.{_packed(claims)}.{_packed(signature)}"


def _spliced(service: FakeTeams) -> str:
    """The claims of one token under the signature of another."""
    header, _, signature = service.sign().split(".")
    _, claims, _ = service.sign(exp=int(time.time()) + 9999).split(".")
    return f"Bearer {header}.{claims}.{signature}"


def _hs256(service: FakeTeams) -> str:
    """The published key used as if it were a secret."""
    public = service.keys[0].private.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    _, claims, _ = service.sign().split(".")
    header = raw({"alg": "HS256", "kid": service.keys[0].kid}).split(".")[0]
    signed = f"{header.removeprefix('Bearer ')}.{claims}"
    mac = hmac.digest(pem, signed.encode(), "sha256")
    return f"Bearer {signed}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


def _now(offset: int) -> int:
    return int(time.time()) + offset


FORGED: dict[str, Callable[[FakeTeams], str | None]] = {
    "no header": lambda _: None,
    "empty header": lambda _: "",
    "scheme alone": lambda _: "Bearer",
    "basic scheme": lambda service: f"Basic {service.sign()}",
    "token without scheme": lambda service: service.sign(),
    "words": lambda _: "Bearer let me in",
    "one dot": lambda _: "Bearer a.b",
    "only dots": lambda _: "Bearer ..",
    "no base64": lambda _: "Bearer !!.!!.!!",
    "huge": lambda _: f"Bearer {'a' * 20_000}",
    "alg none": lambda service: raw({"alg": "none", "kid": service.keys[0].kid}),
    "alg none, spelt otherwise": lambda service: raw({"alg": "nOnE", "kid": service.keys[0].kid}),
    "no alg": lambda service: raw({"kid": service.keys[0].kid}),
    "alg a number": lambda service: raw({"alg": 7, "kid": service.keys[0].kid}),
    "header a list": lambda _: raw([1, 2]),  # type: ignore[arg-type]
    "kid missing": lambda _: raw({"alg": "RS256"}),
    "kid a list": lambda _: raw({"alg": "RS256", "kid": ["key-1"]}),
    "kid null": lambda _: raw({"alg": "RS256", "kid": None}),
    "kid a path": signed(headers={"kid": "../../etc/passwd"}),
    "kid unknown": signed(headers={"kid": "never-published"}),
    "crit header": signed(headers={"crit": ["b64"], "b64": False}),
    "HS256 with the public key": _hs256,
    "signed by a stranger": signed(key=STRANGER),
    "signed by a stranger under our kid": signed(key=STRANGER, headers={"kid": "key-1"}),
    "stranger's key in the header": signed(
        key=STRANGER, headers={"jwk": STRANGER.public, "kid": "key-1"}
    ),
    "signature of another token": _spliced,
    "signature cut": lambda service: f"Bearer {service.sign()[:-10]}",
    "deep nesting": lambda service: raw(
        {"alg": "RS256", "kid": service.keys[0].kid}, "[" * 5000 + "]" * 5000
    ),
    "header nested deeply": lambda _: f"Bearer {_packed('[' * 6000)}.e30.x",
    "claims a list": lambda service: raw({"alg": "RS256", "kid": service.keys[0].kid}, "[1]"),
    "expired": signed(exp=_now(-301)),
    "without an end": signed(exp=None),
    "end is a word": signed(exp="tomorrow"),
    "end is infinite": signed(exp=float("inf")),
    "not valid yet": signed(nbf=_now(4000)),
    "issued in the future": signed(iat=_now(4000)),
    "without an issuer": signed(iss=None),
    "issuer of the emulator": signed(iss=EMULATOR),
    "issuer with a slash": signed(iss="https://api.botframework.com/"),
    "without an audience": signed(aud=None),
    "another bot's audience": signed(aud=str(uuid4())),
    "two audiences": signed(aud=[APP_ID, "another"]),
    "without a serviceurl": signed(serviceurl=None),
    "serviceurl a list": signed(serviceurl=["http://127.0.0.1"]),
    "serviceurl of another service": signed(serviceurl="https://smba.trafficmanager.net/emea/"),
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_forged_token_gets_401_and_nothing_else_happens(
    house: TeamsHouse, forged: Callable[[FakeTeams], str | None]
) -> None:
    before = len(house.service.connector_calls)
    answer = house.post(
        house.chat.message("ana", "glitter @ana well done"),
        authorization=forged(house.service),
    )
    assert answer.status_code == 401
    assert house.said == []
    assert len(house.service.connector_calls) == before


Spoil = Callable[[dict[str, Any], dict[str, Any]], None]


def _wrong() -> dict[str, Spoil]:
    """One check each: what it changes in a good token, and in the message below it."""

    def token(**changed: Any) -> Spoil:
        return lambda token, _: token.update(changed)

    def header(**changed: Any) -> Spoil:
        return lambda token, _: token.setdefault("headers", {}).update(changed)

    def body(**fields: Any) -> Spoil:
        return lambda _, message: message.update(fields)

    return {
        "signed by a stranger": token(key=STRANGER),
        "under a key id that nobody knows": header(kid="never-published"),
        "with a rule that nobody knows": header(crit=["b64"], b64=False),
        "expired": token(exp=_now(-301)),
        "not valid yet": token(nbf=_now(4000)),
        "by another issuer": token(iss=EMULATOR),
        "for another bot": token(aud=str(uuid4())),
        "without a service": token(serviceurl=None),
        "from a service that is not claimed": body(serviceUrl="https://evil.example/teams/"),
        "from another channel": body(channelId="directline"),
    }


def test_two_checks_that_fail_together_get_401_and_nothing_else_happens(house: TeamsHouse) -> None:
    before = len(house.service.connector_calls)
    taken = []
    for pair in combinations(_wrong().items(), 2):
        token: dict[str, Any] = {}
        message = house.chat.message("ana", "glitter @ana well done")
        for _, spoil in pair:
            spoil(token, message)
        answer = house.post(message, authorization=f"Bearer {house.service.sign(**token)}")
        if answer.status_code != 401:
            taken.append(tuple(name for name, _ in pair))
    assert taken == []
    assert house.said == []
    assert len(house.service.connector_calls) == before


def test_two_authorization_headers_get_401(house: TeamsHouse) -> None:
    headers = [("Authorization", f"Bearer {house.service.sign()}")] * 2
    body = house.chat.message("ana", "hello")
    answer = house.http.post(f"{house.server.url}/api/messages", json=body, headers=headers)
    assert answer.status_code == 401


def test_a_real_token_is_let_in_within_five_minutes_of_skew(house: TeamsHouse) -> None:
    skews: list[dict[str, Any]] = [{}, {"exp": _now(-290)}, {"nbf": _now(290)}]
    for skewed in skews:
        house.chat.deliver(
            house.chat.message("ana", "glitter help"), token=house.service.sign(**skewed)
        )
    assert len(house.said) == 3
    house.door.heard.clear()


def test_a_token_that_was_let_in_ends_like_any_other(
    house: TeamsHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = house.service.sign(exp=_now(-10))
    body = house.chat.message("ana", "glitter help")
    house.chat.deliver(body, token=token)
    monkeypatch.setattr(auth, "LEEWAY", 0)
    assert house.post(body, authorization=f"Bearer {token}").status_code == 401
    house.door.heard.clear()


def test_a_token_that_was_let_in_goes_with_its_key() -> None:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.join("ana", "Ana Åberg")
        before = chat.service.sign()
        body = chat.message("ana", "glitter help")
        chat.deliver(body, token=before)
        chat.service.rotate()
        chat.deliver(body)
        assert house.post(body, authorization=f"Bearer {before}").status_code == 401
        assert len(house.said) == 2


SPOOFED: dict[str, Any] = {
    "missing": None,
    "empty": "",
    "a number": 7,
    "userinfo": "http://127.0.0.1@evil.example/",
    "suffix": "https://smba.trafficmanager.net.evil.example/teams/",
    "sister of Microsoft's": "https://evil.trafficmanager.net/teams/",
    "Microsoft in the clear": "http://smba.trafficmanager.net/teams/",
    "IP address": "http://169.254.169.254/latest/",
    "another port": "http://127.0.0.1:1/teams/",
    "query": "https://smba.trafficmanager.net/teams/?next=evil.example",
    "fragment": "https://smba.trafficmanager.net/teams/#@evil.example",
    "dots": "https://smba.trafficmanager.net/teams/../evil",
    "unknown path": "https://smba.trafficmanager.net/customer-name/",
    "backslash": "https://smba.trafficmanager.net\\@evil.example/",
    "line break": "https://smba.trafficmanager.net/teams/\n",
    "other scheme": "file:///etc/passwd",
}


@pytest.mark.parametrize("url", SPOOFED.values(), ids=SPOOFED)
@pytest.mark.parametrize("claimed", [True, False], ids=["claimed too", "claimed otherwise"])
def test_a_spoofed_service_url_gets_401_and_no_call(
    house: TeamsHouse, url: Any, claimed: bool
) -> None:
    before = len(house.service.connector_calls)
    token = house.service.sign(serviceurl=url) if claimed else house.service.sign()
    body = house.chat.message("ana", "glitter @ana hello") | {"serviceUrl": url}
    assert house.post(body, authorization=f"Bearer {token}").status_code == 401
    assert house.said == []
    assert len(house.service.connector_calls) == before


def test_a_message_of_another_channel_gets_401(house: TeamsHouse) -> None:
    body = house.chat.message("ana", "hello") | {"channelId": "directline"}
    token = f"Bearer {house.service.sign()}"
    assert house.post(body, authorization=token).status_code == 401


def test_a_key_without_the_endorsement_of_teams_signs_nothing() -> None:
    skype = Key("key-of-skype", endorsements=("skypebot",))
    with TeamsChat() as chat:
        chat.service.keys.append(skype)
        with TeamsHouse(chat) as house:
            chat.join("ana", "Ana Åberg")
            body = chat.message("ana", "glitter help")
            token = f"Bearer {chat.service.sign(key=skype)}"
            assert house.post(body, authorization=token).status_code == 401
            chat.deliver(body)
            assert len(house.said) == 1


def test_a_rotated_key_works_at_the_next_message() -> None:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.join("ana", "Ana Åberg")
        chat.service.rotate()
        chat.deliver(chat.message("ana", "glitter help"))
        assert len(house.said) == 1


def test_a_thousand_random_key_ids_cause_at_most_two_fetches() -> None:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.join("ana", "Ana Åberg")
        for _ in range(1000):
            token = raw({"alg": "RS256", "kid": str(uuid4())})
            assert house.post({}, authorization=token).status_code == 401
        assert chat.service.calls("/keys") <= 2
        chat.deliver(chat.message("ana", "glitter help"))
        assert len(house.said) == 1


def test_without_microsofts_keys_nobody_is_let_in() -> None:
    with TeamsChat() as chat:
        gone = f"{chat.service.url}/nowhere"
        with TeamsHouse(chat, openid_url=gone) as house:
            answer = house.post({}, authorization=f"Bearer {chat.service.sign()}")
            assert answer.status_code == 401


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/teams/",
        "https://smba.trafficmanager.net/emea",
        "https://smba.trafficmanager.net/amer/7f3c1a52-0000-4000-8000-000000000001/",
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "http://127.0.0.1:9000/teams/",
    ],
)
def test_microsofts_origins_and_the_named_ones_are_trusted(url: str) -> None:
    assert ServiceUrls(("http://127.0.0.1:9000",)).allow(url)


@pytest.mark.parametrize(
    "setting", [{"service_urls": ("http://teams.example",)}, {"token_url": "http://login.example"}]
)
async def test_secrets_never_travel_in_the_clear(setting: dict[str, Any]) -> None:
    settings: dict[str, Any] = {
        "app_id": APP_ID,
        "app_password": "secret",
        "tenants": ("t",),
        "openid_url": "https://login.example/openid",
        "token_url": "https://login.example/{tenant}/token",
        "service_urls": (),
        **setting,
    }
    edge = TeamsEdge(**settings)
    with pytest.raises(OperatorError, match="https"):
        await edge.start(None, ())  # type: ignore[arg-type]
