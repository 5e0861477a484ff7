"""Files in Teams: offered in the personal chat, and put into the reader's OneDrive if they agree.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import structlog

from adapters.shelf import Kept, Shelf
from adapters.teams.cards import Element
from adapters.teams.http import Http
from adapters.teams.sdk import Activity
from adapters.teams.trust import ServiceUrls
from bot import texts
from bot.heard import ActionName
from bot.messages import ExportReady
from bot.model import Reader

INVOKE = "fileConsent/invoke"
ASKED = "application/vnd.microsoft.teams.card.file.consent"
THERE = "application/vnd.microsoft.teams.card.file.info"
SECONDS = 600
"""For the bytes of one file."""
_ONE_DRIVE = re.compile(r"[a-z0-9-]+\.sharepoint(?:-df|-mil)?\.(?:com|us|cn|de)")
_PIECE = 10 * 327_680
"""Bytes of one request: OneDrive takes up to 60 MiB, in multiples of 320 KiB."""

log = structlog.get_logger()


def offered(ready: ExportReady, reader: Reader) -> Element:
    """The activity that asks whether the file may be put there."""
    said = [
        texts.say(reader, "export-ready", count=ready.rows),
        ready.asked_for,
        texts.say(reader, "export-hash", it=ready.sha256),
        texts.say(reader, "export-fetch", when=texts.moment(reader, ready.until)),
    ]
    context = {"export": str(ready.export_id)}
    content = {
        "description": " · ".join(said),
        "sizeInBytes": ready.size,
        "acceptContext": context,
        "declineContext": context,
    }
    card = {"contentType": ASKED, "name": ready.file_name, "content": content}
    return {"type": "message", "summary": said[0], "attachments": [card]}


def answered(activity: Activity) -> dict[str, Any]:
    """What the reader chose, as the data of a pressed button."""
    value = activity.value if isinstance(activity.value, Mapping) else {}
    context = value.get("context")
    chosen = {"accept": ActionName.FETCH_EXPORT, "decline": ActionName.LEAVE_EXPORT}
    export = context.get("export") if isinstance(context, Mapping) else None
    return {"action": chosen.get(str(value.get("action"))), "subject": export}


class Uploads:
    """Puts files where Teams says that they go, if that is a OneDrive."""

    def __init__(self, http: Http, urls: ServiceUrls, shelf: Shelf) -> None:
        self._http = http
        self._urls = urls
        self._shelf = shelf

    async def put(self, workspace_id: str, export: str, activity: Activity) -> Element | None:
        """Upload; the card of the file that lies there, None where it could not be put there."""
        file = self._shelf.find(workspace_id, int(export)) if export.isdecimal() else None
        told = activity.value.get("uploadInfo") if file else None
        if file is None or not isinstance(told, Mapping):
            return None
        url = told.get("uploadUrl")
        if not isinstance(url, str) or not self._may_go_to(url):
            log.warning("teams.upload_elsewhere", activity=activity.id)
            return None
        try:
            await self._upload(url, file)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("teams.upload_failed", kind=type(error).__name__, activity=activity.id)
            return None
        return _lies_there(told, file.path.name)

    async def _upload(self, url: str, kept: Kept) -> None:
        size = kept.size
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        with kept.path.open("rb") as file:
            for start in range(0, size, _PIECE):
                piece = file.read(_PIECE)
                ends = start + len(piece) - 1
                headers = {"Content-Range": f"bytes {start}-{ends}/{size}"}
                async with self._http.session.put(
                    url, data=piece, headers=headers, timeout=timeout, allow_redirects=False
                ) as answer:
                    answer.raise_for_status()
                    if answer.status >= 300:
                        raise aiohttp.ClientError("redirected")

    def _may_go_to(self, url: str) -> bool:
        parts = urlsplit(url)
        plain = parts.scheme == "https" and not parts.username and parts.port in (None, 443)
        if plain and _ONE_DRIVE.fullmatch(parts.hostname or ""):
            return True
        return self._urls.is_further(f"{parts.scheme}://{parts.netloc}")


def _lies_there(told: Mapping[str, Any], name: str) -> Element:
    card = {
        "contentType": THERE,
        "contentUrl": told.get("contentUrl"),
        "name": name,
        "content": {"uniqueId": told.get("uniqueId"), "fileType": told.get("fileType")},
    }
    return {"type": "message", "attachments": [card]}
