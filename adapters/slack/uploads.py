"""A file on disk, brought into a chat of Slack's in constant memory.

https://docs.slack.dev/messaging/working-with-files
"""

from adapters.shelf import Kept
from adapters.slack.wire import Wire

SECONDS = 600
"""For the bytes of one file."""


async def share(wire: Wire, token: str, file: Kept, channel: str) -> None:
    """Upload and post a file to a conversation. Raises what the SDK and aiohttp raise."""
    name = file.path.name
    put = await wire.writes.files_getUploadURLExternal(token=token, filename=name, length=file.size)
    await wire.put(put["upload_url"], file.path, SECONDS)
    files = [{"id": put["file_id"], "title": name}]
    await wire.writes.files_completeUploadExternal(token=token, files=files, channel_id=channel)
