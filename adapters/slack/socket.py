"""Socket Mode: Slack's requests over a connection that we open, so nobody need reach us.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
import json

import structlog
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import heard
from adapters.slack.faults import NO_LONGER_OURS, code_of
from adapters.slack.guard import Refused
from adapters.slack.listen import Listener
from adapters.slack.wire import SILENT
from bot.errors import OperatorError

CONNECT_SECONDS = 10.0
AGAIN_SECONDS = 5.0
"""Between two attempts to connect; also how often the connection is looked after."""

log = structlog.get_logger()


class _Client(SocketModeClient):
    """Slack's client tries one address for ever; each serves once, for half a minute."""

    async def connect(self) -> None:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                await super().connect()  # type: ignore[no-untyped-call]
        finally:  # left unset by an attempt that was cut off
            self.auto_reconnect_enabled = not self.closed


class Socket:
    """One connection, with Slack's own client behind it: it reconnects by itself."""

    def __init__(self, app_token: str, api_url: str, listener: Listener) -> None:
        self._app_token = app_token
        self._api_url = api_url
        self._listener = listener
        self._client: SocketModeClient | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._hearing: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Raises OperatorError where Slack refuses the token; out of reach is no error."""
        client = self._client = _Client(
            self._app_token,
            logger=SILENT,
            web_client=AsyncWebClient(None, self._api_url, logger=SILENT, retry_handlers=[]),
            ping_interval=AGAIN_SECONDS,
        )
        client.socket_mode_request_listeners.append(self._on_request)
        try:
            await self._connect(client)
        except SlackApiError as error:
            if code_of(error) in {*NO_LONGER_OURS, "not_allowed_token_type"}:
                await self.stop()
                raise OperatorError(
                    f"SLACK_APP_TOKEN is refused by Slack ({code_of(error)}); make an app-level"
                    " token with the scope connections:write under Basic Information."
                ) from None
            self._keep_connecting(client, code_of(error))
        except Exception as error:
            # Out of reach now; whoever starts the bot need not wait for Slack.
            self._keep_connecting(client, code_of(error))

    async def stop(self) -> None:
        """What was heard is still answered; the rest Slack tells again."""
        client, self._client = self._client, None
        if self._connecting:
            self._connecting.cancel()
            await asyncio.wait({self._connecting})
        if self._hearing:
            await asyncio.wait(self._hearing, timeout=3)
        if client:
            await client.close()  # type: ignore[no-untyped-call]

    def _keep_connecting(self, client: SocketModeClient, code: str) -> None:
        log.warning("slack_socket_unreachable", code=code)
        self._connecting = asyncio.create_task(self._until_connected(client))

    async def _until_connected(self, client: SocketModeClient) -> None:
        while True:
            await asyncio.sleep(AGAIN_SECONDS)
            try:
                return await self._connect(client)
            except Exception as error:
                # Another attempt follows, whatever it was.
                log.warning("slack_socket_unreachable", code=code_of(error))

    async def _connect(self, client: SocketModeClient) -> None:
        await client.connect_to_new_endpoint()
        log.info("slack_socket_connected")

    async def _on_request(
        self, client: AsyncBaseSocketModeClient, request: SocketModeRequest
    ) -> None:
        hearing = asyncio.current_task()
        assert hearing
        self._hearing.add(hearing)
        try:
            await self._hear(client, request)
        except Refused as refused:
            log.info("slack_refused", code=refused.reason)
        except Exception as error:
            # The client would write the whole request into the log.
            log.error("slack_socket", kind=type(error).__name__)
        finally:
            self._hearing.discard(hearing)

    async def _hear(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        try:
            told = AsyncBoltRequest(mode="socket_mode", body=request.payload)
        except heard.MALFORMED:
            raise Refused("payload") from None
        acknowledgement, afterwards = await self._listener.hear(told)
        if acknowledgement.status != 200:  # not acknowledged, Slack tells it again
            raise Refused(f"status {acknowledgement.status}")
        payload = _payload(acknowledgement)
        await client.send_socket_mode_response(SocketModeResponse(request.envelope_id, payload))
        await self._listener.run(afterwards)


def _payload(acknowledgement: BoltResponse) -> dict[str, object] | None:
    body = acknowledgement.body
    return json.loads(body) if body else None
