"""Files as Slack takes them: announced, uploaded, completed, and looked at before they show."""

from dataclasses import dataclass
from typing import Any

from aiohttp import web

PNG = b"\x89PNG\r\n\x1a\n"


@dataclass
class File:
    length: int
    name: str = ""
    content: bytes = b""
    completed: bool = False
    shared_with: str = ""
    """The conversation in which it stands as a message of its own."""
    looks: int = 0
    """How often a message that shows it is still refused."""


class Files:
    """`looks`: how often a message with a new file is refused before Slack has looked at it."""

    def __init__(self) -> None:
        self.all: dict[str, File] = {}
        self.looks = 0
        self.upload_status = 200

    def announce(self, args: dict[str, Any]) -> str:
        id = f"F{len(self.all) + 1:08}"
        self.all[id] = File(int(args["length"]), args["filename"])
        return id

    async def upload(self, request: web.Request) -> web.Response:
        file = self.all.get(request.match_info["file"])
        content = await request.read()
        if file is None or len(content) != file.length or "Authorization" in request.headers:
            return web.Response(status=400)
        file.content = content
        return web.Response(status=self.upload_status, text=f"OK - {len(content)}")

    def complete(
        self, completed: list[dict[str, Any]], args: dict[str, Any]
    ) -> dict[str, Any] | str:
        found = [one for one in completed if one["id"] in self.all and self.all[one["id"]].content]
        if len(found) < len(completed) or not completed:
            return "file_not_found"
        if args.get("channels"):
            return "posting_a_file_is_a_message_of_its_own"
        for one in found:
            self.all[one["id"]].shared_with = args.get("channel_id", "")
            self.all[one["id"]].completed = True
            self.all[one["id"]].looks = self.looks
        return {"files": found}

    def refusal(self, payload: dict[str, Any]) -> str | None:
        """Slack's error code where a message shows a file that cannot be shown (yet)."""
        blocks = payload.get("blocks") or []
        ids = [block["slack_file"]["id"] for block in blocks if "slack_file" in block]
        return None if all(map(self._shows, ids)) else "invalid_blocks"

    def _shows(self, id: str) -> bool:
        file = self.all.get(id)
        if file is None or not file.completed or not file.content.startswith(PNG):
            return False
        file.looks -= 1
        return file.looks < 0
