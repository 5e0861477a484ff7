"""What somebody sees who opens the bot's address."""

from starlette.requests import Request
from starlette.responses import HTMLResponse

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Glitterkaktus</title>
<main>
<h1>Glitterkaktus is awake</h1>
<p>Talk to it in your chat, not here: <code>/glitter help</code> is where to begin.</p>
<p><a href="/history/privacy">Privacy</a> · <a href="/history/terms">Terms of use</a></p>
</main>
</html>
"""
HEADERS = {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}


async def page(_: Request) -> HTMLResponse:
    return HTMLResponse(PAGE, headers=HEADERS)
