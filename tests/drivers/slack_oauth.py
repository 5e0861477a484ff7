"""Slack's side of OAuth: a code is good for one token, and a token may be renewed once."""

from itertools import count
from typing import Any

CLIENT_ID, CLIENT_SECRET = "1.2", "the secret of the client"
HALF_A_DAY = 12 * 60 * 60


class OAuth:
    """`answers` are all the tokens given so far, oldest first."""

    def __init__(self) -> None:
        self.answers: list[dict[str, Any]] = []
        self._codes: dict[str, dict[str, Any]] = {}
        self._refreshes: dict[str, Any] = {}
        self._number = count(1)

    def agree(self, house: Any, who: str, *, rotates: bool = False) -> str:
        """Somebody agrees to the installation in a workspace; the code that travels back."""
        team = {"id": house.team, "name": house.name}
        return self._code(house, {"team": team, "authed_user": {"id": who}}, rotates)

    def agree_for_all(self, house: Any, who: str) -> str:
        """The same for a whole organisation: `house` answers its token."""
        enterprise = {"id": house.team, "name": house.name}
        told = {"team": None, "enterprise": enterprise, "is_enterprise_install": True}
        return self._code(house, {**told, "authed_user": {"id": who}}, False)

    def answer(self, args: dict[str, Any]) -> dict[str, Any]:
        if (args.get("client_id"), args.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return {"ok": False, "error": "bad_client_secret"}
        if args.get("grant_type") == "refresh_token":
            house = self._refreshes.pop(args["refresh_token"], None)
            return self._give(house, {}) if house else _refused("invalid_refresh_token")
        told = self._codes.pop(args.get("code", ""), None)
        return self._give(told.pop("house"), told) if told else _refused("invalid_code")

    def forget(self, house: Any) -> None:
        """What would renew the token of a house is as dead as the token."""
        kept = self._refreshes.items()
        self._refreshes = {refresh: one for refresh, one in kept if one is not house}

    def _code(self, house: Any, told: dict[str, Any], rotates: bool) -> str:
        code = f"code-{next(self._number)}"
        self._codes[code] = {"house": house, "rotates": rotates, **told}
        return code

    def _give(self, house: Any, told: dict[str, Any]) -> dict[str, Any]:
        number = next(self._number)
        rotates = told.pop("rotates", True)
        house.token = f"{'xoxe.' if rotates else ''}xoxb-{house.team}-{number}"
        given = {"access_token": house.token, "token_type": "bot", "app_id": "A1", **told}
        if rotates:
            refresh = f"xoxe-1-{house.team}-{number}"
            self._refreshes[refresh] = house
            given |= {"refresh_token": refresh, "expires_in": HALF_A_DAY}
        self.answers.append(given)
        return {"ok": True, **given}


def _refused(error: str) -> dict[str, Any]:
    return {"ok": False, "error": error}
