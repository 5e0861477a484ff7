"""The floor: a bolt application that verifies, acknowledges, and does nothing else."""

import os
import sys

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bench import world


def application(api_url: str) -> Starlette:
    bolt = AsyncApp(
        client=AsyncWebClient(world.SLACK_TOKEN, api_url),
        signing_secret=world.SLACK_SECRET,
        process_before_response=True,
    )

    @bolt.command("/glitter")
    async def on_command(ack: AsyncAck) -> None:
        await ack()

    handler = AsyncSlackRequestHandler(bolt)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    async def readyz(_: Request) -> Response:
        return Response()

    routes = [Route(world.SLACK_PATH, events, methods=["POST"]), Route("/readyz", readyz)]
    return Starlette(routes=routes)


if __name__ == "__main__":
    uvicorn.run(
        application(os.environ["SLACK_API_URL"]),
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        access_log=False,
        log_level="warning",
    )
