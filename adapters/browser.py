"""How somebody reads whom only their browser tells about."""

from starlette.requests import Request

from bot.model import Reader
from bot.texts import DEFAULT, speaks


def reader(request: Request) -> Reader:
    """The first language of the browser's wishes that we speak; the dearest stands first."""
    wishes = request.headers.get("accept-language", "")[:200].split(",")
    known = (speaks(wish.partition(";")[0].strip()) for wish in wishes)
    return Reader(next(filter(None, known), DEFAULT), "UTC")
