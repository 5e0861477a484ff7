"""The picture of a card, inside the card: Teams shows no address that asks for a sign-in."""

from base64 import b64encode

import structlog

from adapters.chart import chart_in, described, picture
from adapters.teams.cards import Element, image
from adapters.teams.render import MAX_SIZE, size
from bot.messages import Delivery

log = structlog.get_logger()


async def illustrated(activity: Element, delivery: Delivery) -> Element:
    """The activity of a delivery with its picture below its words; as it is where it has none,
    where none could be drawn, or where the message would become too big for Teams."""
    chart = chart_in(delivery.message)
    if chart is None or (png := await picture(chart, delivery.reader)) is None:
        return activity
    shown = image(b64encode(png).decode(), described(chart, delivery.reader))
    [attachment] = activity["attachments"]
    body = list(attachment["content"]["body"])
    body.insert(len(body) - chart.above_page, shown)
    content = {**attachment["content"], "body": body}
    made = {**activity, "attachments": [{**attachment, "content": content}]}
    if size(made) > MAX_SIZE:
        log.warning("teams_picture_too_big", delivery=delivery.id)
        return activity
    return made
