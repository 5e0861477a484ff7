"""What the measured processes call: Slack's and Microsoft's side, as cheap as can be."""

import itertools
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass

import jwt
from aiohttp import web
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from bench import world

ISSUER = "https://api.botframework.com"
_KEY_ID = "bench"


@dataclass(frozen=True, slots=True)
class Signer:
    """The Bot Framework's key; the fake publishes it, the load signs with it."""

    pem: str

    @classmethod
    def made(cls) -> "Signer":
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        pem = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return cls(pem.decode())

    def token(self, service_url: str) -> str:
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "aud": world.APP_ID,
            "nbf": now - 60,
            "exp": now + 3600,
            "serviceurl": service_url,
        }
        return jwt.encode(claims, self.pem, "RS256", {"kid": _KEY_ID})

    def public(self) -> dict[str, object]:
        key = serialization.load_pem_private_key(self.pem.encode(), None)
        assert isinstance(key, rsa.RSAPrivateKey)
        found = jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key(), as_dict=True)
        return {**found, "kid": _KEY_ID, "use": "sig", "endorsements": ["msteams"]}


def application(signer: Signer, port: int) -> web.Application:
    here = f"http://127.0.0.1:{port}"
    numbers = itertools.count(1)
    posted: Counter[str] = Counter()
    asked: Counter[str] = Counter()

    async def slack(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "chat.postMessage":
            fields = await request.json()
            posted[fields["channel"]] += 1
            ts = f"1700000000.{next(numbers):06}"
            return web.json_response({"ok": True, "channel": fields["channel"], "ts": ts})
        if method == "files.getUploadURLExternal":
            id = f"F{next(numbers)}"
            return web.json_response({"ok": True, "upload_url": f"{here}/upload", "file_id": id})
        if method == "files.completeUploadExternal":
            files = json.loads(request.query["files"])
            return web.json_response({"ok": True, "files": files})
        who = {"team": "Kaktus AB", "team_id": world.SLACK_TEAM, "user_id": "UBOT"}
        ours = {"is_ext_shared": False}
        return web.json_response({"ok": True, **who, "bot_id": "B1", "channel": ours})

    async def openid(_: web.Request) -> web.Response:
        asked["keys"] += 1
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{here}/keys"})

    async def keys(_: web.Request) -> web.Response:
        return web.json_response({"keys": [signer.public()]})

    async def token(_: web.Request) -> web.Response:
        return web.json_response({"access_token": "bench", "expires_in": 3600})

    async def connector(request: web.Request) -> web.Response:
        kind, _, rest = request.match_info["path"].partition("/")
        if kind == "conversations" and rest.endswith("/activities"):
            posted[rest.removesuffix("/activities")] += 1
        await request.read()
        return web.json_response({"id": str(next(numbers))}, status=201)

    async def upload(request: web.Request) -> web.Response:
        await request.read()
        return web.Response()

    async def journal(_: web.Request) -> web.Response:
        return web.json_response(posted)

    async def asked_for(_: web.Request) -> web.Response:
        return web.json_response(asked)

    async def ready(_: web.Request) -> web.Response:
        return web.Response()

    app = web.Application()
    app.add_routes(
        [
            web.route("*", "/api/{method}", slack),
            web.get("/openid", openid),
            web.get("/keys", keys),
            web.post("/token", token),
            web.post("/teams/v3/{path:.*}", connector),
            web.post("/upload", upload),
            web.get("/journal", journal),
            web.get("/asked", asked_for),
            web.get("/readyz", ready),
        ]
    )
    return app


if __name__ == "__main__":
    listen = int(sys.argv[1])
    web.run_app(
        application(Signer(sys.stdin.read()), listen),
        host="127.0.0.1",
        port=listen,
        access_log=None,
        print=None,
    )
