"""The picture of the week in the browser: its address holds all that it shows."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from adapters.chart import Chart, described, picture
from adapters.playground.people import ZONE
from adapters.playground.words import Picture
from bot.model import Reader
from bot.texts import LANGUAGES
from bot.weeks import parse_week

WEEKS, DIGITS = 12, 7
"""The most that one picture shows, and the digits of one count."""


def pictured(chart: Chart, reader: Reader) -> Picture:
    facts = {
        "counts": ",".join(map(str, chart.counts)),
        "week": chart.last,
        "language": reader.language,
    }
    address = f"/playground/picture?{urlencode(facts)}"
    return {"piece": "picture", "address": address, "text": described(chart, reader)}


async def show(request: Request) -> Response:
    """The PNG; 400 for an address that `pictured` does not give, 503 where it cannot be drawn."""
    try:
        chart, reader = _read(dict(request.query_params))
    except (KeyError, ValueError):
        return JSONResponse({"error": "There is no such picture."}, 400)
    png = await picture(chart, reader)
    if png is None:
        return JSONResponse({"error": "It cannot be drawn now."}, 503)
    return Response(png, media_type="image/png", headers={"Cache-Control": "max-age=3600"})


def _read(asked: dict[str, str]) -> tuple[Chart, Reader]:
    """Raises KeyError and ValueError."""
    counts = asked["counts"].split(",")
    fits = len(counts) <= WEEKS and all(one.isdecimal() and len(one) <= DIGITS for one in counts)
    if not fits or asked["language"] not in LANGUAGES:
        raise ValueError(asked)
    chart = Chart(tuple(map(int, counts)), parse_week(asked["week"]))
    return chart, Reader(asked["language"], ZONE)
