"""The browser of somebody who installs the app, and the chat of a product that was so installed."""

import asyncio
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx

from tests.drivers.http import NO_TLS
from tests.drivers.slack import SECRET, SlackChat
from tests.drivers.slack_api import BOT, TEAM, FakeSlack
from tests.drivers.slack_oauth import CLIENT_ID, CLIENT_SECRET

PUBLIC = "https://bot.example.com"


class InstalledChat(SlackChat):
    """No token stands in the settings: it comes by OAuth."""

    organisation = ""
    """Where it is set, the app is installed for all of it, and requests say so."""

    @property
    def environment(self) -> dict[str, str]:
        return {
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_CLIENT_ID": CLIENT_ID,
            "SLACK_CLIENT_SECRET": CLIENT_SECRET,
            "SLACK_API_URL": self.fake.api_url,
            "PUBLIC_URL": PUBLIC,
            "SECRET_KEY": "a-key-for-tests-only-of-sufficient-length",
        }

    def post_form(self, fields: dict[str, str]) -> httpx.Response:
        if self.organisation:
            for_all = {"enterprise_id": self.organisation, "is_enterprise_install": "true"}
            fields = {**fields, **for_all}
        return super().post_form(fields)

    def tell(self, event: dict[str, Any], at: float = 0, team: str | None = TEAM) -> httpx.Response:
        """Deliver an event that happened at a moment, in a workspace or in all of them."""
        authorization = {"team_id": team, "user_id": BOT, "is_bot": True}
        if self.organisation:
            enterprise = {"enterprise_id": self.organisation, "is_enterprise_install": True}
            authorization |= {"team_id": None, **enterprise}
        body = {
            "type": "event_callback",
            "team_id": team,
            "event": event,
            "event_id": f"Ev-{at}-{event['type']}-{team}",
            "event_time": int(at),
            "authorizations": [authorization],
        }
        return self.post(json.dumps(body).encode(), "application/json")


class Browser:
    """Keeps its cookies, as over HTTPS. `asked` is what it was sent to Slack with."""

    def __init__(self, base_url: str, language: str = "en") -> None:
        self._base_url = base_url
        self._language = language
        self.cookies: dict[str, str] = {}
        self.asked: dict[str, str] = {}

    def begin(self) -> str:
        """Open the link; the state that goes to Slack and comes back."""
        told = self._get("/slack/install", {})
        assert told.status_code == 302
        there = urlsplit(told.headers["location"])
        assert there.path == "/oauth/v2/authorize"
        self.asked = {name: values[0] for name, values in parse_qs(there.query).items()}
        for name, value in told.cookies.items():
            self.cookies[name] = value
        self.set_cookie = told.headers["set-cookie"]
        return self.asked["state"]

    def come_back(self, **query: str) -> httpx.Response:
        return self._get("/slack/oauth_redirect", query)

    def come_back_at_once(self, times: int, **query: str) -> list[httpx.Response]:
        """The same request, so many times side by side."""

        async def all_of_them() -> list[httpx.Response]:
            async with httpx.AsyncClient(
                base_url=self._base_url, timeout=30, verify=NO_TLS
            ) as http:
                return await asyncio.gather(
                    *(
                        http.get("/slack/oauth_redirect", params=query, headers=self._headers())
                        for _ in range(times)
                    )
                )

        return asyncio.run(all_of_them())

    def install(self, house: FakeSlack, who: str, **how: Any) -> httpx.Response:
        """All of it, for a workspace."""
        state = self.begin()
        return self.come_back(state=state, code=house.oauth.agree(house, who, **how))

    def _get(self, path: str, query: dict[str, str]) -> httpx.Response:
        headers = self._headers()
        with httpx.Client(base_url=self._base_url, timeout=10, verify=NO_TLS) as http:
            return http.get(path, params=query, headers=headers)

    def _headers(self) -> dict[str, str]:
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Accept-Language": self._language, **({"Cookie": kept} if kept else {})}
