"""Which addresses may be given a token. Checked for what arrives and again for what was stored."""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.errors import OperatorError

MICROSOFT = frozenset(
    {
        "https://smba.trafficmanager.net",
        "https://smba.infra.gcc.teams.microsoft.com",
        "https://smba.infra.gov.teams.microsoft.us",
        "https://smba.infra.dod.teams.microsoft.us",
    }
)
# `/teams/`, or a region such as `/emea/` or `/in/`; behind it sometimes the tenant.
_MICROSOFT_PATH = re.compile(r"/(?:teams|[a-z]{2,5})(?:/[0-9a-f-]{36})?/?")
_ANY_URL = re.compile(r"(https?://[a-z0-9.:\[\]-]+)((?:/[A-Za-z0-9_-]+)*/?)")


class ServiceUrls:
    """The `serviceUrl`s that are trusted: Microsoft's, and further exact origins."""

    def __init__(self, further: tuple[str, ...]) -> None:
        self._further = frozenset(origin.rstrip("/") for origin in further)

    def check(self) -> None:
        """Raises OperatorError where a token would travel in the clear."""
        for origin in self._further:
            require_safe(origin, "TEAMS_SERVICE_URLS")

    def is_further(self, origin: str) -> bool:
        """Whether exactly this origin was added to Microsoft's."""
        return origin in self._further

    def allow(self, url: str) -> bool:
        parts = _ANY_URL.fullmatch(url)
        if parts is None:
            return False
        origin, path = parts.groups()
        if origin in MICROSOFT:
            return _MICROSOFT_PATH.fullmatch(path) is not None
        return origin in self._further


def require_safe(url: str, setting: str) -> None:
    """Raises OperatorError unless the URL is https, or http on this very machine."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and _loopback(parts.hostname)):
        raise OperatorError(f"{setting}: secrets travel there, so write it with https://.")


def _loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False
