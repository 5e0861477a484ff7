"""Slack's requests over HTTP: proven, heard, acknowledged."""

import structlog
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncBoltRequest
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from adapters.slack import heard
from adapters.slack.guard import CertificateCheck, Guard, Refused
from adapters.slack.listen import Listener

log = structlog.get_logger()


def route(path: str, guard: Guard, listener: Listener) -> Route:
    """Only what `guard` lets through is heard."""

    async def endpoint(request: Request) -> Response:
        try:
            body = await guard.read(request)
            told = _understood(body, request.headers.get("content-type", ""))
            acknowledgement, afterwards = await listener.hear(told)
        except CertificateCheck:
            return Response()
        except Refused as refused:
            log.info("slack_refused", code=refused.reason)
            return Response(status_code=refused.status)
        response = to_starlette_response(acknowledgement)
        if afterwards:  # which Starlette does when the acknowledgement has left
            response.background = BackgroundTask(listener.run, afterwards)
        return response

    return Route(path, endpoint, methods=["POST"])


def _understood(body: str, content_type: str) -> AsyncBoltRequest:
    try:
        return AsyncBoltRequest(body=body, headers={"content-type": content_type})
    except (*heard.MALFORMED, RecursionError):
        raise Refused("payload") from None
