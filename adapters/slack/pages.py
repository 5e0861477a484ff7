"""What the browser of whoever installs the bot shows, in their language."""

from http import HTTPStatus

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from adapters import browser
from adapters.slack.manifest import INSTALL_PATH
from bot.texts import say

_PAGE = Environment(autoescape=True).from_string("""<!doctype html>
<html lang="{{ language }}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Glitterkaktus</title>
<main>
<h1>Glitterkaktus</h1>
<p>{{ sentence }}</p>
<p><a href="{{ link }}">{{ label }}</a></p>
</main>
</html>
""")
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def page(
    request: Request, text: str, status: int = HTTPStatus.OK, *, detail: str = "", link: str = ""
) -> HTMLResponse:
    """The sentence `text`, and the way on: `link`, else to the beginning."""
    reader = browser.reader(request)
    label = say(reader, "install-open" if link else "install-again")
    shown = _PAGE.render(
        language=reader.language,
        sentence=say(reader, text, detail=detail),
        link=link or INSTALL_PATH,
        label=label,
    )
    return HTMLResponse(shown, status, headers=_HEADERS)
