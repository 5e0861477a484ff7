"""The picture of a message, put where Slack can show it.

The file belongs to the bot alone until a message shows it, so an upload that nobody needed after
all is seen by nobody, and repeating one posts nothing twice.
https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object
"""

import asyncio

import structlog
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chart import chart_in, described, picture
from adapters.slack.faults import code_of
from bot.messages import Delivery
from bot.values import dataclass

SECONDS = 6
"""For all calls of one upload: the message itself must still go out within its lease."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Picture:
    """`file` is Slack's id of it, `described` what it shows."""

    file: str
    described: str


async def uploaded(slack: AsyncWebClient, token: str, delivery: Delivery) -> Picture | None:
    """The picture of what is to be sent. None where it has none, or none could be put there."""
    chart = chart_in(delivery.message)
    if chart is None or (png := await picture(chart, delivery.reader)) is None:
        return None
    told = described(chart, delivery.reader)
    try:
        async with asyncio.timeout(SECONDS):
            put = await slack.files_upload_v2(
                token=token,
                file=png,
                filename=f"glitter-{chart.last}.png",
                title=f"{chart.last}",
            )
        return Picture(put["file"]["id"], told)
    except Exception as error:
        # Highlights without a picture are better than none.
        log.warning("slack_picture", delivery=delivery.id, code=code_of(error))
        return None
